"""Words of plans, meetings, monitoring, evaluation and hand-back."""

from kasane.demo.texts import bank

_FILE = "phrases/meetings"

OUTREACH_REASONS = bank(_FILE, "outreach_reasons")
PARTICIPATION_REASONS = bank(_FILE, "participation_reasons")
INTAKE_ITEM = bank(_FILE, "intake_item")
COORDINATION_ISSUES = bank(_FILE, "coordination_issues")
COORDINATION_ITEM = bank(_FILE, "coordination_item")
OPINIONS = bank(_FILE, "opinions")
PLAN_CONCLUSIONS = bank(_FILE, "plan_conclusions")
CLOSE_CONCLUSIONS = bank(_FILE, "close_conclusions")
CONFERENCE_OPINIONS = bank(_FILE, "conference_opinions")
CONFERENCE_CONCLUSIONS = bank(_FILE, "conference_conclusions")
DECISIONS = bank(_FILE, "decisions")
CONFIRMS = bank(_FILE, "confirms")
MONITORING = bank(_FILE, "monitoring")
GOAL_REACHED = bank(_FILE, "goal_reached")
GOAL_PARTLY = bank(_FILE, "goal_partly")
GOAL_NOT_YET = bank(_FILE, "goal_not_yet")
EVALUATION_WISHES = bank(_FILE, "evaluation_wishes")
EVALUATION_OPINIONS = bank(_FILE, "evaluation_opinions")
REPLAN_OPINIONS = bank(_FILE, "replan_opinions")
FOLLOW_UP_PLANS = bank(_FILE, "follow_up_plans")
HAND_BACK = bank(_FILE, "hand_back")
FOLLOW_UP_DONE = bank(_FILE, "follow_up_done")
DIRECTIONS = bank(_FILE, "directions")
