"""What a worker does in ⑤ 多機関協働: one function per act, one transaction, the rule asked inside it."""

from kasane.coordination.actions.application import apply
from kasane.coordination.actions.assessment import save_issues, save_part
from kasane.coordination.actions.conference import record_judgement
from kasane.coordination.actions.decision import confirm_report, decide, return_plan
from kasane.coordination.actions.ending import (
    desks_to_go_back_to,
    end_by_screening,
    end_by_screening_obstacles,
)
from kasane.coordination.actions.follow import evaluate, monitor, rate
from kasane.coordination.actions.handing import Agreed, hand_on, hand_on_obstacles, present_plan
from kasane.coordination.actions.plan import change_plan, make_plan, replan, submit_plan, take_back_plan

__all__ = [
    "Agreed",
    "apply",
    "change_plan",
    "confirm_report",
    "decide",
    "desks_to_go_back_to",
    "end_by_screening",
    "end_by_screening_obstacles",
    "evaluate",
    "hand_on",
    "hand_on_obstacles",
    "make_plan",
    "monitor",
    "present_plan",
    "rate",
    "record_judgement",
    "replan",
    "return_plan",
    "save_issues",
    "save_part",
    "submit_plan",
    "take_back_plan",
]
