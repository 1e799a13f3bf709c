"""支援決定: the page of the one who decides (R-COOR-06)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.coordination import actions, rules
from kasane.coordination.forms import DecisionForm
from kasane.coordination.models import Plan
from kasane.coordination.planpage import lines_with_marks
from kasane.coordination.queries import application_of, judgements_of, waits_for_report
from kasane.coordination.views.ground import open_plan

RETURN = "return"


def decide(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """決定 / 差し戻し, or the confirmation of a report; with what the conference said and why it is decided so."""
    plan, case = open_plan(request, plan_id, purpose="支援決定")
    reported = waits_for_report(plan)
    deciding = application_of(plan.case_id, plan.course)
    place = {
        "is_decider": request.actor.is_decider,
        "own_agency": deciding is not None and deciding.deciding_agency_id == request.actor.agency.id,
    }
    if reported:
        obstacles = rules.report_obstacles(**place, waiting=True)
    else:
        obstacles = rules.decide_obstacles(
            **place, state=plan.state, returns=False, note="", course=plan.course
        )
    services = [item.service for item in plan.items.all()]
    return form_page(
        request,
        name="decision",
        subject_id=plan.id,
        template="coordination/decision_form.html",
        build=lambda data: {"form": DecisionForm(data, initial={"decided_on": today()})},
        save=lambda forms: _answer(request, plan, forms["form"].cleaned_data, reported=reported),
        context={
            "case": case,
            "plan": plan,
            "pattern_words": rules.pattern_words(services, plan.course),
            "lines": lines_with_marks(plan),
            "reported": reported,
            "judgements": judgements_of([plan.id]),
            "obstacles": obstacles,
        },
        saved_message="記録しました。",
    )


def _answer(request: HttpRequest, plan: Plan, values: dict[str, Any], *, reported: bool) -> str:
    on, note = values["decided_on"], values["note"]
    if reported:
        actions.confirm_report(plan, by=request.actor, on=on, note=note)
    elif request.POST.get("answer") == RETURN:
        actions.return_plan(plan, by=request.actor, on=on, note=note)
    else:
        actions.decide(plan, by=request.actor, on=on, number=values["number"], note=note)
    return reverse("coordination:plan", args=[plan.id])
