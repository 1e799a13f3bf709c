"""What a theme of support gives: how the trouble is put, goals, who does what, and what records tell.

In all texts {p} is the person the theme is about and {k} the one beside them; both stand for the tie to the
subject (本人, 母, 長男 …). {p歳} and {k歳} are ages, {好} is something the person likes.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from kasane.demo.labels import Agency, Change, DataKind, Method

KIND_LETTERS: dict[str, DataKind] = {
    "b": DataKind.BASIC,
    "h": DataKind.HEALTH,
    "w": DataKind.WORK,
    "m": DataKind.MONEY,
    "l": DataKind.LIFE,
}


class Phase(IntEnum):
    """When in the course of support a record fits."""

    EARLY = 0
    MIDDLE = 1
    LATE = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A line for the plan's support table."""

    support: str
    agency: Agency
    role: str
    frequency: str
    own: str


@dataclass(frozen=True, slots=True)
class Line:
    """The core of a support record."""

    phase: Phase
    agency: Agency
    method: Method
    counterpart: str
    text: str
    next_step: str
    kinds: tuple[DataKind, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """One strand of a household's trouble and of its support."""

    key: str
    issues: tuple[str, ...]
    goals: tuple[str, ...]
    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    remaining: tuple[str, ...]
    history: tuple[str, ...]
    between_two: bool


def lines(rows: list[dict[str, Any]]) -> tuple[Line, ...]:
    """Record lines from their tables; kinds of data are letters (basic, health, work, money, life)."""
    return tuple(
        Line(
            Phase(row["phase"]),
            Agency(row["agency"]),
            Method(row["method"]),
            row["counterpart"],
            row["text"],
            row["next"],
            tuple(KIND_LETTERS[letter] for letter in row["kinds"]),
        )
        for row in rows
    )


def theme_of(key: str, table: dict[str, Any]) -> Theme:
    """A theme from its table in the texts."""
    return Theme(
        key=key,
        issues=tuple(table["issues"]),
        goals=tuple(table["goals"]),
        items=tuple(
            Item(row["support"], Agency(row["agency"]), row["role"], row["frequency"], row["own"])
            for row in table["items"]
        ),
        lines=lines(table["lines"]),
        changes=tuple(Change(label) for label in table["changes"]),
        remaining=tuple(table["remaining"]),
        history=tuple(table["history"]),
        between_two=table.get("between_two", False),
    )
