"""⑤ 多機関協働: application, assessment, plan, monitoring, evaluation (R-COOR)."""

from kasane.coordination.models.application import Application
from kasane.coordination.models.approval import Approval, ApprovalStep, ItemDecision
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
from kasane.coordination.models.menus import MenuJudgement, MenuPlan
from kasane.coordination.models.plan import Plan, PlanGoal, PlanItem
from kasane.coordination.models.progress import ProgressReport
from kasane.coordination.models.requests import InformationAnswer, InformationReply, InformationRequest
from kasane.coordination.models.signing import DrawnSignature
from kasane.coordination.models.study import StudyInvitation, StudySeat, StudySession

__all__ = [
    "Application",
    "Approval",
    "ApprovalStep",
    "Assessment",
    "AssessmentPart",
    "ConferenceJudgement",
    "Connectedness",
    "Decision",
    "DrawnSignature",
    "Evaluation",
    "FollowUp",
    "GoalResult",
    "InformationAnswer",
    "InformationReply",
    "InformationRequest",
    "ItemDecision",
    "MenuJudgement",
    "MenuPlan",
    "Monitoring",
    "MonitoringItem",
    "PersonIssue",
    "Plan",
    "PlanGoal",
    "PlanItem",
    "ProgressReport",
    "StudyInvitation",
    "StudySeat",
    "StudySession",
]
