"""支援経過記録 and the filter of the case list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from kasane.base.choices import ContactMethod
from kasane.base.forms import (
    ChipChoiceField,
    ChipsField,
    KindsField,
    MomentField,
    Section,
    SectionedForm,
    WarekiField,
    text,
)
from kasane.base.kinds import DataKind
from kasane.cases.formpage import VersionForm
from kasane.cases.models import Stage
from kasane.cases.writing.rules import Offers
from kasane.people.models import Person


class RecordForm(VersionForm, SectionedForm):
    """All items of the 支援経過記録; the first section is enough to save."""

    at = MomentField(label="日時", required=True)
    method = ChipChoiceField(label="方法", choices=ContactMethod.choices)
    counterpart = text("相手", help_text="本人、家族(続柄)、関係機関の担当者など")
    participants = ChipsField(label="同席した世帯の人", required=False)
    content = text("内容", required=True, rows=6, phrases="record")
    next_step = text("次の予定")
    next_on = WarekiField(label="次の予定日", required=False)
    place = text("場所")
    minutes = forms.IntegerField(label="所要時間(分)", required=False, min_value=0, max_value=1440)
    kinds = KindsField(
        initial=int(DataKind.LIFE),
        help_text="この記録に書いた情報の種類。同意の範囲に応じて、見られる機関が決まります。",
    )

    SECTIONS = (
        Section("記録", ("at", "method", "participants", "counterpart", "content"), key="record"),
        Section("次の予定", ("next_step", "next_on"), key="next"),
        Section("くわしく", ("place", "minutes", "kinds"), folded=True, key="more"),
    )

    def __init__(
        self, *args: Any, people: Sequence[Person] = (), before: Offers | None = None, **kwargs: Any
    ) -> None:
        """`people` of the household to tick, and what to offer from the records `before`."""
        super().__init__(*args, **kwargs)
        chips = self.fields["participants"]
        chips.choices = [(str(person.id), person.name) for person in people]  # type: ignore[attr-defined]
        if not people:
            del self.fields["participants"]
        self.before = before
        self.fields["next_on"].widget.attrs["data-date-quick"] = "1,7,14"
        for name in ("place", "counterpart"):
            self.fields[name].widget.attrs |= {"list": f"before-{name}", "autocomplete": "off"}
        self.fields["counterpart"].widget.attrs["data-joins"] = "、"
        self.fields["counterpart"].widget.attrs["class"] = "w-full"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("next_step") and not values.get("next_on"):
            self.add_error("next_on", "次の予定の日を入れてください。今日やることに出ます。")
        return values

    def record_values(self) -> dict[str, Any]:
        """What `cases.actions.write_record` takes."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        if "participants" in values:
            values["participants"] = [UUID(one) for one in values["participants"]]
        return values


class CaseFilterForm(forms.Form):
    """What the case list is narrowed to."""

    stage = forms.ChoiceField(label="段階", required=False, choices=[("", "すべて"), *Stage.choices])
    scope = forms.ChoiceField(
        label="範囲", required=False, choices=[("", "見られるケースすべて"), ("mine", "この機関が主担当")]
    )
    closed = forms.BooleanField(label="終結したケースも", required=False)
    urgent = forms.BooleanField(label="緊急だけ", required=False)
    before = forms.UUIDField(required=False, widget=forms.HiddenInput)
