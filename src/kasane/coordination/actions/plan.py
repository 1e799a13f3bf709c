"""プラン (2-4): making, changing, putting to the conference, new versions (R-COOR-04, R-COOR-05, R-COOR-07)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.actions.course import carry, finish_tasks, resume_course, take_up
from kasane.coordination.choices import Course, PlanState, Service
from kasane.coordination.lines import GoalLine, ItemLine, carried
from kasane.coordination.linking import plain_name, staff_behind
from kasane.coordination.models import Plan, PlanGoal, PlanItem
from kasane.coordination.queries import (
    application_of,
    assessment_of,
    consent_of,
    open_plan_of,
    plan_facts,
    standing_of,
    waiting_evaluation_of,
)
from kasane.disclosure import api as disclosure

CONFERENCE_DUE = timedelta(days=14)
"""Until when a plan that was handed in is to be put to the conference."""
CARRIED = (
    "issues", "wish", "long_goal", "lead_agency", "lead_staff", "uses_participation", "participation_reason",
    "uses_outreach", "outreach_reason", "evaluation_months", "kinds",
)  # fmt: skip
"""What a new version takes over; consent, signature, dates and early start are asked anew."""


@transaction.atomic
def make_plan(
    case: Case,
    *,
    by: Actor,
    on: date,
    course: str = Course.COORDINATION,
    goals: Sequence[GoalLine] = (),
    items: Sequence[ItemLine] = (),
    **values: Any,
) -> Plan:
    """Starts the first plan of a case in a course as a draft (R-COOR-04, R-SELF-01). `values` are fields of Plan.

    Raises Forbidden before application, summary and screening, and while another version is in the making.
    """
    assessment = assessment_of(case.id)
    waiting = open_plan_of(case.id, course)
    require(
        rules.make_plan_obstacles(
            standing_of(case, by=by, course=course),
            applied=application_of(case.id, course) is not None,
            has_summary=assessment is not None and assessment.has_summary,
            screening=assessment.screening if assessment else "",
            open_plan=waiting.id if waiting else None,
        )
    )
    newest = Plan.objects.filter(case=case, course=course).order_by("-number").first()
    number = newest.number + 1 if newest else 1
    plan = Plan.objects.create(
        case=case,
        course=course,
        number=number,
        previous=newest,
        made_on=on,
        author=by.user,
        agency=by.agency,
        **values,
    )
    set_lines(plan, goals, items)
    _start_early(plan, on=on)
    if case.stage == cases.Stage.ASSESSMENT:
        cases.advance(case, cases.Stage.PLAN, by=by)
    _goes_on(plan, by=by, on=on)
    _tell(plan, by=by, on=on, code="plan_made", title=f"プラン({plan.name})をつくり始めました")
    return plan


@transaction.atomic
def change_plan(
    plan: Plan,
    *,
    by: Actor,
    version: int | None = None,
    goals: Sequence[GoalLine] = (),
    items: Sequence[ItemLine] = (),
    **values: Any,
) -> Plan:
    """Changes a plan in the making. Raises Forbidden once it has been handed in, StaleEdit when it moved."""
    row = Plan.lock(plan.pk, version=version)
    require(
        rules.plan_edit_obstacles(
            standing_of(row.case, by=by, course=row.course), state=row.state, plan_id=row.id
        )
    )
    for name, value in values.items():
        setattr(row, name, value)
    _taken_up(row, by=by)
    row.save_next()
    set_lines(row, goals, items)
    _start_early(row, on=row.made_on)
    return row


@transaction.atomic
def submit_plan(plan: Plan, *, by: Actor, on: date) -> Plan:
    """Hands the plan in for its conference. Raises Forbidden with all that is still missing (R-COOR-04, R-CONF-03)."""
    row = Plan.lock(plan.pk, version=None)
    require(
        rules.submit_obstacles(
            standing_of(row.case, by=by, course=row.course),
            plan_facts(row),
            consented=consent_of(row.case_id, on=on) is not None,
        )
    )
    _taken_up(row, by=by)
    row.state, row.submitted_on, row.returned_note = PlanState.SUBMITTED, on, ""
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, kind=cases.TaskKind.PLAN, source_id=row.id)
    cases.add_task(
        row.case_id,
        agency=by.agency,
        kind=cases.TaskKind.CONFERENCE,
        what=f"プラン({row.name})を{row.words.conference}にかける",
        due_on=on + CONFERENCE_DUE,
        since=on,
        source="plan",
        source_id=row.id,
    )
    _tell(row, by=by, on=on, code="plan_submitted", title=f"プラン({row.name})を会議に出しました")
    return row


@transaction.atomic
def take_back_plan(plan: Plan, *, by: Actor, on: date) -> Plan:
    """Takes a plan back from the conference before it was judged, to change it."""
    row = Plan.lock(plan.pk, version=None)
    require(rules.take_back_obstacles(standing_of(row.case, by=by, course=row.course), state=row.state))
    row.state, row.submitted_on = PlanState.DRAFT, None
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    _tell(row, by=by, on=on, code="plan_taken_back", title=f"プラン({row.name})を会議から取り下げました")
    return row


@transaction.atomic
def replan(plan: Plan, *, by: Actor, on: date) -> Plan:
    """Starts a new version that carries over what the present one says; the present one goes on (R-COOR-07)."""
    row = Plan.lock(plan.pk, version=None)
    in_the_making = open_plan_of(row.case_id, row.course)
    require(
        rules.replan_obstacles(
            standing_of(row.case, by=by, course=row.course),
            state=row.state,
            open_plan=in_the_making.id if in_the_making else None,
            waiting_evaluation=waiting_evaluation_of(row.case_id, row.course) is not None,
            newest=not Plan.objects.filter(
                case_id=row.case_id, course=row.course, number__gt=row.number
            ).exists(),
        )
    )
    new = Plan.objects.create(
        case=row.case,
        course=row.course,
        number=row.number + 1,
        previous=row,
        made_on=on,
        author=by.user,
        agency=by.agency,
        **{name: getattr(row, name) for name in CARRIED},
    )
    goals, items = lines_of(row)
    set_lines(new, goals, items)
    _goes_on(new, by=by, on=on)
    _tell(new, by=by, on=on, code="replan", title=f"再プランを始めました({new.name})")
    return new


def set_lines(plan: Plan, goals: Sequence[GoalLine], items: Sequence[ItemLine]) -> None:
    """The lines of a plan in the making are replaced as a whole; the log keeps the earlier ones.

    Raises Forbidden where a line names a goal that is not there, or ends before it begins (R-COOR-04).
    """
    require(rules.lines_obstacles(len(goals), [(line.goal, line.from_on, line.until_on) for line in items]))
    plan.items.all().delete()
    plan.goals.all().delete()
    ground = {"case_id": plan.case_id, "plan": plan, "kinds": plan.kinds}
    rows = PlanGoal.objects.bulk_create(
        PlanGoal(order=place, **ground, **vars(line) | {"issue_ids": list(line.issue_ids)})
        for place, line in enumerate(goals, 1)
    )
    by_place: dict[int, PlanGoal] = {row.order: row for row in rows}
    people = staff_behind((line.agency.id, line.staff) for line in items)
    PlanItem.objects.bulk_create(
        PlanItem(
            order=place,
            user=people.get((line.agency.id, plain_name(line.staff))),
            **ground,
            **vars(line) | {"goal": by_place.get(line.goal)},
        )
        for place, line in enumerate(items, 1)
    )


def lines_of(plan: Plan) -> tuple[list[GoalLine], list[ItemLine]]:
    """The lines of a saved plan, to make them again in another."""
    goals = [GoalLine(**carried(goal, GoalLine)) for goal in plan.goals.all()]
    items = [ItemLine(**carried(item, ItemLine)) for item in plan.items.select_related("agency", "goal")]
    return goals, items


def _goes_on(plan: Plan, *, by: Actor, on: date) -> None:
    """A new plan in a course: what asked for it is done, and the course runs (again)."""
    finish_tasks(plan.case_id, cases.TaskKind.PLAN, course=plan.course, by=by, on=on)
    if plan.course == Course.COORDINATION:
        take_up(plan.case, by=by, on=on)
    resume_course(plan.case_id, plan.course)


def _taken_up(plan: Plan, *, by: Actor) -> None:
    """Who first goes on writing what 自立相談支援 handed on becomes its author and carries the case (R-SELF-01)."""
    if plan.course != Course.COORDINATION:
        return
    before = plan.previous if plan.agency_id != by.agency.id else None
    if before is not None and before.course == Course.SELF_RELIANCE and plan.agency_id == before.agency_id:
        plan.author, plan.agency = by.user, by.agency
        carry(plan.case, by=by)
    take_up(plan.case, by=by, on=today())


def _start_early(plan: Plan, *, on: date) -> None:
    """② and ④ begin before the decision: their agencies join the team from that day on (R-COOR-05)."""
    wanted = {
        item.agency_id for item in plan.items.all() if item.service in (Service.PARTICIPATION, Service.OUTREACH)
    }  # fmt: skip
    if plan.early_start:
        require(
            rules.early_start_obstacles(
                plan_id=plan.id,
                reason=plan.early_start_reason,
                started_on=plan.early_started_on,
                uses_decided=bool(wanted),
                consented=consent_of(plan.case_id, on=today()) is not None,
            )
        )
    kept = wanted if plan.early_start else set()
    disclosure.end_evidence(
        plan.case_id, on=on, source="early_start", source_id=plan.id, keep_agencies=kept, at_once=True
    )
    disclosure.add_evidence(
        plan.case_id,
        [
            disclosure.New(
                disclosure.EvidenceType.TEAM,
                agency_id,
                note="支援決定の前に始める担当機関",
                source="early_start",
                source_id=plan.id,
            )
            for agency_id in sorted(kept)
        ],
        on=plan.early_started_on or on,
    )


def _tell(plan: Plan, *, by: Actor, on: date, code: str, title: str) -> None:
    cases.add_event(
        plan.case_id,
        by=by,
        code=code,
        title=title,
        on=on,
        kinds=plan.kinds,
        subject="plan",
        subject_id=plan.id,
    )
