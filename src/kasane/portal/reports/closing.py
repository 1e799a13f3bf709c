"""Closing the counts of a quarter: by night, as the role that sees all rows; what leaves it has its small numbers left out.

Closed once and never again. A table that grew from day to day would tell, by what was shown yesterday, who came today;
so what is written into a closed quarter later is not counted.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connections

from kasane.agencies import profile
from kasane.base.dates import fiscal_year
from kasane.disclosure.definer import OWNER, as_definer
from kasane.portal.reports.models import HeldCounts, PublishedCounts
from kasane.portal.reports.rules import (
    LEAST,
    MONTHS,
    Period,
    by_columns,
    closed_quarters,
    content,
    first_day,
    publish,
    publish_year,
    read_period,
)
from kasane.portal.reports.tables import TABLES, Table


def close(*, on: date) -> int:
    """Closes every quarter that is due on that day and not closed yet, of this year and all before; answers how many
    tables were written. Safe to run every night, or after nights missed.
    """
    least = max(profile.current().rules.small_cell, LEAST)
    written = 0
    with as_definer():
        first = _first_year()
    for year in range(first or 9999, fiscal_year(on) + 1):
        for table in TABLES:
            with as_definer():
                written += _close_year(table, year, on, least)
    return written


def _first_year() -> int | None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT min(year) FROM cases_case")
        found: int | None = cursor.fetchone()[0]
    return found


def _close_year(table: Table, year: int, on: date, least: int) -> int:
    begun, written = 0, 0
    for row in _published(table, year):
        if row.first == 0:
            return 0
        begun = row.last
    for last in closed_quarters(year, on):
        if last <= begun:
            continue
        counts = _counted(table, year, begun + 1, last)
        period = publish(counts, range(begun + 1, last + 1), least)
        if period is None:
            continue  # too few to be told alone: told together with the next quarter
        _write(
            table, year, (begun + 1, last), on, least, content(period, _names(table, counts)), period, counts
        )
        begun, written = last, written + 1
    if begun == MONTHS:
        _close_sums(table, year, on, least)
        written += 1
    return written


def _close_sums(table: Table, year: int, on: date, least: int) -> None:
    """The sums of the year follow from what was counted when its quarters were closed, not from what stands there now."""
    held = HeldCounts.objects.using(OWNER).filter(published__table=table.key, published__year=year)
    periods = [
        (row.values, read_period(row.published.content))
        for row in held.select_related("published").order_by("published__first")
    ]
    totals = publish_year(periods, least)
    _write(table, year, (0, 0), on, least, {"totals": totals}, None, {})


def _published(table: Table, year: int) -> list[PublishedCounts]:
    rows = PublishedCounts.objects.using(OWNER).filter(table=table.key, year=year)
    return list(rows.order_by("first"))


def _counted(table: Table, year: int, first: int, last: int) -> dict[str, dict[int, int]]:
    days = {"first": first_day(year, first), "after": first_day(year, last + 1)}
    counts: dict[str, dict[int, int]] = {}
    with connections[OWNER].cursor() as cursor:
        cursor.execute(table.sql, days)
        for key, day, number in cursor.fetchall():
            months = counts.setdefault(key, {})
            month = (day.month - 4) % MONTHS + 1
            months[month] = months.get(month, 0) + number
    return counts


def _names(table: Table, counts: dict[str, dict[int, int]]) -> dict[str, str]:
    """What the rows are called on the day of closing: offices and areas may go by another name later."""
    if table.names is None:
        return {}
    model: Any = table.names
    wanted = [key for key in counts if key]
    found = model.objects.using(OWNER).filter(pk__in=wanted).values_list("pk", "name")
    return {str(pk): name for pk, name in found}


def _write(
    table: Table, year: int, months: tuple[int, int], on: date, least: int,
    shown: dict[str, Any], period: Period | None, counts: dict[str, dict[int, int]],
) -> None:  # fmt: skip
    published = PublishedCounts(
        table=table.key, year=year, first=months[0], last=months[1], least=least, closed_on=on, content=shown
    )
    published.save(using=OWNER, force_insert=True)
    if period is not None:
        held = HeldCounts(published=published, values=by_columns(counts, period.columns))
        held.save(using=OWNER, force_insert=True)
