"""会議をひらく: convening, its day, its members."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Post
from kasane.base.counters import next_number
from kasane.base.dates import fiscal_year
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import queries, rights, rules
from kasane.conferences.models import (
    AgendaItem,
    Answer,
    Body,
    Meeting,
    MeetingState,
    Member,
    MemberRole,
)
from kasane.conferences.notice import actions as notice
from kasane.conferences.numbering.actions import lock_numbers, number_by_day
from kasane.disclosure import api as disclosure

TOLD = ("starts_at", "length", "place", "online_url")
"""What stands in a notice: whoever has one is told when it changes."""


@dataclass(frozen=True)
class Guest:
    """Someone without an account: 本人, a neighbour, a 民生委員, a physician. Sees what lies on the table (R-DIS-10)."""

    name: str
    role: str = ""
    is_person: bool = False
    care_note: str = ""


@transaction.atomic
def convene(
    body: Body,
    *,
    by: Actor,
    on: date,
    starts_at: datetime,
    posts: Iterable[Post] = (),
    guests: Iterable[Guest] = (),
    length: int = 60,
    place: str = "",
    online_url: str = "",
    message: str = "",
) -> Meeting:
    """Calls a meeting with its members; the convener is one of them (R-CONF-01, R-CONF-02, R-CONF-06).

    Raises Forbidden when the body is not the agency's to convene.
    """
    require(rules.convene_obstacles(body.functions, queries.convener_of(by.agency, body)))
    year = fiscal_year(timezone.localdate(starts_at))
    meeting = Meeting.objects.create(
        body=body,
        year=year,
        number=next_number(f"meeting-{body.id.hex}", year),
        host=by.agency,
        convened_by=by.user,
        convened_on=on,
        starts_at=starts_at,
        material_until=rights.material_until(timezone.localdate(starts_at)),
        length=length,
        place=place,
        online_url=online_url,
        message=message,
        parts=list(body.parts),
    )
    Member.objects.create(
        meeting=meeting,
        agency=by.agency,
        user=by.user,
        role=MemberRole.CONVENER,
        answer=Answer.ATTENDS,
    )
    _seat(meeting, posts, guests)
    number_by_day(meeting, by=by)
    return meeting


@transaction.atomic
def reschedule(
    meeting: Meeting, *, by: Actor, on: date, version: int | None = None, **values: Any
) -> Meeting:
    """Changes day, place or message. A new day moves the days on which the members see the cases.

    Raises StaleEdit when somebody else changed the meeting in between.
    """
    lock_numbers(meeting)
    row = locked(meeting, version=version)
    require(host_obstacles(row, by) + rules.invite_obstacles(hidden_items=queries.hidden_items(row.id)))
    moved = values.get("starts_at", row.starts_at) != row.starts_at
    told = {name: getattr(row, name) for name in TOLD}
    for name, value in values.items():
        setattr(row, name, value)
    row.material_until = rights.material_until(row.day)
    row.save_next()
    if moved:
        items = queries.agenda(row)
        AgendaItem.objects.filter(pk__in=[item.id for item in items]).update(held_at=row.starts_at)
        for case_id in {item.case_id for item in items if item.case_id}:
            rights.move_case(case_id, meeting=row, on=on)
        number_by_day(row, by=by)
    if told and any(getattr(row, name) != value for name, value in told.items()):
        notice.moved(row)
    return row


@transaction.atomic
def cancel(meeting: Meeting, *, by: Actor, on: date, reason: str) -> Meeting:
    """The meeting is not held: its members lose the cases at once, what was on the agenda waits again."""
    row = locked(meeting)
    require(
        rules.host_obstacles(is_host=row.host_id == by.agency.id, state=row.state, states=("planned",))
        + rules.invite_obstacles(hidden_items=queries.hidden_items(row.id))
    )
    items = queries.agenda(row)
    AgendaItem.objects.filter(pk__in=[item.id for item in items]).update(is_settled=True)
    row.state, row.cancelled_reason = MeetingState.CANCELLED, reason
    row.save_next()
    for case_id in {item.case_id for item in items if item.case_id}:
        rights.close_case(case_id, meeting_id=row.id, on=on)
    notice.called_off(row)
    return row


@transaction.atomic
def invite(
    meeting: Meeting,
    *,
    by: Actor,
    on: date,
    posts: Iterable[Post] = (),
    guests: Iterable[Guest] = (),
    items: Iterable[UUID] | None = None,
) -> list[Member]:
    """More members; each sees the cases on the agenda from now on, as far as the ledger lets them (R-DIS-02).

    `items`: they are called to these items alone, and see no other (R-CONF-05).
    """
    row = locked(meeting)
    require(host_obstacles(row, by) + rules.invite_obstacles(hidden_items=queries.hidden_items(row.id)))
    agenda = queries.agenda(row)
    called = None if items is None else rights.called_to(agenda, items)
    seated = _seat(row, posts, guests, items=called)
    rights.open_items(agenda, rights.people_of(seated), items=called, meeting=row, on=on)
    return seated


@transaction.atomic
def call_to(member: Member, *, by: Actor, on: date, items: Iterable[UUID] | None) -> Member:
    """Calls a member to these items alone, or to the whole meeting (None): the cases of the others close at once, those
    of the new ones open (R-CONF-05, R-DIS-02). Raises Forbidden for the one who called the meeting."""
    meeting = locked(member.meeting)
    agenda = queries.agenda(meeting)
    called = None if items is None else rights.called_to(agenda, items)
    require(
        host_obstacles(meeting, by)
        + rules.invite_obstacles(hidden_items=queries.hidden_items(meeting.id))
        + rules.call_obstacles(is_convener=member.role == MemberRole.CONVENER, items=called)
    )
    if member.user_id:
        for case_id in {item.case_id for item in agenda if item.case_id}:
            rights.close_case(case_id, meeting_id=meeting.id, on=on, user_id=member.user_id)
    member.items = called
    member.save(update_fields=["items"])
    rights.open_items(agenda, rights.people_of([member]), items=called, meeting=meeting, on=on)
    return member


@transaction.atomic
def remove_member(member: Member, *, by: Actor, on: date) -> None:
    """Someone is no longer a member, and loses the cases of the agenda at once (R-DIS-02)."""
    meeting = locked(member.meeting)
    require(
        host_obstacles(meeting, by)
        + rules.invite_obstacles(hidden_items=queries.hidden_items(meeting.id))
        + rules.remove_obstacles(is_convener=member.role == MemberRole.CONVENER)
    )
    if member.user_id:
        for case_id in {item.case_id for item in queries.agenda(meeting) if item.case_id}:
            rights.close_case(case_id, meeting_id=meeting.id, on=on, user_id=member.user_id)
    member.removed_on = on
    member.save(update_fields=["removed_on"])


@transaction.atomic
def answer(member: Member, *, by: Actor, reply: Answer) -> Member:
    """出欠の返事, by the member or, for one who telephoned, by the host."""
    require(
        rules.answer_obstacles(
            is_self=member.user_id == by.user.id,
            is_host=member.meeting.host_id == by.agency.id,
            is_open=member.meeting.is_open,
        )
    )
    member.answer = reply
    member.save(update_fields=["answer"])
    return member


@transaction.atomic
def acknowledge(member: Member, *, by: Actor, at: datetime | None = None) -> Member:
    """The member confirms the duty of secrecy; only with that the material opens (R-DIS-02, 法106条の6第5項)."""
    require(rules.own_place_obstacles(is_self=member.user_id == by.user.id))
    if member.acknowledged_at is None:
        member.acknowledged_at = at or timezone.now()
        member.save(update_fields=["acknowledged_at"])
        disclosure.acknowledge(member.meeting_id)
    return member


def _seat(
    meeting: Meeting, posts: Iterable[Post], guests: Iterable[Guest], *, items: list[UUID] | None = None
) -> list[Member]:
    """Adds those who are not members yet."""
    present = set(
        Member.objects.filter(meeting=meeting, removed_on__isnull=True, user__isnull=False).values_list(
            "user_id", flat=True
        )
    )
    rows: list[Member] = []
    for post in posts:
        if post.user_id not in present:
            present.add(post.user_id)
            rows.append(Member(meeting=meeting, agency=post.agency, user=post.user, items=items))
    rows.extend(
        Member(
            meeting=meeting,
            guest_name=guest.name,
            guest_role=guest.role,
            is_person=guest.is_person,
            care_note=guest.care_note,
            items=items,
        )
        for guest in guests
    )
    return Member.objects.bulk_create(rows)


def locked(meeting: Meeting, *, version: int | None = None) -> Meeting:
    """The meeting for changing; whoever is not of its agency gets it unlocked, for the rule to refuse."""
    row = (
        Meeting.objects.select_for_update(of=("self",))
        .filter(pk=meeting.pk)
        .select_related("body", "host")
        .first()
    )
    if row is None:
        return meeting
    if version is not None and row.version != version:
        raise StaleEdit(row)
    return row


def host_obstacles(meeting: Meeting, by: Actor) -> list[Obstacle]:
    return rules.host_obstacles(is_host=meeting.host_id == by.agency.id, state=meeting.state)
