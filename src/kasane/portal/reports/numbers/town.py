"""The town's numbers for any months, put together from what is closed and published already (docs/decisions/0019).

Nothing is counted here. Every number is one that `portal_publishedcounts` shows, or the sum of such numbers; so no two
periods laid beside each other tell more than the closed tables do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kasane.base.dates import fiscal_year, wareki
from kasane.intake.numbers.periods import Period
from kasane.intake.numbers.sheets import Sheet
from kasane.portal.reports.models import PublishedCounts
from kasane.portal.reports.numbers.combined import ages_by_field, all_topics, by_field
from kasane.portal.reports.numbers.pieces import drawn, pieces
from kasane.portal.reports.queries import keys_of, names_of
from kasane.portal.reports.rules import first_day
from kasane.portal.reports.split import AGE_FIELD
from kasane.portal.reports.tables import ALSO_TOPICS, TABLES, Table


@dataclass(frozen=True)
class Town:
    """`least`: smaller numbers are left out; 0 when nothing of the period is closed."""

    sheets: list[Sheet]
    least: int
    notes: list[str]


def town_numbers(period: Period) -> Town:
    """All closed tables, as far as their columns lie in the months of the period. Two queries."""
    wanted = period.whole_months
    years = range(fiscal_year(wanted.since), fiscal_year(wanted.until) + 1)
    rows = list(PublishedCounts.objects.filter(year__in=years).order_by("year", "first"))
    by_table = {table.key: [row for row in rows if row.table == table.key] for table in TABLES}
    through = _closed_through(rows)
    told = Period(wanted.since, min(wanted.until, through)) if through and through > wanted.since else wanted
    sheets: list[Sheet] = []
    for table in TABLES:
        found = _sheet(table, by_table[table.key], told)
        if found is not None:
            sheets += [found, *_beside(table.key, rows, by_table, told)]
    return Town(
        sheets, max((row.least for row in rows), default=0),
        [*_notes(through, period, wanted), *_missing(sheets)],
    )  # fmt: skip


def _closed_through(rows: Sequence[PublishedCounts]) -> date | None:
    """The last day of what any table tells."""
    closed = [first_day(row.year, row.last + 1) - timedelta(days=1) for row in rows if row.first]
    return max(closed, default=None)


def _beside(
    key: str, rows: Sequence[PublishedCounts], by_table: Mapping[str, list[PublishedCounts]], wanted: Period
) -> list[Sheet]:
    """The tables put together that follow a table."""
    if key == "agency":
        return [by_field(by_table[key], wanted)]
    if key == "age":
        return ages_by_field([row for row in rows if row.table == AGE_FIELD.key], wanted)
    if key == ALSO_TOPICS:
        found = all_topics(by_table["topic"], by_table[key], wanted)
        return [found] if found else []
    return []


def _missing(sheets: Sequence[Sheet]) -> list[str]:
    """What a reader looks for in vain, and why."""
    told = {sheet.key for sheet in sheets}
    names = [table.title for table in TABLES if table.key not in told]
    if not told or not names:
        return []
    return [f"まだ出せない表: {'、'.join(names)}。件数が少ないあいだは、次の四半期とまとめて締めます。"]


def _notes(through: date | None, period: Period, wanted: Period) -> list[str]:
    told = []
    if wanted != period:
        told.append(f"町全体の数は月ごとに締めるため、{wanted.words}を出しています。")
    if through is not None and through < wanted.until:
        told.append(f"{wareki(through)}までの数です。そのあとは、まだ締めていません。")
    return told


def _sheet(table: Table, rows: list[PublishedCounts], wanted: Period) -> Sheet | None:
    fine, coarse, yearly = pieces(rows, wanted)
    if not fine:
        return None
    names = names_of(table, rows)
    return drawn(
        (table.key, table.title, table.row_title, table.unit, table.how),
        {key: names.get(key, key) for key in keys_of(table, rows)}, (fine, coarse, yearly), wanted,
    )  # fmt: skip
