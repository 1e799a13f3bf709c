"""会議資料一式: the page on which the host chooses recipients, and the file that comes of it. Thin."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.conferences.copies import rules
from kasane.conferences.copies.queries import copies_of, recipients
from kasane.conferences.models import Meeting
from kasane.conferences.pages import MeetingPage, table_page
from kasane.conferences.rules import host_obstacles
from kasane.conferences.views.common import get_meeting, refused
from kasane.sheets.fill import FILLERS
from kasane.sheets.pack.binding import archive, one_file
from kasane.sheets.pack.forms import EACH, PackForm
from kasane.sheets.pack.making import Printed, make


def pack(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """会議資料一式 for the agency that called the meeting: choose, then make. Strangers get 404."""
    meeting = get_meeting(request, meeting_id)
    if meeting.host_id != request.actor.agency.id:
        return refused(request, meeting, host_obstacles(is_host=False, state=meeting.state))
    page = table_page(meeting, request.actor)
    if page.must_acknowledge:
        return HttpResponseRedirect(
            f"{reverse('conferences:confidentiality', args=[meeting.id])}?next={request.path}"
        )
    known = recipients(page.members, page.items, copies_of(meeting), by=request.actor)
    form = PackForm(request.POST or None, recipients=known, codes=_codes(page))
    if request.method != "POST":
        return _page(request, page, form, obstacles=_closed(meeting))
    if not form.is_valid():
        return _page(request, page, form, status=422)
    try:
        with transaction.atomic():
            made = make(
                page,
                form.chosen,
                wanted=form.cleaned_data.get("sheets", ()),
                by=request.actor,
                at=timezone.now(),
                batch=form.cleaned_data["batch"],
            )
    except Forbidden as forbidden:
        return _page(request, page, form, obstacles=forbidden.obstacles, status=409)
    return _file(meeting, made, form)


def _codes(page: MeetingPage) -> list[str]:
    """The sheets that an item of this agenda could bring, of those there are on paper."""
    timings = {item.timing for item in page.items if item.case_id}
    brought = {code for timing in timings for code in rules.sheets_for(timing, rules.SHEETS)}
    return [code for code in rules.SHEETS if code in brought and any(f.startswith(code) for f in FILLERS)]


def _closed(meeting: Meeting) -> list[Obstacle]:
    return rules.making_obstacles(
        is_host=True,
        state=meeting.state,
        on=today(),
        material_until=meeting.material_until,
        recipients=1,
        made_already=False,
    )


def _page(
    request: HttpRequest,
    page: MeetingPage,
    form: PackForm,
    *,
    obstacles: Sequence[Obstacle] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": page,
        "meeting": page.meeting,
        "form": form,
        "recipients": list(form.recipients.items()),
        "obstacles": list(obstacles),
        "is_open": not _closed(page.meeting),
        "ticked": form.ticked,
        "waiting": [one.member.name for one in form.recipients.values() if one.waits],
    }
    return render(request, "sheets/pack/page.html", context, status=status)


def _file(meeting: Meeting, made: Sequence[Printed], form: PackForm) -> HttpResponse:
    name = f"pack-{meeting.day:%Y%m%d}-{made[0].copy.number:03}"
    if form.cleaned_data["way"] == EACH:
        answer = HttpResponse(
            archive([(one.copy.number, one.pdf) for one in made]), content_type="application/zip"
        )
        answer["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    else:
        named = [(f"資料番号 {one.copy.number} {one.booklet.recipient.member.name}", one.pdf) for one in made]
        bound = one_file(
            named, title=f"{meeting.label} 会議資料一式", both_sides=form.cleaned_data["both_sides"]
        )
        answer = HttpResponse(bound, content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
