"""Attendance by one press, papers of guests, the check of the minutes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.base.dates import today
from kasane.conferences import queries
from kasane.conferences.checking import actions
from kasane.conferences.checking.actions import Presence
from kasane.conferences.checking.forms import CheckForm
from kasane.conferences.models import Function
from kasane.conferences.views.common import get_meeting, get_member, pressed


@require_POST
def presence(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """出席・遅れて・途中まで・欠席 of one person."""
    member = get_member(request, member_id)
    wanted = request.POST.get("presence", "")
    seen = Presence(wanted) if wanted in Presence.__members__.values() else Presence.HERE
    return pressed(
        request,
        member.meeting,
        lambda: actions.mark_presence(member, by=request.actor, presence=seen),
        done="",
        to=reverse("conferences:meeting", args=[member.meeting_id]) + "#attendance-title",
    )


@require_POST
def secrecy_paper(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """守秘義務の紙を受け取った."""
    member = get_member(request, member_id)
    return pressed(
        request,
        member.meeting,
        lambda: actions.receive_paper(member, by=request.actor, on=today()),
        done=f"{member.name}さんの紙を受け取ったことを記録しました。",
        to=reverse("conferences:meeting", args=[member.meeting_id]) + "#members-title",
    )


def secrecy_sheet(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """守秘義務の確認 on paper, one sheet for each guest; nothing of a case stands on it."""
    meeting = get_meeting(request, meeting_id)
    guests = [member for member in queries.members_of(meeting) if not member.user_id]
    context = {
        "meeting": meeting,
        "guests": guests,
        "by_law": Function.SUPPORT_CONFERENCE in meeting.body.functions,
    }
    return render(request, "conferences/checking/secrecy_sheet.html", context)


@require_POST
def ask_check(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """構成員に会議録の確認を頼む."""
    meeting = get_meeting(request, meeting_id)
    return pressed(
        request,
        meeting,
        lambda: actions.ask_to_check(meeting, by=request.actor, on=today()),
        done="出席した構成員に、会議録の確認を頼みました。「今日」の画面に出ます。",
        to=reverse("conferences:minutes", args=[meeting.id]),
    )


@require_POST
def check_minutes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """会議録を確かめた."""
    meeting = get_meeting(request, meeting_id)
    form = CheckForm(request.POST, items=queries.agenda(meeting))
    form.is_valid()
    item = form.items.get(form.cleaned_data.get("item", ""))
    return pressed(
        request,
        meeting,
        lambda: actions.check(
            meeting, by=request.actor, on=today(), item=item, remark=form.cleaned_data.get("remark", "")
        ),
        done="会議録を確かめたことを記録しました。",
        to=reverse("conferences:minutes", args=[meeting.id]),
    )
