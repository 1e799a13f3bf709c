"""The law of ⑤ 多機関協働: what each step asks for (R-COOR). Pure functions over plain values."""

from kasane.coordination.rules.application import (
    SHEET_KINDS,
    Standing,
    apply_obstacles,
    assess_obstacles,
    sharing_consent,
    standing_obstacles,
)
from kasane.coordination.rules.closing import (
    ClosureFacts,
    closure_obstacles,
    evaluate_obstacles,
    interruption_obstacles,
    monitor_obstacles,
    score_obstacles,
)
from kasane.coordination.rules.conference import (
    JUDGEMENTS,
    PLAN_TIMINGS,
    conference_obstacles,
    judge_obstacles,
    judgements_for,
)
from kasane.coordination.rules.finality import (
    PATTERN_WORDS,
    Pattern,
    decide_obstacles,
    pattern_of,
    replan_obstacles,
    report_obstacles,
)
from kasane.coordination.rules.plan import (
    ItemFacts,
    PlanFacts,
    early_start_obstacles,
    make_plan_obstacles,
    no_consent,
    plan_edit_obstacles,
    submit_obstacles,
    take_back_obstacles,
)

__all__ = [
    "JUDGEMENTS",
    "PATTERN_WORDS",
    "PLAN_TIMINGS",
    "SHEET_KINDS",
    "ClosureFacts",
    "ItemFacts",
    "Pattern",
    "PlanFacts",
    "Standing",
    "apply_obstacles",
    "assess_obstacles",
    "closure_obstacles",
    "conference_obstacles",
    "decide_obstacles",
    "early_start_obstacles",
    "evaluate_obstacles",
    "interruption_obstacles",
    "judge_obstacles",
    "judgements_for",
    "make_plan_obstacles",
    "monitor_obstacles",
    "no_consent",
    "pattern_of",
    "plan_edit_obstacles",
    "replan_obstacles",
    "report_obstacles",
    "score_obstacles",
    "sharing_consent",
    "standing_obstacles",
    "submit_obstacles",
    "take_back_obstacles",
]
