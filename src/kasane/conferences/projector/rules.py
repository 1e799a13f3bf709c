"""What may be shown on a wall to everybody who is present. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import reduce
from operator import and_

from kasane.base.kinds import ALL_KINDS, DataKind

SUPPORT_CONFERENCE = "support_conference"


@dataclass(frozen=True)
class Present:
    """Somebody in the room: what they may see of the case (`kinds`), and whether they have confirmed secrecy.

    `is_guest`: without an account, or from among the residents; there is no right on a case for them (R-DIS-10).
    """

    kinds: int
    acknowledged: bool
    is_guest: bool = False


@dataclass(frozen=True)
class Wall:
    """What of an item goes on the wall: kinds of data of its case, whether its own words, and else why not.

    `words`: the kinds of which words may stand beside the item. Guests hear words where they see nothing of the case.
    """

    kinds: int = 0
    words: int = 0
    shows_item: bool = False
    why_not: str = ""


def wall(*, has_case: bool, function: str, kinds: int, present: Collection[Present]) -> Wall:
    """The smallest common right of all who are present; nothing of a case before attendance is taken (R-DIS-01).

    Guests see what a 支援会議 puts on its table, never tax information (R-DIS-03, R-DIS-10), and at no other conference
    anything about a person.
    """
    if not has_case:
        return Wall(shows_item=True)
    if not present:
        return Wall(why_not="出席をまだ記録していないので、個別のケースは映しません。")
    if not all(one.acknowledged for one in present):
        return Wall(why_not="守秘義務をまだ確かめていない出席者がいるので、個別のケースは映しません。")
    common = reduce(and_, (one.kinds for one in present if not one.is_guest), int(ALL_KINDS))
    if any(one.is_guest for one in present):
        on_the_table = function == SUPPORT_CONFERENCE and not kinds & DataKind.TAX
        if on_the_table and not kinds & ~common:
            return Wall(words=common & ~int(DataKind.TAX), shows_item=True)
        return Wall(why_not="アカウントのない出席者がいるので、この議題の中身は映しません。")
    if kinds & ~common:
        return Wall(
            kinds=common, why_not="出席者のなかに、この議題を見られない人がいるので、中身は映しません。"
        )
    return Wall(kinds=common, words=common, shows_item=True)


def covers(wall: Wall, kinds: int) -> bool:
    """Whether words of these kinds may stand on the wall beside the item."""
    return wall.shows_item and not kinds & ~wall.words
