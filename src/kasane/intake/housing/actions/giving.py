"""家賃補助 while it is given: the decision, talks, extensions, interruptions, the end (R-SELF-01)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.intake.housing import moving, rules
from kasane.intake.housing.actions.common import (
    TALK_DAYS,
    come_next,
    desk_writes,
    tell,
)
from kasane.intake.models import HousingBenefit, HousingState, HousingTalk, HousingTerm
from kasane.intake.registers.actions import remind

TERM = "housing_term"


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
        + moving.kind_obstacles(is_moving=row.is_moving, wanted=False)
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
        come_next(row, by=by, what="受給中の面接", due_on=starts_on + timedelta(days=TALK_DAYS))
    else:
        come_next(row, by=by, what="", due_on=None)
    what = "支給が決まった" if granted else "不支給と決まった"
    tell(row, by=by, on=decided_on, code="housing_decided", what=what, body=note)
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
        come_next(row, by=by, what="受給中の面接", due_on=next_on)
    what = f"面接({held.get_result_display()})"
    tell(row, by=by, on=on, code="housing_talk", what=what, body=note)
    return held


@transaction.atomic
def extend(benefit: HousingBenefit, *, by: Actor, decided_on: date, note: str) -> HousingTerm:
    """Three months more, from the day after. Raises Forbidden for a third time."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    last = row.terms.order_by("-number").first()
    last_on = last.ends_on if last else row.received_on
    require(
        desk_writes(row.case, by=by)
        + moving.kind_obstacles(is_moving=row.is_moving, wanted=False)
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
    tell(row, by=by, on=decided_on, code="housing_extended", what=what, body=note)
    return term


@transaction.atomic
def pause(benefit: HousingBenefit, *, by: Actor, on: date, reason: str) -> HousingBenefit:
    """Interrupts the benefit; how the person is gets asked after a month."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + moving.kind_obstacles(is_moving=row.is_moving, wanted=False)
        + rules.pause_obstacles(state=row.state, on=on, reason=reason, today=today())
    )
    row.state, row.paused_on, row.pause_reason = HousingState.PAUSED, on, reason
    row.save_next()
    _forget_terms(row, by=by, on=on)
    come_next(row, by=by, what="中断のようすを確かめる", due_on=on + timedelta(days=TALK_DAYS))
    tell(row, by=by, on=on, code="housing_paused", what="中断した", body=reason)
    return row


@transaction.atomic
def resume(benefit: HousingBenefit, *, by: Actor, on: date, ends_on: date) -> HousingBenefit:
    """Goes on after an interruption, to the last day that the authority named anew."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    term = row.terms.order_by("-number").first()
    require(
        desk_writes(row.case, by=by)
        + moving.kind_obstacles(is_moving=row.is_moving, wanted=False)
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
    come_next(row, by=by, what="受給中の面接", due_on=on + timedelta(days=TALK_DAYS))
    body = f"支給期間は{wareki(ends_on)}まで"
    tell(row, by=by, on=on, code="housing_resumed", what="再開した", body=body)
    return row


@transaction.atomic
def end(benefit: HousingBenefit, *, by: Actor, on: date, ended_as: str, note: str) -> HousingBenefit:
    """Ends the benefit with how it ended; nothing of it waits any more."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.end_obstacles(state=row.state, on=on, ended_as=ended_as, note=note, today=today())
        + (moving.end_obstacles(ended_as=ended_as) if row.is_moving else [])
    )
    row.state, row.ended_on, row.ended_as, row.end_note = HousingState.ENDED, on, ended_as, note
    row.save_next()
    _forget_terms(row, by=by, on=on)
    come_next(row, by=by, what="", due_on=None)
    what = f"終了({row.get_ended_as_display()})"
    tell(row, by=by, on=on, code="housing_ended", what=what, body=note)
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
        what=f"{row.title}: {more}を確かめる({wareki(term.ends_on)}まで)",
        due_on=term.ends_on - timedelta(days=rules.CHECK_BEFORE_END),
        source=TERM,
        source_id=term.id,
        kinds=term.kinds,
        agency=row.agency,
    )


def _forget_terms(row: HousingBenefit, *, by: Actor, on: date) -> None:
    for term_id in row.terms.values_list("id", flat=True):
        cases.complete_tasks(row.case_id, by=by, on=on, source_id=term_id)
