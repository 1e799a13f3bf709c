"""県への引き継ぎ and its result (R-INT-08)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from kasane.agencies.actors import Actor
from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, KindsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.intake.forms.ground import place, set_widths
from kasane.intake.models import Arrival
from kasane.intake.prefecture import rules

_WAYS = (
    ContactMethod.PHONE,
    ContactMethod.VISIT,
    ContactMethod.INTERVIEW,
    ContactMethod.MAIL,
    ContactMethod.LETTER,
    ContactMethod.OTHER,
)


class HandOverForm(SectionedForm):
    """What the letter says, and when one asks whether they arrived."""

    recommended_by = text("利用を勧めた人", required=True, max_length=120)
    wish = text("本人の返事・希望", rows=2)
    recipient = text("引き継ぎ先", required=True, max_length=120)
    content = text("伝えること", required=True, rows=6, help_text="手紙にそのまま載ります。")
    ask = text("お願いしたいこと", required=True, rows=2)
    goes_along = forms.BooleanField(label="本人に同行する", required=False)
    kinds = KindsField(label="伝える情報の種類", help_text="本人の同意の範囲にあるかを確かめます。")
    way = ChipChoiceField(label="引き継ぎの方法", choices=[(one.value, one.label) for one in _WAYS])
    on = WarekiField(label="引き継いだ日", initial=today)
    follow_up_on = WarekiField(label="つながったかを確かめる日")

    SECTIONS = (
        Section("本人に勧める", ("recommended_by", "wish"), key="person"),
        Section("伝えること", ("recipient", "content", "ask", "goes_along", "kinds"), key="what"),
        Section("いつ、どうやって", ("way", "on", "follow_up_on"), key="when"),
    )

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["recommended_by"].initial = by.user.name
        self.fields["follow_up_on"].initial = today() + timedelta(days=rules.FOLLOW_UP_WITHIN_DAYS)
        self.fields["follow_up_on"].widget.attrs["data-date-quick"] = "7,14,30"
        set_widths(self, half=("on", "follow_up_on"))


class ArrivalForm(VersionForm, SectionedForm):
    """確実につながったか."""

    arrival = ChipChoiceField(label="つながりましたか", choices=Arrival.choices)
    result = text("だれに確かめ、どうだったか", required=True, rows=3)
    on = WarekiField(label="確かめた日", initial=today)
    next_on = WarekiField(label="次に確かめる日", required=False, help_text="まだつながっていないとき")

    SECTIONS = (Section("その後", ("arrival", "result", "on", "next_on"), key="arrival"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_on"].widget.attrs["data-date-quick"] = "7,14,30"
        set_widths(self, half=("on", "next_on"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("on") and values.get("arrival"):
            found = rules.arrival_obstacles(
                writes=True,
                is_done=False,
                arrival=values["arrival"],
                result=values.get("result") or "-",
                on=values["on"],
                today=today(),
                next_on=values.get("next_on"),
            )
            place(self, found, {"next_on": "next_on", "not_yet": "on"})
        return values
