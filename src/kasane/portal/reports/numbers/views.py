"""相談の件数. Thin."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies.tabs import structure_tabs
from kasane.base.workbook import download
from kasane.disclosure.access import log_file
from kasane.portal.reports.numbers.forms import TOWN, PeriodForm
from kasane.portal.reports.numbers.page import Numbers, numbers_of
from kasane.portal.reports.numbers.workbook import numbers_workbook
from kasane.portal.reports.rules import reader_obstacles
from kasane.portal.reports.workbook import LEFT_OUT


def numbers(request: HttpRequest) -> HttpResponse:
    """An agency's own numbers for whoever works there, the town's for its readers; `as=excel` answers the same as a file."""
    by = request.actor
    if by is None or not by.post.sees_cases:
        raise Http404
    reads_town = not reader_obstacles(by.role)
    if request.GET.get("scope") == TOWN and not reads_town:
        raise Http404
    form = PeriodForm(request.GET, own=by.agency.name, reads_town=reads_town)
    context = {
        "form": form,
        "reads_town": reads_town,
        "tabs": structure_tabs("numbers", by),
        "left_out": LEFT_OUT,
    }
    if not form.is_valid():
        return render(request, "portal/numbers.html", context, status=422)
    found = numbers_of(form.chosen, by=by, of_town=form.is_of_town)
    if request.GET.get("as") == "excel":
        return _file(found)
    return render(request, "portal/numbers.html", context | {"numbers": found, "query": _query(request)})


def _file(found: Numbers) -> HttpResponse:
    log_file("相談の件数(Excel)", f"{found.scope} {found.period.short}")
    name = f"相談の件数_{found.scope}_{found.period.since:%Y%m%d}-{found.period.until:%Y%m%d}.xlsx"
    return download(numbers_workbook(found), name)


def _query(request: HttpRequest) -> str:
    """The same numbers as a file."""
    asked = request.GET.copy()
    asked["as"] = "excel"
    return asked.urlencode()
