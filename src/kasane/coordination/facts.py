"""Plain values that conferences read of coordination (R-CONF-03, R-CONF-04)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.choices import Timing
from kasane.base.dates import today, wareki
from kasane.base.obstacles import Obstacle
from kasane.coordination import rules
from kasane.coordination.choices import (
    OPEN_PLAN_STATES,
    Conclusion,
    Course,
    EvaluationState,
    Occasion,
    PlanState,
)
from kasane.coordination.menus import rules as menu_rules
from kasane.coordination.menus.choices import CODES, MENUS_IN_THE_WAY
from kasane.coordination.menus.queries import menus_ending_with, waiting_menus
from kasane.coordination.models import Connectedness, Evaluation, MenuPlan, Plan
from kasane.coordination.queries import plan_in_full, standing_consent
from kasane.disclosure.api import EvidenceType, consents_of, covered
from kasane.disclosure.models import Consent, Evidence

CONCLUSIONS: dict[str, str] = {
    Timing.CLOSURE: Conclusion.CLOSE,
    Timing.INTERRUPTION: Conclusion.INTERRUPT,
}

ON_EVALUATION = ("plan", "lead_agency_after", "follow_up_agency")


@dataclass(frozen=True)
class ConferenceFacts:
    """What a conference needs to know of a case at one of the four timings (R-CONF-03, R-CONF-04, R-SELF-01).

    `subject_id` is the plan (プラン策定, 再プラン) or the evaluation (終結, 中断) to be judged; None when there is none yet.
    `ready` says that it may be put to the conference of its course now; if not, `obstacles` say why. `agencies` are the proposed members.
    """

    case_id: UUID
    timing: Timing
    subject_id: UUID | None
    title: str
    consented: bool
    ready: bool
    obstacles: list[Obstacle]
    agencies: set[UUID]
    course: str = Course.COORDINATION
    function: str = "multi_tier"
    """Under which function it goes on the agenda: multi_tier, support_coordination, or support_conference where an end is
    judged without a standing consent (法106条の6)."""
    is_menu: bool = False
    """The subject is an own plan of ② or ④ (2-5), not the plan (2-4) or its evaluation."""


MenusOfCourses = dict[tuple[UUID, str], list[MenuPlan]]


@dataclass(frozen=True)
class _Ground:
    """What is read beside the plan or evaluation itself, for any number of cases in three queries; for evaluations one
    more."""

    consents: dict[UUID, list[Consent]]
    teams: dict[UUID, dict[UUID, str]]
    occasions: dict[UUID, set[str]]
    menus: MenusOfCourses


def conference_facts(case_id: UUID, timing: Timing, course: str = Course.COORDINATION) -> ConferenceFacts:
    """What stands ready, or in the way, of putting the case to the conference of a course at this timing."""
    if timing in rules.PLAN_TIMINGS:
        plan = plan_in_full().filter(case_id=case_id, course=course, state__in=OPEN_PLAN_STATES).first()
        if plan is not None and (timing_of(plan) != timing or plan.state == PlanState.AGREED):
            plan = None
        return _of_plan(case_id, timing, plan, _ground([case_id]), course)
    evaluation = (
        Evaluation.objects.select_related(*ON_EVALUATION)
        .filter(
            case_id=case_id,
            plan__course=course,
            state=EvaluationState.WAITING,
            conclusion=CONCLUSIONS[timing],
        )
        .first()
    )
    ground = _ground([case_id], [evaluation] if evaluation else [])
    return _of_evaluation(case_id, timing, evaluation, ground, course)


MOST = 60
"""So many wait on one screen; when they are judged the next come up."""


def due_for_conference(by: Actor, courses: Sequence[str] = (Course.COORDINATION,)) -> list[ConferenceFacts]:
    """The plans and evaluations that wait for their conference among the viewer's cases, longest waiting first."""
    plans = (
        plan_in_full()
        .filter(state=PlanState.SUBMITTED, course__in=courses)
        .order_by("submitted_on", "id")[:MOST]
    )
    waiting_ends = Evaluation.objects.select_related(*ON_EVALUATION).filter(
        state=EvaluationState.WAITING, plan__course__in=courses
    )
    evaluations = waiting_ends.order_by("evaluated_on", "id")[:MOST]
    waiting = sorted([*plans, *evaluations], key=lambda row: (_since(row), row.id))
    ground = _ground(
        [row.case_id for row in waiting], [one for one in waiting if isinstance(one, Evaluation)]
    )
    return [
        _of_plan(row.case_id, timing_of(row), row, ground, course_of(row))
        if isinstance(row, Plan)
        else _of_evaluation(row.case_id, timing_of(row), row, ground, course_of(row))
        for row in waiting
    ]


