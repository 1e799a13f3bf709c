"""What is done to a case as a whole. Works call these through `cases.api`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, User
from kasane.base.counters import next_number
from kasane.base.dates import at_noon, fiscal_year, today, wareki
from kasane.base.ids import new_id
from kasane.base.kinds import DataKind
from kasane.base.obstacles import require
from kasane.cases import rules
from kasane.cases.alarm.queries import open_on
from kasane.cases.alarm.rules import closing_obstacles
from kasane.cases.ends import tell_end
from kasane.cases.models import Case, ClosedAs, Event, Stage, SupportRecord, Task, TaskKind
from kasane.disclosure import api as disclosure
from kasane.disclosure.access import writable_kinds


@transaction.atomic
def open_case(*, by: Actor, on: date, is_urgent: bool = False, urgent_note: str = "") -> Case:
    """Opens a file at the actor's agency: its own work from the day of reception (R-INT-01, R-DIS-01)."""
    case = Case(
        id=new_id(),
        year=fiscal_year(on),
        number=next_number("case", fiscal_year(on)),
        opened_on=on,
        responsible_agency=by.agency,
        responsible_user=by.user,
        is_urgent=is_urgent,
        urgent_note=urgent_note,
        touched_at=at_noon(on),
    )
    disclosure.open_case_ledger(case.id, by=by, on=on, note=f"{by.agency.name}が受け付けた相談")
    case.save(force_insert=True)
    return case


@transaction.atomic
def advance(case: Case, stage: Stage, *, by: Actor) -> Case:
    """Moves a case to the next stage of its course. Raises Forbidden when the stage can not follow."""
    row = Case.lock(case.pk, version=None)
    require(rules.stage_obstacles(row.stage, stage))
    row.stage = stage
    if stage != Stage.CLOSED:
        row.closed_on, row.closed_as = None, ""
    row.save_next()
    return row


@transaction.atomic
def close(case: Case, *, by: Actor, on: date, closed_as: ClosedAs, reason: str = "") -> Case:
    """Ends a case on a day. Whether it may end is the rule of the work that ends it.

    What somebody still waits for stays on 今日やること: the follow-up, and a つなぎ nobody has answered yet (R-INT-05).
    What waited for a meeting is withdrawn with the `reason`, 「情報提供で終了としたため」 unless told otherwise (R-CONF-04).
    Raises Forbidden while a 緊急の知らせ is open, whatever the way (R-INT-09).
    """
    tell_end(case.pk, None, by=by, on=on, reason=reason or f"{ClosedAs(closed_as).label}としたため")
    row = Case.lock(case.pk, version=None)
    require(rules.stage_obstacles(row.stage, Stage.CLOSED) + closing_obstacles(open_on(row.id)))
    row.stage, row.closed_on, row.closed_as = Stage.CLOSED, on, closed_as
    row.save_next()
    ended = Task.objects.filter(case=row, done_on__isnull=True).exclude(kind__in=rules.OUTLAST_CLOSURE)
    ended.update(done_on=on, done_by=by.user)
    return row


@transaction.atomic
def reopen(
    case: Case, *, by: Actor, on: date, stage: Stage, reason: str, leads: bool, agency: Agency
) -> Case:
    """Takes a closed case up again at `stage`, with `agency` responsible; its history stays one (R-COOR-10).

    `leads`: whether the actor may, as the work that ended it tells. The retention period ends with this and is counted
    anew from the next closure (R-DIS-07). Raises Forbidden for an open case, without a reason, for a day before the end.
    """
    row = Case.lock(case.pk, version=None)
    require(
        rules.reopen_obstacles(
            is_open=row.is_open, closed_on=row.closed_on, on=on, today=today(), reason=reason, leads=leads, stage=stage
        )
    )  # fmt: skip
    body = f"{reason}\nこれまで: {row.state_label}({wareki(row.closed_on)})"
    row.stage, row.closed_on, row.closed_as = stage, None, ""
    if row.responsible_agency_id != agency.id:
        row.responsible_agency, row.responsible_user = agency, None
    if row.responsible_user_id is None and agency.id == by.agency.id:
        row.responsible_user = by.user
    row.save_next()
    add_event(row.id, by=by, code="reopened", title="支援を再開しました", body=body, on=on)
    return row


@transaction.atomic
def hand_over(case: Case, *, by: Actor, agency: Agency, user: User | None = None) -> Case:
    """Makes another agency the responsible one (主担当機関). There is always exactly one."""
    row = Case.lock(case.pk, version=None)
    row.responsible_agency, row.responsible_user = agency, user
    row.save_next()
    return row


