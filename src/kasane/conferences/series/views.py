"""会議体: how often each meets, and the days of its year."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kasane.base.dates import fiscal_year, today
from kasane.base.obstacles import Forbidden
from kasane.cases.formpage import Forms, form_page
from kasane.conferences import queries
from kasane.conferences.models import Body, BodyRhythm, Meeting
from kasane.conferences.pages import day_words
from kasane.conferences.series import actions, rules
from kasane.conferences.series.forms import RhythmForm, initial_of
from kasane.conferences.series.queries import courses, rhythm_of


def bodies(request: HttpRequest) -> HttpResponse:
    """会議体の一覧: when they meet and how often they have met this year."""
    if request.actor is None:
        raise Http404
    context = {"courses": courses(queries.bodies(), on=today())}
    return render(request, "conferences/series/bodies.html", context)


def body(request: HttpRequest, body_id: UUID) -> HttpResponse:
    """One body: its rhythm, its year, the days that are proposed."""
    found = get_body(request, body_id)
    if request.method == "POST":
        return _called(request, found)
    return _page(request, found)


def _page(request: HttpRequest, found: Body, *, status: int = 200, **extra: object) -> HttpResponse:
    settled = BodyRhythm.objects.filter(body=found).first()
    (course,) = courses([found], on=today())
    meetings = list(Meeting.objects.filter(body=found, year=fiscal_year(today())).order_by("starts_at"))
    for one in meetings:
        one.body, one.when = found, day_words(one.starts_at)
    may = not actions.obstacles(found, request.actor)
    context = {
        "body": found,
        "course": course,
        "settled": settled,
        "meetings": meetings,
        "may": may,
        "proposed": [(day.isoformat(), day_words(day)) for day in _proposed(found, settled, meetings)]
        if may
        else [],
        **extra,
    }
    return render(request, "conferences/series/body.html", context, status=status)


def _proposed(found: Body, settled: BodyRhythm | None, meetings: list[Meeting]) -> list[datetime]:
    """The days of this year and of the next that are not called yet; a month with a meeting is left out."""
    rhythm = rhythm_of(found, settled)
    if rhythm is None:
        return []
    year = fiscal_year(today())
    months = {(one.day.year, one.day.month) for one in meetings if one.state != "cancelled"}
    days = [*rules.days_of_year(rhythm, year), *rules.days_of_year(rhythm, year + 1)]
    return [
        timezone.make_aware(day)
        for day in days
        if day.date() > today() and (day.year, day.month) not in months
    ][: len(set(rhythm.months))]


def _called(request: HttpRequest, found: Body) -> HttpResponse:
    settled = BodyRhythm.objects.filter(body=found).first()
    meetings = list(Meeting.objects.filter(body=found, year=fiscal_year(today())))
    offered = {day.isoformat(): day for day in _proposed(found, settled, meetings)}
    chosen = [offered[one] for one in request.POST.getlist("day") if one in offered]
    if not chosen:
        return _page(request, found, status=422, unticked=True)
    try:
        made = actions.call_days(
            found,
            by=request.actor,
            on=today(),
            days=chosen,
            length=settled.length if settled else rules.USUAL_LENGTH,
            place=settled.place if settled else "",
            online_url=settled.online_url if settled else "",
        )
    except Forbidden as forbidden:
        return _page(request, found, status=409, obstacles=forbidden.obstacles)
    messages.success(request, f"{len(made)}回の会議をひらくことにしました。いつもの構成員を入れてあります。")
    return HttpResponseRedirect(reverse("conferences:body", args=[found.id]))


def rhythm(request: HttpRequest, body_id: UUID) -> HttpResponse:
    """いつひらくかを決める."""
    found = get_body(request, body_id)
    settled = BodyRhythm.objects.filter(body=found).first()
    initial = initial_of(
        settled, rules.months_of(found.times_per_year), starts=rules.USUAL_START, length=rules.USUAL_LENGTH
    )

    def save(forms: Forms) -> str:
        actions.settle(found, by=request.actor, **forms["form"].rhythm_values())
        return reverse("conferences:body", args=[found.id])

    return form_page(
        request,
        name="body-rhythm",
        subject_id=found.id,
        template="conferences/series/rhythm.html",
        build=lambda data: {"form": RhythmForm(data, initial=initial)},
        save=save,
        context={"body": found, "obstacles": actions.obstacles(found, request.actor)},
        saved_message="ひらく月と曜日を決めました。",
    )


def get_body(request: HttpRequest, body_id: UUID) -> Body:
    """A body that meets, for everybody who works with cases."""
    found = Body.objects.select_related("host", "part_of").filter(pk=body_id, is_active=True).first()
    if found is None or not found.meets or request.actor is None:
        raise Http404
    return found
