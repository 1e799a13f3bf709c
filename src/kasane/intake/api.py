"""What other works may use of reception and つなぎ. The models stay here."""

from kasane.intake.actions import Said, hand_back, receive
from kasane.intake.desk.home import COLUMNS, desk_query, desk_rows
from kasane.intake.desk.queries import extra_answers
from kasane.intake.queries import pending_referrals, reception_of

__all__ = [
    "COLUMNS",
    "Said",
    "desk_query",
    "desk_rows",
    "extra_answers",
    "hand_back",
    "pending_referrals",
    "receive",
    "reception_of",
]
