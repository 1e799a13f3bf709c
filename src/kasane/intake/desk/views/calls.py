"""電話の記録 (R-INT-02)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.formpage import Forms, form_page
from kasane.disclosure.access import open_case
from kasane.intake.desk import actions, overdue, queries, rules
from kasane.intake.desk.forms.told import CallForm
from kasane.intake.desk.tabs import tabs
from kasane.intake.desk.views.lines import own_row
from kasane.intake.models import PhoneCall
from kasane.intake.views.desk import at_desk


def calls(request: HttpRequest) -> HttpResponse:
    """A new call above those of the desk; `?waiting` shows only whom one has to call back."""
    by = at_desk(request)
    only_waiting = "waiting" in request.GET
    page = page_of(request, queries.calls(by, only_waiting=only_waiting), unit="件")
    overdue.say_what_leaves(page.rows, on=today())

    def save(forms: Forms) -> str:
        actions.take_call(by=by, **forms["form"].values())
        return reverse("intake:desk_calls")

    return form_page(
        request,
        name="call",
        subject_id="new",
        template="intake/desk/calls.html",
        build=lambda data: {"form": CallForm(data)},
        save=save,
        context={
            "tabs": tabs("desk_calls"),
            "page": page,
            "only_waiting": only_waiting,
            "kept_days": rules.CALLS_KEPT_DAYS,
        },
        saved_message="電話を記録しました。",
    )


def call(request: HttpRequest, call_id: UUID) -> HttpResponse:
    """One call, to read and to correct. One about a case is read in its name."""
    by, row = own_row(request, PhoneCall, call_id)
    case = open_case(row.case_id, by=by, purpose="電話の記録") if row.case_id else None

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.change_call(row, by=by, version=form.cleaned_data["version"] or 0, **form.values())
        return reverse("intake:desk_calls")

    names = ("direction", "party", "number", "at", "content", "call_back_until", "version")
    initial = {name: getattr(row, name) for name in names} | {"number_of_case": case.label if case else ""}
    return form_page(
        request,
        name="call",
        subject_id=row.id,
        template="intake/desk/call.html",
        build=lambda data: {"form": CallForm(data, initial=initial)},
        save=save,
        context={"tabs": tabs("desk_calls"), "call": row, "case": case},
    )


@require_POST
def call_back(request: HttpRequest, call_id: UUID) -> HttpResponse:
    """折り返した: one press, from the list and from 今日やること."""
    by, row = own_row(request, PhoneCall, call_id)
    try:
        actions.called_back(row, by=by, on=today())
        messages.success(request, "折り返したことを残しました。")
    except Forbidden as forbidden:
        messages.error(request, forbidden.obstacles[0].sentence)
    came_from = request.META.get("HTTP_REFERER", "")
    if not url_has_allowed_host_and_scheme(
        came_from, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        came_from = reverse("intake:desk_calls")
    return HttpResponseRedirect(came_from)
