"""Who may see what, why and until when, derived from evidence and consent (R-DIS-01 … R-DIS-06).

Pure functions over plain values; the database's row-level security reads only what `derive_grants` returns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.choices import ALL_PURPOSES, Purpose
from kasane.base.kinds import ALL_KINDS, SHAREABLE_KINDS, DataKind

PURPOSE_OF: dict[str, int] = {
    "team": Purpose.CONSULTATION,
    "involved": Purpose.COORDINATION,
    "multi_tier": Purpose.PLAN,
}
"""What each kind of sharing is for: a consent opens it only when it was given for that purpose (R-DIS-04)."""

NEEDS_CONSENT = frozenset(PURPOSE_OF)
"""Evidence that opens a case only together with the person's consent (R-DIS-01, R-CONF-02)."""

NEEDS_APPLICATION = frozenset({"multi_tier"})
"""Evidence for which the consent of the 相談受付・申込票 is needed, not only that of the reception (R-CONF-03)."""

NEVER_TAX = frozenset({"support_conference", "exception", "urgent"})
"""Evidence that never opens tax information, since no consent stands behind it (R-DIS-03)."""

WRITES = frozenset({"own_work", "entrusted", "team"})
"""Evidence of those who work on the case, and so write in it."""

PERSONAL = frozenset({"multi_tier", "support_conference", "urgent"})
"""Evidence about one named person, not their whole agency (R-DIS-02). An exception may name either."""

ACKNOWLEDGED = frozenset({"multi_tier", "support_conference"})
"""Evidence that opens nothing until its person has acknowledged the duty of secrecy (R-DIS-02)."""

_BASIS = {
    "own_work": "own_work",
    "entrusted": "entrusted",
    "team": "consent",
    "involved": "consent",
    "multi_tier": "consent",
    "support_conference": "conference",
    "exception": "exception",
    "urgent": "urgent",
}


@dataclass(frozen=True)
class Fact:
    """Plain values of one Evidence row. `valid_until` is the first day on which it no longer holds.

    `terms` are the contracts of entrusted work, one after the other: the first day, and the first day after it.
    """

    id: UUID
    type: str
    agency_id: UUID
    user_id: UUID | None
    kinds: int
    valid_from: date
    valid_until: date | None
    note: str = ""
    terms: tuple[tuple[date, date | None], ...] = ()
    acknowledged_on: date | None = None


@dataclass(frozen=True)
class Statement:
    """Plain values of one Consent row, in the order in which they were made."""

    id: UUID
    answer: str
    level: str
    confirmed_on: date
    all_agencies: bool
    agencies: frozenset[UUID]
    excluded: frozenset[UUID]
    kinds: int
    valid_until: date | None
    withdrawn_on: date | None
    purposes: int = ALL_PURPOSES

    def covers(self, agency_id: UUID) -> bool:
        """Whether the person agreed that this agency may know."""
        if self.answer != "agree" or agency_id in self.excluded:
            return False
        return self.all_agencies or agency_id in self.agencies

    def opens(self, fact: Fact) -> bool:
        """Whether the person agreed to just this: that agency, that purpose, at that stage (R-DIS-04, R-CONF-03)."""
        if fact.type in NEEDS_APPLICATION and self.level != "application":
            return False
        return self.covers(fact.agency_id) and bool(self.purposes & PURPOSE_OF[fact.type])


@dataclass(frozen=True)
class GrantRow:
    """One right: to an agency or to one person, for some kinds of data, from a day until (excluding) a day.

    A right that `waits` opens nothing until its person has acknowledged the duty of secrecy (R-DIS-02).
    """

    agency_id: UUID | None
    user_id: UUID | None
    kinds: int
    writes: bool
    valid_from: date
    valid_until: date | None
    basis: str
    evidence_id: UUID
    consent_id: UUID | None
    explanation: str
    waits: bool = False

    def belongs_to(self, agency_id: UUID | None, user_id: UUID | None) -> bool:
        """Whether this is a right of that agency, or of that person themselves."""
        return (self.agency_id is not None and self.agency_id == agency_id) or (
            self.user_id is not None and self.user_id == user_id
        )

    def stands_on(self, day: date) -> bool:
        """Whether the right opens anything on that day."""
        return (
            not self.waits and self.valid_from <= day and (self.valid_until is None or day < self.valid_until)
        )


def derive_grants(facts: Iterable[Fact], statements: Sequence[Statement]) -> list[GrantRow]:
    """Every right that follows from the facts and from what the person said (R-DIS-01).

    Own work stands by itself, entrusted work as long as its contracts. A member of a 支援会議 and whom a statutory
    exception names see the case without consent, but never tax information (R-DIS-03, R-DIS-05). All others see only
    while a consent covers their agency and what they need it for, and only its kinds (R-DIS-04).
    """
    rows: list[GrantRow] = []
    for fact in facts:
        if fact.type in NEEDS_CONSENT:
            rows.extend(_with_consent(fact, statements))
        else:
            rows.extend(_by_itself(fact))
    return rows


