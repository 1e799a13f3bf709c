"""Conference, decision, records, monitoring, evaluation and closure of one made-up household."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from kasane.base.choices import ContactMethod, Timing
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.cases import actions as cases
from kasane.cases.models import Case, TaskKind
from kasane.conferences import actions as conferences
from kasane.conferences.models import Outcome as Judgement
from kasane.coordination import choices
from kasane.coordination.actions import decision, follow
from kasane.coordination.approval.actions import draft_decision
from kasane.coordination.models import Plan
from kasane.demo import labels, model
from kasane.demo.calendar import workday_around
from kasane.demo.course.file import KINDS, File, change_code, same
from kasane.demo.course.first_contact import opinions
from kasane.demo.town import MULTI_TIER
from kasane.disclosure.access import writable_kinds
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answering, sending
from kasane.intake.models import Referral


def _put(file: File, told: model.DemoMeeting, timing: Timing, title: str) -> None:
    by = file.juso
    with acting_as(by):
        meeting = file.town.meeting(MULTI_TIER, told.held_on, told.members, by=by)
        conferences.add_item(
            meeting,
            by=by,
            on=max(meeting.convened_on, file.home.received_on),
            function=MULTI_TIER,
            title=title,
            case=file.fresh(),
            timing=timing,
            purpose=told.purpose,
        )


def put_plan(file: File) -> None:
    _put(file, file.home.plan_meeting, Timing.PLAN, "支援プラン(初回)")


def put_closure(file: File) -> None:
    _put(file, file.home.closing_meeting, Timing.CLOSURE, "支援の終結")


def _judge(file: File, told: model.DemoMeeting, timing: Timing, **more: Any) -> None:
    from kasane.conferences.models import AgendaItem

    by = file.juso
    with acting_as(by):
        meeting = file.town.meeting(MULTI_TIER, told.held_on, told.members, by=by)
        file.town.present(meeting, by=by)
        item = AgendaItem.objects.select_related("meeting", "body").get(
            meeting=meeting, case_id=file.case.id, timing=timing
        )
        conferences.write_talk(item, by=by, version=0, text=told.conclusion, opinions=opinions(file, told))
        judgement = {"適切": "appropriate", "修正して再提出": "revise", "終結": "close", "中断": "interrupt"}
        conferences.judge(
            AgendaItem.objects.select_related("meeting", "body").get(pk=item.pk),
            by=by,
            on=told.held_on,
            judgement=Judgement(judgement[told.judgement.value]),
            opinion=told.conclusion,
            **more,
        )


def judge_plan(file: File) -> None:
    _judge(file, file.home.plan_meeting, Timing.PLAN)


def judge_closure(file: File) -> None:
    end = file.home.closure
    lead = file.agency(end.handed_back_to if end else file.home.evaluation.lead_after)
    _judge(
        file,
        file.home.closing_meeting,
        Timing.CLOSURE,
        lead_agency=lead,
        follow_up_on=_follow_up_day(file),
        follow_up_by=lead,
        follow_up_how=file.home.evaluation.follow_up,
    )


def _follow_up_day(file: File) -> date:
    end = file.home.closure
    if end and end.follow_ups:
        return end.follow_ups[0].planned_on
    return file.home.evaluation.on + timedelta(days=90)


def decide(file: File) -> None:
    told, by = file.home.decision, file.town.decider
    drafter = file.town.drafter
    with acting_as(drafter):
        if Plan.objects.get(pk=file.plan.pk).state == choices.PlanState.AGREED:
            draft_decision(file.plan, by=drafter, on=told.decided_on)
    with acting_as(by):
        row = Plan.objects.get(pk=file.plan.pk)
        answer = decision.confirm_report if row.state == choices.PlanState.FINAL else decision.decide
        answer(row, by=by, on=told.decided_on, note=told.note)


def monitor(file: File, told: model.DemoMonitoring) -> None:
    by = file.juso
    with acting_as(by):
        row = Plan.objects.get(pk=file.plan.pk)
        progress = {
            item.id: ("as_planned" if place % 3 else "slow", told.text if not place else "")
            for place, item in enumerate(row.items.all())
        }
        follow.monitor(
            row,
            by=by,
            on=told.on,
            progress=progress,
            after=choices.AfterMonitoring.KEEP,
            next_on=told.next_on,
            note=told.text,
        )


_ACHIEVED = {
    labels.GoalState.REACHED: "achieved",
    labels.GoalState.PARTLY: "partly",
    labels.GoalState.NOT_YET: "not_yet",
}


def evaluate(file: File) -> None:
    told, by = file.home.evaluation, file.juso
    lead = file.agency(told.lead_after)
    with acting_as(by):
        row = Plan.objects.get(pk=file.plan.pk)
        states = [_ACHIEVED[g.state] for g in told.goals] or ["partly"]
        results: dict[Any, tuple[str, str]] = {
            goal.id: (
                states[min(place, len(states) - 1)],
                told.goals[place].text if place < len(told.goals) else "",
            )
            for place, goal in enumerate(row.goals.all())
        }
        results[None] = ("achieved" if set(states) == {"achieved"} else "partly", "")
        closes = told.conclusion == labels.Conclusion.CLOSE
        written = follow.evaluate(
            file.fresh(),
            by=by,
            on=told.on,
            results=results,
            changes=[change_code(change) for change in told.changes],
            remaining_issues=told.remaining,
            person_wish=told.wish,
            staff_opinion=told.opinion,
            conclusion={"終結": "close", "再プラン": "replan", "中断": "interrupt"}[told.conclusion.value],
            lead_agency_after=lead if closes else None,
            follow_up_on=_follow_up_day(file) if closes else None,
            follow_up_agency=lead if closes else None,
            follow_up_how=told.follow_up if closes else "",
        )
    file.evaluation_id = written.id


def hand_back(file: File) -> None:
    end, by = file.home.closure, file.juso
    with acting_as(by):
        file.referral = sending.hand_back(
            file.fresh(),
            by=by,
            to_agency=file.agency(end.handed_back_to),
            on=end.handed_back_on,
            reason=end.hand_back_text,
            follow_up_on=_follow_up_day(file),
            explained_by=by.user.name,
            explained_what="支援会議の結果と、これからの相談先を説明した。",
            explained_on=end.closed_on,
        )


def accept_back(file: File) -> None:
    end = file.home.closure
    by = file.town.people[end.handed_back_to][0]
    with acting_as(by):
        row = Referral.objects.get(pk=file.referral.pk)
        answering.answer(row, by=by, version=None, on=end.handed_back_on, answer="accepted")


def followed_back_on(file: File) -> date | None:
    """When the agency that stays with the person told how they are, once that day has come."""
    planned = max(_follow_up_day(file), file.home.closure.handed_back_on)
    day = workday_around(planned, today())
    return day if day <= today() else None


def follow_back(file: File) -> None:
    """The つなぎもどし is followed up by who took it: nothing of it stands still (R-INT-05)."""
    by = file.town.people[file.home.closure.handed_back_to][0]
    told = file.home.closure.follow_ups
    text = (told[0].text if told else "") or "電話で様子を聞いた。変わりなく暮らしている。"
    with acting_as(by):
        row = Referral.objects.get(pk=file.referral.pk)
        answering.follow_up(row, by=by, on=followed_back_on(file), result=text)


def after_closure(file: File, told: model.DemoFollowUp) -> None:
    by = file.town.people[told.agency][0]
    with acting_as(by):
        cases.complete_tasks(file.case.id, by=by, on=told.done_on, kind=TaskKind.FOLLOW_UP)
        cases.add_event(
            file.case.id,
            by=by,
            on=told.done_on,
            code="followed_up",
            title="終結後のフォローアップ",
            body=told.text,
        )


def keep_record(file: File, told: model.DemoRecord) -> None:
    by = file.juso if told.agency == labels.Agency.JUSO else file.town.people[told.agency][0]
    day = file.home.day_of(told)
    at = timezone.make_aware(
        datetime.combine(day, time(10 + told.offset_days % 7, 15 * (told.offset_days % 4)))
    )
    with acting_as(by):
        case = Case.objects.filter(pk=file.case.pk).first()
        writable = writable_kinds(case.id, by=by) if case else 0
        if case is None or not writable or not case.is_open:
            return
        cases.write_record(
            case,
            by=by,
            at=at,
            method=same(told.method, ContactMethod),
            counterpart=told.counterpart[:120],
            content=told.text,
            next_step=told.next_step[:200],
            place=told.place[:120],
            minutes=told.minutes,
            kinds=int(DataKind.BASIC | sum(KINDS[k] for k in told.kinds)) & writable,
        )
