"""What screens read of disclosure without consent. Row-level security has filtered before any of this (R-DIS-05)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, QuerySet, Value
from django.db.models.lookups import Exact
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, User
from kasane.base.dates import fiscal_label, today
from kasane.cases.exceptional import rules
from kasane.disclosure.models import ExceptionState, LegalException

PEOPLE = ("agency", "user", "requested_by", "requesting_agency", "decided_by", "reviewed_by")


def course_of(row: LegalException) -> rules.Course:
    """The plain values the rules ask for."""
    return rules.Course(
        state=row.state,
        requested_by=row.requested_by_id,
        user=row.user_id,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        created_on=timezone.localdate(row.created_at),
        ended_on=row.ended_on,
        outcome=row.outcome,
        review=row.review,
    )


def oversees(by: Actor, *, deciding: bool = False) -> bool:
    """Whether the actor looks after disclosure in the town (decides on it)."""
    return by.decides_for_town if deciding else by.looks_after_disclosure


def kinds_seen_by(case_id: UUID, *, agency: Agency, user: User | None) -> int:
    """The kinds of data the agency (or the person in it) sees in the case today. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(bit_or(g.kinds), 0) FROM disclosure_grants_of(%s) g"
            " WHERE g.valid @> kasane_today() AND (g.agency_id = %s OR g.user_id = %s)",
            [case_id, agency.id, user.id if user else None],
        )
        seen: int = cursor.fetchone()[0]
    return seen


def request_waits(case_id: UUID, *, agency: Agency, user: User | None, outside: str = "") -> bool:
    """Whether the same has been asked for and is not decided yet."""
    return LegalException.objects.filter(
        case_id=case_id,
        state=ExceptionState.REQUESTED,
        agency=agency,
        user=user,
        outside=outside,
        valid_until__gt=today(),
    ).exists()


def by_alarm(*, open_only: bool = False) -> Func:
    """Whether an exception came with a 緊急の知らせ, which has screens of its own (R-INT-09)."""
    return Func(F("pk"), Value(open_only), function="cases_came_with_alarm", output_field=BooleanField())


def of_case(case_id: UUID) -> list[LegalException]:
    """All exceptions of a case, newest first. One query."""
    return list(
        LegalException.objects.filter(case_id=case_id).select_related(*PEOPLE).annotate(by_alarm=by_alarm())
    )


def _over() -> Q:
    return Q(valid_until__lte=today()) | Q(ended_on__lte=today())


def part(name: str, *, by: Actor) -> QuerySet[LegalException]:
    """The list of those who look after disclosure: to decide, open, to review, or past. Coordinators: the urgent ones."""
    rows = LegalException.objects.select_related(*PEOPLE).order_by("-created_at", "-id")
    if not oversees(by, deciding=True):
        rows = rows.filter(state=ExceptionState.URGENT)
    return rows.filter(PARTS[name]())


def _open() -> Q:
    return Q(state__in=(ExceptionState.APPROVED, ExceptionState.URGENT)) & ~_over()


def _to_review() -> Q:
    return Q(review="") & (Q(state=ExceptionState.URGENT) | (Q(state=ExceptionState.APPROVED) & _over()))


PARTS = {
    "decide": lambda: Q(state=ExceptionState.REQUESTED),
    "review": _to_review,
    "open": _open,
    "past": lambda: Q(state=ExceptionState.REFUSED) | (~Q(review="") & _over()),
}


def for_home(by: Actor, *, most: int) -> list[LegalException]:
    """What waits for the actor: to decide, to review, to say what came of it, or to learn how it was decided. One query."""
    wanted = Q(user=by.user, state=ExceptionState.URGENT, outcome="") | Q(
        requested_by=by.user, decided_on__gt=today() - timedelta(days=7)
    )
    if oversees(by):
        wanted |= Q(state=ExceptionState.URGENT, review="")
    if oversees(by, deciding=True):
        wanted |= Q(state=ExceptionState.REQUESTED, review="") | _to_review()
    rows = LegalException.objects.filter(
        wanted, Q(Exact(by_alarm(open_only=True), Value(False)))
    ).select_related(*PEOPLE)
    rows = rows.annotate(by_alarm=by_alarm())
    return list(rows.order_by("created_at")[:most])


@dataclass(frozen=True)
class Label:
    """How a case is called where only its number may be known."""

    number: str
    seen: bool


def labels(exceptions: Iterable[UUID]) -> dict[UUID, Label]:
    """The case numbers of exceptions by their ids, also for who does not see the case. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_exception_labels(%s::uuid[])", [list(exceptions)])
        return {row[0]: Label(f"{fiscal_label(row[1])}-{row[2]:04d}", row[3]) for row in cursor.fetchall()}


def log_looked_at(exception_id: UUID) -> None:
    """Writes to the log of the case that the viewer opened this exception (R-DIS-08)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_log_exception(%s)", [exception_id])


@dataclass(frozen=True)
class UrgentCase:
    """A case marked as urgent: what may be told to who has no basis to see it (R-INT-09)."""

    case_id: UUID | None
    number: str
    agency: str
    phone: str
    marked_at: datetime


MOST_NEWS = 20
"""So many does the database tell at once."""


def urgent_news(*, days: int) -> list[UrgentCase]:
    """Cases marked as urgent in the last days, newest first; nothing for who does not look after disclosure."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_urgent_news(%s)", [days])
        return [
            UrgentCase(case_id, f"{fiscal_label(year)}-{number:04d}", agency, phone, at)
            for case_id, year, number, agency, phone, at in cursor.fetchall()
        ]


@dataclass(frozen=True)
class Tries:
    """Tries at the urgent door that opened nothing."""

    who: str
    agency: str
    outcome: str
    times: int
    last_at: datetime


OUTCOMES = {
    "not_found": "見つからなかった",
    "too_many": "回数をこえた",
    "improper": "適切でないと確認された後",
    "no_reason": "理由がない",
    "no_post": "できない役割",
}


def urgent_tries(*, days: int) -> list[Tries]:
    """Who tried in vain, how often and when, newest first; for managers and deciders only."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_urgent_tries(%s)", [days])
        return [
            Tries(who, agency or "", OUTCOMES.get(outcome, outcome), times, at)
            for who, agency, outcome, times, at in cursor.fetchall()
        ]
