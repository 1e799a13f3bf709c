"""A word to the other side, going along, the coordinator's step, the filter of the inbox (R-INT-04, R-INT-05)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from kasane.agencies.actors import Actor
from kasane.agencies.paging import FilterForm
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.intake.forms.ground import set_widths
from kasane.intake.hops.alerts import QUIET_DAYS
from kasane.intake.models import HopAct, Referral, ReferralState


class CommentForm(forms.Form):
    """連絡 to the other side of a つなぎ."""

    text = text("相手の機関への連絡", required=True, rows=3)
    asks = forms.BooleanField(
        label="返事がほしい", required=False, help_text="相手の「今日やること」に、返事があるまで出ます。"
    )


class VisitForm(VersionForm, SectionedForm):
    """同行の予定: when, where, who goes from each side."""

    on = WarekiField(label="同行の日")
    at = forms.TimeField(
        label="時刻",
        required=False,
        input_formats=["%H:%M", "%H時%M分", "%H時"],
        error_messages={"invalid": "時刻は 10:30 のように入れてください。"},
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "time-input", "placeholder": "10:30"}),
    )
    place = text("行き先", required=True, max_length=120, help_text="窓口、病院、本人の家など")
    meet_point = text("待ち合わせ", max_length=120, help_text="どこで、だれと会ってから行くか")
    sender_goes = text("つなぎ元から行く人", max_length=120)
    receiver_goes = text("つなぎ先から行く人・迎える人", max_length=120)
    note = text("気をつけること", help_text="はじめての場所が苦手、午後なら話せる、など")

    SECTIONS = (
        Section("いつ、どこへ", ("on", "at", "place", "meet_point"), key="when"),
        Section("だれが行くか", ("sender_goes", "receiver_goes", "note"), key="who"),
    )

    def __init__(self, *args: Any, referral: Referral, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own, other = "sender_goes", "receiver_goes"
        if by.agency.id == referral.receiver_id:
            own, other = other, own
        self.fields[own].initial = by.user.name
        for name, agency in (("sender_goes", referral.sender), ("receiver_goes", referral.receiver)):
            self.fields[name].label = f"{agency}から行く人"
        self.fields["on"].widget.attrs["data-date-quick"] = "0,1,7"
        self.fields["note"].widget.attrs["class"] = "w-full"
        set_widths(self, half=("on", "at", "place", "meet_point", "sender_goes", "receiver_goes"))

    def visit_values(self) -> dict[str, Any]:
        """What `actions.plan_visit` takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class EndVisitForm(VersionForm, forms.Form):
    """How it went, or why nobody went."""

    done = ChipChoiceField(label="どうなったか", choices=[("yes", "同行した"), ("no", "取りやめた")])
    on = WarekiField(label="日", initial=today)
    result = text(
        "ようす・わけ",
        required=True,
        rows=5,
        help_text="同行したことは、支援経過記録にもなります。取りやめたときは、そのわけと、これからのこと。",
    )

    def values(self) -> dict[str, Any]:
        """What `actions.end_visit` takes."""
        values = dict(self.cleaned_data)
        return values | {"done": values["done"] == "yes"}


class StepForm(forms.Form):
    """What the coordinator does about a つなぎ that stands still."""

    act = ChipChoiceField(label="どうしますか", choices=HopAct.choices)
    note = text(
        "聞いたこと・頼むこと・わけ",
        required=True,
        rows=3,
        max_length=400,
        help_text="本人や家族の名前は書かないでください。だれが、いつ、なぜしたかとともに残ります。",
    )
    quiet_until = WarekiField(
        label="それでも動かなければ、もう一度知らせる日",
        help_text="この日をすぎても動きがないと、また出ます。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["quiet_until"].initial = lambda: today() + timedelta(days=QUIET_DAYS)
        self.fields["quiet_until"].widget.attrs["data-date-quick"] = "3,7,14"


class BoxFilter(FilterForm):
    """What the つなぎの受け箱 is narrowed to."""

    box = forms.ChoiceField(
        required=False,
        choices=[("", "届いたつなぎ"), ("sent", "送ったつなぎ")],
        widget=forms.HiddenInput,
        label="箱",
    )
    state = forms.ChoiceField(
        label="状態",
        required=False,
        choices=[("", "終わっていないもの"), *ReferralState.choices, ("all", "すべて")],
    )
    urgent = forms.BooleanField(label="緊急だけ", required=False)
