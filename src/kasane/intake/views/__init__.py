"""The screens of ① 包括的相談支援: the desk, the sheet, the answer on sharing, つなぎ from both sides."""

from kasane.intake.views.consent import consent, consent_effects, withdraw
from kasane.intake.views.desk import desk, inbox
from kasane.intake.views.reception import new, next_date, reception, reception_edit, triage
from kasane.intake.views.referral import answer, follow_up, hand_back, refer, referral, take_back

__all__ = [
    "answer",
    "consent",
    "consent_effects",
    "desk",
    "follow_up",
    "hand_back",
    "inbox",
    "new",
    "next_date",
    "reception",
    "reception_edit",
    "refer",
    "referral",
    "take_back",
    "triage",
    "withdraw",
]
