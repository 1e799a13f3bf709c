"""自立相談支援 comes to its end: handed on to 多機関協働, or ended by its screening (R-SELF-01)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.cases.models import Case
from kasane.coordination import actions, rules
from kasane.coordination.choices import Course
from kasane.coordination.forms import EndForm, HandOnForm
from kasane.coordination.queries import application_of, assessment_of, parts_of
from kasane.disclosure.access import open_case
from kasane.intake.api import Accompaniment, RequestKind


def hand_on(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """多機関協働に引き継ぐ: what moves is shown, what has not been typed yet is asked for."""
    case = open_case(case_id, by=request.actor, purpose="多機関協働への引き継ぎ")
    initial = {
        "handed_on": today(),
        "explained_on": today(),
        "explained_by": request.actor.user.name,
        "requests": [RequestKind.CONSULTATION, RequestKind.SHARING],
        "accompaniment": Accompaniment.NOT_OFFERED,
    }

    def save(forms: Any) -> str:
        actions.hand_on(case, by=request.actor, **forms["form"].hand_on_values())
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="hand-on",
        subject_id=case.id,
        template="coordination/hand_on_form.html",
        build=lambda data: {"form": HandOnForm(data, initial=initial)},
        save=save,
        context={
            "case": case,
            "moving": _moving(case),
            "obstacles": actions.hand_on_obstacles(case, by=request.actor),
        },
        saved_message="引き継ぎを始めました。多機関協働の担当者が始めるまでは、自立相談支援のプランが続きます。",
    )


def _moving(case: Case) -> list[dict[str, str]]:
    """What has been typed and moves as it is."""
    application, sheet = application_of(case.id, Course.SELF_RELIANCE), assessment_of(case.id)
    plan = actions.present_plan(case)
    moving = []
    if application is not None:
        moving.append(
            {"label": "相談受付・申込票(2-2)", "value": application.request or "記入したすべての欄"}
        )
    if sheet is not None:
        moving.append(
            {"label": "アセスメント(2-3)", "value": f"{len(parts_of(case.id))}項目(同じ様式を続けて使います)"}
        )
    if plan is not None:
        lines = f"短期目標{plan.goals.count()}件・支援内容{plan.items.count()}件"
        moving.append({"label": "プラン(2-4)", "value": f"課題、望む姿、目標、期間、{lines}"})
    return moving  # fmt: skip


def end_by_screening(request: HttpRequest, case_id: UUID, course: str = Course.COORDINATION) -> HttpResponse:
    """情報提供で終了, つなぐ, 判断前の中断, and back to 受付, before any plan is in force (R-SELF-01, R-COOR-02)."""
    words = rules.words(course)
    case = open_case(case_id, by=request.actor, purpose=f"{words.name}の終了")
    sheet = assessment_of(case.id)
    way = sheet.screening if sheet and sheet.screening in rules.WAYS_OF_ENDING[course] else ""
    desks = actions.desks_to_go_back_to(case, by=request.actor)
    initial = {"ended_on": today(), "way": way, "to": desks[0].id if desks else None}

    def save(forms: Any) -> str:
        actions.end_by_screening(case, by=request.actor, course=course, **forms["form"].end_values())
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="self-reliance-end" if course == Course.SELF_RELIANCE else "coordination-end",
        subject_id=case.id,
        template="coordination/end_form.html",
        build=lambda data: {"form": EndForm(data, initial=initial, course=course, desks=desks)},
        save=save,
        context={
            "case": case,
            "words": words,
            "obstacles": actions.end_by_screening_obstacles(
                case, by=request.actor, told="-", course=course, way=way or rules.WAYS_OF_ENDING[course][-1]
            ),
        },
        saved_message=f"{words.name}を終えました。",
    )
