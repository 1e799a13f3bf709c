"""How the pages of a reception get their case and its sheet."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.intake import queries
from kasane.intake.models import Reception


def opened(request: HttpRequest, case_id: UUID, purpose: str) -> tuple[Case, Reception]:
    """The case with its sheet; 404 for strangers and where no sheet can be seen."""
    case = open_case(case_id, by=request.actor, purpose=purpose)
    row = queries.reception_of(case.id)
    if row is None:
        raise Http404
    return case, row
