"""What a printed copy may hold for one recipient, and when copies are made (R-CONF-06, R-DIS-01). Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from kasane.base.choices import Timing
from kasane.base.kinds import DataKind, kind_labels
from kasane.base.obstacles import Obstacle
from kasane.conferences.rules import host_obstacles, sees_item

SHEETS = ("2-3", "2-4", "2-5", "2-6", "2-7")
"""The sheets that may lie on the table of a conference; which of them an item brings is told by its timing."""
_BY_TIMING: dict[str, tuple[str, ...]] = {
    Timing.PLAN: ("2-3", "2-4", "2-5"),
    Timing.REPLAN: ("2-4", "2-5", "2-6", "2-7"),
    Timing.CLOSURE: ("2-4", "2-6", "2-7"),
    Timing.INTERRUPTION: ("2-4", "2-6", "2-7"),
}
_WITHOUT_TIMING = ("2-3",)
MOST_AT_ONCE = 60


@dataclass(frozen=True)
class Reader:
    """The recipient of a copy towards one case: kinds of data they may see, 守秘義務の確認, whether a guest."""

    kinds: int
    confirmed: bool
    is_guest: bool = False


@dataclass(frozen=True)
class Portion:
    """What of one item goes into one copy.

    `words`: title and purpose; `kinds`: what of the case its sheets may hold, 0 for none. `as_maker`: to be read with
    the narrower eyes of whoever makes the copies. `why`: what is left out, in words; `waits`: until 守秘義務の確認.
    """

    words: bool = False
    kinds: int = 0
    as_maker: bool = False
    why: str = ""
    waits: bool = False


def portion(
    *, has_case: bool, function: str, kinds: int, is_called: bool, reader: Reader, maker_kinds: int
) -> Portion:
    """What the recipient may see and the maker may hand over; never tax information (R-DIS-01, R-DIS-03, R-DIS-10).

    Printing opens nothing: a copy passes through the hands of who makes it, so it holds only what both may see. Who is
    called to other items gets nothing of this one, whatever they see at their own desk (R-CONF-05, R-CONF-06).
    """
    if not is_called:
        return Portion(why="この方が呼ばれていない議題です。")
    if not has_case:
        return Portion(words=True)
    if not reader.confirmed:
        return Portion(why="守秘義務をまだ確かめていないので、個別のケースの議題は入りません。", waits=True)
    if kinds & DataKind.TAX:
        return Portion(why="税の情報がある議題は、紙には入れません。")
    if reader.is_guest:
        return _guests(function, kinds)
    if kinds & ~reader.kinds or not reader.kinds:
        return Portion(why="この方にはひらいていない議題です(本人の同意の範囲など)。")
    theirs, own = _on_paper(reader.kinds), _on_paper(maker_kinds)
    if theirs & ~own and own & ~theirs:
        return Portion(
            words=True,
            why="作る人と見られる情報の種類がちがうので、様式は入りません。画面で見てもらってください。",
        )
    missing = kind_labels(own & ~theirs)
    return Portion(
        words=True,
        kinds=theirs & own,
        as_maker=bool(theirs & ~own),
        why=f"{'、'.join(missing)}は入りません。" if missing else "",
    )


def _guests(function: str, kinds: int) -> Portion:
    """Guests get what a 支援会議 puts on its table in words, and nothing of a case (R-DIS-10)."""
    on_the_table = sees_item(
        has_case=True,
        function=function,
        kinds=kinds,
        sees_case=False,
        sits_at=True,
        shows_material=True,
    )
    if on_the_table:
        return Portion(words=True, why="議題と話し合うことだけが入ります。氏名と様式は入りません。")
    return Portion(why="ケースを見る権限のない方なので、この議題は入りません。")


def _on_paper(kinds: int) -> int:
    return kinds & ~int(DataKind.TAX)


def sheets_for(timing: str, wanted: Collection[str]) -> list[str]:
    """The sheets an item brings to the table, of those that were chosen (R-CONF-04)."""
    return [code for code in _BY_TIMING.get(timing, _WITHOUT_TIMING) if code in wanted]


def making_obstacles(
    *, is_host: bool, state: str, on: date, material_until: date, recipients: int, made_already: bool
) -> list[Obstacle]:
    """What forbids making copies: the host makes them, until the material closes, each set once (R-CONF-06)."""
    obstacles = host_obstacles(is_host=is_host, state=state)
    if obstacles:
        return obstacles
    if on >= material_until:
        return [Obstacle("material_closed", "この会議の資料は、もう閉じています。", "R-CONF-06")]
    if made_already:
        return [
            Obstacle(
                "made_already",
                "この画面からは、もう作りました。同じ資料番号では二度作れません。画面を開きなおすと、新しい番号で作れます。",
                "R-CONF-06",
            )
        ]
    if not recipients:
        return [Obstacle("nobody", "渡す人を選んでください。", "R-CONF-06")]
    if recipients > MOST_AT_ONCE:
        return [
            Obstacle(
                "too_many", f"一度に作れるのは{MOST_AT_ONCE}部までです。分けて作ってください。", "R-CONF-06"
            )
        ]
    return []


def noting_obstacles(*, is_host: bool, known: Collection[int], told: Sequence[int]) -> list[Obstacle]:
    """What forbids noting that copies came back: the host notes it, of numbers there are (R-CONF-06)."""
    if not is_host:
        return host_obstacles(is_host=False, state="")
    if not told:
        return [Obstacle("no_number", "資料番号を数字で入れてください。例: 3 や 1-5", "R-CONF-06")]
    unknown = [number for number in told if number not in known]
    if unknown:
        words = "、".join(str(number) for number in unknown[:10])
        return [Obstacle("unknown_number", f"資料番号 {words} の資料はありません。", "R-CONF-06")]
    return []


def numbers_in(text: str) -> list[int]:
    """The numbers somebody typed: 「3」「1 2 5」「4-7」, full width too. Empty when anything else stands there."""
    plain = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    if not re.fullmatch(r"[\d\s,-]*", plain):
        return []
    found: list[int] = []
    for first, last in re.findall(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?", plain):
        found += range(int(first), int(last or first) + 1)
    return list(dict.fromkeys(found))


_PLAIN = str.maketrans({**dict.fromkeys("−ー‐–〜~", "-"), **dict.fromkeys("、。・", ",")})
