"""Answering a つなぎ and following it up (R-INT-04, R-INT-05)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import User
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.cases.queries import open_tasks
from kasane.disclosure import api as disclosure
from kasane.disclosure.api import EvidenceType, New
from kasane.intake import rules
from kasane.intake.actions.hop import SOURCE, end_sharing, event
from kasane.intake.models import Referral, ReferralState


@transaction.atomic
def answer(
    referral: Referral,
    *,
    by: Actor,
    version: int | None,
    on: date,
    answer: str,
    received_on: date | None = None,
    answered_by: User | None = None,
    note: str = "",
    talk_on: date | None = None,
    talk_with: str = "",
    talk_note: str = "",
) -> Referral:
    """受ける / 共に支援 / 戻す. Raises Forbidden, for a return without the record of a talk too (R-INT-04)."""
    row = Referral.lock(referral.pk, version=version)
    facts = rules.AnswerFacts(
        answer=answer,
        state=row.state,
        is_receiver=row.receiver_id == by.agency.id,
        sent_on=row.sent_on,
        received_on=received_on,
        on=on,
        talk_on=talk_on,
        talk_with=talk_with,
        talk_note=talk_note,
        today=today(),
    )
    require(rules.answer_obstacles(facts))
    # Two agencies that take the case in the same moment go one after the other: the first leads.
    Case.lock(row.case_id, version=None)
    answer = rules.answer_kept(answer, taken_beside=taken_beside(row) is not None)
    row.state, row.answered_on, row.answered_by = ReferralState(answer), on, answered_by or by.user
    row.received_on, row.answer_note = received_on or on, note
    row.talk_on, row.talk_with, row.talk_note = talk_on, talk_with, talk_note
    if row.state != ReferralState.RETURNED:
        row.follow_up_on = _follow_up_day(row, on)
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    if row.state == ReferralState.RETURNED:
        _task_for_sender(row, f"{row.receiver}から戻されたつなぎの、次の手を決める", on, returned=True)
    else:
        _join(row, by=by, on=on)
    event(
        row, by=by, on=on, code="referral_answered", what=str(row.get_state_display()), body=note or talk_note
    )
    return row


@transaction.atomic
def follow_up(referral: Referral, *, by: Actor, on: date, result: str) -> Referral:
    """Keeps how it went on after the answer (R-INT-05). After a return the receiver's part ends with it."""
    row = Referral.lock(referral.pk, version=None)
    require(
        rules.follow_up_obstacles(
            state=row.state,
            is_party=by.agency.id in (row.sender_id, row.receiver_id),
            done=row.followed_up_on is not None,
            result=result,
            on=on,
            answered_on=row.answered_on,
        )
    )
    row.followed_up_on, row.followed_up_by, row.follow_up_result = on, by.user, result
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    event(row, by=by, on=on, code="referral_followed_up", what="フォローアップ", body=result)
    if row.state == ReferralState.RETURNED:
        end_sharing(row, on=on, at_once=False)
    return row


def taken_beside(row: Referral) -> Referral | None:
    """Of the agencies asked with the same sheet, the one that took the case already."""
    if row.group is None:
        return None
    beside = Referral.objects.filter(case_id=row.case_id, group=row.group, state=ReferralState.ACCEPTED)
    return beside.exclude(pk=row.pk).select_related("receiver").first()


def _join(row: Referral, *, by: Actor, on: date) -> None:
    """The receiver is on the team from now on, and may become the responsible agency."""
    note = (
        f"{row.sender}からの{row.get_kind_display()}を{'共に支援' if row.state == 'joint' else '受けた機関'}"
    )
    disclosure.add_evidence(
        row.case_id,
        [New(EvidenceType.TEAM, row.receiver_id, note=note, source=SOURCE, source_id=row.id)],
        on=on,
    )
    end_sharing(row, on=on, at_once=True)
    case = Case.objects.get(pk=row.case_id)
    if rules.hands_over(
        answer=row.state,
        is_hand_back=row.is_hand_back,
        sender_is_responsible=case.responsible_agency_id == row.sender_id,
        stage=case.stage,
    ):
        cases.hand_over(case, by=by, agency=row.receiver, user=row.answered_by)
    if row.is_hand_back:
        _task_after_closure(row, on)
        return
    _task_for_sender(row, f"{row.receiver}につないだあとのフォローアップ", on)
    if row.to_coordination and case.stage == cases.Stage.RECEPTION:
        cases.add_task(
            row.case_id,
            agency=row.receiver,
            assignee=row.answered_by,
            kind=cases.TaskKind.APPLICATION,
            what="相談受付・申込票(2-2)を本人と書く",
            due_on=on + timedelta(days=rules.APPLY_WITHIN_DAYS),
            since=on,
            source=SOURCE,
        )


def _follow_up_day(row: Referral, on: date) -> date:
    """There is always a day for the follow-up: the one planned, not before the answer, else the town's usual one (R-INT-05)."""
    usual = on + timedelta(days=profile.current().rules.referral_follow_up_days)
    return max(row.follow_up_on, on) if row.follow_up_on else usual


def _task_for_sender(row: Referral, what: str, on: date, *, returned: bool = False) -> None:
    planned = _follow_up_day(row, on)
    cases.add_task(
        row.case_id,
        agency=row.sender,
        assignee=row.sent_by,
        kind=cases.TaskKind.FOLLOW_UP,
        what=what,
        due_on=on + timedelta(days=rules.DECIDE_AGAIN_WITHIN_DAYS) if returned else planned,
        since=on,
        someone_waits=returned,
        is_urgent=row.is_urgent and returned,
        source=SOURCE,
        source_id=row.id,
    )


def _task_after_closure(row: Referral, on: date) -> None:
    """The follow-up after closure, unless the closure has planned it for this agency already."""
    planned = any(
        task.kind == cases.TaskKind.FOLLOW_UP and task.agency_id == row.receiver_id and task.source != SOURCE
        for task in open_tasks(row.case_id)
    )
    if not planned:
        cases.add_task(
            row.case_id,
            agency=row.receiver,
            assignee=row.answered_by,
            kind=cases.TaskKind.FOLLOW_UP,
            what="終結後のフォローアップ",
            due_on=_follow_up_day(row, on),
            since=on,
            source=SOURCE,
            source_id=row.id,
        )
