"""件数の報告. Thin."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies.tabs import structure_tabs
from kasane.base.dates import fiscal_label
from kasane.base.workbook import download
from kasane.portal.reports.queries import report
from kasane.portal.reports.rules import reader_obstacles
from kasane.portal.reports.tables import TABLES
from kasane.portal.reports.workbook import LEFT_OUT, notes, workbook


def counts(request: HttpRequest) -> HttpResponse:
    """One table of one year; `as=excel` answers the same as a file."""
    if request.actor is None or reader_obstacles(request.actor.role):
        raise PermissionDenied
    shown = report(request.GET.get("table", ""), request.GET.get("year", ""))
    if request.GET.get("as") == "excel" and shown.lines:
        name = f"件数の報告_{shown.table.title}_{fiscal_label(shown.year)}.xlsx"
        return download(workbook(shown), name)
    return render(
        request,
        "portal/report_counts.html",
        {
            "report": shown,
            "tables": TABLES,
            "left_out": LEFT_OUT,
            "notes": notes(shown),
            "tabs": structure_tabs("report_counts", request.actor),
        },
    )
