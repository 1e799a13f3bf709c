"""What may be put on the agenda (R-CONF-03, R-CONF-04, R-CONF-05)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.conferences.rules.convening import (
    CASE_FUNCTIONS,
    COURSE_OF,
    ENDS,
    MULTI_TIER,
    SUPPORT_CONFERENCE,
    Convener,
    function_obstacles,
)
from kasane.coordination.rules.course import words


@dataclass(frozen=True)
class Candidate:
    """A case that is to become an agenda item. `facts_*` come from coordination for 重層的支援会議 alone."""

    case_id: UUID
    writes: bool
    already_on_agenda: bool
    timing: str = ""
    consented: bool = False
    ready: bool = False
    obstacles: Sequence[Obstacle] = ()
    wanted_function: str = ""
    """Under which function coordination has its end judged: 支援会議 while no consent stands (R-COOR-09)."""
    is_menu: bool = False
    """An own plan of ② or ④ (2-5): while no consent stands 支援会議 judges it at all four timings (R-CONF-03)."""


def item_obstacles(
    *,
    function: str,
    body_functions: Collection[str],
    state: str,
    convener: Convener,
    candidate: Candidate | None,
) -> list[Obstacle]:
    """What forbids putting something on the agenda (R-CONF-03, R-CONF-04, R-CONF-05).

    Each item stands under one function of its body, and the rules of that function apply to it.
    """
    if state not in ("planned", "held"):
        return [
            Obstacle(
                "meeting_over", "この会議は終わっています。これからの会議を選んでください。", "R-CONF-06"
            )
        ]
    if function not in body_functions:
        return [Obstacle("other_function", "この会議には、選んだ機能がありません。", "R-CONF-05")]
    obstacles = function_obstacles(function, convener)
    if candidate is None:
        return obstacles
    if function not in CASE_FUNCTIONS:
        obstacles.append(
            Obstacle(
                "no_case_here",
                "ケースを話し合えるのは、支援会議・重層的支援会議・支援調整会議だけです。",
                "R-DIS-01",
            )
        )
    if not candidate.writes:
        obstacles.append(
            Obstacle("reads_only", "議題にできるのは、このケースの支援チームの機関です。", "R-DIS-01")
        )
    if candidate.already_on_agenda:
        obstacles.append(
            Obstacle("twice", "この件は、すでにこれからの会議の議題に入っています。", "R-CONF-06")
        )
    if function in COURSE_OF:
        obstacles.extend(multi_tier_obstacles(candidate, function))
    elif function == SUPPORT_CONFERENCE and candidate.timing:
        obstacles.extend(_end_obstacles(candidate))
    return obstacles


def _end_obstacles(candidate: Candidate) -> list[Obstacle]:
    """支援会議 judges an end or an own plan of ② or ④, and only while no consent stands (R-CONF-03, R-CONF-04, R-COOR-08,
    R-COOR-09)."""
    if candidate.timing not in ENDS and not candidate.is_menu:
        return [
            Obstacle(
                "plan_needs_consent",
                "支援会議では、プランの判断はできません。本人の同意(申込票 2-2)がいります。",
                "R-CONF-03",
            )
        ]
    if candidate.wanted_function != SUPPORT_CONFERENCE:
        return [
            Obstacle(
                "consented_end",
                "本人の同意があるので、重層的支援会議で判断します。",
                "R-CONF-04",
                (Mend("重層的支援会議にかける", "conferences:add_item", (("case_id", candidate.case_id),)),),
            )
        ]
    if candidate.ready or candidate.obstacles:
        return list(candidate.obstacles)
    return [Obstacle("not_ready", "終結・中断の評価シートが、まだ用意されていません。", "R-CONF-04")]


def multi_tier_obstacles(candidate: Candidate, function: str = MULTI_TIER) -> list[Obstacle]:
    """What forbids putting a case to 重層的支援会議 or 支援調整会議: no consent (R-CONF-03), no timing (R-CONF-04),
    not ready (R-SELF-01)."""
    if not candidate.timing:
        return [
            Obstacle(
                "no_timing",
                "プラン策定・再プラン・終結・中断のどの時期の検討かを選んでください。",
                "R-CONF-04",
            )
        ]
    obstacles: list[Obstacle] = []
    if not candidate.consented:
        obstacles.append(no_consent(candidate.case_id, function))
    known = {obstacle.code for obstacle in obstacles}
    consent_told = bool(obstacles)
    for obstacle in candidate.obstacles:
        if obstacle.code in known or (consent_told and obstacle.requirement == "R-CONF-03"):
            continue
        obstacles.append(obstacle)
    if not candidate.ready and not obstacles:
        obstacles.append(
            Obstacle("not_ready", "この時期に会議にかけるものが、まだ用意されていません。", "R-CONF-04")
        )
    return obstacles


def no_consent(case_id: UUID, function: str = MULTI_TIER) -> Obstacle:
    """The obstacle of R-CONF-03, with both ways on: ask for consent, or take it to 支援会議."""
    arguments, called = (("case_id", case_id),), words(COURSE_OF[function])
    return Obstacle(
        "no_consent",
        f"まだ{called.conference}にかけられません。本人の同意(申込票 2-2)がありません。",
        "R-CONF-03",
        (
            Mend("申込票を作る", called.apply_url, arguments),
            Mend("支援会議で扱う(法106条の6)", "conferences:add_item_support", arguments),
        ),
    )


def remove_item_obstacles(*, judged: bool, talked: bool) -> list[Obstacle]:
    """What forbids taking an item off the agenda: it has been talked about."""
    if not (judged or talked):
        return []
    return [Obstacle("talked", "話し合いの記録があるので、議題から外せません。", "R-CONF-06")]
