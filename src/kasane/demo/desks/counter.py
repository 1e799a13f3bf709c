"""The registers of the desks: 短い相談, 電話, 民生委員の報告, 出張相談, ケース以外の仕事, 住民の入口 (R-INT-01, R-INT-02, R-INT-13)."""

from __future__ import annotations

from datetime import datetime, time
from random import Random
from typing import Any

from django.utils import timezone

from kasane.agencies.models import Area
from kasane.base.dates import today
from kasane.demo.desks import lines
from kasane.demo.desks.visitor import ago, ahead
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk import actions as desk
from kasane.intake.door import actions as door
from kasane.intake.models import DeskActivity, OutpostDay, ShortConsultation

SEED = 20250401
SHORTS_EACH = 14
"""So many short consultations at each desk within the last sixty days."""


def keep_counter(town: Town) -> None:
    """A few lines in each register of the desks that keep it."""
    areas = list(Area.objects.filter(is_active=True, level__gt=0).order_by("order")[:40])
    _shorts(town, areas)
    _calls(town)
    _reports(town, areas)
    _outposts(town, areas)
    _activities(town)
    _door(town, areas)


def _shorts(town: Town, areas: list[Area]) -> None:
    rng = Random(SEED)
    for key, told in lines.SHORTS.items():
        for place in range(SHORTS_EACH):
            by = town.worker(key)
            short = told[place % len(told)]
            with acting_as(by):
                desk.add_line(
                    ShortConsultation,
                    by=by,
                    on=ago(rng.randint(0, 4) if place < 3 else rng.randint(5, 59)),
                    area=rng.choice(areas) if areas and rng.random() < 0.6 else None,
                    minutes=rng.choice((5, 10, 10, 15, 20)),
                    **short,
                )


def _calls(town: Town) -> None:
    for key, told in lines.CALLS.items():
        by = town.people[key][0]
        with acting_as(by):
            for call in told:
                desk.take_call(by=by, **_dated(call))


def _dated(call: dict[str, Any]) -> dict[str, Any]:
    """Days and hours in place of the numbers they are told with."""
    hour, minute = call["hour"]
    waits = call["back_in"]
    beside = ("days_ago", "hour", "back_in")
    return {
        **{name: value for name, value in call.items() if name not in beside},
        "at": timezone.make_aware(datetime.combine(ago(call["days_ago"]), time(hour, minute))),
        "call_back_until": None if waits is None else ahead(waits),
    }


def _reports(town: Town, areas: list[Area]) -> None:
    """One that nobody has dealt with, one where a volunteer was asked to keep an eye."""
    by = town.people["hokatsu"][0]
    area = areas[0] if areas else None
    with acting_as(by):
        desk.take_report(by=by, on=ago(1), reporter_area=area, **lines.NEW_REPORT)
        watched = desk.take_report(by=by, on=ago(12), reporter_area=area, **lines.WATCHED_REPORT)
        desk.answer_report(watched, by=by, on=ago(10), told=lines.ANSWER)
        desk.ask_to_watch(watched, by=by, words=lines.WATCH, until=ahead(2))


def _outposts(town: Town, areas: list[Area]) -> None:
    """One day behind us with its short talks, one this week."""
    by, other = town.people["hokatsu"][0], town.people["hokatsu"][-1]
    staff = [by.user.id, other.user.id]
    area = areas[0] if areas else None
    with acting_as(by):
        past = desk.add_line(OutpostDay, by=by, on=ago(21), area=area, staff=staff, **lines.PAST_OUTPOST)
        desk.add_line(OutpostDay, by=by, on=ahead(1), area=area, staff=staff, **lines.NEXT_OUTPOST)
        for short in lines.OUTPOST_SHORTS:
            desk.add_line(ShortConsultation, by=by, on=past.on, area=area, outpost=past, **short)
    kikan = town.people["kikan"][0]
    with acting_as(kikan):
        desk.add_line(
            OutpostDay, by=kikan, on=ahead(4), area=area, staff=[kikan.user.id], **lines.KIKAN_OUTPOST
        )


def _activities(town: Town) -> None:
    for key, told in lines.ACTIVITIES.items():
        by = town.people[key][0]
        with acting_as(by):
            for days_ago, partners, values in told:
                ids = [town.agencies[one].id for one in partners]
                desk.add_line(DeskActivity, by=by, on=ago(days_ago), partners=ids, **values)


def _door(town: Town, areas: list[Area]) -> None:
    """Two wishes to be contacted, left by residents: nobody is signed in."""
    for place, (key, message) in enumerate(lines.DOOR):
        area_id = areas[place].id if len(areas) > place else None
        door.leave(
            sender=f"demo-{today()}-{place}", agency_id=town.agencies[key].id, area_id=area_id, **message
        )
