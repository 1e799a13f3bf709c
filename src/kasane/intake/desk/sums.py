"""Sums of 活動 of one fiscal year: month by kind, and agency by kind (R-INT-13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.intake.desk import counting
from kasane.intake.desk.counting import Figure, Sum
from kasane.intake.desk.queries import agency_names
from kasane.intake.models import ActivityKind

KINDS: tuple[tuple[str, str], ...] = tuple((str(code), str(label)) for code, label in ActivityKind.choices)


@dataclass(frozen=True)
class Line:
    """One row of the table: its name, the number of each kind in the order of KINDS, and all together."""

    label: str
    numbers: tuple[int, ...]
    total: Sum

    @property
    def hours(self) -> str:
        """「3時間20分」."""
        hours, minutes = divmod(self.total.minutes, 60)
        return f"{hours}時間{minutes}分" if hours else f"{minutes}分"


@dataclass(frozen=True)
class ActivitySums:
    """The sums of a fiscal year as screen and Excel show them."""

    year: int
    of_town: bool
    months: tuple[Line, ...]
    agencies: tuple[Line, ...]
    total: Line

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(label for _, label in KINDS)


def activity_sums_of(year: int, since: date, until: date, *, by: Actor, of_town: bool) -> ActivitySums:
    """The sums for the viewer: of the own agency, or of every agency the database answers for. Two queries."""
    rows = [
        one for one in counting.activity_figures(since, until) if of_town or one.agency_id == by.agency.id
    ]
    names = agency_names({one.agency_id for one in rows}) if of_town else {}
    return summed(rows, year=year, names=names, of_town=of_town)


def summed(rows: Sequence[Figure], *, year: int, names: dict[UUID, str], of_town: bool) -> ActivitySums:
    """The table of a fiscal year from its figures. Pure."""
    months = [date(year + (month < 4), month, 1) for month in (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)]
    return ActivitySums(
        year=year,
        of_town=of_town,
        months=tuple(_line(f"{day.month}月", [r for r in rows if r.month == day]) for day in months),
        agencies=tuple(
            _line(name, [r for r in rows if r.agency_id == pk])
            for pk, name in sorted(names.items(), key=lambda one: one[1])
        ),
        total=_line("計", rows),
    )


def _line(label: str, rows: Sequence[Figure]) -> Line:
    total = Sum()
    for one in rows:
        total = total.plus(one)
    numbers = tuple(sum(one.n for one in rows if one.value == code) for code, _ in KINDS)
    return Line(label, numbers, total)
