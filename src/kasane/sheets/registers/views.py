"""The papers of the registers as PDF; a stranger gets 404, and every export is logged (R-DIS-08)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kasane.base.models import CaseRow
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.intake.models import HousingBenefit, MaternityEntry, RightsRoute, SupportPlan
from kasane.sheets.document import Sheet
from kasane.sheets.registers.housing import housing_sheet
from kasane.sheets.registers.maternity import maternity_sheet, support_plan_sheet
from kasane.sheets.registers.rights import rights_sheet
from kasane.sheets.views import paper_answer


def rights(request: HttpRequest, rights_route_id: UUID) -> HttpResponse:
    """権利擁護の道すじ (R-INT-11)."""
    people = ("person", "agency", "started_by", "reported_to")
    return _paper(request, RightsRoute, rights_route_id, "権利擁護の道すじ", rights_sheet, "rights", *people)


def maternity(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """妊産婦等の支援台帳 of one person (R-INT-12)."""
    people = ("person", "agency", "in_charge")
    return _paper(
        request,
        MaternityEntry,
        maternity_entry_id,
        "妊産婦等の支援台帳",
        maternity_sheet,
        "maternity",
        *people,
    )


def support_plan(request: HttpRequest, support_plan_id: UUID) -> HttpResponse:
    """One version of the サポートプラン (R-INT-12)."""
    people = ("entry__person", "entry__agency", "made_by")
    return _paper(
        request, SupportPlan, support_plan_id, "サポートプラン", support_plan_sheet, "support_plan", *people
    )


def housing(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """住居確保給付金 申請の概要 (R-SELF-01)."""
    people = ("person", "agency", "received_by")
    return _paper(
        request,
        HousingBenefit,
        housing_benefit_id,
        "住居確保給付金 申請の概要",
        housing_sheet,
        "housing",
        *people,
    )


def _paper(
    request: HttpRequest,
    model: type[CaseRow],
    pk: UUID,
    title: str,
    build: Callable[[Case, Any], Sheet],
    name: str,
    *people: str,
) -> HttpResponse:
    row = get_object_or_404(model._default_manager.select_related(*people), pk=pk)
    case = open_case(row.case_id, by=request.actor, purpose=f"{title}(PDF)", subject=row.pk, exports=True)
    return paper_answer(build(case, row), f"{case.label}_{name}")
