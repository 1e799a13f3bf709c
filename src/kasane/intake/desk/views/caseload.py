"""担当ケース: who looks after how many, and handing cases on (R-INT-01)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from kasane.agencies import profile
from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.queries import attach_households, attach_next_dates
from kasane.intake.desk import actions, queries, rules
from kasane.intake.desk.forms.counted import staff_choices
from kasane.intake.desk.tabs import tabs
from kasane.intake.views.desk import at_desk

NOBODY = "nobody"


def caseload(request: HttpRequest) -> HttpResponse:
    """The open cases of the agency by worker, the longest silent first; several are handed over at once."""
    by = at_desk(request)
    obstacles: list[Any] = []
    if request.method == "POST":
        try:
            moved = actions.hand_over_cases(
                [UUID(one) for one in request.POST.getlist("case") if _id(one)],
                by=by,
                to=_id(request.POST.get("to", "")),
            )
            messages.success(request, f"{moved}件の主担当者を替えました。経過にも残っています。")
            return HttpResponseRedirect(request.get_full_path())
        except Forbidden as forbidden:
            obstacles = forbidden.obstacles
    chosen = request.GET.get("user", "")
    nobody = chosen == NOBODY
    user_id = _id(chosen) if chosen and not nobody else None
    page = page_of(
        request,
        queries.caseload(by, user_id=user_id, nobody=nobody),
        unit="件",
        per_page=rules.MOST_HANDED,
    )
    attach_households(page.rows)
    attach_next_dates(page.rows)
    context = {
        "loads": queries.loads(by, on=today()),
        "page": page,
        "chosen": chosen,
        "staff": staff_choices(by),
        "quiet_days": profile.current().rules.silence_days,
        "obstacles": obstacles,
        "picked": request.POST.getlist("case"),
        "tabs": tabs("desk_caseload"),
    }
    return render(request, "intake/desk/caseload.html", context, status=409 if obstacles else 200)


def _id(text: str) -> UUID | None:
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
