"""What the screens read of 緊急の知らせ. Row-level security has filtered before any of this (R-INT-09)."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, QuerySet

from kasane.agencies import profile
from kasane.agencies import rules as agency_rules
from kasane.agencies.models import Agency, MailOccasion, OutgoingMail, Post, Role, User
from kasane.agencies.queries import active_agencies, staff_of
from kasane.base.dates import fiscal_label
from kasane.cases.alarm import rules
from kasane.cases.alarm.models import Alarm, AlarmTold
from kasane.profiles.model import UrgentRoute
from kasane.profiles.vocabulary import Danger

ACK_MINUTES, SAFETY_HOURS = 30, 48
"""Where the town's profile says nothing."""


def route_of(danger: str) -> UrgentRoute:
    """The town's urgent route; the centre's where the profile has none."""
    town = profile.current()
    try:
        return town.urgent_route(Danger(danger))
    except KeyError:
        return UrgentRoute(Danger(danger), (town.rules.center,), ACK_MINUTES, SAFETY_HOURS, ())


def agencies_of(route: UrgentRoute) -> list[Agency]:
    """The agencies of a route that are in use, in its order."""
    found = {agency.key: agency for agency in active_agencies().filter(key__in=route.agencies)}
    return [found[key] for key in route.agencies if key in found]


def told_by(route: UrgentRoute, *, raiser: User) -> list[Post]:
    """The posts of everybody who would be told at once. Two queries."""
    agencies = agencies_of(route)
    posts = {(p.user_id, p.agency_id): p for p in staff_of([one.id for one in agencies])}
    places = [
        rules.Place(post.user_id, post.agency_id, post.role, post.is_urgent_officer)
        for post in posts.values()
    ]
    chosen = rules.told(places, agencies=[one.id for one in agencies], raiser=raiser.id)
    return [posts[one.user, one.agency] for one in chosen]


def overseers() -> list[Post]:
    """Coordinators, and managers and deciders of the municipality: to whom an alarm turns that nobody acknowledges."""
    roles = (Role.COORDINATOR, Role.MANAGER, Role.DECIDER)
    posts = staff_of(list(active_agencies().values_list("id", flat=True))).filter(role__in=roles)
    return [
        post
        for post in posts
        if agency_rules.looks_after_disclosure(Role(post.role), is_municipality=post.agency.is_municipality)
    ]


def told_when_late(officers: Collection[Post], *, raiser: User) -> list[User]:
    """Everybody who is written to when 安全確認 is late: the officers of the route and those who look after disclosure."""
    found = {post.user_id: post.user for post in overseers() if post.user_id != raiser.id}
    return list((found | {post.user_id: post.user for post in officers}).values())


def late_audience(alarm_id: UUID) -> list[User] | None:
    """Those in office now, for the process that sends the mail; None when there is nothing late to tell (any more)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT danger, raised_by_id FROM cases_late_alarm(%s)", [alarm_id])
        found = cursor.fetchone()
    if found is None:
        return None
    danger, raised_by = found
    raiser = User.objects.get(pk=raised_by)
    return told_when_late(told_by(route_of(danger), raiser=raiser), raiser=raiser)


def alarms() -> QuerySet[Alarm]:
    """Alarms with everybody who was told; two queries for any number."""
    told = AlarmTold.objects.select_related("user", "agency")
    return Alarm.objects.select_related("raised_by", "raised_agency", "ended_by").prefetch_related(
        Prefetch("told", told, to_attr="answers")
    )


def course_of(row: Alarm) -> rules.Course:
    """The plain values the rules ask for, of a row of `alarms()`."""
    return rules.Course(
        raised_at=row.raised_at,
        ack_until=row.ack_until,
        safety_due=row.safety_due,
        acknowledged_at=row.acknowledged_at,
        safety_at=row.safety_at,
        ended_at=row.ended_at,
        answers=tuple(
            rules.Answer(one.user_id, one.standing, one.acknowledged_at is not None)
            for one in row.answers  # type: ignore[attr-defined]
        ),
    )


MY_ALARMS = "(SELECT jsonb_object_agg(m.alarm_id, m.waits)::text FROM cases_my_alarms() m)"


def concerns(answer: str | None) -> dict[UUID, bool]:
    """What `MY_ALARMS` answered: the alarms that are the viewer's concern, and whether each waits for them."""
    return {UUID(alarm_id): waits for alarm_id, waits in json.loads(answer or "{}").items()}


