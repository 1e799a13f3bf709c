"""What screens and rules read about meetings. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Delivery, Post, Role, Work
from kasane.base.dates import fiscal_label
from kasane.conferences.live import lines
from kasane.conferences.models import (
    AgendaItem,
    Body,
    Function,
    Meeting,
    MeetingState,
    Member,
    Talk,
    TalkField,
    TalkLine,
)
from kasane.conferences.rules import Convener
from kasane.coordination.api import self_reliance_agencies

PAGE = 30
MOST_COMING = 15
OPEN_STATES = (MeetingState.PLANNED, MeetingState.HELD)


def bodies() -> list[Body]:
    """The bodies that meet, in the order of the profile."""
    found = Body.objects.filter(is_active=True).select_related("host")
    return [body for body in found if body.meets]


def convener_of(agency: Agency, body: Body) -> Convener:
    """The agency as the rules of convening see it. Three queries at most."""
    coordinating = set(
        Delivery.objects.filter(
            works__contains=[Work.COORDINATION.value], agencies__isnull=False
        ).values_list("agencies", flat=True)
    )
    is_host = body.host_id == agency.id
    return Convener(
        is_municipality=agency.is_municipality,
        coordinates=agency.id in coordinating if coordinating else is_host,
        is_host_of_body=is_host,
        runs_self_reliance=Function.SUPPORT_COORDINATION in body.functions
        and agency.id in self_reliance_agencies(),
    )


def meeting_list(*, held: bool, before: datetime | None = None) -> list[Meeting]:
    """Coming meetings, the next first, or those that were, the latest first; with counts. One query.

    `before` is the time of the last one on the page before. It comes once more, so that of two meetings at the
    same hour neither is lost between the pages.
    """
    members = Member.objects.filter(meeting=OuterRef("pk"), removed_on__isnull=True)
    counted = Meeting.objects.select_related("body", "host").annotate(
        people=_count(members),
        waiting=_count(members.filter(answer="waiting")),
        points=_count(AgendaItem.objects.filter(meeting=OuterRef("pk"))),
    )
    if not held:
        coming = Meeting.objects.filter(state__in=OPEN_STATES).order_by("starts_at", "id")
        if before is not None:
            coming = coming.filter(starts_at__gte=before)
        return list(counted.filter(pk__in=_ids(coming[: MOST_COMING + 1])).order_by("starts_at", "id"))
    were = Meeting.objects.exclude(state__in=OPEN_STATES).order_by("-starts_at", "-id")
    if before is not None:
        were = were.filter(starts_at__lte=before)
    return list(counted.filter(pk__in=_ids(were[: PAGE + 1])).order_by("-starts_at", "-id"))


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many there are, counted by itself: joined counts would multiply members by items."""
    counted = rows.order_by().values("meeting").annotate(many=Count("pk")).values("many")
    return Coalesce(Subquery(counted), 0)


def _ids(page: QuerySet[Meeting]) -> QuerySet[Meeting, Any]:
    """The page alone is counted, not all meetings there ever were."""
    return page.values("pk")


def coming_meetings(by: Actor, *, until: date) -> list[Meeting]:
    """The meetings of the viewer up to a day, for 今日やること; `answered` says whether they replied."""
    rows = (
        Meeting.objects.filter(state__in=OPEN_STATES, starts_at__date__lte=until)
        .select_related("body", "host")
        .prefetch_related(
            Prefetch(
                "members",
                Member.objects.filter(user=by.user, removed_on__isnull=True),
                to_attr="own_places",
            )
        )
        .order_by("starts_at")
    )
    found: list[Meeting] = list(rows)
    for meeting in found:
        meeting.own_place = next(iter(meeting.own_places), None)  # type: ignore[attr-defined]
    return found


def members_of(meeting: Meeting) -> list[Member]:
    return list(
        Member.objects.filter(meeting=meeting, removed_on__isnull=True).select_related("agency", "user")
    )


def membership(meeting_id: UUID, by: Actor) -> Member | None:
    """The viewer's own place at the meeting, if they are a member."""
    return (
        Member.objects.filter(meeting_id=meeting_id, user=by.user, removed_on__isnull=True)
        .select_related("agency", "user")
        .first()
    )


def agenda(meeting: Meeting) -> list[AgendaItem]:
    """The items the viewer may see, in order. One query."""
    items = list(
        AgendaItem.objects.filter(meeting=meeting).select_related(
            "case", "brought_by", "lead_agency", "follow_up_by"
        )
    )
    for item in items:
        item.meeting, item.body = meeting, meeting.body
    return items


def people_by_meeting(meeting_id: UUID) -> list[tuple[UUID, UUID, date | None]]:
    """(agency, user, acknowledged on) of those members of an open meeting to whom its cases are opened, also for an
    agency that only brings a case to it.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT agency_id, user_id, acknowledged_on FROM conferences_members_of(%s)", [meeting_id]
        )
        return list(cursor.fetchall())


def log_material(item_id: UUID, purpose: str) -> None:
    """That somebody from among the residents read the material of an item goes to the log (R-DIS-08)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT conferences_log_material(%s, %s)", [item_id, purpose])