def service_plans_due(case_id: UUID | None = None) -> list[ConferenceFacts]:
    """The own plans of ② and ④ that wait for a conference, of one case or among all the viewer sees; `function` says for
    which (R-CONF-03, R-CONF-04)."""
    rows = waiting_menus() if case_id is None else waiting_menus().filter(case_id=case_id)
    return _of_menus(list(rows[:MOST]))


def menu_facts(case_id: UUID, menu_id: UUID) -> ConferenceFacts | None:
    """One own plan of ② or ④ as a conference sees it, whether it waits or not."""
    found = _of_menus(list(MenuPlan.objects.select_related("agency").filter(pk=menu_id, case_id=case_id)))
    return found[0] if found else None


def _of_menus(rows: list[MenuPlan]) -> list[ConferenceFacts]:
    if not rows:
        return []
    ground = _ground([row.case_id for row in rows])
    return [_of_menu(row, ground) for row in rows]


def _of_menu(row: MenuPlan, ground: _Ground) -> ConferenceFacts:
    consent = standing_consent(ground.consents[row.case_id], on=today())
    consented = consent is not None
    obstacles = menu_rules.conference_obstacles(
        case_id=row.case_id, sheet=row.sheet, state=row.state, timing=row.timing, consented=consented
    )
    return ConferenceFacts(
        case_id=row.case_id,
        timing=row.timing,
        subject_id=row.id,
        title=f"{CODES[row.sheet]} {row}({row.agency.name})",
        consented=consented,
        ready=not obstacles,
        obstacles=obstacles,
        agencies=_members({row.agency_id}, ground.teams[row.case_id], consent),
        function=menu_rules.table_for(consented=consented).value,
        is_menu=True,
    )


def end_obstacles_of(evaluation: Evaluation) -> list[Obstacle]:
    """The same for one evaluation, with what has to be read for it."""
    case_id = evaluation.case_id
    return end_obstacles(
        evaluation,
        occasions_of([case_id])[case_id],
        consents=consents_of(case_id),
        team=teams_of([case_id], on=today())[case_id],
        menus=menus_in_the_way([evaluation])[case_id, course_of(evaluation)],
    )


def timing_of(row: Plan | Evaluation) -> Timing:
    """At which of the four timings this plan or evaluation goes to the conference (R-CONF-04)."""
    if isinstance(row, Evaluation):
        return Timing.CLOSURE if row.conclusion == Conclusion.CLOSE else Timing.INTERRUPTION
    return Timing.PLAN if row.number == 1 else Timing.REPLAN


def course_of(row: Plan | Evaluation | None) -> str:
    """In which course a plan or an evaluation stands."""
    if row is None:
        return Course.COORDINATION
    return row.plan.course if isinstance(row, Evaluation) else row.course


def _since(row: Plan | Evaluation) -> date:
    return row.evaluated_on if isinstance(row, Evaluation) else row.submitted_on or row.made_on


