"""What the page of 支援決定 asks next, and of whom."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.agencies.actors import Actor
from kasane.base.obstacles import Obstacle
from kasane.coordination import rules as coordination
from kasane.coordination.approval import rules
from kasane.coordination.approval.actions import draft_obstacles
from kasane.coordination.approval.course import answerer, approvals_of, deciding_agency_id, waiting_steps
from kasane.coordination.choices import ApprovalState
from kasane.coordination.models import Approval, Plan
from kasane.coordination.queries import waits_for_report

DRAFT, STEP, DECIDE, CONFIRM = "draft", "step", "decide", "confirm"
RETURN, RETURN_DRAFT = "return", "return_draft"

TITLES = {
    DRAFT: "支援決定を起案する",
    STEP: "起案を確認する",
    DECIDE: "支援決定",
    CONFIRM: "プランの報告を確かめる",
}


@dataclass(frozen=True)
class ApprovalPage:
    """`mode`: what is to be done now. `waiting`: the steps still to come."""

    mode: str
    approvals: list[Approval]
    waiting: list[str]
    obstacles: list[Obstacle]

    @property
    def title(self) -> str:
        return TITLES[self.mode]

    @property
    def approval(self) -> Approval | None:
        return next((one for one in self.approvals if one.state == ApprovalState.OPEN), None)

    @property
    def next_step(self) -> str:
        """Who has it after this step."""
        return self.waiting[1] if len(self.waiting) > 1 else ""


def page_of(plan: Plan, *, by: Actor) -> ApprovalPage:
    """Where the decision on a plan stands, for one viewer."""
    approvals = approvals_of(plan)
    approval = next((one for one in approvals if one.state == ApprovalState.OPEN), None)
    waiting = waiting_steps(approval)
    own = deciding_agency_id(plan) == by.agency.id
    if waits_for_report(plan):
        obstacles = coordination.report_obstacles(is_decider=by.is_decider, own_agency=own, waiting=True)
        return ApprovalPage(CONFIRM, approvals, [], obstacles)
    if approval is None:
        return ApprovalPage(DRAFT, approvals, [], draft_obstacles(plan, by=by, text="prefilled"))
    who = answerer(plan, approval, by=by)
    last = len(waiting) == 1
    # Whether 代決 is meant is known when it is written: a manager of the division finds the form open.
    obstacles = rules.step_obstacles(
        plan_id=plan.id, waiting=waiting, who=who, last=last, substitute="possible" if last else ""
    )
    return ApprovalPage(DECIDE if last else STEP, approvals, waiting, obstacles)
