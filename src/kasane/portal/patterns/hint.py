"""What the case page quietly points out (R-PEO-03), as far as the viewer may see the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.cases.models import Case
from kasane.people.models import Pattern
from kasane.people.patterns import Certainty, PatternCode, rank


@dataclass(frozen=True)
class Hint:
    """One pattern as the viewer sees it. `dissent`: somebody who sees less has said it does not apply."""

    pattern: Pattern
    dissent: Pattern | None = None

    @property
    def label(self) -> str:
        return self.pattern.get_code_display()

    @property
    def is_certain(self) -> bool:
        return self.pattern.certainty == Certainty.CERTAIN

    @property
    def certainty(self) -> str:
        return self.pattern.get_certainty_display()


@dataclass(frozen=True)
class Hints:
    """The patterns that stand, and those a worker answered 「あてはまらない」."""

    open: list[Hint]
    answered: list[Hint]
    checked_on: date | None


def hints_of(case: Case) -> Hints:
    """What to show beside a case: nothing once it has ended. One query; row-level security has filtered."""
    if not case.is_open:
        return Hints([], [], None)
    return arranged(standing(case.id))


def standing(case_id: UUID) -> list[Pattern]:
    rows = Pattern.objects.filter(case_id=case_id, until__isnull=True)
    return list(rows.select_related("answered_by", "answered_for"))


def arranged(rows: Iterable[Pattern]) -> Hints:
    """Of each code the row that says most; one that waits for a word goes before an answered one."""
    found = sorted(rows, key=lambda row: rank(row.certainty, row.kinds), reverse=True)
    waiting, answered = [], []
    for code in PatternCode:
        alike = [row for row in found if row.code == code]
        open_rows = [row for row in alike if not row.is_answered]
        denied = sorted((row for row in alike if row.is_answered), key=lambda row: not row.answer)
        if open_rows:
            waiting.append(Hint(open_rows[0], denied[0] if denied else None))
        elif denied:
            answered.append(Hint(denied[0]))
    return Hints(waiting, answered, min((row.checked_on for row in found), default=None))
