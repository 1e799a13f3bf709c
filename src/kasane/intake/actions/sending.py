"""Sending a つなぎ or a つなぎもどし (R-INT-04, R-INT-07, R-COOR-11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.disclosure import api as disclosure
from kasane.disclosure.api import EvidenceType, New
from kasane.disclosure.rules import consent_in_force, latest_word
from kasane.intake import rules
from kasane.intake.actions.hop import SOURCE, event
from kasane.intake.actions.outcome import keep_outcome
from kasane.intake.models import (
    REFERRAL_KINDS,
    Accompaniment,
    Outcome,
    Reception,
    Referral,
    ReferralKind,
    ReferralState,
    RequestKind,
)
from kasane.intake.queries import delivers_coordination


@transaction.atomic
def refer(
    case: Case,
    *,
    by: Actor,
    receiver: Agency,
    on: date,
    requests: Sequence[str],
    reason: str,
    explained_by: str,
    explained_what: str,
    explained_on: date | None,
    accompaniment: str = Accompaniment.NOT_OFFERED,
    kinds: int = REFERRAL_KINDS,
    **sheet: Any,
) -> Referral:
    """Sends a つなぐシート; the receiver sees the case from then on, within the person's consent (R-INT-04, R-INT-07).

    Raises Forbidden with what is missing; nothing is sent then.
    """
    referral = _send(
        _sheet(
            case,
            ReferralKind.REFER,
            by=by,
            receiver=receiver,
            sent_on=on,
            requests=list(requests),
            reason=reason,
            explained_by=explained_by,
            explained_what=explained_what,
            explained_on=explained_on,
            accompaniment=accompaniment,
            kinds=kinds,
            **sheet,
        ),
        by=by,
    )
    _decide_by_referring(referral, by=by)
    return referral


@transaction.atomic
def hand_back(
    case: Case,
    *,
    by: Actor,
    to_agency: Agency,
    on: date,
    reason: str,
    follow_up_on: date | None,
    explained_by: str,
    explained_what: str,
    explained_on: date | None,
    requests: Sequence[str] = (RequestKind.CONSULTATION, RequestKind.SHARING),
    accompaniment: str = Accompaniment.NOT_OFFERED,
    kinds: int = REFERRAL_KINDS,
    **sheet: Any,
) -> Referral:
    """Hands a closed case back to the agency that stays with the person (つなぎもどし, R-COOR-11)."""
    return _send(
        _sheet(
            case,
            ReferralKind.HAND_BACK,
            by=by,
            receiver=to_agency,
            sent_on=on,
            requests=list(requests),
            reason=reason,
            explained_by=explained_by,
            explained_what=explained_what,
            explained_on=explained_on,
            accompaniment=accompaniment,
            follow_up_on=follow_up_on,
            kinds=kinds,
            **sheet,
        ),
        by=by,
    )


def send_facts(row: Referral, case: Case, *, by: Actor) -> rules.SendFacts:
    """What is known of a つなぎ about to be sent, as plain values."""
    statements = disclosure.statements_of(case.id)
    consent = consent_in_force(statements, row.receiver_id, row.sent_on)
    return rules.SendFacts(
        case_id=str(case.id),
        is_hand_back=row.is_hand_back,
        is_open=case.is_open,
        writes=cases.writes_in(case.id, by=by),
        sender_is_responsible=case.responsible_agency_id == by.agency.id,
        same_agency=row.receiver_id == by.agency.id,
        receiver_active=row.receiver.is_active,
        to_coordination=row.to_coordination,
        waiting_at_receiver=Referral.objects.filter(
            case_id=case.id, receiver_id=row.receiver_id, state=ReferralState.SENT
        ).exists(),
        consent_answer=latest_word(statements, row.sent_on),
        consent_covers=consent is not None,
        consent_kinds=consent.kinds if consent else 0,
        kinds=row.kinds,
        requests=row.requests,
        reason=row.reason,
        explained_by=row.explained_by,
        explained_what=row.explained_what,
        explained_on=row.explained_on,
        on=row.sent_on,
    )


def _sheet(case: Case, kind: ReferralKind, *, by: Actor, **values: Any) -> Referral:
    """A つなぐシート as written, not yet checked."""
    return Referral(case=case, kind=kind, sender=by.agency, sent_by=by.user, **values)


def _send(row: Referral, *, by: Actor) -> Referral:
    case = Case.lock(row.case_id, version=None)
    row.to_coordination = not row.is_hand_back and delivers_coordination(row.receiver_id)
    require(rules.send_obstacles(send_facts(row, case, by=by)))
    row.is_urgent = row.is_urgent or case.is_urgent
    row.save(force_insert=True)
    note = f"{row.sender}からの{row.get_kind_display()}"
    disclosure.add_evidence(
        case.id,
        [New(EvidenceType.INVOLVED, row.receiver_id, note=note, source=SOURCE, source_id=row.id)],
        on=row.sent_on,
    )
    cases.add_task(
        case.id,
        agency=row.receiver,
        kind=cases.TaskKind.ANSWER_REFERRAL,
        what=f"{row.get_kind_display()}への返事({row.sender}から)",
        due_on=rules.answer_due(
            row.sent_on,
            is_urgent=row.is_urgent,
            within_days=profile.current().rules.referral_answer_days,
        ),
        since=row.sent_on,
        someone_waits=True,
        is_urgent=row.is_urgent,
        source=SOURCE,
        source_id=row.id,
    )
    event(row, by=by, on=row.sent_on, code="referral_sent", what="送る", body=row.reason)
    return row


def _decide_by_referring(row: Referral, *, by: Actor) -> None:
    """Referring straight from the sheet is a decision too, with its reason (R-INT-03)."""
    reception = Reception.objects.filter(case_id=row.case_id, agency=by.agency, outcome="").first()
    if reception is not None:
        outcome = Outcome.COORDINATION if row.to_coordination else Outcome.REFER
        keep_outcome(reception, by=by, on=row.sent_on, outcome=outcome, reason=row.reason)
