"""短い相談, ケース以外の仕事, 出張相談の日: the lines that are counted. One row of fields, made for the keyboard (R-INT-02, R-INT-13)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies.actors import Actor
from kasane.agencies.models import Area
from kasane.agencies.models.structure import choices_of
from kasane.agencies.queries import staff_of
from kasane.base.choices import Channel, Topic
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.intake.desk import rules
from kasane.intake.forms.ground import AgenciesField, agency_choices, place, set_widths
from kasane.intake.models import ActivityKind, AgeBand, ConsulterIs, ShortOutcome
from kasane.profiles.vocabulary import Field


def area_field(label: str = "地区") -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label=label, queryset=Area.objects.filter(is_active=True), required=False, empty_label="(選ばない)"
    )


class CountedForm(VersionForm, SectionedForm):
    """What the counted lines share: the reason is asked when a line of an earlier day is corrected (`asks_why`)."""

    why = text("直す理由", max_length=120)
    is_sure = forms.BooleanField(label="名前ではありません。このまま保存する", required=False)

    FIRST = ""
    WORDS = ""

    def __init__(self, *args: Any, asks_why: bool = False, first: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_why:
            del self.fields["why"]
        if not (self.is_bound and rules.name_hint(self.data.get(self.WORDS, ""))):
            del self.fields["is_sure"]
        if first:
            self.fields[self.FIRST].widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        words = str(values.get(self.WORDS) or "")
        place(
            self,
            rules.name_obstacles(words, is_sure=bool(values.get("is_sure"))),
            {"named": self.WORDS},
        )
        return values

    def values(self) -> dict[str, Any]:
        """The fields of the line."""
        beside = ("version", "why", "is_sure")
        return {name: value for name, value in self.cleaned_data.items() if name not in beside}

    def reason(self) -> str:
        return str(self.cleaned_data.get("why") or "")


class ShortForm(CountedForm):
    """One short consultation."""

    on = WarekiField(label="日", required=True, initial=today)
    minutes = forms.IntegerField(label="時間(分)", required=False, min_value=1, max_value=720)
    channel = ChipChoiceField(label="方法", choices=Channel.choices)
    consulter_is = ChipChoiceField(label="だれから", choices=ConsulterIs.choices)
    topics = ChipsField(
        label="相談内容(いくつでも)",
        choices=Topic.choices,
        help_text="矢印のキーで動き、スペースで付けます。",
    )
    field = forms.ChoiceField(label="分野", choices=[("", "(選ばない)"), *choices_of(Field)], required=False)
    age_band = forms.ChoiceField(
        label="本人の年ごろ", choices=AgeBand.choices, initial=AgeBand.UNKNOWN, required=False
    )
    area = area_field()
    outcome = ChipChoiceField(label="対応", choices=ShortOutcome.choices)
    memo = text("メモ(名前・電話・住所は書きません)", max_length=120)

    FIRST = "topics"
    WORDS = "memo"
    SECTIONS = (
        Section(
            "短い相談",
            ("topics", "channel", "consulter_is", "outcome", "memo", "is_sure", "field", "age_band", "area", "on", "minutes", "why"),
            key="short",
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_widths(self, third=("field", "age_band", "area", "on", "minutes"))
        self.fields["memo"].widget.attrs["class"] = "w-full"
        self.fields["minutes"].widget.attrs["class"] = "w-s"

    def clean_age_band(self) -> str:
        return str(self.cleaned_data["age_band"] or AgeBand.UNKNOWN)


class ActivityForm(CountedForm):
    """One piece of work beside the cases."""

    kind = ChipChoiceField(label="種類", choices=ActivityKind.choices)
    what = text(
        "したこと",
        required=True,
        help_text="個人の名前や事情は書きません。数と内容だけが町全体の集計に出ます。",
    )
    on = WarekiField(label="日", required=True, initial=today)
    minutes = forms.IntegerField(label="時間(分)", required=False, min_value=1, max_value=720)
    participants = forms.IntegerField(label="参加した人数", required=False, min_value=0, max_value=5000)
    place = text("場所", max_length=120)
    area = area_field()
    partners = AgenciesField(label="相手の機関")
    partner_note = text("一覧にない相手(機関・役割)", max_length=120)

    FIRST = "kind"
    WORDS = "what"
    SECTIONS = (
        Section(
            "したこと", ("kind", "what", "on", "minutes", "participants", "is_sure", "why"), key="activity"
        ),
        Section("場所と相手", ("place", "area", "partners", "partner_note"), key="with", folded=True),
    )

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partners"].choices = agency_choices(by)  # type: ignore[attr-defined]
        set_widths(self, third=("on", "minutes", "participants"), half=("place", "area"))
        self.fields["what"].widget.attrs["class"] = "w-full"
        for name in ("minutes", "participants"):
            self.fields[name].widget.attrs["class"] = "w-s"


class OutpostForm(CountedForm):
    """One planned day of 出張相談."""

    on = WarekiField(label="日", required=True)
    starts = forms.TimeField(label="はじまり", required=False, input_formats=["%H:%M", "%H時"])
    ends = forms.TimeField(label="おわり", required=False, input_formats=["%H:%M", "%H時"])
    place = text("場所", required=True, max_length=120)
    area = area_field()
    staff = forms.TypedMultipleChoiceField(
        label="行く職員", coerce=UUID, required=False, empty_value=[], widget=forms.CheckboxSelectMultiple
    )
    note = text("持ち物・連絡", max_length=200)

    FIRST = "on"
    WORDS = "note"
    SECTIONS = (
        Section(
            "出張相談の日",
            ("on", "starts", "ends", "place", "area", "staff", "note", "is_sure", "why"),
            key="day",
        ),
    )

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].choices = staff_choices(by)  # type: ignore[attr-defined]
        self.fields["on"].widget.attrs["data-date-quick"] = "0,7,14"
        for name in ("starts", "ends"):
            self.fields[name].widget.attrs |= {"class": "time-input", "placeholder": "10:00"}
            self.fields[name].error_messages["invalid"] = "時刻は 10:30 のように入れてください。"
        set_widths(self, third=("on", "starts", "ends"), half=("place", "area"))

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        starts, ends = values.get("starts"), values.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", "おわりは、はじまりより後にしてください。")
        return values


def staff_choices(by: Actor) -> list[tuple[str, str]]:
    """The people who work at the viewer's agency today, each once."""
    posts = staff_of([by.agency.id]).order_by("user__kana", "user__login")
    return list({str(post.user_id): post.user.name for post in posts}.items())
