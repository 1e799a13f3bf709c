"""名寄せ: likely same persons while typing, and the coordinator's list of pairs (R-PEO-02)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.base.dates import parse_date
from kasane.base.obstacles import Forbidden
from kasane.people import matching
from kasane.people.actions import decide_pair
from kasane.people.forms import DecisionForm
from kasane.people.models import PairState

_FIELDS = (
    "family_name",
    "given_name",
    "family_kana",
    "given_kana",
    "sex",
    "birth_date",
    "address",
    "phone",
    "mobile",
)
_MEMBER = re.compile(r"members-(\d{1,3})-family_name")
MOST_MEMBERS = 12


@require_POST
def likely(request: HttpRequest) -> HttpResponse:
    """Who, among those the worker may see, is like the persons on the sheet they are writing. A fragment."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    rows = [_typed(request.POST, "")]
    numbers = sorted(int(match[1]) for key in request.POST if (match := _MEMBER.fullmatch(key)))
    rows += [_typed(request.POST, f"members-{number}-") for number in numbers[:MOST_MEMBERS]]
    own = _own_case(request.POST.get("case", ""))
    found = [
        {"name": _name(row), "people": matching.likely(row, not_case=own)}
        for row in rows
        if any(row.values())
    ]
    context = {"found": [one for one in found if one["people"]]}
    if request.POST.get("continues") == "sheet-form":
        context["continues"] = "sheet-form"
    return render(request, "people/likely.html", context)


def _own_case(text: str) -> UUID | None:
    """The case whose sheet is being mended: its own people are no news."""
    try:
        return UUID(text)
    except ValueError:
        return None


def _typed(posted: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    values: dict[str, Any] = {name: str(posted.get(prefix + name, "")).strip() for name in _FIELDS}
    try:
        values["birth_date"] = parse_date(values["birth_date"]) if values["birth_date"] else None
    except ValueError:
        values["birth_date"] = None  # said on the form itself; half a date is compared with nobody's
    return values if any(values[name] for name in _FIELDS if name != "sex") else {}


def _name(row: Mapping[str, Any]) -> str:
    return f"{row['family_name']} {row['given_name']}".strip() or "この人"


def pair_list(request: HttpRequest) -> HttpResponse:
    """名寄せの候補 and what was decided, for coordinators. One query for the page."""
    _coordinator(request)
    state = request.GET.get("state", PairState.OPEN)
    if state not in PairState.values:
        raise Http404
    found = matching.pairs(state, after=_after(request), most=matching.PAGE + 1)
    page, more = found[: matching.PAGE], len(found) > matching.PAGE
    context = {
        "pairs": page,
        "state": state,
        "tabs": [
            {"label": words, "url": f"{reverse('people:pairs')}?state={code}", "active": code == state}
            for code, words in (("open", "確かめる"), ("same", "同じ人"), ("different", "別の人"))
        ],
        "next_query": f"state={state}&weight={page[-1].weight!r}&below={page[-1].id}" if more else "",
    }
    return render(request, "people/pairs.html", context)


def pair_page(request: HttpRequest, pair_id: UUID) -> HttpResponse:
    """Two persons side by side, and the decision. Who looks is kept in the log of both cases."""
    _coordinator(request)
    pair = matching.pair(pair_id)
    if pair is None:
        raise Http404
    form = DecisionForm(request.POST or None, state=pair.state)
    context = {"pair": pair, "form": form}
    if request.method != "POST":
        return render(request, "people/pair.html", context)
    if not form.is_valid():
        return render(request, "people/pair.html", context, status=422)
    try:
        decide_pair(pair, by=request.actor, **form.cleaned_data)
    except Forbidden as forbidden:
        return render(request, "people/pair.html", {**context, "obstacles": forbidden.obstacles}, status=409)
    messages.success(request, _SAVED[form.cleaned_data["decision"]])
    return HttpResponseRedirect(reverse("people:pairs"))


_SAVED = {
    "same": "同じ人として結びました。あとから取り消せます。",
    "different": "別の人として残しました。候補には出なくなります。",
    "open": "判断を取り消し、候補に戻しました。",
}


def _after(request: HttpRequest) -> tuple[float, UUID] | None:
    try:
        return float(request.GET["weight"]), UUID(request.GET["below"])
    except (KeyError, ValueError):
        return None


def _coordinator(request: HttpRequest) -> None:
    """Whoever is no coordinator finds nothing here, not even that it is there."""
    if request.actor is None or not request.actor.is_coordinator:
        raise Http404
