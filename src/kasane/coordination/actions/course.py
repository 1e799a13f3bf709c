"""Beginning and ending one course of a case beside the other (R-SELF-01, R-COOR-11)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination.choices import OPEN_PLAN_STATES, ApprovalState, Course, PlanState
from kasane.coordination.menus.choices import MenuState
from kasane.coordination.models import Application, Approval, Assessment, Evaluation, MenuPlan, Plan
from kasane.coordination.queries import application_of, open_plan_of, runs_at

TAKEN_UP_DUE = timedelta(days=14)
"""Until when the plan that was handed on is to be finished."""
TASKS_OF_A_COURSE = (
    cases.TaskKind.PLAN,
    cases.TaskKind.MONITORING,
    cases.TaskKind.EVALUATION,
    cases.TaskKind.CONFERENCE,
    cases.TaskKind.DECISION,
)
"""Also what a plan was waiting for: its meeting and its 支援決定 come no more."""


def finish_tasks(
    case_id: UUID, *kinds: cases.TaskKind, course: str, by: Actor, on: date, with_assessment: bool = True
) -> None:
    """Ends the tasks of these kinds that hang on the plans and evaluations of one course, never those of the other.

    What the screening asked for belongs to whichever course comes first.
    """
    plans = Plan.objects.filter(case_id=case_id, course=course)
    sources = [*plans.values_list("id", flat=True)]
    sources += Evaluation.objects.filter(plan__in=sources).values_list("id", flat=True)
    if with_assessment:
        sources += Assessment.objects.filter(case_id=case_id).values_list("id", flat=True)
    for kind in kinds:
        cases.complete_tasks(case_id, by=by, on=on, kind=kind, sources=sources)


def course_beside(case_id: UUID, course: str) -> Application | None:
    """The other course of the case, if support goes on in it: then the end of this one does not close the case."""
    found = Application.objects.filter(
        case_id=case_id, taken_up_on__isnull=False, ended_on__isnull=True
    ).exclude(course=course)
    return found.select_related("agency").first()


def end_course(case_id: UUID, course: str, *, by: Actor, on: date, reason: str) -> None:
    """Support in this course is over, and with it what waited for a meeting; the rest of the case goes when that closes."""
    application = application_of(case_id, course)
    if application is not None and application.ended_on is None:
        application.ended_on = on
        application.save_next()
    cases.tell_end(case_id, subjects_of(case_id, course), by=by, on=on, reason=reason)


def subjects_of(case_id: UUID, course: str) -> set[UUID]:
    """What of a course a meeting may have had on its agenda: its plans and evaluations, and the 2-5 that have ended."""
    plans = set(Plan.objects.filter(case_id=case_id, course=course).values_list("id", flat=True))
    evaluations = Evaluation.objects.filter(plan__in=plans).values_list("id", flat=True)
    ended = MenuPlan.objects.filter(case_id=case_id, state__in=(MenuState.CLOSED, MenuState.INTERRUPTED))
    return plans | set(evaluations) | set(ended.values_list("id", flat=True))


def close_plans(case_id: UUID, course: str, *, on: date) -> None:
    """With the course ends its plan, and any version still in the making, with its 起案: nothing of it waits any more."""
    running = Plan.objects.filter(
        case_id=case_id, course=course, state__in=[PlanState.FINAL, *OPEN_PLAN_STATES]
    )
    for plan in running.select_for_update():
        plan.state, plan.ended_on = PlanState.CLOSED, on
        plan.save_next()
    _return_drafts(case_id, course, on=on)


def _return_drafts(case_id: UUID, course: str, *, on: date) -> None:
    """A 起案 of a plan that ends waits for nobody any more (R-COOR-06)."""
    drafted = Approval.objects.filter(case_id=case_id, plan__course=course, state=ApprovalState.OPEN)
    drafted.update(state=ApprovalState.RETURNED, ended_on=on)


def resume_course(case_id: UUID, course: str) -> None:
    """A new plan in a course that had ended: it goes on."""
    application = application_of(case_id, course)
    if application is not None and application.ended_on is not None:
        application.ended_on = None
        application.save_next()


def desk_of(case: Case, *, by: Actor) -> Agency:
    """On whose desk the next step of a course belongs: the coordinator's or that of 自立相談支援, else who is responsible."""
    return by.agency if by.is_coordinator or runs_at(case.id, by.agency.id) else case.responsible_agency


def carry(case: Case, *, by: Actor) -> Case:
    """多機関協働 carries the case from its beginning, also where the referrer stays in joint support (R-COOR-02)."""
    if not by.is_coordinator or case.responsible_agency_id == by.agency.id:
        return case
    return cases.hand_over(case, by=by, agency=by.agency, user=by.user)


def take_up(case: Case, *, by: Actor, on: date) -> None:
    """The coordinator works on the sheets that 自立相談支援 handed on: only now does that course end (R-SELF-01, R-INT-04).

    Until then its plan, its tasks and its desk stay as they were, so a つなぎ that comes back has lost nothing.
    """
    if not by.is_coordinator:
        return
    application = application_of(case.id, Course.COORDINATION)
    if application is None or application.taken_up_on is not None:
        return
    application.taken_up_on = on
    application.save_next()
    finish_tasks(case.id, *TASKS_OF_A_COURSE, course=Course.SELF_RELIANCE, by=by, on=on)
    _hand_over_plans(case.id, on=on)
    end_course(case.id, Course.SELF_RELIANCE, by=by, on=on, reason="多機関協働が引き継いだため")
    row = carry(case, by=by)
    if row.stage == cases.Stage.SUPPORT:
        cases.advance(row, cases.Stage.PLAN, by=by)
    _ask_to_go_on(application, by=by, on=on)
    cases.add_event(
        case.id,
        by=by,
        code="taken_up",
        title="多機関協働が引き継ぎました",
        on=on,
        subject="application",
        subject_id=application.id,
    )


def _hand_over_plans(case_id: UUID, *, on: date) -> None:
    running = Plan.objects.filter(
        case_id=case_id, course=Course.SELF_RELIANCE, state__in=[PlanState.FINAL, *OPEN_PLAN_STATES]
    )
    for plan in running.select_for_update():
        plan.state, plan.ended_on = PlanState.HANDED_ON, on
        plan.save_next()
    _return_drafts(case_id, Course.SELF_RELIANCE, on=on)


def _ask_to_go_on(application: Application, *, by: Actor, on: date) -> None:
    """The coordinator has it on 今日やること: the plan to finish, or what comes before it."""
    case_id = application.case_id
    plan, sheet = (
        open_plan_of(case_id, Course.COORDINATION),
        Assessment.objects.filter(case_id=case_id).first(),
    )
    cases.complete_tasks(case_id, by=by, on=on, kind=cases.TaskKind.ASSESSMENT)
    wanted: tuple[cases.TaskKind, str, str, UUID]
    if plan is not None:
        wanted = (cases.TaskKind.PLAN, "引き継いだプランを書き上げる", "plan", plan.id)
    elif sheet is not None and sheet.screening:
        wanted = (cases.TaskKind.PLAN, "引き継いだケースのプランをつくる", "assessment", sheet.id)
    else:
        wanted = (cases.TaskKind.ASSESSMENT, "引き継いだアセスメントを続ける", "application", application.id)
    kind, what, source, source_id = wanted
    cases.add_task(
        case_id,
        agency=by.agency,
        kind=kind,
        what=what,
        due_on=on + TAKEN_UP_DUE,
        since=on,
        source=source,
        source_id=source_id,
    )
