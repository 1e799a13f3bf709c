"""Who can see a case, why and until when; who has seen it (R-DIS-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from kasane.base.dates import today
from kasane.base.kinds import ALL_KINDS, SHAREABLE_KINDS, kind_labels
from kasane.disclosure.models import Basis


@dataclass(frozen=True)
class Right:
    """One right on a case, in words. `until` is the last day; None: until the case ends."""

    who: str
    basis: Basis
    kinds: list[str]
    everything: bool
    writes: bool
    since: date
    until: date | None
    explanation: str

    @property
    def is_current(self) -> bool:
        return self.since <= today() and (self.until is None or today() <= self.until)


@dataclass(frozen=True)
class Reading:
    at: datetime
    who: str
    agency: str
    subject: str
    basis: list[str]
    exported: bool = False


_GRANTS = """
SELECT COALESCE(a.name, u.name, ''), g.basis, g.kinds, g.writes, lower(g.valid), upper(g.valid), g.explanation
FROM disclosure_grants_of(%s) g
LEFT JOIN agencies_agency a ON a.id = g.agency_id LEFT JOIN agencies_user u ON u.id = g.user_id
WHERE NOT isempty(g.valid)
ORDER BY lower(g.valid), g.id
"""
_READINGS = """
SELECT r.at, COALESCE(u.name, ''), COALESCE(a.name, ''), r.subject, r.basis, r.act
FROM disclosure_readings_of(%s, %s) r
LEFT JOIN agencies_agency a ON a.id = r.agency_id LEFT JOIN agencies_user u ON u.id = r.user_id
ORDER BY r.at DESC
"""


def rights_on(case_id: UUID) -> list[Right]:
    """Every right on the case, present ones first; empty for a stranger. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_GRANTS, [case_id])
        rows = cursor.fetchall()
    rights = [
        Right(
            who=who,
            basis=Basis(basis),
            kinds=kind_labels(kinds),
            everything=kinds in (int(ALL_KINDS), int(SHAREABLE_KINDS)),
            writes=writes,
            since=since,
            until=ended - timedelta(days=1) if ended else None,
            explanation=explanation,
        )
        for who, basis, kinds, writes, since, ended, explanation in rows
    ]
    return sorted(rights, key=lambda right: not right.is_current)


def readings_of(case_id: UUID, *, most: int = 50) -> list[Reading]:
    """The latest readings, newest first; empty for a stranger. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_READINGS, [case_id, most])
        rows = cursor.fetchall()
    return [
        Reading(
            at=at,
            who=who,
            agency=agency,
            subject=subject,
            basis=[Basis(b).label for b in basis.split(",") if b],
            exported=act == "export",
        )
        for at, who, agency, subject, basis, act in rows
    ]
