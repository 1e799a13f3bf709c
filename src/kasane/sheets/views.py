"""Sheets as PDF. What the viewer may not see is not on the paper."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kasane.base.dates import wareki
from kasane.cases.household.page import look_of
from kasane.cases.retention.views import lookers_only
from kasane.disclosure.access import open_case
from kasane.disclosure.models import DisposalBatch
from kasane.sheets.disposal import disposal_sheet
from kasane.sheets.document import Sheet
from kasane.sheets.family import household_sheet
from kasane.sheets.fill import FILLERS, sheet_of
from kasane.sheets.render import render_pdf


def pdf(request: HttpRequest, case_id: UUID, code: str) -> HttpResponse:
    """One sheet of a case, to be printed or signed. The export is logged (R-DIS-08)."""
    if code not in FILLERS:
        raise Http404
    case = open_case(case_id, by=request.actor, purpose=f"帳票 {code}(PDF)", exports=True)
    return paper_answer(sheet_of(case, code), f"{case.label}_{code}")


def household_pdf(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """世帯図: genogram and ecomap of a day on one page (R-PEO-04). The day is in the address as on the 世帯 tab."""
    look, _ = look_of(request.GET)
    purpose = f"世帯図(PDF・{wareki(look.day)})"
    case = open_case(case_id, by=request.actor, purpose=purpose, exports=True)
    return paper_answer(household_sheet(case, look), f"{case.label}_household_{look.day.isoformat()}")


@lookers_only
def disposal_pdf(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """廃棄証明書 of a batch that was carried out; names nobody (R-DIS-07)."""
    rows = DisposalBatch.objects.select_related("proposed_by", "decided_by", "executed_by")
    batch = get_object_or_404(rows, pk=batch_id)
    return paper_answer(disposal_sheet(batch), f"disposal_{batch.year}-{batch.number}")


def paper_answer(sheet: Sheet | None, name: str) -> HttpResponse:
    """The sheet as a PDF in the browser, kept by no cache; 404 where there is none."""
    if sheet is None:
        raise Http404
    answer = HttpResponse(render_pdf(sheet), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
