"""活動: the work beside the cases, its sums by month and kind, and the same as Excel (R-INT-13)."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.actors import Actor
from kasane.agencies.paging import page_of
from kasane.base.dates import fiscal_label, fiscal_year, today
from kasane.base.workbook import download
from kasane.intake.desk import queries
from kasane.intake.desk.forms.counted import ActivityForm
from kasane.intake.desk.sums import ActivitySums, activity_sums_of
from kasane.intake.desk.tabs import tabs
from kasane.intake.desk.views.lines import add_page, change_page, own_row, strike
from kasane.intake.desk.workbook import workbook
from kasane.intake.models import DeskActivity
from kasane.intake.views.desk import at_desk

YEARS_BACK = 5


def activities(request: HttpRequest) -> HttpResponse:
    """The quick entry above the latest activities."""
    by = at_desk(request)
    page = page_of(request, queries.activities(by), unit="件")
    names = queries.agency_names([pk for row in page.rows for pk in row.partners])
    for row in page.rows:
        row.partner_names = [names[pk] for pk in row.partners if pk in names]
    return add_page(
        request,
        DeskActivity,
        form=partial(ActivityForm, by=by),
        template="intake/desk/activities.html",
        tab="desk_activities",
        initial={},
        context={"page": page},
        saved_message="1件入れました。続けて入れられます。",
    )


def activity(request: HttpRequest, activity_id: UUID) -> HttpResponse:
    by, row = own_row(request, DeskActivity, activity_id)
    form = partial(ActivityForm, by=by)
    back = reverse("intake:desk_activities")
    return change_page(request, row, by=by, form=form, tab="desk_activities", title="活動を直す", back=back)


@require_POST
def activity_strike(request: HttpRequest, activity_id: UUID) -> HttpResponse:
    by, row = own_row(request, DeskActivity, activity_id)
    again = reverse("intake:desk_activity", args=[row.id])
    return strike(request, row, by=by, back=reverse("intake:desk_activities"), again=again)


def activity_sums(request: HttpRequest) -> HttpResponse:
    """Sums of one fiscal year by month and kind: of the desk, and of all for those who look after the town's work."""
    by = at_desk(request)
    sums = _sums(request, by)
    now = fiscal_year(today())
    years = [(year, f"{fiscal_label(year)}年度") for year in range(now, now - YEARS_BACK, -1)]
    context = {
        "sums": sums,
        "years": years,
        "tabs": tabs("desk_activities"),
        "of_town": _of_town(request, by),
        "oversees": by.looks_after_disclosure,
    }
    return render(request, "intake/desk/activity_sums.html", context)


def activity_workbook(request: HttpRequest) -> HttpResponse:
    """The sums as an Excel file."""
    by = at_desk(request)
    sums = _sums(request, by)
    return download(workbook(sums), f"activities-{sums.year}.xlsx")


def _sums(request: HttpRequest, by: Actor) -> ActivitySums:
    now = fiscal_year(today())
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and now - YEARS_BACK < int(asked) <= now else now
    since, until = date(year, 4, 1), date(year + 1, 3, 31)
    return activity_sums_of(year, since, until, by=by, of_town=_of_town(request, by))


def _of_town(request: HttpRequest, by: Actor) -> bool:
    """Coordinators, and managers and deciders of the town, may ask for all agencies."""
    return by.looks_after_disclosure and request.GET.get("scope") != "own"
