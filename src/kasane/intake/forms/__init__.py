"""The sheets of the reception desk as forms: 2-1-1, the answer on sharing, 2-1-2 and its answer."""

from kasane.intake.forms.consent import ConsentForm, WithdrawalForm
from kasane.intake.forms.reception import MemberFormSet, ReceptionForm
from kasane.intake.forms.referral import (
    AnswerForm,
    FollowUpForm,
    HandBackForm,
    ReferForm,
    TakeBackForm,
)
from kasane.intake.forms.triage import NextDateForm, TriageForm

__all__ = [
    "AnswerForm",
    "ConsentForm",
    "FollowUpForm",
    "HandBackForm",
    "MemberFormSet",
    "NextDateForm",
    "ReceptionForm",
    "ReferForm",
    "TakeBackForm",
    "TriageForm",
    "WithdrawalForm",
]
