"""次の一歩 on the page of a plan, by where it stands (R-COOR-04 to R-COOR-07)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.approval.page import DRAFT
from kasane.coordination.approval.page import page_of as approval_page
from kasane.coordination.choices import OPEN_PLAN_STATES, Course, PlanState
from kasane.coordination.models import Plan
from kasane.coordination.queries import (
    consent_of,
    plan_facts,
    waiting_evaluation_of,
    waits_for_report,
)


@dataclass(frozen=True)
class Step:
    """次の一歩 on the plan's page; with `post` the act is a button of its own."""

    title: str
    sentence: str
    label: str
    url: str
    post: bool = False
    obstacles: list[Obstacle] | None = None


def _draft(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    consented = consent_of(case.id, on=today()) is not None
    obstacles = rules.submit_obstacles(standing, plan_facts(plan), consented=consented)
    return [
        Step(
            f"プランを{plan.words.conference}に出す",
            "本人と読み合わせてから出します。出したあとは、会議が終わるまで書きかえられません。",
            "会議に出す",
            reverse("coordination:plan_submit", args=[plan.id]),
            post=True,
            obstacles=obstacles,
        ),
        Step("書き続ける", "", "プランを直す", reverse("coordination:plan_edit", args=[plan.id])),
    ]


def _submitted(
    plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor
) -> list[Step]:
    return [
        Step(
            "会議の議題に入れる",
            "会議を選んで議題に入れると、構成員が資料を見られるようになります。",
            "会議を選ぶ",
            reverse(plan.words.add_item_url, args=[case.id]),
        ),
        Step(
            "会議から取り下げる",
            "",
            "取り下げて直す",
            reverse("coordination:plan_take_back", args=[plan.id]),
            post=True,
            obstacles=rules.take_back_obstacles(standing, state=plan.state),
        ),
    ]


def _agreed(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    page = approval_page(plan, by=by)
    drafts = page.mode == DRAFT
    return [
        Step(
            "市町村の支援決定を起案する" if drafts else "市町村の支援決定を受ける",
            "会議で適切と判断されました。支援決定の要る事業の利用を、市町村が決定します。"
            + ("市町村の担当課が起案し、ほかの職員が決裁します。" if drafts else ""),
            "起案の画面へ" if drafts else "支援決定の画面へ",
            reverse("coordination:decide", args=[plan.id]),
            obstacles=page.obstacles,
        )
    ]


def _final(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    waiting = waiting_evaluation_of(case.id, plan.course)
    replan = _replan(plan, standing, versions, waits=waiting is not None)
    steps = [
        Step(
            "モニタリングをする",
            "支援内容ごとに、進みぐあいを確かめます。",
            "モニタリングを書く",
            reverse("coordination:monitoring", args=[plan.id]),
        ),
        replan,
        Step("評価する", "", "評価シートを書く", reverse(plan.words.evaluation_url, args=[case.id])),
        *_OTHERS[plan.course](case),
    ]
    if waiting is not None:
        ends = Step(
            f"{waiting.get_conclusion_display()}を会議で確認する",
            "評価シートを見直し、足りないことをそろえてから会議にかけます。",
            "評価シートを開く",
            reverse(plan.words.evaluation_url, args=[case.id]),
        )
        steps = [ends, *(step for step in steps if step.url != ends.url)]
    if by.is_decider and waits_for_report(plan):
        report = Step(
            "プランの報告を確かめる",
            "会議で確定したプランの報告です。",
            "報告を確かめる",
            reverse("coordination:decide", args=[plan.id]),
        )
        return [report, *steps]
    return steps


def _replan(plan: Plan, standing: rules.Standing, versions: list[Plan], *, waits: bool) -> Step:
    in_the_making = next(
        (v for v in versions if v.state in OPEN_PLAN_STATES and v.course == plan.course), None
    )
    return Step(
        "再プランをつくる",
        "いまのプランを写して新しい版をつくります。新しい版が確定するまで、いまのプランが続きます。",
        "再プランをつくる",
        reverse("coordination:replan", args=[plan.id]),
        post=True,
        obstacles=rules.replan_obstacles(
            standing,
            state=plan.state,
            open_plan=in_the_making.id if in_the_making else None,
            waiting_evaluation=waits,
        ),
    )


def _rating(case: Case) -> list[Step]:
    url = reverse("coordination:connectedness", args=[case.id])
    return [Step("つながりを評価する", "", "つながり評価をつける", url)]


def _handing_on(case: Case) -> list[Step]:
    sentence = "課題が複雑にからむときに。書いたことはそのまま多機関協働の様式に移ります。"
    url = reverse("coordination:hand_on", args=[case.id])
    return [Step("多機関協働に引き継ぐ", sentence, "多機関協働に引き継ぐ", url)]


_OTHERS: dict[str, Callable[[Case], list[Step]]] = {
    Course.COORDINATION: _rating,
    Course.SELF_RELIANCE: _handing_on,
}


def _handed_on(
    plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor
) -> list[Step]:
    """When the つなぎ came back, the desk goes on from here; else 多機関協働 carries the case."""
    if rules.self_reliance_obstacles(standing):
        return []
    return [_replan(plan, standing, versions, waits=False)]


def _closed(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    """When the case was reopened, its last plan is the ground of the next version (R-COOR-10)."""
    newest = max(v.number for v in versions if v.course == plan.course)
    if not case.is_open or plan.number != newest:
        return []
    return [_replan(plan, standing, versions, waits=False)]


def _ended(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    return []


_STEPS = {
    PlanState.DRAFT: _draft,
    PlanState.SUBMITTED: _submitted,
    PlanState.AGREED: _agreed,
    PlanState.FINAL: _final,
    PlanState.SUPERSEDED: _ended,
    PlanState.CLOSED: _closed,
    PlanState.HANDED_ON: _handed_on,
}


def next_steps(
    plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor
) -> list[Step]:
    """What may be done next with a plan, the main step first; forbidden ones with their obstacles."""
    return _STEPS[plan.state](plan, case, standing, versions, by)


def telling(plan: Plan, steps: list[Step], *, first: bool) -> list[Step]:
    """進みぐあいを知らせる, for an agency with lines of its own; before all else where another one monitors (R-COOR-07)."""
    tells = Step(
        "進みぐあいを知らせる",
        "この機関が担当する支援内容だけです。",
        "進みぐあいを知らせる",
        reverse("coordination:progress", args=[plan.id]),
    )
    return [tells, *steps] if first else [*steps, tells]
