"""おくれているもの: what waits at the desks past its day (R-INT-05, R-DIS-07)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.base.dates import today
from kasane.intake.desk import overdue as late
from kasane.intake.desk.tabs import tabs
from kasane.intake.views.desk import at_desk


def overdue(request: HttpRequest) -> HttpResponse:
    """Numbers and days by desk; the lines themselves are read at the desk alone."""
    by = at_desk(request)
    context = {
        "tabs": tabs("desk_overdue"),
        "desks": late.late_at_desks(by, on=today()),
        "late_days": late.LATE_DAYS,
        "kept_days": late.kept_days(),
    }
    return render(request, "intake/desk/overdue.html", context)
