"""What coordination shows on the case page, and the next steps it offers there. Those of 自立相談支援: steps.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.cases.models import Case, Stage
from kasane.cases.panels import NextStep, Panel, once
from kasane.coordination import rules
from kasane.coordination.charts import course_picture, course_words
from kasane.coordination.choices import (
    ENDED_PLAN_STATES,
    OPEN_PLAN_STATES,
    Conclusion,
    Course,
    Occasion,
    PlanState,
    Progress,
    Screening,
    Service,
)
from kasane.coordination.menus.choices import ADDRESSES, CODES, MenuSheet, MenuState
from kasane.coordination.menus.page import TONES as MENU_TONES
from kasane.coordination.menus.queries import menus_of
from kasane.coordination.models import Plan
from kasane.coordination.paper import papers_of, versions_with_lines
from kasane.coordination.planpage import TONES
from kasane.coordination.queries import course_for, issues_of, scores_of, sheet_and_courses
from kasane.coordination.reopening.steps import after_closure
from kasane.coordination.running import running_plans
from kasane.coordination.steps import assessment_steps, end_step, hand_on_steps, reception_steps, way_steps
from kasane.disclosure.models import Consent
from kasane.people.queries import household as people_of


def next_steps(case: Case, *, by: Actor, consents: Sequence[Consent]) -> list[NextStep]:
    """What ⑤ and 自立相談支援 ask for next, by the stage of the case: at most two queries."""
    steps = _BY_STAGE.get(case.stage)
    return steps(case, by) if steps else []


def _case(case: Case) -> dict[str, Any]:
    return {"case_id": case.id}


def _reception(case: Case, by: Actor) -> list[NextStep]:
    return [
        NextStep(
            "多機関協働の利用を申し込む",
            "coordination:apply",
            _case(case),
            lead="申込票(2-2)を本人と書き、情報共有の同意を確かめます。",
            is_main=by.is_coordinator and case.responsible_agency_id == by.agency.id,
        ),
        *reception_steps(case, by),
        _outreach(case),
    ]


def _outreach(case: Case) -> NextStep:
    """2-5② before any plan: for whoever knows of somebody who does not want help yet (R-COOR-05, R-CONF-03)."""
    return NextStep(
        "アウトリーチ等プラン(2-5②)を書く",
        "coordination:menu_new",
        {"case_id": case.id, "sheet": MenuSheet.OUTREACH.value},
        lead="本人の同意の前は、支援会議で確かめて始めます。",
    )


def _application(case: Case, by: Actor) -> list[NextStep]:
    return [
        NextStep(
            "アセスメントを始める",
            "coordination:assessment",
            _case(case),
            lead="本人と世帯の様子を、つなぎ元や関係機関から聞き取ってまとめます。",
            is_main=True,
        ),
        _outreach(case),
        *([end_step(case, by, "")] if by.is_coordinator else []),
    ]


def _assessment(case: Case, by: Actor) -> list[NextStep]:
    sheet, courses = sheet_and_courses(case.id)
    course = course_for(courses, by=by)
    if course == Course.SELF_RELIANCE:
        return assessment_steps(case, by, sheet)
    screened = sheet is not None and sheet.has_summary and bool(sheet.screening)
    plan = NextStep(
        "プランをつくる",
        "coordination:plan_new",
        _case(case),
        lead="アセスメントから課題と希望を写して書き始めます。",
        obstacles=rules.make_plan_obstacles(
            rules.Standing(case.id, case.is_open, is_coordinator=by.is_coordinator),
            applied=True,
            has_summary=sheet is not None and sheet.has_summary,
            screening=sheet.screening if sheet else "",
            open_plan=None,
        ),
        is_main=screened and sheet is not None and sheet.screening == Screening.PLAN,
    )
    gather = NextStep(
        "アセスメントを続ける",
        "coordination:assessment",
        _case(case),
        lead="課題のまとめとスクリーニングまで書くと、プランに進めます。",
        is_main=not screened,
    )
    steps = [plan, gather] if plan.is_main else [gather, plan]
    screening = sheet.screening if sheet and sheet.has_summary else ""
    ends = end_step(case, by, screening, is_main=screening in ("information", "broken_off"))
    steps = [*way_steps(case, screening), *steps, _outreach(case)]
    return [ends, *steps] if ends.is_main else [*steps, ends]


def _plan_or_support(case: Case, by: Actor) -> list[NextStep]:
    found = running_plans(case)
    steps = []
    for plan in found:
        steps += _running(case, plan, by) if plan.state == PlanState.FINAL else [_making(case, plan, by)]
    waits = next((plan for plan in found if plan.waiting), None)
    if waits is not None:
        ends = NextStep(
            f"{Conclusion(waits.waiting).label}を会議で確認する",
            waits.words.evaluation_url,
            _case(case),
            lead="評価シートを見直し、終結後のことを決めてから会議にかけます。",
            is_main=_leads(case, waits, by),
        )
        steps = [ends, *(step for step in steps if step.url_name != ends.url_name)]
    ends_early = [
        end_step(case, by, "", course=plan.course)
        for plan in found
        if plan.state == PlanState.DRAFT and plan.final_on is None and _leads(case, plan, by)
        and not any(one.course == plan.course and one.state == PlanState.FINAL for one in found)
    ]  # fmt: skip
    return [*steps, *ends_early, *hand_on_steps(case, by, found)]


def _leads(case: Case, plan: Plan, by: Actor) -> bool:
    """Whose next step it is: the coordinator's, or that of the desk that carries 自立相談支援."""
    if plan.course == Course.SELF_RELIANCE:
        return by.agency.id in (case.responsible_agency_id, plan.agency_id)
    return by.is_coordinator


