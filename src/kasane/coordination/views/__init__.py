"""Pages of 多機関協働: thin, they parse, act and render."""

from kasane.coordination.views.application import apply
from kasane.coordination.views.assessment import assessment, assessment_part
from kasane.coordination.views.decision import decide
from kasane.coordination.views.follow import connectedness, evaluation, monitoring
from kasane.coordination.views.handing import end_by_screening, hand_on
from kasane.coordination.views.ledger import ledger, ledger_file
from kasane.coordination.views.plan import plan, plan_edit, plan_new, plan_submit, plan_take_back, replan

__all__ = [
    "apply",
    "assessment",
    "assessment_part",
    "connectedness",
    "decide",
    "end_by_screening",
    "evaluation",
    "hand_on",
    "ledger",
    "ledger_file",
    "monitoring",
    "plan",
    "plan_edit",
    "plan_new",
    "plan_submit",
    "plan_take_back",
    "replan",
]
