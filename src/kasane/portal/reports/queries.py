"""The report as the screen and the Excel file show it: closed periods beside each other, sums of the year at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kasane.base.dates import fiscal_year, today
from kasane.portal.reports.models import PublishedCounts
from kasane.portal.reports.rules import MONTHS, read_period
from kasane.portal.reports.tables import BY_KEY, TABLES, UNKNOWN, Table


@dataclass(frozen=True)
class Column:
    """`is_sum`: the sum of a quarter or of the year."""

    label: str
    is_sum: bool


@dataclass(frozen=True)
class Line:
    label: str
    cells: list[tuple[Column, int | None]]


@dataclass(frozen=True)
class Report:
    """`least`: numbers below it, except 0, are left out. Without lines nothing has been closed yet."""

    table: Table
    year: int
    years: list[int]
    columns: list[Column]
    lines: list[Line]
    total: Line | None
    least: int
    closed_on: date | None
    closed_through: int
    is_whole: bool

    @property
    def leaves_out(self) -> bool:
        return any(number is None for line in self.lines for _, number in line.cells)

    @property
    def rest(self) -> str:
        """The last months of the year, told in its sums alone because they were too few."""
        return (
            months_label(self.closed_through + 1, MONTHS)
            if self.is_whole and self.closed_through < MONTHS
            else ""
        )


def report(asked_table: str, asked_year: str) -> Report:
    """The table and year asked for, or the first table of the newest year that has been closed. Two queries."""
    table = BY_KEY.get(asked_table, TABLES[0])
    years = _years()
    year = next((one for one in years if str(one) == asked_year), years[0])
    rows = list(PublishedCounts.objects.filter(table=table.key, year=year).order_by("first"))
    return _arranged(table, year, years, rows)


def _years() -> list[int]:
    found = PublishedCounts.objects.order_by("-year").values_list("year", flat=True).distinct()
    return list(found) or [fiscal_year(today())]


def _arranged(table: Table, year: int, years: list[int], rows: list[PublishedCounts]) -> Report:
    sums = next((row.content for row in rows if row.first == 0 and row.content["totals"]), None)
    periods = [(row, read_period(row.content)) for row in rows if row.first]
    columns: list[Column] = []
    cells: dict[str, list[int | None]] = {key: [] for key in keys_of(table, rows)}
    bottom: list[int | None] = []
    for row, period in periods:
        columns += [Column(months_label(first, last), False) for first, last in period.columns]
        bottom += period.column_totals
        blank = [0] * len(period.columns)
        for key, line in cells.items():
            line += period.rows.get(key, blank)
        if len(period.columns) > 1:
            columns.append(Column(f"{months_label(row.first, row.last)}計", True))
            bottom.append(sum(period.column_totals))
            for key, line in cells.items():
                line.append(period.totals.get(key, 0))
    if sums is not None:
        columns.append(Column("年度計", True))
        bottom.append(sums["total"])
        for key, line in cells.items():
            line.append(sums["totals"].get(key, 0))
    names = names_of(table, rows)
    lines = [Line(names.get(key, key), list(zip(columns, line, strict=True))) for key, line in cells.items()]
    return Report(
        table, year, years, columns, lines,
        Line("計", list(zip(columns, bottom, strict=True))) if periods else None,
        max((row.least for row in rows), default=0), max((row.closed_on for row in rows), default=None),
        max((row.last for row in rows), default=0), sums is not None,
    )  # fmt: skip


def keys_of(table: Table, rows: list[PublishedCounts]) -> list[str]:
    """Rows of a closed list all, in its order; offices and areas as far as they were counted, the unknown last."""
    found = {key for row in rows for key in row.content["totals"]}
    if table.rows is not None:
        return [key for key in table.rows if key in found or key != UNKNOWN] if rows else []
    names = names_of(table, rows)
    return sorted(found, key=lambda key: (key == UNKNOWN, names.get(key, "")))


def names_of(table: Table, rows: list[PublishedCounts]) -> dict[str, str]:
    """What the rows are called; offices and areas as they were on the day of closing."""
    if table.rows is not None:
        return table.rows
    names = {UNKNOWN: "分からない"}
    for row in rows:
        names.update(row.content.get("names", {}))
    return names


def months_label(first: int, last: int) -> str:
    """「4〜6月」 for months of the fiscal year."""
    one, other = ((month + 2) % MONTHS + 1 for month in (first, last))
    return f"{one}月" if first == last else f"{one}〜{other}月"