def works_on(alarm_id: UUID) -> bool:
    """Whether the viewer writes what was done about it."""
    return bool(_one("SELECT cases_works_on_alarm(%s)", alarm_id))


def hears(alarm_id: UUID) -> bool:
    """Whether the viewer is told of it or has to hear it, beside seeing the case."""
    return bool(_one("SELECT cases_hears_alarm(%s)", alarm_id))


def log_looked_at(alarm_id: UUID) -> None:
    """Writes to the log of the case that the viewer opened this alarm (R-DIS-08)."""
    _one("SELECT cases_log_alarm(%s)", alarm_id)


def open_on(case_id: UUID) -> list[tuple[UUID | None, str]]:
    """The open alarms of a case as `rules.closing_obstacles` takes them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT alarm_id, danger FROM cases_alarms_open_on(%s)", [case_id])
        return list(cursor.fetchall())


@dataclass(frozen=True)
class Notice:
    """What lists and 今日やること show of an alarm, and all that who only hears it knows before taking it.

    `case_id` for who sees the case; `finding`, `taken_by` and `actor_words` for who `reads` the alarm (R-INT-09).
    """

    id: UUID
    danger: str
    number: str
    case_id: UUID | None
    agency: str
    raised_at: datetime
    ack_until: datetime
    acknowledged_at: datetime | None
    safety_due: datetime
    safety_at: datetime | None
    ended_at: datetime | None
    reads: bool
    finding: str
    taken_by: str
    actor_words: str

    @property
    def course(self) -> rules.Course:
        """Without the answers, which are for who reads it."""
        return rules.Course(
            raised_at=self.raised_at,
            ack_until=self.ack_until,
            safety_due=self.safety_due,
            acknowledged_at=self.acknowledged_at,
            safety_at=self.safety_at,
            ended_at=self.ended_at,
        )


def notices(alarm_ids: Collection[UUID] | None = None) -> list[Notice]:
    """The alarms the viewer may know of (of these), the newest first. One query; nothing of what was seen."""
    return _notices("%s::uuid[]", None if alarm_ids is None else list(alarm_ids))


def notices_on(case_id: UUID) -> list[Notice]:
    """The open alarms of a case, for who sees it. One query."""
    return _notices("ARRAY(SELECT id FROM cases_alarm WHERE case_id = %s AND ended_at IS NULL)", case_id)


def _notices(wanted: str, value: object) -> list[Notice]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM cases_alarm_notices({wanted}) ORDER BY raised_at DESC", [value])
        return [
            Notice(one, danger, f"{fiscal_label(year)}-{number:04d}", *rest)
            for one, danger, year, number, *rest in cursor.fetchall()
        ]


def course(alarm_id: UUID) -> rules.Course:
    """Where an alarm stands, as far as the viewer may know of it. Raises Alarm.DoesNotExist for a stranger."""
    row = alarms().filter(pk=alarm_id).first()
    if row is not None:
        return course_of(row)
    for notice in notices([alarm_id]):
        return notice.course
    raise Alarm.DoesNotExist


def mails_about(alarm_id: UUID) -> dict[UUID, OutgoingMail]:
    """What became of the mail to each person that it was raised."""
    news = OutgoingMail.objects.filter(about=alarm_id, occasion=MailOccasion.NEWS)
    return {mail.user_id: mail for mail in news}


def staff_names(posts: Collection[Post]) -> list[str]:
    """「岡部 和弘(福祉しあわせ課)」 for each."""
    return [f"{post.user.name}({post.agency.name})" for post in posts]


def _one(statement: str, alarm_id: UUID) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement, [alarm_id])
        return cursor.fetchone()[0]
