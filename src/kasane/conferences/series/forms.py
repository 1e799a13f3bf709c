"""The form of when a body meets."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, text
from kasane.conferences.models import BodyRhythm
from kasane.conferences.series.rules import WEEKDAYS

MONTHS = (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)


class RhythmForm(SectionedForm):
    """いつひらくか."""

    months = ChipsField(
        label="ひらく月", choices=[(str(month), f"{month}月") for month in MONTHS],
        help_text="毎月なら、すべての月を選びます。",
    )  # fmt: skip
    week = ChipChoiceField(
        label="週",
        required=False,
        choices=[*((str(n), f"第{n}") for n in range(1, 5)), ("5", "最後の")],
        help_text="曜日を決めていないときは、選びません。日はその都度決めます。",
    )
    weekday = ChipChoiceField(
        label="曜日",
        required=False,
        choices=[(str(place), f"{day}曜日") for place, day in enumerate(WEEKDAYS[:5])],
    )
    starts = forms.TimeField(label="始まる時刻", widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    length = forms.IntegerField(label="予定の時間(分)", min_value=10, max_value=600)
    place = text("場所", max_length=120)
    online_url = forms.URLField(
        label="オンラインの接続先", required=False, max_length=300, assume_scheme="https"
    )

    SECTIONS = (
        Section("月と曜日", ("months", "week", "weekday"), key="days"),
        Section("時刻と場所", ("starts", "length", "place", "online_url"), key="where"),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("week") and not values.get("weekday"):
            self.add_error("weekday", "週を決めるときは、曜日も選んでください。")
        return values

    def rhythm_values(self) -> dict[str, Any]:
        """What `actions.settle` takes."""
        values = dict(self.cleaned_data)
        values["months"] = [int(month) for month in values["months"]]
        for name in ("week", "weekday"):
            values[name] = int(values[name]) if values[name] else None
        return values


def initial_of(settled: BodyRhythm | None, months: list[int], *, starts: Any, length: int) -> dict[str, Any]:
    """What stands in the form at first: what is settled, or the proposal."""
    if settled is None:
        return {"months": [str(month) for month in months], "starts": starts, "length": length}
    return {
        "months": [str(month) for month in settled.months],
        "week": str(settled.week or ""),
        "weekday": "" if settled.weekday is None else str(settled.weekday),
        "starts": settled.starts,
        "length": settled.length,
        "place": settled.place,
        "online_url": settled.online_url,
    }
