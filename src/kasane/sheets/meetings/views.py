"""The papers of a meeting for those who host it or are members. Thin."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kasane.agencies.models import AgencyKind
from kasane.base.dates import today, wareki
from kasane.base.workbook import download
from kasane.conferences import queries
from kasane.conferences.pages import MeetingPage, agencies_at, meeting_page
from kasane.conferences.views.common import get_meeting, must_acknowledge, opened
from kasane.conferences.views.papers import public_points
from kasane.disclosure.access import log_export, log_file
from kasane.sheets.document import Sheet
from kasane.sheets.excel import render_xlsx
from kasane.sheets.filling.common import town
from kasane.sheets.meetings.papers import (
    agenda_paper,
    decisions_paper,
    minutes_paper,
    notice_paper,
    roster_paper,
)
from kasane.sheets.views import paper_answer

NAMES = {
    "notice": "開催通知",
    "agenda": "次第",
    "roster": "出席者名簿・守秘義務の確認",
    "minutes": "会議録",
    "decisions": "決定事項・役割分担表",
}
_WITHOUT_CASES = ("notice", "roster")
"""Papers that tell nothing of a case."""
_BUILT: dict[str, Callable[..., Sheet]] = {
    "agenda": agenda_paper,
    "roster": roster_paper,
    "minutes": minutes_paper,
    "decisions": decisions_paper,
}


def meeting_paper(request: HttpRequest, meeting_id: UUID, paper: str, kind: str) -> HttpResponse:
    """One paper as PDF or Excel. Each case on it is read and logged as an export (R-DIS-08)."""
    if paper not in NAMES:
        raise Http404
    meeting = get_meeting(request, meeting_id)
    if paper not in _WITHOUT_CASES and must_acknowledge(request, meeting.id):
        return HttpResponseRedirect(
            f"{reverse('conferences:confidentiality', args=[meeting.id])}?next={request.path}"
        )
    page = meeting_page(meeting, request.actor)
    _log(request, page, paper, f"{NAMES[paper]}({'PDF' if kind == 'pdf' else 'Excel'})")
    sheet = _sheet(page, paper)
    name = f"{paper}-{meeting.day:%Y%m%d}"
    return paper_answer(sheet, name) if kind == "pdf" else download(render_xlsx(sheet), f"{name}.xlsx")


def _sheet(page: MeetingPage, paper: str) -> Sheet:
    words, printed_on = town(), wareki(today())
    if paper == "notice":
        return notice_paper(page, public_points(page.items), words, printed_on=printed_on)
    if paper in ("minutes", "decisions"):
        _with_talks(page)
    return _BUILT[paper](page, words, printed_on=printed_on)


def _with_talks(page: MeetingPage) -> None:
    """What was said, and each agency's opinion, on the items. One query."""
    talks, agencies = queries.talks(page.items), agencies_at(page.members)
    for item in page.items:
        said = talks.get(item.id)
        item.said = said  # type: ignore[attr-defined]
        opinions = [(agency.name, said.opinion_of(agency.id)) for agency in agencies] if said else []
        item.given = [pair for pair in opinions if pair[1]]  # type: ignore[attr-defined]


def _log(request: HttpRequest, page: MeetingPage, paper: str, purpose: str) -> None:
    if paper in _WITHOUT_CASES:
        log_file(purpose, page.meeting.id)
        return
    if page.by.agency.kind == AgencyKind.RESIDENT:
        for item in page.items:
            opened(request, item, purpose=purpose)
        return
    log_export({item.case_id for item in page.items if item.case_id}, purpose)
