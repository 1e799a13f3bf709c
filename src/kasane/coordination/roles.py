"""役割分担表: which agency does what, by whom, how often and until when (R-COOR-04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kasane.base.dates import wareki
from kasane.coordination.choices import PlanState, Progress, Service
from kasane.coordination.models import Plan, PlanItem


@dataclass(frozen=True)
class RoleRow:
    """One line of the table, in plain words: for the screen, and for the sheets that print it."""

    agency: str
    staff: str
    support: str
    service: str
    frequency: str
    until: str
    own_effort: str
    goal: str
    overdue: bool = False
    first_of_agency: bool = True
    """The table names an agency once, above all it does."""


def role_rows(plan: Plan, *, on: date | None = None, done: Iterable[Any] = ()) -> list[RoleRow]:
    """The lines of a plan by agency, the lead agency first. Lines the municipality did not decide on are left out.

    `on`: the day on which a line that should have ended is told as overdue. `done`: ids of the lines that are done.
    No query for a plan that was read in full.
    """
    items = [item for item in plan.items.all() if item.id not in left_out(plan)]
    agencies: dict[Any, list[PlanItem]] = {}
    for item in sorted(items, key=lambda one: one.agency_id != plan.lead_agency_id):
        agencies.setdefault(item.agency_id, []).append(item)
    finished = set(done)
    return [
        _row(plan, item, on=on, done=item.id in finished, place=place)
        for lines in agencies.values()
        for place, item in enumerate(lines)
    ]


def left_out(plan: Plan) -> set[Any]:
    """The lines that were put to the municipality and not decided on (R-COOR-06)."""
    return set(refused_lines(plan))


def refused_lines(plan: Plan) -> dict[Any, str]:
    """The same with the reasons."""
    return {
        answer.item_id: answer.reason
        for decision in plan.decisions.all()
        for answer in decision.items.all()
        if not answer.decided
    }


def is_overdue(plan: Plan, item: PlanItem, *, on: date, done: bool) -> bool:
    """A line of a plan in force whose last day has passed without being done (R-COOR-07)."""
    return plan.state == PlanState.FINAL and item.until_on is not None and item.until_on < on and not done


def is_done(progress: Any) -> bool:
    """Whether a line was found to be done when it was last looked at."""
    return progress is not None and progress.progress == Progress.DONE


def span(item: PlanItem) -> str:
    """How long a line lasts: its days, and the words beside them."""
    start, end = item.from_on, item.until_on
    days = f"{wareki(start)}から" * bool(start) + f"{wareki(end)}まで" * bool(end)
    return " ".join(filter(None, [days, item.period]))


def _row(plan: Plan, item: PlanItem, *, on: date | None, done: bool, place: int) -> RoleRow:
    return RoleRow(
        agency=item.agency.name,
        staff=item.staff,
        support=item.support,
        service=str(Service(item.service).label) if item.service != Service.OTHER else "",
        frequency=item.frequency,
        until=f"{wareki(item.until_on)}まで" if item.until_on else item.period,
        own_effort=item.own_effort,
        goal=item.goal.text if item.goal else "",
        overdue=on is not None and is_overdue(plan, item, on=on, done=done),
        first_of_agency=place == 0,
    )
