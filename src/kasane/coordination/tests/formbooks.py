"""Every form of a sheet of coordination, built as its page builds it, for the tests of the workbooks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from kasane.base.kinds import ALL_KINDS
from kasane.coordination.choices import Course, PartSection
from kasane.coordination.forms import (
    PART_FORMS,
    ApplicationForm,
    ConnectednessForm,
    EvaluationForm,
    GoalFormSet,
    IssuesForm,
    ItemFormSet,
    MonitoringForm,
    PlanForm,
)
from kasane.coordination.rules.course import words

PEOPLE = [SimpleNamespace(id=UUID(int=n), name=name) for n, name in ((1, "田中 和子"), (2, "田中 誠"))]
GOALS = [SimpleNamespace(id=UUID(int=n), text=f"目標{n}", by_when="8月まで") for n in (1, 2)]
LINES = {
    "goals": [{"text": "月に1回外に出る", "by_when": "8月まで"}, {"text": "=2+3 と書いた目標"}],
    "items": [{"service": "other", "support": "手続きに同行", "staff": "𠮷田"}],
}


def builders(agencies: list[Any]) -> dict[str, Any]:
    """`builders(agencies)[name](data)` makes the forms of a page, unbound for None."""
    own = words(Course.COORDINATION)
    items = [SimpleNamespace(id=UUID(int=3), support="同行", staff="𠮷田", agency=agencies[0])]
    lines = LINES | {"items": [LINES["items"][0] | {"agency": agencies[0]}]}
    found: dict[str, Any] = {
        "application": lambda data: {"form": ApplicationForm(data, agencies=agencies, words=own)},
        "plan": lambda data: {
            "form": PlanForm(data, agencies=agencies),
            "goals": GoalFormSet(data, initial=lines["goals"], prefix="goals", issues={}),
            "items": ItemFormSet(data, initial=lines["items"], prefix="items", agencies=agencies),
        },
        "connectedness": lambda data: {"form": ConnectednessForm(data)},
        "monitoring": lambda data: {"form": MonitoringForm(data, items=items)},
        "evaluation": lambda data: {
            "form": EvaluationForm(data, agencies=agencies, goals=GOALS, long_goal="居場所", words=own)
        },
    }
    for section, form in PART_FORMS.items():
        if section != PartSection.ISSUES:
            found[f"assessment-{section}"] = lambda data, form=form: {"form": form(data)}
    found["assessment-issues"] = lambda data: {"form": IssuesForm(data, people=PEOPLE, kinds=int(ALL_KINDS))}
    return found
