"""Answering a pattern, taking the answer back, and the numbers (R-PEO-03). Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.tabs import structure_tabs
from kasane.base.obstacles import Forbidden
from kasane.cases.formpage import form_page
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.people.actions import pattern as actions
from kasane.people.models import Pattern
from kasane.people.patterns.rules import answer_obstacles, take_back_obstacles
from kasane.portal.patterns.counts import table
from kasane.portal.patterns.forms import AnswerForm


def answer_page(request: HttpRequest, case_id: UUID, pattern_id: UUID) -> HttpResponse:
    """「あてはまらない」 with its reason; for an answered pattern the answer, which can be taken back."""
    case = open_case(case_id, by=request.actor, purpose="世帯の課題の組み合わせへの答え", subject=pattern_id)
    row = _row(case, pattern_id)
    writes = not row.kinds & ~actions.writable_kinds(case.id, by=request.actor)
    state = {"is_open": case.is_open, "writes": writes, "ended": row.until is not None}
    page: dict[str, Any] = {"case": case, "pattern": row}
    if row.is_answered:
        page["obstacles"] = take_back_obstacles(**state, answered=True)
        return render(request, "portal/pattern_answered.html", page)
    page["obstacles"] = answer_obstacles(**state, why="-", answered=False)

    def save(forms) -> str:
        why = forms["form"].cleaned_data["why"]
        actions.answer(row, by=request.actor, why=why, is_open=case.is_open)
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="pattern",
        subject_id=row.id,
        template="portal/pattern_answer.html",
        build=lambda data: {"form": AnswerForm(data)},
        save=save,
        context=page,
        saved_message=f"「{row.get_code_display()}」に「あてはまらない」と答えました。あとから取り消せます。",
    )


@require_POST
def take_back(request: HttpRequest, case_id: UUID, pattern_id: UUID) -> HttpResponse:
    """The answer is taken back: the pattern is pointed out again."""
    case = open_case(case_id, by=request.actor, purpose="世帯の課題の組み合わせへの答え", subject=pattern_id)
    row = _row(case, pattern_id)
    try:
        actions.take_back(row, by=request.actor, is_open=case.is_open)
    except Forbidden as forbidden:
        page = {"case": case, "pattern": row, "obstacles": forbidden.obstacles}
        return render(request, "portal/pattern_answered.html", page, status=409)
    messages.success(request, f"「{row.get_code_display()}」への答えを取り消しました。")
    return HttpResponseRedirect(reverse("case_page", args=[case.id]))


def numbers(request: HttpRequest) -> HttpResponse:
    """How many households show which pattern, by fiscal year and area. Numbers alone, small ones left out."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise PermissionDenied
    page = {
        "table": table(request.GET.get("year", "")),
        "tabs": structure_tabs("pattern_numbers", request.actor),
    }
    return render(request, "portal/pattern_numbers.html", page)


def _row(case: Case, pattern_id: UUID) -> Pattern:
    rows = Pattern.objects.select_related("answered_by", "answered_for")
    return get_object_or_404(rows, pk=pattern_id, case=case)
