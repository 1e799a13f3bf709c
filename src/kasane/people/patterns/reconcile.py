"""From what is pointed out today to what is written: only differences, and no answer is lost (R-PEO-03)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from kasane.people.patterns.found import Certainty, Pattern


class Row(Protocol):
    """What stands written: an open row, or one that ended on the same day. Read only."""

    code: str
    kinds: int
    certainty: str
    persons: list[UUID]
    reasons: list[str]
    missing: list[str]
    since: date
    until: date | None

    @property
    def is_answered(self) -> bool: ...


R = TypeVar("R", bound=Row)


@dataclass
class Changes(Generic[R]):
    """`dropped` rows were found and lost on one day, and nobody answered: they are as if never found."""

    new: list[Pattern] = field(default_factory=list)
    changed: list[tuple[R, Pattern]] = field(default_factory=list)
    same: list[R] = field(default_factory=list)
    ended: list[R] = field(default_factory=list)
    dropped: list[R] = field(default_factory=list)


def reconcile(standing: Sequence[R], found: Iterable[Pattern], day: date) -> Changes[R]:
    """What is to be written on `day`. `standing`: open rows, and those that ended on `day`, which may go on.

    An answer stands as long as the pattern says no more than what was answered: when it becomes certain, or about
    somebody else too, the answered row ends and the pattern is pointed out anew.
    """
    rows = {(row.code, row.kinds): row for row in sorted(standing, key=lambda one: one.until is None)}
    changes: Changes[R] = Changes()
    kept = set()
    for one in found:
        row = rows.get((one.code.value, one.kinds))
        if row is None:
            changes.new.append(one)
        elif row.is_answered and _says_more(one, row):
            changes.new.append(one)
        else:
            kept.add(id(row))
            if row.until is None and _same(one, row):
                changes.same.append(row)
            else:
                changes.changed.append((row, one))
    for row in standing:
        if row.until is None and id(row) not in kept:
            fresh = row.since == day and not row.is_answered
            (changes.dropped if fresh else changes.ended).append(row)
    return changes


def _says_more(one: Pattern, row: Row) -> bool:
    surer = one.certainty == Certainty.CERTAIN and row.certainty != Certainty.CERTAIN
    return surer or not set(one.persons) <= {str(person) for person in row.persons}


def _same(one: Pattern, row: Row) -> bool:
    return (
        one.certainty == row.certainty
        and list(one.persons) == [str(person) for person in row.persons]
        and list(one.reasons) == row.reasons
        and list(one.missing) == row.missing
    )
