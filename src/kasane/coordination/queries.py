"""What screens and rules read of coordination. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from kasane.agencies import queries as structure
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, DeliveryDivision, Post, ProgramCode, Role
from kasane.base.choices import Issue
from kasane.base.dates import today
from kasane.base.kinds import combine
from kasane.coordination import rules
from kasane.coordination.choices import (
    OPEN_PLAN_STATES,
    Course,
    DecisionResult,
    EvaluationState,
    PlanState,
)
from kasane.coordination.models import (
    Application,
    Assessment,
    AssessmentPart,
    ConferenceJudgement,
    Connectedness,
    Evaluation,
    Monitoring,
    MonitoringItem,
    PersonIssue,
    Plan,
    PlanItem,
)
from kasane.disclosure.access import Today
from kasane.disclosure.api import agencies_covered, consents_of, said
from kasane.disclosure.models import Consent, Grant

_M = TypeVar("_M", bound=Model)


def standing_of(case: Any, *, by: Actor, course: str = Course.COORDINATION) -> rules.Standing:
    """How the actor stands to the case in a course: one query, for 自立相談支援 two."""
    mine = Q(agency_id=by.agency.id) | Q(user_id=by.user.id)
    rows = Grant.objects.filter(mine, case_id=case.id, writes=True, valid__contains=Today())
    kinds = combine(list(rows.values_list("kinds", flat=True)))
    if course != Course.SELF_RELIANCE:
        return rules.Standing(case.id, case.is_open, kinds, by.is_coordinator)
    desks = self_reliance_agencies()
    return rules.Standing(
        case.id,
        case.is_open,
        kinds,
        by.is_coordinator,
        course=course,
        offered=bool(desks),
        delivers=by.agency.id in desks,
        carries=case.responsible_agency_id == by.agency.id or runs_at(case.id, by.agency.id),
    )


def runs_at(case_id: UUID, agency_id: UUID) -> bool:
    """Whether 自立相談支援 of the case goes on at this agency, whoever is responsible meanwhile (R-SELF-01). One query."""
    return Application.objects.filter(
        case_id=case_id,
        course=Course.SELF_RELIANCE,
        agency_id=agency_id,
        taken_up_on__isnull=False,
        ended_on__isnull=True,
    ).exists()


def self_reliance_agencies() -> set[UUID]:
    """The agencies that deliver 自立相談支援事業 (エ) in this town (R-SELF-01, R-DEL-02). One query."""
    rows = structure.deliveries_in_force().filter(
        program=ProgramCode.SELF_RELIANCE.value, agencies__is_active=True
    )
    return set(rows.values_list("agencies", flat=True))


def consent_of(case_id: UUID, *, on: date) -> Consent | None:
    """The consent given with the application that stands on that day (R-COOR-01)."""
    return standing_consent(consents_of(case_id), on=on)


def standing_consent(consents: Sequence[Consent], *, on: date) -> Consent | None:
    """The same, among consents already read."""
    return rules.sharing_consent(consents, latest_word=said(consents, on=on), on=on)


def found_or_404(rows: QuerySet[_M], **wanted: Any) -> _M:
    """The one row the viewer may see; Http404 tells strangers nothing."""
    row = rows.filter(**wanted).first()
    if row is None:
        raise Http404
    return row


def application_of(case_id: UUID, course: str = Course.COORDINATION) -> Application | None:
    return (
        Application.objects.filter(case_id=case_id, course=course)
        .select_related("received_by", "agency", "deciding_agency")
        .first()
    )


def courses_of(case_id: UUID) -> set[str]:
    """The courses the person has applied for: one assessment serves them both. One query."""
    return set(Application.objects.filter(case_id=case_id).values_list("course", flat=True))


def course_for(courses: Collection[str], *, by: Actor) -> str:
    """In which of these courses the viewer goes on: the coordinator in 多機関協働, the desk in its own."""
    if Course.SELF_RELIANCE not in courses or (Course.COORDINATION in courses and by.is_coordinator):
        return Course.COORDINATION
    return Course.SELF_RELIANCE


def deciding_division(by: Actor, course: str = Course.COORDINATION) -> Agency | None:
    """The division of the town that decides on support: 所管課 of the course's delivery, else that of ⑤, else the one
    above the agency, else the first division with somebody who decides."""
    division = _division_of_self_reliance() if course == Course.SELF_RELIANCE else None
    division = division or structure.deciding_division()
    if division is not None:
        return division
    if by.agency.parent is not None:
        return by.agency.parent
    day = today()
    post = (
        Post.objects.filter(role=Role.DECIDER, agency__kind=AgencyKind.DIVISION, starts_on__lte=day)
        .filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))
        .select_related("agency")
        .order_by("agency__order", "agency__name")
        .first()
    )
    return post.agency if post else None


def _division_of_self_reliance() -> Agency | None:
    link = (
        DeliveryDivision.objects.filter(
            delivery__is_active=True,
            delivery__program=ProgramCode.SELF_RELIANCE.value,
            agency__is_active=True,
        )
        .select_related("agency")
        .order_by("delivery__order", "order")
        .first()
    )
    return link.agency if link else None


def assessment_of(case_id: UUID) -> Assessment | None:
    return Assessment.objects.filter(case_id=case_id).first()


def sheet_and_courses(case_id: UUID) -> tuple[Assessment | None, set[str]]:
    """The assessment with the courses it serves. One query."""
    applied = Application.objects.filter(case_id=OuterRef("case_id")).values("course")
    sheet = Assessment.objects.filter(case_id=case_id).annotate(courses=ArraySubquery(applied)).first()
    return sheet, set(sheet.courses) if sheet else set()  # type: ignore[attr-defined]


def contributions_of(case_id: UUID) -> dict[str, list[AssessmentPart]]:
    """By section what each agency has written, as far as the viewer may see it, the first to write first: one query."""
    rows = AssessmentPart.objects.filter(case_id=case_id).select_related("author", "agency", "taken_by")
    found: dict[str, list[AssessmentPart]] = defaultdict(list)
    for part in rows.order_by("created_at", "id"):
        found[part.section].append(part)
    return dict(found)


def parts_of(case_id: UUID) -> dict[str, AssessmentPart]:
    """Of each section the part written last, of all agencies': one query."""
    return {
        section: max(parts, key=lambda part: (part.gathered_on, part.updated_at))
        for section, parts in contributions_of(case_id).items()
    }


