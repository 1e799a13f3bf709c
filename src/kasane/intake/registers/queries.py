"""What the desks keep about one case beside its sheets, for its page. Row-level security has filtered before any of this."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.urls import reverse

from kasane.agencies import profile
from kasane.intake.models import (
    Arrival,
    ExtraAnswer,
    HousingBenefit,
    MaternityEnd,
    MaternityEntry,
    PrefectureHandOver,
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


@dataclass(frozen=True)
class Answer:
    """What a desk asked beside the 受付シート, with the name of the agency that asked (R-INT-01)."""

    item: str
    label: str
    value: str
    agency: str


@dataclass(frozen=True)
class Kept:
    """The rows of the registers and the letters to the prefecture, the open ones first; the answers in the profile's order."""

    lines: list[Line] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)


def kept_of(case_id: UUID) -> Kept:
    """What the desks keep about a case, in one query."""
    rights = _lines(RightsRoute.objects, case_id, "intake:rights_route", "kind", "result", "started_on")
    maternity = _lines(
        MaternityEntry.objects, case_id, "intake:maternity_entry", "parity", "ended_as", "due_on"
    )
    housing = _lines(
        HousingBenefit.objects, case_id, "intake:housing_benefit", "subsidy", "state", "received_on"
    )
    rows = list(rights.union(maternity, housing, _letters(case_id), _answers(case_id), all=True))
    lines = [_line(*row) for row in rows if row[0] != _ANSWER]
    order = {item.key: at for at, item in enumerate(profile.current().extra_items)}
    answers = [
        Answer(item, label, value, agency)
        for page, _, label, value, _, _, agency, item in rows
        if page == _ANSWER
    ]
    return Kept(
        sorted(lines, key=lambda line: (not line.is_open, line.on)),
        sorted(answers, key=lambda one: (order.get(one.item, len(order)), one.label)),
    )


_ANSWER = "intake:extra"


def _letters(case_id: UUID) -> QuerySet[Any, Any]:
    """県への引き継ぎ in the columns of `_lines`."""
    page, nobody = _word("intake:prefecture"), _word("")
    rows = PrefectureHandOver.objects.filter(case_id=case_id).order_by()
    return rows.values_list(page, "id", "recipient", "arrival", "on", "followed_up_on", nobody, nobody)


def _answers(case_id: UUID) -> QuerySet[Any, Any]:
    """窓口の項目 in the columns of `_lines`: label, value, and the agency and the item in place of a name."""
    rows = ExtraAnswer.objects.filter(case_id=case_id).exclude(value="").order_by()
    never = Cast(Value(None), DateField())
    columns = ("id", "label", "value", TruncDate("created_at"), never, "agency__name", "item")
    return rows.values_list(_word(_ANSWER), *columns)


def _word(text: str) -> Value:
    return Value(text, output_field=CharField())


def _lines(rows: Any, case_id: UUID, page: str, what: str, state: str, on: str) -> QuerySet[Any, Any]:
    name = Coalesce("person__family_name", Value("")), Coalesce("person__given_name", Value(""))
    return (
        rows.filter(case_id=case_id)
        .order_by()
        .values_list(_word(page), "id", what, state, on, "ended_on", name[0], name[1])
    )


def _line(
    page: str, id: UUID, what: str, state: str, on: date, ended_on: date | None, family: str, given: str
) -> Line:
    title, words = {
        "intake:rights_route": _rights,
        "intake:maternity_entry": _maternity,
        "intake:housing_benefit": _housing,
        "intake:prefecture": _letter,
    }[page](what, state)
    unknown = "" if page == "intake:prefecture" else "(氏名不明)"
    person = f"{family} {given}".strip() or unknown
    return Line(title, person, words, ended_on is None, on, reverse(page, args=[id]))


def _rights(kind: str, result: str) -> tuple[str, str]:
    return f"権利擁護 {RouteKind(kind).label}", RouteResult(result).label if result else "進めている"


def _maternity(parity: str, ended_as: str) -> tuple[str, str]:
    return "妊産婦等の支援台帳", MaternityEnd(ended_as).label if ended_as else "台帳にのっている"


def _housing(subsidy: str, state: str) -> tuple[str, str]:
    row = HousingBenefit(subsidy=subsidy, state=state)
    return row.title, row.state_label


def _letter(recipient: str, arrival: str) -> tuple[str, str]:
    return f"県への引き継ぎ {recipient}", Arrival(arrival).label if arrival else "つながったかを確かめる"
