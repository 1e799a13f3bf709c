"""Which number each meeting of a body and year has (R-CONF-06). Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Numbered:
    """A meeting of which nobody outside was told the number yet."""

    id: UUID
    number: int
    starts_at: datetime


def by_day(free: Iterable[Numbered]) -> dict[UUID, int]:
    """The new numbers of those whose number changes: the same numbers, given out again in the order of the days.

    The numbers of meetings not among them (held, called off, or told) are not touched, so none is given twice.
    """
    rows = list(free)
    numbers = sorted(row.number for row in rows)
    ordered = sorted(rows, key=lambda row: (row.starts_at, row.number))
    return {row.id: number for row, number in zip(ordered, numbers, strict=True) if row.number != number}
