"""受付 (別紙2-1-1), つなぎ (別紙2-1-2) and the registers of the desks: the data of ① 包括的相談支援 (R-INT)."""

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
    "InformationGiven",
    "Likely",
    "Matter",
    "Outcome",
    "PrefectureHandOver",
    "Reception",
    "Referral",
    "ReferralKind",
    "ReferralState",
    "Reply",
    "RequestKind",
    "ToldTo",
]
