"""引き継ぎまとめ, on screen and as PDF. Thin."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.base.kinds import kind_labels
from kasane.disclosure.access import open_case
from kasane.portal.summary.page import MANY, paper, summary, wanted
from kasane.sheets.views import paper_answer


def case_summary(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The page; reading it is a reading of the case (R-DIS-08)."""
    case = open_case(case_id, by=request.actor, purpose="引き継ぎまとめ")
    contacts = wanted(request.GET.get("contacts", ""))
    context = {
        "case": case,
        "parts": summary(case, contacts=contacts),
        "contacts": contacts,
        "many": MANY,
        "kinds": kind_labels(case.visible_kinds),
    }
    return render(request, "portal/summary.html", context)


def case_summary_pdf(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The same on paper; it leaves the product, and the log says so."""
    case = open_case(case_id, by=request.actor, purpose="引き継ぎまとめ(PDF)", exports=True)
    parts = summary(case, contacts=wanted(request.GET.get("contacts", "")))
    return paper_answer(paper(case, parts), f"{case.label}_summary")
