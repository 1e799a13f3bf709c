"""Sheets as PDF. What the viewer may not see is not on the paper."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from kasane.disclosure.access import open_case
from kasane.sheets.fill import FILLERS, sheet_of
from kasane.sheets.render import render_pdf


def pdf(request: HttpRequest, case_id: UUID, code: str) -> HttpResponse:
    """One sheet of a case, to be printed or signed. The export is logged like a reading (R-DIS-08)."""
    if code not in FILLERS:
        raise Http404
    case = open_case(case_id, by=request.actor, purpose=f"帳票 {code}(PDF)")
    sheet = sheet_of(case, code)
    if sheet is None:
        raise Http404
    answer = HttpResponse(render_pdf(sheet), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{case.label}_{code}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
