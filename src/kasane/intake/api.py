"""What other works may use of reception and つなぎ. The models stay here."""

from kasane.intake.actions import Said, hand_back, receive, refer
from kasane.intake.desk.home import COLUMNS, desk_query, desk_rows
from kasane.intake.desk.queries import calls_elsewhere, extra_answers
from kasane.intake.hops.watch import home_rows as stalled_rows
from kasane.intake.models import Accompaniment, RequestKind
from kasane.intake.queries import pending_referrals, reception_of

__all__ = [
    "COLUMNS",
    "Accompaniment",
    "RequestKind",
    "Said",
    "calls_elsewhere",
    "desk_query",
    "desk_rows",
    "extra_answers",
    "hand_back",
    "pending_referrals",
    "receive",
    "reception_of",
    "refer",
    "stalled_rows",
]
