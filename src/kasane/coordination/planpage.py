"""What the page of a plan shows: where it stands, what comes next, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.choices import OPEN_PLAN_STATES, PlanState, Service
from kasane.coordination.models import ConferenceJudgement, Monitoring, Plan, PlanItem
from kasane.coordination.queries import (
    application_of,
    consent_of,
    judgements_of,
    monitorings_of,
    plan_facts,
    plans_of,
    standing_of,
    waiting_evaluation_of,
    waits_for_report,
)

TONES: dict[str, str] = {
    PlanState.DRAFT: "now",
    PlanState.SUBMITTED: "wait",
    PlanState.AGREED: "wait",
    PlanState.FINAL: "done",
    PlanState.SUPERSEDED: "off",
    PlanState.CLOSED: "off",
}


@dataclass(frozen=True)
class Step:
    """次の一歩 on the plan's page; with `post` the act is a button of its own."""

    title: str
    sentence: str
    label: str
    url: str
    post: bool = False
    obstacles: list[Obstacle] | None = None


@dataclass(frozen=True)
class PlanPage:
    plan: Plan
    case: Case
    step: Step | None
    others: list[Step]
    pattern_words: str
    judgements: list[ConferenceJudgement]
    monitorings: list[Monitoring]
    versions: list[Plan]

    @property
    def tone(self) -> str:
        return TONES[self.plan.state]

    @property
    def next_monitoring_on(self) -> date | None:
        """As last agreed: at the latest monitoring, else as the plan says."""
        return self.monitorings[0].next_on if self.monitorings else self.plan.next_monitoring_on

    @property
    def facts(self) -> list[dict[str, Any]]:
        return [
            {"label": "解決したい課題", "value": self.plan.issues},
            {"label": "本人・世帯の望む姿", "value": self.plan.wish},
            {"label": "長期目標", "value": self.plan.long_goal},
        ]

    @property
    def items(self) -> list[dict[str, Any]]:
        """Each line with how it went when last looked at."""
        latest: dict[Any, Any] = {}
        for monitoring in reversed(self.monitorings):
            latest |= {row.item_id: row for row in monitoring.items.all()}
        return [
            {"item": item, "progress": latest.get(item.id), "badge": self._badge(item)}
            for item in self.plan.items.all()
        ]

    def _badge(self, item: PlanItem) -> dict[str, str]:
        """② and ④ by name; running before the decision as such (R-COOR-05)."""
        if item.service == Service.OTHER:
            return {}
        if self.plan.is_early:
            return {"word": f"{item.get_service_display()}・早期支援", "tone": "wait"}
        return {"word": item.get_service_display(), "tone": ""}


def page_of(plan: Plan, case: Case, *, by: Actor) -> PlanPage:
    """Everything on the page, for one viewer."""
    standing, versions = standing_of(case, by=by), plans_of(case.id)
    steps = _STEPS[plan.state](plan, case, standing, versions, by)
    pattern = rules.pattern_of([item.service for item in plan.items.all()])
    return PlanPage(
        plan=plan,
        case=case,
        step=steps[0] if steps else None,
        others=steps[1:],
        pattern_words=rules.PATTERN_WORDS[pattern],
        judgements=judgements_of([plan.id]),
        monitorings=monitorings_of(plan) if plan.final_on else [],
        versions=versions,
    )


def _draft(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    consented = consent_of(case.id, on=today()) is not None
    obstacles = rules.submit_obstacles(standing, plan_facts(plan), consented=consented)
    return [
        Step(
            "プランを重層的支援会議に出す",
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
            reverse("conferences:add_item", args=[case.id]),
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
    application = application_of(case.id)
    own = application is not None and application.deciding_agency_id == by.agency.id
    return [
        Step(
            "市町村の支援決定を受ける",
            "会議で適切と判断されました。② 参加支援・④ アウトリーチの利用を市町村が決定します。",
            "支援決定の画面へ",
            reverse("coordination:decide", args=[plan.id]),
            obstacles=rules.decide_obstacles(
                state=plan.state, is_decider=by.is_decider, own_agency=own, returns=False, note=""
            ),
        )
    ]


def _final(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    in_the_making = next((v for v in versions if v.state in OPEN_PLAN_STATES), None)
    waiting = waiting_evaluation_of(case.id)
    replan = Step(
        "再プランをつくる",
        "いまのプランを写して新しい版をつくります。新しい版が確定するまで、いまのプランが続きます。",
        "再プランをつくる",
        reverse("coordination:replan", args=[plan.id]),
        post=True,
        obstacles=rules.replan_obstacles(
            standing,
            state=plan.state,
            open_plan=in_the_making.id if in_the_making else None,
            waiting_evaluation=waiting is not None,
        ),
    )
    steps = [
        Step(
            "モニタリングをする",
            "支援内容ごとに、進みぐあいを確かめます。",
            "モニタリングを書く",
            reverse("coordination:monitoring", args=[plan.id]),
        ),
        replan,
        Step("評価する", "", "評価シートを書く", reverse("coordination:evaluation", args=[case.id])),
        Step(
            "つながりを評価する", "", "つながり評価をつける", reverse("coordination:connectedness", args=[case.id])
        ),
    ]  # fmt: skip
    if waiting is not None:
        ends = Step(
            f"{waiting.get_conclusion_display()}を会議で確認する",
            "評価シートを見直し、足りないことをそろえてから会議にかけます。",
            "評価シートを開く",
            reverse("coordination:evaluation", args=[case.id]),
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


def _ended(plan: Plan, case: Case, standing: rules.Standing, versions: list[Plan], by: Actor) -> list[Step]:
    return []


_STEPS = {
    PlanState.DRAFT: _draft,
    PlanState.SUBMITTED: _submitted,
    PlanState.AGREED: _agreed,
    PlanState.FINAL: _final,
    PlanState.SUPERSEDED: _ended,
    PlanState.CLOSED: _ended,
}
