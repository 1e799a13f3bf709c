"""What every step of a つなぎ does to the case: a line on its course, an end to sharing; and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.disclosure import api as disclosure
from kasane.disclosure.api import EvidenceType
from kasane.disclosure.rules import Statement, consent_in_force
from kasane.intake import rules
from kasane.intake.models import Referral, ReferralComment, ReferralState, ReferralVisit, VisitState

SOURCE = "referral"


@transaction.atomic
def take_back(referral: Referral, *, by: Actor, on: date, note: str) -> Referral:
    """The sender takes an unanswered つなぎ back; the receiver loses sight of the case at once."""
    row = Referral.lock(referral.pk, version=None)
    require(rules.take_back_obstacles(state=row.state, is_sender=row.sender_id == by.agency.id, note=note))
    _stop(row, by=by, on=on, note=note)
    return row


def stop_uncovered(case_id: UUID, statements: Sequence[Statement], *, by: Actor, on: date) -> None:
    """Takes back every unanswered つなぎ to an agency that the person, by these statements, no longer lets know (R-DIS-01).

    Told before the statements are kept: who writes may lose sight of the case by them.
    """
    waiting = Referral.objects.filter(case_id=case_id, state=ReferralState.SENT).select_related(
        "sender", "receiver"
    )
    for row in waiting:
        if consent_in_force(statements, row.receiver_id, on) is None:
            _stop(row, by=by, on=on, note="本人の同意がなくなったため")


def end_sharing(row: Referral, *, on: date, at_once: bool) -> None:
    disclosure.end_evidence(
        row.case_id, on=on, source=SOURCE, source_id=row.id, type=EvidenceType.INVOLVED, at_once=at_once
    )


def event(row: Referral, *, by: Actor, on: date, code: str, what: str, body: str) -> None:
    cases.add_event(
        row.case_id,
        by=by,
        on=on,
        code=code,
        title=f"{row.get_kind_display()}: {row.sender} → {row.receiver}({what})",
        body=body,
        kinds=row.kinds,
        subject=SOURCE,
        subject_id=row.id,
    )


def _stop(row: Referral, *, by: Actor, on: date, note: str) -> None:
    row.state, row.withdrawn_on, row.withdrawn_note = ReferralState.WITHDRAWN, on, note
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    _settle(row, by=by, on=on, note=note)
    event(row, by=by, on=on, code="referral_withdrawn", what="取り下げ", body=note)
    end_sharing(row, on=on, at_once=True)


def _settle(row: Referral, *, by: Actor, on: date, note: str) -> None:
    """Nobody waits any more for a reply to this つなぎ, and nobody goes along."""
    for question in ReferralComment.objects.filter(referral=row, asks=True, replied_on=None):
        cases.complete_tasks(row.case_id, by=by, on=on, source_id=question.id)
    for visit in ReferralVisit.objects.filter(referral=row, state=VisitState.PLANNED):
        visit.state, visit.result = VisitState.CANCELLED, f"つなぎの取り下げ: {note}"
        visit.ended_on, visit.ended_by = on, by.user
        visit.save_next()
        cases.complete_tasks(row.case_id, by=by, on=on, source_id=visit.id)
