"""Who can see a case, why and until when; who has seen it; whose consent ends soon (R-DIS-01, R-DIS-08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import JSONField
from django.db.models.expressions import RawSQL

from kasane.base.choices import ALL_PURPOSES, Purpose
from kasane.base.dates import today
from kasane.base.kinds import kind_labels
from kasane.disclosure.models import Basis, Consent
from kasane.disclosure.wording import PRESENT, Behind, Right
from kasane.profiles.vocabulary import Field

PAGE = 50
ENDING_WITHIN = timedelta(days=30)

_GRANTS = """
SELECT COALESCE(g.agency_id, e.agency_id), COALESCE(a.name, ''), g.user_id, COALESCE(u.name, ''), g.basis,
       COALESCE(e.type, ''), g.kinds, g.writes, lower(COALESCE(g.waiting, g.valid)),
       upper(COALESCE(g.waiting, g.valid)), g.explanation, g.waiting IS NOT NULL,
       g.consent_id, c.confirmed_on, COALESCE(c.method, ''), COALESCE(c.level, ''), COALESCE(c.given_by, ''),
       COALESCE(d.name, ''), k.ends_on,
       COALESCE(x.ground, ''), COALESCE(x.law, ''), COALESCE(p.name, ''), COALESCE(x.review, '')
FROM disclosure_grants_of(%s) g
LEFT JOIN disclosure_evidence e ON e.id = g.evidence_id
LEFT JOIN agencies_agency a ON a.id = COALESCE(g.agency_id, e.agency_id)
LEFT JOIN agencies_user u ON u.id = g.user_id
LEFT JOIN disclosure_consent c ON c.id = g.consent_id
LEFT JOIN agencies_contract k ON k.id = e.contract_id
LEFT JOIN agencies_delivery d ON d.id = k.delivery_id
LEFT JOIN disclosure_legalexception x ON x.id = g.evidence_id
LEFT JOIN agencies_user p ON p.id = x.decided_by_id
ORDER BY lower(COALESCE(g.waiting, g.valid)), g.id
"""
_LOOKS = """
SELECT r.id, r.at, COALESCE(u.name, ''), COALESCE(a.name, ''), r.subject, r.basis, r.act
FROM disclosure_looks_of(%s, %s, %s, %s, %s, %s, %s, %s) r
LEFT JOIN agencies_agency a ON a.id = r.agency_id LEFT JOIN agencies_user u ON u.id = r.user_id
ORDER BY r.id DESC
"""
_NAMED = """
(SELECT jsonb_object_agg(a.id, a.name) FROM agencies_agency a
 WHERE a.id = ANY(disclosure_consent.agencies || disclosure_consent.excluded))
"""
_LOOKERS = """
SELECT r.agency_id, COALESCE(a.name, ''), r.user_id, COALESCE(u.name, ''), r.times, r.refused
FROM disclosure_lookers_of(%s) r
LEFT JOIN agencies_agency a ON a.id = r.agency_id LEFT JOIN agencies_user u ON u.id = r.user_id
ORDER BY a."order", a.name, u.kana, u.name
"""


@dataclass(frozen=True)
class Reading:
    """One look at a case (or an attempt that was refused), in words."""

    at: datetime
    who: str
    agency: str
    subject: str
    basis: list[str]
    exported: bool = False
    id: int = 0


@dataclass(frozen=True)
class Looker:
    """Somebody who has looked at a case, and how often."""

    agency_id: UUID | None
    agency: str
    user_id: UUID | None
    who: str
    times: int
    refused: int


@dataclass(frozen=True)
class Narrowed:
    """What the list of readings is narrowed to. `below` is the last entry of the page before."""

    agency_id: UUID | None = None
    user_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    refused: bool = False
    below: int | None = None


@dataclass(frozen=True)
class Spoken:
    """One answer of the person about sharing, with everything it names in words.

    `purposes` stays empty where all of them were agreed to; `last_day` is the day it holds until.
    """

    row: Consent
    agencies: list[str]
    groups: list[str]
    excluded: list[str]
    kinds: list[str]
    purposes: list[str]
    last_day: date | None
    has_expired: bool


def rights_on(case_id: UUID) -> list[Right]:
    """Every right on the case, present ones first; empty for a stranger. One query."""
    rights = [_right(row) for row in _rows(_GRANTS, [case_id])]
    day = today()
    return sorted(rights, key=lambda right: right.state_on(day) != PRESENT)


def readings_of(case_id: UUID, wanted: Narrowed | None = None, *, most: int = PAGE) -> list[Reading]:
    """Who has looked, newest first; empty for a stranger. With `refused`, the attempts that were refused, for those who
    look after disclosure in the town. One query (R-DIS-08).
    """
    wanted = wanted or Narrowed()
    span = (wanted.agency_id, wanted.user_id, wanted.since, wanted.until, wanted.refused, wanted.below)
    return [
        Reading(
            id=id,
            at=at,
            who=who,
            agency=agency,
            subject=subject,
            basis=[Basis(b).label for b in (Basis.URGENT if act == "urgent" else basis).split(",") if b],
            exported=act == "export",
        )
        for id, at, who, agency, subject, basis, act in _rows(_LOOKS, [case_id, *span, most])
    ]


def lookers_of(case_id: UUID) -> list[Looker]:
    """Everybody who has looked at the case; empty for a stranger. One query."""
    return [Looker(*row) for row in _rows(_LOOKERS, [case_id])]


def spoken_of(case_id: UUID) -> list[Spoken]:
    """What the person said, newest first, with the names of the agencies. One query (R-DIS-01)."""
    rows = Consent.objects.filter(case_id=case_id).annotate(named=RawSQL(_NAMED, [], JSONField()))
    return [_spoken(row, today()) for row in reversed(rows.order_by("confirmed_on", "created_at"))]


def _spoken(row: Any, day: date) -> Spoken:
    names: dict[str, str] = row.named or {}
    return Spoken(
        row=row,
        agencies=[names[str(pk)] for pk in row.agencies if str(pk) in names],
        groups=[field.label for field in Field if field in row.groups],
        excluded=[names[str(pk)] for pk in row.excluded if str(pk) in names],
        kinds=kind_labels(row.kinds),
        purposes=[] if row.purposes == ALL_PURPOSES else purpose_labels(row.purposes),
        last_day=row.valid_until - timedelta(days=1) if row.valid_until else None,
        has_expired=row.valid_until is not None and row.valid_until <= day,
    )


def purpose_labels(purposes: int) -> list[str]:
    """The Japanese names of the 利用目的 among these bits, in the order of the 規程."""
    return [str(purpose.label) for purpose in Purpose if purposes & purpose]


def consents_ending(until: date, *, most: int = PAGE) -> dict[UUID, date]:
    """The cases the viewer's agency works on whose consent ends by `until`, each with its last day; soonest first.

    One query (R-DIS-01).
    """
    rows = _rows("SELECT case_id, valid_until FROM disclosure_consents_ending(%s, %s)", [until, most])
    return {case_id: first_without - timedelta(days=1) for case_id, first_without in rows}


def _rows(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _right(row: tuple[Any, ...]) -> Right:
    agency_id, agency, user_id, person, basis, type, kinds, writes, since, ended, explanation, waits = row[
        :12
    ]
    return Right(
        agency_id=agency_id,
        agency=agency,
        user_id=user_id,
        person=person,
        basis=Basis(basis),
        type=type,
        kind_bits=kinds,
        writes=writes,
        since=since,
        until=ended - timedelta(days=1) if ended else None,
        explanation=explanation,
        waits=waits,
        behind=Behind(*row[12:]),
    )
