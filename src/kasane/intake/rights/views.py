"""権利擁護の道すじ: the list of the desk, one route with its steps, and what is done on it (R-INT-11)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.intake.models import RightsRoute, RightsStep
from kasane.intake.registers.actions import may_write
from kasane.intake.registers.page import Act, Place, act_page, case_place, opened, person_from
from kasane.intake.rights import actions, rules
from kasane.intake.rights.forms import (
    BranchForm,
    ChangeForm,
    FinishForm,
    FollowUpForm,
    ReportForm,
    StartForm,
    StepForm,
)
from kasane.intake.rights.queries import PEOPLE, done_steps, routes_of_desk
from kasane.intake.rights.routes import REPORT, ROUTES
from kasane.intake.views.desk import at_desk


def listing(request: HttpRequest) -> HttpResponse:
    """The routes of this desk: the open ones first."""
    by = at_desk(request)
    closed = request.GET.get("part") == "ended"
    page = page_of(request, routes_of_desk(by, closed=closed), unit="件")
    tabs = [
        {"label": "進めている", "url": "?", "active": not closed},
        {"label": "終わった", "url": "?part=ended", "active": closed},
    ]
    return render(request, "intake/rights/list.html", {"page": page, "tabs": tabs, "closed": closed})


def new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """道すじを始める."""
    case = open_case(case_id, by=request.actor, purpose="権利擁護の道すじを始める")

    def save(typed: dict[str, Any]) -> str:
        person = person_from(case, typed.pop("person"))
        return _url(actions.start(case, by=request.actor, person=person, **typed))

    return act_page(
        request,
        case_place(case),
        Act(
            "rights-start",
            "権利擁護の道すじを始める",
            "本人の権利を守る制度へ、順を追って進みます。道すじごとに段階が決まっています。",
            "道すじを始める",
            "道すじを始めました。つぎの段階の予定日を入れてください。",
        ),
        form=lambda data: StartForm(data, case=case),
        save=save,
        obstacles=may_write(case, by=request.actor, kinds=0, begins=True),
    )


def route(request: HttpRequest, rights_route_id: UUID) -> HttpResponse:
    """One route: its steps in order, the one that comes next, what may be done."""
    case, row = _opened(request, rights_route_id, "権利擁護の道すじ")
    steps, table = list(row.steps.all()), ROUTES[row.kind]
    done = {step.code for step in steps if step.done_on}
    upcoming = next((one for one in steps if not one.done_on and table.step(one.code).must), None)
    context = {
        "case": case,
        "route": row,
        "table": table,
        "lines": [
            {"row": step, "table": table.step(step.code), "is_next": step is upcoming} for step in steps
        ],
        "upcoming": upcoming,
        "is_report_next": upcoming is not None and upcoming.code == REPORT,
        "can_branch": not rules.branch_obstacles(
            kind=row.kind, is_open=row.is_open, relatives="none", done=done
        ),
        "forbids": may_write(case, by=request.actor, kinds=row.kinds),
    }
    return render(request, "intake/rights/route.html", context)


def change(request: HttpRequest, rights_route_id: UUID) -> HttpResponse:
    """親族と相手を書き足す."""
    case, row = _opened(request, rights_route_id, "権利擁護の道すじの訂正")
    names = ("relatives", "relatives_note", "counterpart", "version")
    initial = {name: getattr(row, name) for name in names}
    return act_page(
        request,
        _place(case, row),
        Act("rights-change", "親族と相手を書き足す", "分かったことを書き足します。", "保存する"),
        form=lambda data: ChangeForm(data, initial=initial),
        save=lambda typed: _url(actions.change(row, by=request.actor, **typed)),
        obstacles=may_write(case, by=request.actor, kinds=row.kinds)
        + rules.open_obstacles(is_open=row.is_open),
    )


def step(request: HttpRequest, rights_step_id: UUID) -> HttpResponse:
    """A step: planned, done, by whom."""
    case, row = opened(request, RightsStep, rights_step_id, "権利擁護の道すじの段階", "route", "case")
    table = ROUTES[row.route.kind]
    one = table.step(row.code)
    names = ("planned_on", "done_on", "done_by", "note", "version")

    def save(typed: dict[str, Any]) -> str:
        actions.keep_step(row, by=request.actor, **typed)
        return _url(row.route)

    return act_page(
        request,
        Place(
            case,
            row.id,
            _url(row.route),
            table.title,
            {
                "facts_title": "この段階",
                "facts": [
                    {"label": "要るもの", "value": one.needs},
                    {"label": "ふつう、だれが", "value": one.who},
                    {"label": "根拠", "value": one.law or "—"},
                ],
            },
        ),
        Act(
            "rights-step",
            one.title,
            "予定日だけを先に入れておけます。済んだら、日とした人を入れます。",
            "保存する",
        ),
        form=lambda data: StepForm(data, initial={name: getattr(row, name) for name in names}),
        save=save,
        obstacles=may_write(case, by=request.actor, kinds=row.kinds)
        + rules.open_obstacles(is_open=row.route.is_open),
    )


def branch(request: HttpRequest, rights_route_id: UUID) -> HttpResponse:
    """市町村長申立てに切りかえる."""
    case, row = _opened(request, rights_route_id, "市町村長申立てへの切りかえ")
    return act_page(
        request,
        _place(case, row),
        Act(
            "rights-branch",
            "市町村長申立てに切りかえる",
            "申し立てる親族がいないときに。いまの道すじは終わり、市町村長申立ての道すじが始まります。",
            "切りかえる",
            "市町村長申立ての道すじを始めました。つぎは、担当課への報告です。",
        ),
        form=lambda data: BranchForm(data),
        save=lambda typed: _url(actions.branch(row, by=request.actor, **typed)),
        obstacles=may_write(case, by=request.actor, kinds=row.kinds)
        + rules.branch_obstacles(
            kind=row.kind, is_open=row.is_open, relatives="none", done=done_steps(row.id)
        ),
    )


def report(request: HttpRequest, rights_route_id: UUID) -> HttpResponse:
    """担当課に報告する."""
    case, row = _opened(request, rights_route_id, "担当課への報告")
    blank = rules.Division("", is_municipality=True, is_own=True, sees=row.kinds, consented=0)
    before = rules.report_obstacles(
        ROUTES[row.kind], case_id=case.id, is_open=row.is_open, done=done_steps(row.id), division=blank,
        kinds=row.kinds, note="-", on=today(), today=today(),
    )  # fmt: skip
    return act_page(
        request,
        _place(case, row),
        Act(
            "rights-report",
            "担当課に報告する",
            "送ると、担当課の今日やることに出て、同意の範囲でこのケースを見て書けるようになります。",
            "報告する",
            "担当課に報告しました。",
        ),
        form=lambda data: ReportForm(data, initial={"note": row.reason}),
        save=lambda typed: _url(actions.report(row, by=request.actor, **typed)),
        obstacles=may_write(case, by=request.actor, kinds=row.kinds) + before,
    )


def finish(request: HttpRequest, rights_route_id: UUID) -> HttpResponse:
    """結果を書く."""
    case, row = _opened(request, rights_route_id, "権利擁護の道すじの結果")
    return act_page(
        request,
        _place(case, row),
        Act(
            "rights-finish",
            "結果を書く",
            "道すじを終えます。その後のようすを確かめる日も決めます。",
            "結果を残して終える",
            "結果を残しました。",
        ),
        form=lambda data: FinishForm(data, route=ROUTES[row.kind], initial={"counterpart": row.counterpart}),
        save=lambda typed: _url(actions.finish(row, by=request.actor, **typed)),
        obstacles=may_write(case, by=request.actor, kinds=row.kinds)
        + rules.open_obstacles(is_open=row.is_open),
    )


def follow_up(request: HttpRequest, rights_route_id: UUID) -> HttpResponse:
    """その後のようすを書く."""
    case, row = _opened(request, rights_route_id, "権利擁護の道すじのフォローアップ")
    return act_page(
        request,
        _place(case, row),
        Act(
            "rights-follow-up",
            "その後のようすを書く",
            "制度につながったあと、本人がどう暮らしているかを残します。",
            "残す",
        ),
        form=lambda data: FollowUpForm(data),
        save=lambda typed: _url(actions.follow_up(row, by=request.actor, **typed)),
        obstacles=rules.follow_up_obstacles(
            is_open=row.is_open, followed_up_on=row.followed_up_on, on=today(), today=today(), note="-"
        ),
    )


def _opened(request: HttpRequest, rights_route_id: UUID, purpose: str) -> tuple[Case, RightsRoute]:
    return opened(request, RightsRoute, rights_route_id, purpose, *PEOPLE, "follows")


def _url(row: RightsRoute) -> str:
    return reverse("intake:rights_route", args=[row.pk])


def _place(case: Case, row: RightsRoute) -> Place:
    return Place(case, row.pk, _url(row), ROUTES[row.kind].title)
