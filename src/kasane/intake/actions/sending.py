"""Sending a つなぎ or a つなぎもどし (R-INT-04, R-INT-07, R-COOR-11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.ids import new_id
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
    also: Sequence[Agency] = (),
    accompaniment: str = Accompaniment.NOT_OFFERED,
    kinds: int = REFERRAL_KINDS,
    **sheet: Any,
) -> Referral:
    """Sends a つなぐシート; the receiver sees the case from then on, within the person's consent (R-INT-04, R-INT-07).

    With `also` the same sheet goes to these agencies too, in one act: each answers for itself. Answers the row of `receiver`.
    Raises Forbidden with what is missing; nothing is sent to anybody then.
    """
    receivers = list(dict.fromkeys([receiver, *also]))
    group = new_id() if len(receivers) > 1 else None
    rows = [
        _sheet(
            case,
            ReferralKind.REFER,
            by=by,
            receiver=one,
            group=group,
            sent_on=on,
            requests=list(requests),
            reason=reason,
            explained_by=explained_by,
            explained_what=explained_what,
            explained_on=explained_on,
            accompaniment=accompaniment,
            kinds=kinds,
            **sheet,
        )
        for one in receivers
    ]
    _send(rows, by=by)
    _decide_by_referring(rows, by=by)
    return rows[0]


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
    row = _sheet(
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
    )
    _send([row], by=by)
    return row


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
        today=today(),
    )


def _sheet(case: Case, kind: ReferralKind, *, by: Actor, **values: Any) -> Referral:
    """A つなぐシート as written, not yet checked."""
    return Referral(case=case, kind=kind, sender=by.agency, sent_by=by.user, **values)


def _send(rows: Sequence[Referral], *, by: Actor) -> None:
    """Sends the rows of one sheet, all or none."""
    case = Case.lock(rows[0].case_id, version=None)
    for row in rows:
        row.to_coordination = not row.is_hand_back and delivers_coordination(row.receiver_id)
    require(
        rules.send_all_obstacles({row.receiver.name: send_facts(row, case, by=by) for row in rows}),
    )
    for row in rows:
        _send_one(row, case, by=by)


def _send_one(row: Referral, case: Case, *, by: Actor) -> None:
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


def _decide_by_referring(rows: Sequence[Referral], *, by: Actor) -> None:
    """Referring straight from the sheet is a decision too, with its reason (R-INT-03)."""
    first = rows[0]
    reception = Reception.objects.filter(case_id=first.case_id, agency=by.agency, outcome="").first()
    if reception is not None:
        to_coordination = any(row.to_coordination for row in rows)
        outcome = Outcome.COORDINATION if to_coordination else Outcome.REFER
        keep_outcome(reception, by=by, on=first.sent_on, outcome=outcome, reason=first.reason)
