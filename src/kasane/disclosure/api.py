"""The one door to the ledger: whoever creates or ends evidence tells it here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Q

from kasane.agencies.actors import Actor
from kasane.agencies.contracts.rules import standing_obstacles as contract_obstacles
from kasane.agencies.models import Contract
from kasane.agencies.queries import contract_for, contracts_between, has_contracts
from kasane.base.choices import ALL_PURPOSES, ConsentAnswer
from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.kinds import ALL_KINDS, SHAREABLE_KINDS
from kasane.base.obstacles import require
from kasane.disclosure.models import Consent, ConsentLevel, Evidence, EvidenceType
from kasane.disclosure.rules import Fact, GrantRow, Statement, consent_in_force, derive_grants, latest_word

__all__ = [
    "ConsentLevel",
    "EvidenceType",
    "New",
    "acknowledge",
    "add_evidence",
    "agencies_covered",
    "consents_of",
    "covered",
    "end_evidence",
    "facts_of",
    "level_of",
    "open_case_ledger",
    "reconcile",
    "record_consent",
    "resume_team",
    "said",
    "statements_of",
    "withdraw_consent",
]


@dataclass(frozen=True)
class New:
    """A fact to be told to the ledger: an agency (or one person in it) has to do with a case, and why."""

    type: EvidenceType
    agency_id: UUID
    note: str
    source: str
    source_id: UUID | None = None
    user_id: UUID | None = None
    kinds: int = int(ALL_KINDS)
    valid_from: date | None = None
    valid_until: date | None = None
    contract: Contract | None = None
    acknowledged_on: date | None = None


def open_case_ledger(case_id: UUID, *, by: Actor, on: date, note: str) -> None:
    """The agency that took the consultation has the case as its own or its entrusted work (R-DIS-01).

    Told before the case row itself is written. Raises Forbidden when the agency's contracts have run out.
    """
    contract = contract_for(by.agency.id, on=on) or contract_for(by.agency.id, on=today())
    require(contract_obstacles(has_contract=contract is not None, had_contracts=has_contracts(by.agency.id)))
    type = EvidenceType.ENTRUSTED if contract else EvidenceType.OWN_WORK
    new = New(type, by.agency.id, note, "reception", valid_from=on, contract=contract)
    evidence = _evidence(case_id, new, on)
    terms = _terms([contract] if contract else [])
    _replace(case_id, derive_grants([_fact(evidence, terms)], []))
    evidence.save(force_insert=True)


def add_evidence(case_id: UUID, news: Iterable[New], *, on: date) -> None:
    """Adds facts and derives the rights anew. A fact with the same source, agency, person and type is not doubled."""
    standing = {
        (e.type, e.agency_id, e.user_id, e.source, e.source_id)
        for e in Evidence.objects.filter(case_id=case_id)
        if e.valid_until is None or e.valid_until > on
    }
    fresh = [n for n in news if (n.type, n.agency_id, n.user_id, n.source, n.source_id) not in standing]
    if fresh:
        Evidence.objects.bulk_create([_evidence(case_id, new, on) for new in fresh])
        reconcile(case_id)


def end_evidence(
    case_id: UUID,
    *,
    on: date,
    source: str,
    source_id: UUID | None = None,
    keep_agencies: Iterable[UUID] = (),
    only_agencies: Iterable[UUID] | None = None,
    type: EvidenceType | None = None,
    at_once: bool = False,
) -> None:
    """Ends the facts of `source` with the end of the day `on` (or before it, `at_once`), and derives anew."""
    rows = Evidence.objects.filter(case_id=case_id, source=source, valid_until__isnull=True)
    if source_id is not None:
        rows = rows.filter(source_id=source_id)
    if type is not None:
        rows = rows.filter(type=type)
    if only_agencies is not None:
        rows = rows.filter(agency_id__in=list(only_agencies))
    ended = 0
    for row in rows.exclude(agency_id__in=list(keep_agencies)):
        row.valid_until = on if at_once else on + timedelta(days=1)
        row.save(update_fields=["valid_until"])
        ended += 1
    if ended:
        reconcile(case_id)


def resume_team(case_id: UUID, *, ended_on: date, on: date, note: str) -> None:
    """The team that ended with the day `ended_on` is the team again from `on`; what each agency sees of the case follows
    from the consent that still stands (R-COOR-10, R-DIS-01).
    """
    ended = Evidence.objects.filter(
        case_id=case_id, type=EvidenceType.TEAM, valid_until=ended_on + timedelta(days=1)
    )
    if on <= ended_on:
        if ended.update(valid_until=None):
            reconcile(case_id)
        return
    news = [
        New(
            EvidenceType.TEAM, row.agency_id, note=note, source=row.source, source_id=row.source_id,
            user_id=row.user_id, kinds=row.kinds,
        )
        for row in ended.order_by("created_at", "id")
    ]  # fmt: skip
    add_evidence(case_id, news, on=on)


def record_consent(
    case_id: UUID,
    *,
    by: Actor,
    level: ConsentLevel,
    answer: str,
    confirmed_on: date,
    person_id: UUID | None = None,
    method: str = "",
    explained_by: str = "",
    agencies: Iterable[UUID] | None = None,
    excluded: Iterable[UUID] = (),
    groups: Iterable[str] = (),
    kinds: int = int(SHAREABLE_KINDS),
    purposes: int = ALL_PURPOSES,
    valid_until: date | None = None,
    given_by: str = "",
    note: str = "",
    id: UUID | None = None,
) -> Consent:
    """Records what the person said (同意する/同意しない/不明); `agencies=None` means all that support needs.

    `groups` are the words by which agencies were named, `agencies` whoever belongs to them; `valid_until` is the first
    day on which the consent no longer holds. The rights on the case follow at once.
    """
    consent = Consent.objects.create(
        id=id or new_id(),
        case_id=case_id,
        person_id=person_id,
        level=level,
        answer=answer,
        confirmed_on=confirmed_on,
        method=method,
        given_by=given_by,
        explained_by=explained_by,
        all_agencies=agencies is None,
        agencies=list(agencies or []),
        groups=list(groups),
        excluded=list(excluded),
        kinds=kinds,
        purposes=purposes,
        valid_until=valid_until,
        note=note,
        recorded_by=by.user,
    )
    reconcile(case_id)
    return consent


def withdraw_consent(consent: Consent, *, on: date, note: str) -> None:
    """The person takes a consent back: access that stood on it ends at once, the proof stays (R-DIS-01)."""
    consent.withdrawn_on = on
    consent.withdrawn_note = note
    consent.save(update_fields=["withdrawn_on", "withdrawn_note"])
    reconcile(consent.case_id)


def reconcile(case_id: UUID) -> None:
    """Derives the rights on a case from its evidence and consents, and puts them in place of the old ones.

    Waits for whoever is deriving the same case: what they have just ended is not given back.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosure_lock(%s)", [case_id])
    _replace(case_id, derive_grants(facts_of(case_id), statements_of(case_id)))


