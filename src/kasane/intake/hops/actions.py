"""What both sides and the coordinator do around a つなぎ (R-INT-04, R-INT-05). One function per act, one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.obstacles import Forbidden, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.intake.actions.hop import event
from kasane.intake.hops import rules
from kasane.intake.hops.alerts import Alert
from kasane.intake.models import HopAct, Referral, ReferralComment, ReferralVisit, VisitState
from kasane.intake.rules import answer_due

QUESTION = "referral_question"
VISIT = "referral_visit"


@transaction.atomic
def comment(referral: Referral, *, by: Actor, on: date, text: str, asks: bool = False) -> ReferralComment:
    """Tells the other side something; with `asks` it stands on their home page until they reply (R-INT-04).

    Whatever one writes is the reply to what one was asked. Raises Forbidden for who is no side of the つなぎ.
    """
    row = Referral.lock(referral.pk, version=None)
    require(rules.comment_obstacles(is_party=_is_party(row, by), state=row.state, text=text))
    _reply(row, by=by, on=on)
    said = ReferralComment.objects.create(
        case_id=row.case_id,
        kinds=row.kinds,
        referral=row,
        agency=by.agency,
        author=by.user,
        text=text,
        asks=asks,
    )
    if asks:
        cases.add_task(
            row.case_id,
            agency=rules.addressee(author=by.agency, sender=row.sender, receiver=row.receiver),
            kind=cases.TaskKind.OTHER,
            what=f"つなぎについての{by.agency}からの問い合わせに返事をする",
            due_on=answer_due(
                on, is_urgent=row.is_urgent, within_days=profile.current().rules.referral_answer_days
            ),
            since=on,
            someone_waits=True,
            is_urgent=row.is_urgent,
            source=QUESTION,
            source_id=said.id,
        )
    return said


@transaction.atomic
def plan_visit(referral: Referral, *, by: Actor, on: date, place: str, **values: Any) -> ReferralVisit:
    """Plans going along (同行): it stands on the home page of both sides until it is told how it went (R-INT-04)."""
    row = Referral.lock(referral.pk, version=None)
    visit = ReferralVisit(
        case_id=row.case_id,
        kinds=row.kinds,
        referral=row,
        agency=by.agency,
        planned_by=by.user,
        on=on,
        place=place,
        **values,
    )
    _require_plan(row, visit, by)
    visit.save(force_insert=True)
    _put_on_home(row, visit)
    event(row, by=by, on=today(), code="visit_planned", what="同行の予定", body=visit_words(visit))
    return visit


@transaction.atomic
def change_visit(visit: ReferralVisit, *, by: Actor, version: int | None, **values: Any) -> ReferralVisit:
    """Another day, place or person. Raises StaleEdit, Forbidden when it was ended already."""
    found = ReferralVisit.lock(visit.pk, version=version)
    row = Referral.objects.select_related("sender", "receiver").get(pk=found.referral_id)
    if not found.is_planned:
        raise Forbidden(_ending(row, found, by, result="変更", on=found.on, done=False))
    for name, value in values.items():
        setattr(found, name, value)
    _require_plan(row, found, by)
    found.save_next()
    cases.complete_tasks(row.case_id, by=by, on=today(), source_id=found.id)
    _put_on_home(row, found)
    event(row, by=by, on=today(), code="visit_changed", what="同行の予定の変更", body=visit_words(found))
    return found


@transaction.atomic
def end_visit(
    visit: ReferralVisit, *, by: Actor, version: int | None, on: date, result: str, done: bool
) -> ReferralVisit:
    """Keeps how it went, or why not. Done writes one 支援経過記録 of the actor's agency (R-INT-04).

    Raises Forbidden, also for an agency that may not write in the case yet. After closure there is no record to write.
    """
    found = ReferralVisit.lock(visit.pk, version=version)
    row = Referral.objects.select_related("sender", "receiver").get(pk=found.referral_id)
    require(_ending(row, found, by, result=result, on=on, done=done))
    found.state = VisitState.DONE if done else VisitState.CANCELLED
    found.result, found.ended_on, found.ended_by = result, on, by.user
    found.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=found.id)
    case = Case.objects.get(pk=row.case_id)
    if done and case.is_open:
        _record(case, found, by=by)
        return found
    what = "同行" if done else "同行の取りやめ"
    event(row, by=by, on=on, code="visit_ended", what=what, body=result)
    return found


@transaction.atomic
def take_step(alert: Alert | None, *, by: Actor, on: date, act: HopAct, note: str, quiet_until: date) -> None:
    """The coordinator's step on a つなぎ that stands still: kept with who and why; quiet until a day, then back (R-INT-05).

    Works without seeing the case: asking for another way, or for 支援会議, waits at the agency that sent it.
    Raises Forbidden.
    """
    require(
        rules.step_obstacles(
            coordinates=by.is_coordinator,
            stands=alert is not None,
            note=note,
            quiet_until=quiet_until,
            on=on,
        )
    )
    assert alert is not None
    words = {
        HopAct.ASKED: f"{by.agency}から: {alert.hop.receiver}へのつなぎをどうするか、返事をする",
        HopAct.CONFERENCE: f"{by.agency}から: 止まっているつなぎを会議にかける",
    }
    kept = _call_step(
        [alert.hop.id, new_id(), new_id(), new_id(), act.value],
        [reason.value for reason in alert.reasons],
        [note, quiet_until, words.get(act, "")],
    )
    if not kept:
        raise Forbidden(
            rules.step_obstacles(coordinates=True, stands=False, note=note, quiet_until=quiet_until, on=on)
        )


def visit_words(visit: ReferralVisit) -> str:
    """The plan of a visit on a few lines, as it stands on the course of the case."""
    when = f"{visit.at:%H:%M} " if visit.at else ""
    lines = [
        f"{when}{visit.place}",
        f"待ち合わせ: {visit.meet_point}" if visit.meet_point else "",
        _who_goes(visit),
    ]
    return "\n".join(line for line in lines if line)


def _call_step(keys: Sequence[Any], reasons: Sequence[str], rest: Sequence[Any]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT intake_step_on_hop(%s, %s, %s, %s, %s, %s::text[], %s, %s, %s)",
            [*keys, list(reasons), *rest],
        )
        return bool(cursor.fetchone()[0])


def _reply(row: Referral, *, by: Actor, on: date) -> None:
    """What one was asked is answered by what one writes now; the coordinator's question is the sender's to answer."""
    open_questions = ReferralComment.objects.filter(referral=row, asks=True, replied_on=None)
    for asked in open_questions.exclude(agency=by.agency):
        if by.agency.id == rules.addressee(
            author=asked.agency_id, sender=row.sender_id, receiver=row.receiver_id
        ):
            asked.replied_on = on
            asked.save(update_fields=["replied_on"])
            cases.complete_tasks(row.case_id, by=by, on=on, source_id=asked.id)


def _require_plan(row: Referral, visit: ReferralVisit, by: Actor) -> None:
    require(
        rules.visit_obstacles(
            is_party=_is_party(row, by),
            state=row.state,
            place=visit.place,
            sender_goes=visit.sender_goes,
            receiver_goes=visit.receiver_goes,
        )
    )


def _ending(
    row: Referral, visit: ReferralVisit, by: Actor, *, result: str, on: date, done: bool
) -> list[Any]:
    return rules.end_visit_obstacles(
        is_party=_is_party(row, by), state=visit.state, result=result, on=on, today=today(), done=done
    )


def _put_on_home(row: Referral, visit: ReferralVisit) -> None:
    when = f"{visit.at:%H:%M} " if visit.at else ""
    for agency in (row.sender, row.receiver):
        cases.add_task(
            row.case_id,
            agency=agency,
            kind=cases.TaskKind.CONTACT,
            what=f"同行: {when}{visit.place}",
            due_on=visit.on,
            since=today(),
            kinds=row.kinds,
            source=VISIT,
            source_id=visit.id,
        )


def _record(case: Case, visit: ReferralVisit, *, by: Actor) -> None:
    at = timezone.make_aware(datetime.combine(visit.ended_on or visit.on, visit.at or time(12)))
    cases.write_record(
        case,
        by=by,
        at=at,
        method=ContactMethod.VISIT,
        place=visit.place,
        counterpart="本人(同行)",
        content="\n".join(line for line in (visit.result, _who_goes(visit)) if line),
        kinds=visit.kinds,
    )


def _who_goes(visit: ReferralVisit) -> str:
    who = "、".join(one for one in (visit.sender_goes, visit.receiver_goes) if one)
    return f"同行: {who}" if who else ""


def _is_party(row: Referral, by: Actor) -> bool:
    ids: tuple[UUID, UUID] = (row.sender_id, row.receiver_id)
    return by.agency.id in ids
