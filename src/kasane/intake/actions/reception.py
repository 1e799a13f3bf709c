"""Receiving a consultation, correcting its sheet, deciding what follows (R-INT-01, R-INT-03, R-INT-08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import User
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.disclosure.access import writable_kinds
from kasane.disclosure.api import statements_of
from kasane.disclosure.rules import latest_word
from kasane.intake import rules
from kasane.intake.actions.consent import Said, keep_answer
from kasane.intake.actions.outcome import keep_outcome
from kasane.intake.informing.actions import Given, keep_information
from kasane.intake.informing.queries import assistance_told
from kasane.intake.models import Likely, Matter, Outcome, Reception, Referral, ReferralState
from kasane.people.actions import add_person, correct_person
from kasane.people.actions.pattern import refresh
from kasane.people.models import Person


@transaction.atomic
def receive(
    *,
    by: Actor,
    sheet: Mapping[str, Any],
    subject: Mapping[str, Any],
    consent: Said,
    household: Sequence[Mapping[str, Any]] = (),
) -> Reception:
    """Takes a consultation: opens the case, keeps 本人 and household, the sheet and the answer on sharing (R-INT-01).

    `sheet` holds the fields of Reception, `subject` and each of `household` those of Person. Raises Forbidden when
    something that is always asked is missing; nothing is saved then.
    """
    require(_sheet_obstacles(sheet, subject))
    on: date = sheet["received_on"]
    case = cases.open_case(
        by=by,
        on=on,
        is_urgent=bool(sheet.get("is_urgent")),
        urgent_note=str(sheet.get("urgent_note", "")),
    )
    add_person(case.id, by=by, is_subject=True, **_person(_named(subject), on))
    for member in household:
        add_person(case.id, by=by, **_person(member, on))
    values = {"received_by": by.user, **sheet, "kinds": _kinds(sheet)}
    reception = Reception.objects.create(case=case, agency=by.agency, **values)
    cases.add_event(
        case.id,
        by=by,
        on=on,
        code="reception",
        title=f"受付({reception.get_channel_display()})",
        body=reception.overview,
        kinds=reception.kinds,
        subject="reception",
        subject_id=reception.id,
    )
    keep_answer(case, by=by, said=consent)
    refresh(case.id, by=by)
    return reception


@transaction.atomic
def change_reception(
    reception: Reception,
    *,
    by: Actor,
    version: int,
    sheet: Mapping[str, Any],
    subject: Mapping[str, Any],
    household: Sequence[tuple[Person | None, Mapping[str, Any]]] = (),
    changes: Mapping[str, Any] | None = None,
) -> Reception:
    """Corrects the sheet and the people named on it; the log keeps what stood there before (R-DIS-08).

    `changes` are the fields of 本人 that were changed on the screen (without it: all of `subject`); `household` pairs
    a known person (or None for one more) with what was changed. What nobody touched keeps its history (R-PEO-01). Raises StaleEdit when the
    sheet was saved by someone else in between.
    """
    row = Reception.lock(reception.pk, version=version)
    require(
        [
            *rules.sheet_kinds_obstacles(
                writable=writable_kinds(row.case_id, by=by), kinds=row.kinds | _kinds(sheet)
            ),
            *_sheet_obstacles(sheet, subject),
        ]
    )
    for name, value in {**sheet, "kinds": _kinds(sheet)}.items():
        setattr(row, name, value)
    row.save_next()
    known = Person.objects.filter(case_id=row.case_id, is_subject=True).first()
    if known is None:
        add_person(row.case_id, by=by, is_subject=True, **_person(subject, row.received_on))
    else:
        told = subject if changes is None else changes
        correct_person(known, by=by, **_person(told, row.received_on))
    for person, values in household:
        if person is None:
            add_person(row.case_id, by=by, **_person(values, row.received_on))
        else:
            correct_person(person, by=by, **_person(values, row.received_on))
    _mark_urgency(row)
    refresh(row.case_id, by=by)
    return row


@transaction.atomic
def decide(
    reception: Reception,
    *,
    by: Actor,
    on: date,
    outcome: str,
    reason: str,
    assistance: str | None = None,
    given: Given | None = None,
) -> Reception:
    """Keeps what the desk decided after the first talk, and why (R-INT-03). 情報提供 ends the case with what was `given`.

    `assistance` is 生活保護を要するおそれ as judged now (None: as the sheet says); where there is one, the person must have
    been told of 生活保護 before (R-INT-08). Raises Forbidden with what stands in the way.
    """
    row = Reception.lock(reception.pk, version=None)
    case = Case.lock(row.case_id, version=None)
    if assistance is not None:
        row.assistance = assistance
    informed = given is not None
    facts = triage_facts(row, case, by=by, on=on, outcome=outcome, reason=reason, informed=informed)
    require(rules.triage_obstacles(facts))
    if given is not None:
        keep_information(case, by=by, given=given, matter=Matter.GENERAL, kinds=row.kinds)
    keep_outcome(row, by=by, on=on, outcome=Outcome(outcome), reason=reason)
    if outcome == Outcome.INFORMATION:
        cases.close(case, by=by, on=on, closed_as=cases.ClosedAs.INFORMATION)
    elif outcome == Outcome.CONFERENCE:
        cases.add_task(
            case.id,
            agency=by.agency,
            assignee=by.user,
            kind=cases.TaskKind.CONFERENCE,
            what="支援会議にかける",
            due_on=on + timedelta(days=1 if row.is_urgent else rules.CONFERENCE_WITHIN_DAYS),
            since=on,
            is_urgent=row.is_urgent,
            source="reception",
            source_id=row.id,
        )
    return row


@transaction.atomic
def check_outcome(
    reception: Reception, *, by: Actor, on: date, outcome: str, reason: str, assistance: str | None
) -> None:
    """Asks before the last page of an outcome whether anything but that page stands in its way; keeps only the judgement
    on 生活保護 (R-INT-03, R-INT-08). Raises Forbidden, and has kept nothing then.
    """
    row = Reception.lock(reception.pk, version=None)
    case = Case.lock(row.case_id, version=None)
    changes = assistance is not None and assistance != row.assistance
    if assistance is not None:
        row.assistance = assistance
    facts = triage_facts(row, case, by=by, on=on, outcome=outcome, reason=reason, informed=True)
    require(rules.triage_obstacles(facts))
    if changes:
        row.save_next()


@transaction.atomic
def plan_next(reception: Reception, *, by: Actor, on: date, due_on: date, what: str, assignee: User) -> None:
    """自分の機関で支援する: the next date, which comes up on 今日やること of who goes there (R-INT-03).

    Raises Forbidden for a closed case, for an agency that does not work on it, and for a day that is past.
    """
    row = Reception.lock(reception.pk, version=None)
    case = Case.lock(row.case_id, version=None)
    writes = cases.writes_in(case.id, by=by)
    require(rules.next_date_obstacles(is_open=case.is_open, writes=writes, due_on=due_on, today=today()))
    cases.complete_tasks(case.id, by=by, on=on, kind=cases.TaskKind.CONTACT, source_id=row.id)
    cases.add_task(
        case.id,
        agency=by.agency,
        assignee=assignee,
        kind=cases.TaskKind.CONTACT,
        what=what,
        due_on=due_on,
        since=on,
        is_urgent=row.is_urgent,
        source="reception",
        source_id=row.id,
    )


def triage_facts(
    row: Reception, case: Case, *, by: Actor, on: date, outcome: str, reason: str, informed: bool = False
) -> rules.TriageFacts:
    """What is known when the outcome is chosen, as plain values."""
    return rules.TriageFacts(
        case_id=str(case.id),
        outcome=outcome,
        reason=reason,
        is_open=case.is_open,
        writes=cases.writes_in(case.id, by=by),
        in_reception=case.stage == cases.Stage.RECEPTION,
        is_urgent=row.is_urgent,
        waiting_referrals=Referral.objects.filter(case_id=case.id, state=ReferralState.SENT).count(),
        consent_answer=latest_word(statements_of(case.id), on),
        topics=row.topics,
        assistance=row.assistance,
        assistance_told=row.assistance == Likely.YES and assistance_told(case.id),
        informed=informed,
    )


def _sheet_obstacles(sheet: Mapping[str, Any], subject: Mapping[str, Any]) -> list[Any]:
    return rules.reception_obstacles(
        name=f"{subject.get('family_name', '')}{subject.get('given_name', '')}",
        overview=str(sheet.get("overview", "")),
        topics=sheet.get("topics", ()),
        main_topic=str(sheet.get("main_topic", "")),
        is_urgent=bool(sheet.get("is_urgent")),
        urgent_note=str(sheet.get("urgent_note", "")),
        is_anonymous=bool(sheet.get("is_anonymous")),
        consulter_name=str(sheet.get("consulter_name", "")),
    )


def _kinds(sheet: Mapping[str, Any]) -> int:
    return int(sheet.get("kinds", 0)) | rules.kinds_of_topics(sheet.get("topics", ()))


UNKNOWN_NAME = "不明"


def _named(subject: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of whom no name is known the file says so, as the paper does (R-INT-02)."""
    named = any(str(subject.get(name) or "").strip() for name in ("family_name", "given_name"))
    return subject if named else {**subject, "family_name": UNKNOWN_NAME}


def _person(values: Mapping[str, Any], on: date) -> dict[str, Any]:
    """An age that was told holds for the day of the talk."""
    told = {} if values.get("stated_age") is None else {"stated_age_on": on}
    return {**told, **values}


def _mark_urgency(row: Reception) -> None:
    """The case is urgent when its sheet says so."""
    case = Case.lock(row.case_id, version=None)
    if (case.is_urgent, case.urgent_note) != (row.is_urgent, row.urgent_note):
        case.is_urgent, case.urgent_note = row.is_urgent, row.urgent_note
        case.save_next()
