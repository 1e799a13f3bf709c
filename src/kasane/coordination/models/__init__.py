"""⑤ 多機関協働: application, assessment, plan, monitoring, evaluation (R-COOR)."""

from kasane.coordination.models.application import Application
from kasane.coordination.models.assessment import Assessment, AssessmentPart, PersonIssue
from kasane.coordination.models.decisions import ConferenceJudgement, Decision
from kasane.coordination.models.follow import (
    Connectedness,
    Evaluation,
    FollowUp,
    GoalResult,
    Monitoring,
    MonitoringItem,
)
from kasane.coordination.models.plan import Plan, PlanGoal, PlanItem
from kasane.coordination.models.progress import ProgressReport
from kasane.coordination.models.study import StudyInvitation, StudySession

__all__ = [
    "Application",
    "Assessment",
    "AssessmentPart",
    "ConferenceJudgement",
    "Connectedness",
    "Decision",
    "Evaluation",
    "FollowUp",
    "GoalResult",
    "Monitoring",
    "MonitoringItem",
    "PersonIssue",
    "Plan",
    "PlanGoal",
    "PlanItem",
    "ProgressReport",
    "StudyInvitation",
    "StudySession",
]