def _making(case: Case, plan: Plan, by: Actor) -> NextStep:
    where: dict[str, Any] = {"plan_id": plan.id}
    if plan.state == PlanState.DRAFT:
        return NextStep(
            f"{plan.full_name}を書き上げて会議に出す",
            "coordination:plan",
            where,
            lead=f"直してほしいこと: {plan.returned_note}" if plan.returned_note else "",
            is_main=_leads(case, plan, by),
        )
    if plan.state == PlanState.SUBMITTED:
        return NextStep(
            f"{plan.full_name}は会議を待っています", "coordination:plan", where, lead="議題に入れて、構成員に知らせます。"
        )  # fmt: skip
    return NextStep(
        f"{plan.full_name}の支援決定をする" if by.is_decider else f"{plan.full_name}は支援決定を待っています",
        "coordination:decide",
        where,
        lead="会議で適切と判断されました。市町村が決定すると、プランが確定します。",
        is_main=by.is_decider,
    )  # fmt: skip


def _running(case: Case, plan: Plan, by: Actor) -> list[NextStep]:
    return [
        NextStep(
            "モニタリングをする",
            "coordination:monitoring",
            {"plan_id": plan.id},
            lead="支援内容ごとに進みぐあいを確かめます。",
            is_main=_leads(case, plan, by),
        ),
        NextStep(
            "評価シートを書く",
            plan.words.evaluation_url,
            _case(case),
            lead="終結・再プラン・中断を考えます。",
        ),
        *_connectedness(case, plan),
    ]


def _connectedness(case: Case, plan: Plan) -> list[NextStep]:
    """つながり評価 (2-7) is a sheet of 多機関協働."""
    if plan.course == Course.SELF_RELIANCE:
        return []
    return [NextStep("つながり評価をつける", "coordination:connectedness", _case(case))]


_BY_STAGE = {
    Stage.RECEPTION: _reception,
    Stage.APPLICATION: _application,
    Stage.ASSESSMENT: _assessment,
    Stage.PLAN: _plan_or_support,
    Stage.SUPPORT: _plan_or_support,
    Stage.CLOSED: after_closure,
}
"""After 終結 つなぎもどし comes first, which intake offers (R-COOR-11)."""


def plan(case: Case, *, by: Actor, plan_id: UUID | None = None) -> list[Panel]:
    """プラン tab: the plan in force (or in the making) with its lines and versions, those of ② and ④, and connectedness. Three queries.

    `plan_id`: the version that is talked about, where it is one of them.
    """
    found = versions_with_lines(case.id)
    courses = [[one for one in found if one.course == course] for course in Course.values]
    panels = [_course_panel(versions, plan_id) for versions in courses if versions]
    panels.sort(key=lambda panel: panel.context["plan"].state in ENDED_PLAN_STATES)
    menus = menus_of(case.id)
    if menus:
        rows = [{"menu": one, "code": CODES[one.sheet], "tone": MENU_TONES[one.state]} for one in menus]
        context = {"menus": rows, "case": case}
        panels.append(Panel("参加支援プラン・アウトリーチ等プラン", "coordination/menus/panel.html", context))
    ratings = scores_of(case.id)
    if ratings:
        picture = {"picture": course_picture(ratings), "words": course_words(ratings), "case": case}
        panels.append(Panel("つながりの推移", "coordination/panel_connectedness.html", picture))
    return panels