@transaction.atomic
def mark_applied(case: Case, *, by: Actor, on: date) -> Case:
    """Keeps the day of 利用申込, on which the retention period begins (R-DIS-07)."""
    row = Case.lock(case.pk, version=None)
    row.applied_on = on
    row.save_next()
    return row


def add_event(
    case_id: UUID,
    *,
    by: Actor,
    code: str,
    title: str,
    body: str = "",
    on: date | None = None,
    kinds: int = int(DataKind.BASIC | DataKind.LIFE),
    subject: str = "",
    subject_id: UUID | None = None,
) -> Event:
    """Writes one step of the course, as a part of the action that takes it."""
    at: datetime = timezone.now() if on is None or on == today() else at_noon(on)
    return Event.objects.create(
        case_id=case_id,
        at=at,
        code=code,
        title=title,
        body=body,
        kinds=kinds,
        agency=by.agency,
        by=by.user,
        subject=subject,
        subject_id=subject_id,
    )


def add_task(
    case_id: UUID,
    *,
    agency: Agency,
    kind: TaskKind,
    what: str,
    due_on: date,
    since: date,
    assignee: User | None = None,
    someone_waits: bool = False,
    is_urgent: bool = False,
    kinds: int = int(DataKind.BASIC),
    source: str = "",
    source_id: UUID | None = None,
) -> Task:
    """Puts something onto the home page of an agency until it is done. `kinds`: what its words tell of (R-DIS-04)."""
    return Task.objects.create(
        case_id=case_id,
        agency=agency,
        assignee=assignee,
        kind=kind,
        what=what,
        due_on=due_on,
        since=since,
        someone_waits=someone_waits,
        is_urgent=is_urgent,
        kinds=kinds,
        source=source,
        source_id=source_id,
    )


def complete_tasks(
    case_id: UUID,
    *,
    by: Actor,
    on: date,
    kind: TaskKind | None = None,
    source: str = "",
    source_id: UUID | None = None,
    sources: Collection[UUID] | None = None,
    agency_id: UUID | None = None,
) -> int:
    """Marks the open tasks of a case (of one kind, from one source or from some, of one agency) as done; answers how many."""
    rows = Task.objects.filter(case_id=case_id, done_on__isnull=True)
    if kind is not None:
        rows = rows.filter(kind=kind)
    if source:
        rows = rows.filter(source=source)
    if agency_id is not None:
        rows = rows.filter(agency_id=agency_id)
    if source_id is not None:
        rows = rows.filter(source_id=source_id)
    if sources is not None:
        rows = rows.filter(source_id__in=sources)
    return rows.update(done_on=on, done_by=by.user)


@transaction.atomic
def complete_task(task: Task, *, by: Actor) -> None:
    """A worker ticks one thing off 今日やること. Raises Forbidden for a task of another agency (R-INT-05)."""
    require(rules.tick_obstacles(same_agency=task.agency_id == by.agency.id))
    Task.objects.filter(pk=task.pk, done_on__isnull=True).update(done_on=today(), done_by=by.user)


@transaction.atomic
def write_record(case: Case, *, by: Actor, follows_up: bool = False, **values: Any) -> SupportRecord:
    """Writes one 支援経過記録 of the actor's agency; a next date becomes a task of the writer.

    Raises Forbidden for a closed case, unless it `follows_up` one (R-COOR-08), and for an agency outside the support
    team (R-DIS-01).
    """
    record = SupportRecord(case=case, agency=by.agency, author=by.user, **values)
    writable = writable_kinds(case.id, by=by)
    require(
        rules.write_obstacles(
            is_open=case.is_open,
            writable=writable,
            kinds=record.kinds,
            follows_up=follows_up,
            case_id=case.id,
        )
    )
    record.save(force_insert=True)
    if record.next_on:
        add_task(
            case.id,
            agency=by.agency,
            assignee=by.user,
            kind=TaskKind.CONTACT,
            what=record.next_step or "次の予定",
            due_on=record.next_on,
            since=timezone.localdate(record.at),
            source="record",
            source_id=record.id,
        )
    return record


@transaction.atomic
def change_record(record: SupportRecord, *, by: Actor, version: int, **values: Any) -> SupportRecord:
    """Corrects a record of the actor's own agency; the log keeps the earlier text (R-DIS-08).

    Raises StaleEdit when it was saved by someone else in between, Forbidden for another agency's record.
    """
    require(rules.correct_obstacles(same_agency=record.agency_id == by.agency.id))
    row = SupportRecord.lock(record.pk, version=version)
    for name, value in values.items():
        setattr(row, name, value)
    writable = writable_kinds(row.case_id, by=by)
    require(rules.write_obstacles(is_open=True, writable=writable, kinds=row.kinds))
    row.save_next()
    return row
