"""Asking the agencies of a plan how their lines go, some time before the monitoring (R-COOR-07)."""

from __future__ import annotations

from datetime import date

from kasane.agencies.models import Agency
from kasane.cases import api as cases
from kasane.coordination.models import Plan
from kasane.coordination.progress.rules import told_by

SOURCE = "progress"


def ask_for_progress(plan: Plan, *, monitoring_on: date, on: date) -> None:
    """Each agency of the plan but the one that monitors has it on its 今日やること. It ends with the monitoring."""
    agencies = Agency.objects.filter(pk__in=plan.items.values("agency_id")).exclude(pk=plan.agency_id)
    for agency in agencies.order_by("order", "id"):
        cases.add_task(
            plan.case_id,
            agency=agency,
            kind=cases.TaskKind.MONITORING,
            what="担当する支援内容の進みぐあいを知らせる",
            due_on=told_by(monitoring_on, on=on),
            since=on,
            source=SOURCE,
            source_id=plan.id,
        )
