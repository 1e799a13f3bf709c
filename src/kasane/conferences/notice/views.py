"""開催通知 by mail, and the calendar that follows one's meetings."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kasane.agencies.actors import Actor
from kasane.agencies.mail.actions import is_set_up
from kasane.agencies.queries import current_posts
from kasane.base.calendar import CONTENT_TYPE
from kasane.base.calendar import feed as written
from kasane.conferences.calendar import event_of
from kasane.conferences.models import CalendarFeed, Meeting, Member
from kasane.conferences.notice import actions
from kasane.conferences.views.common import get_meeting, pressed
from kasane.coordination import api as coordination
from kasane.disclosure.viewer import acting_as

BACK, AHEAD = timedelta(days=30), timedelta(days=400)


@require_POST
def send(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """メールで知らせる."""
    meeting = get_meeting(request, meeting_id)
    set_up = (
        "構成員にお知らせを送ります。"
        if is_set_up()
        else "お知らせを用意しました。メールの設定がまだなので、送られていません。"
    )
    return pressed(
        request,
        meeting,
        lambda: actions.tell(meeting, by=request.actor),
        done=f"{set_up}日時や場所を変えたときと中止のときは、自動で知らせます。",
        to=reverse("conferences:notice", args=[meeting.id]),
    )


def subscription(request: HttpRequest) -> HttpResponse:
    """カレンダーの購読: making and revoking the address of one's own."""
    if request.actor is None:
        raise Http404
    address = ""
    if request.method == "POST" and "revoke" in request.POST:
        actions.revoke(by=request.actor)
        messages.success(request, "購読のアドレスを止めました。")
        return HttpResponseRedirect(reverse("conferences:subscription"))
    if request.method == "POST":
        path = reverse("conferences:feed", args=[actions.subscribe(by=request.actor)])
        address = request.build_absolute_uri(path)
    own = CalendarFeed.objects.filter(user=request.actor.user, revoked_at__isnull=True).first()
    return render(request, "conferences/subscription.html", {"address": address, "own": own})


def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The meetings and trainings of whoever holds the address: name, day and place, nothing about a case. Without signing
    in."""
    own = (
        CalendarFeed.objects.select_related("user")
        .filter(digest=actions.digest(token), revoked_at__isnull=True, user__is_active=True)
        .first()
    )
    post = (
        next((one for one in current_posts(own.user) if one.agency_id == own.agency_id), None)
        if own
        else None
    )
    if own is None or post is None:
        raise Http404
    now = timezone.now()
    actor, span = Actor(own.user, post), (now - BACK, now + AHEAD)
    with acting_as(actor):
        seats = Member.objects.filter(user=own.user, removed_on__isnull=True).values("meeting")
        meetings = Meeting.objects.filter(pk__in=seats, starts_at__range=span).select_related("body", "host")
        events = [event_of(meeting) for meeting in meetings.order_by("starts_at")]
        events += coordination.study_events(actor, *span)
    response = HttpResponse(written(events, now=now, name="かさねの予定"), content_type=CONTENT_TYPE)
    response["Cache-Control"] = "private, no-store"
    return response
