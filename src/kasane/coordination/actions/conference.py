"""What follows from the word of the conference (R-COOR-06, R-COOR-08, R-COOR-09, R-CONF-04, R-SELF-01)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.choices import Timing
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.coordination import rules
from kasane.coordination.actions.course import (
    TASKS_OF_A_COURSE,
    close_plans,
    course_beside,
    end_course,
    finish_tasks,
)
from kasane.coordination.actions.decision import ask_deciding_desk, ask_to_mend, make_final, plan_evaluation
from kasane.coordination.choices import EvaluationState, Judgement, PlanState
from kasane.coordination.facts import (
    CONCLUSIONS,
    course_of,
    end_obstacles_of,
    teams_of,
    timing_of,
)
from kasane.coordination.menus.actions import end_with_course as end_menus
from kasane.coordination.menus.actions import judge as judge_menu
from kasane.coordination.menus.choices import Table
from kasane.coordination.models import Application, ConferenceJudgement, Evaluation, MenuPlan, Plan
from kasane.coordination.queries import consent_of, final_plan_of, is_reported, open_plan_of, standing_of
from kasane.coordination.rules.course import months_later
from kasane.disclosure import api as disclosure


@transaction.atomic
def record_judgement(
    *,
    case_id: UUID,
    timing: Timing,
    subject_id: UUID,
    judgement: Judgement,
    opinion: str,
    on: date,
    by: Actor,
    meeting_id: UUID,
    function: str | None = None,
    lead_agency: Agency | None = None,
    follow_up_on: date | None = None,
    follow_up_by: Agency | None = None,
    follow_up_how: str = "",
) -> None:
    """Keeps what the conference judged and does what follows from it (R-COOR-06, R-COOR-08, R-CONF-04), also of the own
    plans of ② and ④.

    `function` is the one under which the item stood, that of the course unless named: an end without a standing consent is
    judged under 支援会議 (法106条の6). Values not given for 終結 and 中断 are taken from the evaluation. Raises Forbidden
    with the obstacles; nothing is written then.
    """
    timing = Timing(timing)
    menu = MenuPlan.objects.filter(pk=subject_id, case_id=case_id).first()
    if menu is not None:
        judge_menu(
            menu,
            by=by,
            on=on,
            judgement=judgement,
            table=function or Table.MULTI_TIER,
            opinion=opinion,
            meeting_id=meeting_id,
            timing=timing,
        )
        return
    subject = _subject(case_id, timing, subject_id)
    course = course_of(subject)
    function = function or rules.FUNCTIONS[course]
    obstacles = rules.judge_obstacles(
        timing=timing,
        judgement=judgement,
        subject_waits=subject is not None,
        writes=subject is None or standing_of(subject.case, by=by).writes,
    )
    obstacles += rules.function_obstacles(
        case_id=case_id,
        timing=timing,
        function=function,
        consented=consent_of(case_id, on=on) is not None,
        course=course,
    )
    require(obstacles)
    assert subject is not None
    if isinstance(subject, Evaluation):
        subject.lead_agency_after = lead_agency or subject.lead_agency_after
        subject.follow_up_on = follow_up_on or subject.follow_up_on
        subject.follow_up_agency = follow_up_by or subject.follow_up_agency
        subject.follow_up_how = follow_up_how or subject.follow_up_how
        if judgement != Judgement.CONTINUE:
            require(end_obstacles_of(subject))
    _keep(subject, timing, judgement, opinion, on=on, by=by, meeting_id=meeting_id, function=function)
    if isinstance(subject, Plan):
        _judge_plan(subject, judgement, opinion, by=by, on=on)
    else:
        _judge_evaluation(subject, judgement, by=by, on=on)


def _subject(case_id: UUID, timing: Timing, subject_id: UUID) -> Plan | Evaluation | None:
    """The plan or evaluation that waits for just this, locked; None when nothing does."""
    if timing in rules.PLAN_TIMINGS:
        plan = (
            Plan.objects.select_for_update(of=("self",))
            .select_related("case", "agency")
            .filter(pk=subject_id, case_id=case_id, state=PlanState.SUBMITTED)
            .first()
        )
        return plan if plan is not None and timing_of(plan) == timing else None
    return (
        Evaluation.objects.select_for_update(of=("self",))
        .select_related("case", "plan", "lead_agency_after", "follow_up_agency")
        .filter(
            pk=subject_id,
            case_id=case_id,
            state=EvaluationState.WAITING,
            conclusion=CONCLUSIONS[timing],
        )
        .first()
    )


def _keep(
    subject: Plan | Evaluation,
    timing: Timing,
    judgement: Judgement,
    opinion: str,
    *,
    on: date,
    by: Actor,
    meeting_id: UUID,
    function: str,
) -> None:
    conference = (
        "支援会議" if function == rules.SUPPORT_CONFERENCE else rules.words(course_of(subject)).conference
    )
    ConferenceJudgement.objects.create(
        case_id=subject.case_id,
        kinds=subject.kinds,
        timing=timing,
        subject_id=subject.id,
        meeting_id=meeting_id,
        judgement=judgement,
        opinion=opinion,
        judged_on=on,
        recorded_by=by.user,
        agency=by.agency,
    )
    cases.complete_tasks(subject.case_id, by=by, on=on, source_id=subject.id)
    cases.add_event(
        subject.case_id,
        by=by,
        code="judged",
        title=f"{conference}({timing.label}): {Judgement(judgement).label}",
        body=opinion,
        on=on,
        kinds=subject.kinds,
        subject="plan" if isinstance(subject, Plan) else "evaluation",
        subject_id=subject.id,
    )


def _judge_plan(plan: Plan, judgement: Judgement, opinion: str, *, by: Actor, on: date) -> None:
    """適切: final at once without ②・④, else the municipality decides. 修正: back to those who wrote it (R-COOR-06)."""
    if judgement == Judgement.REVISE:
        plan.state, plan.submitted_on, plan.returned_note = PlanState.DRAFT, None, opinion
        plan.save_next()
        ask_to_mend(plan, by=by, on=on, what=f"会議の意見でプラン({plan.name})を直す")
        return
    if not rules.needs_decision(plan.course, [item.service for item in plan.items.all()]):
        if is_reported(plan):
            ask_deciding_desk(plan, on=on, what=f"プラン({plan.name})の報告を確かめる", someone_waits=False)
        make_final(plan, by=by, on=on)
        return
    plan.state = PlanState.AGREED
    plan.save_next()
    ask_deciding_desk(plan, on=on, what=f"プラン({plan.name})の支援決定を起案する", someone_waits=True)


def _judge_evaluation(evaluation: Evaluation, judgement: Judgement, *, by: Actor, on: date) -> None:
    """終結 and 中断 end the support; 支援継続 lets the present plan go on (R-COOR-08, R-COOR-09)."""
    evaluation.state = EvaluationState.JUDGED
    evaluation.save_next()
    plan = evaluation.plan
    if judgement == Judgement.CONTINUE:
        if plan.evaluation_months:
            plan_evaluation(plan, by=by, on=on, due_on=months_later(on, plan.evaluation_months))
        return
    close_plans(evaluation.case_id, plan.course, on=on)
    interrupted = judgement == Judgement.INTERRUPT
    end_menus(evaluation.case_id, plan.course, by=by, on=on, interrupted=interrupted)
    closed_as = cases.ClosedAs.CLOSED if judgement == Judgement.CLOSE else cases.ClosedAs.INTERRUPTED
    reason = f"会議で{closed_as.label}と判断したため"
    end_course(evaluation.case_id, plan.course, by=by, on=on, reason=reason)
    beside = course_beside(evaluation.case_id, plan.course)
    if beside is not None:
        _end_one_course(evaluation, beside, closed_as, by=by, on=on)
        return
    cases.close(evaluation.case, by=by, on=on, closed_as=closed_as, reason=reason)
    _follow_up(evaluation, on=on)
    _tell_end(
        evaluation, "closed", f"支援を{closed_as.label}しました", _after_words(evaluation), by=by, on=on
    )
    _dissolve_team(evaluation, on=on)


def _end_one_course(
    evaluation: Evaluation, beside: Application, closed_as: cases.ClosedAs, *, by: Actor, on: date
) -> None:
    """The case stays open and with whoever carries the other course; only what hung on this plan ends (R-SELF-01)."""
    case_id, ended, other = evaluation.case_id, evaluation.plan.course, beside.course
    finish_tasks(case_id, *TASKS_OF_A_COURSE, course=ended, by=by, on=on, with_assessment=False)
    going_on = open_plan_of(case_id, other) or final_plan_of(case_id, other)
    agency = going_on.agency if going_on else beside.agency
    if evaluation.case.responsible_agency_id != agency.id:
        cases.hand_over(evaluation.case, by=by, agency=agency)
    names = rules.words(ended).name, rules.words(other).name
    body = f"{names[1]}は続いています。主担当は{agency.name}です。\n{_after_words(evaluation)}".strip()
    _tell_end(evaluation, "course_ended", f"{names[0]}を{closed_as.label}しました", body, by=by, on=on)
    for version in Plan.objects.filter(case_id=case_id, course=ended).values_list("id", flat=True):
        for source in ("plan", "early_start"):
            disclosure.end_evidence(
                case_id, on=on, source=source, source_id=version, keep_agencies={agency.id}
            )


def _tell_end(evaluation: Evaluation, code: str, title: str, body: str, *, by: Actor, on: date) -> None:
    cases.add_event(
        evaluation.case_id,
        by=by,
        code=code,
        title=title,
        body=body,
        on=on,
        kinds=evaluation.kinds,
        subject="evaluation",
        subject_id=evaluation.id,
    )


def _follow_up(evaluation: Evaluation, *, on: date) -> None:
    if evaluation.follow_up_agency is None or evaluation.follow_up_on is None:
        return
    cases.add_task(
        evaluation.case_id,
        agency=evaluation.follow_up_agency,
        kind=cases.TaskKind.FOLLOW_UP,
        what="終結後のフォローアップ",
        due_on=evaluation.follow_up_on,
        since=on,
        source="evaluation",
        source_id=evaluation.id,
    )


def _after_words(evaluation: Evaluation) -> str:
    lines = []
    if evaluation.lead_agency_after:
        lines.append(f"終結後の主担当機関: {evaluation.lead_agency_after.name}")
    if evaluation.follow_up_agency:
        lines.append(f"フォローアップ: {evaluation.follow_up_agency.name} {evaluation.follow_up_how}".strip())
    return "\n".join(lines)


def _dissolve_team(evaluation: Evaluation, *, on: date) -> None:
    """With the end of support the team of the plan ends too, except who leads and who follows up (R-COOR-11)."""
    staying = {
        agency
        for agency in (evaluation.lead_agency_after_id, evaluation.follow_up_agency_id)
        if agency is not None
    }
    newcomers = staying - teams_of([evaluation.case_id], on=on)[evaluation.case_id].keys()
    disclosure.add_evidence(
        evaluation.case_id,
        [
            disclosure.New(
                disclosure.EvidenceType.TEAM,
                agency_id,
                note="終結後の主担当・フォローアップ",
                source="evaluation",
                source_id=evaluation.id,
            )
            for agency_id in sorted(newcomers)
        ],
        on=on,
    )
    for source in ("plan", "early_start"):
        disclosure.end_evidence(evaluation.case_id, on=on, source=source, keep_agencies=staying)
    # Whoever joined by a つなぎ or to decide has no part in what follows; who received the person keeps its own file.
    carrying = {evaluation.case.responsible_agency_id, evaluation.agency_id}
    for source in ("referral", "application"):
        disclosure.end_evidence(
            evaluation.case_id,
            on=on,
            source=source,
            keep_agencies=staying | carrying,
            type=disclosure.EvidenceType.TEAM,
        )
