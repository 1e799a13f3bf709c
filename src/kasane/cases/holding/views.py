"""担い手のいないケース: what coordinators see and do, without seeing the case (R-INT-05)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.formpage import form_page
from kasane.base.forms import Section, SectionedForm, text
from kasane.cases.holding.actions import give, give_many
from kasane.cases.holding.queries import Holder, holders_among, possible_holders, unheld, unheld_among
from kasane.cases.holding.rules import MOST_AT_ONCE


@dataclass(frozen=True)
class Offer:
    """An agency as the form for several cases offers it."""

    id: UUID
    words: str


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

    def __init__(self, *args: Any, offered: Sequence[Holder | Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        holder: Any = self.fields["holder"]
        holder.choices = [(str(one.id), one.words) for one in offered]
        holder.error_messages["required"] = "主担当機関を選んでください。"


def listing(request: HttpRequest) -> HttpResponse:
    """All of them. One query."""
    _overseer(request)
    context = {"rows": unheld(), "all_picked": request.GET.get("pick") == "all", "most": MOST_AT_ONCE}
    return render(request, "cases/holding/unheld.html", context)


def choose_many(request: HttpRequest) -> HttpResponse:
    """Several of them, and the one agency that takes them all. Three queries to show."""
    by = _overseer(request)
    asked = _ids(request)
    rows = unheld_among(asked[:MOST_AT_ONCE])
    if not rows and request.method != "POST":
        messages.warning(request, "主担当機関を決め直すケースに、印をつけてください。")
        return HttpResponseRedirect(reverse("cases:unheld"))
    ids = [one.id for one in rows]
    holders = holders_among(ids)
    offered = offers(holders, of=len(ids))
    wanted = request.POST.get("holder", "")
    able = [one for one in ids if wanted in {str(holder.id) for holder in holders.get(one, ())}]

    def save(form: HolderForm) -> str:
        values = form.cleaned_data
        give_many(asked, by=by, holder=UUID(values["holder"]), reason=values["reason"])
        return reverse("cases:unheld")

    return form_page(
        request,
        template="cases/holding/give_many.html",
        build=lambda data: HolderForm(data, offered=offered),
        save=save,
        context={
            "rows": rows,
            "asked": asked if request.method == "POST" else ids,
            "gone": len(asked) - len(rows),
            "offered": offered,
            "able": able,
            "again": urlencode([("case", one) for one in able]),
            "most": MOST_AT_ONCE,
        },
        saved_message=f"{len(asked)}件の主担当機関を決めました。その機関の「今日やること」に出ています。",
    )


def offers(holders: Mapping[UUID, Sequence[Holder]], *, of: int) -> list[Offer]:
    """The agencies that can take at least one, those that can take all first."""
    counts: dict[UUID, tuple[Holder, int]] = {}
    for rows in holders.values():
        for one in rows:
            known, before = counts.get(one.id, (one, 0))
            counts[one.id] = (one if one.way == "entrusts" else known, before + 1)
    ranked = sorted(counts.values(), key=lambda pair: -pair[1])
    return [
        Offer(
            one.id,
            f"{one.words} — {of}件すべて" if number == of else f"{one.words} — {of}件のうち{number}件だけ",
        )
        for one, number in ranked
    ]


def _ids(request: HttpRequest) -> list[UUID]:
    """The cases that were ticked; what is no number of a case is not there."""
    sent = (request.POST if request.method == "POST" else request.GET).getlist("case")
    try:
        return list(dict.fromkeys(UUID(one) for one in sent))
    except ValueError:
        raise Http404 from None


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
