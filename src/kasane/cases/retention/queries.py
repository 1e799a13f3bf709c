"""What the screens of 保存期間 read: numbers and days, never a name (R-DIS-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import fiscal_label, today
from kasane.cases.models import Case
from kasane.disclosure.models import Disposal, DisposalBatch, DisposalItem, HoldReason, ItemState
from kasane.disclosure.retention import rules
from kasane.profiles.vocabulary import RetentionEnd

__all__ = [
    "Clock",
    "FileRow",
    "Files",
    "Keeping",
    "batches",
    "clock",
    "keeping",
    "keeps",
    "looks",
]


def keeps(by: Actor | None) -> bool:
    """Whether the actor decides about files."""
    return by is not None and by.decides_for_town


def looks(by: Actor | None) -> bool:
    """Whether the actor may look at the list."""
    return by is not None and by.looks_after_disclosure


@dataclass(frozen=True)
class Clock:
    """The town's rule: how many years, and from when they are counted."""

    years: int
    from_fiscal_year_end: bool
    method: str

    def falls_due(self, applied_on: date | None, opened_on: date, closed_on: date | None) -> date | None:
        return rules.falls_due(
            applied_on, opened_on, closed_on, self.years, from_fiscal_year_end=self.from_fiscal_year_end
        )

    def is_met_by(self, *, years: int, from_fiscal_year_end: bool) -> bool:
        """Whether a proposal keeps its files for at least as long as the town does today."""
        return years >= self.years and (from_fiscal_year_end or not self.from_fiscal_year_end)


def clock() -> Clock:
    """The rule of the town's profile."""
    rule = profile.current().retention
    return Clock(
        years=rule.years,
        from_fiscal_year_end=rule.ends_on == RetentionEnd.CLOSURE_FISCAL_YEAR_END,
        method=rule.disposal or "復元できない方法で消去",
    )


@dataclass(frozen=True)
class Keeping:
    """How long one file is kept; `due_on` is None while the case is open."""

    kept_from: date
    due_on: date | None
    is_held: bool
    begins_with_reception: bool

    @property
    def kept_until(self) -> date | None:
        return self.due_on - timedelta(days=1) if self.due_on else None

    @property
    def is_due(self) -> bool:
        return self.due_on is not None and self.due_on <= today()


def keeping(case: Case) -> Keeping:
    """For the page of a case as `open_case` gave it. No query."""
    return Keeping(
        kept_from=rules.kept_from(case.applied_on, case.opened_on),
        due_on=clock().falls_due(case.applied_on, case.opened_on, case.closed_on),
        is_held=case.is_held,
        begins_with_reception=case.applied_on is None,
    )


@dataclass(frozen=True)
class FileRow:
    """One closed file on the list."""

    case_id: UUID
    year: int
    case_number: int
    agency: str
    kept_from: date
    closed_on: date
    due_on: date
    hold_id: UUID | None
    held_for: str | None
    held_until: date | None
    batch_id: UUID | None
    batch_state: str | None

    @property
    def number(self) -> str:
        return f"{fiscal_label(self.year)}-{self.case_number:04d}"

    @property
    def kept_until(self) -> date:
        return self.due_on - timedelta(days=1)

    @property
    def month(self) -> date:
        return self.due_on.replace(day=1)

    @property
    def is_due(self) -> bool:
        return self.due_on <= today()

    @property
    def may_be_chosen(self) -> bool:
        return self.is_due and self.hold_id is None and self.batch_id is None

    @property
    def hold_label(self) -> str:
        return HoldReason(self.held_for).label if self.held_for else ""


_FROM = "FROM disclosure_files(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s) f"


@dataclass(frozen=True)
class Files:
    """Closed files that fall due in [`since`, `before`), by the day; read page by page. Empty for everybody else.

    `only_free`: neither held nor proposed.
    """

    since: date | None = None
    before: date | None = None
    agency: UUID | None = None
    only_held: bool = False
    only_free: bool = False
    cases: tuple[UUID, ...] | None = None

    def count(self) -> int:
        return sum(number for _, number in self.months())

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, wanted: slice) -> list[FileRow]:
        start = wanted.start or 0
        most = None if wanted.stop is None else wanted.stop - start
        return [FileRow(*row) for row in self._ask(f"SELECT * {_FROM}", most, start)]

    def months(self) -> list[tuple[date, int]]:
        """How many fall due in each month."""
        found = self._ask(
            f"SELECT date_trunc('month', f.due_on)::date, count(*) {_FROM} GROUP BY 1 ORDER BY 1"
        )
        return [(month, number) for month, number in found]

    def _ask(self, statement: str, most: int | None = None, skip: int = 0) -> list[tuple[Any, ...]]:
        rule = clock()
        wanted = list(self.cases) if self.cases is not None else None
        asked = [
            *(rule.years, rule.from_fiscal_year_end, self.since, self.before, self.agency),
            *(self.only_held, self.only_free, wanted, most, skip),
        ]
        with connection.cursor() as cursor:
            cursor.execute(statement, asked)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def batches() -> list[DisposalBatch]:
    """All proposals, newest first, with how many files wait in each. Two queries."""
    rows = list(
        DisposalBatch.objects.select_related("proposed_by", "decided_by", "executed_by").order_by(
            "-year", "-number"
        )[:200]
    )
    waiting: dict[UUID, int] = {}
    for batch_id in DisposalItem.objects.filter(
        batch__in=[row.id for row in rows], state=ItemState.WAITING
    ).values_list("batch_id", flat=True):
        waiting[batch_id] = waiting.get(batch_id, 0) + 1
    for row in rows:
        row.waiting = waiting.get(row.id, 0)  # type: ignore[attr-defined]
    return rows


def disposed(batch: DisposalBatch) -> list[Disposal]:
    """What of a batch is gone, by its number."""
    return list(Disposal.objects.filter(batch=batch.label).order_by("case_number"))
