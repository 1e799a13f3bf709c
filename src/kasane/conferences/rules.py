"""The law of the conferences (法106条の6, 実施要綱 別添5): who convenes, what may be put, who must be there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kasane.base.kinds import DataKind
from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.rules.application import not_offered
from kasane.coordination.rules.course import words

SUPPORT_CONFERENCE = "support_conference"
MULTI_TIER = "multi_tier"
SUPPORT_COORDINATION = "support_coordination"
CASE_FUNCTIONS = frozenset({SUPPORT_CONFERENCE, MULTI_TIER, SUPPORT_COORDINATION})
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
    return obstacles


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


def remove_obstacles(*, is_convener: bool) -> list[Obstacle]:
    """What forbids taking a member out: somebody has to answer for the meeting."""
    if not is_convener:
        return []
    return [Obstacle("convener_stays", "招集した人は構成員から外せません。", "R-CONF-06")]


def remove_item_obstacles(*, judged: bool, talked: bool) -> list[Obstacle]:
    """What forbids taking an item off the agenda: it has been talked about."""
    if not (judged or talked):
        return []
    return [Obstacle("talked", "話し合いの記録があるので、議題から外せません。", "R-CONF-06")]


def own_place_obstacles(*, is_self: bool) -> list[Obstacle]:
    """What forbids confirming the duty of secrecy: nobody does it for another (R-DIS-02)."""
    if is_self:
        return []
    return [Obstacle("other_member", "守秘義務は、本人が確認します。", "R-DIS-02")]


def answer_obstacles(*, is_self: bool, is_host: bool, is_open: bool) -> list[Obstacle]:
    """What forbids answering an invitation: members answer themselves, the host for those who telephoned."""
    if not is_open:
        return [Obstacle("meeting_over", "この会議は終わっています。", "R-CONF-06")]
    if is_self or is_host:
        return []
    return [Obstacle("other_member", "出欠の返事は、本人か招集した機関が入れます。", "R-CONF-06")]


def must_acknowledge(*, is_member: bool, acknowledged: bool) -> bool:
    """Whether the duty of secrecy stands between a member and the material (R-DIS-02, 法106条の6第5項)."""
    return is_member and not acknowledged


def writing_obstacles(*, is_host: bool, state: str) -> list[Obstacle]:
    """What forbids writing down what was said: the host writes, once the meeting has begun."""
    return host_obstacles(is_host=is_host, state=state, states=("held", "finished"))


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
) -> list[Obstacle]:
    """What forbids a judgement on an item (R-CONF-02, R-CONF-04, R-SELF-01). What it needs of the case, coordination
    asks. `others_attend`: somebody beside the agency that called the meeting is there."""
    if function not in COURSE_OF or not has_case or not timing:
        return [
            Obstacle(
                "not_judged_here",
                "適切・終結などの判断をするのは、重層的支援会議と支援調整会議の議題です。",
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


def task_obstacles(*, has_case: bool) -> list[Obstacle]:
    """What forbids a task from an item: it hangs on a case; without one, the decision stands in the minutes."""
    if has_case:
        return []
    return [
        Obstacle(
            "no_case", "ケースのない議題では、決まったことの欄に担当と期日を書いてください。", "R-CONF-06"
        )
    ]


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


@dataclass(frozen=True)
class Seat:
    """One place at a meeting, in plain values."""

    user_id: UUID | None
    agency_id: UUID | None
    is_resident: bool
    removed: bool
    acknowledged: bool


@dataclass(frozen=True)
class Sitting:
    """A meeting with its places, as those see it who ask who sees it."""

    host_id: UUID
    state: str
    material_until: date
    seats: Collection[Seat] = ()


def sees_meeting(sitting: Sitting, *, user_id: UUID | None, agency_id: UUID | None) -> bool:
    """The agency that called a meeting sees it and its members, and so does each member (R-CONF-06, R-DIS-02)."""
    if agency_id is not None and sitting.host_id == agency_id:
        return True
    return any(user_id is not None and s.user_id == user_id and not s.removed for s in sitting.seats)


def changes_place(sitting: Sitting, seat: Seat, *, user_id: UUID | None, agency_id: UUID | None) -> bool:
    """The agency that called a meeting changes its places, and members their own while they have it (R-CONF-06)."""
    if agency_id is not None and sitting.host_id == agency_id:
        return True
    return user_id is not None and seat.user_id == user_id and not seat.removed


def shows_material(sitting: Sitting, *, user_id: UUID | None, agency_id: UUID | None, day: date) -> bool:
    """Whether the material lies open for a member from among the residents: acknowledged, not closed again (R-DIS-10)."""
    if sitting.state == "cancelled" or day >= sitting.material_until:
        return False
    return any(
        user_id is not None
        and (s.user_id, s.agency_id) == (user_id, agency_id)
        and s.is_resident
        and s.acknowledged
        and not s.removed
        for s in sitting.seats
    )


def sees_item(
    *, has_case: bool, function: str, kinds: int, sees_case: bool, sees_meeting: bool, shows_material: bool
) -> bool:
    """Who sees an item: one about a case, whoever sees the case so far; a general one, who sees the meeting (R-DIS-02).

    Residents see what is on the table of a 支援会議 without seeing the case, never tax information (R-DIS-03, R-DIS-10).
    """
    if shows_material and function == SUPPORT_CONFERENCE and not kinds & DataKind.TAX:
        return True
    return sees_case if has_case else sees_meeting


def sees_talk(
    *, has_case: bool, kinds: int, sees_case: bool, sees_meeting: bool, sees_item: bool, shows_material: bool
) -> bool:
    """What was said is for the members alone, also towards others who see the case (R-DIS-02, R-DIS-10)."""
    if not sees_meeting:
        return False
    if shows_material and sees_item and not kinds & DataKind.TAX:
        return True
    return sees_case if has_case else True
