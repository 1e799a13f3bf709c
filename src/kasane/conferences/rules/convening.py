"""Who convenes a body, who is invited and who prepares a meeting (R-CONF-01, 02, 05, 06)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kasane.base.obstacles import Obstacle
from kasane.coordination.rules.application import not_offered

SUPPORT_CONFERENCE = "support_conference"


MULTI_TIER = "multi_tier"


SUPPORT_COORDINATION = "support_coordination"


CASE_FUNCTIONS = frozenset({SUPPORT_CONFERENCE, MULTI_TIER, SUPPORT_COORDINATION})


ENDS = frozenset({"closure", "interruption"})
"""The timings that 支援会議 may judge, while no consent stands."""
COURSE_OF = {MULTI_TIER: "coordination", SUPPORT_COORDINATION: "self_reliance"}
"""The conferences that judge plans and evaluations, and of which course (R-CONF-02, R-SELF-01)."""


WORKS_IN_PRINCIPLE = {
    1: "① 包括的相談支援事業",
    2: "② 参加支援事業",
    4: "④ アウトリーチ等を通じた継続的支援事業",
}


@dataclass(frozen=True)
class Convener:
    """The agency that calls a meeting, as the rules see it."""

    is_municipality: bool
    coordinates: bool
    is_host_of_body: bool
    runs_self_reliance: bool = False


def convene_obstacles(functions: Collection[str], convener: Convener) -> list[Obstacle]:
    """What forbids an agency to convene a body: one of its functions must be its to convene (R-CONF-01, 02, 05)."""
    if not set(functions) - {"network"}:
        return [
            Obstacle(
                "not_a_meeting",
                "これは会議と事業のまとまりの名前で、招集する会議ではありません。",
                "R-CONF-05",
            )
        ]
    found = [function_obstacles(function, convener) for function in functions if function != "network"]
    return [] if any(not obstacles for obstacles in found) else found[0]


def function_obstacles(function: str, convener: Convener) -> list[Obstacle]:
    """What forbids holding something under this function at a meeting of this convener (R-CONF-01, R-CONF-02)."""
    if function == SUPPORT_CONFERENCE:
        if convener.is_municipality:
            return []
        return [
            Obstacle(
                "municipality_convenes",
                "支援会議は市町村が招集します。市町村の担当課に相談してください。",
                "R-CONF-01",
            )
        ]
    if function == MULTI_TIER:
        if convener.coordinates:
            return []
        return [
            Obstacle(
                "coordinator_convenes",
                "重層的支援会議は多機関協働事業の実施機関が招集します。議題にしたいときは、その機関に伝えてください。",
                "R-CONF-02",
            )
        ]
    if function == SUPPORT_COORDINATION and convener.runs_self_reliance:
        return []
    if convener.is_host_of_body or convener.is_municipality:
        return []
    return [Obstacle("host_convenes", "この会議は、事務局の機関か市町村の課が招集します。", "R-CONF-05")]


def host_obstacles(
    *, is_host: bool, state: str, states: Collection[str] = ("planned", "held")
) -> list[Obstacle]:
    """What forbids running a meeting: its own agency does, while it is open (R-CONF-06)."""
    if not is_host:
        return [Obstacle("not_host", "会議を準備し、進めるのは、招集した機関の職員です。", "R-CONF-06")]
    if state not in states:
        words = {
            "planned": "まだ始まっていません",
            "held": "もう始まっています",
            "finished": "終わっています",
        }
        return [Obstacle("meeting_state", f"この会議は{words.get(state, '中止になりました')}。", "R-CONF-06")]
    return []


def invite_obstacles(*, hidden_items: int) -> list[Obstacle]:
    """What forbids changing the members: who can not see an item can not open or close it (R-DIS-02)."""
    if not hidden_items:
        return []
    return [
        Obstacle(
            "hidden_items",
            "あなたに見えない議題があるので、構成員を変えられません。招集した人か、その議題の構成員に頼んでください。",
            "R-DIS-02",
        )
    ]


def call_obstacles(*, is_convener: bool, items: Collection[UUID] | None) -> list[Obstacle]:
    """What forbids calling a member to single items: somebody has to run the whole meeting, and an item is named
    (R-CONF-05, R-CONF-06)."""
    if is_convener and items is not None:
        return [Obstacle("convener_stays", "招集者は、会議の全部に出ます。", "R-CONF-06")]
    if items is not None and not items:
        return [Obstacle("no_item", "どの議題に来ていただくかを選んでください。", "R-CONF-05")]
    return []


def remove_obstacles(*, is_convener: bool) -> list[Obstacle]:
    """What forbids taking a member out: somebody has to answer for the meeting."""
    if not is_convener:
        return []
    return [Obstacle("convener_stays", "招集した人は構成員から外せません。", "R-CONF-06")]


def answer_obstacles(*, is_self: bool, is_host: bool, is_open: bool) -> list[Obstacle]:
    """What forbids answering an invitation: members answer themselves, the host for those who telephoned."""
    if not is_open:
        return [Obstacle("meeting_over", "この会議は終わっています。", "R-CONF-06")]
    if is_self or is_host:
        return []
    return [Obstacle("other_member", "出欠の返事は、本人か招集した機関が入れます。", "R-CONF-06")]


def own_body_obstacles(*, runs_self_reliance: bool, offered: bool, exists: bool) -> list[Obstacle]:
    """What forbids a desk to set up a 支援調整会議 of its own: the town has no such desk, or has one (R-SELF-01)."""
    if not offered:
        return [not_offered()]
    if not runs_self_reliance:
        return [
            Obstacle(
                "not_self_reliance_agency",
                "支援調整会議をつくるのは、自立相談支援事業の実施機関です。",
                "R-SELF-01",
            )
        ]
    if exists:
        return [
            Obstacle("body_exists", "支援調整会議は、もうあります。それを選んでひらきます。", "R-CONF-05")
        ]
    return []


def member_warnings(functions: Collection[str], *, works: Collection[int], municipality: bool) -> list[str]:
    """What is unusual about the members, told but not forbidden: ①②④ take part in principle (R-CONF-02)."""
    if MULTI_TIER not in functions:
        return [] if municipality else _unattended(functions)
    warnings = []
    if not municipality:
        warnings.append("市町村(支援決定をする課)の人が構成員にいません。判断のときには出席が必要です。")
    missing = [name for work, name in WORKS_IN_PRINCIPLE.items() if work not in works]
    if missing:
        warnings.append(f"{'、'.join(missing)}の機関が構成員にいません。原則として参加します。")
    return warnings


def _unattended(functions: Collection[str]) -> list[str]:
    """行政担当者が支援調整会議に出席することが基本 (実施要綱 別記1の4の5(2))."""
    if SUPPORT_COORDINATION not in functions:
        return []
    return ["市町村の担当者が構成員にいません。就労準備支援などの支援決定があるプランでは、出席が基本です。"]


def open_until(meeting_day: date, *, days: int) -> date:
    """The first day on which the material is closed again: so many days after the meeting (R-CONF-06)."""
    return meeting_day + timedelta(days=days)
