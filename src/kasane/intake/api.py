"""What other works may use of reception and つなぎ. The models stay here."""

from kasane.intake.actions import Said, hand_back, receive, refer
from kasane.intake.models import Accompaniment, RequestKind
from kasane.intake.queries import pending_referrals, reception_of

__all__ = [
    "Accompaniment",
    "RequestKind",
    "Said",
    "hand_back",
    "pending_referrals",
    "receive",
    "reception_of",
    "refer",
]
