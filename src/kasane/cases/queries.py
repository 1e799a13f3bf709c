"""What screens read about cases. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from kasane.agencies.actors import Actor
from kasane.base.dates import at_noon
from kasane.cases.models import Case, Event, Stage, SupportRecord, Task
from kasane.disclosure.access import newest_cases, writable_kinds
from kasane.people.queries import households

PAGE = 50
ON_A_LINE = ("responsible_agency", "responsible_user")


def writes_in(case_id: UUID, *, by: Actor) -> bool:
    """Whether the viewer works on the case, and so may write in it."""
    return bool(writable_kinds(case_id, by=by))


@dataclass(frozen=True)
class CaseFilter:
    """What the case list is narrowed to; `before` is the last case of the page before."""

    stage: str = ""
    only_open: bool = True
    mine: bool = False
    urgent: bool = False
    before: UUID | None = None


@dataclass(frozen=True)
class CasePage:
    cases: list[Case]
    next_before: UUID | None


def case_page(by: Actor, wanted: CaseFilter) -> CasePage:
    """One page of the viewer's cases, newest first; `cases[i].household` holds the people. Four queries."""
    rows = Case.objects.all()
    if wanted.only_open:
        rows = rows.exclude(stage=Stage.CLOSED)
    if wanted.stage:
        rows = rows.filter(stage=wanted.stage)
    if wanted.urgent:
        rows = rows.filter(is_urgent=True)
    if wanted.mine:
        rows = rows.filter(responsible_agency=by.agency)
    found = _walk(rows, wanted.before)
    attach_households(found[:PAGE])
    attach_next_dates(found[:PAGE])
    return CasePage(found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else None)


FIRST_STEP = 200
GROWTH = 4


def _walk(rows: QuerySet[Case], below: UUID | None) -> list[Case]:
    """The first page of `rows`, and one more, from the newest case down.

    Keys are in order of time, so the walk stops with the page however many cases the town has; where a filter
    leaves little, its steps grow.
    """
    found: list[Case] = []
    step, more = FIRST_STEP, True
    while more and len(found) <= PAGE:
        ids, more = newest_cases(below, step)
        page = rows.filter(pk__in=ids).select_related(*ON_A_LINE)
        found.extend(page.order_by("-id")[: PAGE + 1 - len(found)])
        below, step = min(ids, default=None), step * GROWTH
    return found


def attach_households(cases: Sequence[Case]) -> None:
    """Puts the household on each case as `.household` (本人 first) with one query."""
    found = households(case.id for case in cases)
    for case in cases:
        case.household = found.get(case.id, [])  # type: ignore[attr-defined]


def attach_next_dates(cases: Sequence[Case]) -> None:
    """Puts the earliest open task on each case as `.next_task` with one query."""
    tasks = (
        Task.objects.filter(case_id__in=[case.id for case in cases], done_on__isnull=True)
        .order_by("case_id", "due_on", "id")
        .distinct("case_id")
    )
    first = {task.case_id: task for task in tasks}
    for case in cases:
        case.next_task = first.get(case.id)  # type: ignore[attr-defined]


def timeline(
    case_id: UUID, *, agency: UUID | None = None, kind: str = "", most: int = 200
) -> list[Event | SupportRecord]:
    """Steps and support records together, newest first. Two queries. `kind`: 'steps' or 'records' alone."""
    steps = Event.objects.filter(case_id=case_id).select_related("agency", "by")
    records = SupportRecord.objects.filter(case_id=case_id).select_related("agency", "author")
    if agency:
        steps, records = steps.filter(agency_id=agency), records.filter(agency_id=agency)
    found: list[Event | SupportRecord] = []
    if kind != "records":
        found.extend(steps[:most])
    if kind != "steps":
        found.extend(records[:most])
    return sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True)[:most]


def open_tasks(case_id: UUID) -> list[Task]:
    return list(
        Task.objects.filter(case_id=case_id, done_on__isnull=True).select_related("agency", "assignee")
    )


def tasks_of_agency(by: Actor, *, until: date, waiting: bool) -> QuerySet[Task]:
    """Open tasks of the viewer's agency up to a day, those where somebody waits or the others."""
    rows = Task.objects.filter(agency=by.agency, done_on__isnull=True, someone_waits=waiting)
    if not waiting:
        rows = rows.filter(due_on__lte=until)
    return rows.select_related("case", "assignee").order_by("-is_urgent", "due_on", "id")


def silent_cases(by: Actor, *, on: date, days: int) -> QuerySet[Case]:
    """Open cases the viewer's agency is responsible for in which nobody wrote anything for `days` days."""
    since = at_noon(on - timedelta(days=days)).replace(hour=0)
    return (
        Case.objects.filter(responsible_agency=by.agency, touched_at__lt=since)
        .exclude(stage=Stage.CLOSED)
        .order_by("touched_at")
    )


def numbered(label: tuple[int, int]) -> Case | None:
    """The case with this fiscal year and number, when the viewer sees it."""
    return Case.objects.filter(year=label[0], number=label[1]).first()
