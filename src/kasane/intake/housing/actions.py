"""What the desk does for 住居確保給付金, from the application to the end (R-SELF-01)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.intake.housing import rules
from kasane.intake.housing.queries import desks, facts_of
from kasane.intake.models import (
    HOUSING_KINDS,
    HousingBenefit,
    HousingState,
    HousingTalk,
    HousingTerm,
    Paper,
)
from kasane.intake.registers.actions import may_write, of_this_case, remind
from kasane.people.models import Person

SOURCE = "housing_benefit"
TERM = "housing_term"
PAPERS = {one.value: str(one.label) for one in Paper}
SEND_DAYS = 14
ANSWER_DAYS = 21
TALK_DAYS = 30


def desk_writes(case: Case, *, by: Actor, begins: bool = False) -> list[Obstacle]:
    """What forbids this viewer to write about the benefit."""
    return may_write(case, by=by, kinds=HOUSING_KINDS, begins=begins) + rules.desk_obstacles(
        case.id, desks=desks(), agency_id=by.agency.id
    )


@transaction.atomic
def receive(case: Case, *, by: Actor, person: Person, received_on: date, **values: Any) -> HousingBenefit:
    """Takes an application in. Raises Forbidden for another desk and while one of the household is open."""
    case = Case.lock(case.pk, version=None)
    is_open = HousingBenefit.objects.filter(case=case, ended_on__isnull=True).exists()
    require(
        desk_writes(case, by=by, begins=True)
        + of_this_case(case, person, rules.ID)
        + rules.receive_obstacles(
            received_on=received_on,
            lost_on=values.get("lost_on"),
            household_size=values["household_size"],
            today=today(),
            already_open=is_open,
        )
    )
    row = HousingBenefit.objects.create(
        case=case, person=person, agency=by.agency, received_by=by.user, received_on=received_on, **values
    )
    _next(
        row, by=by, what="住居確保給付金: 書類をそろえて送る", due_on=received_on + timedelta(days=SEND_DAYS)
    )
    _event(row, by=by, on=received_on, code="housing_received", what="受け付けた", body=row.note)
    return row


@transaction.atomic
def change(benefit: HousingBenefit, *, by: Actor, version: int, **values: Any) -> HousingBenefit:
    """Corrects the application and ticks the papers that came. Raises StaleEdit, and Forbidden once it was sent."""
    row = HousingBenefit.lock(benefit.pk, version=version)
    require(
        desk_writes(row.case, by=by)
        + rules.state_obstacles(row.state, ("received",))
        + rules.receive_obstacles(
            received_on=row.received_on,
            lost_on=values.get("lost_on"),
            household_size=values["household_size"],
            today=today(),
            already_open=False,
        )
    )
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    return row


@transaction.atomic
def send(benefit: HousingBenefit, *, by: Actor, on: date, sent_to: str) -> HousingBenefit:
    """Sends the papers to the authority that decides. Raises Forbidden while a paper or a figure is missing."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.send_obstacles(
            facts_of(row), state=row.state, on=on, sent_to=sent_to, titles=PAPERS, today=today()
        )
    )
    row.state, row.sent_on, row.sent_to = HousingState.SENT, on, sent_to
    row.save_next()
    _next(
        row, by=by, what=f"住居確保給付金: {sent_to}の決定を確かめる", due_on=on + timedelta(days=ANSWER_DAYS)
    )
    _event(row, by=by, on=on, code="housing_sent", what=f"{sent_to}に送った", body="")
    return row


@transaction.atomic
def decide(
    benefit: HousingBenefit,
    *,
    by: Actor,
    granted: bool,
    decided_on: date,
    starts_on: date | None = None,
    number: str = "",
    monthly_amount: int | None = None,
    note: str = "",
) -> HousingBenefit:
    """Keeps what the authority decided: three months of benefit with their talks, or a refusal with its reason."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.decision_obstacles(
            state=row.state,
            granted=granted,
            decided_on=decided_on,
            sent_on=row.sent_on,
            starts_on=starts_on,
            note=note,
            today=today(),
        )
    )
    row.state = HousingState.GRANTED if granted else HousingState.REFUSED
    row.decided_on, row.decision_number, row.decision_note = decided_on, number, note
    row.monthly_amount = monthly_amount if granted else None
    row.ended_on = None if granted else decided_on
    row.save_next()
    if granted and starts_on is not None:
        _new_term(row, by=by, number=1, starts_on=starts_on, decided_on=decided_on, note=note)
        _next(row, by=by, what="住居確保給付金: 受給中の面接", due_on=starts_on + timedelta(days=TALK_DAYS))
    else:
        _next(row, by=by, what="", due_on=None)
    what = "支給が決まった" if granted else "不支給と決まった"
    _event(row, by=by, on=decided_on, code="housing_decided", what=what, body=note)
    return row


@transaction.atomic
def talk(
    benefit: HousingBenefit, *, by: Actor, on: date, result: str, note: str, next_on: date | None
) -> HousingTalk:
    """Writes down a talk; the next one comes onto 今日やること (受給中の面接)."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.talk_obstacles(state=row.state, on=on, next_on=next_on, today=today())
    )
    held = HousingTalk.objects.create(
        case=row.case, benefit=row, on=on, by=by.user, result=result, note=note, next_on=next_on
    )
    if row.state in rules.GIVEN:
        _next(row, by=by, what="住居確保給付金: 受給中の面接", due_on=next_on)
    what = f"面接({held.get_result_display()})"
    _event(row, by=by, on=on, code="housing_talk", what=what, body=note)
    return held


