"""What rules and screens read of 2-5① and 2-5②. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.coordination.choices import OPEN_PLAN_STATES, Course, PlanState
from kasane.coordination.menus.choices import (
    CODES,
    OPEN_MENU_STATES,
    RUNNING_MENU_STATES,
    WAITING_MENU_STATES,
    MenuSheet,
)
from kasane.coordination.menus.rules import Ground
from kasane.coordination.models import Application, MenuPlan, Plan
from kasane.coordination.roles import left_out


def menu_in_full() -> QuerySet[MenuPlan]:
    """With case, plan, and what conferences said: three queries."""
    return MenuPlan.objects.select_related("case", "agency", "author", "plan", "previous").prefetch_related(
        "judgements__agency", "judgements__recorded_by"
    )


def menus_of(case_id: UUID) -> list[MenuPlan]:
    """Every version of both sheets, newest first. One query."""
    return list(MenuPlan.objects.filter(case_id=case_id).select_related("agency", "author"))


def ground_of(case_id: UUID, sheet: str, *, by: Actor) -> tuple[Ground, Plan | None]:
    """What the plan of ⑤ says about ② or ④: that in force, else one that starts it early (R-COOR-05). Four queries."""
    plans = list(
        Plan.objects.filter(case_id=case_id, course=Course.COORDINATION)
        .order_by("-number")
        .prefetch_related("items", "decisions__items")
    )
    not_decided = False
    for plan in sorted(plans, key=lambda one: one.state != PlanState.FINAL):
        if not _supports(plan):
            continue
        refused = left_out(plan)
        lines = [item for item in plan.items.all() if item.service == sheet]
        agencies = {item.agency_id for item in lines if item.id not in refused}
        if agencies:
            return Ground(plan.id, by.agency.id in agencies, any_plan=True), plan
        not_decided = not_decided or bool(lines)
    return Ground(any_plan=bool(plans), not_decided=not_decided), None


def _supports(plan: Plan) -> bool:
    """Support goes on under this plan: it is in force, or ② and ④ have begun early."""
    begun = plan.early_started_on is not None and plan.early_started_on <= today()
    return plan.state == PlanState.FINAL or (plan.state in OPEN_PLAN_STATES and plan.is_early and begun)


def beside(case_id: UUID, sheet: str, agency_id: UUID) -> tuple[bool, UUID | None]:
    """Whether a version of the agency runs, and which one is in the making. One query."""
    rows = MenuPlan.objects.filter(case_id=case_id, sheet=sheet, agency_id=agency_id)
    states = dict(rows.filter(state__in=[*OPEN_MENU_STATES, *RUNNING_MENU_STATES]).values_list("state", "id"))
    making = next((states[state] for state in OPEN_MENU_STATES if state in states), None)
    return any(state in states for state in RUNNING_MENU_STATES), making


def waiting_menus() -> QuerySet[MenuPlan]:
    """Those that wait for a conference among the viewer's cases, longest waiting first (R-CONF-04)."""
    return (
        MenuPlan.objects.filter(state__in=WAITING_MENU_STATES)
        .select_related("agency")
        .order_by("submitted_on", "id")
    )


def menus_ending_with(
    course: str, case_ids: Collection[UUID], *, states: Collection[str], of_plan: bool = False
) -> list[MenuPlan]:
    """The own plans of ② and ④ in these states that end with a course: with ⑤, or with the case itself where no ⑤ goes on
    (R-COOR-08, R-COOR-09). `of_plan`: without those that began before any plan. One query."""
    rows = MenuPlan.objects.filter(case_id__in=case_ids, state__in=states)
    if of_plan:
        rows = rows.filter(plan__isnull=False)
    if course != Course.COORDINATION:
        going_on = Application.objects.filter(
            course=Course.COORDINATION, taken_up_on__isnull=False, ended_on__isnull=True
        )
        rows = rows.exclude(case_id__in=going_on.values("case_id"))
    return list(rows.select_related("agency"))


def is_menu(subject_id: UUID | None) -> bool:
    """Whether what an item of an agenda is about is a 2-5 plan."""
    return subject_id is not None and MenuPlan.objects.filter(pk=subject_id).exists()


def wanted_sheets(plan: Plan) -> list[tuple[MenuSheet, str]]:
    """The sheets the lines of a plan ask for, with their names; none for what was not decided on (R-COOR-06)."""
    refused = left_out(plan)
    services = {item.service for item in plan.items.all() if item.id not in refused}
    return [(sheet, f"{sheet.label}({CODES[sheet]})") for sheet in MenuSheet if sheet.value in services]
