"""Sending notices by mail, and the address of one's own calendar (R-CONF-06)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.mail import actions as mail
from kasane.agencies.mail.notice import Facts, subject, text
from kasane.agencies.models import MailOccasion, OutgoingMail, User
from kasane.base.calendar import Guest, invitation
from kasane.base.dates import wareki, wareki_time
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import queries
from kasane.conferences import rules as conference
from kasane.conferences.calendar import event_of
from kasane.conferences.models import CalendarFeed, DatePoll, Meeting, Member
from kasane.conferences.notice import rules
from kasane.conferences.places import give_places


def tell_obstacles(meeting: Meeting, by: Actor, members: Sequence[Member]) -> list[Obstacle]:
    """What forbids `tell`."""
    return conference.host_obstacles(
        is_host=meeting.host_id == by.agency.id, state=meeting.state
    ) or rules.tell_obstacles(state=meeting.state, members=len(members))


@transaction.atomic
def tell(meeting: Meeting, *, by: Actor) -> int:
    """Writes to all members with an account who have no notice yet; answers how many members were written to.

    Raises Forbidden for others than the host, and once the meeting has begun.
    """
    members = [member for member in _members(meeting) if member.user_id != by.user.id]
    require(tell_obstacles(meeting, by, members))
    _send(meeting, members, occasion=MailOccasion.CALL, about=meeting.id)
    return len(members)


def moved(meeting: Meeting) -> None:
    """Day or place have changed: those who have a notice get the new one, with the event in its new version."""
    told = _told(meeting)
    if told:
        about = uuid5(meeting.id, f"version {meeting.version}")
        members = [member for member in _members(meeting) if member.user_id in told]
        _send(meeting, members, occasion=MailOccasion.MOVE, about=about)


def called_off(meeting: Meeting) -> None:
    """The meeting is not held: those who have a notice are told, and their calendars strike it out."""
    told = _told(meeting)
    if told:
        members = [member for member in _members(meeting) if member.user_id in told]
        _send(meeting, members, occasion=MailOccasion.OFF, about=meeting.id)


def ask_for_days(poll: DatePoll, users: Collection[User], *, occasion: str) -> None:
    """Writes to those who are asked for days, or reminds them."""
    again = occasion == MailOccasion.MORE
    letter = mail.Letter(
        rules.days_subject(poll.body.name, again=again),
        rules.days_text(poll.body.name, until=wareki(poll.answer_until), host=poll.host.name, again=again),
    )
    about = uuid5(poll.id, f"version {poll.version}") if again else poll.id
    mail.write(users, about=about, due_at=timezone.now(), occasion=occasion, letter=lambda _: letter)


def _told(meeting: Meeting) -> set[UUID]:
    return set(
        OutgoingMail.objects.filter(about=meeting.id, occasion=MailOccasion.CALL).values_list(
            "user_id", flat=True
        )
    )


def _members(meeting: Meeting) -> list[Member]:
    return list(
        Member.objects.filter(meeting=meeting, removed_on__isnull=True, user__isnull=False).select_related(
            "user"
        )
    )


def _send(meeting: Meeting, members: Sequence[Member], *, occasion: str, about: UUID) -> None:
    by_user = {member.user_id: member for member in members}
    facts = Facts(
        label=meeting.label,
        when=wareki_time(meeting.starts_at),
        length=meeting.length,
        place=meeting.place,
        online_url=meeting.online_url,
        host=meeting.host.name,
        phone=meeting.host.phone,
    )
    organizer = Guest(meeting.convened_by.name, meeting.convened_by.email)
    now = timezone.now()
    places = _places(meeting, members)

    def letter(user: User) -> mail.Letter:
        invited = Guest(user.name, user.email, by_user[user.pk].answer)
        event = invitation(event_of(meeting), now=now, organizer=organizer, invited=invited)
        own = replace(facts, places=places.get(user.pk, ""))
        return mail.Letter(subject(occasion, meeting.label), text(occasion, own), event)

    write: Callable[[User], mail.Letter] = letter
    users = [member.user for member in members if member.user is not None]
    mail.write(users, about=about, due_at=now, occasion=occasion, letter=write)


def _places(meeting: Meeting, members: Sequence[Member]) -> dict[UUID, str]:
    """「2番目の議題(14:10ごろ)」 for those who are called to single items."""
    called = [member for member in members if member.items is not None]
    if not called:
        return {}
    give_places(queries.agenda(meeting), called, meeting, queries.outline(meeting.id).table)
    return {member.user.pk: "、".join(map(str, member.places)) for member in called if member.user}  # type: ignore[attr-defined]


@transaction.atomic
def subscribe(*, by: Actor) -> str:
    """A new address for the calendar of this user; the one before does not answer any more. Told once, kept as digest."""
    revoke(by=by)
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(user=by.user, agency=by.agency, digest=digest(token))
    return token


def revoke(*, by: Actor) -> None:
    """The address does not answer any more."""
    CalendarFeed.objects.filter(user=by.user, revoked_at__isnull=True).update(revoked_at=timezone.now())


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
