"""受付 (別紙2-1-1), つなぎ (別紙2-1-2) and the registers of the desks: the data of ① 包括的相談支援 (R-INT)."""

from kasane.intake.models.activity import ActivityKind, DeskActivity
from kasane.intake.models.extra import ExtraAnswer
from kasane.intake.models.outpost import OutpostDay, OutpostReception
from kasane.intake.models.phone import Direction, PhoneCall
from kasane.intake.models.reception import ConsulterIs, Outcome, Reception
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
    "REFERRAL_KINDS",
    "Accompaniment",
    "ActivityKind",
    "AgeBand",
    "Attachment",
    "ConsulterIs",
    "DeskActivity",
    "Direction",
    "ExtraAnswer",
    "Haste",
    "Outcome",
    "OutpostDay",
    "OutpostReception",
    "PhoneCall",
    "Reception",
    "Referral",
    "ReferralKind",
    "ReferralState",
    "ReportState",
    "ReporterRole",
    "RequestKind",
    "ShortConsultation",
    "ShortOutcome",
    "VolunteerReport",
]