def _ground(case_ids: Sequence[UUID], ending: Sequence[Evaluation] = ()) -> _Ground:
    consents: dict[UUID, list[Consent]] = defaultdict(list)
    for consent in Consent.objects.filter(case_id__in=case_ids).order_by("confirmed_on", "created_at"):
        consents[consent.case_id].append(consent)
    return _Ground(consents, teams_of(case_ids, on=today()), occasions_of(case_ids), menus_in_the_way(ending))


def _of_plan(
    case_id: UUID, timing: Timing, plan: Plan | None, ground: _Ground, course: str
) -> ConferenceFacts:
    consent = standing_consent(ground.consents[case_id], on=today())
    obstacles = rules.conference_obstacles(
        case_id=case_id,
        timing=timing,
        consented=consent is not None,
        subject_id=plan.id if plan else None,
        submitted=plan is not None and plan.state == PlanState.SUBMITTED,
        course=course,
    )
    agencies = {item.agency_id for item in plan.items.all()} | {plan.lead_agency_id} if plan else set()
    return ConferenceFacts(
        case_id=case_id,
        timing=timing,
        subject_id=plan.id if plan else None,
        title=plan.full_name if plan else timing.label,
        consented=consent is not None,
        ready=not obstacles,
        obstacles=obstacles,
        agencies=_members(agencies, ground.teams[case_id], consent),
        course=course,
        function=rules.function_for(timing, consented=consent is not None, course=course),
    )


def _of_evaluation(
    case_id: UUID, timing: Timing, evaluation: Evaluation | None, ground: _Ground, course: str
) -> ConferenceFacts:
    consent = standing_consent(ground.consents[case_id], on=today())
    obstacles = rules.conference_obstacles(
        case_id=case_id,
        timing=timing,
        consented=consent is not None,
        subject_id=evaluation.id if evaluation else None,
        submitted=True,
        course=course,
    )
    if evaluation is not None:
        obstacles += end_obstacles(
            evaluation,
            ground.occasions[case_id],
            consents=ground.consents[case_id],
            team=ground.teams[case_id],
            menus=ground.menus[case_id, course],
        )
    wanted = {evaluation.lead_agency_after_id, evaluation.follow_up_agency_id} if evaluation else set()
    return ConferenceFacts(
        case_id=case_id,
        timing=timing,
        subject_id=evaluation.id if evaluation else None,
        title=f"{timing.label}({wareki(evaluation.evaluated_on)}の評価)" if evaluation else timing.label,
        consented=consent is not None,
        ready=not obstacles,
        obstacles=obstacles,
        agencies=_members(wanted, ground.teams[case_id], consent),
        course=course,
        function=rules.function_for(timing, consented=consent is not None, course=course),
    )


def end_obstacles(
    evaluation: Evaluation,
    occasions: Iterable[str],
    *,
    consents: Sequence[Consent],
    team: Mapping[UUID, str],
    menus: Sequence[MenuPlan] = (),
) -> list[Obstacle]:
    """What the end of support still needs beside the meeting's word (R-COOR-08, R-COOR-09)."""
    course = course_of(evaluation)
    if evaluation.conclusion == Conclusion.INTERRUPT:
        found = rules.interruption_obstacles(
            case_id=evaluation.case_id,
            lost_on=evaluation.contact_lost_on,
            attempts=evaluation.contact_attempts,
            records=len(evaluation.attempt_records),
            course=course,
        )
    else:
        found = rules.closure_obstacles(closure_facts(evaluation.case_id, evaluation, occasions))
    if standing_consent(consents, on=today()) is not None:
        requirement = "R-COOR-09" if evaluation.conclusion == Conclusion.INTERRUPT else "R-COOR-08"
        found += rules.menu_obstacles([(str(one), one.id) for one in menus], requirement=requirement)
    return found + rules.after_obstacles(
        case_id=evaluation.case_id, unknowing=_unknowing(evaluation, consents, team), course=course
    )


