"""Forms of the decisions: one more at the meeting, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kasane.agencies.models import Agency
from kasane.agencies.queries import active_agencies
from kasane.base.forms import ChipChoiceField, Section, SectionedForm, WarekiField, WarekiInput, text
from kasane.cases.formpage import VersionForm
from kasane.conferences.models import DecisionState, Member


class DecisionForm(forms.Form):
    """役割分担の一行: who does what until when."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="担当する機関", empty_label="選んでください")
    user = forms.ChoiceField(label="担当者", required=False, help_text="分かっているときだけ。")
    what = text("すること", required=True, max_length=200)
    due_on = WarekiField(label="いつまでに", widget=WarekiInput({"data-date-quick": "7,14,30"}))

    def __init__(self, data: Any = None, *, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["agency"].queryset = active_agencies()  # type: ignore[attr-defined]
        self.people = {str(one.user_id): one for one in members if one.user_id}
        self.fields["user"].choices = [  # type: ignore[attr-defined]
            ("", "決まっていません"),
            *((key, f"{one.name}({one.belongs_to})") for key, one in self.people.items()),
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        chosen = self.people.get(values.get("user") or "")
        if chosen and values.get("agency") and chosen.agency_id != values["agency"].id:
            self.add_error("user", "担当者は、担当する機関の人を選んでください。")
        return values

    def decision_values(self) -> dict[str, Any]:
        """What `actions.decide` takes."""
        chosen = self.people.get(self.cleaned_data["user"])
        return {**self.cleaned_data, "user": chosen.user if chosen else None}


class ResultForm(VersionForm, SectionedForm):
    """どうなったか."""

    state = ChipChoiceField(
        label="どうなりましたか",
        choices=[
            (DecisionState.DONE.value, "済みました"),
            (DecisionState.OPEN.value, "まだ続けています"),
            (DecisionState.DROPPED.value, "取りやめました"),
        ],
    )
    result = text("結果", rows=3, required=True, help_text="次の会議で読み上げます。")
    due_on = WarekiField(
        label="新しい期日", required=False, widget=WarekiInput({"data-date-quick": "7,14,30"}),
        help_text="まだ続けているときだけ。",
    )  # fmt: skip

    SECTIONS = (Section("結果", ("state", "result", "due_on"), key="result"),)
