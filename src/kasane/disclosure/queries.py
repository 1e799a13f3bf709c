"""Who can see a case, why and until when; who has seen it (R-DIS-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from kasane.agencies.models import Agency, User
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


_GRANTS = """
SELECT g.agency_id, g.user_id, g.basis, g.kinds, g.writes, lower(g.valid), upper(g.valid), g.explanation
FROM disclosure_grants_of(%s) g ORDER BY lower(g.valid), g.id
"""


def rights_on(case_id: UUID) -> list[Right]:
    """Every right on the case, present ones first; empty for a stranger."""
    with connection.cursor() as cursor:
        cursor.execute(_GRANTS, [case_id])
        rows = cursor.fetchall()
    names = _names({r[0] for r in rows}, {r[1] for r in rows})
    rights = [
        Right(
            who=names.get(agency or user, ""),
            basis=Basis(basis),
            kinds=kind_labels(kinds),
            everything=kinds in (int(ALL_KINDS), int(SHAREABLE_KINDS)),
            writes=writes,
            since=since,
            until=ended - timedelta(days=1) if ended else None,
            explanation=explanation,
        )
        for agency, user, basis, kinds, writes, since, ended, explanation in rows
    ]
    return sorted(rights, key=lambda right: not right.is_current)


def readings_of(case_id: UUID, *, most: int = 50) -> list[Reading]:
    """The latest readings, newest first; empty for a stranger."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM disclosure_readings_of(%s, %s)", [case_id, most])
        rows = cursor.fetchall()
    names = _names({r[2] for r in rows}, {r[1] for r in rows})
    return [
        Reading(
            at=at,
            who=names.get(user, ""),
            agency=names.get(agency, ""),
            subject=subject,
            basis=[Basis(b).label for b in basis.split(",") if b],
        )
        for at, user, agency, _act, subject, basis in rows
    ]


def _names(agency_ids: set[UUID | None], user_ids: set[UUID | None]) -> dict[UUID, str]:
    """Names of agencies and people in two queries."""
    names: dict[UUID, str] = {}
    if wanted := agency_ids - {None}:
        names.update(Agency.objects.filter(pk__in=wanted).values_list("id", "name"))
    if wanted := user_ids - {None}:
        names.update(User.objects.filter(pk__in=wanted).values_list("id", "name"))
    return names
