"""Which periods are closed, in which columns they are shown, and who may read the counts (R-GRT-02). Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kasane.agencies.models import Role
from kasane.base.obstacles import Obstacle
from kasane.base.suppression import Cell, suppress

READERS = (Role.MANAGER, Role.DECIDER, Role.COORDINATOR)
MONTHS = 12
GRACE_DAYS = 10
"""So long after a quarter what was done in it may still be written before it is closed."""
LEAST = 3
"""Whatever a profile says, no smaller number than this is ever shown."""

Counts = Mapping[str, Mapping[int, int]]
"""By row and month of the fiscal year (1: April)."""
Key = Hashable


def reader_obstacles(role: Role) -> list[Obstacle]:
    """Counts are for those who answer for the work: managers, deciders and coordinators."""
    if role in READERS:
        return []
    return [
        Obstacle(
            "not_a_reader", "件数の報告は、管理職・決裁者・相談支援包括化推進員が見られます。", "R-GRT-02"
        )
    ]


def first_day(year: int, month: int) -> date:
    """The first day of a month of the fiscal year; month 13 is the April after it."""
    return date(year + (month + 2) // 12, (month + 2) % 12 + 1, 1)


def closed_quarters(year: int, on: date) -> list[int]:
    """The last months of the quarters of a fiscal year that can be closed on that day."""
    return [last for last in range(3, MONTHS + 1, 3) if (on - first_day(year, last + 1)).days >= GRACE_DAYS]


def columns_are_large(parts: Sequence[tuple[int, int]], sums: Mapping[int, int], least: int) -> bool:
    """Whether the sum of each column is large enough (or nothing). These sums are always shown: all tables of the same
    people then rest on the same sums, and what is left out of one can not be found through another.
    """
    return all(_large(sum(sums.get(m, 0) for m in range(a, b + 1)), least) for a, b in parts)


def _large(number: int, least: int) -> bool:
    return number == 0 or number >= least


@dataclass(frozen=True)
class Period:
    """One closed period of one table: what may be shown. None: left out."""

    columns: list[tuple[int, int]]
    rows: dict[str, list[int | None]]
    totals: dict[str, int | None]
    column_totals: list[int]


def publish(counts: Counts, parts: Sequence[tuple[int, int]], least: int) -> Period | None:
    """The table of one period with small numbers, and what would give them away, left out; None: wait for more."""
    values = by_columns(counts, parts)
    try:
        hidden = suppress(period_cells(values, label=""), least=least)
    except ValueError:
        return None
    return Period(
        list(parts),
        {
            row: [None if ("", row, str(n)) in hidden else value for n, value in enumerate(found)]
            for row, found in values.items()
        },
        {row: None if ("", row) in hidden else sum(found) for row, found in values.items()},
        [sum(column) for column in zip(*values.values(), strict=True)] or [0] * len(parts),
    )


def publish_together(tables: Sequence[Counts], months: Sequence[int], least: int) -> list[Period] | None:
    """Tables about the same people over one period: all in the same columns, or none of them yet."""
    sums = [{m: sum(row.get(m, 0) for row in counts.values()) for m in months} for counts in tables]
    whole = [(months[0], months[-1])]
    single = [(month, month) for month in months]
    for parts in (single, whole):
        if not all(columns_are_large(parts, one, least) for one in sums):
            continue
        periods = [publish(counts, parts, least) for counts in tables]
        if None not in periods:
            return [period for period in periods if period is not None]
    return None


def by_columns(counts: Counts, parts: Sequence[tuple[int, int]]) -> dict[str, list[int]]:
    """The numbers of each row, added up by the columns that are shown."""
    return {
        row: [sum(found.get(m, 0) for m in range(first, last + 1)) for first, last in parts]
        for row, found in counts.items()
    }


def period_cells(values: Mapping[str, Sequence[int]], *, label: str, fixed: bool = False) -> dict[Key, Cell]:
    """The numbers of one period, and the sums of its rows, as arcs."""
    cells: dict[Key, Cell] = {}
    for row, found in values.items():
        cells[label, row] = Cell(("year", row) if label else "all", (label, row), sum(found), fixed)
        for n, value in enumerate(found):
            cells[label, row, str(n)] = Cell((label, row), (label, "column", n), value, fixed)
    return cells


def publish_year(
    periods: Sequence[tuple[Mapping[str, Sequence[int]], Period]], rest: Mapping[str, int], least: int
) -> tuple[dict[str, int | None], int | None]:
    """The sums of the rows over a whole year, and of them all: beside what its periods have shown already.

    Each period comes with its true values; `rest` are the last months, too few to be told alone. A sum is left out
    where, with the quarters, it would tell a number left out there; the sum of all, where it would tell the rest.
    No sum at all where so few are in the rest that any would tell them.
    """
    cells: dict[Key, Cell] = {}
    hidden: set[Key] = set()
    sums: dict[str, int] = dict(rest)
    for n, (values, shown) in enumerate(periods):
        label = f"p{n}"
        cells.update(period_cells(values, label=label, fixed=True))
        hidden.update(left_out(shown, label=label))
        for row, found in values.items():
            sums[row] = sums.get(row, 0) + sum(found)
    remainder = sum(rest.values())
    for row, number in rest.items():
        if number:
            cells["rest", row] = Cell(("year", row), ("rest", "column"), number, fixed=True)
            hidden.add(("rest", row))
    if not _large(remainder, least):
        cells["rest",] = Cell(("rest", "column"), "all", remainder, fixed=True)
        hidden.add(("rest",))
    for row, total in sums.items():
        cells["year", row] = Cell("all", ("year", row), total)
    try:
        closed = suppress(cells, least=least, hidden=hidden)
    except ValueError:
        return {}, None
    totals = {row: None if ("year", row) in closed else total for row, total in sums.items()}
    return totals, sum(sums.values()) if _large(remainder, least) else None


def left_out(period: Period, *, label: str) -> set[Key]:
    """The keys of `period_cells` that the period does not show."""
    rows = {(label, row) for row, total in period.totals.items() if total is None}
    return rows | {
        (label, row, str(n))
        for row, found in period.rows.items()
        for n, one in enumerate(found)
        if one is None
    }


def content(period: Period, names: Mapping[str, str]) -> dict[str, Any]:
    """A period as it is kept."""
    return {**asdict(period), "names": dict(names)}


def read_period(kept: Mapping[str, Any]) -> Period:
    """A period as `content` kept it."""
    return Period(
        [(first, last) for first, last in kept["columns"]],
        dict(kept["rows"]),
        dict(kept["totals"]),
        list(kept["column_totals"]),
    )