def issues_of(case_id: UUID) -> dict[UUID, list[PersonIssue]]:
    """The issues of each person, in the order of the sheet: one query."""
    order = {value: place for place, value in enumerate(Issue.values)}
    found: dict[UUID, list[PersonIssue]] = defaultdict(list)
    for row in sorted(PersonIssue.objects.filter(case_id=case_id), key=lambda r: order[r.issue]):
        found[row.person_id].append(row)
    return found


def issue_codes(case_id: UUID) -> list[str]:
    """Which issues the アセスメント names for anybody of the case, each once, as far as the viewer sees them. One query."""
    return list(dict.fromkeys(row.issue for rows in issues_of(case_id).values() for row in rows))


def plans_of(case_id: UUID) -> list[Plan]:
    """All versions, newest first."""
    return list(Plan.objects.filter(case_id=case_id).select_related("lead_agency", "agency", "author"))


def plan_in_full() -> QuerySet[Plan]:
    """Plans with goals, items and decisions: six queries for any number."""
    return Plan.objects.select_related("case", "lead_agency", "agency", "author", "previous").prefetch_related(
        "goals", Prefetch("items", PlanItem.objects.select_related("agency", "goal", "user")), "decisions__decider", "decisions__agency", "decisions__items"
    )  # fmt: skip


