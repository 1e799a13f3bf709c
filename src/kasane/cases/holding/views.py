"""担い手のいないケース: what coordinators see and do, without seeing the case (R-INT-05)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.formpage import form_page
from kasane.base.forms import Section, SectionedForm, text
from kasane.cases.holding.actions import give
from kasane.cases.holding.queries import Holder, possible_holders, unheld


class HolderForm(SectionedForm):
    """Which agency becomes responsible, and why."""

    holder = forms.ChoiceField(label="新しい主担当機関", widget=forms.RadioSelect, choices=())
    reason = text(
        "わけ",
        max_length=200,
        required=True,
        help_text="本人や家族の名前は書かないでください。ケースの経過に残ります。",
    )

    SECTIONS = (Section("主担当機関", ("holder", "reason"), key="holder"),)

    def __init__(self, *args: Any, offered: list[Holder], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        holder: Any = self.fields["holder"]
        holder.choices = [(str(one.id), one.words) for one in offered]
        holder.error_messages["required"] = "主担当機関を選んでください。"


def listing(request: HttpRequest) -> HttpResponse:
    """All of them. One query."""
    _overseer(request)
    return render(request, "cases/holding/unheld.html", {"rows": unheld()})


def choose(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One of them, and the agency that takes it."""
    by = _overseer(request)
    found = unheld(case_id)
    if not found:
        raise Http404
    offered = possible_holders(case_id)

    def save(form: HolderForm) -> str:
        values = form.cleaned_data
        give(case_id, by=by, holder=UUID(values["holder"]), reason=values["reason"])
        return reverse("cases:unheld")

    return form_page(
        request,
        template="cases/holding/give.html",
        build=lambda data: HolderForm(data, offered=offered),
        save=save,
        context={"one": found[0], "offered": offered},
        saved_message="主担当機関を決めました。その機関の「今日やること」に出ています。",
    )


def _overseer(request: HttpRequest) -> Actor:
    """Others find nothing here, not even that it is there."""
    by: Actor | None = request.actor
    if by is None or not by.looks_after_disclosure:
        raise Http404
    return by