def menus_in_the_way(evaluations: Iterable[Evaluation]) -> MenusOfCourses:
    """The own plans of ② and ④ that run or wait, by case and the course that is to end. One query for each course."""
    ending: dict[str, set[UUID]] = defaultdict(set)
    for one in evaluations:
        ending[course_of(one)].add(one.case_id)
    found: MenusOfCourses = defaultdict(list)
    for course, case_ids in ending.items():
        for menu in menus_ending_with(course, case_ids, states=MENUS_IN_THE_WAY):
            found[menu.case_id, course].append(menu)
    return found


def _unknowing(evaluation: Evaluation, consents: Sequence[Consent], team: Mapping[UUID, str]) -> list[str]:
    """Of those named for the time after, the agencies that neither work by a right of their own nor by consent."""
    named = {a.id: a for a in (evaluation.lead_agency_after, evaluation.follow_up_agency) if a is not None}
    asked = {key for key in named if team.get(key, EvidenceType.TEAM) == EvidenceType.TEAM}
    knowing = covered(consents, asked, on=today()) if asked else set()
    return [named[key].name for key in named if key in asked - knowing]


def _members(named: set[UUID | None], team: dict[UUID, str], consent: Consent | None) -> set[UUID]:
    """Those named in the plan and those at work on the case, without any that the person does not let know."""
    if consent is None:
        return {agency for agency, kind in team.items() if kind != EvidenceType.TEAM}
    wanted = ({agency for agency in named if agency} | set(team)) - set(consent.excluded)
    if not consent.all_agencies:
        wanted = {
            a for a in wanted if a in consent.agencies or team.get(a, EvidenceType.TEAM) != EvidenceType.TEAM
        }
    return wanted


def occasions_of(case_ids: Iterable[UUID]) -> dict[UUID, set[str]]:
    """At which occasions connectedness was looked at, for many cases in one query."""
    found: dict[UUID, set[str]] = defaultdict(set)
    rows = Connectedness.objects.filter(case_id__in=list(case_ids)).values_list("case_id", "occasion")
    for case_id, occasion in rows:
        found[case_id].add(occasion)
    return found


def closure_facts(
    case_id: UUID,
    evaluation: Evaluation | None,
    occasions: Iterable[str],
    *,
    lead_agency: Agency | None = None,
    follow_up_on: date | None = None,
    follow_up_by: Agency | None = None,
    follow_up_how: str = "",
) -> rules.ClosureFacts:
    """What stands ready for closure; what the meeting itself says counts before what the evaluation says."""
    return rules.ClosureFacts(
        case_id=case_id,
        evaluated=evaluation is not None,
        first_score=Occasion.PLAN in occasions,
        last_score=Occasion.CLOSURE in occasions,
        lead_after=bool(lead_agency or (evaluation and evaluation.lead_agency_after_id)),
        follow_up_on=follow_up_on or (evaluation.follow_up_on if evaluation else None),
        follow_up_by=bool(follow_up_by or (evaluation and evaluation.follow_up_agency_id)),
        follow_up_how=follow_up_how or (evaluation.follow_up_how if evaluation else ""),
        course=course_of(evaluation),
        remaining_issues=evaluation.remaining_issues if evaluation else "",
        person_wish=evaluation.person_wish if evaluation else "",
        staff_opinion=evaluation.staff_opinion if evaluation else "",
    )


def teams_of(case_ids: Iterable[UUID], *, on: date) -> dict[UUID, dict[UUID, str]]:
    """The agencies that work on each case that day, and as what; whether consent lets them see it or not."""
    rows = Evidence.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=on),
        case_id__in=list(case_ids),
        valid_from__lte=on,
        type__in=[EvidenceType.OWN_WORK, EvidenceType.ENTRUSTED, EvidenceType.TEAM],
    )
    found: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    for case_id, agency_id, kind in rows.values_list("case_id", "agency_id", "type"):
        if found[case_id].get(agency_id) in (None, EvidenceType.TEAM):
            found[case_id][agency_id] = kind
    return found
