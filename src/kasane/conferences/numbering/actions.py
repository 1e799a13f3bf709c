"""Numbering the planned meetings of a body and year by their days (R-CONF-06)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F, QuerySet, Value
from django.db.models.expressions import Case, When

from kasane.agencies.actors import Actor
from kasane.agencies.models import MailOccasion, OutgoingMail
from kasane.conferences.models import Body, Meeting, MeetingState, SheetCopy
from kasane.conferences.numbering import rules

ASIDE = 1_000_000
"""Where numbers lie while they change hands: a number of a body and year is never there twice."""


def lock_numbers(meeting: Meeting) -> None:
    """One after the other gives out numbers of a body. Before any of its meetings is locked, so that nobody waits in a
    circle."""
    Body.objects.select_for_update(no_key=True, of=("self",)).get(pk=meeting.body_id)


@transaction.atomic
def number_by_day(meeting: Meeting, *, by: Actor) -> None:
    """Gives the numbers of the planned meetings of this body and year out again in the order of their days.

    A meeting keeps its number once it began, was called off or was told of: by mail or on a numbered copy. One that
    another agency called keeps it too: what that agency gave out is not seen from here.
    """
    lock_numbers(meeting)
    changed = rules.by_day(
        rules.Numbered(row.id, row.number, row.starts_at) for row in _untold(_planned(meeting, by))
    )
    if not changed:
        return
    rows = Meeting.objects.filter(pk__in=changed)
    rows.update(number=F("number") + ASIDE)
    rows.update(number=Case(*(When(pk=pk, then=Value(number)) for pk, number in changed.items())))
    meeting.number = changed.get(meeting.pk, meeting.number)


def _planned(meeting: Meeting, by: Actor) -> list[Meeting]:
    """Locked before it is asked who was told, so that nobody is told in between."""
    rows: QuerySet[Meeting] = Meeting.objects.filter(
        body_id=meeting.body_id, year=meeting.year, host=by.agency, state=MeetingState.PLANNED
    )
    return list(rows.order_by("id").select_for_update(of=("self",)))


def _untold(rows: list[Meeting]) -> list[Meeting]:
    ids = [row.id for row in rows]
    told = set(
        OutgoingMail.objects.filter(about__in=ids, occasion=MailOccasion.CALL).values_list("about", flat=True)
    ) | set(SheetCopy.objects.filter(meeting__in=ids).values_list("meeting_id", flat=True))
    return [row for row in rows if row.id not in told]
