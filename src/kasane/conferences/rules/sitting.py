"""What may be done while a meeting sits: confirming, writing, judging (R-CONF-02, R-CONF-06)."""

from __future__ import annotations

from collections.abc import Collection

from kasane.base.obstacles import Obstacle
from kasane.conferences.rules.convening import (
    COURSE_OF,
    ENDS,
    SUPPORT_CONFERENCE,
    SUPPORT_COORDINATION,
    host_obstacles,
)


def own_place_obstacles(*, is_self: bool) -> list[Obstacle]:
    """What forbids confirming the duty of secrecy: nobody does it for another (R-DIS-02)."""
    if is_self:
        return []
    return [Obstacle("other_member", "守秘義務は、本人が確認します。", "R-DIS-02")]


def must_acknowledge(*, is_member: bool, acknowledged: bool) -> bool:
    """Whether the duty of secrecy stands between a member and the material (R-DIS-02, 法106条の6第5項)."""
    return is_member and not acknowledged


def writing_obstacles(*, is_host: bool, state: str) -> list[Obstacle]:
    """What forbids writing down what was said: the host writes, once the meeting has begun."""
    return host_obstacles(is_host=is_host, state=state, states=("held", "finished"))


def judged_without_consent(function: str, timing: str, *, is_menu: bool) -> bool:
    """Whether 支援会議 judges this: an end, or an own plan of ② or ④ (法106条の6, R-CONF-03, R-COOR-09)."""
    return function == SUPPORT_CONFERENCE and (timing in ENDS or (is_menu and bool(timing)))


def judge_obstacles(
    *,
    function: str,
    timing: str,
    has_case: bool,
    judgement: str,
    allowed: Collection[str],
    already: str,
    municipality_attends: bool,
    others_attend: bool = True,
    is_menu: bool = False,
) -> list[Obstacle]:
    """What forbids a judgement on an item (R-CONF-02, R-CONF-04, R-SELF-01). What it needs of the case, coordination
    asks. `others_attend`: somebody beside the agency that called the meeting is there."""
    without_consent = judged_without_consent(function, timing, is_menu=is_menu)
    if not (function in COURSE_OF or without_consent) or not has_case or not timing:
        return [
            Obstacle(
                "not_judged_here",
                "適切・終結などの判断をするのは、重層的支援会議と支援調整会議の議題と、同意のない終結・中断・2-5のプランの議題です。",
                "R-CONF-02",
            )
        ]
    if already:
        return [Obstacle("judged", "この議題の判断は、もう記録されています。", "R-CONF-06")]
    obstacles = []
    if judgement not in allowed:
        obstacles.append(
            Obstacle("other_judgement", "この時期の議題では、その判断はできません。", "R-CONF-04")
        )
    if function == SUPPORT_COORDINATION:
        return obstacles + _alone(others_attend)
    if not municipality_attends:
        obstacles.append(
            Obstacle(
                "no_municipality",
                "市町村(支援決定をする課)の出席が記録されていません。重層的支援会議には市町村が必ず参加します。",
                "R-CONF-02",
            )
        )
    return obstacles


def _alone(others_attend: bool) -> list[Obstacle]:
    """自立相談支援機関以外の関係者も参画する合議体 (実施要綱 別記1の4の5(1)ア)."""
    if others_attend:
        return []
    return [
        Obstacle(
            "nobody_else",
            "招集した機関のほかの出席者が記録されていません。支援調整会議は、ほかの関係者も加わって判断します。",
            "R-SELF-01",
        )
    ]
