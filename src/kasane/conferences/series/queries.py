"""How often the bodies have met, and who usually sits in them (R-CONF-05)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kasane.agencies.actors import Actor
from kasane.agencies.models import AgencyKind, Post
from kasane.base.dates import fiscal_year
from kasane.conferences import queries
from kasane.conferences.models import Body, BodyRhythm
from kasane.conferences.series import rules


@dataclass(frozen=True)
class Course:
    """A body with its rhythm and how far it has come this year."""

    body: Body
    rhythm: rules.Rhythm | None
    standing: rules.Standing | None
    due_on: date | None

    @property
    def pattern(self) -> str:
        return rules.pattern_words(self.rhythm) if self.rhythm else self.body.schedule


def rhythm_of(body: Body, settled: BodyRhythm | None) -> rules.Rhythm | None:
    """What the host has settled, else the months its number of meetings proposes; None for a body met as needed."""
    if settled is not None:
        return rules.Rhythm(tuple(settled.months), settled.week, settled.weekday, settled.starts)
    months = rules.months_of(body.times_per_year)
    return rules.Rhythm(tuple(months), None, None, rules.USUAL_START) if months else None


def courses(bodies: Sequence[Body], *, on: date) -> list[Course]:
    """The bodies with their year so far. Two queries; one for bodies that came with their rhythm."""
    known = all(Body.rhythm.is_cached(body) for body in bodies)
    rows = (
        [getattr(body, "rhythm", None) for body in bodies]
        if known
        else BodyRhythm.objects.filter(body__in=bodies)
    )
    settled = {row.body_id: row for row in rows if row is not None}
    counted = _counted(fiscal_year(on))
    return [_course(body, settled.get(body.id), *counted.get(body.id, (0, 0)), on=on) for body in bodies]


def _course(body: Body, settled: BodyRhythm | None, held: int, planned: int, *, on: date) -> Course:
    rhythm = rhythm_of(body, settled)
    if rhythm is None:
        return Course(body, None, None, None)
    standing = rules.Standing(body.times_per_year or len(set(rhythm.months)), held, planned)
    return Course(body, rhythm, standing, rules.next_due(rhythm, standing, on=on))


def _counted(year: int) -> dict[UUID, tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT body_id, held, planned FROM conferences_counted(%s)", [year])
        return {body: (held, planned) for body, held, planned in cursor.fetchall()}


def due_of(by: Actor, *, on: date) -> list[Course]:
    """The bodies of the viewer's agency of which a meeting should have been called by now. Two queries."""
    rows = Body.objects.filter(is_active=True, host=by.agency).select_related("rhythm")
    own = [body for body in rows if body.meets and (body.times_per_year or hasattr(body, "rhythm"))]
    return [one for one in courses(own, on=on) if one.due_on] if own else []


def usual_of(body: Body, posts: Sequence[Post], more: Collection[UUID] = ()) -> list[UUID]:
    """The posts that are chosen at first: of the usual agencies, and whoever has a usual role (R-CONF-02).

    A decider or manager is meant of the town hall, a coordinator of the agency that hosts the body.
    """
    chosen = queries.usual_posts(posts, {*body.standing_agencies, *more})
    for post in posts:
        town_hall = post.agency.kind in (AgencyKind.DIVISION, AgencyKind.CENTRE)
        at_home = post.agency_id == body.host_id if post.role == "coordinator" else town_hall
        if post.role in body.standing_roles and at_home and post.id not in chosen:
            chosen.append(post.id)
    return chosen
