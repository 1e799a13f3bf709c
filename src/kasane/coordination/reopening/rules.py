"""What a closed case comes back to, and what is asked of a follow-up (R-COOR-08, R-COOR-10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.dates import wareki
from kasane.base.obstacles import Mend, Obstacle
from kasane.cases.rules import write_obstacles
from kasane.coordination.rules.course import COORDINATION


@dataclass(frozen=True)
class Left:
    """What one course of support left behind. `ended_on` is None for one that never began.

    `plan_id` is its newest plan, `was_final` whether that one was ever in force.
    """

    course: str
    ended_on: date | None
    plan_id: UUID | None = None
    was_final: bool = False


@dataclass(frozen=True)
class WayBack:
    """Where a reopened case goes on: its stage, its course, and the plan that is taken up."""

    stage: str
    course: str = ""
    plan_id: UUID | None = None
    replans: bool = False
    """The plan was in force: a new version follows it. Else it is a draft that is written on."""


def way_back(left: Sequence[Left], *, assessed: bool) -> WayBack:
    """The course that ended last goes on where its sheets end; without any, the case is at reception (R-COOR-10)."""
    ended = [one for one in left if one.ended_on is not None]
    if not ended:
        return WayBack("reception")
    last = max(ended, key=lambda one: (one.ended_on or date.min, one.course == COORDINATION))
    if last.plan_id is not None:
        return WayBack("plan", last.course, last.plan_id, last.was_final)
    return WayBack("assessment" if assessed else "application", last.course)


def follow_up_obstacles(
    *,
    case_id: UUID,
    is_open: bool,
    closed_on: date | None,
    writable: int,
    kinds: int,
    result: str,
    on: date,
    next_on: date | None,
    today: date,
) -> list[Obstacle]:
    """What forbids keeping a 終結後のフォローアップ: by who works on the closed case, with what was found and, where one
    looks in again, when (R-COOR-08)."""
    if is_open:
        page = (Mend("支援経過を書く", "cases:record_new", (("case_id", case_id),)),)
        sentence = "支援は続いています。ようすは支援経過として記録します。"
        return [Obstacle("still_open", sentence, "R-COOR-08", page)]
    found = write_obstacles(is_open=False, writable=writable, kinds=kinds, follows_up=True)
    wanted = (
        (result, "no_result", "ようす(変わりない・また会う・支援を再開する)を選んでください。"),
        (on <= today, "in_future", "フォローアップの日は、きょうまでの日を入れてください。"),
        (
            closed_on is None or on >= closed_on,
            "before_closure",
            f"フォローアップの日は、終結した日({wareki(closed_on)})から後の日です。",
        ),
        (result != "again" or next_on, "no_next", "次に会う日を入れてください。今日やることに出ます。"),
        (next_on is None or next_on > on, "next_before", "次に会う日は、フォローアップの日より後の日です。"),
        (result != "reopen" or next_on is None, "reopens", "支援を再開するときは、次に会う日はいりません。"),
    )
    return found + [Obstacle(code, sentence, "R-COOR-08") for ready, code, sentence in wanted if not ready]
