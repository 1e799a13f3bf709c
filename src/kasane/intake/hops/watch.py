"""止まっているつなぎ: what a coordinator sees and does, without seeing the case (R-INT-05)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.formpage import Forms, form_page
from kasane.intake.hops import actions
from kasane.intake.hops.forms import StepForm
from kasane.intake.hops.queries import Watched, standing_still, steps_of, watched_hops
from kasane.intake.models import HopAct, StallReason
from kasane.intake.rules import DECIDE_AGAIN_WITHIN_DAYS

ON_HOME = 5


def stalled(request: HttpRequest) -> HttpResponse:
    """The list: what cries, then what is quiet for some days because somebody has done something."""
    _coordinator(request)
    found = watched_hops()
    context = {
        "loud": [one for one in found if not one.alert.is_quiet],
        "quiet": [one for one in found if one.alert.is_quiet],
        "rules": profile.current().rules,
        "decide_days": DECIDE_AGAIN_WITHIN_DAYS,
    }
    return render(request, "intake/hops/stalled.html", context)


def stalled_step(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """One of them, and what the coordinator does about it."""
    _coordinator(request)
    one = next((found for found in watched_hops() if found.alert.hop.id == referral_id), None)
    if one is None:
        raise Http404

    def save(forms: Forms) -> str:
        values = forms["form"].cleaned_data
        act = HopAct(values.pop("act"))
        actions.take_step(one.alert, by=request.actor, on=today(), act=act, **values)
        return reverse("intake:stalled")

    return form_page(
        request,
        name="stalled-step",
        subject_id=referral_id,
        template="intake/hops/stalled_step.html",
        build=lambda data: {"form": StepForm(data, initial={"act": request.GET.get("act", "")})},
        save=save,
        context={"one": one, "steps": steps_of(referral_id)},
        saved_message="したことを残しました。動きがなければ、また知らせます。",
    )


def home_rows(by: Actor, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of the coordinator's 今日やること from what `queries.HOPS` found, as the due_row component draws them."""
    loud = [
        one
        for one in standing_still(found, on=today())
        if not one.alert.is_quiet and not _is_own_task(one, by)
    ]
    rows = [_row(one) for one in loud[:ON_HOME]]
    if len(loud) > ON_HOME:
        url = reverse("intake:stalled")
        rows.append(
            {
                "who": "止まっているつなぎ",
                "url": url,
                "what": f"ほかに{len(loud) - ON_HOME}件あります。",
                "act_label": "すべて見る",
                "act_url": url,
            }
        )
    return rows


def _is_own_task(one: Watched, by: Actor) -> bool:
    """Whether it stands on this home page already, as something the coordinator's own agency has to do."""
    hop = one.alert.hop
    due_at = hop.receiver if hop.state == "sent" or hop.is_hand_back else hop.sender
    return due_at == by.agency.name and StallReason.PASSED_ON not in one.alert.reasons


def _row(one: Watched) -> dict[str, Any]:
    alert, hop = one.alert, one.alert.hop
    url = reverse("intake:stalled_step", args=[hop.id])
    tone = {"tone": "urgent", "tone_word": "緊急"} if hop.is_urgent else {"tone": "wait", "tone_word": "停滞"}
    return {
        "who": "止まっているつなぎ",
        "number": hop.case,
        "url": url,
        "what": f"{hop.sender} → {hop.receiver}: {alert.label}",
        "days": alert.days,
        "act_label": "手を打つ",
        "act_url": url,
        **tone,
    }


def _coordinator(request: HttpRequest) -> None:
    """The watch is the coordinator's; others find nothing here."""
    if request.actor is None or not request.actor.is_coordinator:
        raise Http404
