"""受付 (別紙2-1-1), つなぎ (別紙2-1-2) and the registers of the desks: the data of ① 包括的相談支援 (R-INT)."""

from kasane.intake.models.activity import ActivityKind, DeskActivity
from kasane.intake.models.door import (
    DoorCount,
    DoorLanguage,
    DoorMessage,
    DoorResult,
    DoorStep,
    DoorStepKind,
    DoorTime,
    DoorTopic,
)
from kasane.intake.models.extra import ExtraAnswer
from kasane.intake.models.hops import HopAct, HopStep, ReferralComment, ReferralVisit, StallReason, VisitState
from kasane.intake.models.informing import InformationGiven, Matter, Reply, ToldTo
from kasane.intake.models.outpost import OutpostDay, OutpostReception
from kasane.intake.models.phone import Direction, PhoneCall
from kasane.intake.models.prefecture import Arrival, PrefectureHandOver
from kasane.intake.models.reception import ConsulterIs, Likely, Outcome, Reception
from kasane.intake.models.referral import (
    REFERRAL_KINDS,
    Accompaniment,
    Attachment,
    Referral,
    ReferralKind,
    ReferralState,
    RequestKind,
)
from kasane.intake.models.short import AgeBand, ShortConsultation, ShortOutcome
from kasane.intake.models.volunteer import Haste, ReporterRole, ReportState, VolunteerReport

__all__ = [
    "Accompaniment",
    "ActivityKind",
    "AgeBand",
    "Arrival",
    "Attachment",
    "ConsulterIs",
    "DeskActivity",
    "Direction",
    "DoorCount",
    "DoorLanguage",
    "DoorMessage",
    "DoorResult",
    "DoorStep",
    "DoorStepKind",
    "DoorTime",
    "DoorTopic",
    "ExtraAnswer",
    "Haste",
    "HopAct",
    "HopStep",
    "InformationGiven",
    "Likely",
    "Matter",
    "Outcome",
    "OutpostDay",
    "OutpostReception",
    "PhoneCall",
    "PrefectureHandOver",
    "REFERRAL_KINDS",
    "Reception",
    "Referral",
    "ReferralComment",
    "ReferralKind",
    "ReferralState",
    "ReferralVisit",
    "Reply",
    "ReportState",
    "ReporterRole",
    "RequestKind",
    "ShortConsultation",
    "ShortOutcome",
    "StallReason",
    "ToldTo",
    "VisitState",
    "VolunteerReport",
]
