"""2-5① and 2-5②: writing, putting to the conference, its word, new versions, ending (R-COOR-05, R-CONF-03, R-CONF-04)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination.choices import Judgement
from kasane.coordination.menus import rules
from kasane.coordination.menus.choices import OPEN_MENU_STATES, RUNNING_MENU_STATES, Ending, MenuState, Table
from kasane.coordination.menus.queries import beside, ground_of, menus_ending_with
from kasane.coordination.models import MenuJudgement, MenuPlan
from kasane.coordination.queries import consent_of, standing_of

CONFERENCE_DUE = timedelta(days=14)
"""Until when what was handed in is to be put to a conference."""


@transaction.atomic
def begin(case: Case, sheet: str, *, by: Actor, on: date, **values: Any) -> MenuPlan:
    """The first version, as a draft. `values`: answers, evaluate_on, kinds. Raises Forbidden for other agencies than
    the one the plan names, and beside a version that is there."""
    ground, plan = ground_of(case.id, sheet, by=by)
    running, making = beside(case.id, sheet, by.agency.id)
    require(rules.new_obstacles(standing_of(case, by=by), sheet, ground, running=running, making=making))
    newest = MenuPlan.objects.filter(case=case, sheet=sheet, agency=by.agency).order_by("-number").first()
    row = MenuPlan.objects.create(
        case=case,
        sheet=sheet,
        number=newest.number + 1 if newest else 1,
        previous=newest,
        plan=plan,
        made_on=on,
        author=by.user,
        agency=by.agency,
        **values,
    )
    _tell(row, "menu_made", f"{row}をつくり始めました", by=by, on=on)
    return row


@transaction.atomic
def change(menu: MenuPlan, *, by: Actor, version: int | None = None, **values: Any) -> MenuPlan:
    """Changes a draft. Raises Forbidden once it was handed in, StaleEdit when it moved."""
    row = MenuPlan.lock(menu.pk, version=version)
    ground, plan = ground_of(row.case_id, row.sheet, by=by)
    require(rules.edit_obstacles(standing_of(row.case, by=by), row.sheet, ground, state=row.state))
    for name, value in values.items():
        setattr(row, name, value)
    row.plan = plan or row.plan
    row.save_next()
    return row


@transaction.atomic
def submit(menu: MenuPlan, *, by: Actor, on: date) -> MenuPlan:
    """Hands it in for its conference. Raises Forbidden with all that is missing."""
    row = MenuPlan.lock(menu.pk, version=None)
    ground, plan = ground_of(row.case_id, row.sheet, by=by)
    consented = consent_of(row.case_id, on=today()) is not None
    require(
        rules.submit_obstacles(
            standing_of(row.case, by=by),
            row.sheet,
            ground,
            menu_id=row.id,
            state=row.state,
            answers=row.answers,
            evaluate_on=row.evaluate_on,
            consented=consented,
        )
    )
    row.state, row.submitted_on, row.returned_note = MenuState.SUBMITTED, on, ""
    row.plan = plan or row.plan
    row.save_next()
    _to_conference(row, by=by, on=on, consented=consented)
    return row


@transaction.atomic
def take_back(menu: MenuPlan, *, by: Actor, on: date) -> MenuPlan:
    """Takes it back before it was judged: a draft again, or going on as before."""
    row = MenuPlan.lock(menu.pk, version=None)
    require(rules.take_back_obstacles(standing_of(row.case, by=by), state=row.state))
    if row.state == MenuState.ENDING:
        row.state, row.ending, row.end_reason = MenuState.RUNNING, "", ""
    else:
        row.state = MenuState.DRAFT
    row.submitted_on = None
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, kind=cases.TaskKind.CONFERENCE, source_id=row.id)
    return row


@transaction.atomic
def renew(menu: MenuPlan, *, by: Actor, on: date) -> MenuPlan:
    """A new version that carries over what the present one says; that one goes on until the new one is judged."""
    row = MenuPlan.lock(menu.pk, version=None)
    ground, plan = ground_of(row.case_id, row.sheet, by=by)
    _, making = beside(row.case_id, row.sheet, row.agency_id)
    require(
        rules.renew_obstacles(standing_of(row.case, by=by), row.sheet, ground, state=row.state, making=making)
    )
    newest = MenuPlan.objects.filter(case_id=row.case_id, sheet=row.sheet, agency_id=row.agency_id)
    new = MenuPlan.objects.create(
        case_id=row.case_id,
        sheet=row.sheet,
        number=max(newest.values_list("number", flat=True)) + 1,
        previous=row,
        plan=plan or row.plan,
        made_on=on,
        author=by.user,
        agency_id=row.agency_id,
        answers=row.answers,
        kinds=row.kinds,
    )
    _tell(new, "menu_renewed", f"{new.get_sheet_display()}の再プランを始めました({new.name})", by=by, on=on)
    return new


@transaction.atomic
def end(menu: MenuPlan, *, by: Actor, on: date, ending: str, reason: str) -> MenuPlan:
    """Puts closure or interruption before the conference; until its word the support goes on (R-CONF-04)."""
    row = MenuPlan.lock(menu.pk, version=None)
    ground, _ = ground_of(row.case_id, row.sheet, by=by)
    _, making = beside(row.case_id, row.sheet, row.agency_id)
    require(
        rules.end_obstacles(
            standing_of(row.case, by=by),
            row.sheet,
            ground,
            state=row.state,
            ending=ending,
            reason=reason,
            making=making,
        )
    )
    row.state, row.ending, row.end_reason, row.submitted_on = MenuState.ENDING, ending, reason, on
    row.save_next()
    _to_conference(row, by=by, on=on, consented=consent_of(row.case_id, on=today()) is not None)
    return row


@transaction.atomic
def judge(
    menu: MenuPlan,
    *,
    by: Actor,
    on: date,
    judgement: str,
    table: str,
    meeting_id: UUID,
    opinion: str = "",
    timing: Timing | None = None,
) -> MenuJudgement:
    """Keeps the word of the conference and does what follows. Raises Forbidden; nothing is written then.

    Only the item of an agenda brings it here, by `record_judgement` (R-CONF-04). `table`: the function of that item.
    `timing`: at which the conference had it on its agenda; what waits must be at the same one.
    """
    row = MenuPlan.lock(menu.pk, version=None)
    require(
        rules.judge_obstacles(
            standing_of(row.case, by=by),
            state=row.state if timing in (None, row.timing) else "",
            timing=row.timing,
            judgement=judgement,
            table=table,
            consented=all(consent_of(row.case_id, on=day) is not None for day in {on, today()}),
            opinion=opinion,
            sheet=row.sheet,
        )
    )
    said = MenuJudgement.objects.create(
        case_id=row.case_id,
        kinds=row.kinds,
        menu=row,
        timing=row.timing,
        table=table,
        meeting_id=meeting_id,
        judgement=judgement,
        opinion=opinion,
        judged_on=on,
        recorded_by=by.user,
        agency=by.agency,
    )
    cases.complete_tasks(row.case_id, by=by, on=on, kind=cases.TaskKind.CONFERENCE, source_id=row.id)
    words = f"{Table(table).label}({Timing(row.timing).label}) {row}: {said.get_judgement_display()}"
    _tell(row, "menu_judged", words, by=by, on=on, body=opinion)
    if row.ending:
        _ended(row, judgement, by=by, on=on)
    else:
        _planned(row, judgement, opinion, table, by=by, on=on)
    row.save_next()
    return said


def end_with_course(
    case_id: UUID, course: str, *, by: Actor, on: date, interrupted: bool = False, of_plan: bool = False
) -> None:
    """With a course end the own plans of ② and ④ that hang on it, so that none goes on in a closed case. While consent
    stands only drafts are left by then: what runs or waits is an obstacle to the end (R-COOR-08, R-COOR-09)."""
    found = menus_ending_with(
        course, [case_id], states=[*OPEN_MENU_STATES, *RUNNING_MENU_STATES], of_plan=of_plan
    )
    for menu in found:
        row = MenuPlan.lock(menu.pk, version=None)
        row.state, row.ended_on = MenuState.INTERRUPTED if interrupted else MenuState.CLOSED, on
        row.save_next()
        cases.complete_tasks(case_id, by=by, on=on, source_id=row.id)
        title = f"支援の終わりとともに{row}を{row.get_state_display()}にしました"
        _tell(row, "menu_ended", title, by=by, on=on)


def _planned(row: MenuPlan, judgement: str, opinion: str, table: str, *, by: Actor, on: date) -> None:
    """適切: it runs, the version before it ends, and its evaluation is due. 修正: back to who wrote it."""
    if table == Table.SUPPORT_CONFERENCE and "confirmed" in _keys(row):
        row.answers = row.answers | {
            "confirmed": "\n".join(filter(None, [row.answers.get("confirmed", ""), opinion]))
        }
    if judgement == Judgement.REVISE:
        row.state, row.submitted_on, row.returned_note = MenuState.DRAFT, None, opinion
        _task(row, cases.TaskKind.PLAN, f"会議の意見で{row}を直す", on=on, due_on=on + CONFERENCE_DUE)
        return
    before = MenuPlan.objects.filter(
        case_id=row.case_id, sheet=row.sheet, agency_id=row.agency_id, state=MenuState.RUNNING
    ).first()
    if before is not None:
        before.state, before.ended_on = MenuState.SUPERSEDED, on
        before.save_next()
        cases.complete_tasks(row.case_id, by=by, on=on, source_id=before.id)
    row.state, row.started_on = MenuState.RUNNING, on
    cases.complete_tasks(row.case_id, by=by, on=on, kind=cases.TaskKind.PLAN, source_id=row.id)
    if row.evaluate_on is not None:
        _task(row, cases.TaskKind.EVALUATION, f"{row}の評価", on=on, due_on=row.evaluate_on)


def _ended(row: MenuPlan, judgement: str, *, by: Actor, on: date) -> None:
    if judgement == Judgement.CONTINUE:
        row.state, row.ending, row.end_reason, row.submitted_on = MenuState.RUNNING, "", "", None
        return
    row.state = MenuState.CLOSED if row.ending == Ending.CLOSURE else MenuState.INTERRUPTED
    row.ended_on = on
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)


def _keys(row: MenuPlan) -> set[str]:
    return {item.key for item in rules.SHEETS[row.sheet]}


def _to_conference(row: MenuPlan, *, by: Actor, on: date, consented: bool) -> None:
    table = rules.table_for(consented=consented)
    _task(
        row,
        cases.TaskKind.CONFERENCE,
        f"{row}を{table.label}にかける({row.timing.label})",
        on=on,
        due_on=on + CONFERENCE_DUE,
    )
    _tell(row, "menu_submitted", f"{row}を会議に出しました({row.timing.label})", by=by, on=on)


def _task(row: MenuPlan, kind: cases.TaskKind, what: str, *, on: date, due_on: date) -> None:
    cases.add_task(
        row.case_id,
        agency=row.agency,
        kind=kind,
        what=what,
        due_on=due_on,
        since=on,
        source="menu",
        source_id=row.id,
    )


def _tell(row: MenuPlan, code: str, title: str, *, by: Actor, on: date, body: str = "") -> None:
    cases.add_event(
        row.case_id,
        by=by,
        code=code,
        title=title,
        body=body,
        on=on,
        kinds=row.kinds,
        subject="menu",
        subject_id=row.id,
    )
