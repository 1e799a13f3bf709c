"""Settling when a body meets, and calling the meetings of its year (R-CONF-05)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.queries import staff_to_invite
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import queries, rules
from kasane.conferences.actions.convening import convene
from kasane.conferences.models import Body, BodyRhythm, Meeting
from kasane.conferences.series.queries import usual_of


def obstacles(body: Body, by: Actor) -> list[Obstacle]:
    """What forbids to settle the days of a body: who may convene it settles when it meets (R-CONF-05)."""
    return rules.convene_obstacles(body.functions, queries.convener_of(by.agency, body))


@transaction.atomic
def settle(
    body: Body,
    *,
    by: Actor,
    months: Iterable[int],
    week: int | None,
    weekday: int | None,
    starts: time,
    length: int,
    place: str = "",
    online_url: str = "",
) -> BodyRhythm:
    """Keeps when the body meets. Raises Forbidden when it is not the agency's to convene."""
    require(obstacles(body, by))
    row, _ = BodyRhythm.objects.update_or_create(
        body=body,
        defaults={
            "months": sorted(set(months)),
            "week": week,
            "weekday": weekday,
            "starts": starts,
            "length": length,
            "place": place,
            "online_url": online_url,
        },
    )
    return row


@transaction.atomic
def call_days(
    body: Body,
    *,
    by: Actor,
    on: date,
    days: Iterable[datetime],
    length: int,
    place: str = "",
    online_url: str = "",
) -> list[Meeting]:
    """Calls a meeting for each of these days, with those who usually sit in the body (R-CONF-05).

    Raises Forbidden when the body is not the agency's to convene; then none is called.
    """
    posts = list(staff_to_invite())
    usual = set(usual_of(body, posts))
    return [
        convene(
            body,
            by=by,
            on=on,
            starts_at=day,
            posts=[post for post in posts if post.id in usual],
            length=length,
            place=place,
            online_url=online_url,
        )
        for day in sorted(days)
    ]
