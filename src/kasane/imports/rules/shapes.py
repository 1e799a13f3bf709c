"""What the rules of the import hand on to each other: the ground they read on, rows, faults, notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Ground:
    """What a row is read against: the day, the town's areas and the agency's staff by name, what was imported before.

    `numbers` and `prints` give for a ledger number, or the digest of a row, the words on where it went.
    """

    today: date
    areas: Mapping[str, UUID] = field(default_factory=dict)
    staff: Mapping[str, UUID] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    serial_offset: int = 0


@dataclass(frozen=True)
class Fault:
    """What is wrong (`is_error`) or doubtful in a row. `row` counts from 1 as in the file, `column` from 0; -1 is the row itself.

    `is_known`: it came in with an earlier import, and need not be mended but skipped.
    """

    row: int
    column: int
    value: str
    reason: str
    is_error: bool = True
    is_known: bool = False


class Columns:
    """Where a field stands, to name the column in a fault."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = list(columns)

    def of(self, *keys: str) -> int:
        return next((self._columns.index(key) for key in keys if key in self._columns), -1)


@dataclass
class ReadRow:
    """A row as far as it could be read. `person` and `case` hold values by field key; `notes` words with no place of their own."""

    number: int
    cells: Sequence[str]
    person: dict[str, Any] = field(default_factory=dict)
    case: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def has_error(self) -> bool:
        return any(fault.is_error for fault in self.faults)

    @property
    def name(self) -> str:
        return f"{self.person.get('family_name', '')} {self.person.get('given_name', '')}".strip()


@dataclass(frozen=True)
class Notice:
    """A fault, and in how many further rows the same doubt stands with the same value."""

    fault: Fault
    others: int = 0


def gather(faults: Sequence[Fault]) -> list[Notice]:
    """Every error by itself, each to be mended; of the same warning on the same value only the first, with its count.

    A clerk who left is named in a thousand rows; told a thousand times, it would bury what matters.
    """
    counts: dict[tuple[object, ...], int] = {}
    for fault in faults:
        counts[_same(fault)] = counts.get(_same(fault), 0) + 1
    found = []
    for fault in faults:
        count = counts.pop(_same(fault), 0)
        if count:
            found.append(Notice(fault, count - 1))
    return found


def _same(fault: Fault) -> tuple[object, ...]:
    if fault.is_error:
        return (fault.row, fault.column, fault.value, fault.reason)
    return (fault.column, fault.value, fault.reason)
