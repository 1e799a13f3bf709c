"""What waits at a desk past its day, and when what it says goes (R-INT-05, R-DIS-07)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.intake.door.rules import UNDONE_DAYS as DOOR_DAYS
from kasane.intake.models import PhoneCall, VolunteerReport

LATE_DAYS = 14
"""So long after the day that was promised, heard or agreed a line stands on the list of what is late."""
WARN_DAYS = 60
"""So long before the end a line says that what it tells of somebody goes."""


def kept_days() -> int:
    """How long the town keeps what a desk never dealt with."""
    return profile.current().rules.undone_days


def leaving_words(since: date, *, on: date, days: int) -> str:
    """「あと12日で内容が消えます」, when the end is near; else empty. Pure."""
    left = (since + timedelta(days=days + 1) - on).days
    if left > WARN_DAYS:
        return ""
    return f"あと{left}日で内容が消えます" if left > 0 else "今夜、内容が消えます"


def say_what_leaves(rows: Iterable[PhoneCall | VolunteerReport], *, on: date) -> None:
    """Gives each line of a list its `.leaving` words."""
    days = kept_days()
    for row in rows:
        since = _waits_since(row)
        row.leaving = leaving_words(since, on=on, days=days) if since else ""  # type: ignore[union-attr]


def _waits_since(row: PhoneCall | VolunteerReport) -> date | None:
    """Since when it waits; None for what is dealt with, and for a call of a case, which goes with the case."""
    if isinstance(row, PhoneCall):
        return row.call_back_until if row.waits and row.case_id is None else None
    return max(row.on, row.follow_up_on or row.on) if row.is_open else None


@dataclass(frozen=True)
class Late:
    """So many lines of one register, the oldest since a day."""

    count: int
    oldest: date
    leaving: str


@dataclass
class Desk:
    """One desk with what is late there, by register: call, report, door."""

    name: str
    phone: str
    is_own: bool
    registers: dict[str, Late] = field(default_factory=dict)

    @property
    def oldest(self) -> date:
        return min(late.oldest for late in self.registers.values())


def late_at_desks(by: Actor, *, on: date) -> list[Desk]:
    """The viewer's own desk, and all of them for who looks after the town's work; what waits longest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT agency_id, agency, phone, register, n, oldest FROM intake_desk_overdue(%s)",
            [on - timedelta(days=LATE_DAYS)],
        )
        rows = cursor.fetchall()
    town = kept_days()
    desks: dict[UUID, Desk] = {}
    for agency_id, name, phone, register, count, oldest in rows:
        words = leaving_words(oldest, on=on, days=DOOR_DAYS if register == "door" else town)
        desk = desks.setdefault(agency_id, Desk(name, phone, agency_id == by.agency.id))
        desk.registers[register] = Late(count, oldest, words)
    return sorted(desks.values(), key=lambda desk: (desk.oldest, desk.name))
