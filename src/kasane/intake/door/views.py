"""The desk's side of 住民の入口: what waits, one message, and what is done about it. Thin: parse, act, show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST
from django.views.defaults import page_not_found

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.shortforms import Sent, ShortForms
from kasane.intake.door import actions, queries
from kasane.intake.door.forms import EndForm, PassForm, TryForm
from kasane.intake.models import DoorMessage, DoorStep


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

    return _acted(request, message_id, "try", act, "連絡したことを残しました。")


@require_POST
def pass_on(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """別の窓口に渡す."""

    def act(row: DoorMessage, by: Actor, form: forms.Form) -> str:
        actions.pass_on(row, by=by, **form.cleaned_data)
        return reverse("intake:door")

    return _acted(
        request, message_id, "pass", act, "別の窓口に渡しました。これからは、その窓口だけが読めます。"
    )


@require_POST
def end(request: HttpRequest, message_id: UUID) -> HttpResponse:
    """終える."""

    def act(row: DoorMessage, by: Actor, form: forms.Form) -> str:
        actions.end(row, by=by, on=today(), **form.cleaned_data)
        return reverse("intake:door")

    return _acted(request, message_id, "end", act, "結果を残して終えました。")


Act = Callable[[DoorMessage, Actor, forms.Form], str]


def _acted(request: HttpRequest, message_id: UUID, name: str, act: Act, saved: str) -> HttpResponse:
    """One of the page's forms, carried out; what is refused comes back on the page with everything typed in it."""
    by = _at_desk(request)
    row = queries.open_message(message_id)
    if row is None:
        return _nothing(request)

    def save(form: forms.Form) -> str:
        return act(row, by, form)

    def show(sent: Sent) -> HttpResponse:
        return _page(request, queries.as_it_stands(row), by, sent=sent)

    return _short(request, row, by).send(
        name,
        save=save,
        show=show,
        here=reverse("intake:door_message", args=[message_id]),
        saved_message=saved,
        stale_lines=_as_it_stands,
    )


def _short(request: HttpRequest, row: DoorMessage, by: Actor) -> ShortForms:
    version = {"version": row.version}

    def pass_form(data: QueryDict | None) -> PassForm:
        form = PassForm(data, initial=version, prefix="pass")
        form.fields["to"].queryset = queries.desks_with_staff(besides=by.agency)  # type: ignore[attr-defined]
        return form

    return ShortForms(
        request,
        page="door-message",
        subject_id=row.pk,
        build={
            "try": lambda data: TryForm(data, prefix="try"),
            "pass": pass_form,
            "end": lambda data: EndForm(data, initial=version, prefix="end"),
        },
    )


def _as_it_stands(current: DoorMessage) -> list[dict[str, Any]]:
    """What a colleague wrote meanwhile, beside what stands in the form below."""
    told = (
        ("どう終わりましたか", current.get_result_display() or "まだ終わっていません"),
        ("結果のことば", current.result_note),
    )
    return [{"label": label, "mine": "(下に残っています)", "theirs": words} for label, words in told]


def _page(request: HttpRequest, row: DoorMessage, by: Actor, *, sent: Sent | None = None) -> HttpResponse:
    context = {
        "message": row,
        "steps": _steps(row),
        "forms": _short(request, row, by).shown(sent),
        "sent": sent,
    }
    return render(request, "intake/door/message.html", context, status=sent.status if sent else 200)


def _steps(row: DoorMessage) -> list[DoorStep]:
    return list(row.steps.select_related("agency", "to_agency", "by"))


def _at_desk(request: HttpRequest) -> Actor:
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    return request.actor


def _nothing(request: HttpRequest) -> HttpResponse:
    """As for what is not there; answered and not raised, so that the refusal stays in the log (R-DIS-08)."""
    return page_not_found(request, Http404())
