"""What the household's follow-ups read of the plan (R-COOR-04, R-COOR-07)."""

from __future__ import annotations

from kasane.cases.household.plans import plan_of
from kasane.coordination.household import plan_facts
from kasane.coordination.models import PlanItem
from kasane.disclosure.viewer import acting_as


def test_the_lines_of_the_plan_come_with_their_agencies(final, cast):
    """R-COOR-04."""
    path, _ = final
    with acting_as(cast.coordinator):
        found = plan_facts(path.case.id)
        rows = PlanItem.objects.filter(case=path.case).order_by("order")
        assert [(line.agency_id, line.words.split(" ")[0]) for line in found.lines] == [
            (row.agency_id, row.support.split(" ")[0]) for row in rows
        ]
        assert found.lines
        assert plan_of(path.case.id) == found, "cases asks through the reader that was registered"


def test_a_stranger_reads_no_plan(final, cast):
    """R-DIS-01."""
    path, _ = final
    with acting_as(cast.stranger):
        assert plan_facts(path.case.id) is None
