"""Plans whose period comes to its end: they are evaluated, or made anew, before (R-COOR-07, R-CONF-04)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kasane.coordination.choices import PlanState
from kasane.coordination.models import Plan


def plans_ending(until: date, *, most: int) -> list[tuple[UUID, date]]:
    """(case, last day) of the final plans that end by a day, among what the viewer sees, the first to end first."""
    return list(
        Plan.objects.filter(state=PlanState.FINAL, ended_on__isnull=True, ends_on__lte=until)
        .order_by("ends_on", "id")
        .values_list("case_id", "ends_on")[:most]
    )