def consent_in_force(statements: Sequence[Statement], agency_id: UUID, day: date) -> Statement | None:
    """The statement that lets `agency_id` know on `day`, if any. The latest word of the person counts."""
    for statement, start, end in periods(statements):
        if start <= day and (end is None or day < end) and statement.covers(agency_id):
            return statement
    return None


def standing_statement(statements: Sequence[Statement], day: date) -> Statement | None:
    """The person's clear word that holds on `day`, whomever it is about; None when nothing does."""
    for statement, start, end in reversed(periods(statements)):
        if start <= day:
            return statement if end is None or day < end else None
    return None


def latest_word(statements: Sequence[Statement], day: date) -> str:
    """What the person last said about sharing, as it holds on `day`: agree, disagree, or '' when nothing clear.

    A consent taken back is a no; one that has run out says nothing any more.
    """
    for statement, start, end in reversed(periods(statements)):
        if start <= day:
            if statement.withdrawn_on is not None and statement.withdrawn_on <= day:
                return "disagree"
            return statement.answer if end is None or day < end else ""
    return ""


def may_see(
    rows: Iterable[GrantRow],
    *,
    agency_id: UUID | None,
    user_id: UUID | None,
    kinds: int,
    day: date,
    writing: bool = False,
) -> bool:
    """Whether a viewer sees a row of `kinds` on `day`: each kind must be covered by some right of theirs.

    `writing` counts only the rights of those who work on the case: who may write such a row (R-DIS-01).
    """
    seen = kinds_seen(rows, agency_id=agency_id, user_id=user_id, day=day, writing=writing)
    return bool(seen) and not kinds & ~seen


def kinds_seen(
    rows: Iterable[GrantRow],
    *,
    agency_id: UUID | None,
    user_id: UUID | None,
    day: date,
    writing: bool = False,
) -> int:
    """The kinds of data that a viewer's rights cover together on `day`; 0 for a stranger (R-DIS-04)."""
    seen = 0
    for row in rows:
        if writing and not row.writes:
            continue
        if row.belongs_to(agency_id, user_id) and row.stands_on(day):
            seen |= row.kinds
    return seen


def _by_itself(fact: Fact) -> Iterable[GrantRow]:
    kinds = fact.kinds & SHAREABLE_KINDS if fact.type in NEVER_TAX else fact.kinds
    terms = fact.terms if fact.type == "entrusted" else ((fact.valid_from, None),)
    for first, after in terms:
        row = _row(fact, kinds, max(fact.valid_from, first), _earlier(fact.valid_until, after), None)
        if row is not None:
            yield row


def _with_consent(fact: Fact, statements: Sequence[Statement]) -> Iterable[GrantRow]:
    for statement, start, end in periods(statements):
        if not statement.opens(fact):
            continue
        row = _row(
            fact,
            fact.kinds & statement.kinds,
            max(fact.valid_from, start),
            _earlier(fact.valid_until, end),
            statement,
        )
        if row is not None:
            yield row


def _row(
    fact: Fact, kinds: int, start: date, end: date | None, statement: Statement | None
) -> GrantRow | None:
    waits = fact.type in ACKNOWLEDGED and fact.acknowledged_on is None
    if fact.type in ACKNOWLEDGED and fact.acknowledged_on is not None:
        start = max(start, fact.acknowledged_on)
    if end is not None and end <= start:
        return None
    personal = fact.type in PERSONAL or (fact.type == "exception" and fact.user_id is not None)
    return GrantRow(
        agency_id=None if personal else fact.agency_id,
        user_id=fact.user_id if personal else None,
        kinds=int((kinds & ALL_KINDS) | DataKind.BASIC),
        writes=fact.type in WRITES,
        valid_from=start,
        valid_until=end,
        basis=_BASIS[fact.type],
        evidence_id=fact.id,
        consent_id=statement.id if statement else None,
        explanation=fact.note,
        waits=waits,
    )


def periods(statements: Sequence[Statement]) -> list[tuple[Statement, date, date | None]]:
    """Each clear statement with the days on which it is the person's latest word.

    「不明」 says nothing and ends nothing. A withdrawal and an expiry end a statement at once.
    """
    spoken = [s for s in statements if s.answer != "unclear"]
    spoken.sort(key=lambda s: s.confirmed_on)
    periods = []
    for index, statement in enumerate(spoken):
        following = spoken[index + 1].confirmed_on if index + 1 < len(spoken) else None
        end = _earlier(_earlier(statement.valid_until, statement.withdrawn_on), following)
        periods.append((statement, statement.confirmed_on, end))
    return periods


def _earlier(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return min(one, other)
