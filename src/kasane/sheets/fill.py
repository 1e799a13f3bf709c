"""Which sheets of a case there are on paper, filled in and blank, by their code (別紙2-1-1 … 2-7, 支援経過記録).

Each function answers a Sheet, or None when the case has no such sheet (or the viewer may not see it).
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kasane.cases.models import Case
from kasane.sheets.document import Sheet
from kasane.sheets.filling.application import application_sheet, blank_application_sheet
from kasane.sheets.filling.assessment import assessment_sheet, blank_assessment_sheet
from kasane.sheets.filling.connectedness import blank_connectedness_sheet, connectedness_sheet
from kasane.sheets.filling.evaluation import blank_evaluation_sheet, evaluation_sheet
from kasane.sheets.filling.menu import (
    blank_outreach_sheet,
    blank_participation_sheet,
    outreach_sheet,
    participation_sheet,
)
from kasane.sheets.filling.plan import blank_plan_sheet, plan_sheet
from kasane.sheets.filling.reception import blank_reception_sheet, reception_sheet
from kasane.sheets.filling.records import blank_records_sheet, records_sheet
from kasane.sheets.hop import blank_referral_sheet

FILLERS: dict[str, Callable[[Case, UUID | None], Sheet | None]] = {
    "2-1-1": reception_sheet,
    "2-2": application_sheet,
    "2-3": assessment_sheet,
    "2-4": plan_sheet,
    "2-5-1": participation_sheet,
    "2-5-2": outreach_sheet,
    "2-6": evaluation_sheet,
    "2-7": connectedness_sheet,
    "records": records_sheet,
}
BLANKS: dict[str, Callable[[], Sheet]] = {
    "2-1-1": blank_reception_sheet,
    "2-1-2": blank_referral_sheet,
    "2-2": blank_application_sheet,
    "2-3": blank_assessment_sheet,
    "2-4": blank_plan_sheet,
    "2-5-1": blank_participation_sheet,
    "2-5-2": blank_outreach_sheet,
    "2-6": blank_evaluation_sheet,
    "2-7": blank_connectedness_sheet,
    "records": blank_records_sheet,
}


def sheet_of(case: Case, code: str, row_id: UUID | None = None) -> Sheet | None:
    """The sheet `code` of the case, or of one row of it (an application, a version of a plan …); else the newest.

    None when there is none to be seen. Raises KeyError for an unknown code.
    """
    return FILLERS[code](case, row_id)


def blank_of(code: str) -> Sheet | None:
    """The sheet with nothing written on it, to be taken where there is no computer; None for an unknown code."""
    blank = BLANKS.get(code)
    return blank() if blank else None
