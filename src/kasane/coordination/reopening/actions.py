"""終結後のフォローアップ and 支援の再開 (R-COOR-08, R-COOR-10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases import rules as case_rules
from kasane.cases.models import Case
from kasane.coordination import rules as law
from kasane.coordination.actions.course import resume_course
from kasane.coordination.actions.plan import replan
from kasane.coordination.choices import FollowUpResult, PlanState
from kasane.coordination.models import Evaluation, FollowUp, Plan
from kasane.coordination.queries import application_of, standing_of
from kasane.coordination.reopening import rules
from kasane.coordination.reopening.queries import last_evaluation, leads_after, way_back_of
from kasane.disclosure import api as disclosure
from kasane.disclosure.access import writable_kinds

GO_ON_DUE = timedelta(days=7)
"""Until when the first step after a reopening is to be taken."""


def reopen_obstacles(case: Case, *, by: Actor, on: date, reason: str) -> list[Obstacle]:
    """What forbids `reopen`; screens ask first."""
    return case_rules.reopen_obstacles(
        is_open=case.is_open,
        closed_on=case.closed_on,
        on=on,
        today=today(),
        reason=reason,
        leads=leads_after(case, last_evaluation(case.id), by=by),
        stage=way_back_of(case.id).stage,
    )


@transaction.atomic
def reopen(case: Case, *, by: Actor, on: date, reason: str, agency: Agency | None = None) -> Case:
    """Takes a closed or interrupted case up again: stage, responsible agency, course, team and plan come back, and what
    is next is on 今日やること (R-COOR-10). The team sees what the consent that still stands opens to it.

    `agency` is responsible from then on, the actor's own unless named. Raises Forbidden with what forbids it.
    """
    require(reopen_obstacles(case, by=by, on=on, reason=reason))
    way, ended_on = way_back_of(case.id), case.closed_on
    evaluation = last_evaluation(case.id)
    assert ended_on is not None
    disclosure.resume_team(case.id, ended_on=ended_on, on=on, note="支援の再開")
    _work_again(case, evaluation, by=by, on=on)
    row = cases.reopen(
        case,
        by=by,
        on=on,
        stage=cases.Stage(way.stage),
        reason=reason,
        leads=True,
        agency=agency or by.agency,
    )
    cases.complete_tasks(case.id, by=by, on=on, kind=cases.TaskKind.FOLLOW_UP, source="evaluation")
    if way.course:
        resume_course(case.id, way.course)
    _go_on(row, way, by=by, on=on)
    return row


def _work_again(case: Case, evaluation: Evaluation | None, *, by: Actor, on: date) -> None:
    """Who only looked on since the end works on the case again, as far as the person agrees (R-DIS-01)."""
    if writable_kinds(case.id, by=by):
        return
    new = disclosure.New(
        disclosure.EvidenceType.TEAM,
        by.agency.id,
        note="支援の再開",
        source="evaluation" if evaluation else "reopening",
        source_id=evaluation.id if evaluation else None,
    )
    disclosure.add_evidence(case.id, [new], on=on)
    require(case_rules.write_obstacles(is_open=True, writable=writable_kinds(case.id, by=by)))


def _go_on(case: Case, way: rules.WayBack, *, by: Actor, on: date) -> None:
    """What comes next waits with the agency that is responsible again."""
    task: dict[str, Any] = {"agency": case.responsible_agency, "due_on": on + GO_ON_DUE, "since": on}
    if way.plan_id is not None:
        _take_plan_up(case, way, task, by=by, on=on)
        return
    application = application_of(case.id, way.course) if way.course else None
    if application is not None:
        cases.add_task(
            case.id, kind=cases.TaskKind.ASSESSMENT, what="再開したケースのアセスメントを続ける",
            source="application", source_id=application.id, **task,
        )  # fmt: skip
        return
    cases.add_task(
        case.id, kind=cases.TaskKind.OTHER, what="再開した相談の、次の手を決める", source="reopening", **task
    )


def _take_plan_up(case: Case, way: rules.WayBack, task: dict[str, Any], *, by: Actor, on: date) -> None:
    """The draft is written on; a plan that was in force is the ground of the next version (R-COOR-07, R-COOR-10)."""
    plan = Plan.lock(way.plan_id, version=None) if way.plan_id else None
    assert plan is not None
    what = "再開したケースの再プランをつくる"
    if not way.replans:
        plan.state, plan.ended_on = PlanState.DRAFT, None
        plan.save_next()
        what = "再開したケースのプランを書き上げる"
    elif not law.standing_obstacles(standing_of(case, by=by, course=plan.course), coordinates=True):
        plan = replan(plan, by=by, on=on)
        what = "再開したケースの再プランを書き上げる"
    cases.add_task(case.id, kind=cases.TaskKind.PLAN, what=what, source="plan", source_id=plan.id, **task)


def follow_up_obstacles(
    case: Case, *, by: Actor, on: date, result: str, next_on: date | None, kinds: int = 0
) -> list[Obstacle]:
    """What forbids `follow_up`; screens ask first."""
    return rules.follow_up_obstacles(
        case_id=case.id,
        is_open=case.is_open,
        closed_on=case.closed_on,
        writable=writable_kinds(case.id, by=by),
        kinds=kinds,
        result=result,
        on=on,
        next_on=next_on,
        today=today(),
    )


@transaction.atomic
def follow_up(
    case: Case,
    *,
    by: Actor,
    at: datetime,
    result: FollowUpResult,
    content: str,
    next_on: date | None = None,
    **record: Any,
) -> FollowUp:
    """Keeps what was found after the end of support: a 支援経過記録 in the closed case, and the next look where one is
    agreed (R-COOR-08). `record` are further fields of the 支援経過記録. Raises Forbidden with what is missing.
    """
    on = timezone.localdate(at)
    kinds = record.get("kinds", 0)
    require(follow_up_obstacles(case, by=by, on=on, result=result, next_on=next_on, kinds=kinds))
    evaluation = last_evaluation(case.id)
    written = cases.write_record(case, by=by, follows_up=True, at=at, content=content, **record)
    found = FollowUp.objects.create(
        case_id=case.id,
        kinds=written.kinds,
        evaluation=evaluation,
        record=written,
        seen_on=on,
        result=result,
        next_on=next_on,
        author=by.user,
        agency=by.agency,
    )
    cases.complete_tasks(case.id, by=by, on=on, kind=cases.TaskKind.FOLLOW_UP, source="evaluation")
    _look_again(case, evaluation, result, by=by, on=on, next_on=next_on)
    cases.add_event(
        case.id,
        by=by,
        code="followed_up",
        title=f"終結後のフォローアップ: {found.get_result_display()}",
        on=on,
        kinds=written.kinds,
        subject="follow_up",
        subject_id=found.id,
    )
    return found


def _look_again(
    case: Case, evaluation: Evaluation | None, result: str, *, by: Actor, on: date, next_on: date | None
) -> None:
    """The next look waits with who looks in; support to be taken up again with who is responsible, until it is."""
    task: dict[str, Any] = {"kind": cases.TaskKind.FOLLOW_UP, "since": on, "source": "evaluation"}
    task["source_id"] = evaluation.id if evaluation else None
    if result == FollowUpResult.REOPEN:
        agency, due_on = case.responsible_agency, on + GO_ON_DUE
        what = "フォローアップの結果、支援を再開する"
        cases.add_task(
            case.id, agency=agency, what=what, due_on=due_on, someone_waits=agency.id != by.agency.id, **task
        )
    elif next_on is not None:
        agency = (evaluation.follow_up_agency if evaluation else None) or by.agency
        cases.add_task(case.id, agency=agency, what="終結後のフォローアップ", due_on=next_on, **task)
