"""Every sheet as a workbook with nothing on it, that can be read in again on any page of the same sheet (FORMS, R-INT-01)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.http import QueryDict

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.queries import active_agencies
from kasane.base.kinds import ALL_KINDS
from kasane.cases.formbook.blank import Part, blank_book
from kasane.cases.formbook.page import SHEETS
from kasane.cases.forms import RecordForm
from kasane.coordination.choices import Course, PartSection
from kasane.coordination.forms import (
    PART_FORMS,
    ApplicationForm,
    ConnectednessForm,
    EvaluationForm,
    GoalFormSet,
    IssuesForm,
    ItemFormSet,
    PlanForm,
)
from kasane.coordination.menus.choices import CODES, MenuSheet
from kasane.coordination.menus.forms import MenuForm
from kasane.coordination.rules.course import words
from kasane.intake.forms.reception import MemberFormSet, ReceptionForm
from kasane.intake.forms.referral import AnswerForm, FollowUpForm, ReferForm

Forms = Mapping[str, Any]
_GOALS = tuple(SimpleNamespace(id=UUID(int=n), text="", by_when="") for n in range(1, 6))
_PEOPLE = (
    SimpleNamespace(id=UUID(int=1), name="本人"),
    *(SimpleNamespace(id=UUID(int=n), name=f"世帯の人{n - 1}(画面の順)") for n in range(2, 7)),
)


def blank_workbook(code: str, *, by: Actor) -> bytes | None:
    """The sheet as a workbook with the lists of this desk; None for an unknown code."""
    parts = WORKBOOKS.get(code)
    return blank_book(profile.current().town.name, parts(by)) if parts else None


def _reception(by: Actor) -> list[Part]:
    def build(data: QueryDict | None) -> Forms:
        return {"form": ReceptionForm(data, by=by), "members": MemberFormSet(data, prefix="members")}

    return [Part(SHEETS["reception"], build)]


def _referral(by: Actor) -> list[Part]:
    return [
        Part(SHEETS["refer"], lambda data: {"form": ReferForm(data, by=by)}),
        Part(SHEETS["answer"], lambda data: {"form": AnswerForm(data, by=by)}),
        Part(SHEETS["follow-up"], lambda data: {"form": FollowUpForm(data)}),
    ]


def _application(by: Actor) -> list[Part]:
    agencies, own = active_agencies().exclude(pk=by.agency.id), words(Course.COORDINATION)

    def build(data: QueryDict | None) -> Forms:
        return {"form": ApplicationForm(data, agencies=agencies, words=own)}

    return [Part(SHEETS["application"], build)]


def _assessment(by: Actor) -> list[Part]:
    return [Part(f"2-3 {section.label}", partial(_section, section)) for section in PartSection]


def _section(section: PartSection, data: QueryDict | None) -> Forms:
    if section == PartSection.ISSUES:
        return {"form": IssuesForm(data, people=_PEOPLE, kinds=int(ALL_KINDS))}
    return {"form": PART_FORMS[section](data)}


def _plan(by: Actor) -> list[Part]:
    agencies = list(active_agencies())

    def build(data: QueryDict | None) -> Forms:
        return {
            "form": PlanForm(data, agencies=agencies),
            "goals": GoalFormSet(data, prefix="goals"),
            "items": ItemFormSet(data, prefix="items", agencies=agencies),
        }

    return [Part(SHEETS["plan"], build)]


def _menu(sheet: MenuSheet, by: Actor) -> list[Part]:
    return [Part(f"{CODES[sheet]} {sheet.label}", lambda data: {"form": MenuForm(data, sheet=sheet)})]


def _evaluation(by: Actor) -> list[Part]:
    agencies, own = list(active_agencies()), words(Course.COORDINATION)

    def build(data: QueryDict | None) -> Forms:
        form = EvaluationForm(data, agencies=agencies, goals=_GOALS, long_goal="", words=own)
        return {"form": form}

    return [Part(SHEETS["evaluation"], build)]


WORKBOOKS: dict[str, Callable[[Actor], list[Part]]] = {
    "2-1-1": _reception,
    "2-1-2": _referral,
    "2-2": _application,
    "2-3": _assessment,
    "2-4": _plan,
    "2-5-1": partial(_menu, MenuSheet.PARTICIPATION),
    "2-5-2": partial(_menu, MenuSheet.OUTREACH),
    "2-6": _evaluation,
    "2-7": lambda by: [Part(SHEETS["connectedness"], lambda data: {"form": ConnectednessForm(data)})],
    "records": lambda by: [Part(SHEETS["record"], lambda data: {"form": RecordForm(data)})],
}
