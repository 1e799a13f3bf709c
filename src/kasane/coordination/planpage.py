"""What the page of a plan shows: where it stands, what comes next, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.choices import OPEN_PLAN_STATES, Course, PlanState, Service
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
    PlanState.HANDED_ON: "off",
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

    @property
    def uses_two_and_four(self) -> bool:
        """Whether the sheet asks for ② and ④: that of 自立相談支援 does not."""
        return self.plan.course == Course.COORDINATION

    @property
    def followed_by(self) -> Plan | None:
        """The plan of 多機関協働 into which this one was handed on (R-SELF-01)."""
        return next(
            (v for v in self.versions if v.previous_id == self.plan.id and v.course != self.plan.course), None
        )

    @property
    def came_from(self) -> Plan | None:
        """The plan of 自立相談支援 that was handed on into this one."""
        found = next((v for v in self.versions if v.id == self.plan.previous_id), None)
        return found if found is not None and found.course != self.plan.course else None

    def _badge(self, item: PlanItem) -> dict[str, str]:
        """② and ④ by name; running before the decision as such (R-COOR-05)."""
        if item.service == Service.OTHER:
            return {}
        if self.plan.is_early and item.service in rules.decided_services(self.plan.course):
            return {"word": f"{item.get_service_display()}・早期支援", "tone": "wait"}
        mark = marks_of(self.plan).get(item.service, "")
        return {"word": f"{item.get_service_display()}{mark and f'・{mark}'}", "tone": ""}


def marks_of(plan: Plan) -> dict[str, str]:
    """What the municipality does with each service of 自立相談支援: 支援決定 or 確認 (実施要綱 別記1の4の4(2)オ)."""
    if plan.course != Course.SELF_RELIANCE:
        return {}
    return {row.code: "支援決定" if row.decided else "確認" for row in rules.SERVICES[plan.course]}


def lines_with_marks(plan: Plan) -> list[dict[str, Any]]:
    """The lines of a plan for the deciding desk: which it decides on, which it confirms, and what is done beside."""
    notes = {row.code: row.note for row in rules.SERVICES[plan.course]}
    marks = marks_of(plan)
    return [
        {
            "item": item,
            "mark": "。".join(filter(None, [marks.get(item.service, ""), notes.get(item.service, "")])),
        }
        for item in plan.items.all()
    ]


def page_of(plan: Plan, case: Case, *, by: Actor) -> PlanPage:
    """Everything on the page, for one viewer."""
    standing, versions = standing_of(case, by=by, course=plan.course), plans_of(case.id)
    steps = _STEPS[plan.state](plan, case, standing, versions, by)
    if plan.state == PlanState.FINAL and any(item.agency_id == by.agency.id for item in plan.items.all()):
        steps = _telling(plan, steps, first=plan.agency_id != by.agency.id)
    return PlanPage(
        plan=plan,
        case=case,
        step=steps[0] if steps else None,
        others=steps[1:],
        pattern_words=rules.pattern_words([item.service for item in plan.items.all()], plan.course),
        judgements=judgements_of([plan.id]),
        monitorings=monitorings_of(plan) if plan.final_on else [],
        versions=versions,
    )


def _telling(plan: Plan, steps: list[Step], *, first: bool) -> list[Step]:
    """進みぐあいを知らせる, for an agency with lines of its own; before all else where another one monitors (R-COOR-07)."""
    tells = Step(
        "進みぐあいを知らせる",
        "この機関が担当する支援内容だけです。",
        "進みぐあいを知らせる",
        reverse("coordination:progress", args=[plan.id]),
    )
    return [tells, *steps] if first else [*steps, tells]


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
    application = application_of(case.id, plan.course)
    own = application is not None and application.deciding_agency_id == by.agency.id
    return [
        Step(
            "市町村の支援決定を受ける",
            "会議で適切と判断されました。支援決定の要る事業の利用を、市町村が決定します。",
            "支援決定の画面へ",
            reverse("coordination:decide", args=[plan.id]),
            obstacles=rules.decide_obstacles(
                state=plan.state,
                is_decider=by.is_decider,
                own_agency=own,
                returns=False,
                note="",
                course=plan.course,
            ),
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
