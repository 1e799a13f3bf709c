"""Excel on a form page: taken out with `?book`, read back into the same page, compared there, saved by nobody but the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from kasane.agencies import profile
from kasane.base.workbook import download
from kasane.cases.formbook.blank import read
from kasane.cases.formbook.book import Facts, book_of
from kasane.cases.formbook.places import Entry, Rows, places
from kasane.cases.formbook.reading import Fault, NotOurs, Reading
from kasane.disclosure.access import log_file, log_reading

Forms = Mapping[str, Any]
BOOK = "book"
"""Asks for the file in the address, and names the file in what is sent."""

SHEETS: dict[str, str] = {
    "reception": "2-1-1 受付シート",
    "reception-edit": "2-1-1 受付シート",
    "refer": "2-1-2 つなぐシート",
    "hand-back": "2-1-2 つなぐシート",
    "answer": "2-1-2 つなぎ先の返事",
    "follow-up": "2-1-2 フォローアップ",
    "application": "2-2 相談受付・申込票",
    "application-self_reliance": "2-2 相談受付・申込票",
    "plan-new": "2-4 プラン",
    "plan-new-self_reliance": "2-4 プラン",
    "plan": "2-4 プラン",
    "evaluation": "2-6 評価シート",
    "evaluation-self_reliance": "2-6 評価シート",
    "connectedness": "2-7 つながり評価",
    "monitoring": "モニタリング",
    "record": "支援経過記録",
    "record-edit": "支援経過記録",
}
"""The forms that are a sheet of the field, by their name (FORMS). The sections of 2-3 are named by `_ASSESSMENT`."""
_ASSESSMENT = "assessment-"
_MENUS = ("menu", "menu-new-participation", "menu-new-outreach")
"""2-5① and 2-5②: the page says which."""
_BLANKS = {"2-5①": "2-5-1", "2-5②": "2-5-2", "支援経過記録": "records"}
"""Sheets whose number can not stand in an address as it is."""
_ASIDE = ("own", "also")
"""Forms beside a sheet which are no part of it: the same visit written for other cases."""
_ANY_SUBJECT = ("reception",)
"""Sheets begun anew each time: a file filled in elsewhere belongs to whichever is open."""


def title_of(name: str, page: Mapping[str, Any]) -> str:
    """What the sheet of a form page is called; an empty text for a page that is no sheet."""
    if name.startswith(_ASSESSMENT):
        return f"2-3 {page.get('title', '')}"
    if name in _MENUS:
        return f"{page.get('code', '')} {page.get('title', '')}"
    return SHEETS.get(name, "")


def address_of(title: str) -> str:
    """The sheet as it stands in the address of its blank; empty for one that has none."""
    code = title.split(" ")[0]
    return _BLANKS.get(code, code if code.startswith("2-") else "")


@dataclass(frozen=True)
class Line:
    """One answer beside the one that stands now."""

    label: str
    now: str
    then: str


def answered(
    request: HttpRequest,
    *,
    name: str,
    subject_id: UUID | str,
    page: dict[str, Any],
    template: str,
    build: Callable[[QueryDict | None], Forms],
) -> HttpResponse | None:
    """The workbook that is asked for, or the page with what a workbook says; None when neither is wanted."""
    title = title_of(name, page)
    if not title:
        return None
    page["takes_book"] = True
    page["blank_code"] = address_of(title)
    if request.method == "GET" and BOOK in request.GET:
        return _file(_facts(name, subject_id, title, page), page, build(None), subject_id)
    if request.method == "POST" and BOOK in request.FILES:
        return _compared(request, _facts(name, subject_id, title, page), page, template, build)
    return None


def _facts(name: str, subject_id: UUID | str, title: str, page: Mapping[str, Any]) -> Facts:
    subject = "" if name in _ANY_SUBJECT else str(subject_id)
    return Facts(name, subject, profile.current().town.name, title, getattr(page.get("case"), "label", ""))


def _file(facts: Facts, page: Mapping[str, Any], shown: Forms, subject_id: UUID | str) -> HttpResponse:
    """The file leaves the product, and the log says so (R-DIS-08)."""
    purpose, case = f"{facts.title}(Excel)", page.get("case")
    if case is not None:
        log_reading(case.id, purpose, subject_id, exports=True)
    else:
        log_file(purpose, subject_id)
    name = f"{facts.case}_{facts.title}".strip("_").replace(" ", "_")
    return download(book_of(facts, of_sheet(shown)), f"{name}.xlsx")


def of_sheet(shown: Forms) -> Forms:
    """The forms of a page that are part of its sheet."""
    return {
        key: one
        for key, one in shown.items()
        if key not in _ASIDE and isinstance(one, (BaseForm, BaseFormSet))
    }


def _compared(
    request: HttpRequest,
    facts: Facts,
    page: dict[str, Any],
    template: str,
    build: Callable[[QueryDict | None], Forms],
) -> HttpResponse:
    """The page with the answers of the file in its fields, and what differs above them. Nothing is saved."""
    now = build(None)
    try:
        reading = read(request.FILES[BOOK].read(), facts, of_sheet(now))
    except NotOurs as refused:
        return render(request, template, {**page, **now, "book_refused": str(refused)}, status=422)
    then = build(reading.data)
    for one in of_sheet(then).values():
        one.is_valid()
    reading.faults += _errors(of_sheet(then), reading)
    shown = {"lines": differences(of_sheet(now), of_sheet(then)), "faults": reading.faults}
    whole = {**page, **now, **of_sheet(then), BOOK: shown}
    return render(request, template, whole, status=422 if reading.faults else 200)


def _errors(bound: Forms, reading: Reading) -> list[Fault]:
    """What the form itself does not take, at the cell where it stands."""
    found = []
    for one in bound.values():
        for form in getattr(one, "forms", [one]):
            if form.data.get(form.add_prefix("DELETE")):
                continue
            for name, errors in form.errors.items():
                if name not in form.fields:
                    continue
                row, column = reading.where.get(form.add_prefix(name), (0, ""))
                value = str(form.data.get(form.add_prefix(name), ""))
                found += [Fault(row, column, value, str(error)) for error in errors]
    return found


def differences(now: Forms, then: Forms) -> list[Line]:
    """Every answer that is another one than now, in the words of the sheet."""
    before, after = _answers(now), _answers(then)
    return [
        Line(label, before.get(label, ""), after.get(label, ""))
        for label in dict.fromkeys([*before, *after])
        if before.get(label, "") != after.get(label, "")
    ]


def _answers(shown: Forms) -> dict[str, str]:
    """The answers by label; labels that come twice are numbered."""
    found: dict[str, str] = {}
    for place in places(shown):
        if isinstance(place, Rows):
            for number, row in enumerate(place.rows, 1):
                words = " / ".join(entry.value for entry in row if entry.value)
                found[f"{place.title} {number}行目"] = "" if _is_dropped(shown, place, number) else words
        elif isinstance(place, Entry):
            label, number = place.label, 2
            while label in found:
                label, number = f"{place.label}({number})", number + 1
            found[label] = place.value
    return found


def _is_dropped(shown: Forms, table: Rows, number: int) -> bool:
    formset = next(one for one in shown.values() if getattr(one, "prefix", "") == table.prefix)
    return bool(formset.is_bound and formset.data.get(f"{table.prefix}-{number - 1}-DELETE"))