def _course_panel(versions: list[Plan], plan_id: UUID | None) -> Panel:
    """The plan of one course: the one talked about, else that in force, else that in the making, else the newest."""
    order = (PlanState.FINAL, *OPEN_PLAN_STATES)
    running = next((v for state in order for v in versions if v.state == state), versions[0])
    shown = next((v for v in versions if v.id == plan_id), running)
    context = {
        "plan": shown,
        "tone": TONES[shown.state],
        "lines": [_line(shown, line) for line in shown.item_lines],  # type: ignore[attr-defined]
        "versions": [{"plan": one, "tone": TONES[one.state]} for one in versions],
    }
    return Panel(shown.full_name, "coordination/panel_plan.html", context)


def _line(plan: Plan, line: dict[str, Any]) -> dict[str, Any]:
    """One line in words: how it goes, and ② or ④ by name, marked while it runs before the decision (R-COOR-05)."""
    uses = line["service"] != Service.OTHER
    return line | {
        "service": Service(line["service"]).label if uses else "",
        "early": uses and plan.is_early,
        "progress": Progress(line["progress"]).label if line["progress"] else "",
    }


def household(case: Case, *, by: Actor) -> list[Panel]:
    """世帯 tab: the members side by side with their issues, as far as the viewer may see them."""
    issues = issues_of(case.id)
    if not issues:
        return []
    members = once(case, "household", lambda: people_of(case.id))
    people = [{"person": person, "issues": issues.get(person.id, [])} for person in members]
    return [Panel("一人ひとりの課題", "coordination/panel_household.html", {"people": people, "case": case})]


_PAPERS: dict[str, tuple[str, str]] = {
    "2-2": ("相談受付・申込票", "coordination:apply"),
    "2-3": ("アセスメントシート", "coordination:assessment"),
    "2-4": ("プラン", "coordination:plan"),
    CODES[MenuSheet.PARTICIPATION]: (str(MenuSheet.PARTICIPATION.label), "coordination:menu"),
    CODES[MenuSheet.OUTREACH]: (str(MenuSheet.OUTREACH.label), "coordination:menu"),
    "2-6": ("評価シート", "coordination:evaluation"),
    "2-7": ("つながり評価", "coordination:connectedness"),
}
_KIND_WORDS: dict[str, dict[str, str]] = {
    "2-4": dict(PlanState.choices),
    **dict.fromkeys(CODES.values(), dict(MenuState.choices)),
    "2-6": dict(Conclusion.choices),
    "2-7": dict(Occasion.choices),
}
BY_THEMSELVES = ("2-4", *CODES.values())
"""The sheets with a page of each version; the others have one of the case."""
ON_PAPER = {code: ADDRESSES.get(code, code) for code in _PAPERS}
"""The sheets that `sheets` prints for a case, with their code in its addresses."""


def documents(case: Case, *, by: Actor) -> list[Panel]:
    """書類 tab: 2-2, 2-3, 2-4, 2-6 and 2-7, those there are. One query."""
    papers = [_paper(case, row) for row in papers_of(case.id)]
    if not papers:
        return []
    context = {"papers": papers, "case": case}
    return [Panel("申込・プラン・評価の書類", "coordination/panel_documents.html", context)]


def _paper(case: Case, row: tuple[str, str, str, Any, Any, str]) -> dict[str, Any]:
    code, kind, number, day, row_id, course = row
    title, url_name = _PAPERS[code]
    words = rules.words(course)
    url_name = {"2-2": words.apply_url, "2-6": words.evaluation_url}.get(code, url_name)
    return {
        "code": code,
        "title": f"{words.badge}{title}({Plan(number=int(number)).name})"
        if number
        else f"{words.badge}{title}",
        "kind": _KIND_WORDS.get(code, {}).get(kind, ""),
        "day": day,
        "url": reverse(url_name, args=[row_id if code in BY_THEMSELVES else case.id]),
        "pdf": reverse("sheets:pdf_of", args=[case.id, ON_PAPER[code], row_id]),
    }
