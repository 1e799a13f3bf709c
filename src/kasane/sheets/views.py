"""Sheets as PDF. What the viewer may not see is not on the paper."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from kasane.base.dates import wareki
from kasane.cases.household.page import look_of
from kasane.disclosure.access import open_case
from kasane.sheets.document import Sheet
from kasane.sheets.family import household_sheet
from kasane.sheets.fill import FILLERS, sheet_of
from kasane.sheets.render import render_pdf


def pdf(request: HttpRequest, case_id: UUID, code: str) -> HttpResponse:
    """One sheet of a case, to be printed or signed. The export is logged (R-DIS-08)."""
    if code not in FILLERS:
        raise Http404
    case = open_case(case_id, by=request.actor, purpose=f"帳票 {code}(PDF)", exports=True)
    return _paper(sheet_of(case, code), f"{case.label}_{code}")


def household_pdf(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """世帯図: genogram and ecomap of a day on one page (R-PEO-04). The day is in the address as on the 世帯 tab."""
    look, _ = look_of(request.GET)
    purpose = f"世帯図(PDF・{wareki(look.day)})"
    case = open_case(case_id, by=request.actor, purpose=purpose, exports=True)
    return _paper(household_sheet(case, look), f"{case.label}_household_{look.day.isoformat()}")


def _paper(sheet: Sheet | None, name: str) -> HttpResponse:
    if sheet is None:
        raise Http404
    answer = HttpResponse(render_pdf(sheet), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
