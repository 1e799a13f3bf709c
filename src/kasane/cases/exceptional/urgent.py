"""緊急に見る: the door for danger to life and abuse (R-DIS-05, R-INT-09). Thin: parse, act, say what came of it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kasane.agencies import profile
from kasane.agencies.queries import center_agency
from kasane.base.obstacles import Forbidden
from kasane.cases.exceptional import actions
from kasane.cases.exceptional.forms import UrgentForm
from kasane.cases.exceptional.rules import TRIES_A_DAY
from kasane.cases.models import Case

REFUSALS = {
    "not_found": "見つかりませんでした。",
    "too_many": f"24時間に{TRIES_A_DAY}回までです。いまはひらけません。",
    "improper": "前の閲覧が適切でなかったと確認されたため、ひらけません。",
    "no_post": "いまの所属・役割では、緊急の閲覧はできません。",
    "no_reason": "いま何が起きているかを書いてください。",
}


@never_cache
def urgent(request: HttpRequest) -> HttpResponse:
    """The form, and the case itself as soon as it is found. A try that found nothing stays in the log."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    form = UrgentForm(request.POST or None)
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        answer = actions.open_urgently(by=request.actor, **form.wanted())
    except Forbidden as forbidden:
        return _page(request, form, obstacles=forbidden.obstacles, status=409)
    if answer.refused:
        return _page(request, form, refusal=REFUSALS[answer.refused], status=409)
    if len(answer.cases) == 1:
        return HttpResponseRedirect(reverse("case_page", args=[answer.cases[0]]))
    opened = Case.objects.filter(pk__in=answer.cases).select_related("responsible_agency")
    return _page(request, form, opened=opened)


def _page(request: HttpRequest, form: UrgentForm, *, status: int = 200, **more: Any) -> HttpResponse:
    rules = profile.current().rules
    context = {"form": form, "centre": center_agency(), "rules": rules, **more}
    return render(request, "cases/exceptional/urgent.html", context, status=status)
