"""Figures of the desks for statistics: short consultations and work beside cases (R-INT-02, R-INT-13).

The database answers for the viewer's own agency, and for all agencies to coordinators and to managers and deciders of
the town. The figures tell numbers only; small ones are suppressed by whoever prints them (`base.suppression`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.db import connection

Register = Literal["short", "activity"]
ShortFacet = Literal["all", "channel", "topic", "field", "outcome", "age_band", "consulter", "area"]
ActivityFacet = Literal["all", "kind", "area"]


@dataclass(frozen=True)
class Figure:
    """How many lines of a register fell into one value in one month at one agency. `month` is its first day.

    A consultation has several topics: their figures add up to more than 'all'.
    """

    register: str
    month: date
    agency_id: UUID
    facet: str
    value: str
    n: int
    minutes: int
    people: int


def figures(since: date, until: date) -> list[Figure]:
    """All figures of the days from `since` to `until`, both included. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intake_desk_counts(%s, %s) ORDER BY 1, 2, 3, 4, 5", [since, until])
        return [Figure(*row[:5], *(int(number) for number in row[5:])) for row in cursor.fetchall()]


def short_figures(since: date, until: date, facet: ShortFacet = "all") -> list[Figure]:
    """短い相談 by one of their facets; those that became a reception are counted there."""
    return _of(figures(since, until), "short", facet)


def activity_figures(since: date, until: date, facet: ActivityFacet = "kind") -> list[Figure]:
    """ケース以外の仕事 by one of their facets."""
    return _of(figures(since, until), "activity", facet)


def _of(rows: Iterable[Figure], register: Register, facet: str) -> list[Figure]:
    return [one for one in rows if one.register == register and one.facet == facet]


@dataclass(frozen=True)
class Sum:
    """Figures added up."""

    n: int = 0
    minutes: int = 0
    people: int = 0

    def plus(self, one: Figure) -> Sum:
        return Sum(self.n + one.n, self.minutes + one.minutes, self.people + one.people)


def by_month_and_value(rows: Iterable[Figure]) -> dict[tuple[date, str], Sum]:
    """The figures of all agencies together, by month and value. Pure."""
    found: dict[tuple[date, str], Sum] = defaultdict(Sum)
    for one in rows:
        found[one.month, one.value] = found[one.month, one.value].plus(one)
    return dict(found)
