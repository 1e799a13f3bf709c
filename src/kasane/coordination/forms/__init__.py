"""The sheets of 多機関協働 (別紙2-2 to 2-7) as forms, in the order of the paper."""

from kasane.coordination.forms.application import ApplicationForm
from kasane.coordination.forms.assessment import PART_FORMS, IssuesForm, PartForm
from kasane.coordination.forms.follow import ConnectednessForm, EvaluationForm, MonitoringForm
from kasane.coordination.forms.handing import EndForm, HandOnForm, LedgerFilter
from kasane.coordination.forms.plan import GoalFormSet, ItemFormSet, PlanForm

__all__ = [
    "PART_FORMS",
    "ApplicationForm",
    "ConnectednessForm",
    "EndForm",
    "EvaluationForm",
    "GoalFormSet",
    "HandOnForm",
    "IssuesForm",
    "ItemFormSet",
    "LedgerFilter",
    "MonitoringForm",
    "PartForm",
    "PlanForm",
]
