"""The agenda by the clock, and who is called to which places of it (R-CONF-05, R-CONF-06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from kasane.conferences.models import AgendaItem, Meeting, Member
from kasane.conferences.series.rules import clock, stretches


@dataclass(frozen=True)
class Place:
    """One item somebody is called to, without a word of it: its place on the agenda and about when."""

    number: int
    at: datetime

    def __str__(self) -> str:
        return f"{self.number}番目の議題({timezone.localtime(self.at):%H:%M}ごろ)"


def give_times(items: Sequence[AgendaItem], meeting: Meeting, table: Sequence[tuple[UUID, str, int]]) -> None:
    """Gives each item its `number` on the whole agenda, `begins_at` and `ends_at`, by the parts of the time its function
    has; what is withdrawn has neither. `table`: that of `queries.outline`."""
    parts = stretches(meeting.parts, meeting.starts_at)
    begins = clock([(function, minutes) for _, function, minutes in table], meeting.starts_at, parts)
    known = {
        item_id: (place, at) for place, ((item_id, *_), at) in enumerate(zip(table, begins, strict=True), 1)
    }
    for item in items:
        number, at = known.get(item.id, (0, meeting.starts_at))
        item.number, item.begins_at = number, at  # type: ignore[attr-defined]
        item.ends_at = at + timedelta(minutes=item.minutes)  # type: ignore[attr-defined]


def give_places(
    items: Sequence[AgendaItem],
    members: Sequence[Member],
    meeting: Meeting,
    table: Sequence[tuple[UUID, str, int]],
) -> None:
    """Gives each member its `places`, and each item in `called` who comes for it alone: by agency or standing, since the
    agenda goes round in the room."""
    give_times(items, meeting, table)
    for member in members:
        member.places = [  # type: ignore[attr-defined]
            Place(item.number, item.begins_at)  # type: ignore[attr-defined]
            for item in items
            if member.items and item.id in member.items and item.number  # type: ignore[attr-defined]
        ]
    for item in items:
        there = [member for member in members if item.number and item.id in (member.items or [])]  # type: ignore[attr-defined]
        names = ("本人" if member.is_person else member.belongs_to or member.name for member in there)
        item.called = "、".join(dict.fromkeys(names))  # type: ignore[attr-defined]
