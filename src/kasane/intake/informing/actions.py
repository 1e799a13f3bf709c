"""Writing down what was told (R-INT-03, R-INT-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.disclosure.access import writable_kinds
from kasane.intake.informing import rules
from kasane.intake.models import InformationGiven, Likely, Matter, Reception

ASSISTANCE_KINDS = int(DataKind.BASIC | DataKind.ECONOMY)
"""That somebody may need 生活保護 is a matter of 経済・福祉制度 (R-DIS-04)."""


@dataclass(frozen=True)
class Given:
    """What was told, to whom, when, and how the person answered."""

    on: date
    told_to: str
    things: tuple[str, ...] = ()
    note: str = ""
    reply: str = ""
    reply_note: str = ""


def keep_information(case: Case, *, by: Actor, given: Given, matter: Matter, kinds: int) -> InformationGiven:
    """The record and its place in the course, as a part of the act that tells (R-INT-03).

    Raises Forbidden while it does not say what was told, to whom and when.
    """
    require(
        rules.information_obstacles(
            things=given.things, note=given.note, told_to=given.told_to, on=given.on, today=today()
        )
    )
    row = InformationGiven.objects.create(
        case=case,
        kinds=kinds,
        on=given.on,
        matter=matter,
        things=list(given.things),
        note=given.note,
        told_to=given.told_to,
        reply=given.reply,
        reply_note=given.reply_note,
        agency=by.agency,
        given_by=by.user,
    )
    answered = " ".join(filter(None, [row.get_reply_display(), row.reply_note]))
    cases.add_event(
        case.id,
        by=by,
        on=given.on,
        code="informed",
        title=f"{matter.label}({row.get_told_to_display()}に)",
        body="\n".join(filter(None, [row.words, answered and f"返事: {answered}"])),
        kinds=kinds,
        subject="information",
        subject_id=row.id,
    )
    return row


@transaction.atomic
def tell_of_assistance(reception: Reception, *, by: Actor, given: Given) -> InformationGiven:
    """生活保護のことを伝えた: when, by whom, and how the person answered; the sheet then says 「おそれがある」 (R-INT-08).

    Raises Forbidden for an agency that does not work on the case and while the answer is missing.
    """
    row = Reception.lock(reception.pk, version=None)
    case = Case.lock(row.case_id, version=None)
    require(
        rules.assistance_obstacles(
            is_open=case.is_open,
            writable=writable_kinds(case.id, by=by),
            kinds=ASSISTANCE_KINDS,
            told_to=given.told_to,
            reply=given.reply,
        )
    )
    kept = keep_information(case, by=by, given=given, matter=Matter.ASSISTANCE, kinds=ASSISTANCE_KINDS)
    if row.assistance != Likely.YES:
        row.assistance = Likely.YES
        row.save_next()
    return kept
