"""資料の回収: which copies came back. By keyboard: a number and Enter. Thin."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kasane.base.obstacles import Forbidden, Obstacle
from kasane.conferences.copies import actions, queries
from kasane.conferences.copies.rules import numbers_in
from kasane.conferences.models import CopyState, Meeting
from kasane.conferences.rules import host_obstacles
from kasane.conferences.views.common import get_meeting, refused


def copies(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """The copies by number, what is still outside on top; for the agency that called the meeting."""
    return _page(request, get_meeting(request, meeting_id))


@require_POST
def note(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """返った・配らなかった・見つからない・まだ返っていない."""
    meeting = get_meeting(request, meeting_id)
    wanted = request.POST.get("state", "")
    state = CopyState(wanted) if wanted in CopyState.values else CopyState.RETURNED
    typed = request.POST.get("numbers", "")
    try:
        with transaction.atomic():
            changed = actions.note_copies(
                meeting, by=request.actor, at=timezone.now(), numbers=numbers_in(typed), state=state
            )
    except Forbidden as forbidden:
        return _page(request, meeting, obstacles=forbidden.obstacles, typed=typed)
    words = "、".join(str(number) for number in changed)
    if changed:
        messages.success(request, f"資料番号 {words} を「{state.label}」にしました。")
    else:
        messages.info(request, "もう記録してあります。")
    return HttpResponseRedirect(reverse("conferences:copies", args=[meeting.id]))


@require_POST
def destroyed(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """返った資料を廃棄した."""
    meeting = get_meeting(request, meeting_id)
    try:
        with transaction.atomic():
            many = actions.destroy_copies(meeting, by=request.actor, at=timezone.now())
    except Forbidden as forbidden:
        return _page(request, meeting, obstacles=forbidden.obstacles)
    messages.success(request, f"{many}部を廃棄したことを記録しました。")
    return HttpResponseRedirect(reverse("conferences:copies", args=[meeting.id]))


def _page(
    request: HttpRequest, meeting: Meeting, *, obstacles: Sequence[Obstacle] = (), typed: str = ""
) -> HttpResponse:
    if meeting.host_id != request.actor.agency.id:
        return refused(request, meeting, host_obstacles(is_host=False, state=meeting.state))
    rows = queries.copies_of(meeting)
    context = {
        "meeting": meeting,
        "outside": [row for row in rows if row.is_outstanding],
        "back": [row for row in rows if not row.is_outstanding],
        "to_destroy": sum(1 for row in rows if not row.is_outstanding and row.destroyed_at is None),
        "lost": any(row.state == CopyState.LOST for row in rows),
        "obstacles": list(obstacles),
        "typed": typed,
    }
    return render(request, "conferences/copies/list.html", context, status=409 if obstacles else 200)
