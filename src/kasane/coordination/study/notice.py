"""Invitations by mail, each with the event for the calendar: kind, day and place, never a case (R-COOR-13, R-CONF-06)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.mail import actions as mail
from kasane.agencies.mail.notice import STUDY, Facts, subject, text
from kasane.agencies.models import MailOccasion, OutgoingMail, User
from kasane.base.calendar import Guest, invitation
from kasane.base.dates import wareki_time
from kasane.base.obstacles import require
from kasane.coordination.models import StudySession
from kasane.coordination.study import queries, rules

NOT_INVITED = "下記の会の案内は取り消しになりました。"


@transaction.atomic
def tell(session: StudySession, *, by: Actor) -> int:
    """Writes to everybody invited who has no invitation yet, except the sender; answers how many are invited.

    Raises Forbidden for others than the host, and once it is held or called off.
    """
    invited = queries.audience(session)
    invited.pop(by.user.pk, None)
    is_host = session.host_id == by.agency.id
    require(rules.tell_obstacles(is_host=is_host, state=session.state, people=len(invited)))
    _send(session, _users(invited), occasion=MailOccasion.CALL, about=session.id)
    return len(invited)


def moved(session: StudySession) -> None:
    """Day or place have changed: those who have an invitation get the event in its new version."""
    invited = queries.audience(session)
    users = [one.user for key, one in invited.items() if key in told(session)]
    _send(session, users, occasion=MailOccasion.MOVE, about=uuid5(session.id, f"version {session.version}"))


def called_off(session: StudySession) -> None:
    """It is not held: those who have an invitation are told, and their calendars strike it out."""
    users = User.objects.filter(pk__in=told(session) & set(queries.audience(session)))
    _send(session, users, occasion=MailOccasion.OFF, about=session.id)


def taken_back(session: StudySession, before: Collection[UUID]) -> None:
    """Who was invited `before` and is no more: their calendars strike it out."""
    gone = (told(session) & set(before)) - set(queries.audience(session))
    about = uuid5(session.id, f"version {session.version}")
    _send(
        session,
        User.objects.filter(pk__in=gone),
        occasion=MailOccasion.OFF,
        about=about,
        sentence=NOT_INVITED,
    )


def mailed(session: StudySession) -> list[OutgoingMail]:
    """The mails about it that this product has written, for the host."""
    abouts = [session.id, *(uuid5(session.id, f"version {n}") for n in range(1, session.version + 1))]
    rows = OutgoingMail.objects.filter(about__in=abouts).select_related("user")
    return list(rows.order_by("user__name", "created_at"))


def told(session: StudySession) -> set[UUID]:
    """Who has an invitation by mail."""
    mails = OutgoingMail.objects.filter(about=session.id, occasion=MailOccasion.CALL)
    return set(mails.values_list("user_id", flat=True))


def _users(invited: Mapping[UUID, queries.Invited]) -> list[User]:
    return [one.user for one in invited.values()]


def _send(
    session: StudySession, users: Collection[User], *, occasion: str, about: UUID, sentence: str = ""
) -> None:
    if not users:
        return
    event, now = queries.event_of(session), timezone.now()
    if occasion == MailOccasion.OFF:
        event = replace(event, cancelled=True)
    facts = Facts(
        label=event.label,
        when=wareki_time(session.starts_at),
        length=session.length,
        place=session.place,
        online_url=session.online_url,
        host=session.host.name,
        phone=session.host.phone,
        words=STUDY,
    )
    answers = queries.answers_of(session, [user.pk for user in users])
    organizer = Guest(session.planned_by.name, session.planned_by.email)
    words = text(occasion, facts, sentence=sentence)

    def letter(user: User) -> mail.Letter:
        invited = Guest(user.name, user.email, answers.get(user.pk, "waiting"))
        own = invitation(event, now=now, organizer=organizer, invited=invited)
        return mail.Letter(subject(occasion, event.label), words, own)

    mail.write(users, about=about, due_at=now, occasion=occasion, letter=letter)
