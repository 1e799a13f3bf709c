"""What every view of a meeting begins with and how a pressed button ends."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from kasane.agencies.models import AgencyKind
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.cases.models import Case
from kasane.cases.shortforms import ShortForms
from kasane.conferences import queries, rules
from kasane.conferences.forms import GeneralItemForm
from kasane.conferences.models import AgendaItem, Meeting, Member
from kasane.conferences.pages import meeting_context, meeting_page
from kasane.disclosure.access import open_case


def get_meeting(request: HttpRequest, meeting_id: UUID) -> Meeting:
    """A meeting the viewer hosts or is a member of; all others get 404."""
    found = Meeting.objects.select_related("body", "host", "convened_by").filter(pk=meeting_id).first()
    if found is None or request.actor is None:
        raise Http404
    return found


def get_member(request: HttpRequest, member_id: UUID) -> Member:
    found = (
        Member.objects.select_related("meeting__body", "meeting__host", "user", "agency")
        .filter(pk=member_id, removed_on__isnull=True)
        .first()
    )
    if found is None or request.actor is None:
        raise Http404
    return found


def get_item(request: HttpRequest, item_id: UUID) -> AgendaItem:
    """An item the ledger lets the viewer see."""
    found = (
        AgendaItem.objects.select_related("body", "case", "brought_by", "lead_agency", "follow_up_by")
        .filter(pk=item_id)
        .first()
    )
    if found is None or request.actor is None:
        raise Http404
    return found


def get_run_item(request: HttpRequest, item_id: UUID) -> AgendaItem:
    """An item together with its meeting, for those who host it or are members."""
    found = get_item(request, item_id)
    found.meeting = get_meeting(request, found.meeting_id)
    return found


def must_acknowledge(request: HttpRequest, meeting_id: UUID) -> bool:
    """Whether the duty of secrecy stands between this viewer and the material (R-DIS-02)."""
    own = queries.membership(meeting_id, request.actor)
    return rules.must_acknowledge(is_member=own is not None, acknowledged=bool(own and own.acknowledged_at))


def opened(request: HttpRequest, item: AgendaItem, *, purpose: str) -> Case | None:
    """The case of an item, read and logged; None for a general item, and for a member from among the residents, who
    sees the material alone (R-DIS-10).
    """
    if item.case_id is None:
        return None
    if request.actor.agency.kind == AgencyKind.RESIDENT:
        queries.log_material(item.id, purpose)
        return None
    return open_case(item.case_id, by=request.actor, purpose=purpose, subject=item.id)


def pressed(
    request: HttpRequest, meeting: Meeting, act: Callable[[], object], *, done: str, to: str
) -> HttpResponse:
    """Does what a button of the meeting page says; obstacles come back on that page."""
    try:
        with transaction.atomic():
            act()
    except Forbidden as forbidden:
        return refused(request, meeting, forbidden.obstacles)
    if done:
        messages.success(request, done)
    return HttpResponseRedirect(to)


def refused(request: HttpRequest, meeting: Meeting, obstacles: list[Obstacle]) -> HttpResponse:
    page = meeting_page(meeting, request.actor)
    context = meeting_context(
        page, obstacles=obstacles, general_form=general_forms(request, meeting).shown()["item"]
    )
    return render(request, "conferences/meeting.html", context, status=409)


def general_forms(request: HttpRequest, meeting: Meeting) -> ShortForms:
    """「ケースのない議題を加える」 of the meeting page, which holds many buttons beside it."""
    return ShortForms(
        request,
        page="meeting",
        subject_id=meeting.id,
        build={"item": lambda data: GeneralItemForm(data, body=meeting.body)},
    )
