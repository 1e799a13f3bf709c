"""What the pages of the counted registers share: quick entry, correcting, striking out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.formpage import Forms, form_page
from kasane.intake.desk import actions
from kasane.intake.desk.actions.counted import made_on
from kasane.intake.desk.forms.counted import CountedForm
from kasane.intake.desk.tabs import tabs
from kasane.intake.models.deskrow import CountedRow, DeskRow
from kasane.intake.views.desk import at_desk

Row = TypeVar("Row", bound=DeskRow)
BuildForm = Callable[..., CountedForm]


def own_row(request: HttpRequest, model: type[Row], pk: UUID) -> tuple[Actor, Row]:
    """The line of the viewer's own agency; 404 for everybody else."""
    by = at_desk(request)
    return by, get_object_or_404(model, pk=pk, agency=by.agency)


def add_page(
    request: HttpRequest,
    model: type[CountedRow],
    *,
    form: BuildForm,
    template: str,
    tab: str,
    initial: Mapping[str, Any],
    extra: Mapping[str, Any] | None = None,
    context: Mapping[str, Any] | None = None,
    saved_message: str,
) -> HttpResponse:
    """One line after another: saving leads back to the empty form, its first field in focus (R-INT-02)."""
    by = at_desk(request)

    def save(forms: Forms) -> str:
        actions.add_line(model, by=by, **forms["form"].values(), **(extra or {}))
        return request.get_full_path()

    return form_page(
        request,
        name=model._meta.model_name or "",
        subject_id="new",
        template=template,
        build=lambda data: {"form": form(data, initial=dict(initial))},
        save=save,
        context={"tabs": tabs(tab), **(context or {})},
        saved_message=saved_message,
    )


def change_page(
    request: HttpRequest, row: CountedRow, *, by: Actor, form: BuildForm, tab: str, title: str, back: str
) -> HttpResponse:
    """Correcting one line, with what it said before; from here it is struck out too (R-DIS-08)."""
    late = made_on(row) < today()
    names = [name for name in form(None).fields if hasattr(row, name)]

    def build(data: QueryDict | None) -> Forms:
        initial = {name: getattr(row, name) for name in names} | {"version": row.version}
        return {"form": form(data, initial=initial, asks_why=late, first=False)}

    def save(forms: Forms) -> str:
        one = forms["form"]
        actions.change_line(
            row, by=by, version=one.cleaned_data["version"] or 0, why=one.reason(), **one.values()
        )
        return back

    return form_page(
        request,
        name=row._meta.model_name or "",
        subject_id=row.id,
        template="intake/desk/line.html",
        build=build,
        save=save,
        context={
            "line": row,
            "title": title,
            "tab_title": title,
            "tabs": tabs(tab),
            "register": next(one for one in tabs(tab) if one["active"]),
            "back": back,
            "late": late,
            "mine": row.author_id == by.user.id,
            "strike_url": reverse(f"intake:{_STRIKES[tab]}", args=[row.id]),
        },
        saved_message="直しました。前の内容は記録に残っています。",
    )


_STRIKES = {
    "desk_shorts": "desk_short_strike",
    "desk_activities": "desk_activity_strike",
    "desk_outposts": "desk_outpost_strike",
}


def strike(request: HttpRequest, row: CountedRow, *, by: Actor, back: str, again: str) -> HttpResponse:
    """Strikes the line out; what stands in the way is told on the page of the line."""
    try:
        actions.strike_line(row, by=by, why=request.POST.get("why", "")[:120])
    except Forbidden as forbidden:
        for obstacle in forbidden.obstacles:
            messages.error(request, obstacle.sentence)
        return HttpResponseRedirect(again)
    messages.success(request, "取り消しました。集計には入りません。")
    return HttpResponseRedirect(back)
