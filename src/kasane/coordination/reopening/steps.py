"""The next steps of a closed case (R-COOR-08, R-COOR-10)."""

from __future__ import annotations

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.cases.models import Case, TaskKind
from kasane.cases.panels import NextStep, once
from kasane.cases.queries import open_tasks
from kasane.cases.rules import reopen_obstacles
from kasane.coordination.reopening.queries import last_evaluation, leads_after


def after_closure(case: Case, by: Actor) -> list[NextStep]:
    """フォローアップ for who looks in again, and 再開 for who may. One query."""
    evaluation = last_evaluation(case.id)
    due = next(
        (
            task
            for task in once(case, "tasks", lambda: open_tasks(case.id))
            if task.kind == TaskKind.FOLLOW_UP and task.source == "evaluation"
        ),
        None,
    )
    steps = []
    if due is not None or evaluation is not None:
        steps.append(
            NextStep(
                "終結後のフォローアップを書く",
                "coordination:follow_up",
                {"case_id": case.id},
                lead=f"{due.agency.name}が、{wareki(due.due_on)}にようすを見ます。" if due else "",
                is_main=due is not None and due.agency_id == by.agency.id and due.due_on <= today(),
            )
        )
    steps.append(
        NextStep(
            "支援を再開する",
            "coordination:reopen",
            {"case_id": case.id},
            lead="状況が変わったときに。段階・チーム・プランがもどります。",
            obstacles=reopen_obstacles(
                is_open=case.is_open,
                closed_on=None,
                on=today(),
                today=today(),
                reason="-",
                leads=leads_after(case, evaluation, by=by),
                stage="reception",
            ),
        )
    )
    return steps
