"""気になる閲覧. Thin."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.models import User
from kasane.agencies.tabs import structure_tabs
from kasane.base.obstacles import Forbidden
from kasane.disclosure.models import Oddity
from kasane.portal.oversight import actions, queries
from kasane.portal.oversight.forms import CheckForm
from kasane.portal.oversight.rules import CLOSES, OPENS, SPAN_DAYS, overseer_obstacles


def unusual(request: HttpRequest) -> HttpResponse:
    """The list; POST keeps that one line of it was looked into."""
    actor = request.actor
    if actor is None or overseer_obstacles(actor.role, actor.agency.kind):
        raise PermissionDenied
    form = CheckForm(request.POST or None)
    problem = ""
    if request.method == "POST":
        if form.is_valid():
            try:
                return _checked(request, form)
            except Forbidden as forbidden:
                problem = forbidden.obstacles[0].sentence
        else:
            problem = str(next(iter(form.errors.values()))[0])
    page = {
        "lines": queries.lines(actor.user.id),
        "checks": queries.checks(),
        "span": SPAN_DAYS,
        "hours": f"{OPENS:%-H:%M}〜{CLOSES:%-H:%M}",
        "problem": problem,
        "form": form,
        "tabs": structure_tabs("reading_oversight", actor),
    }
    return render(request, "portal/oversight.html", page, status=422 if problem else 200)


def _checked(request: HttpRequest, form: CheckForm) -> HttpResponse:
    told = form.cleaned_data
    actions.check(
        told["staff"],
        told["agency"],
        Oddity(told["oddity"]),
        upto=told["upto"],
        note=told["note"],
        by=request.actor,
    )
    name = User.objects.get(pk=told["staff"]).name
    messages.success(
        request,
        f"{name}さんの「{Oddity(told['oddity']).label}」を確認しました。新しい閲覧があれば、また出ます。",
    )
    return HttpResponseRedirect(reverse("reading_oversight"))
