"""What a theme of support gives: how the trouble is put, goals, who does what, and what records tell.

In all texts {p} is the person the theme is about and {k} the one beside them; both stand for the tie to the
subject (本人, 母, 長男 …). {p歳} and {k歳} are ages, {好} is something the person likes.
"""

from dataclasses import dataclass
from enum import IntEnum

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
    history: tuple[str, ...] = ()


def lines(text: str) -> tuple[Line, ...]:
    """Reads record lines, one per row: phase | agency | method | counterpart | kinds | text | next step."""
    rows = []
    for row in text.strip().splitlines():
        phase, agency, method, counterpart, kinds, body, next_step = (cell.strip() for cell in row.split("|"))
        rows.append(
            Line(
                Phase(int(phase)), Agency(agency), Method(method), counterpart, body, next_step,
                tuple(KIND_LETTERS[letter] for letter in kinds),
            )  # fmt: skip
        )
    return tuple(rows)


def items(text: str) -> tuple[Item, ...]:
    """Reads plan lines, one per row: agency | role | frequency | support | own effort."""
    rows = []
    for row in text.strip().splitlines():
        agency, role, frequency, support, own = (cell.strip() for cell in row.split("|"))
        rows.append(Item(support, Agency(agency), role, frequency, own))
    return tuple(rows)
