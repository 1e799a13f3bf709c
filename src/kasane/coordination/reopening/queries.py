"""What a closed case left behind, and the follow-ups that wait (R-COOR-08, R-COOR-10)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.cases.models import Case, Task, TaskKind
from kasane.cases.queries import attach_households
from kasane.coordination.choices import EvaluationState, PlanState
from kasane.coordination.models import Application, Assessment, Evaluation, FollowUp, Plan
from kasane.coordination.reopening.rules import Left, WayBack, way_back
from kasane.disclosure.api import facts_of, statements_of
from kasane.disclosure.rules import derive_grants

MOST = 200


def last_evaluation(case_id: UUID) -> Evaluation | None:
    """The evaluation with which support ended, if it ended by one. One query."""
    return (
        Evaluation.objects.select_related("plan", "lead_agency_after", "follow_up_agency")
        .filter(case_id=case_id, state=EvaluationState.JUDGED, plan__state=PlanState.CLOSED)
        .order_by("-evaluated_on", "-created_at")
        .first()
    )


def leads_after(case: Case, evaluation: Evaluation | None, *, by: Actor) -> bool:
    """Who may take a closed case up again: who coordinates, was responsible, or leads and looks in since (R-COOR-10)."""
    named: set[UUID | None] = {case.responsible_agency_id}
    if evaluation is not None:
        named |= {evaluation.agency_id, evaluation.lead_agency_after_id, evaluation.follow_up_agency_id}
    return by.is_coordinator or by.agency.id in named


def way_back_of(case_id: UUID) -> WayBack:
    """Where the case would go on. Three queries."""
    newest: dict[str, Plan] = {}
    for plan in Plan.objects.filter(case_id=case_id).order_by("number"):
        newest[plan.course] = plan
    left = []
    for application in Application.objects.filter(case_id=case_id, taken_up_on__isnull=False):
        found = newest.get(application.course)
        left.append(
            Left(
                application.course,
                application.ended_on,
                found.id if found else None,
                found is not None and found.final_on is not None,
            )
        )
    return way_back(left, assessed=Assessment.objects.filter(case_id=case_id).exists())


def responsible_choices(case: Case, *, by: Actor) -> list[Agency]:
    """Who can be responsible again: the actor's agency, and the former one as long as it may work on the case."""
    former = case.responsible_agency
    if former.id == by.agency.id:
        return [by.agency]
    rights = derive_grants(facts_of(case.id), statements_of(case.id))
    able = any(row.writes and row.agency_id == former.id and row.stands_on(today()) for row in rights)
    return [by.agency, former] if able else [by.agency]


def follow_ups_of(case_id: UUID) -> list[FollowUp]:
    """What was found since the end, newest first. One query."""
    rows = FollowUp.objects.filter(case_id=case_id).select_related("record", "author", "agency")
    return list(rows.order_by("-seen_on", "-created_at"))


def waiting_follow_ups(*, of: Actor | None = None, late_on: date | None = None) -> list[Any]:
    """The follow-ups after closure that wait among the cases the viewer sees, the earliest first: of one agency, or those
    past their day. Two queries."""
    rows = Task.objects.filter(_waits()).select_related("case", "agency")
    if of is not None:
        rows = rows.filter(agency=of.agency)
    if late_on is not None:
        rows = rows.filter(due_on__lt=late_on)
    found = list(rows.order_by("due_on", "id")[:MOST])
    attach_households([task.case for task in found])
    return found


def _waits() -> Q:
    return Q(
        kind=TaskKind.FOLLOW_UP,
        source="evaluation",
        done_on__isnull=True,
        case__closed_on__isnull=False,
    )
