"""起案, passing on, and giving a 起案 back (R-COOR-06). The decision itself is `actions.decide`."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.coordination.actions.decision import ask_deciding_desk
from kasane.coordination.approval import rules
from kasane.coordination.approval.course import (
    answer,
    answerer,
    deciding_agency_id,
    open_approval,
    waiting_steps,
)
from kasane.coordination.approval.text import draft_text
from kasane.coordination.choices import StepResult
from kasane.coordination.models import Approval, ApprovalStep, Plan
from kasane.coordination.queries import plan_in_full


def draft_obstacles(plan: Plan, *, by: Actor, text: str) -> list[Obstacle]:
    """What forbids `draft_decision`; screens ask first."""
    return rules.draft_obstacles(
        plan_id=plan.id,
        state=plan.state,
        of_municipality=by.post.sees_cases
        and (
            deciding_agency_id(plan) == by.agency.id
            or (plan.agency_id == by.agency.id and by.agency.is_municipality)
        ),
        open_draft=open_approval(plan) is not None,
        text=text,
        course=plan.course,
    )


@transaction.atomic
def draft_decision(plan: Plan, *, by: Actor, on: date, text: str | None = None, number: str = "") -> Approval:
    """起案: puts the plan to those who decide. `text` None: as prefilled.

    Raises Forbidden before the conference has agreed, and for anybody outside the municipality.
    """
    Plan.lock(plan.pk, version=None)
    row = plan_in_full().get(pk=plan.pk)
    words = draft_text(row) if text is None else text
    require(draft_obstacles(row, by=by, text=words))
    approval = Approval.objects.create(
        case_id=row.case_id,
        kinds=row.kinds,
        plan=row,
        drafted_on=on,
        drafted_by=by.user,
        agency=by.agency,
        number=number,
        text=words,
        route=list(profile.current().rules.approval_steps),
    )
    _ask(row, approval, by=by, on=on)
    cases.add_event(
        row.case_id,
        by=by,
        code="decision_drafted",
        title=f"プラン({row.name})の支援決定を起案しました",
        on=on,
        kinds=row.kinds,
        subject="plan",
        subject_id=row.id,
    )
    return approval


@transaction.atomic
def pass_on(plan: Plan, *, by: Actor, on: date, note: str = "") -> ApprovalStep:
    """One of those before the decider has read the 起案; it goes to the next. Raises Forbidden at the last step."""
    row = Plan.lock(plan.pk, version=None)
    approval = open_approval(row)
    waiting = waiting_steps(approval)
    require(
        rules.step_obstacles(plan_id=row.id, waiting=waiting, who=answerer(row, approval, by=by), last=False)
    )
    assert approval is not None
    step = answer(approval, StepResult.PASSED, by=by, on=on, note=note)
    _ask(row, open_approval(row), by=by, on=on)
    return step


@transaction.atomic
def return_draft(plan: Plan, *, by: Actor, on: date, note: str) -> ApprovalStep:
    """Gives the 起案 back to the one who drafted it, with the reason; the plan itself stays as it is."""
    row = Plan.lock(plan.pk, version=None)
    approval = open_approval(row)
    waiting = waiting_steps(approval)
    require(
        rules.return_draft_obstacles(
            plan_id=row.id, waiting=waiting, who=answerer(row, approval, by=by), note=note
        )
    )
    assert approval is not None
    step = answer(approval, StepResult.RETURNED, by=by, on=on, note=note)
    cases.complete_tasks(row.case_id, by=by, on=on, kind=cases.TaskKind.DECISION, source_id=row.id)
    ask_deciding_desk(row, on=on, what=f"差し戻された起案(プラン({row.name}))を直す", someone_waits=True)
    cases.add_event(
        row.case_id,
        by=by,
        code="draft_returned",
        title=f"プラン({row.name})の起案を差し戻しました",
        body=note,
        on=on,
        kinds=row.kinds,
        subject="plan",
        subject_id=row.id,
    )
    return step


def _ask(plan: Plan, approval: Approval | None, *, by: Actor, on: date) -> None:
    """The next of those who are asked has it on 今日やること."""
    cases.complete_tasks(plan.case_id, by=by, on=on, kind=cases.TaskKind.DECISION, source_id=plan.id)
    step = waiting_steps(approval)[0]
    ask_deciding_desk(plan, on=on, what=f"プラン({plan.name})の支援決定({step})", someone_waits=True)
