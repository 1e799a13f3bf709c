"""What the household's follow-ups may know of the plan (R-COOR-04, R-COOR-07). Registered with `cases`, which lies below."""

from __future__ import annotations

from uuid import UUID

from kasane.cases.household.rules import PlanFacts, PlanLine
from kasane.coordination.choices import OPEN_PLAN_STATES, PlanState
from kasane.coordination.models import Plan


def plan_facts(case_id: UUID) -> PlanFacts | None:
    """The plan in force, else the one in the making; None when there is none to be seen. Two queries."""
    rows = Plan.objects.filter(case_id=case_id, state__in=[PlanState.FINAL, *OPEN_PLAN_STATES])
    plans = sorted(rows.prefetch_related("items__agency"), key=lambda row: row.state != PlanState.FINAL)
    if not plans:
        return None
    return PlanFacts(
        plans[0].name,
        tuple(
            PlanLine(
                item.agency_id,
                item.agency.name,
                " ".join(part for part in (item.support, item.issue, item.own_effort) if part),
            )
            for item in plans[0].items.all()
        ),
    )
