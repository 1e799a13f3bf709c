"""What forbids saying 「あてはまらない」 to a pattern, or taking that back (R-PEO-03)."""

from __future__ import annotations

from kasane.base.obstacles import Obstacle

_READ_ONLY = Obstacle(
    "read_only", "このケースを支援している機関の人だけが答えられます。見ることはできます。", "R-DIS-01"
)
_CLOSED = Obstacle("closed", "終わったケースです。答えは、支援しているあいだに記録します。", "R-PEO-03")


def answer_obstacles(*, why: str, is_open: bool, writes: bool, ended: bool, answered: bool) -> list[Obstacle]:
    """A reason is needed; the pattern must still be pointed out and wait for an answer."""
    found = _standing(is_open=is_open, writes=writes, ended=ended)
    if answered:
        found.append(Obstacle("answered", "ほかの人がもう「あてはまらない」と答えています。", "R-PEO-03"))
    if not why.strip():
        found.append(Obstacle("no_reason", "あてはまらない理由を書いてください。", "R-PEO-03"))
    return found


def take_back_obstacles(*, is_open: bool, writes: bool, ended: bool, answered: bool) -> list[Obstacle]:
    """Only an answer that stands can be taken back."""
    found = _standing(is_open=is_open, writes=writes, ended=ended)
    if not answered:
        found.append(
            Obstacle("not_answered", "取り消す答えがありません。もう取り消されています。", "R-PEO-03")
        )
    return found


def _standing(*, is_open: bool, writes: bool, ended: bool) -> list[Obstacle]:
    found = [] if writes else [_READ_ONLY]
    if not is_open:
        found.append(_CLOSED)
    if ended:
        found.append(Obstacle("ended", "この組み合わせは、いまの記録からはもう読み取れません。", "R-PEO-03"))
    return found
