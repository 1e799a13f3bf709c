"""What stands in the registers about one case, for its page. Row-level security has filtered before any of this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from kasane.intake.models import (
    HousingBenefit,
    HousingState,
    MaternityEnd,
    MaternityEntry,
    RightsRoute,
    RouteKind,
    RouteResult,
)


@dataclass(frozen=True)
class Line:
    """One row of a register, as the case page names it."""

    title: str
    person: str
    state: str
    is_open: bool
    on: date
    url: str


def registers_of(case_id: UUID) -> list[Line]:
    """All rows of the three registers, the open ones first. One query."""
    rights = _lines(RightsRoute.objects, case_id, "intake:rights_route", "kind", "result", "started_on")
    maternity = _lines(
        MaternityEntry.objects, case_id, "intake:maternity_entry", "parity", "ended_as", "due_on"
    )
    housing = _lines(
        HousingBenefit.objects, case_id, "intake:housing_benefit", "ground", "state", "received_on"
    )
    rows = rights.union(maternity, housing, all=True)
    found = [_line(*row) for row in rows]
    return sorted(found, key=lambda line: (not line.is_open, line.on))


def _lines(rows: Any, case_id: UUID, page: str, what: str, state: str, on: str) -> QuerySet[Any, Any]:
    name = Coalesce("person__family_name", Value("")), Coalesce("person__given_name", Value(""))
    return (
        rows.filter(case_id=case_id)
        .order_by()
        .values_list(
            Value(page, output_field=CharField()), "id", what, state, on, "ended_on", name[0], name[1]
        )
    )


def _line(
    page: str, id: UUID, what: str, state: str, on: date, ended_on: date | None, family: str, given: str
) -> Line:
    title, words = {
        "intake:rights_route": _rights,
        "intake:maternity_entry": _maternity,
        "intake:housing_benefit": _housing,
    }[page](what, state)
    return Line(title, f"{family} {given}".strip(), words, ended_on is None, on, reverse(page, args=[id]))


def _rights(kind: str, result: str) -> tuple[str, str]:
    return f"権利擁護 {RouteKind(kind).label}", RouteResult(result).label if result else "進めている"


def _maternity(parity: str, ended_as: str) -> tuple[str, str]:
    return "妊産婦等の支援台帳", MaternityEnd(ended_as).label if ended_as else "台帳にのっている"


def _housing(ground: str, state: str) -> tuple[str, str]:
    return "住居確保給付金", str(HousingState(state).label)
