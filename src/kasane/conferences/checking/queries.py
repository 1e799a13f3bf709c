"""Who was asked to check the minutes, and what they answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.conferences.models import Meeting, MinutesCheck, TalkField, TalkLine


def checks_of(meeting: Meeting) -> list[MinutesCheck]:
    """One query."""
    return list(MinutesCheck.objects.filter(meeting=meeting).select_related("member__user", "member__agency"))


def remarks_of(item_ids: Collection[UUID]) -> dict[UUID, list[TalkLine]]:
    """What members want mended, by item. One query."""
    found: dict[UUID, list[TalkLine]] = defaultdict(list)
    rows = TalkLine.objects.filter(item__in=list(item_ids), field=TalkField.REMARK, is_removed=False)
    for row in rows.select_related("author").order_by("created_at"):
        found[row.item_id].append(row)
    return found


def waiting_for(by: Actor) -> list[MinutesCheck]:
    """The minutes this person still has to check. One query."""
    rows = MinutesCheck.objects.filter(
        member__user=by.user,
        member__removed_on__isnull=True,
        checked_on__isnull=True,
        meeting__material_until__gt=today(),
    )
    return list(rows.select_related("meeting__body").order_by("asked_on"))
