"""What the reception desk and the two sides of a つなぎ do. One function per act, one transaction."""

from kasane.intake.actions.answering import answer, follow_up
from kasane.intake.actions.consent import Said, record_answer, withdraw_answer
from kasane.intake.actions.hop import take_back
from kasane.intake.actions.reception import change_reception, check_outcome, decide, plan_next, receive
from kasane.intake.actions.sending import hand_back, refer

__all__ = [
    "Said",
    "answer",
    "change_reception",
    "check_outcome",
    "decide",
    "follow_up",
    "hand_back",
    "plan_next",
    "receive",
    "record_answer",
    "refer",
    "take_back",
    "withdraw_answer",
]
