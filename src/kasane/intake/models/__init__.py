"""受付 (別紙2-1-1), つなぎ (別紙2-1-2) and the registers of the desks: the data of ① 包括的相談支援 (R-INT)."""

from kasane.intake.models.door import (
    DoorCount,
    DoorLanguage,
    DoorMessage,
    DoorResult,
    DoorStep,
    DoorStepKind,
    DoorTime,
    DoorTopic,
from kasane.intake.models.hops import (
    HopAct,
    HopStep,
    ReferralComment,
    ReferralVisit,
    StallReason,
    VisitState,
)
from kasane.intake.models.reception import ConsulterIs, Outcome, Reception
from kasane.intake.models.informing import InformationGiven, Matter, Reply, ToldTo
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

__all__ = [
    "REFERRAL_KINDS",
    "Accompaniment",
    "Arrival",
    "Attachment",
    "ConsulterIs",
    "DoorCount",
    "DoorLanguage",
    "DoorMessage",
    "DoorResult",
    "DoorStep",
    "DoorStepKind",
    "DoorTime",
    "DoorTopic",
    "HopAct",
    "HopStep",
    "InformationGiven",
    "Likely",
    "Matter",
    "Outcome",
    "PrefectureHandOver",
    "Reception",
    "Referral",
    "ReferralComment",
    "ReferralKind",
    "ReferralState",
    "ReferralVisit",
    "RequestKind",
    "StallReason",
    "VisitState",
    "Reply",
    "RequestKind",
    "ToldTo",
]
