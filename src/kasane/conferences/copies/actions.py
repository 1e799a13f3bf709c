"""Numbers for copies, and what became of them (R-CONF-06)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.obstacles import require
from kasane.conferences.copies import rules
from kasane.conferences.models import CopyState, Meeting, Member, SheetCopy
from kasane.conferences.rules import host_obstacles

Made = tuple[Member, list[str]]
"""Who gets a copy, and what it holds in words without a name."""


@transaction.atomic
def number_copies(
    meeting: Meeting, *, by: Actor, at: datetime, batch: UUID, made: Sequence[Made]
) -> list[SheetCopy]:
    """Gives each copy the next 資料番号 of the meeting, also across makers at the same moment; none is given twice.

    `batch` names the page it was made from, which makes once. Raises Forbidden.
    """
    require(host_obstacles(is_host=meeting.host_id == by.agency.id, state=meeting.state))
    row = Meeting.objects.select_for_update().get(pk=meeting.pk)
    rows = SheetCopy.objects.filter(meeting=row)
    require(
        rules.making_obstacles(
            is_host=row.host_id == by.agency.id,
            state=row.state,
            on=timezone.localdate(at),
            material_until=row.material_until,
            recipients=len(made),
            made_already=rows.filter(batch=batch).exists(),
        )
    )
    last = rows.aggregate(last=Max("number"))["last"] or 0
    return SheetCopy.objects.bulk_create(
        SheetCopy(
            meeting=row,
            member=member,
            number=number,
            batch=batch,
            contents=contents,
            made_at=at,
            made_by=by.user,
        )
        for number, (member, contents) in enumerate(made, last + 1)
    )


@transaction.atomic
def note_copies(
    meeting: Meeting, *, by: Actor, at: datetime, numbers: Sequence[int], state: CopyState
) -> list[int]:
    """Says of these copies that they came back, were never given out, are lost, or are out after all.

    Answers the numbers that changed. Raises Forbidden for who is not of the host's agency, and for unknown numbers.
    """
    rows = SheetCopy.objects.filter(meeting=meeting)
    known = set(rows.values_list("number", flat=True))
    require(rules.noting_obstacles(is_host=meeting.host_id == by.agency.id, known=known, told=numbers))
    changing = rows.filter(number__in=list(numbers), destroyed_at__isnull=True).exclude(state=state)
    changed = list(changing.values_list("number", flat=True))
    changing.update(state=state, noted_at=at, noted_by=by.user)
    return changed


@transaction.atomic
def destroy_copies(meeting: Meeting, *, by: Actor, at: datetime) -> int:
    """What came back, and what was never given out, has been destroyed. Answers how many copies."""
    require(rules.noting_obstacles(is_host=meeting.host_id == by.agency.id, known=[0], told=[0]))
    rows = SheetCopy.objects.filter(
        meeting=meeting, state__in=(CopyState.RETURNED, CopyState.UNUSED), destroyed_at__isnull=True
    )
    return rows.update(destroyed_at=at, destroyed_by=by.user)
