"""Sheets as PDF. What the viewer may not see is not on the paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from kasane.base.dates import wareki
from kasane.base.forms import WarekiField
from kasane.base.workbook import download
from kasane.cases.household.page import look_of
from kasane.cases.retention.views import lookers_only
from kasane.disclosure.access import open_case
from kasane.disclosure.models import DisposalBatch
from kasane.intake.models import PrefectureHandOver, Referral
from kasane.sheets.blanks import blank_workbook
from kasane.sheets.disposal import disposal_sheet
from kasane.sheets.document import Sheet
from kasane.sheets.excel import render_xlsx
from kasane.sheets.family import household_sheet
from kasane.sheets.fill import FILLERS, blank_of, sheet_of
from kasane.sheets.filling.records import records_sheet
from kasane.sheets.hop import referral_sheet
from kasane.sheets.prefecture import prefecture_letter
from kasane.sheets.render import render_pdf


def pdf(request: HttpRequest, case_id: UUID, code: str, row_id: UUID | None = None) -> HttpResponse:
    """One sheet of a case, to be printed or signed: of one plan or application, or the newest. The export is logged (R-DIS-08)."""
    if code not in FILLERS:
        raise Http404
    case = open_case(case_id, by=request.actor, purpose=f"帳票 {code}(PDF)", subject=row_id, exports=True)
    return paper_answer(sheet_of(case, code, row_id), f"{case.label}_{code}")


class SpanForm(forms.Form):
    """From which day to which day; either may be left out."""

    since = WarekiField(label="いつから", required=False)
    until = WarekiField(label="いつまで", required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", "終わりの日は、始まりの日より後にしてください。")
        return values


def records(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """支援経過記録 of a stretch of time on paper. The export is logged with the days asked for (R-DIS-08)."""
    form = SpanForm(request.GET)
    if not form.is_valid():
        case = open_case(case_id, by=request.actor, purpose="支援経過記録(PDF)の期間")
        return render(request, "sheets/records.html", {"case": case, "form": form}, status=422)
    span = {name: form.cleaned_data[name] for name in ("since", "until")}
    asked = f"{wareki(span['since']) or 'はじめ'}から{wareki(span['until']) or '終わり'}まで"
    case = open_case(case_id, by=request.actor, purpose=f"支援経過記録(PDF・{asked})", exports=True)
    sheet = records_sheet(case, None, **span)
    if sheet is None:
        return render(request, "sheets/records.html", {"case": case, "form": form, "asked": asked})
    return paper_answer(sheet, f"{case.label}_records")


def blank(request: HttpRequest, code: str) -> HttpResponse:
    """A sheet to fill in by hand, away from a computer (R-INT-01)."""
    return paper_answer(_blank(request, code), f"blank_{code}")


def blank_xlsx(request: HttpRequest, code: str) -> HttpResponse:
    """The same as a workbook that can be read in again on the page of the sheet (R-OPS-02)."""
    found = blank_workbook(code, by=request.actor) if _at_a_desk(request) else None
    if found is None:
        raise Http404
    return download(found, f"blank_{code}.xlsx")


def _blank(request: HttpRequest, code: str) -> Sheet:
    """For whoever works at a desk; Http404 for an unknown code."""
    sheet = blank_of(code) if _at_a_desk(request) else None
    if sheet is None:
        raise Http404
    return sheet


def _at_a_desk(request: HttpRequest) -> bool:
    return request.actor is not None and request.actor.post.sees_cases


def prefecture_pdf(request: HttpRequest, handover_id: UUID) -> HttpResponse:
    """The letter to the prefecture's 自立相談支援 with which a case is passed on (R-INT-08). The export is logged."""
    rows = PrefectureHandOver.objects.select_related("agency", "handed_by")
    row = get_object_or_404(rows, pk=handover_id)
    purpose = "県への引き継ぎの手紙(PDF)"
    case = open_case(row.case_id, by=request.actor, purpose=purpose, subject=row.id, exports=True)
    return paper_answer(prefecture_letter(case, row), f"{case.label}_prefecture")


def household_pdf(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """世帯図: genogram and ecomap of a day on one page (R-PEO-04). The day is in the address as on the 世帯 tab."""
    look, _ = look_of(request.GET)
    purpose = f"世帯図(PDF・{wareki(look.day)})"
    case = open_case(case_id, by=request.actor, purpose=purpose, exports=True)
    return paper_answer(household_sheet(case, look), f"{case.label}_household_{look.day.isoformat()}")


def referral_pdf(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """つなぐシート with both sides (R-INT-04). The export is logged (R-DIS-08)."""
    sheet, name = _referral(request, referral_id, "PDF")
    return paper_answer(sheet, name)


def referral_xlsx(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The same as a workbook."""
    sheet, name = _referral(request, referral_id, "Excel")
    return _workbook(sheet, name)


def _referral(request: HttpRequest, referral_id: UUID, kind: str) -> tuple[Sheet, str]:
    """The sheet of one つなぎ; 404 for strangers."""
    rows = Referral.objects.select_related("sender", "receiver", "sent_by", "answered_by")
    row = get_object_or_404(rows, pk=referral_id)
    purpose = f"帳票 2-1-2({kind})"
    case = open_case(row.case_id, by=request.actor, purpose=purpose, subject=row.id, exports=True)
    return referral_sheet(case, row), f"{case.label}_2-1-2_{row.sent_on.isoformat()}"


def _workbook(sheet: Sheet, name: str) -> HttpResponse:
    return download(render_xlsx(sheet), f"{name}.xlsx")


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
