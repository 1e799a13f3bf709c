"""The desk's side of 住民の入口: what waits, one message, and what is done about it. Thin: parse, act, show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.defaults import page_not_found

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.intake.door import actions, queries
from kasane.intake.door.forms import EndForm, PassForm, TryForm
from kasane.intake.models import DoorMessage, DoorStep

STALE = "ほかの職員が先に書きました。いまの様子を読んでから、もう一度おしてください。"


def waiting(request: HttpRequest) -> HttpResponse:
    """住民の入口: what waits at this desk, and what it has dealt with."""
    by = _at_desk(request)
    context = {"waiting": queries.waiting_messages(by), "ended": queries.ended_messages(by)}
    return render(request, "intake/door/list.html", context)


def message(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """One message; the reading is logged."""
    by = _at_desk(request)
    row = queries.open_message(message_id)
    return _page(request, row, by) if row is not None else _nothing(request)


@require_POST
def add_try(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """連絡した・つながらなかった."""

    def act(row: DoorMessage, by: Actor, form: forms.Form) -> str:
        actions.note_try(row, by=by, **form.cleaned_data)
        return reverse("intake:door_message", args=[row.pk])

    return _acted(request, message_id, "try_form", act, "連絡したことを残しました。")


@require_POST
def pass_on(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """別の窓口に渡す."""

    def act(row: DoorMessage, by: Actor, form: forms.Form) -> str:
        actions.pass_on(row, by=by, **form.cleaned_data)
        return reverse("intake:door")

    return _acted(
        request, message_id, "pass_form", act, "別の窓口に渡しました。これからは、その窓口だけが読めます。"
    )


@require_POST
def end(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """終える."""

    def act(row: DoorMessage, by: Actor, form: forms.Form) -> str:
        actions.end(row, by=by, on=today(), **form.cleaned_data)
        return reverse("intake:door")

    return _acted(request, message_id, "end_form", act, "結果を残して終えました。")


Act = Callable[[DoorMessage, Actor, forms.Form], str]


def _acted(request: HttpRequest, message_id: UUID, name: str, act: Act, saved: str) -> HttpResponse:
    """One of the page's forms, carried out; what is wrong comes back on the page with everything typed in it."""
    by = _at_desk(request)
    row = queries.open_message(message_id)
    if row is None:
        return _nothing(request)
    form = _forms(row, by, request.POST)[name]
    if not form.is_valid():
        return _page(request, row, by, status=422, **{name: form})
    try:
        target = act(row, by, form)
    except Forbidden as forbidden:
        return _page(request, row, by, status=409, obstacles=forbidden.obstacles, **{name: form})
    except StaleEdit:
        messages.warning(request, STALE)
        return HttpResponseRedirect(reverse("intake:door_message", args=[message_id]))
    messages.success(request, saved)
    return HttpResponseRedirect(target)


def _forms(row: DoorMessage, by: Actor, data: Any = None) -> dict[str, Any]:
    version = {"version": row.version}
    found = {
        "try_form": TryForm(data, prefix="try"),
        "pass_form": PassForm(data, initial=version, prefix="pass"),
        "end_form": EndForm(data, initial=version, prefix="end"),
    }
    found["pass_form"].fields["to"].queryset = queries.desks_with_staff(besides=by.agency)
    return found


def _page(
    request: HttpRequest, row: DoorMessage, by: Actor, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"message": row, "steps": _steps(row), **_forms(row, by), **more}
    return render(request, "intake/door/message.html", context, status=status)


def _steps(row: DoorMessage) -> list[DoorStep]:
    return list(row.steps.select_related("agency", "to_agency", "by"))


def _at_desk(request: HttpRequest) -> Actor:
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    return request.actor


def _nothing(request: HttpRequest) -> HttpResponse:
    """As for what is not there; answered and not raised, so that the refusal stays in the log (R-DIS-08)."""
    return page_not_found(request, Http404())
