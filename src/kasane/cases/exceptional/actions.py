"""What is done about disclosure without consent. One transaction each; the rule is asked inside (R-DIS-05)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, User
from kasane.base.dates import today, wareki
from kasane.base.kinds import DataKind
from kasane.base.names import fold, fold_kana, sound
from kasane.base.obstacles import require
from kasane.cases import actions as cases
from kasane.cases import rules as case_rules
from kasane.cases.exceptional import rules
from kasane.cases.exceptional.queries import course_of, kinds_seen_by, oversees, request_waits
from kasane.cases.models import Case
from kasane.disclosure.access import writable_kinds
from kasane.disclosure.models import ExceptionState, LegalException, Review


@transaction.atomic
def ask(
    case: Case,
    *,
    by: Actor,
    ground: str,
    law: str,
    reason: str,
    agency: Agency | None,
    user: User | None,
    kinds: int,
    valid_from: date | None,
    valid_until: date | None,
    outside: str = "",
) -> LegalException:
    """Asks for a disclosure without consent; nothing opens before it is approved. `valid_until` excludes its day.

    Without an agency it is for telling somebody `outside`: they are told by the asking agency and see nothing here.

    Raises Forbidden with what the rules say, for a closed case, and for who does not work on it (R-DIS-05).
    """
    asked = rules.Asked(ground, law, reason, kinds, valid_from, valid_until)
    writable = writable_kinds(case.id, by=by)
    receiver = agency or by.agency
    require(
        case_rules.write_obstacles(is_open=case.is_open, writable=writable, kinds=kinds & ~DataKind.TAX)
        + rules.asking_obstacles(
            asked,
            day=today(),
            longest=profile.current().rules.exception_days,
            already=kinds_seen_by(case.id, agency=agency, user=user) if agency else 0,
            is_resident=receiver.kind == AgencyKind.RESIDENT,
            is_waiting=request_waits(case.id, agency=receiver, user=user, outside=outside),
        )
    )
    assert valid_from is not None and valid_until is not None
    row = LegalException.objects.create(
        case_id=case.id,
        ground=ground,
        law=law,
        reason=reason,
        agency=receiver,
        user=user,
        outside=outside,
        kinds=kinds,
        valid_from=valid_from,
        valid_until=valid_until,
        requested_by=by.user,
        requesting_agency=by.agency,
    )
    cases.add_event(
        case.id,
        by=by,
        code="exception_asked",
        title="法令に基づく例外の承認を求めた",
        body=f"{outside or receiver.name}に、{wareki(valid_from)}から。{row.get_ground_display()}",
        subject="exception",
        subject_id=row.id,
    )
    return row


@transaction.atomic
def decide(exception: LegalException, *, by: Actor, approves: bool, note: str = "") -> LegalException:
    """Approves or refuses. The deciding person need not see the case (R-DIS-05).

    Raises Forbidden for who is no manager or decider of the municipality, and for their own request.
    """
    row = _locked(exception)
    decides = oversees(by, deciding=True)
    require(
        rules.deciding_obstacles(
            course_of(row), by=by.user.id, decides=decides, approves=approves, note=note, day=today()
        )
    )
    row.state = ExceptionState.APPROVED if approves else ExceptionState.REFUSED
    row.decided_by, row.decided_on, row.decision_note = by.user, today(), note
    row.save(update_fields=["state", "decided_by", "decided_on", "decision_note"])
    return row


@transaction.atomic
def end(exception: LegalException, *, by: Actor) -> LegalException:
    """Ends it before its time: at once (R-DIS-05). Raises Forbidden for who has no part in it."""
    row = _locked(exception)
    writes = bool(writable_kinds(row.case_id, by=by))
    require(
        rules.ending_obstacles(
            course_of(row), by=by.user.id, writes=writes, oversees=oversees(by), day=today()
        )
    )
    row.ended_on = today()
    row.save(update_fields=["ended_on"])
    return row


@transaction.atomic
def tell_outcome(exception: LegalException, *, by: Actor, outcome: str) -> LegalException:
    """Whoever saw the case writes what they did with it (R-DIS-05). Raises Forbidden for anybody else."""
    row = _locked(exception)
    require(rules.outcome_obstacles(course_of(row), by=by.user.id, outcome=outcome))
    row.outcome = outcome
    row.save(update_fields=["outcome"])
    return row


@transaction.atomic
def review(exception: LegalException, *, by: Actor, verdict: str, note: str) -> LegalException:
    """Says afterwards whether it was proper; what was not ends at once (R-DIS-05).

    Raises Forbidden for who does not look after disclosure, and for who asked or saw.
    """
    row = _locked(exception)
    course = course_of(row)
    require(
        rules.reviewing_obstacles(
            course, by=by.user.id, oversees=oversees(by), verdict=verdict, note=note, day=today()
        )
    )
    row.review, row.review_note = verdict, note
    row.reviewed_by, row.reviewed_on = by.user, today()
    if verdict == Review.IMPROPER and course.may_end(today()):
        row.ended_on = today()
    row.save(update_fields=["review", "review_note", "reviewed_by", "reviewed_on", "ended_on"])
    return row


@dataclass(frozen=True)
class Opened:
    """What the urgent door answered: opened or open before, or why not (not_found, too_many, improper, …)."""

    cases: list[UUID] = field(default_factory=list)
    refused: str = ""


@transaction.atomic
def open_urgently(
    *,
    by: Actor,
    danger: str,
    reason: str,
    name: str,
    born: date | None = None,
    label: tuple[int, int] | None = None,
) -> Opened:
    """Opens cases at once: of the person so named and born that day, or of a number with a name in it (R-INT-09).

    Raises Forbidden before anything is tried. What the database then answers comes back as a value and not as an
    exception, so that the try stays in the log.
    """
    resident = by.agency.kind == AgencyKind.RESIDENT
    require(rules.urgent_obstacles(reason=reason, danger=danger, is_resident=resident))
    chosen = next(one for one in rules.DANGERS if one.code == danger)
    year, number = label or (None, None)
    days = profile.current().rules.urgent_days
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM cases_open_urgently(%s, %s, %s::date, %s, %s, %s, %s, %s, %s)",
            [fold(name), sound(fold_kana(name)), born, year, number, chosen.ground, chosen.law, reason, days],
        )
        answers = cursor.fetchall()
    found = [case_id for outcome, case_id in answers if outcome in ("opened", "already")]
    return Opened(found) if found else Opened(refused=answers[0][0])


def _locked(exception: LegalException) -> LegalException:
    row: LegalException = LegalException.objects.select_for_update(of=("self",)).get(pk=exception.pk)
    return row
