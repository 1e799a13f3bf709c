"""進みぐあいを知らせる, and the list of those who are asked (R-COOR-07)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.coordination.progress import actions
from kasane.coordination.progress.forms import ProgressForm
from kasane.coordination.progress.queries import asked_lines, fresh_reports
from kasane.coordination.views.ground import open_plan


def progress(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The agency's own lines, at the desk or on the phone."""
    plan, case = open_plan(request, plan_id, purpose="進みぐあいの知らせ")
    items = actions.own_items(plan, by=request.actor)
    told = fresh_reports([plan.id])

    def save(forms: Any) -> str:
        actions.report(plan, by=request.actor, on=today(), progress=forms["form"].progress_values())
        return reverse("home")

    return form_page(
        request,
        name="progress",
        subject_id=plan.id,
        template="coordination/progress/form.html",
        build=lambda data: {"form": ProgressForm(data, items=items, told=told)},
        save=save,
        context={
            "case": case,
            "plan": plan,
            "obstacles": actions.report_obstacles(plan, by=request.actor, told=1),
        },
        saved_message="進みぐあいを知らせました。モニタリングの画面に出ます。",
    )


def asked(request: HttpRequest) -> HttpResponse:
    """Who is asked how the lines go, line by line, those past their day first."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    mine = request.GET.get("scope") == "mine"
    lines = asked_lines(by=request.actor, mine=mine)
    context = {"lines": lines, "mine": mine, "late": sum(1 for line in lines if line.late)}
    return render(request, "coordination/progress/list.html", context)
