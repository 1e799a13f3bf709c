"""What the screens read of 情報提供依頼. Row-level security has filtered before any of this (R-DIS-01)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.coordination.models import InformationAnswer, InformationReply, InformationRequest
from kasane.coordination.requests import rules
from kasane.disclosure.api import statements_of

MOST = 20
"""So many of the answers of one side stand on 今日やること."""


@dataclass(frozen=True)
class Shown:
    """One request with its state of the day, as lists and pages draw it."""

    row: InformationRequest
    reply: InformationReply | None
    answers: list[InformationAnswer]
    state: rules.State

    @property
    def word(self) -> str:
        return rules.STATE_WORDS[self.state][0]

    @property
    def tone(self) -> str:
        return rules.STATE_WORDS[self.state][1]

    @property
    def waits(self) -> bool:
        return self.state in (rules.State.WAITING, rules.State.LATE)


def shared_with(case_id: UUID, agency_ids: Iterable[UUID], *, on: date) -> dict[UUID, int]:
    """The kinds of data the person shares with each agency for 連絡調整 on that day, 0 for none (R-DIS-04). One query."""
    statements = statements_of(case_id)
    return {agency: rules.kinds_shared(statements, agency, on) for agency in agency_ids}


def shared_with_us(case_id: UUID) -> int:
    """The same, asked by an agency that was asked and does not see the consent. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coordination_shared_with_us(%s)", [case_id])
        kinds: int = cursor.fetchone()[0]
    return kinds


def log_asked(request_id: UUID) -> None:
    """Writes to the log of the case that the asked agency has opened the request (R-DIS-08)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coordination_log_asked(%s)", [request_id])


def in_full() -> QuerySet[InformationRequest]:
    """Requests with reply and answers: two queries for any number."""
    answers = InformationAnswer.objects.select_related("taken_by")
    return InformationRequest.objects.select_related(
        "agency", "asked_by", "receiver", "reply__author", "reply__agency"
    ).prefetch_related(Prefetch("answers", answers))


def shown(row: InformationRequest, *, on: date | None = None) -> Shown:
    """A row of `in_full`, with its state."""
    reply = getattr(row, "reply", None)
    answers = list(row.answers.all())
    state = rules.state_of(
        closed=row.closed_on is not None,
        declined=reply is not None and reply.declined,
        answered=reply is not None and not reply.declined,
        untaken=any(answer.taken_on is None for answer in answers),
        due_on=row.due_on,
        on=on or today(),
    )
    return Shown(row, reply, answers, state)


def requests_of(case_id: UUID) -> list[Shown]:
    """All requests of a case, newest first. Two queries."""
    return [shown(row) for row in in_full().filter(case_id=case_id)]


def requests_at(by: Actor, *, received: bool) -> QuerySet[InformationRequest]:
    """The requests that came to the viewer's agency, or those it has sent; what waits first."""
    side = Q(receiver=by.agency) if received else Q(agency=by.agency)
    return in_full().filter(side).order_by("-asked_on", "-id")


def waiting_sections(case_id: UUID, agency_ids: Collection[UUID]) -> dict[UUID, set[str]]:
    """Which sections each agency was asked for and has not answered. One query."""
    found: dict[UUID, set[str]] = defaultdict(set)
    rows = InformationRequest.objects.filter(
        case_id=case_id, receiver_id__in=agency_ids, closed_on__isnull=True, reply__isnull=True
    )
    for row in rows:
        found[row.receiver_id] |= set(row.all_sections)
    return found


def open_at(by: Actor) -> list[InformationRequest]:
    """What 今日やること tells of at the viewer's agency: to be answered, overdue, declined or answered. One query."""
    untaken = InformationAnswer.objects.filter(request=OuterRef("pk"), taken_on__isnull=True)
    to_answer = Q(receiver=by.agency, reply__isnull=True)
    late = Q(agency=by.agency, reply__isnull=True, due_on__lte=today())
    answered = Q(agency=by.agency, reply__isnull=False, has_untaken=True)
    rows = (
        InformationRequest.objects.filter(closed_on__isnull=True)
        .annotate(has_untaken=Exists(untaken))
        .filter(to_answer | late | answered)
        .select_related("agency", "receiver", "reply")
        .order_by("due_on", "id")
    )
    return list(rows[: 2 * MOST])
