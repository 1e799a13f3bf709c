"""出張相談: planned days, and what was taken on them (R-INT-02)."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.paging import page_of
from kasane.base.choices import Channel
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.queries import attach_households
from kasane.disclosure.access import open_case
from kasane.intake.desk import actions, queries
from kasane.intake.desk.forms.counted import OutpostForm
from kasane.intake.desk.tabs import tabs
from kasane.intake.desk.views.lines import add_page, change_page, own_row, strike
from kasane.intake.models import OutpostDay, Reception
from kasane.intake.views.desk import at_desk
from kasane.intake.views.reception import new_sheet

TAB = "desk_outposts"


def outposts(request: HttpRequest) -> HttpResponse:
    """The days to come and the days that were, with the counts of each."""
    by = at_desk(request)
    coming = list(queries.outposts(by, since=today())[:100])
    return add_page(
        request,
        OutpostDay,
        form=partial(OutpostForm, by=by),
        template="intake/desk/outposts.html",
        tab=TAB,
        initial={},
        context={
            "coming": coming,
            "page": page_of(request, queries.outposts(by, until=today()), unit="日", per_page=20),
        },
        saved_message="出張相談の日を加えました。",
    )


def outpost(request: HttpRequest, day_id: UUID) -> HttpResponse:
    """One day: who sits there, what was taken, and the receptions of that day that are not tied to it yet."""
    _, row = own_row(request, OutpostDay, day_id)
    receptions = queries.receptions_on(row)
    attach_households([one.case for one in receptions])
    context = {
        "day": row,
        "staff": queries.names_of_users(row.staff),
        "tied": [one for one in receptions if one.is_tied],
        "others": [one for one in receptions if not (one.is_tied or one.is_elsewhere)],
        "shorts": list(row.shorts.filter(struck_on=None).select_related("author")),
        "came": row.on <= today(),
        "tabs": tabs(TAB),
    }
    return render(request, "intake/desk/outpost.html", context)


def outpost_edit(request: HttpRequest, day_id: UUID) -> HttpResponse:
    by, row = own_row(request, OutpostDay, day_id)
    form = partial(OutpostForm, by=by)
    back = reverse("intake:desk_outpost", args=[row.id])
    return change_page(request, row, by=by, form=form, tab=TAB, title="出張相談の日を直す", back=back)


@require_POST
def outpost_strike(request: HttpRequest, day_id: UUID) -> HttpResponse:
    by, row = own_row(request, OutpostDay, day_id)
    again = reverse("intake:desk_outpost_edit", args=[row.id])
    return strike(request, row, by=by, back=reverse("intake:desk_outposts"), again=again)


def outpost_begin(request: HttpRequest, day_id: UUID) -> HttpResponse:
    """ここで受付をする: day, channel and place stand on the sheet."""
    by, row = own_row(request, OutpostDay, day_id)
    if row.is_struck or row.on > today():
        raise Http404
    return new_sheet(
        request,
        draft=("reception", str(row.id)),
        initial={"received_on": row.on, "channel": Channel.OUTPOST, "channel_note": row.place},
        after=lambda sheet: actions.tie_reception(row, sheet, by=by),
        title="出張相談の受付",
        back=reverse("intake:desk_outpost", args=[row.id]),
    )


@require_POST
def outpost_tie(request: HttpRequest, day_id: UUID, case_id: UUID) -> HttpResponse:
    """ここで受けた: ties a reception of that day to it."""
    by, row = own_row(request, OutpostDay, day_id)
    case = open_case(case_id, by=by, purpose="出張相談の受付")
    sheet = get_object_or_404(Reception, case=case, agency=by.agency)
    try:
        actions.tie_reception(row, sheet, by=by)
        messages.success(request, "この日の受付にしました。")
    except Forbidden as forbidden:
        messages.error(request, forbidden.obstacles[0].sentence)
    return HttpResponseRedirect(reverse("intake:desk_outpost", args=[row.id]))
