"""During a meeting: answers, opening, attendance, the end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kasane.base.dates import today
from kasane.cases.formpage import Forms, form_page
from kasane.conferences import actions, queries
from kasane.conferences.forms import AnswerForm, FinishForm
from kasane.conferences.models import Answer, Meeting
from kasane.conferences.pages import meeting_page
from kasane.conferences.views.common import get_meeting, get_member, pressed


@require_POST
def answer(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """出欠の返事."""
    member = get_member(request, member_id)
    form = AnswerForm(request.POST)
    reply = Answer(form.cleaned_data["reply"]) if form.is_valid() else Answer(member.answer)
    return pressed(
        request,
        member.meeting,
        lambda: actions.answer(member, by=request.actor, reply=reply),
        done=f"{member.name}さんの返事を「{reply.label}」にしました。",
        to=reverse("conferences:meeting", args=[member.meeting_id]),
    )


@require_POST
def begin(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """会議をはじめる."""
    meeting = get_meeting(request, meeting_id)
    return pressed(
        request,
        meeting,
        lambda: actions.begin(meeting, by=request.actor),
        done="会議をはじめました。まず出席を確かめましょう。",
        to=reverse("conferences:meeting", args=[meeting.id]),
    )


@require_POST
def attendance(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """出席を記録する."""
    meeting = get_meeting(request, meeting_id)
    ticked = set(request.POST.getlist("present"))
    present = [member.id for member in queries.members_of(meeting) if str(member.id) in ticked]
    return pressed(
        request,
        meeting,
        lambda: actions.mark_attendance(meeting, by=request.actor, present=present),
        done="出席を記録しました。",
        to=reverse("conferences:meeting", args=[meeting.id]),
    )


def finish(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """会議を終える: one page to check, then the minutes stand."""
    meeting = get_meeting(request, meeting_id)

    def save(forms: Forms) -> str:
        actions.finish(
            meeting,
            by=request.actor,
            on=today(),
            summary=forms["form"].cleaned_data["summary"],
            version=forms["form"].cleaned_data["version"],
            **forms["form"].moments(meeting.day),
        )
        return reverse("conferences:minutes", args=[meeting.id])

    return form_page(
        request,
        name="meeting-finish",
        subject_id=meeting.id,
        template="conferences/finish.html",
        build=lambda data: {"form": FinishForm(data, initial=_so_far(meeting))},
        save=save,
        context={"meeting": meeting, "page": meeting_page(meeting, request.actor)},
        saved_message="会議を終えました。会議録を確かめて、配ってください。",
    )


def _so_far(meeting: Meeting) -> dict[str, Any]:
    began = timezone.localtime(meeting.began_at) if meeting.began_at else None
    same_day = began is not None and began.date() == meeting.day
    return {
        "version": meeting.version,
        "summary": meeting.summary,
        "began": began.time() if began and same_day else None,
        "ended": timezone.localtime().time() if same_day and meeting.day == today() else None,
    }
