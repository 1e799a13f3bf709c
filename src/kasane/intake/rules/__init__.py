"""The law of reception and of つなぎ (R-INT-01, 03, 04, 07, 08, 10; R-COOR-11; R-DIS-01)."""

from kasane.intake.rules.candidate import Candidate, candidate
from kasane.intake.rules.common import (
    hand_back_obstacles,
    hand_obstacles,
    sheet_kinds_obstacles,
    start_obstacles,
    worker_obstacles,
)
from kasane.intake.rules.consent import (
    Scope,
    consent_obstacles,
    scope_obstacles,
    withdrawal_obstacles,
)
from kasane.intake.rules.reception import (
    CONFERENCE_WITHIN_DAYS,
    NEEDS_CONSENT,
    TriageFacts,
    asks_assistance,
    kinds_of_topics,
    next_date_obstacles,
    reception_obstacles,
    triage_obstacles,
)
from kasane.intake.rules.referral import (
    APPLY_WITHIN_DAYS,
    DECIDE_AGAIN_WITHIN_DAYS,
    AnswerFacts,
    SendFacts,
    answer_due,
    answer_obstacles,
    answering_obstacles,
    follow_up_obstacles,
    hands_over,
    send_obstacles,
    sharing_obstacles,
    take_back_obstacles,
)

__all__ = [
    "APPLY_WITHIN_DAYS",
    "CONFERENCE_WITHIN_DAYS",
    "DECIDE_AGAIN_WITHIN_DAYS",
    "NEEDS_CONSENT",
    "AnswerFacts",
    "Candidate",
    "Scope",
    "SendFacts",
    "TriageFacts",
    "answer_due",
    "answer_obstacles",
    "answering_obstacles",
    "asks_assistance",
    "candidate",
    "consent_obstacles",
    "follow_up_obstacles",
    "hand_back_obstacles",
    "hand_obstacles",
    "hands_over",
    "kinds_of_topics",
    "next_date_obstacles",
    "reception_obstacles",
    "scope_obstacles",
    "send_obstacles",
    "sharing_obstacles",
    "sheet_kinds_obstacles",
    "start_obstacles",
    "take_back_obstacles",
    "triage_obstacles",
    "withdrawal_obstacles",
    "worker_obstacles",
]
