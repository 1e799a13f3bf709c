"""What other works may use of reception and つなぎ. The models stay here."""

from kasane.intake.actions import Said, hand_back, receive, refer
from kasane.intake.desk.home import COLUMNS, desk_query, desk_rows
from kasane.intake.desk.queries import calls_elsewhere, extra_answers
from kasane.intake.hops.queries import HOPS, hops_values
from kasane.intake.hops.watch import home_rows as stalled_rows
from kasane.intake.models import Accompaniment, AgeBand, Outcome, RequestKind, ShortOutcome
from kasane.intake.queries import agencies_by_field, pending_referrals, reception_of

__all__ = [
    "COLUMNS",
    "HOPS",
    "Accompaniment",
    "AgeBand",
    "Outcome",
    "RequestKind",
    "Said",
    "calls_elsewhere",
    "ShortOutcome",
    "agencies_by_field",
    "desk_query",
    "desk_rows",
    "extra_answers",
    "hand_back",
    "hops_values",
    "pending_referrals",
    "receive",
    "reception_of",
    "refer",
    "stalled_rows",
]
