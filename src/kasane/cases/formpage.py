"""How every long form goes: draft while typing, obstacles and conflicts without losing a word, then saved.

def plan_edit(request, plan_id):
    ...
    return form_page(
        request, name="plan", subject_id=plan.id, template="coordination/plan_form.html",
        build=lambda data: {"form": PlanForm(data, initial=…), "items": ItemFormSet(data, initial=…, prefix="items")},
        save=lambda forms: actions.write_plan(…, version=forms["form"].cleaned_data["version"]).get_absolute_url(),
    )
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.forms.formsets import BaseFormSet
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from kasane.base.dates import wareki, wareki_time
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases import drafts
from kasane.cases.formbook import page as formbook

Forms = Mapping[str, Any]
StaleLines = Callable[[Any], list[dict[str, Any]]]
ADD_ROW = "add_row"
DROP_DRAFT = "drop_draft"


class VersionForm(forms.Form):
    """Mix-in for forms that edit a Versioned row: which version was on the screen."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


def form_page(
    request: HttpRequest,
    *,
    name: str,
    subject_id: UUID | str,
    template: str,
    build: Callable[[QueryDict | None], Forms],
    save: Callable[[Forms], str],
    context: Mapping[str, Any] | None = None,
    saved_message: str = "保存しました。",
    stale_lines: StaleLines | None = None,
) -> HttpResponse:
    """Shows, keeps and saves one form (or several that belong together).

    `build(data)` makes the forms, unbound for None; the main one is named "form". `save(forms)` acts and answers
    the address to go to. Forbidden comes back as obstacles above the form, StaleEdit as the conflict page, both
    with everything that was typed still on the screen (R-OPS-03).
    """
    page = {"draft_url": draft_url(name, subject_id), **(context or {})}
    book = formbook.answered(
        request, name=name, subject_id=subject_id, page=page, template=template, build=build
    )
    if book is not None:
        return book
    if request.method != "POST":
        draft = drafts.find(name, subject_id, by=request.actor)
        if draft is None:
            return render(request, template, {**page, **build(None)})
        return render(request, template, {**page, **quietly(build(drafts.typed(draft))), "draft": draft})
    drafts.keep_beside(request.POST, by=request.actor)
    if DROP_DRAFT in request.POST:
        drafts.drop(name, subject_id, by=request.actor)
        return HttpResponseRedirect(request.get_full_path())
    if ADD_ROW in request.POST:
        return render(request, template, {**page, **quietly(build(_with_row(request.POST)))})
    bound = build(request.POST)
    if not all([one.is_valid() for one in bound.values()]):
        return render(request, template, {**page, **bound}, status=422)
    try:
        with transaction.atomic():
            target = save(bound)
    except Forbidden as forbidden:
        return render(request, template, {**page, **bound, "obstacles": forbidden.obstacles}, status=409)
    except StaleEdit as stale:
        conflict = conflict_of(bound["form"], stale, lines=stale_lines)
        return render(request, template, {**page, **bound, "conflict": conflict}, status=409)
    drafts.drop(name, subject_id, by=request.actor)
    messages.success(request, saved_message)
    return HttpResponseRedirect(target)


def draft_url(name: str, subject_id: UUID | str) -> str:
    return reverse("cases:draft", kwargs={"form": name, "subject_id": str(subject_id)})


def quietly(bound: Forms) -> Forms:
    """The forms with what was typed, without errors for what is not finished yet."""
    for one in bound.values():
        _hush(one)
    return bound


def _hush(one: forms.BaseForm | BaseFormSet) -> None:
    if isinstance(one, BaseFormSet):
        one._errors = [{} for _ in one.forms]  # type: ignore[attr-defined]
        one._non_form_errors = ErrorList()  # type: ignore[attr-defined]
        for form in one.forms:
            _hush(form)
        return
    one._errors = ErrorDict()
    one.cleaned_data = {}


def _with_row(posted: QueryDict) -> QueryDict:
    """The posted data with one more empty row in the formset whose prefix the button names."""
    data = posted.copy()
    total = f"{data[ADD_ROW]}-TOTAL_FORMS"
    if data.get(total, "").isdigit():
        data[total] = str(int(data[total]) + 1)
    return data


def conflict_of(form: Any, stale: StaleEdit, *, lines: StaleLines | None = None) -> dict[str, Any]:
    """Both versions side by side; saving once more overwrites knowingly, since the new version is now named (R-OPS-03)."""
    shown = lines(stale.current) if lines else _lines(form, stale.current)
    form.data = form.data.copy()
    form.data[form.add_prefix("version")] = str(stale.current.version)  # type: ignore[attr-defined]
    return {
        "theirs_by": "ほかの職員",
        "theirs_at": wareki_time(stale.current.updated_at),  # type: ignore[attr-defined]
        "lines": shown,
    }


def _lines(form: Any, current: Any) -> list[dict[str, Any]]:
    """For each field of the form that the row has: what was typed and what stands now, in words."""
    known = {field.name: field for field in current._meta.get_fields()}
    lines = []
    for name, field in form.fields.items():
        if name == "version" or name not in known:
            continue
        mine, theirs = form.cleaned_data.get(name), getattr(current, name)
        words = dict(getattr(known[name], "flatchoices", ()))
        lines.append(
            {
                "label": field.label or name,
                "mine": _in_words(mine, words),
                "theirs": _in_words(theirs, words),
                "different": mine != theirs,
            }
        )
    return lines


def _in_words(value: Any, choices: dict[Any, str]) -> str:
    """A value as a person reads it: the label of a choice rather than its code."""
    if isinstance(value, (list, tuple)):
        return "、".join(_in_words(one, choices) for one in value)
    if isinstance(value, datetime):
        return wareki_time(value)
    if isinstance(value, date):
        return wareki(value)
    return str(choices.get(value, "" if value is None else value))
