"""Who sees a meeting, its items and what was said (R-DIS-02, R-DIS-10)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.kinds import DataKind
from kasane.conferences.rules.convening import SUPPORT_CONFERENCE


@dataclass(frozen=True)
class Seat:
    """One place at a meeting, in plain values."""

    user_id: UUID | None
    agency_id: UUID | None
    is_resident: bool
    removed: bool
    acknowledged: bool
    items: Collection[UUID] | None = None
    """Called to these items alone; None: to the whole meeting."""


@dataclass(frozen=True)
class Sitting:
    """A meeting with its places, as those see it who ask who sees it."""

    host_id: UUID
    state: str
    material_until: date
    seats: Collection[Seat] = ()


def sees_meeting(sitting: Sitting, *, user_id: UUID | None, agency_id: UUID | None) -> bool:
    """The agency that called a meeting sees it and its members, and so does each member (R-CONF-06, R-DIS-02)."""
    if agency_id is not None and sitting.host_id == agency_id:
        return True
    return any(user_id is not None and s.user_id == user_id and not s.removed for s in sitting.seats)


def sits_at(sitting: Sitting, item_id: UUID | None, *, user_id: UUID | None, agency_id: UUID | None) -> bool:
    """Who sees a meeting sits at each of its items, but for those who are called to single ones (R-CONF-05, R-CONF-06).
    `item_id` None asks for the whole meeting.
    """
    if agency_id is not None and sitting.host_id == agency_id:
        return True
    return any(
        user_id is not None
        and s.user_id == user_id
        and not s.removed
        and (s.items is None or (item_id is not None and item_id in s.items))
        for s in sitting.seats
    )


def changes_place(sitting: Sitting, seat: Seat, *, user_id: UUID | None, agency_id: UUID | None) -> bool:
    """The agency that called a meeting changes its places, and members their own while they have it (R-CONF-06)."""
    if agency_id is not None and sitting.host_id == agency_id:
        return True
    return user_id is not None and seat.user_id == user_id and not seat.removed


def shows_material(sitting: Sitting, *, user_id: UUID | None, agency_id: UUID | None, day: date) -> bool:
    """Whether the material lies open for a member from among the residents: acknowledged, not closed again (R-DIS-10)."""
    if sitting.state == "cancelled" or day >= sitting.material_until:
        return False
    return any(
        user_id is not None
        and (s.user_id, s.agency_id) == (user_id, agency_id)
        and s.is_resident
        and s.acknowledged
        and not s.removed
        for s in sitting.seats
    )


def hears(sitting: Sitting, *, user_id: UUID | None, agency_id: UUID | None, day: date) -> bool:
    """Who still reads what was said on items without a case: the agency that called the meeting, and its members until
    the material is closed (R-CONF-06)."""
    if agency_id is not None and sitting.host_id == agency_id:
        return True
    open_still = sitting.state != "cancelled" and day < sitting.material_until
    return open_still and sees_meeting(sitting, user_id=user_id, agency_id=agency_id)


def sees_item(
    *, has_case: bool, function: str, kinds: int, sees_case: bool, sits_at: bool, shows_material: bool
) -> bool:
    """Who sees an item: one about a case, whoever sees the case so far; a general one, who sits at it (R-DIS-02).

    Residents see what is on the table of a 支援会議 without seeing the case, never tax information (R-DIS-03, R-DIS-10).
    """
    if shows_material and sits_at and function == SUPPORT_CONFERENCE and not kinds & DataKind.TAX:
        return True
    return sees_case if has_case else sits_at


def sees_talk(
    *,
    has_case: bool,
    kinds: int,
    sees_case: bool,
    sits_at: bool,
    sees_item: bool,
    shows_material: bool,
    hears: bool,
) -> bool:
    """What was said is for the members alone, also towards others who see the case (R-DIS-02, R-DIS-10)."""
    if not sits_at:
        return False
    if shows_material and sees_item and not kinds & DataKind.TAX:
        return True
    return sees_case if has_case else hears
