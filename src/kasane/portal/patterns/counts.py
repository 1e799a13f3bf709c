"""Composite patterns as numbers for a fiscal year (R-PEO-03). The database gives counts only, small ones left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from kasane.agencies import profile
from kasane.agencies.models import Area
from kasane.base.dates import fiscal_year, today
from kasane.people.patterns import PatternCode

STALE_AFTER = timedelta(days=3)
"""So long may pass without the nightly refresh before the page says so."""
LEAST = 3
"""Whatever a profile says, the database never gives a smaller number than this."""


@dataclass(frozen=True)
class Line:
    """One pattern over the whole town. None: too few to be shown, or to be worked out from what is shown."""

    label: str
    households: int | None
    certain: int | None
    perhaps: int | None


@dataclass(frozen=True)
class AreaLine:
    """One area; `cells` follow the order of the patterns of the table. The last line holds all other areas."""

    label: str
    cells: list[int | None]


@dataclass(frozen=True)
class Table:
    """`smallest`: numbers below it, except 0, are not shown."""

    year: int
    years: list[int]
    checked_on: date | None
    smallest: int
    lines: list[Line]
    area_labels: list[str]
    area_lines: list[AreaLine]

    @property
    def is_stale(self) -> bool:
        return self.checked_on is not None and self.checked_on < today() - STALE_AFTER

    @property
    def is_this_year(self) -> bool:
        return self.year == fiscal_year(today())


Row = tuple[str, str, UUID | None, int | None, int | None]


def table(asked: str = "") -> Table:
    """The numbers of a fiscal year (`asked`, or this one). Three queries."""
    checked_on, first = _state()
    this = fiscal_year(today())
    years = list(range(this, min(first or this, this) - 1, -1))
    year = int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in years else this
    smallest = max(profile.current().rules.small_cell, LEAST)
    rows = _counts(year, smallest)
    labels, area_lines = _by_area(rows)
    return Table(year, years, checked_on, smallest, _lines(rows), labels, area_lines)


def _state() -> tuple[date | None, int | None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT checked_on, first_year FROM people_pattern_state()")
        checked_on, first = cursor.fetchone()
    return checked_on, first


def _counts(year: int, smallest: int) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code, part, area_id, households, certain FROM people_pattern_counts(%s, %s)",
            [year, smallest],
        )
        return list(cursor.fetchall())


def _lines(rows: list[Row]) -> list[Line]:
    totals = {code: (count, sure) for code, part, _, count, sure in rows if part == "total"}
    if not totals:
        return []
    return [_line(code, *totals.get(code.value, (0, 0))) for code in PatternCode]


def _line(code: PatternCode, count: int | None, sure: int | None) -> Line:
    perhaps = count - sure if count is not None and sure is not None else None
    return Line(str(code.label), count, sure, perhaps)


def _by_area(rows: list[Row]) -> tuple[list[str], list[AreaLine]]:
    """The patterns of which at least one area can be shown, area by area; nothing when there is none."""
    cells = {(area, code): count for code, part, area, count, _ in rows if part == "area"}
    rest = {code: count for code, part, _, count, _ in rows if part == "rest"}
    codes = [code for code in PatternCode if any(code == shown for _, shown in cells)]
    areas = Area.objects.filter(pk__in={area for area, _ in cells}) if cells else []
    lines = [
        AreaLine(area.name, [cells.get((area.pk, code.value), None) for code in codes]) for area in areas
    ]
    if codes:
        lines.append(AreaLine("ほかの地区・地区不明", [rest.get(code.value, 0) for code in codes]))
    return [str(code.label) for code in codes], lines
