"""起案, 決裁 and the confirmation of a report: one page, by where the plan stands (R-COOR-06)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.coordination import actions, rules
from kasane.coordination.approval import actions as approval
from kasane.coordination.approval.forms import DecisionForm, DraftForm, StepForm
from kasane.coordination.approval.page import CONFIRM, DECIDE, DRAFT, RETURN, RETURN_DRAFT, STEP, page_of
from kasane.coordination.approval.text import draft_text, needing, town_words
from kasane.coordination.models import Plan
from kasane.coordination.planpage import lines_with_marks
from kasane.coordination.queries import judgements_of
from kasane.coordination.views.ground import open_plan


def decide(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """What the municipality does next with the plan, with what the conference said and why it is decided so."""
    plan, case = open_plan(request, plan_id, purpose="支援決定")
    page = page_of(plan, by=request.actor)
    services = [item.service for item in plan.items.all()]
    return form_page(
        request,
        name=f"decision-{page.mode}",
        subject_id=plan.id,
        template="coordination/decision_form.html",
        build=_builder(plan, page.mode),
        save=lambda forms: _SAVE[page.mode](request, plan, forms["form"]),
        context={
            "case": case,
            "plan": plan,
            "page": page,
            "pattern_words": rules.pattern_words(services, plan.course),
            "town_words": town_words(plan),
            "lines": lines_with_marks(plan),
            "judgements": judgements_of([plan.id]),
            "obstacles": page.obstacles,
            "alone": page.mode == DRAFT and bool(page.obstacles) and request.method == "GET",
        },
        saved_message="記録しました。",
    )


def _builder(plan: Plan, mode: str) -> Callable[[Any], dict[str, Any]]:
    if mode == DRAFT:
        initial: dict[str, Any] = {"drafted_on": today(), "text": draft_text(plan)}
        return lambda data: {"form": DraftForm(data, initial=initial)}
    if mode == STEP:
        return lambda data: {"form": StepForm(data, initial={"answered_on": today()})}
    items = needing(plan) if mode == DECIDE else []
    return lambda data: {"form": DecisionForm(data, initial={"decided_on": today()}, items=items)}


def _draft(request: HttpRequest, plan: Plan, form: Any) -> str:
    typed = form.cleaned_data
    approval.draft_decision(
        plan, by=request.actor, on=typed["drafted_on"], text=typed["text"], number=typed["number"]
    )
    return _back(plan)


def _step(request: HttpRequest, plan: Plan, form: Any) -> str:
    on, note = form.cleaned_data["answered_on"], form.cleaned_data["note"]
    if request.POST.get("answer") == RETURN_DRAFT:
        approval.return_draft(plan, by=request.actor, on=on, note=note)
    else:
        approval.pass_on(plan, by=request.actor, on=on, note=note)
    return _back(plan)


def _decide(request: HttpRequest, plan: Plan, form: Any) -> str:
    typed, answer = form.cleaned_data, request.POST.get("answer")
    on, note = typed["decided_on"], typed["note"]
    if answer == RETURN:
        actions.return_plan(plan, by=request.actor, on=on, note=note)
    elif answer == RETURN_DRAFT:
        approval.return_draft(plan, by=request.actor, on=on, note=note)
    else:
        actions.decide(
            plan,
            by=request.actor,
            on=on,
            number=typed["number"],
            note=note,
            refused=form.refused(),
            substitute=typed["substitute"],
        )
    return _back(plan)


def _confirm(request: HttpRequest, plan: Plan, form: Any) -> str:
    typed = form.cleaned_data
    actions.confirm_report(plan, by=request.actor, on=typed["decided_on"], note=typed["note"])
    return _back(plan)


def _back(plan: Plan) -> str:
    return reverse("coordination:plan", args=[plan.id])


_SAVE: dict[str, Callable[[HttpRequest, Plan, Any], str]] = {
    DRAFT: _draft,
    STEP: _step,
    DECIDE: _decide,
    CONFIRM: _confirm,
}
