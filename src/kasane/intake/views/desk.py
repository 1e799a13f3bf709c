"""What the desk sees of its work: its latest receptions, and the つなぎ that wait."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.cases.queries import attach_households
from kasane.intake import queries
from kasane.intake.desk import queries as desk_queries
from kasane.intake.desk.tabs import cards, tabs
from kasane.intake.door import queries as door
from kasane.intake.hops import queries as around
from kasane.intake.hops.forms import BoxFilter
from kasane.intake.models import Referral
from kasane.intake.rules import answer_due
from kasane.intake.views.begun import unfinished


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
        "unfinished": unfinished(by),
        "door_messages": door.waiting_messages(by),
        "tabs": tabs("desk"),
        "cards": cards(numbers := desk_queries.numbers(by, on=today())),
        "numbers": numbers,
    }
    return render(request, "intake/desk.html", context)


def inbox(request: HttpRequest) -> HttpResponse:
    """つなぎの受け箱: what came and what was sent, what waits first; narrowed by state, page by page (R-INT-05)."""
    by = at_desk(request)
    form = BoxFilter(request.GET or None)
    wanted = form.wanted() if form.is_bound else {}
    sent = wanted.pop("box", "") == "sent"
    page = page_of(request, around.box(by, sent=sent, **wanted), unit="件")
    attach_households([row.case for row in page.rows])
    context = {
        "form": form,
        "page": page,
        "sent": sent,
        "rows": [(row, *_limit(row)) for row in page.rows],
        "filtered": any(wanted.values()),
        "coordinates": by.is_coordinator,
        "answer_days": profile.current().rules.referral_answer_days,
    }
    return render(request, "intake/inbox.html", context)


def _limit(row: Referral) -> tuple[date, int]:
    """Until when an answer should be there, and by how many days that is over."""
    due = answer_due(
        row.sent_on,
        is_urgent=row.is_urgent,
        within_days=profile.current().rules.referral_answer_days,
    )
    return due, (today() - due).days if row.is_waiting else 0
