"""Forms of a meeting: calling it, putting a case, writing down what was said, judging."""

from kasane.conferences.forms.calling import (
    AnswerForm,
    BeforeForm,
    CallForm,
    CancelForm,
    InviteForm,
    MeetingForm,
    WhenAndWhere,
    guests_from,
    in_a_week,
)
from kasane.conferences.forms.holding import FinishForm, JudgeForm, TalkForm, opinion_values
from kasane.conferences.forms.items import AddItemForm, GeneralItemForm

__all__ = [
    "AddItemForm",
    "AnswerForm",
    "BeforeForm",
    "CallForm",
    "CancelForm",
    "FinishForm",
    "GeneralItemForm",
    "InviteForm",
    "JudgeForm",
    "MeetingForm",
    "TalkForm",
    "WhenAndWhere",
    "guests_from",
    "in_a_week",
    "opinion_values",
]
