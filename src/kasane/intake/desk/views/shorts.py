"""短い相談: many in a row, and on to a 受付シート when one grows (R-INT-02)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.paging import page_of
from kasane.base.choices import Channel
from kasane.base.dates import today
from kasane.intake.desk import actions, queries
from kasane.intake.desk.forms.counted import ShortForm
from kasane.intake.desk.views.lines import add_page, change_page, own_row, strike
from kasane.intake.models import OutpostDay, ShortConsultation
from kasane.intake.views.desk import at_desk
from kasane.intake.views.reception import new_sheet

KEPT_FOR_NEXT = ("channel", "area", "field")
"""What the next line begins with: mostly the same within one morning."""


def shorts(request: HttpRequest) -> HttpResponse:
    """The quick entry above the latest lines."""
    by = at_desk(request)
    rows = queries.shorts(by)
    day = _outpost(request)
    return add_page(
        request,
        ShortConsultation,
        form=ShortForm,
        template="intake/desk/shorts.html",
        tab="desk_shorts",
        initial=_initial(rows.filter(author=by.user).first(), day),
        extra={"outpost": day},
        context={"page": page_of(request, rows, unit="件"), "outpost": day},
        saved_message="1件入れました。続けて入れられます。",
    )


def short(request: HttpRequest, short_id: UUID) -> HttpResponse:
    """Correcting one line."""
    by, row = own_row(request, ShortConsultation, short_id)
    back = reverse("intake:desk_shorts")
    return change_page(
        request, row, by=by, form=ShortForm, tab="desk_shorts", title="短い相談を直す", back=back
    )


@require_POST
def short_strike(request: HttpRequest, short_id: UUID) -> HttpResponse:
    by, row = own_row(request, ShortConsultation, short_id)
    again = reverse("intake:desk_short", args=[row.id])
    return strike(request, row, by=by, back=reverse("intake:desk_shorts"), again=again)


def short_begin(request: HttpRequest, short_id: UUID) -> HttpResponse:
    """受付シートにする: what was typed stands on the new sheet already."""
    by, row = own_row(request, ShortConsultation, short_id)
    if request.method != "POST" and (row.is_struck or row.received_on):
        raise Http404
    return new_sheet(
        request,
        draft=("reception", str(row.id)),
        initial={
            "received_on": row.on,
            "channel": row.channel,
            "consulter_is": row.consulter_is,
            "topics": row.topics,
            "main_topic": row.topics[0] if len(row.topics) == 1 else "",
            "overview": row.memo,
            "area": row.area_id,
        },
        after=lambda _: actions.become_reception(row, by=by),
        title="短い相談を受付にする",
        back=reverse("intake:desk_shorts"),
    )


def _outpost(request: HttpRequest) -> OutpostDay | None:
    """The day outside whose lines are being entered, when the address names one of the viewer's desk."""
    wanted = request.GET.get("outpost")
    if not wanted:
        return None
    try:
        return OutpostDay.objects.filter(pk=UUID(wanted), struck_on=None).first()
    except ValueError as error:
        raise Http404 from error


def _initial(last: ShortConsultation | None, day: OutpostDay | None) -> dict[str, Any]:
    if day is not None:
        return {"on": min(day.on, today()), "channel": Channel.OUTPOST, "area": day.area_id}
    if last is None or last.created_at.date() != today():
        return {}
    return {name: getattr(last, name) for name in KEPT_FOR_NEXT} | {"on": last.on}
