"""Asking for days, answering, fixing one (R-CONF-06)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import MailOccasion, Post
from kasane.agencies.queries import staff_to_invite
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import queries
from kasane.conferences import rules as conference
from kasane.conferences.actions.convening import Guest, convene
from kasane.conferences.finding import rules
from kasane.conferences.models import (
    Answer,
    Body,
    DatePoll,
    Mark,
    Meeting,
    Member,
    PollAnswer,
    PollDay,
    PollSeat,
    PollState,
)
from kasane.conferences.notice import actions as notice


@transaction.atomic
def ask(
    body: Body,
    *,
    by: Actor,
    on: date,
    days: Sequence[datetime],
    posts: Iterable[Post],
    answer_until: date,
    length: int,
    standings: Iterable[str] = (),
) -> DatePoll:
    """Offers days to those who should come, and writes to them (R-CONF-06). `standings`: those without an account, whom
    the host telephones; never by their names.

    Raises Forbidden when the body is not the agency's to convene, or there is nothing to choose from.
    """
    asked = {post.user_id: post for post in posts if post.user_id != by.user.id}
    others = list(dict.fromkeys(standings))
    require(
        conference.convene_obstacles(body.functions, queries.convener_of(by.agency, body))
        + rules.ask_obstacles(
            days, asked=len(asked) + len(others), answer_until=answer_until, now=timezone.now(), on=on
        )
        + rules.standing_obstacles(others)
    )
    poll = DatePoll.objects.create(
        body=body, host=by.agency, asked_by=by.user, asked_on=on, answer_until=answer_until, length=length
    )
    PollDay.objects.bulk_create([PollDay(poll=poll, starts_at=day) for day in sorted(set(days))])
    seats = [PollSeat(poll=poll, agency=by.agency, user=by.user)]
    seats += [PollSeat(poll=poll, agency=post.agency, user=post.user) for post in asked.values()]
    seats += [PollSeat(poll=poll, standing=standing) for standing in others]
    PollSeat.objects.bulk_create(seats)
    notice.ask_for_days(poll, [post.user for post in asked.values()], occasion=MailOccasion.DAYS)
    return poll


@transaction.atomic
def answer(seat: PollSeat, *, by: Actor, marks: Mapping[UUID, Mark]) -> PollSeat:
    """○△× of one person, by themselves or, for one who telephoned, by the host; who wrote it down is kept.

    Raises Forbidden for others.
    """
    poll = _locked(seat.poll)
    require(
        rules.answer_obstacles(
            is_self=seat.user_id == by.user.id, is_host=poll.host_id == by.agency.id, is_open=poll.is_open
        )
    )
    days = set(PollDay.objects.filter(poll=poll).values_list("id", flat=True))
    for day_id, mark in marks.items():
        if day_id in days:
            PollAnswer.objects.update_or_create(seat=seat, day_id=day_id, defaults={"mark": mark})
    seat.answered_at, seat.answered_by = timezone.now(), by.user
    seat.save(update_fields=["answered_at", "answered_by"])
    return seat


@transaction.atomic
def remind(poll: DatePoll, *, by: Actor) -> int:
    """Writes once more to those who have not answered; answers to how many. Raises Forbidden for others than the host."""
    row = _locked(poll)
    require(host_obstacles(row, by))
    waiting = [
        seat.user
        for seat in PollSeat.objects.filter(poll=row, answered_at__isnull=True).select_related("user")
        if seat.user is not None and seat.user_id != by.user.id
    ]
    notice.ask_for_days(row, waiting, occasion=MailOccasion.MORE)
    row.reminded_at = timezone.now()
    row.save_next()
    return len(waiting)


@transaction.atomic
def fix(
    poll: DatePoll,
    day: PollDay,
    *,
    by: Actor,
    on: date,
    place: str = "",
    online_url: str = "",
    version: int | None = None,
) -> Meeting:
    """The day is fixed: the meeting is called with everybody who was asked. Who answered ○ need not answer again.

    Raises Forbidden for others than the host, StaleEdit when somebody else fixed or dropped it in between.
    """
    row = _locked(poll)
    if version is not None and version != row.version:
        raise StaleEdit(row)
    require(host_obstacles(row, by))
    asked = list(PollSeat.objects.filter(poll=row))
    seats = {seat.user_id: seat for seat in asked if seat.user_id}
    posts = {
        post.user_id: post
        for post in staff_to_invite()
        if post.user_id in seats and seats[post.user_id].agency_id == post.agency_id
    }
    meeting = convene(
        row.body,
        by=by,
        on=on,
        starts_at=day.starts_at,
        posts=posts.values(),
        guests=[Guest(seat.standing) for seat in asked if seat.user_id is None],
        length=row.length,
        place=place,
        online_url=online_url,
    )
    coming = PollSeat.objects.filter(answers__day=day, answers__mark=Mark.YES)
    members = Member.objects.filter(meeting=meeting)
    members.filter(user_id__in=coming.filter(user__isnull=False).values("user")).update(answer=Answer.ATTENDS)
    members.filter(user__isnull=True, guest_name__in=coming.values("standing")).update(answer=Answer.ATTENDS)
    row.state, row.meeting = PollState.FIXED, meeting
    row.save_next()
    notice.tell(meeting, by=by)
    return meeting


@transaction.atomic
def drop(poll: DatePoll, *, by: Actor) -> DatePoll:
    """No day is sought any more. Raises Forbidden for others than the host."""
    row = _locked(poll)
    require(host_obstacles(row, by))
    row.state = PollState.DROPPED
    row.save_next()
    return row


def host_obstacles(poll: DatePoll, by: Actor) -> list[Obstacle]:
    """What forbids to fix, remind or drop."""
    return rules.host_obstacles(is_host=poll.host_id == by.agency.id, is_open=poll.is_open)


def _locked(poll: DatePoll) -> DatePoll:
    return DatePoll.objects.select_for_update(of=("self",)).select_related("body", "host").get(pk=poll.pk)
