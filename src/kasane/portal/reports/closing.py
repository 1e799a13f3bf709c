"""Closing the counts of a quarter: by night, as the role that sees all rows; what leaves it has its small numbers left out.

Closed once and never again. A table that grew from day to day would tell, by what was shown yesterday, who came today;
so what is written into a closed quarter later is not counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connections

from kasane.agencies import profile
from kasane.base.dates import fiscal_year
from kasane.disclosure.definer import OWNER, as_definer
from kasane.portal.reports.counting import counted
from kasane.portal.reports.models import HeldCounts, PublishedCounts
from kasane.portal.reports.rules import (
    LEAST,
    MONTHS,
    Period,
    by_columns,
    closed_quarters,
    content,
    publish_together,
    publish_year,
    read_period,
)
from kasane.portal.reports.split import AGE_FIELD
from kasane.portal.reports.splitting import close_split, hold_split
from kasane.portal.reports.tables import GROUPS, Table


def close(*, on: date) -> int:
    """Closes every quarter that is due on that day and not closed yet, of this year and all before; answers how many
    tables were written. Safe to run every night, or after nights missed.
    """
    least = max(profile.current().rules.small_cell, LEAST)
    written = 0
    with as_definer():
        first = _first_year()
    for year in range(first or 9999, fiscal_year(on) + 1):
        for tables in GROUPS:
            with as_definer():
                written += _close_year(tables, year, on, least)
    return written


def _first_year() -> int | None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT min(year) FROM cases_case")
        found: int | None = cursor.fetchone()[0]
    return found


def _close_year(tables: Sequence[Table], year: int, on: date, least: int) -> int:
    """All tables about the same people together, quarter by quarter; what is too few is told with the next one."""
    there = PublishedCounts.objects.using(OWNER).filter(table=tables[0].key, year=year)
    months = dict(there.values_list("first", "last"))
    if 0 in months:
        return 0
    begun, written = max(months.values(), default=0), 0
    due = [last for last in closed_quarters(year, on) if last > begun]
    for last in due:
        counts = [counted(table, year, begun + 1, last) for table in tables]
        periods = publish_together(counts, range(begun + 1, last + 1), least)
        if periods is None:
            continue
        for table, period, one in zip(tables, periods, counts, strict=True):
            _write(table, year, (begun + 1, last), on, least, period, one)
        if tables[0].group == AGE_FIELD.group:
            hold_split(year, (begun + 1, last), on=on, least=least)
        begun, written = last, written + len(tables)
    if due and due[-1] == MONTHS and begun:
        for table in tables:
            _close_sums(table, year, begun, on, least)
        written += len(tables)
        if tables[0].group == AGE_FIELD.group:
            close_split(year, begun, on=on, least=least)
    return written


def _close_sums(table: Table, year: int, begun: int, on: date, least: int) -> None:
    """The sums of the year follow from what was counted when its quarters were closed, not from what stands there now.

    No sums for a table that came into use within the year: its first quarters were not counted.
    """
    held = HeldCounts.objects.using(OWNER).filter(published__table=table.key, published__year=year)
    periods = [
        (row.values, read_period(row.published.content))
        for row in held.select_related("published").order_by("published__first")
    ]
    if not periods or periods[0][1].columns[0][0] != 1:
        return
    late = counted(table, year, begun + 1, MONTHS) if begun < MONTHS else {}
    rest = {row: sum(found.values()) for row, found in late.items()}
    totals, total = publish_year(periods, rest, least)
    PublishedCounts(
        table=table.key, year=year, first=0, last=0, least=least, closed_on=on,
        content={"totals": totals, "total": total, "names": _names(table, late)},
    ).save(using=OWNER, force_insert=True)  # fmt: skip


def _names(table: Table, counts: dict[str, dict[int, int]]) -> dict[str, str]:
    """What the rows are called on the day of closing: offices and areas may go by another name later."""
    if table.names is None:
        return {}
    model: Any = table.names
    wanted = [key for key in counts if key]
    found = model.objects.using(OWNER).filter(pk__in=wanted).values_list("pk", "name")
    return {str(pk): name for pk, name in found}


def _write(
    table: Table, year: int, months: tuple[int, int], on: date, least: int, period: Period,
    counts: dict[str, dict[int, int]],
) -> None:  # fmt: skip
    published = PublishedCounts(
        table=table.key, year=year, first=months[0], last=months[1], least=least, closed_on=on,
        content=content(period, _names(table, counts)),
    )  # fmt: skip
    published.save(using=OWNER, force_insert=True)
    held = HeldCounts(published=published, values=by_columns(counts, period.columns))
    held.save(using=OWNER, force_insert=True)
