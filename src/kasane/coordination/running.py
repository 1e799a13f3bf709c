"""The plans that run or are in the making, read once per page for the panels of coordination and of conferences."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from kasane.cases.models import Case
from kasane.cases.panels import once
from kasane.coordination.choices import OPEN_PLAN_STATES, Course, EvaluationState, PlanState
from kasane.coordination.models import Evaluation, Plan
from kasane.coordination.rules.course import words


def running_plans(case: Case) -> list[Any]:
    """Each with `waiting` and `waiting_id`: the evaluation of it that waits for its conference. One query."""
    return once(case, "running_plans", lambda: _read(case.id))


def _read(case_id: UUID) -> list[Plan]:
    waiting = Evaluation.objects.filter(plan=OuterRef("pk"), state=EvaluationState.WAITING)
    return list(
        Plan.objects.filter(case_id=case_id, state__in=[*OPEN_PLAN_STATES, PlanState.FINAL])
        .annotate(
            waiting=Subquery(waiting.values("conclusion")[:1]), waiting_id=Subquery(waiting.values("id")[:1])
        )
        .order_by("course", "number")
    )


def add_item_url(case: Case, subject_id: UUID | None) -> str:
    """The name of the page that puts this plan or evaluation before the conference of its course."""
    course = next(
        (plan.course for plan in running_plans(case) if subject_id in (plan.id, plan.waiting_id)),
        Course.COORDINATION,
    )
    return words(course).add_item_url
