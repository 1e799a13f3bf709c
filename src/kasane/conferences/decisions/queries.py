"""Decisions as meetings, bodies and desks read them. Row-level security has filtered before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from kasane.agencies.actors import Actor
from kasane.base.kinds import DataKind
from kasane.conferences.models import Body, DecisionState, Meeting, MeetingDecision

MOST = 60
ANSWERED_DAYS = 60
_ROW = ("agency", "user", "case", "body", "answered_by")


def of_items(item_ids: Collection[UUID]) -> dict[UUID, list[MeetingDecision]]:
    """決定事項 by item. One query."""
    found: dict[UUID, list[MeetingDecision]] = defaultdict(list)
    for row in MeetingDecision.objects.filter(item__in=list(item_ids)).select_related(*_ROW):
        found[row.item_id].append(row)
    return found


def sees_until(case_id: UUID, *, agency_id: UUID, user_ids: Collection[UUID], until: date) -> bool:
    """Whether an agency, or one of these people by themselves, sees a case on that day as far as is known now; a right
    that waits for the duty of secrecy counts. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM disclosure_grants_of(%s) WHERE COALESCE(waiting, valid) @> %s::date"
            " AND kinds & %s <> 0 AND (agency_id = %s OR user_id = ANY(%s)))",
            [case_id, until, int(DataKind.BASIC), agency_id, list(user_ids)],
        )
        return bool(cursor.fetchone()[0])


def of_last_time(meeting: Meeting) -> list[MeetingDecision]:
    """前回までの決定事項: what earlier meetings of the body left open, and what was answered lately. One query."""
    since = meeting.day - timedelta(days=ANSWERED_DAYS)
    rows = _of_body(meeting.body).exclude(meeting=meeting).filter(decided_on__lte=meeting.day)
    return list(rows.filter(Q(state=DecisionState.OPEN) | Q(answered_on__gte=since))[:MOST])


def of_body(body: Body, *, answered: bool) -> list[MeetingDecision]:
    """The decisions of a body that wait, the longest overdue first, or those that have a result. One query."""
    rows = _of_body(body)
    if answered:
        return list(rows.exclude(state=DecisionState.OPEN).order_by("-answered_on", "-id")[: MOST + 1])
    return list(rows.filter(state=DecisionState.OPEN)[: MOST + 1])


def _of_body(body: Body) -> QuerySet[MeetingDecision]:
    return MeetingDecision.objects.filter(body=body).select_related(*_ROW)


def waiting_for(by: Actor, *, until: date) -> list[MeetingDecision]:
    """What an agency has to do by a day and what hangs on no case; that of cases is a task. One query."""
    rows = MeetingDecision.objects.filter(
        Q(user=by.user) | Q(user__isnull=True),
        agency=by.agency,
        case__isnull=True,
        state=DecisionState.OPEN,
        due_on__lte=until,
    )
    return list(rows.select_related("body", "user").order_by("due_on", "id")[:MOST])
