"""日程調整: asking, answering, fixing the day, all on one page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.queries import staff_to_invite
from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.formpage import Forms, form_page
from kasane.conferences import queries, rules
from kasane.conferences.finding import actions
from kasane.conferences.finding.forms import FixForm, MarksForm, PollForm, first_days
from kasane.conferences.finding.queries import Sheet, polls_of, sheet
from kasane.conferences.models import DatePoll, PollDay, PollSeat
from kasane.conferences.pages import day_words
from kasane.conferences.series.queries import usual_of
from kasane.conferences.series.views import get_body


def new(request: HttpRequest, body_id: UUID) -> HttpResponse:
    """日程をたずねる."""
    body = get_body(request, body_id)
    posts = list(staff_to_invite())
    initial = {**first_days(), "members": [str(pk) for pk in usual_of(body, posts)]}

    def save(forms: Forms) -> str:
        poll = actions.ask(body, by=request.actor, on=today(), **forms["form"].poll_values())
        return reverse("conferences:poll", args=[poll.id])

    return form_page(
        request,
        name="date-poll",
        subject_id=body.id,
        template="conferences/finding/new.html",
        build=lambda data: {"form": PollForm(data, posts=posts, initial=initial)},
        save=save,
        context={
            "body": body,
            "obstacles": rules.convene_obstacles(
                body.functions, queries.convener_of(request.actor.agency, body)
            ),
        },
        saved_message="日程をたずねました。返事がそろったら、この画面で日を決めます。",
    )


def poll(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """The table of the answers, one's own answer, and for the host the day."""
    return _page(request, get_poll(request, poll_id))


def _page(request: HttpRequest, row: DatePoll, *, status: int = 200, **extra: Any) -> HttpResponse:
    table = sheet(row, request.actor, spoken_for=request.POST.get("seat") or request.GET.get("seat", ""))
    days = _days(table)
    for column, (_, words) in zip(table.columns, days, strict=True):
        column.day.words = words
    initial = {day_id.hex: mark for day_id, mark in table.own_marks.items()}
    first = next((column.day.id.hex for column in table.columns if column.is_best), "")
    context = {
        "poll": row,
        "sheet": table,
        "is_host": row.host_id == request.actor.agency.id,
        "marks_form": MarksForm(days=days, initial=initial),
        "spoken_form": MarksForm(
            days=days,
            initial={day_id.hex: mark for day_id, mark in table.spoken_marks.items()},
            auto_id="spoken_%s",
        ),
        "fix_form": FixForm(days=days, initial={"day": first, "version": row.version}),
        **extra,
    }
    return render(request, "conferences/finding/poll.html", context, status=status)


def _days(table: Sheet) -> list[tuple[PollDay, str]]:
    return [(column.day, day_words(column.day.starts_at)) for column in table.columns]


@require_POST
def answer(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """○△×, one's own or, as the host, for a seat named in the form."""
    row = get_poll(request, poll_id)
    seats = PollSeat.objects.filter(poll=row).select_related("poll", "user")
    wanted = request.POST.get("seat")
    seat = next(
        (s for s in seats if (str(s.id) == wanted if wanted else s.user_id == request.actor.user.id)), None
    )
    if seat is None:
        raise Http404
    days = _days(sheet(row, request.actor))
    form = MarksForm(request.POST, days=days, auto_id="spoken_%s" if wanted else "id_%s")
    if not form.is_valid():
        return _page(request, row, status=422, **{"spoken_form" if wanted else "marks_form": form})
    return _pressed(
        request,
        row,
        lambda: actions.answer(seat, by=request.actor, marks=form.marks()),
        done=f"{seat.name}さんの返事を受け取りました。",
    )


@require_POST
def remind(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """返事のない人にもう一度たずねる."""
    row = get_poll(request, poll_id)
    return _pressed(
        request,
        row,
        lambda: actions.remind(row, by=request.actor),
        done="返事のない人に、もう一度たずねました。",
    )


@require_POST
def fix(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """この日に決める."""
    row = get_poll(request, poll_id)
    form = FixForm(request.POST, days=_days(sheet(row, request.actor)))
    if not form.is_valid():
        return _page(request, row, status=422, fix_form=form)
    day = PollDay.objects.get(pk=UUID(form.cleaned_data["day"]))
    values = {name: form.cleaned_data[name] for name in ("place", "online_url", "version")}
    try:
        with transaction.atomic():
            meeting = actions.fix(row, day, by=request.actor, on=today(), **values)
    except Forbidden as forbidden:
        return _page(request, row, status=409, obstacles=forbidden.obstacles, fix_form=form)
    except StaleEdit:
        messages.warning(request, "ほかの人が先に日を決めたか、取りやめました。いまのようすを出しています。")
        return HttpResponseRedirect(reverse("conferences:poll", args=[row.id]))
    messages.success(request, "日を決めて、会議をひらくことにしました。たずねた人に知らせます。")
    return HttpResponseRedirect(reverse("conferences:meeting", args=[meeting.id]))


@require_POST
def drop(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """日程調整を取りやめる."""
    row = get_poll(request, poll_id)
    return _pressed(
        request, row, lambda: actions.drop(row, by=request.actor), done="日程調整を取りやめました。"
    )


def _pressed(request: HttpRequest, row: DatePoll, act: Callable[[], object], *, done: str) -> HttpResponse:
    try:
        with transaction.atomic():
            act()
    except Forbidden as forbidden:
        return _page(request, row, status=409, obstacles=forbidden.obstacles)
    messages.success(request, done)
    return HttpResponseRedirect(reverse("conferences:poll", args=[row.id]))


def get_poll(request: HttpRequest, poll_id: UUID) -> DatePoll:
    """A poll one has asked or is asked in; all others get 404."""
    if request.actor is None:
        raise Http404
    found = polls_of(request.actor).filter(pk=poll_id).first()
    if found is None:
        raise Http404
    return found
