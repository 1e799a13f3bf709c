"""One household's course as dated steps, each an act of the product by the worker whose job it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from kasane.demo import labels, model
from kasane.demo.course.file import Act, File
from kasane.demo.course.first_contact import (
    answer,
    follow_up_referral,
    followed_up_on,
    receive,
    refer,
    support_conference,
    triage,
)
from kasane.demo.course.household import change_household, tie_agencies, tie_household
from kasane.demo.course.planning import apply, assess, keep_score, make_plan, submit
from kasane.demo.course.support import (
    accept_back,
    after_closure,
    decide,
    evaluate,
    follow_back,
    followed_back_on,
    hand_back,
    judge_closure,
    judge_plan,
    keep_record,
    monitor,
    put_closure,
    put_plan,
)


def steps_of(file: File) -> Iterator[tuple[date, int, Act]]:
    """(day, rank on that day, act) for everything that happened so far or is planned already."""
    home = file.home
    yield home.received_on, 0, lambda: receive(file)
    yield home.received_on, 0, lambda: tie_household(file)
    if (
        home.triage not in (labels.Triage.REFER_AGENCY, labels.Triage.REFER_COORDINATION)
        or not home.referrals
    ):
        yield home.received_on, 1, lambda: triage(file)
    for referral in home.referrals:
        yield referral.referred_on, 2, _bind(refer, file, referral)
        if referral.answer is not None and referral.answered_on:
            yield referral.answered_on, 3, _bind(answer, file, referral)
        if followed := followed_up_on(referral):
            yield followed, 4, _bind(follow_up_referral, file, referral)
    if home.support_conference:
        yield home.support_conference.held_on, 5, lambda: support_conference(file)
    if home.application:
        yield home.application.applied_on, 6, lambda: apply(file)
    if home.assessment:
        yield home.assessment.completed_on, 7, lambda: assess(file)
    yield from _plan_steps(file)
    for change in home.changes:
        yield change.on, 19, _bind(change_household, file, change)
    for record in home.records:
        yield home.day_of(record), 20, _bind(keep_record, file, record)


def _plan_steps(file: File) -> Iterator[tuple[date, int, Act]]:
    home = file.home
    if home.plan:
        yield home.plan.made_on, 8, lambda: make_plan(file)
        yield home.plan.made_on, 8, lambda: tie_agencies(file)
    for score in home.scores:
        yield score.on, 9, _bind(keep_score, file, score)
    if home.plan and home.plan_meeting:
        meeting = home.plan_meeting
        ready = max(home.plan.made_on, meeting.held_on - timedelta(days=7))
        yield min(ready, meeting.held_on), 10, lambda: submit(file)
        yield min(ready, meeting.held_on), 11, lambda: put_plan(file)
        if meeting.judgement is not None:
            yield meeting.held_on, 12, lambda: judge_plan(file)
    if home.decision:
        yield home.decision.decided_on, 13, lambda: decide(file)
    for monitoring in home.monitorings:
        yield monitoring.on, 14, _bind(monitor, file, monitoring)
    if home.evaluation:
        yield home.evaluation.on, 15, lambda: evaluate(file)
    if home.closing_meeting and any(s.timing == labels.ScoreTiming.CLOSURE for s in home.scores):
        yield _closure_ready_on(home), 16, lambda: put_closure(file)
        if home.closing_meeting.judgement is not None:
            yield home.closing_meeting.held_on, 30, lambda: judge_closure(file)
    if home.closure and home.closure.handed_back_to != labels.Agency.JUSO:
        yield home.closure.handed_back_on, 31, lambda: hand_back(file)
        yield home.closure.handed_back_on, 32, lambda: accept_back(file)
        if followed := followed_back_on(file):
            yield followed, 33, lambda: follow_back(file)
        for follow_up in home.closure.follow_ups:
            if follow_up.done_on is not None:
                yield follow_up.done_on, 33, _bind(after_closure, file, follow_up)


def _closure_ready_on(home: model.DemoHousehold) -> date:
    """A week before the meeting, but not before the evaluation and the last つながり評価 are written."""
    written = [home.evaluation.on, *(score.on for score in home.scores)]
    return max(*written, home.closing_meeting.held_on - timedelta(days=7))


def _bind(act: Callable[[File, Any], None], file: File, value: Any) -> Act:
    return lambda: act(file, value)
