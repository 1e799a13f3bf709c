"""What the desk sees of its work: its latest receptions, and the つなぎ that wait."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases import drafts
from kasane.intake import queries
from kasane.intake.desk import queries as desk_queries
from kasane.intake.desk.tabs import cards, tabs
from kasane.intake.views.reception import NEW_DRAFT


def at_desk(request: HttpRequest) -> Actor:
    """Who works at a desk; others find nothing here."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    return request.actor


def desk(request: HttpRequest) -> HttpResponse:
    """受付: the parts of the desk with today's numbers, its latest receptions, and what was begun and not saved."""
    by = at_desk(request)
    context = {
        "receptions": queries.latest_receptions(by),
        "waiting": queries.inbox(by),
        "draft": drafts.find(*NEW_DRAFT, by=by),
        "tabs": tabs("desk"),
        "cards": cards(numbers := desk_queries.numbers(by, on=today())),
        "numbers": numbers,
    }
    return render(request, "intake/desk.html", context)


def inbox(request: HttpRequest) -> HttpResponse:
    """つなぎ that wait for this agency, and those it sent and has not finished with."""
    by = at_desk(request)
    context = {
        "waiting": queries.inbox(by),
        "sent": queries.sent_open(by),
        "answer_days": profile.current().rules.referral_answer_days,
    }
    return render(request, "intake/inbox.html", context)
