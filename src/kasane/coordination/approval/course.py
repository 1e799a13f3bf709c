"""Where a 起案 stands, who may answer it, and its answers (R-COOR-06)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.agencies.models import Role
from kasane.coordination.approval.rules import Answerer
from kasane.coordination.choices import ApprovalState, StepResult
from kasane.coordination.models import Approval, ApprovalStep, Plan
from kasane.coordination.queries import application_of


def deciding_agency_id(plan: Plan) -> UUID | None:
    """The division that decides on this plan."""
    application = application_of(plan.case_id, plan.course)
    return application.deciding_agency_id if application else None


def approvals_of(plan: Plan) -> list[Approval]:
    """Every 起案 of a plan with its answers, first to last. Two queries."""
    return list(
        Approval.objects.filter(plan=plan)
        .select_related("drafted_by", "agency")
        .prefetch_related("steps__user", "steps__agency")
    )


def open_approval(plan: Plan) -> Approval | None:
    """The 起案 that waits for an answer."""
    return next((one for one in approvals_of(plan) if one.state == ApprovalState.OPEN), None)


def waiting_steps(approval: Approval | None) -> list[str]:
    """The steps still to come, in their order; none where nothing was drafted."""
    return approval.route[len(approval.steps.all()) :] if approval else []


def answerer(plan: Plan, approval: Approval | None, *, by: Actor) -> Answerer:
    """How the one who acts stands to the 起案."""
    return Answerer(
        own_agency=deciding_agency_id(plan) == by.agency.id,
        is_decider=by.is_decider,
        is_manager=by.role == Role.MANAGER,
        drafted=approval is not None and approval.drafted_by_id == by.user.id,
        answered=approval is not None and any(step.user_id == by.user.id for step in approval.steps.all()),
    )


def answer(
    approval: Approval, result: StepResult, *, by: Actor, on: date, note: str = "", substitute: str = ""
) -> ApprovalStep:
    """Writes down one answer; the last one, and every 差し戻し, ends the 起案."""
    place = len(approval.steps.all())
    step = ApprovalStep.objects.create(
        case_id=approval.case_id,
        kinds=approval.kinds,
        approval=approval,
        order=place + 1,
        title=approval.route[min(place, len(approval.route) - 1)],
        result=result,
        user=by.user,
        agency=by.agency,
        answered_on=on,
        note=note,
        substitute_reason=substitute,
    )
    if result != StepResult.PASSED:
        approval.state = ApprovalState.DECIDED if result == StepResult.DECIDED else ApprovalState.RETURNED
        approval.ended_on = on
        approval.save(update_fields=["state", "ended_on"])
    return step
