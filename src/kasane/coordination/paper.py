"""What the case page shows of plans and sheets in one query each."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, Model, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, JSONObject

from kasane.coordination.choices import Course
from kasane.coordination.menus.choices import CODES
from kasane.coordination.models import (
    Application,
    Assessment,
    Connectedness,
    Evaluation,
    MenuPlan,
    MonitoringItem,
    Plan,
    PlanGoal,
    PlanItem,
)


def versions_with_lines(case_id: UUID) -> list[Plan]:
    """All versions, newest first, each with `goal_lines` and `item_lines` as plain values."""
    latest = MonitoringItem.objects.filter(item=OuterRef("pk")).order_by("-monitoring__held_on", "-id")
    goals = PlanGoal.objects.filter(plan=OuterRef("pk")).order_by("order")
    items = PlanItem.objects.filter(plan=OuterRef("pk")).order_by("order")
    return list(
        Plan.objects.filter(case_id=case_id)
        .select_related("lead_agency", "agency", "author")
        .annotate(
            goal_lines=ArraySubquery(goals.values(line=JSONObject(text="text", by_when="by_when"))),
            item_lines=ArraySubquery(
                items.values(
                    line=JSONObject(
                        support="support",
                        issue="issue",
                        agency="agency__name",
                        staff="staff",
                        service="service",
                        frequency="frequency",
                        progress=Subquery(latest.values("progress")[:1]),
                    )
                )
            ),
        )
    )


def papers_of(case_id: UUID) -> list[tuple[str, str, str, date, UUID, str]]:
    """The sheets of the case that the viewer may see (code, kind, number, day, id, course), in the order of the paper."""
    found = _rows(case_id, Application, "2-2", day="applied_on", course="course").union(
        _rows(case_id, Assessment, "2-3", day="started_on"),
        _rows(case_id, Plan, "2-4", kind="state", number="number", day="made_on", course="course"),
        _rows(case_id, MenuPlan, _MENU_CODE, kind="state", number="number", day="made_on"),
        _rows(case_id, Evaluation, "2-6", kind="conclusion", day="evaluated_on", course="plan__course"),
        _rows(case_id, Connectedness, "2-7", kind="occasion", day="rated_on"),
        all=True,
    )
    return sorted(found, key=lambda row: (row[0], row[3], row[4]))


_MENU_CODE = Case(
    *(When(sheet=sheet, then=Value(code)) for sheet, code in CODES.items()), output_field=CharField()
)


def _rows(
    case_id: UUID,
    model: type[Model],
    code: str | Case,
    *,
    day: str,
    kind: str = "",
    number: str = "",
    course: str = "",
) -> QuerySet[Any, Any]:
    return (
        model._default_manager.filter(case_id=case_id)
        .order_by()
        .values_list(
            Value(code, CharField()) if isinstance(code, str) else code,
            Cast(kind, CharField()) if kind else Value("", CharField()),
            Cast(number, CharField()) if number else Value("", CharField()),
            day,
            "id",
            Cast(course, CharField()) if course else Value(Course.COORDINATION.value, CharField()),
        )
    )