def hidden_items(meeting_id: UUID) -> int:
    """How many items about cases the viewer can not see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT conferences_hidden_items(%s)", [meeting_id])
        return int(cursor.fetchone()[0])


@dataclass(frozen=True)
class Outline:
    """The agenda without a word of it: how many items about cases the viewer can not see, and (item, function, minutes)
    of each that is not withdrawn, in order."""

    hidden: int
    table: list[tuple[UUID, str, int]]


def outline(meeting_id: UUID) -> Outline:
    """For whoever sees the meeting, whatever of its items they may read. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conferences_hidden_items(%s), t.* FROM (VALUES (1)) v"
            " LEFT JOIN conferences_timetable(%s) t ON true",
            [meeting_id, meeting_id],
        )
        rows = cursor.fetchall()
    return Outline(rows[0][0], [(one, function, minutes) for _, one, function, minutes in rows if one])


@dataclass(frozen=True)
class Coming:
    """A meeting one can bring a case to, also when one is not a member: its body, day and host alone."""

    id: UUID
    body: Body
    host: Agency
    label: str
    starts_at: datetime


@dataclass(frozen=True)
class Unread:
    """A meeting about a case whose minutes the viewer can not read, and the agency to ask."""

    meeting_id: UUID
    label: str
    host: str


def unread_minutes(case_id: UUID) -> list[Unread]:
    """Meetings at which the case was talked about without the viewer; for those who see the case (R-DIS-08)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT meeting_id, label, host FROM conferences_unread_minutes(%s)", [case_id])
        return [Unread(*row) for row in cursor.fetchall()]


def coming_for_cases(*, since: datetime) -> list[Coming]:
    """Open meetings at which cases are talked about, the next first. Three queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM conferences_coming(%s)", [since])
        rows = cursor.fetchall()
    bodies_by_id = Body.objects.in_bulk({row[1] for row in rows})
    hosts = Agency.objects.in_bulk({row[2] for row in rows})
    return [
        Coming(
            id=meeting_id,
            body=bodies_by_id[body_id],
            host=hosts[host_id],
            label=f"{bodies_by_id[body_id].name} {fiscal_label(year)} 第{number}回",
            starts_at=starts_at,
        )
        for meeting_id, body_id, host_id, year, number, starts_at in rows
    ]


def on_open_agendas(case_id: UUID) -> list[AgendaItem]:
    """Items of this case that still wait for their meeting, or for its judgement."""
    return list(AgendaItem.objects.filter(case_id=case_id, is_settled=False).select_related("body"))


def items_of_case(case_id: UUID) -> list[AgendaItem]:
    """Every item about a case, newest first. One query."""
    return list(
        AgendaItem.objects.filter(case_id=case_id)
        .select_related("brought_by", "lead_agency", "follow_up_by")
        .order_by("-held_at", "-created_at")
    )


def talks(items: Iterable[AgendaItem]) -> dict[UUID, Talk]:
    """What was said, by item, with what is being typed just now; to be read, not to be saved. Two queries."""
    wanted = [item.id for item in items]
    found = {talk.item_id: talk for talk in Talk.objects.filter(item__in=wanted)}
    typed: dict[UUID, list[TalkLine]] = defaultdict(list)
    for row in TalkLine.objects.filter(item__in=list(found)).exclude(field=TalkField.REMARK):
        typed[row.item_id].append(row)
    return {item_id: lines.as_shown(talk, typed[item_id]) for item_id, talk in found.items()}


def works_of(agency_ids: Collection[UUID]) -> set[int]:
    """The statutory works these agencies carry out."""
    found = Delivery.objects.filter(agencies__in=agency_ids).values_list("works", flat=True)
    return {work for works in found for work in works}


def municipal(members: Sequence[Member]) -> set[UUID]:
    """The members who take part for the municipality (R-CONF-02): deciders and managers of its divisions,
    and everybody of the division in charge of 多機関協働. Two queries.
    """
    in_charge = set(
        Delivery.objects.filter(
            works__contains=[Work.COORDINATION.value], divisions__isnull=False
        ).values_list("divisions", flat=True)
    )
    heads = set(
        Post.objects.filter(
            user__in=[member.user_id for member in members if member.user_id],
            role__in=(Role.DECIDER, Role.MANAGER),
            agency__kind__in=(AgencyKind.DIVISION, AgencyKind.CENTRE),
        ).values_list("user_id", "agency_id")
    )
    return {
        member.id
        for member in members
        if member.agency_id in in_charge or (member.user_id, member.agency_id) in heads
    }


def usual_posts(posts: Iterable[Post], agency_ids: Collection[UUID]) -> list[UUID]:
    """Who is preselected of the usual agencies: coordinators and deciders, or the first of the staff."""
    staff: dict[UUID, list[Post]] = defaultdict(list)
    for post in posts:
        if post.agency_id in agency_ids:
            staff[post.agency_id].append(post)
    chosen: list[UUID] = []
    for people in staff.values():
        leading = [post for post in people if post.role in (Role.COORDINATOR, Role.DECIDER)]
        chosen.extend(post.id for post in leading or people[:1])
    return chosen
