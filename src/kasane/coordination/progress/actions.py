"""進みぐあいを知らせる: one press per line and a word (R-COOR-07)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.coordination.choices import Progress
from kasane.coordination.models import Plan, PlanItem, ProgressReport
from kasane.coordination.progress import rules
from kasane.coordination.progress.asking import SOURCE
from kasane.coordination.progress.queries import fresh_reports
from kasane.coordination.queries import standing_of


def own_items(plan: Plan, *, by: Actor) -> list[PlanItem]:
    """The lines the actor's agency carries out."""
    return [item for item in plan.items.all() if item.agency_id == by.agency.id]


def report_obstacles(plan: Plan, *, by: Actor, told: int, others: int = 0) -> list[Obstacle]:
    """What forbids `report`; the page asks first. Who carries a line tells, whatever the course."""
    return rules.report_obstacles(
        standing_of(plan.case, by=by),
        plan_state=plan.state,
        own_items=len(own_items(plan, by=by)),
        told=told,
        others=others,
    )


@transaction.atomic
def report(
    plan: Plan, *, by: Actor, on: date, progress: Mapping[UUID, tuple[str, str]]
) -> list[ProgressReport]:
    """Keeps how the agency's own lines go; `progress` is, per line, how it goes and a word on it (R-COOR-07).

    What is left empty is not told yet: the task stays until every own line has been. Raises Forbidden for lines of others.
    """
    chosen = {item: said for item, said in progress.items() if said[0]}
    own = {item.id: item for item in own_items(plan, by=by)}
    require(report_obstacles(plan, by=by, told=len(chosen), others=len(chosen.keys() - own.keys())))
    rows = ProgressReport.objects.bulk_create(
        ProgressReport(
            case_id=plan.case_id,
            kinds=plan.kinds,
            plan=plan,
            item=own[item],
            reported_on=on,
            progress=how,
            note=words,
            author=by.user,
            agency=by.agency,
        )
        for item, (how, words) in chosen.items()
    )
    if not own.keys() - fresh_reports([plan.id]).keys():
        cases.complete_tasks(
            plan.case_id,
            by=by,
            on=on,
            kind=cases.TaskKind.MONITORING,
            source=SOURCE,
            source_id=plan.id,
            agency_id=by.agency.id,
        )
    cases.add_event(
        plan.case_id,
        by=by,
        code="progress_told",
        title=f"進みぐあいを知らせました({len(rows)}件)",
        body="\n".join(
            f"{row.item.support}: {Progress(row.progress).label} {row.note}".strip() for row in rows
        ),
        on=on,
        kinds=plan.kinds,
        subject="plan",
        subject_id=plan.id,
    )
    return list(rows)
