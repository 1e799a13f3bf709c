"""What runs before its decision: ② and ④ that have begun early (R-COOR-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.base.dates import today
from kasane.coordination.choices import OPEN_PLAN_STATES, Service
from kasane.coordination.models import Plan, PlanItem
from kasane.coordination.planpage import TONES

MOST = 60


@dataclass(frozen=True)
class EarlyStart:
    """One line of a plan that is carried out although nobody has decided on it yet."""

    plan: Plan
    item: PlanItem
    since: date
    days: int

    @property
    def tone(self) -> str:
        return TONES[self.plan.state]


def early_starts(*, on: date) -> list[EarlyStart]:
    """All of them among the viewer's cases, the longest first. Two queries."""
    plans = (
        Plan.objects.filter(state__in=OPEN_PLAN_STATES, early_start=True, early_started_on__lte=on)
        .select_related("case")
        .prefetch_related("items__agency")
        .order_by("early_started_on", "id")[:MOST]
    )
    return [
        EarlyStart(plan, item, plan.early_started_on, (on - plan.early_started_on).days)
        for plan in plans
        if plan.early_started_on is not None
        for item in plan.items.all()
        if item.service in (Service.PARTICIPATION, Service.OUTREACH)
    ]


def early_list(request: HttpRequest) -> HttpResponse:
    """決定の前に動いている支援: for the coordinator, and for whoever decides."""
    return render(request, "coordination/early.html", {"rows": early_starts(on=today())})
