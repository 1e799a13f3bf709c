"""A table of numbers, as screen, paper and Excel draw it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kasane.intake.numbers.periods import Column

Number = int | str | None
"""None: left out, because it could tell of a person. Words where no number can stand (「—」, 「62%」)."""


@dataclass(frozen=True)
class Line:
    label: str
    cells: tuple[Number, ...]


@dataclass(frozen=True)
class Sheet:
    """`how` is what is counted, told under the table; `total` its last line. With `sums` the last column is a sum."""

    key: str
    title: str
    row_title: str
    unit: str
    how: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None = None
    sums: bool = True
    notes: tuple[str, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Nothing was counted at all."""
        lines = (*self.lines, *([self.total] if self.total else []))
        return not any(
            cell for line in lines for cell in line.cells if not isinstance(cell, str)
        ) and not any(cell is None for line in lines for cell in line.cells)


def headed(columns: Sequence[Column]) -> tuple[str, ...]:
    """The heads of the columns; one alone needs no sum beside it."""
    labels = tuple(column.label for column in columns)
    return (*labels, "計") if len(columns) > 1 else labels


def line(label: str, days: Iterable[tuple[date, int]], columns: Sequence[Column]) -> Line:
    """How many fell into each column, and the sum."""
    cells = [0] * len(columns)
    for day, number in days:
        for place, column in enumerate(columns):
            if column.first <= day <= column.last:
                cells[place] += number
    return Line(label, tuple([*cells, sum(cells)] if len(columns) > 1 else cells))


def lines_of(
    labels: Mapping[str, str], said: Iterable[tuple[str, date]], columns: Sequence[Column]
) -> tuple[Line, ...]:
    """One line for each value of a list; a value that is on no list (any more) stands under its own name."""
    found: dict[str, Counter[date]] = {key: Counter() for key in labels}
    for key, day in said:
        found.setdefault(key, Counter())[day] += 1
    return tuple(line(labels.get(key, key), days.items(), columns) for key, days in found.items())


def total_of(lines: Iterable[Line], label: str = "計") -> Line:
    """The lines added up: for tables in which each thing is counted once."""
    columns = list(zip(*(one.cells for one in lines), strict=True))
    return Line(label, tuple(sum(n for n in column if isinstance(n, int)) for column in columns))