def facts_of(case_id: UUID) -> list[Fact]:
    """The evidence of a case as the rules take it, oldest first. One query, two where work is entrusted."""
    rows = Evidence.objects.filter(case_id=case_id).select_related("contract").order_by("created_at", "id")
    found = list(rows)
    terms = _terms([row.contract for row in found if row.contract])
    return [_fact(row, terms) for row in found]


def consents_of(case_id: UUID) -> list[Consent]:
    """What the person said, oldest first."""
    return list(Consent.objects.filter(case_id=case_id).order_by("confirmed_on", "created_at"))


def level_of(case_id: UUID) -> ConsentLevel:
    """The stage at which an answer given now stands: whoever has applied, and not taken that back, answers as an applicant
    (R-COOR-01).
    """
    applied = Consent.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=today()),
        case_id=case_id,
        level=ConsentLevel.APPLICATION,
        answer=ConsentAnswer.AGREE,
        withdrawn_on__isnull=True,
    )
    return ConsentLevel.APPLICATION if applied.exists() else ConsentLevel.RECEPTION


def statements_of(case_id: UUID) -> list[Statement]:
    return [_statement(consent) for consent in consents_of(case_id)]


def agencies_covered(case_id: UUID, agency_ids: Iterable[UUID], *, on: date) -> set[UUID]:
    """Which of these agencies may know of the case by consent on that day (R-DIS-01)."""
    return covered(consents_of(case_id), agency_ids, on=on)


def covered(consents: Iterable[Consent], agency_ids: Iterable[UUID], *, on: date) -> set[UUID]:
    """The same, among consents already read."""
    statements = [_statement(consent) for consent in consents]
    return {a for a in agency_ids if consent_in_force(statements, a, on) is not None}


def said(consents: Iterable[Consent], *, on: date) -> str:
    """What the person last said about sharing (同意する/同意しない), or '' when nothing clear holds on that day."""
    return latest_word([_statement(consent) for consent in consents], on)


def acknowledge(source_id: UUID) -> None:
    """The viewer has acknowledged the duty of secrecy: what the meeting `source_id` opens to them opens now (R-DIS-02)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosure_acknowledge(%s)", [source_id])


def _evidence(case_id: UUID, new: New, on: date) -> Evidence:
    return Evidence(
        id=new_id(),
        case_id=case_id,
        type=new.type,
        agency_id=new.agency_id,
        user_id=new.user_id,
        kinds=new.kinds,
        valid_from=new.valid_from or on,
        valid_until=new.valid_until,
        source=new.source,
        source_id=new.source_id,
        note=new.note,
        contract=new.contract,
        acknowledged_on=new.acknowledged_on,
    )


def _fact(row: Evidence, terms: Terms) -> Fact:
    return Fact(
        id=row.id,
        type=row.type,
        agency_id=row.agency_id,
        user_id=row.user_id,
        kinds=row.kinds,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        note=row.note,
        terms=terms.get((row.contract.delivery_id, row.contract.agency_id), ()) if row.contract else (),
        acknowledged_on=row.acknowledged_on,
    )


Terms = dict[tuple[UUID, UUID], tuple[tuple[date, date | None], ...]]
"""By delivery and agency, the terms of all contracts, the earliest first."""


def _terms(contracts: Iterable[Contract]) -> Terms:
    """The contracts that follow each other for the same delivery and agency: a new year is a new contract."""
    wanted = {(contract.delivery_id, contract.agency_id) for contract in contracts}
    found: Terms = {}
    for row in contracts_between(wanted) if wanted else ():
        after = row.ends_on + timedelta(days=1) if row.ends_on else None
        key = (row.delivery_id, row.agency_id)
        found[key] = (*found.get(key, ()), (row.starts_on, after))
    return found


def _statement(row: Consent) -> Statement:
    return Statement(
        id=row.id,
        answer=row.answer,
        level=row.level,
        confirmed_on=row.confirmed_on,
        all_agencies=row.all_agencies,
        agencies=frozenset(row.agencies),
        excluded=frozenset(row.excluded),
        kinds=row.kinds,
        valid_until=row.valid_until,
        withdrawn_on=row.withdrawn_on,
        purposes=row.purposes,
    )


def _replace(case_id: UUID, rows: Sequence[GrantRow]) -> None:
    payload: list[dict[str, Any]] = [asdict(row) for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_replace_grants(%s, %s::jsonb)",
            [case_id, json.dumps(payload, cls=DjangoJSONEncoder)],
        )
