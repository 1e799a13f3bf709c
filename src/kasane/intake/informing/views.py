"""情報提供で終わる, and the record that 生活保護 was told (R-INT-03, R-INT-08)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kasane.agencies import profile
from kasane.base.dates import today
from kasane.cases.api import writes_in
from kasane.cases.formpage import Forms, form_page
from kasane.intake import actions, rules
from kasane.intake.actions.reception import triage_facts
from kasane.intake.informing import queries
from kasane.intake.informing.actions import tell_of_assistance
from kasane.intake.informing.forms import AssistanceForm, InformationForm
from kasane.intake.models import Matter, Outcome
from kasane.intake.views.opened import opened


def information(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """情報提供で終わる: what was given, then the case is closed (R-INT-03)."""
    case, row = opened(request, case_id, "情報提供の記録")

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.decide(
            row,
            by=request.actor,
            on=today(),
            outcome=Outcome.INFORMATION,
            reason=form.cleaned_data["reason"],
            given=form.given(),
        )
        return reverse("case_page", args=[case.id])

    facts = triage_facts(
        row, case, by=request.actor, on=today(), outcome=Outcome.INFORMATION, reason="-", informed=True
    )
    return form_page(
        request,
        name="information",
        subject_id=row.id,
        template="intake/informing/information.html",
        build=lambda data: {
            "form": InformationForm(data, by=request.actor, initial={"reason": row.outcome_reason})
        },
        save=save,
        context={
            "case": case,
            "sheet": row,
            "obstacles": [] if request.method == "POST" else rules.triage_obstacles(facts),
        },
        saved_message="伝えたことを残して、終わりにしました。",
    )


def assistance(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """生活保護のことを伝えて記録する: words to say, and how the person answered (R-INT-08)."""
    case, row = opened(request, case_id, "生活保護の情報提供の記録")
    town = profile.current().town

    def save(forms: Forms) -> str:
        tell_of_assistance(row, by=request.actor, given=forms["form"].given())
        if row.outcome or not case.is_open:
            return reverse("intake:reception", args=[case.id])
        return reverse("intake:triage", args=[case.id])

    told = [one for one in queries.information_of(case.id) if one.matter == Matter.ASSISTANCE]
    return form_page(
        request,
        name="assistance",
        subject_id=row.id,
        template="intake/informing/assistance.html",
        build=lambda data: {"form": AssistanceForm(data)},
        save=save,
        context={
            "case": case,
            "sheet": row,
            "town": town,
            "told": told,
            "obstacles": rules.hand_obstacles(
                is_open=case.is_open, writes=writes_in(case.id, by=request.actor)
            ),
        },
        saved_message="生活保護のことを伝えた記録を残しました。",
    )
