"""廃棄: carrying an approved batch out, and carrying it out again on a restored backup (R-DIS-07).

Runs on the connection of the owner, by functions the web role can not call; the database asks once more whether two
people approved, and whether the file is due and not held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction
from django.utils import timezone

from kasane.agencies.models import User
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.cases.retention.queries import clock
from kasane.disclosure.models import BatchState, Disposal, DisposalBatch, DisposalItem, ItemState
from kasane.disclosure.retention.register import NAME, Line, Register

OWNER = "owner"
UNDONE = "取り込みの取り消し"
"""Stands in the register in place of a batch: nobody proposes what nobody can see any more."""


class CanNot(Exception):
    """The batch can not be carried out; the message says why."""


@dataclass
class Done:
    """What became of a batch: numbers that are gone, numbers that dropped out with the reason, tables touched."""

    batch: str = ""
    disposed: list[str] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)


def register() -> Register:
    """The register file of this deployment."""
    return Register(Path(settings.VAR) / NAME)


@contextmanager
def as_definer() -> Iterator[None]:
    """One transaction of the owner that sees all rows; the role ends with it."""
    with transaction.atomic(using=OWNER):
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SET LOCAL ROLE kasane_definer")
        yield
        with connections[OWNER].cursor() as cursor:
            cursor.execute("RESET ROLE")


def standing_batches() -> list[tuple[DisposalBatch, int]]:
    """Batches that wait for approval or for being carried out, each with how many files."""
    with as_definer():
        rows = DisposalBatch.objects.using(OWNER).filter(state__in=(BatchState.PROPOSED, BatchState.APPROVED))
        found = list(rows.select_related("proposed_by", "decided_by").order_by("year", "number"))
        return [(row, row.items.using(OWNER).filter(state=ItemState.WAITING).count()) for row in found]


def dispose(
    label: str, *, by: User, simulate: bool = False, tell: Callable[[int, int], None] = lambda done, of: None
) -> Done:
    """Carries out the approved batch, one transaction for each file; with `simulate` nothing stays.

    A file is written into the register file before its transaction ends: what the database then loses in a crash goes
    with the next run. Raises CanNot, and RegisterBroken before anything is done.
    """
    book = register()
    book.lines()
    batch, items = _approved(label)
    rule = clock()
    if not rule.is_met_by(years=batch.years, from_fiscal_year_end=batch.from_fiscal_year_end):
        raise CanNot(
            f"「{batch.label}」の保存期間({batch.rule_words})は、いまの設定より短いので、廃棄できません。取り下げて、起案し直してください。"
        )
    done = Done(batch=batch.label)
    for place, (case_id, number) in enumerate(items, start=1):
        with transaction.atomic(using=OWNER):
            tables = _call(
                "SELECT disclosure_dispose_case(%s, %s, %s, %s, %s)",
                [batch.id, case_id, batch.label, rule.years, rule.from_fiscal_year_end],
            )
            if tables is None:
                done.dropped.append((number, _dropped_for(batch.id, case_id)))
            else:
                done.disposed.append(number)
                done.tables |= set(tables)
                if not simulate:
                    book.append([Line(case_id, number, today(), batch.label)])
            transaction.set_rollback(simulate, using=OWNER)
        tell(place, len(items))
    if not simulate:
        _finish(batch, by=by, digest=book.digest)
    return done


def _approved(label: str) -> tuple[DisposalBatch, list[tuple[UUID, str]]]:
    with as_definer():
        rows = DisposalBatch.objects.using(OWNER).filter(state=BatchState.APPROVED)
        batch = next((row for row in rows if label in (row.label, str(row.id))), None)
        if batch is None:
            raise CanNot(
                f"決裁済みの廃棄「{label}」がありません。./kasane dispose --list で確かめてください。"
            )
        items = batch.items.using(OWNER).filter(state=ItemState.WAITING).order_by("due_on", "case_number")
        return batch, [(item.case_id, item.case_number) for item in items]


def _dropped_for(batch_id: UUID, case_id: UUID) -> str:
    with as_definer():
        item = DisposalItem.objects.using(OWNER).get(batch_id=batch_id, case_id=case_id)
        return item.get_dropped_for_display()


def _call(statement: str, values: list[object]) -> list[str] | None:
    """Runs one of the disposing functions, and has the constraints checked at once rather than at the commit."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(statement, values)
        tables: list[str] | None = cursor.fetchone()[0]
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return tables