def open_plan_of(case_id: UUID, course: str = Course.COORDINATION) -> Plan | None:
    """The version in the making, if any."""
    return Plan.objects.filter(case_id=case_id, course=course, state__in=OPEN_PLAN_STATES).first()


def final_plan_of(case_id: UUID, course: str = Course.COORDINATION) -> Plan | None:
    return Plan.objects.filter(case_id=case_id, course=course, state=PlanState.FINAL).first()


def plan_facts(plan: Plan) -> rules.PlanFacts:
    """The plan as plain values for the rules, with what the person shares with each agency."""
    items = list(plan.items.all())
    covered = agencies_covered(plan.case_id, {item.agency_id for item in items}, on=today())
    return rules.PlanFacts(
        plan_id=plan.id,
        state=plan.state,
        issues=plan.issues,
        wish=plan.wish,
        has_lead=plan.lead_agency_id is not None,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        next_monitoring_on=plan.next_monitoring_on,
        uses_participation=plan.uses_participation,
        participation_reason=plan.participation_reason,
        uses_outreach=plan.uses_outreach,
        outreach_reason=plan.outreach_reason,
        person_agreed=plan.person_agreed_on is not None,
        signed=bool(plan.signature and plan.signed_name),
        items=[
            rules.ItemFacts(item.service, item.support, True, item.agency_id in covered) for item in items
        ],
        has_evaluation=plan.evaluation_months is not None,
    )


def judgements_of(subject_ids: Iterable[UUID]) -> list[ConferenceJudgement]:
    return list(
        ConferenceJudgement.objects.filter(subject_id__in=list(subject_ids)).select_related(
            "agency", "recorded_by"
        )
    )


def monitorings_of(plan: Plan) -> list[Monitoring]:
    """The monitorings of one plan, newest first, each with its lines: two queries."""
    return list(
        Monitoring.objects.filter(plan=plan)
        .select_related("author", "agency")
        .prefetch_related(Prefetch("items", MonitoringItem.objects.select_related("item__agency")))
        .order_by("-held_on", "-created_at")
    )


def scores_of(case_id: UUID) -> list[Connectedness]:
    """The course of connectedness, first to last."""
    return list(Connectedness.objects.filter(case_id=case_id).select_related("author", "agency"))


def evaluations_of(case_id: UUID) -> list[Evaluation]:
    """Newest first, each with the results of its goals."""
    return list(
        Evaluation.objects.filter(case_id=case_id)
        .select_related("plan", "author", "agency", "lead_agency_after", "follow_up_agency")
        .prefetch_related("results__goal")
        .order_by("-evaluated_on", "-created_at")
    )


def waiting_evaluation_of(case_id: UUID, course: str = Course.COORDINATION) -> Evaluation | None:
    return Evaluation.objects.filter(
        case_id=case_id, plan__course=course, state=EvaluationState.WAITING
    ).first()


def waits_for_report(plan: Plan) -> bool:
    """A final plan without services to be decided whose report the municipality has not confirmed yet (R-COOR-06 c)."""
    if plan.state != PlanState.FINAL or not is_reported(plan):
        return False
    pattern = rules.pattern_of([item.service for item in plan.items.all()], plan.course)
    reported = any(d.result == DecisionResult.REPORTED for d in plan.decisions.all())
    return pattern == rules.Pattern.NOTHING_DECIDED and not reported


def is_reported(plan: Plan) -> bool:
    """Whether a plan that needs no decision goes to the municipality as a report: one of 自立相談支援 only when the
    agency is not the municipality itself (実施要綱 別記1の4の4(2)オ, R-SELF-01)."""
    return plan.course != Course.SELF_RELIANCE or not plan.agency.is_municipality


def decides_on(plan_id: UUID) -> bool:
    """Whether the municipality decides on something in this plan: then it sits in 支援調整会議 (別記1の4の5(2))."""
    rows = PlanItem.objects.filter(plan=plan_id).values_list("plan__course", "service")
    return any(rules.needs_decision(course, [service]) for course, service in rows)
