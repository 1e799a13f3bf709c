"""Decisions are written at the meeting and answered after it (R-CONF-06)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, User
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Task
from kasane.conferences.decisions import queries, rules
from kasane.conferences.live import actions as live
from kasane.conferences.models import AgendaItem, DecisionState, Meeting, MeetingDecision, Member

SOURCE = "meeting_decision"


@transaction.atomic
def decide(
    item: AgendaItem,
    *,
    by: Actor,
    on: date,
    agency: Agency,
    what: str,
    due_on: date,
    user: User | None = None,
) -> MeetingDecision:
    """役割分担: who does what until when, with or without a case. It waits on 今日やること of that agency.

    Raises Forbidden for who does not take the minutes, and for an agency that does not see the case until then.
    """
    require(
        live.writing_obstacles(item, by) + _assignment_obstacles(item, agency, user, until=max(due_on, on))
    )
    made = MeetingDecision.objects.create(
        item=item,
        meeting=item.meeting,
        body_id=item.body_id,
        case_id=item.case_id,
        what=what,
        agency=agency,
        user=user,
        due_on=due_on,
        decided_on=on,
    )
    if item.case_id is not None:
        _put_on_home(made, on=on)
    return made


def _assignment_obstacles(
    item: AgendaItem, agency: Agency, user: User | None, *, until: date
) -> list[Obstacle]:
    if item.case_id is None:
        return []
    members = Member.objects.filter(meeting=item.meeting_id, agency=agency, removed_on=None)
    people = [user.pk] if user else list(members.exclude(user=None).values_list("user_id", flat=True))
    return rules.assignment_obstacles(
        agency=agency.name,
        sees_until_due=queries.sees_until(item.case_id, agency_id=agency.id, user_ids=people, until=until),
    )


def _put_on_home(decision: MeetingDecision, *, on: date) -> None:
    if decision.case_id is None:
        return
    cases.add_task(
        decision.case_id,
        agency=decision.agency,
        assignee=decision.user,
        kind=cases.TaskKind.CONFERENCE,
        what=decision.what,
        due_on=decision.due_on,
        since=on,
        source=SOURCE,
        source_id=decision.id,
    )


def answer_obstacles(
    decision: MeetingDecision, *, by: Actor, on: date, state: str, result: str, due_on: date | None
) -> list[Obstacle]:
    """What forbids `answer`."""
    return rules.answer_obstacles(
        is_owner=decision.agency_id == by.agency.id,
        is_host=Meeting.objects.filter(pk=decision.meeting_id, host=by.agency).exists(),
        is_open=decision.is_open,
        state=state,
        result=result,
        due_on=due_on,
        on=on,
    )


@transaction.atomic
def answer(
    decision: MeetingDecision,
    *,
    by: Actor,
    on: date,
    state: str,
    result: str,
    due_on: date | None = None,
    version: int | None = None,
) -> MeetingDecision:
    """どうなったか: done, given up, or going on until another day. What was said before stays above the new words.

    Raises Forbidden for others than the agency and the host, StaleEdit when somebody answered in between.
    """
    require(answer_obstacles(decision, by=by, on=on, state=state, result=result, due_on=due_on))
    row = MeetingDecision.lock(decision.pk, version=version)
    row.result = f"{row.result}\n{result}".strip()
    row.state, row.answered_on, row.answered_by = state, on, by.user
    if state == DecisionState.OPEN and due_on:
        row.due_on = due_on
        Task.objects.filter(source=SOURCE, source_id=row.pk, done_on__isnull=True).update(due_on=due_on)
    row.save_next()
    if row.case_id and state != DecisionState.OPEN:
        cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.pk)
    return row
