"""支援者の受け持ち (R-COOR-12)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies import profile
from kasane.coordination.load.queries import loads


def load(request: HttpRequest) -> HttpResponse:
    """Numbers per agency, and per worker where the viewer may know them; for coordinators and who decides for the town."""
    if request.actor is None or not request.actor.looks_after_disclosure:
        raise Http404
    context = {"loads": loads(), "limits": profile.current().rules}
    return render(request, "coordination/load/load.html", context)
