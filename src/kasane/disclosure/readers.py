"""Who reads the tables that follow a rule of their own beside the ledger, as pure rules (R-DIS-01, R-DIS-05 … R-DIS-08).

The model test holds the policies of the database against them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.disclosure.rules import Fact


@dataclass(frozen=True)
class Viewer:
    """Who asks, for which agency, and what posts they hold there that day. Nobody, and an administrator, has no ids.

    `coordinates`: as 相談支援包括化推進員; `decides`: as manager or decider of the municipality; `manages`: as manager
    of any agency.
    """

    user_id: UUID | None = None
    agency_id: UUID | None = None
    coordinates: bool = False
    decides: bool = False
    manages: bool = False


def is_own(user_id: UUID, viewer: Viewer) -> bool:
    """Drafts and uploads are for the person alone who made them (R-DIS-01)."""
    return user_id == viewer.user_id


def of_own_agency(agency_id: UUID, viewer: Viewer) -> bool:
    """Past imports and their mappings are for the agency that made them (R-DIS-01)."""
    return agency_id == viewer.agency_id


def of_own_desk(agency_id: UUID, viewer: Viewer, *, sees_case: bool) -> bool:
    """Calls and reports are for the desk that took them; those about a case as long as it sees the case (R-DIS-01)."""
    return of_own_agency(agency_id, viewer) and sees_case


def is_own_right(agency_id: UUID | None, user_id: UUID | None, viewer: Viewer) -> bool:
    """The ledger's rows are read by those to whom they give a right, also before and after its term (R-DIS-01)."""
    by_agency = agency_id is not None and agency_id == viewer.agency_id
    return by_agency or (user_id is not None and user_id == viewer.user_id)


def keeps_files(viewer: Viewer) -> bool:
    """Who holds files, proposes and approves their disposal: manager or decider of the municipality (R-DIS-07)."""
    return viewer.decides


def looks_after_files(viewer: Viewer) -> bool:
    """Who sees what falls due, is held and was disposed of: those who keep the files, and coordinators (R-DIS-07)."""
    return keeps_files(viewer) or viewer.coordinates


def oversees_reading(viewer: Viewer) -> bool:
    """Who answers for how the town reads, and sees what was looked into: manager or decider of the town (R-DIS-08)."""
    return viewer.decides


def reads_counts(viewer: Viewer) -> bool:
    """Reports of the town, which hold counts alone, are for managers, deciders and coordinators (R-DIS-08)."""
    return viewer.manages or viewer.decides or viewer.coordinates


def sees_exception(
    viewer: Viewer, *, requested_by: UUID, user_id: UUID | None, urgent: bool, sees_case: bool
) -> bool:
    """Who sees a disclosure without consent (R-DIS-05): who asked, whom it is for, whoever sees the case, who decides.

    An urgent one is seen by the coordinators too, at once.
    """
    if viewer.user_id is None:
        return False
    if viewer.user_id in (requested_by, user_id) or sees_case or viewer.decides:
        return True
    return urgent and viewer.coordinates


def sees_alarm(viewer: Viewer, *, told: bool, fresh: bool, sees_case: bool) -> bool:
    """Who reads 緊急の知らせ (R-INT-09): whoever sees its case, and the told, for the agency they were told for and with a
    post there, until a month after its end (`fresh`).
    """
    if viewer.user_id is None:
        return False
    return sees_case or (fresh and told)


def hears_alarm(viewer: Viewer, *, told: bool, escalated: bool, safety_late: bool, fresh: bool) -> bool:
    """Who is to know that there is one, and may take it (R-INT-09): the told, the coordinators, and who decides for the
    town once nobody had acknowledged it in time (`escalated`) and as long as 安全確認 is late.
    """
    if viewer.user_id is None or not fresh:
        return False
    return told or viewer.coordinates or (viewer.decides and (escalated or safety_late))


@dataclass(frozen=True)
class Exceptional:
    """Plain values of one LegalException: what is shown without consent, to whom and until when (R-DIS-05)."""

    id: UUID
    state: str
    agency_id: UUID
    user_id: UUID | None
    kinds: int
    valid_from: date
    valid_until: date
    ended_on: date | None
    outside: str = ""


def fact_of(one: Exceptional) -> Fact | None:
    """The fact that follows from an exception: none before it is approved or once refused, none after its end (R-DIS-05).

    An urgent one stands at once and is looked at afterwards; what is told outside opens nothing here.
    """
    if one.state not in ("approved", "urgent") or one.outside:
        return None
    return Fact(
        id=one.id,
        type="urgent" if one.state == "urgent" else "exception",
        agency_id=one.agency_id,
        user_id=one.user_id,
        kinds=one.kinds,
        valid_from=one.valid_from,
        valid_until=min(one.valid_until, one.ended_on or one.valid_until),
    )