@transaction.atomic
def extend(benefit: HousingBenefit, *, by: Actor, decided_on: date, note: str) -> HousingTerm:
    """Three months more, from the day after. Raises Forbidden for a third time."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    last = row.terms.order_by("-number").first()
    last_on = last.ends_on if last else row.received_on
    require(
        desk_writes(row.case, by=by)
        + rules.extension_obstacles(
            state=row.state,
            terms=last.number if last else 0,
            last_on=last_on,
            decided_on=decided_on,
            note=note,
            today=today(),
        )
    )
    assert last is not None
    cases.complete_tasks(row.case_id, by=by, on=decided_on, source_id=last.id)
    term = _new_term(
        row,
        by=by,
        number=last.number + 1,
        starts_on=last_on + timedelta(days=1),
        decided_on=decided_on,
        note=note,
    )
    what = f"{term.label}({wareki(term.ends_on)}まで)"
    _event(row, by=by, on=decided_on, code="housing_extended", what=what, body=note)
    return term


@transaction.atomic
def pause(benefit: HousingBenefit, *, by: Actor, on: date, reason: str) -> HousingBenefit:
    """Interrupts the benefit; how the person is gets asked after a month."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.pause_obstacles(state=row.state, on=on, reason=reason, today=today())
    )
    row.state, row.paused_on, row.pause_reason = HousingState.PAUSED, on, reason
    row.save_next()
    _forget_terms(row, by=by, on=on)
    _next(row, by=by, what="住居確保給付金: 中断のようすを確かめる", due_on=on + timedelta(days=TALK_DAYS))
    _event(row, by=by, on=on, code="housing_paused", what="中断した", body=reason)
    return row


@transaction.atomic
def resume(benefit: HousingBenefit, *, by: Actor, on: date, ends_on: date) -> HousingBenefit:
    """Goes on after an interruption, to the last day that the authority named anew."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    term = row.terms.order_by("-number").first()
    require(
        desk_writes(row.case, by=by)
        + rules.resume_obstacles(
            state=row.state,
            paused_on=row.paused_on,
            on=on,
            last_on=term.ends_on if term else on,
            ends_on=ends_on,
        )
    )
    assert term is not None
    row.state, row.paused_on = HousingState.GRANTED, None
    row.save_next()
    term.ends_on = ends_on
    term.save(update_fields=["ends_on"])
    _watch_end(row, term, by=by)
    _next(row, by=by, what="住居確保給付金: 受給中の面接", due_on=on + timedelta(days=TALK_DAYS))
    body = f"支給期間は{wareki(ends_on)}まで"
    _event(row, by=by, on=on, code="housing_resumed", what="再開した", body=body)
    return row


@transaction.atomic
def end(benefit: HousingBenefit, *, by: Actor, on: date, ended_as: str, note: str) -> HousingBenefit:
    """Ends the benefit with how it ended; nothing of it waits any more."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.end_obstacles(state=row.state, on=on, ended_as=ended_as, note=note, today=today())
    )
    row.state, row.ended_on, row.ended_as, row.end_note = HousingState.ENDED, on, ended_as, note
    row.save_next()
    _forget_terms(row, by=by, on=on)
    _next(row, by=by, what="", due_on=None)
    what = f"終了({row.get_ended_as_display()})"
    _event(row, by=by, on=on, code="housing_ended", what=what, body=note)
    return row


@transaction.atomic
def withdraw(benefit: HousingBenefit, *, by: Actor, on: date, note: str) -> HousingBenefit:
    """The person takes the application back before it is decided."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(desk_writes(row.case, by=by) + rules.withdraw_obstacles(state=row.state, note=note))
    row.state, row.ended_on, row.end_note = HousingState.WITHDRAWN, on, note
    row.save_next()
    _next(row, by=by, what="", due_on=None)
    _event(row, by=by, on=on, code="housing_withdrawn", what="取り下げた", body=note)
    return row


def _new_term(
    row: HousingBenefit, *, by: Actor, number: int, starts_on: date, decided_on: date, note: str
) -> HousingTerm:
    term = HousingTerm.objects.create(
        case=row.case,
        benefit=row,
        number=number,
        starts_on=starts_on,
        ends_on=rules.last_day(starts_on),
        decided_on=decided_on,
        note=note,
    )
    _watch_end(row, term, by=by)
    return term


def _watch_end(row: HousingBenefit, term: HousingTerm, *, by: Actor) -> None:
    """A month before the last day: to be extended, or to be ended."""
    more = "延長の申請か終了" if term.number < rules.MOST_TERMS else "終了とその後の支援"
    remind(
        row.case_id,
        by=by,
        what=f"住居確保給付金: {more}を確かめる({wareki(term.ends_on)}まで)",
        due_on=term.ends_on - timedelta(days=rules.CHECK_BEFORE_END),
        source=TERM,
        source_id=term.id,
        kinds=term.kinds,
        agency=row.agency,
    )


def _forget_terms(row: HousingBenefit, *, by: Actor, on: date) -> None:
    for term_id in row.terms.values_list("id", flat=True):
        cases.complete_tasks(row.case_id, by=by, on=on, source_id=term_id)


def _next(row: HousingBenefit, *, by: Actor, what: str, due_on: date | None) -> None:
    """What the desk does next about the application, in place of what it was."""
    remind(
        row.case_id,
        by=by,
        what=what,
        due_on=due_on,
        source=SOURCE,
        source_id=row.id,
        kinds=row.kinds,
        agency=row.agency,
    )


def _event(row: HousingBenefit, *, by: Actor, on: date, code: str, what: str, body: str) -> None:
    cases.add_event(
        row.case_id,
        by=by,
        on=on,
        code=code,
        title=f"住居確保給付金: {what}",
        body=body,
        kinds=row.kinds,
        subject=SOURCE,
        subject_id=row.id,
    )
