"""The wall: one item, large, without anything to write in (R-CONF-06)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kasane.conferences.projector.page import wall_page
from kasane.conferences.views.common import get_run_item, must_acknowledge, opened


def wall(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """One item on the wall; opening it is a reading of its case like any other (R-DIS-08)."""
    item = get_run_item(request, item_id)
    if item.case_id and must_acknowledge(request, item.meeting_id):
        here = reverse("conferences:wall", args=[item.id])
        return HttpResponseRedirect(
            f"{reverse('conferences:confidentiality', args=[item.meeting_id])}?next={here}"
        )
    opened(request, item, purpose="会議での投影")
    page = wall_page(item, item.meeting)
    return render(request, "conferences/projector/wall.html", {"page": page, "item": item})
