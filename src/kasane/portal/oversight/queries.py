"""The list of readings worth a look; asking for it is logged by the database itself (R-DIS-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from kasane.agencies.models import Agency, User
from kasane.base.dates import fiscal_label, today
from kasane.base.workdays import is_workday
from kasane.disclosure.models import Oddity, OversightCheck
from kasane.portal.oversight.rules import CLOSES, OPENS, SPAN_DAYS, Tally, is_worth_a_look

CHECKS_SHOWN = 30


@dataclass(frozen=True)
class Line:
    """One member of staff and what is odd; `upto`: the last log entry this line knows of."""

    staff: UUID
    agency: UUID
    staff_name: str
    agency_name: str
    tally: Tally
    days: int
    first_at: datetime
    last_at: datetime
    upto: int
    cases: list[str]
    is_own: bool

    @property
    def more_cases(self) -> int:
        """Cases that are not listed by number."""
        return self.tally.cases - len(self.cases) if self.cases else 0

    @property
    def oddity(self) -> Oddity:
        return self.tally.oddity


def lines(viewer: UUID) -> list[Line]:
    """Worth a look and not looked into yet, in the order of `Oddity`, the latest first. Three queries."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT user_id, agency_id, oddity, times, cases, days, first_at, last_at, upto, numbers, own_usual,"
            " colleagues_usual FROM disclosure_unusual(%s, %s, %s, %s::date[])",
            [SPAN_DAYS, OPENS.isoformat(), CLOSES.isoformat(), days_off(today())],
        )
        rows = cursor.fetchall()
    told = [
        (row, Tally(Oddity(row[2]), row[3], row[4], float(row[10] or 0), float(row[11] or 0))) for row in rows
    ]
    told = [(row, tally) for row, tally in told if is_worth_a_look(tally)]
    users = User.objects.in_bulk({row[0] for row, _ in told})
    agencies = Agency.objects.in_bulk({row[1] for row, _ in told})
    found = [
        Line(
            staff=row[0], agency=row[1], staff_name=users[row[0]].name, agency_name=agencies[row[1]].name,
            tally=tally, days=row[5], first_at=row[6], last_at=row[7], upto=row[8],
            cases=[_label(number) for number in row[9]], is_own=row[0] == viewer,
        )
        for row, tally in told
        if row[0] in users and row[1] in agencies
    ]  # fmt: skip
    order = list(Oddity)
    found.sort(key=lambda line: line.last_at, reverse=True)
    return sorted(found, key=lambda line: order.index(line.oddity))


def checks() -> list[OversightCheck]:
    """What has been looked into lately, newest first. One query."""
    rows = OversightCheck.objects.select_related("staff", "agency", "checked_by")
    return list(rows[:CHECKS_SHOWN])


def days_off(until: date) -> list[date]:
    """Weekends and holidays of the span."""
    days = (until - timedelta(days=back) for back in range(SPAN_DAYS + 1))
    return [day for day in days if not is_workday(day)]


def _label(number: str) -> str:
    year, _, count = number.partition("-")
    return f"{fiscal_label(int(year))}-{int(count):04d}"