def _finish(batch: DisposalBatch, *, by: User, digest: str) -> None:
    with as_definer():
        DisposalBatch.objects.using(OWNER).filter(pk=batch.pk).update(
            state=BatchState.EXECUTED, executed_by=by.pk, executed_at=timezone.now(), digest=digest
        )


def keep_register() -> int:
    """Brings the register file up to the register in the database; answers how many lines it lacked."""
    with as_definer():
        rows = list(Disposal.objects.using(OWNER).order_by("disposed_on", "case_number"))
    return register().append([Line(row.case_id, row.case_number, row.disposed_on, row.batch) for row in rows])


def apply_register(book: Register, tell: Callable[[int, int], None] = lambda done, of: None) -> Done:
    """Disposes again of every file in the register that a restored backup brought back. Raises RegisterBroken."""
    lines = book.lines()
    done = Done()
    for place, line in enumerate(lines, start=1):
        with transaction.atomic(using=OWNER):
            tables = _call(
                "SELECT disclosure_dispose_again(%s, %s, %s, %s)",
                [line.case_id, line.number, line.day, line.batch],
            )
        if tables is not None:
            done.disposed.append(line.number)
            done.tables |= set(tables)
        tell(place, len(lines))
    return done


def dispose_of_undone(*, on: date) -> Done:
    """An import that was undone leaves its cases in the log, each row with its text: the entries are emptied when the
    town's time is up, counted from the day of the undoing, as those of a file (R-DIS-07). For the nightly command.

    What the register file takes in stands in it before the transaction ends. Raises RegisterBroken.
    """
    book = register()
    book.lines()
    done = Done(batch=UNDONE)
    for case_id, number, removed_on in _undone():
        due_on = clock().falls_due(None, removed_on, removed_on)
        if due_on is None or due_on > on:
            continue
        with transaction.atomic(using=OWNER):
            values = [case_id, number, on, UNDONE]
            done.tables |= set(_call("SELECT disclosure_dispose_again(%s, %s, %s, %s)", values) or ())
            book.append([Line(case_id, number, on, UNDONE)])
        done.disposed.append(number)
    return done


def _undone() -> list[tuple[UUID, str, date]]:
    """Cases that were removed, but not by a disposal: number, and day of the removal by the log."""
    with as_definer(), connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT l.case_id, (l.before ->> 'year')::integer, (l.before ->> 'number')::integer, l.at"
            " FROM disclosure_logentry l WHERE l.subject = 'cases_case' AND l.act = 'delete'"
            " AND NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = l.case_id)"
            " AND NOT EXISTS (SELECT 1 FROM disclosure_disposal d WHERE d.case_id = l.case_id) ORDER BY l.id"
        )
        return [
            (case_id, Case(year=year, number=number).label, timezone.localdate(at))
            for case_id, year, number, at in cursor.fetchall()
        ]


def rewrite(tables: Iterable[str]) -> None:
    """Writes the tables anew, so that no file of the database holds a deleted row, and the planner's own notes on their
    values too. Locks each table while it lasts."""
    with connections[OWNER].cursor() as cursor:
        for table in sorted(set(tables)):
            cursor.execute(f"VACUUM (FULL, ANALYZE) {connections[OWNER].ops.quote_name(table)}")
        cursor.execute("VACUUM (FULL) pg_catalog.pg_statistic")
