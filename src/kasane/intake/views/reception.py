"""受付シート: writing it, reading it, correcting it, deciding what follows (R-INT-01, R-INT-03)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.api import writes_in
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.disclosure.queries import spoken_of
from kasane.intake import actions, queries, rules
from kasane.intake.cards import outcome_cards
from kasane.intake.desk.queries import extra_answers, extra_items
from kasane.intake.forms import MemberFormSet, ReceptionForm, TriageForm
from kasane.intake.forms.reception import MEMBER_FIELDS, SHEET_FIELDS, SUBJECT_FIELDS
from kasane.intake.models import Outcome, Reception
from kasane.people.models import Person
from kasane.people.queries import household

NEW_DRAFT = ("reception", "new")


def new(request: HttpRequest) -> HttpResponse:
    """新しい受付 (2-1-1)."""
    return new_sheet(request)


def new_sheet(
    request: HttpRequest,
    *,
    draft: tuple[str, str] = NEW_DRAFT,
    initial: Mapping[str, Any] | None = None,
    after: Callable[[Reception], object] | None = None,
    title: str = "新しい受付",
    back: str = "",
) -> HttpResponse:
    """A new 受付シート, `initial` already on it; `after` goes with the saving, in one transaction. Raises Http404."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404

    def build(data: QueryDict | None) -> Forms:
        return {
            "form": ReceptionForm(data, by=request.actor, initial=dict(initial or {})),
            "members": MemberFormSet(data, prefix="members"),
        }

    def save(forms: Forms) -> str:
        form, members = forms["form"], forms["members"]
        row = actions.receive(
            by=request.actor,
            sheet=form.sheet_values(),
            subject=form.subject_values(),
            household=[values for _, values in members.members()],
            consent=form.said(),
        )
        if after is not None:
            after(row)
        return reverse("intake:triage", args=[row.case_id])

    return form_page(
        request,
        name=draft[0],
        subject_id=draft[1],
        template="intake/reception_form.html",
        build=build,
        save=save,
        context={"title": title, "back": back or reverse("intake:desk")},
        saved_message="受付シートを保存しました。",
    )


def reception(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The sheet as it stands, to read and to print."""
    case, row = _opened(request, case_id, "受付シート")
    context = {
        "case": case,
        "sheet": row,
        "people": household(case.id),
        "consents": [one for one in spoken_of(case.id) if one.row.level == "reception"],
        "involved": queries.names_of(row.involved),
        "writes": writes_in(case.id, by=request.actor),
        "extra": extra_answers(case.id),
        "asks_extra": extra_items(request.actor.agency),
    }
    return render(request, "intake/reception.html", context)


def reception_edit(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Correcting the sheet; the earlier text stays in the log."""
    case, row = _opened(request, case_id, "受付シートの訂正")
    people = household(case.id)
    known = {str(p.id): p for p in people if not p.is_subject}

    def build(data: QueryDict | None) -> Forms:
        rows = [_initial(p, MEMBER_FIELDS) | {"person": p.id} for p in known.values()]
        return {
            "form": ReceptionForm(
                data, by=request.actor, asks_consent=False, initial=_sheet_initial(row, people)
            ),
            "members": MemberFormSet(data, prefix="members", initial=rows),
        }

    def save(forms: Forms) -> str:
        form, members = forms["form"], forms["members"]
        actions.change_reception(
            row,
            by=request.actor,
            version=form.cleaned_data["version"] or 0,
            sheet=form.sheet_values(),
            subject=form.subject_values(),
            changes=form.subject_changes(),
            household=[(known.get(key), values) for key, values in members.members()],
        )
        return reverse("intake:reception", args=[case.id])

    return form_page(
        request,
        name="reception-edit",
        subject_id=row.id,
        template="intake/reception_form.html",
        build=build,
        save=save,
        context={
            "case": case,
            "title": "受付シートを直す",
            "back": reverse("intake:reception", args=[case.id]),
            "obstacles": rules.worker_obstacles(writes=writes_in(case.id, by=request.actor)),
        },
        saved_message="受付シートを直しました。",
    )


def triage(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """これからどうするか: one of six ways, with its reason (R-INT-03)."""
    case, row = _opened(request, case_id, "受付後の対応")

    def save(forms: Forms) -> str:
        values = forms["form"].cleaned_data
        decided = actions.decide(row, by=request.actor, on=today(), **values)
        return _after(case, Outcome(decided.outcome))

    return form_page(
        request,
        name="triage",
        subject_id=row.id,
        template="intake/triage.html",
        build=lambda data: {"form": TriageForm(data, initial={"reason": row.outcome_reason})},
        save=save,
        context={
            "case": case,
            "sheet": row,
            "people": household(case.id),
            "choices": outcome_cards(row.outcome),
            "obstacles": rules.hand_obstacles(
                is_open=case.is_open, writes=writes_in(case.id, by=request.actor)
            ),
        },
        saved_message="対応と理由を残しました。",
    )


def _opened(request: HttpRequest, case_id: UUID, purpose: str) -> tuple[Case, Reception]:
    """The case with its sheet; 404 for strangers and where no sheet can be seen."""
    case = open_case(case_id, by=request.actor, purpose=purpose)
    row = queries.reception_of(case.id)
    if row is None:
        raise Http404
    return case, row


def _after(case: Case, outcome: Outcome) -> str:
    """The form each way leads to."""
    refer = reverse("intake:refer", args=[case.id])
    return {
        Outcome.REFER: refer,
        Outcome.COORDINATION: f"{refer}?to=coordination",
        Outcome.OUTREACH: f"{refer}?to=outreach",
        Outcome.CONFERENCE: reverse("conferences:add_item_support", args=[case.id]),
    }.get(outcome) or reverse("case_page", args=[case.id])


def _sheet_initial(row: Reception, people: list[Person]) -> dict[str, Any]:
    subject = next((p for p in people if p.is_subject), None)
    known = _initial(subject, SUBJECT_FIELDS) if subject else {}
    return {"version": row.version, **known, **{name: getattr(row, name) for name in SHEET_FIELDS}}


def _initial(person: Person, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(person, name) for name in names}
