"""What the agencies have told since the last monitoring, and what is still waited for (R-COOR-07)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.models import Case, Task, TaskKind
from kasane.cases.queries import attach_households
from kasane.coordination.models import Monitoring, PlanItem, ProgressReport
from kasane.coordination.progress.asking import SOURCE

MOST = 100
SOON = timedelta(days=7)


def fresh_reports(plan_ids: list[UUID]) -> dict[UUID, ProgressReport]:
    """By line of these plans, the newest that was told since the plan was last monitored. One query."""
    last = Monitoring.objects.filter(plan=OuterRef("plan")).order_by("-created_at").values("created_at")[:1]
    rows = (
        ProgressReport.objects.filter(plan_id__in=plan_ids)
        .annotate(last=Subquery(last))
        .filter(Q(last__isnull=True) | Q(created_at__gt=Subquery(last)))
        .select_related("agency", "author")
        .order_by("item_id", "-created_at", "-id")
        .distinct("item_id")
    )
    return {row.item_id: row for row in rows}


@dataclass(frozen=True)
class Line:
    """One agency that is asked about one plan: its lines, and what it has told of each."""

    task: Task
    items: list[tuple[PlanItem, ProgressReport | None]]
    late: int

    @property
    def case(self) -> Case:
        return self.task.case


def asked_lines(*, by: Actor, mine: bool = False) -> list[Line]:
    """Who is asked now or has not told in time, the longest waiting first. Four queries for any number."""
    day = today()
    rows = Task.objects.filter(
        kind=TaskKind.MONITORING, source=SOURCE, done_on__isnull=True, due_on__lte=day + SOON
    ).select_related("case", "agency")
    if mine:
        rows = rows.filter(agency=by.agency)
    tasks = list(rows.order_by("due_on", "id")[:MOST])
    attach_households([task.case for task in tasks])
    plans = [task.source_id for task in tasks if task.source_id]
    told = fresh_reports(plans)
    items: dict[tuple[UUID, UUID], list[PlanItem]] = defaultdict(list)
    for item in PlanItem.objects.filter(plan_id__in=plans).order_by("order"):
        items[item.plan_id, item.agency_id].append(item)
    return [
        Line(
            task,
            [(item, told.get(item.id)) for item in items[task.source_id, task.agency_id]]
            if task.source_id
            else [],
            max((day - task.due_on).days, 0),
        )
        for task in tasks
    ]
