"""One box for everything: persons, and words in the support records, within the viewer's rights (R-PEO-02, R-DIS-01)."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kasane.cases.models import ClosedAs, Stage
from kasane.cases.numbers import parse_label
from kasane.cases.queries import numbered
from kasane.cases.search import record_words, records_holding
from kasane.people.search import find

MOST = 50
MOST_RECORDS = 20
LONGEST = 120


def search(request: HttpRequest) -> HttpResponse:
    """さがす. A case number leads straight to its case. Three queries at most."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    text = request.GET.get("q", "").strip()[:LONGEST]
    label = parse_label(text)
    if label is not None and (case := numbered(label)) is not None:
        return HttpResponseRedirect(reverse("case_page", args=[case.id]))
    people = find(text, most=MOST) if text else []
    records = records_holding(text, most=MOST_RECORDS) if text else []
    context = {
        "search_words": text,
        "people": people,
        "records": records,
        "many_people": len(people) == MOST,
        "many_records": len(records) == MOST_RECORDS,
        "too_short": bool(text) and not record_words(text),
        "stages": dict(Stage.choices) | {code: label for code, label in ClosedAs.choices},
    }
    return render(request, "portal/search.html", context)


def came_from_search(request: HttpRequest) -> bool:
    """Whether a case is opened as a hit of a search: the log says so (R-DIS-08)."""
    return urlsplit(request.META.get("HTTP_REFERER", "")).path == reverse("search")
