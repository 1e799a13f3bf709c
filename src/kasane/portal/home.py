"""今日やること: what waits, what is due, what must not be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki, today
from kasane.cases.alarm.page import Board as Alarms
from kasane.cases.exceptional.page import Board
from kasane.cases.models import Case, Task, TaskKind
from kasane.cases.queries import attach_households, silent_cases, tasks_of_agency
from kasane.conferences.api import home_rows as decision_rows
from kasane.coordination.api import request_rows
from kasane.intake.api import desk_rows, stalled_rows
from kasane.portal.ending import ending_cases, ending_row
from kasane.portal.meetings import meeting_rows
from kasane.portal.watch import watched

MOST = 20

_BY_SOURCE: dict[tuple[str, str], tuple[str, str, str]] = {
    (TaskKind.ANSWER_REFERRAL, "referral"): ("回答する", "intake:referral", "referral_id"),
    (TaskKind.FOLLOW_UP, "referral"): ("つなぎを開く", "intake:referral", "referral_id"),
    (TaskKind.OTHER, "referral_question"): ("返事をする", "intake:question", "comment_id"),
    (TaskKind.CONTACT, "referral_visit"): ("結果を書く", "intake:visit", "visit_id"),
    (TaskKind.FOLLOW_UP, "prefecture"): ("結果を書く", "intake:prefecture", "handover_id"),
    (TaskKind.DECISION, "plan"): ("決裁する", "coordination:decide", "plan_id"),
    (TaskKind.MONITORING, "plan"): ("モニタリング", "coordination:monitoring", "plan_id"),
    (TaskKind.MONITORING, "progress"): ("知らせる", "coordination:progress", "plan_id"),
    (TaskKind.PLAN, "plan"): ("プランを開く", "coordination:plan", "plan_id"),
    (TaskKind.CONFERENCE, "menu"): ("開く", "coordination:menu", "menu_id"),
    (TaskKind.PLAN, "menu"): ("開く", "coordination:menu", "menu_id"),
    (TaskKind.EVALUATION, "menu"): ("評価する", "coordination:menu", "menu_id"),
    (TaskKind.REGISTER, "rights_step"): ("段階を書く", "intake:rights_step", "rights_step_id"),
    (TaskKind.REGISTER, "rights_route"): ("道すじを開く", "intake:rights_route", "rights_route_id"),
    (TaskKind.FOLLOW_UP, "rights_route"): ("ようすを書く", "intake:rights_follow_up", "rights_route_id"),
    (TaskKind.REGISTER, "maternity_talk"): ("面談を書く", "intake:maternity_held", "maternity_talk_id"),
    (TaskKind.REGISTER, "support_plan"): ("見直す", "intake:support_plan_review", "support_plan_id"),
    (TaskKind.REGISTER, "housing_benefit"): ("開く", "intake:housing_benefit", "housing_benefit_id"),
    (TaskKind.REGISTER, "housing_term"): ("開く", "intake:housing_term", "housing_term_id"),
    (TaskKind.CONFERENCE, "meeting_decision"): ("結果を書く", "conferences:decision", "decision_id"),
}
_BY_CASE: dict[tuple[str, str], tuple[str, str]] = {
    (TaskKind.CONFERENCE, "plan"): ("会議にかける", "conferences:add_item"),
    (TaskKind.CONFERENCE, "evaluation"): ("会議にかける", "conferences:add_item"),
    (TaskKind.CONFERENCE, "reception"): ("会議にかける", "conferences:add_item_support"),
    (TaskKind.CONFERENCE, "referral_alert"): ("会議にかける", "conferences:add_item_support"),
    (TaskKind.APPLICATION, "referral"): ("申込票を書く", "coordination:apply"),
    (TaskKind.ASSESSMENT, "application"): ("書く", "coordination:assessment"),
    (TaskKind.PLAN, "assessment"): ("プランをつくる", "coordination:plan_new"),
    (TaskKind.PLAN, "evaluation"): ("ケースを開く", "case_page"),
    (TaskKind.FOLLOW_UP, "evaluation"): ("ようすを書く", "coordination:follow_up"),
    (TaskKind.CONTACT, "record"): ("記録する", "cases:record_new"),
}
"""Tasks whose row leads straight to the act, which also ends them, by what they are and where they come from.
Only what has no screen of its own is ticked off: one click must not drop a step the law asks for."""


@dataclass(frozen=True)
class Column:
    """One of the three columns: its rows as the due_row component draws them, and whether there are more."""

    title: str
    lead: str
    empty: str
    rows: list[dict[str, Any]]
    more: bool


def columns(by: Actor, board: Board, alarms: Alarms) -> list[Column]:
    """The three columns for the agency one acts for, with what waits about exceptions to consent (`board`, R-DIS-05) and
    of 緊急の知らせ (`alarms`, R-INT-09).

    Eleven queries, however long the lists are.
    """
    day = today()
    waiting = list(tasks_of_agency(by, until=day, waiting=True)[: MOST + 1])
    due = list(tasks_of_agency(by, until=day + timedelta(days=7), waiting=False)[: MOST + 1])
    quiet_days = profile.current().rules.silence_days
    silent = list(silent_cases(by, on=day, days=quiet_days)[: MOST + 1])
    ending = ending_cases(by, on=day)
    careful, lines, hops = watched(by)
    desk_waiting, desk_due = desk_rows(lines, on=day, kept_days=profile.current().rules.undone_days)
    asked, asked_by_us = request_rows(by)
    attach_households([*(task.case for task in waiting + due), *silent, *ending])
    return [
        Column(
            "待たせている",
            "返事を待っている人・機関があります。",
            "待たせている人はいません。",
            [
                *board.waiting,
                *desk_waiting,
                *asked,
                *stalled_rows(by, hops),
                *(_task_row(task, day) for task in waiting[:MOST]),
            ],
            len(waiting) > MOST,
        ),
        Column(
            "今日・今週",
            "期日が7日以内のことです。",
            "この7日に期日のくることはありません。",
            [
                *alarms.due,
                *meeting_rows(by, on=day),
                *board.due,
                *asked_by_us,
                *desk_due,
                *decision_rows(by, on=day),
                *(_task_row(task, day) for task in due[:MOST]),
            ],
            len(due) > MOST,
        ),
        Column(
            "気にかける",
            f"{quiet_days}日以上、記録も動きもないケースと、もうすぐ終わる同意です。",
            "しばらく動きのないケースも、もうすぐ終わる同意もありません。",
            [
                *careful,
                *(ending_row(case, family_name(case)) for case in ending),
                *(_silent_row(case) for case in silent[:MOST]),
            ],
            len(silent) > MOST,
        ),
    ]


def family_name(case: Case) -> str:
    """How a case is called on a list: 「田中さん世帯」, or what little is known."""
    people = getattr(case, "household", [])
    if not people:
        return "(氏名不明)"
    return f"{people[0].family_name or people[0].name}さん世帯"


def _task_row(task: Task, day: date) -> dict[str, Any]:
    late = (day - task.due_on).days
    row: dict[str, Any] = {
        "who": family_name(task.case),
        "number": task.case.label,
        "url": reverse("case_page", args=[task.case_id]),
        "what": task.what,
        "since": _since(task, late),
        "days": (day - task.since).days if task.someone_waits else "",
    }
    if task.is_urgent:
        row |= {"tone": "urgent", "tone_word": "緊急"}
    elif late > 0:
        row |= {"tone": "wait", "tone_word": f"{late}日すぎ"}
    return row | _act(task)


def _act(task: Task) -> dict[str, Any]:
    """The one act on the row of a task: its words and address, and whether it is done by the click."""
    origin = (task.kind, task.source)
    if origin in _BY_SOURCE and task.source_id:
        words, name, argument = _BY_SOURCE[origin]
        return {"act_label": words, "act_url": reverse(name, kwargs={argument: task.source_id})}
    if origin in _BY_CASE:
        words, name = _BY_CASE[origin]
        return {"act_label": words, "act_url": reverse(name, kwargs={"case_id": task.case_id})}
    done = reverse("cases:task_done", args=[task.id])
    return {"act_label": "済みにする", "act_url": done, "act_post": True}


def _since(task: Task, late: int) -> str:
    return "期日 今日" if late == 0 else f"期日 {short_wareki(task.due_on)}"


def _silent_row(case: Case) -> dict[str, Any]:
    return {
        "who": family_name(case),
        "number": case.label,
        "url": reverse("case_page", args=[case.id]),
        "what": f"{case.get_stage_display()}の段階のまま、しばらく動きがありません。",
        "act_label": "記録する",
        "act_url": reverse("cases:record_new", args=[case.id]),
    }
