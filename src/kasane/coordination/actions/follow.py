"""While support runs and at its end: monitoring, connectedness (2-7), evaluation (2-6) (R-COOR-07 to R-COOR-09)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.actions.course import finish_tasks
from kasane.coordination.attempts import known_attempts
from kasane.coordination.choices import (
    AfterMonitoring,
    Conclusion,
    Course,
    EvaluationState,
    Occasion,
)
from kasane.coordination.models import (
    Connectedness,
    Evaluation,
    GoalResult,
    Monitoring,
    MonitoringItem,
    Plan,
)
from kasane.coordination.models.follow import SCORES
from kasane.coordination.progress.asking import ask_for_progress
from kasane.coordination.queries import consent_of, final_plan_of, standing_of, waiting_evaluation_of

NEXT_DUE = timedelta(days=14)
"""Until when a re-plan, or the conference on an evaluation, is to follow."""
LONG_GOAL: UUID | None = None
"""The key of the long goal among the results of an evaluation."""


@transaction.atomic
def monitor(
    plan: Plan,
    *,
    by: Actor,
    on: date,
    progress: Mapping[UUID, tuple[str, str]],
    after: AfterMonitoring,
    next_on: date | None = None,
    person_view: str = "",
    note: str = "",
) -> Monitoring:
    """Keeps how the plan goes, line by line: `progress` is, per item, how it goes and a word on it (R-COOR-07).

    Raises Forbidden when lines are left out, or the next date is missing.
    """
    items = set(plan.items.values_list("id", flat=True))
    require(
        rules.monitor_obstacles(
            standing_of(plan.case, by=by, course=plan.course),
            state=plan.state,
            next_on=next_on,
            after=after,
            unseen_items=len(items - {item for item, (how, _) in progress.items() if how}),
        )
    )
    monitoring = Monitoring.objects.create(
        case_id=plan.case_id,
        kinds=plan.kinds,
        plan=plan,
        held_on=on,
        author=by.user,
        agency=by.agency,
        person_view=person_view,
        note=note,
        next_on=next_on,
        after=after,
    )
    MonitoringItem.objects.bulk_create(
        MonitoringItem(
            case_id=plan.case_id, kinds=plan.kinds, monitoring=monitoring, item_id=item, progress=how, note=words
        )
        for item, (how, words) in progress.items()
        if item in items
    )  # fmt: skip
    _after_monitoring(plan, monitoring, by=by)
    return monitoring


def _after_monitoring(plan: Plan, monitoring: Monitoring, *, by: Actor) -> None:
    on = monitoring.held_on
    finish_tasks(plan.case_id, cases.TaskKind.MONITORING, course=plan.course, by=by, on=on)
    replans = monitoring.after == AfterMonitoring.REPLAN
    due_on = on + NEXT_DUE if replans else monitoring.next_on
    if due_on is not None:
        cases.add_task(
            plan.case_id,
            agency=plan.agency,
            kind=cases.TaskKind.PLAN if replans else cases.TaskKind.MONITORING,
            what="プランを見直す" if replans else "モニタリング",
            due_on=due_on,
            since=on,
            source="plan",
            source_id=plan.id,
        )
    if not replans and monitoring.next_on is not None:
        ask_for_progress(plan, monitoring_on=monitoring.next_on, on=on)
    cases.add_event(
        plan.case_id,
        by=by,
        code="monitored",
        title=f"モニタリング: {monitoring.get_after_display()}",
        body=monitoring.note,
        on=on,
        kinds=plan.kinds,
        subject="monitoring",
        subject_id=monitoring.id,
    )


@transaction.atomic
def rate(
    case: Case,
    *,
    by: Actor,
    on: date,
    occasion: Occasion,
    with_person: bool = True,
    note: str = "",
    **scores: int,
) -> Connectedness:
    """Keeps one つながり評価 with its five scores (R-COOR-08). Earlier ones are kept to compare."""
    require(rules.score_obstacles(standing_of(case, by=by), scores=[scores.get(name) for name in SCORES]))
    rating = Connectedness.objects.create(
        case=case,
        rated_on=on,
        occasion=occasion,
        with_person=with_person,
        note=note,
        author=by.user,
        agency=by.agency,
        **{name: scores[name] for name in SCORES},
    )
    cases.add_event(
        case.id,
        by=by,
        code="rated",
        title=f"つながり評価({rating.get_occasion_display()}): 合計{rating.total}点",
        body=note,
        on=on,
        subject="connectedness",
        subject_id=rating.id,
    )
    return rating


@transaction.atomic
def evaluate(
    case: Case,
    *,
    by: Actor,
    on: date,
    results: Mapping[UUID | None, tuple[str, str]],
    course: str = Course.COORDINATION,
    version: int | None = None,
    **values: Any,
) -> Evaluation:
    """Keeps the evaluation of the present plan, goal by goal (None: the long goal), or corrects the one that waits.

    `values` are fields of Evaluation, `conclusion` among them; 終結 and 中断 wait for the conference (R-CONF-04).
    Raises Forbidden for what is missing, StaleEdit when somebody else saved in between.
    """
    plan = final_plan_of(case.id, course)
    goals = set(plan.goals.values_list("id", flat=True)) if plan else set()
    require(
        rules.evaluate_obstacles(
            standing_of(case, by=by, course=course),
            plan_state=plan.state if plan else "",
            conclusion=values.get("conclusion", ""),
            unrated_goals=len(goals - {goal for goal, (how, _) in results.items() if how}),
            consented=consent_of(case.id, on=today()) is not None,
            responsible=case.responsible_agency_id == by.agency.id,
        )
    )
    assert plan is not None
    evaluation, is_new = _row(plan, by=by, version=version)
    for name, value in values.items():
        setattr(evaluation, name, value)
    evaluation.attempt_records = known_attempts(case.id, evaluation.attempt_records)
    evaluation.evaluated_on = on
    goes_to_conference = evaluation.conclusion != Conclusion.REPLAN
    evaluation.state = EvaluationState.WAITING if goes_to_conference else EvaluationState.ENDED
    evaluation.save_next()
    _set_results(evaluation, results, known=goals)
    if not is_new:
        cases.complete_tasks(case.id, by=by, on=on, source_id=evaluation.id)
    _after_evaluation(evaluation, by=by)
    return evaluation


def _row(plan: Plan, *, by: Actor, version: int | None) -> tuple[Evaluation, bool]:
    waiting = waiting_evaluation_of(plan.case_id, plan.course)
    if waiting is None:
        return Evaluation(case_id=plan.case_id, plan=plan, author=by.user, agency=by.agency, version=0), True
    if version == 0:
        raise StaleEdit(waiting)
    return Evaluation.lock(waiting.pk, version=version), False


def _set_results(
    evaluation: Evaluation, results: Mapping[UUID | None, tuple[str, str]], *, known: set[UUID]
) -> None:
    evaluation.results.all().delete()
    GoalResult.objects.bulk_create(
        GoalResult(
            case_id=evaluation.case_id,
            kinds=evaluation.kinds,
            evaluation=evaluation,
            goal_id=goal,
            achievement=how,
            note=note,
        )
        for goal, (how, note) in results.items()
        if how and (goal is LONG_GOAL or goal in known)
    )


def _after_evaluation(evaluation: Evaluation, *, by: Actor) -> None:
    on, waits = evaluation.evaluated_on, evaluation.state == EvaluationState.WAITING
    finish_tasks(evaluation.case_id, cases.TaskKind.EVALUATION, course=evaluation.plan.course, by=by, on=on)
    cases.add_task(
        evaluation.case_id,
        agency=by.agency,
        kind=cases.TaskKind.CONFERENCE if waits else cases.TaskKind.PLAN,
        what=f"{evaluation.get_conclusion_display()}を{evaluation.plan.words.conference}にかける"
        if waits
        else "再プランをつくる",
        due_on=on + NEXT_DUE,
        since=on,
        source="evaluation",
        source_id=evaluation.id,
    )
    cases.add_event(
        evaluation.case_id,
        by=by,
        code="evaluated",
        title=f"評価シートを書きました: {evaluation.get_conclusion_display()}",
        on=on,
        kinds=evaluation.kinds,
        subject="evaluation",
        subject_id=evaluation.id,
    )
