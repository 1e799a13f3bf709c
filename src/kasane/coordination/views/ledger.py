"""支援台帳 of 自立相談支援, on screen and as a file (R-SELF-01)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies.paging import page_of
from kasane.base.workbook import download
from kasane.coordination import rules
from kasane.coordination.forms import LedgerFilter
from kasane.coordination.ledger import lines_of, users_of, workbook
from kasane.coordination.queries import self_reliance_agencies
from kasane.disclosure.access import log_export


def ledger(request: HttpRequest) -> HttpResponse:
    """The users of the desk, or why there is no such desk here."""
    if request.actor is None:
        raise Http404
    form = LedgerFilter(request.GET)
    wanted = form.wanted()
    page = page_of(request, users_of(request.actor, wanted.get("shown", "")), unit="人")
    desks = self_reliance_agencies()
    context = {
        "form": form,
        "page": page,
        "lines": lines_of(page.rows),
        "narrowed": bool(wanted),
        "query": request.GET.urlencode(),
        "obstacles": [] if desks else [rules.not_offered()],
        "is_desk": request.actor.agency.id in desks,
    }
    return render(request, "coordination/self_ledger.html", context)


def ledger_file(request: HttpRequest) -> HttpResponse:
    """The same as Excel; every case in it is logged as having left the product (R-DIS-08)."""
    if request.actor is None:
        raise Http404
    shown = LedgerFilter(request.GET).wanted().get("shown", "")
    lines = lines_of(users_of(request.actor, shown))
    log_export({line.case.id for line in lines}, "自立相談支援の支援台帳(Excel)")
    return download(workbook(lines), "自立相談支援_支援台帳.xlsx")
