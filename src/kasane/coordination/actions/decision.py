"""支援決定: when a plan is final, and what the municipality says to it (R-COOR-06)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.coordination import rules
from kasane.coordination.actions.course import finish_tasks
from kasane.coordination.approval import rules as approving
from kasane.coordination.approval.course import (
    answer,
    answerer,
    deciding_agency_id,
    open_approval,
    waiting_steps,
)
from kasane.coordination.approval.text import needing
from kasane.coordination.choices import Course, DecisionResult, PlanState, StepResult
from kasane.coordination.models import Approval, Decision, ItemDecision, Plan
from kasane.coordination.progress.asking import ask_for_progress
from kasane.coordination.queries import application_of, waits_for_report
from kasane.coordination.roles import left_out
from kasane.disclosure import api as disclosure

DECISION_DUE = timedelta(days=14)
"""Until when the municipality is to decide, or to confirm a report."""


@transaction.atomic
def decide(
    plan: Plan,
    *,
    by: Actor,
    on: date,
    number: str = "",
    note: str = "",
    refused: Mapping[UUID, str] | None = None,
    substitute: str = "",
) -> Decision:
    """The municipality decides on each line that needs it, and checks the rest: with that the plan is final (R-COOR-06 a, b).

    `refused`: lines that are not decided on, with the reason; they are not carried out. `substitute`: why somebody
    decides in the place of the decider (代決). Raises Forbidden before the conference has agreed and before the 起案,
    for the one who drafted it, and for anybody but the deciding desk.
    """
    row = Plan.lock(plan.pk, version=None)
    approval = _to_decide(row, by=by, substitute=substitute)
    lines, no = needing(row), dict(refused or {})
    require(
        approving.item_obstacles(
            [str(item.id) for item in lines],
            {str(one): reason for one, reason in no.items()},
            {str(item.id): item.support for item in lines},
        )
    )
    pattern = rules.pattern_of([item.service for item in row.items.all()], row.course)
    only = pattern == rules.Pattern.ONLY_DECIDED
    decision = Decision.objects.create(
        case_id=row.case_id,
        plan=row,
        result=DecisionResult.DECIDED if only else DecisionResult.CONFIRMED,
        decided_on=on,
        number=number,
        note=note,
        decider=by.user,
        agency=by.agency,
    )
    ItemDecision.objects.bulk_create(
        ItemDecision(
            case_id=row.case_id,
            kinds=row.kinds,
            decision=decision,
            item=item,
            decided=item.id not in no,
            reason=no.get(item.id, ""),
        )
        for item in lines
    )
    answer(approval, StepResult.DECIDED, by=by, on=on, note=note, substitute=substitute)
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    cases.add_event(
        row.case_id,
        by=by,
        code="decided",
        title=f"プラン({row.name})を{decision.get_result_display()}しました",
        on=on,
        kinds=row.kinds,
        subject="plan",
        subject_id=row.id,
    )
    make_final(row, by=by, on=on)
    return decision


@transaction.atomic
def return_plan(plan: Plan, *, by: Actor, on: date, note: str) -> Decision:
    """The municipality gives the plan back with its reason; it is a draft again (R-COOR-06)."""
    row = Plan.lock(plan.pk, version=None)
    require(
        rules.decide_obstacles(
            state=row.state,
            is_decider=by.is_decider,
            own_agency=deciding_agency_id(row) == by.agency.id,
            course=row.course,
            returns=True,
            note=note,
        )
    )
    approval = open_approval(row)
    if approval is not None:
        answer(approval, StepResult.RETURNED, by=by, on=on, note=note)
    decision = Decision.objects.create(
        case_id=row.case_id,
        plan=row,
        result=DecisionResult.RETURNED,
        decided_on=on,
        note=note,
        decider=by.user,
        agency=by.agency,
    )
    row.state, row.submitted_on, row.returned_note = PlanState.DRAFT, None, note
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    ask_to_mend(row, by=by, on=on, what=f"差し戻されたプラン({row.name})を直す")
    cases.add_event(
        row.case_id,
        by=by,
        code="plan_returned",
        title=f"プラン({row.name})を差し戻しました",
        body=note,
        on=on,
        kinds=row.kinds,
        subject="plan",
        subject_id=row.id,
    )
    return decision


@transaction.atomic
def confirm_report(plan: Plan, *, by: Actor, on: date, note: str = "") -> Decision:
    """The municipality has read the report of a plan that needed no decision (R-COOR-06 c)."""
    row = Plan.lock(plan.pk, version=None)
    require(
        rules.report_obstacles(
            is_decider=by.is_decider,
            own_agency=deciding_agency_id(row) == by.agency.id,
            waiting=waits_for_report(row),
        )
    )
    decision = Decision.objects.create(
        case_id=row.case_id,
        plan=row,
        result=DecisionResult.REPORTED,
        decided_on=on,
        note=note,
        decider=by.user,
        agency=by.agency,
    )
    cases.complete_tasks(row.case_id, by=by, on=on, kind=cases.TaskKind.DECISION, source_id=row.id)
    return decision


def make_final(plan: Plan, *, by: Actor, on: date) -> None:
    """The plan is in force: its agencies are the team from that day, and the version before it ends (R-COOR-06)."""
    standing = Plan.objects.filter(case_id=plan.case_id, course=plan.course, state=PlanState.FINAL)
    before = standing.exclude(pk=plan.pk).first()
    if before is not None:
        before.state, before.ended_on = PlanState.SUPERSEDED, on
        before.save_next()
    plan.state, plan.final_on, plan.returned_note = PlanState.FINAL, on, ""
    plan.save_next()
    if plan.case.stage == cases.Stage.PLAN:
        cases.advance(plan.case, cases.Stage.SUPPORT, by=by)
    if plan.next_monitoring_on:
        if before is not None:
            finish_tasks(plan.case_id, cases.TaskKind.MONITORING, course=plan.course, by=by, on=on)
        cases.add_task(
            plan.case_id,
            agency=plan.agency,
            kind=cases.TaskKind.MONITORING,
            what="モニタリング",
            due_on=plan.next_monitoring_on,
            since=on,
            source="plan",
            source_id=plan.id,
        )
        ask_for_progress(plan, monitoring_on=plan.next_monitoring_on, on=on)
    if plan.evaluate_on is not None:
        plan_evaluation(plan, by=by, on=on, due_on=plan.evaluate_on)
    cases.add_event(
        plan.case_id,
        by=by,
        code="plan_final",
        title=f"{plan.full_name}が確定しました",
        on=on,
        kinds=plan.kinds,
        subject="plan",
        subject_id=plan.id,
    )
    _team(plan, before, on=on)


def plan_evaluation(plan: Plan, *, by: Actor, on: date, due_on: date) -> None:
    """The evaluation of 自立相談支援 waits on its day from the beginning (概ね3か月, 6か月, 1年; R-SELF-01)."""
    if plan.course != Course.SELF_RELIANCE:
        return
    finish_tasks(plan.case_id, cases.TaskKind.EVALUATION, course=plan.course, by=by, on=on)
    cases.add_task(
        plan.case_id,
        agency=plan.agency,
        kind=cases.TaskKind.EVALUATION,
        what="プランを評価し、支援調整会議にかける",
        due_on=due_on,
        since=on,
        source="plan",
        source_id=plan.id,
    )


def _team(plan: Plan, before: Plan | None, *, on: date) -> None:
    refused = left_out(plan)
    agencies = {item.agency_id for item in plan.items.all() if item.id not in refused} | {plan.lead_agency_id}
    disclosure.add_evidence(
        plan.case_id,
        [
            disclosure.New(
                disclosure.EvidenceType.TEAM,
                agency_id,
                note="プランの担当機関",
                source="plan",
                source_id=plan.id,
            )
            for agency_id in sorted(a for a in agencies if a)
        ],
        on=on,
    )
    disclosure.end_evidence(plan.case_id, on=on, source="early_start", source_id=plan.id)
    earlier = before or plan.previous
    if earlier is not None:
        disclosure.end_evidence(plan.case_id, on=on, source="plan", source_id=earlier.id)


def ask_deciding_desk(plan: Plan, *, on: date, what: str, someone_waits: bool) -> None:
    """Puts the plan onto the desk of the division that decides."""
    application = application_of(plan.case_id, plan.course)
    if application is None or application.deciding_agency is None:
        return
    cases.add_task(
        plan.case_id,
        agency=application.deciding_agency,
        kind=cases.TaskKind.DECISION,
        what=what,
        due_on=on + DECISION_DUE,
        since=on,
        someone_waits=someone_waits,
        source="plan",
        source_id=plan.id,
    )


def ask_to_mend(plan: Plan, *, by: Actor, on: date, what: str) -> None:
    """The plan comes back to those who wrote it."""
    cases.add_task(
        plan.case_id,
        agency=plan.agency,
        kind=cases.TaskKind.PLAN,
        what=what,
        due_on=on + DECISION_DUE,
        since=on,
        someone_waits=True,
        source="plan",
        source_id=plan.id,
    )


def _to_decide(plan: Plan, *, by: Actor, substitute: str) -> Approval:
    """The 起案 the actor may decide on. Raises Forbidden."""
    approval = open_approval(plan)
    require(
        rules.state_obstacles(plan.state, plan.course)
        or approving.step_obstacles(
            plan_id=plan.id,
            waiting=waiting_steps(approval),
            who=answerer(plan, approval, by=by),
            last=True,
            substitute=substitute,
        )
    )
    assert approval is not None
    return approval
