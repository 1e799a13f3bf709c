"""One form of a register as a page: 404 for strangers, its obstacles before a word is written, one template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from kasane.base.models import CaseRow
from kasane.base.obstacles import Obstacle
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.people.models import Person
from kasane.people.queries import everyone

TEMPLATE = "intake/registers/form.html"


@dataclass(frozen=True)
class Act:
    """How one form is called: title, lead, the button's word, what is said afterwards."""

    name: str
    title: str
    lead: str
    submit: str
    done: str = "記録しました。"
    is_grave: bool = False


@dataclass(frozen=True)
class Place:
    """Where a form stands: its case, where it goes back to, and how that page is called."""

    case: Case
    subject_id: UUID
    back: str
    back_title: str
    more: Mapping[str, Any] = field(default_factory=dict)


def act_page(
    request: HttpRequest,
    place: Place,
    act: Act,
    *,
    form: Callable[[QueryDict | None], Any],
    save: Callable[[dict[str, Any]], str],
    obstacles: list[Obstacle] | None = None,
    rows: Callable[[QueryDict | None], Any] | None = None,
) -> HttpResponse:
    """Shows and saves one form of a register. `save` takes what was typed (and `rows`) and answers where to go."""

    def build(data: QueryDict | None) -> Forms:
        forms = {"form": form(data)}
        return forms | {"rows": rows(data)} if rows else forms

    def kept(forms: Forms) -> str:
        values = dict(forms["form"].cleaned_data)
        return save(values | {"rows": forms["rows"].rows()} if rows else values)

    return form_page(
        request,
        name=act.name,
        subject_id=place.subject_id,
        template=TEMPLATE,
        build=build,
        save=kept,
        context={
            "case": place.case,
            "act": act,
            "back": place.back,
            "back_title": place.back_title,
            "obstacles": obstacles or [],
            **place.more,
        },
        saved_message=act.done,
    )


def opened(
    request: HttpRequest, model: type[CaseRow], pk: UUID, purpose: str, *people: str
) -> tuple[Case, Any]:
    """The row with its case; 404 for strangers, and the reading is in the log (R-DIS-08)."""
    row = get_object_or_404(model._default_manager.select_related(*people), pk=pk)
    return open_case(row.case_id, by=request.actor, purpose=purpose, subject=row.pk), row


def case_place(case: Case) -> Place:
    """A form that begins something on a case."""
    return Place(case, case.id, reverse("case_tab", args=[case.id, "documents"]), case.label)


def people_of(case: Case) -> list[tuple[str, str]]:
    """The people of the case as choices, 本人 first."""
    return [(str(one.id), _named(one)) for one in everyone(case.id)]


def _named(person: Person) -> str:
    return f"{person.name or '(氏名不明)'}({'本人' if person.is_subject else person.relation or '世帯の人'})"


def person_from(case: Case, chosen: str) -> Person:
    """The chosen person of this case. 404 for anybody else."""
    return get_object_or_404(Person, pk=chosen, case_id=case.id)


def lead_to(
    request: HttpRequest, model: type[CaseRow], pk: UUID, name: str, *, of: str, query: str = ""
) -> HttpResponse:
    """From a row that waits on 今日やること to the page of what it belongs to; 404 for strangers."""
    if request.actor is None:
        raise Http404
    row = get_object_or_404(model, pk=pk)
    return redirect(reverse(name, args=[getattr(row, of)]) + (query and f"?{query.format(row=row)}"))
