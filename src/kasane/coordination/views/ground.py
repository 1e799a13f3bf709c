"""What the pages of coordination share."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from kasane.cases.models import Case
from kasane.coordination.models import Plan
from kasane.coordination.queries import found_or_404, plan_in_full
from kasane.disclosure.access import open_case


def open_plan(request: HttpRequest, plan_id: UUID, *, purpose: str) -> tuple[Plan, Case]:
    """A plan with its lines and its case; Http404 for everybody who may not see it (R-DIS-01)."""
    plan = found_or_404(plan_in_full(), pk=plan_id)
    case = open_case(plan.case_id, by=request.actor, purpose=purpose, subject=plan.id)
    plan.case = case
    return plan, case
