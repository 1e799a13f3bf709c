"""What other works may use of reception and つなぎ. The models stay here."""

from kasane.intake.actions import hand_back
from kasane.intake.queries import pending_referrals, reception_of

__all__ = ["hand_back", "pending_referrals", "reception_of"]
