"""What the page of a plan shows: where it stands, what comes next, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.approval.course import approvals_of, waiting_steps
from kasane.coordination.approval.text import town_words
from kasane.coordination.choices import ApprovalState, Course, PlanState, Service
from kasane.coordination.compare.page import changes
from kasane.coordination.compare.rules import Changes
from kasane.coordination.linking import answered, issue_words
from kasane.coordination.menus.queries import menus_of, wanted_sheets
from kasane.coordination.models import (
    Approval,
    ConferenceJudgement,
    MenuPlan,
    Monitoring,
    Plan,
    PlanItem,
)
from kasane.coordination.plansteps import Step, next_steps, telling
from kasane.coordination.queries import (
    judgements_of,
    monitorings_of,
    plan_in_full,
    plans_of,
    standing_of,
)
from kasane.coordination.roles import RoleRow, is_done, is_overdue, refused_lines, role_rows, span

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
class PlanPage:
    plan: Plan
    case: Case
    step: Step | None
    others: list[Step]
    pattern_words: str
    judgements: list[ConferenceJudgement]
    monitorings: list[Monitoring]
    versions: list[Plan]
    issues: dict[UUID, str]
    approvals: list[Approval]
    menus: list[MenuPlan]
    town_words: str = ""
    changes: Changes | None = None
    """Against the version before, where there is one (R-COOR-07)."""

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
        refused = refused_lines(self.plan)
        return [
            {
                "item": item,
                "progress": latest.get(item.id),
                "badge": self._badge(item),
                "span": span(item),
                "refused": refused.get(item.id, ""),
                "overdue": is_overdue(self.plan, item, on=today(), done=is_done(latest.get(item.id))),
            }
            for item in self.plan.items.all()
        ]

    @property
    def goals(self) -> list[dict[str, Any]]:
        """The short goals, each with the issues of 2-3 that it answers (R-COOR-04)."""
        return [{"goal": goal, "answers": answered(goal, self.issues)} for goal in self.plan.goals.all()]

    @property
    def roles(self) -> list[RoleRow]:
        """役割分担表."""
        done = [line["item"].id for line in self.items if is_done(line["progress"])]
        return role_rows(self.plan, on=today(), done=done)

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

    @property
    def wanted_menus(self) -> list[tuple[str, str]]:
        """The sheets of ② and ④ that its lines ask for, where support goes on (R-COOR-05)."""
        goes_on = self.plan.state == PlanState.FINAL or self.plan.is_early
        return [*wanted_sheets(self.plan)] if goes_on and self.uses_two_and_four else []

    @property
    def waiting_steps(self) -> list[str]:
        """Who is still to be asked about the 起案 that is open."""
        return waiting_steps(next((one for one in self.approvals if one.state == ApprovalState.OPEN), None))

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
            "span": span(item),
            "mark": "。".join(filter(None, [marks.get(item.service, ""), notes.get(item.service, "")])),
        }
        for item in plan.items.all()
    ]


def page_of(plan: Plan, case: Case, *, by: Actor) -> PlanPage:
    """Everything on the page, for one viewer."""
    standing, versions = standing_of(case, by=by, course=plan.course), plans_of(case.id)
    steps = next_steps(plan, case, standing, versions, by)
    before = plan_in_full().filter(pk=plan.previous_id).first() if plan.previous_id else None
    named = [*plan.goals.all(), *(before.goals.all() if before else ())]
    issues = issue_words(case.id) if any(goal.issue_ids for goal in named) else {}
    if plan.state == PlanState.FINAL and any(item.agency_id == by.agency.id for item in plan.items.all()):
        steps = telling(plan, steps, first=plan.agency_id != by.agency.id)
    return PlanPage(
        plan=plan,
        case=case,
        step=steps[0] if steps else None,
        others=steps[1:],
        pattern_words=rules.pattern_words([item.service for item in plan.items.all()], plan.course),
        judgements=judgements_of([plan.id]),
        monitorings=monitorings_of(plan) if plan.final_on else [],
        versions=versions,
        issues=issues,
        menus=menus_of(case.id) if plan.course == Course.COORDINATION else [],
        approvals=approvals_of(plan) if plan.submitted_on else [],
        town_words=town_words(plan),
        changes=changes(before, plan, issues) if before else None,
    )
