"""Writes down what a meeting found missing, so that it can become a 地域課題 (R-CONF-07, R-COM-06)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.naming import parts_that_name
from kasane.base.obstacles import Obstacle, require
from kasane.conferences.live.actions import minute_taker_obstacles
from kasane.conferences.models import Meeting, Shortage


def words_obstacles(words: str) -> list[Obstacle]:
    """What forbids these words: everybody in the town's offices reads them, so nobody may be known by them (R-DIS-01)."""
    found = parts_that_name(words)
    if not found:
        return []
    return [
        Obstacle(
            "names_somebody",
            f"{'・'.join(found)}らしい言葉があります。だれのことか分からないように書いてください。",
            "R-DIS-01",
        )
    ]


@transaction.atomic
def find(meeting: Meeting, *, by: Actor, on: date, topic: str, words: str, area: str = "") -> Shortage:
    """Keeps one missing resource with the body and the day, never with the item. Raises Forbidden."""
    require(minute_taker_obstacles(meeting, by) + words_obstacles(f"{words} {area}"))
    return Shortage.objects.create(
        body=meeting.body, found_on=on, found_by=by.agency, topic=topic, area=area, words=words
    )
