"""Which periods are closed, in which columns they are shown, and who may read the counts (R-GRT-02). Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
Key = tuple[str, ...]


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


def columns(months: Sequence[int], sums: Mapping[int, int], least: int) -> list[tuple[int, int]] | None:
    """Single months where each is large enough (or empty), else the whole period; None when even that is too small.

    The sums of the columns are always shown: all tables of the same consultations then rest on the same sums, and
    what is left out of one can not be found through another.
    """
    if all(_large(sums.get(month, 0), least) for month in months):
        return [(month, month) for month in months]
    if _large(sum(sums.get(month, 0) for month in months), least):
        return [(months[0], months[-1])]
    return None


def _large(number: int, least: int) -> bool:
    return number == 0 or number >= least


@dataclass(frozen=True)
class Period:
    """One closed period of one table: what may be shown. None: left out."""

    columns: list[tuple[int, int]]
    rows: dict[str, list[int | None]]
    totals: dict[str, int | None]
    column_totals: list[int]


def publish(counts: Counts, months: Sequence[int], least: int) -> Period | None:
    """The table of one period with small numbers, and what would give them away, left out; None: wait for more."""
    sums = {month: sum(row.get(month, 0) for row in counts.values()) for month in months}
    parts = columns(months, sums, least)
    if parts is None:
        return None
    values = by_columns(counts, parts)
    cells = period_cells(values, label="")
    try:
        hidden = suppress(cells, least=least)
    except ValueError:
        return None
    return Period(
        parts,
        {
            row: [None if ("", row, str(n)) in hidden else value for n, value in enumerate(found)]
            for row, found in values.items()
        },
        {row: None if ("", row) in hidden else sum(found) for row, found in values.items()},
        [sum(column) for column in zip(*values.values(), strict=True)] or [0] * len(parts),
    )


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
    periods: Sequence[tuple[Mapping[str, Sequence[int]], Period]], least: int
) -> dict[str, int | None]:
    """The sums of the rows over a whole year, beside what its periods have shown already: true values with each.

    A sum is left out where, with the quarters, it would tell a number left out there.
    """
    cells: dict[Key, Cell] = {}
    hidden: set[Key] = set()
    sums: dict[str, int] = {}
    for n, (values, shown) in enumerate(periods):
        label = f"p{n}"
        cells.update(period_cells(values, label=label, fixed=True))
        hidden.update((label, row) for row, total in shown.totals.items() if total is None)
        hidden.update(
            (label, row, str(c))
            for row, found in shown.rows.items()
            for c, one in enumerate(found)
            if one is None
        )
        for row, found in values.items():
            sums[row] = sums.get(row, 0) + sum(found)
    for row, total in sums.items():
        cells["year", row] = Cell("all", ("year", row), total)
    left_out = suppress(cells, least=least, hidden=hidden)
    return {row: None if ("year", row) in left_out else total for row, total in sums.items()}


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
