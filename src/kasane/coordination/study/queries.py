"""What is read of trainings and case studies, and who is invited to them (R-COOR-13)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, NullIf

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Role, User
from kasane.agencies.queries import staff_of
from kasane.base.calendar import Event
from kasane.coordination.models import StudyInvitation, StudySeat, StudySession
from kasane.coordination.models.study import StudyAnswer, StudyState
from kasane.coordination.study import rules


@dataclass(frozen=True)
class Invited:
    """A member of staff who is invited, and for which agency."""

    user: User
    agency: Agency


def sessions() -> QuerySet[StudySession]:
    """All, with the numbers of the list: agencies and persons invited, people who came, how useful it was."""
    agencies, persons = StudyInvitation, StudySeat
    rows = StudySession.objects.select_related("host").annotate(
        agencies_invited=_number(agencies, Count("pk")),
        persons_invited=_number(persons, Count("pk"), by_name=True),
        came=_number(agencies, Sum("attended")) + _number(persons, Count("pk"), came=True),
        rated=_number(agencies, Count("rating")) + _number(persons, Count("rating")),
        ratings=_number(agencies, Sum("rating")) + _number(persons, Sum("rating")),
    )
    return rows.annotate(useful=F("ratings") * 1.0 / NullIf(F("rated"), Value(0)))


def _number(model: type[StudyInvitation | StudySeat], counted: Count | Sum, **wanted: bool) -> Coalesce:
    rows = model.objects.filter(session=OuterRef("pk"), **wanted).order_by().values("session")
    return Coalesce(Subquery(rows.annotate(n=counted).values("n")), Value(0))


def with_invited() -> QuerySet[StudySession]:
    """Sessions with their invitations and seats, in three queries."""
    return StudySession.objects.select_related("host", "planned_by").prefetch_related(
        Prefetch("invitations", StudyInvitation.objects.select_related("agency")),
        Prefetch("seats", StudySeat.objects.select_related("agency", "user")),
    )


def singles(session: StudySession) -> list[StudySeat]:
    """Who is invited by name and not by their agency."""
    agencies = {one.agency_id for one in session.invitations.all()}
    return [seat for seat in session.seats.all() if seat.by_name and seat.agency_id not in agencies]


def answers_by_agency(session: StudySession) -> dict[UUID, Counter[str]]:
    """How many of each agency said 出席 and 欠席."""
    found: dict[UUID, Counter[str]] = defaultdict(Counter)
    for seat in session.seats.all():
        found[seat.agency_id][seat.answer] += 1
    return found


def is_invited(session: StudySession, by: Actor) -> bool:
    """Whether the actor's agency or they themselves are invited."""
    return (
        session.invitations.filter(agency=by.agency).exists()
        or session.seats.filter(user=by.user, by_name=True).exists()
    )


def audience(session: StudySession) -> dict[UUID, Invited]:
    """Everybody invited by user: staff of the invited agencies as they are today, and who is invited by name."""
    agencies = list(session.invitations.values_list("agency", flat=True))
    posts = staff_of(agencies).exclude(role=Role.ADMINISTRATOR)
    found = {post.user_id: Invited(post.user, post.agency) for post in posts}
    for seat in session.seats.filter(by_name=True, user__is_active=True).select_related("user", "agency"):
        found.setdefault(seat.user_id, Invited(seat.user, seat.agency))
    return found


def answers_of(session: StudySession, users: Sequence[UUID]) -> dict[UUID, str]:
    """What these people have answered so far."""
    seats = session.seats.filter(user__in=users).exclude(answer=StudyAnswer.WAITING)
    return dict(seats.values_list("user", "answer"))


def event_of(session: StudySession) -> Event:
    """As calendars know it: day, place and host; never a case, a reason or a title that seems to name somebody."""
    return Event(
        uid=f"{session.id}@kasane",
        sequence=session.version - 1,
        label=rules.outside_label(
            kind=session.kind, kind_label=session.get_kind_display(), title=session.title
        ),
        starts_at=session.starts_at,
        length=session.length,
        place=session.place,
        online_url=session.online_url,
        note=f"主催: {session.host.name}",
        cancelled=session.state == StudyState.CANCELLED,
    )


def study_events(by: Actor, since: datetime, until: datetime) -> list[Event]:
    """What the actor plans or is invited to in a span of time, for their own calendar (R-COOR-13). One query."""
    if not by.post.sees_cases:
        return []
    mine = StudySession.objects.filter(
        Q(planned_by=by.user)
        | Q(pk__in=StudyInvitation.objects.filter(agency=by.agency).values("session"))
        | Q(pk__in=StudySeat.objects.filter(user=by.user, by_name=True).values("session"))
    )
    rows = mine.filter(starts_at__range=(since, until)).select_related("host").order_by("starts_at")
    return [event_of(session) for session in rows]
