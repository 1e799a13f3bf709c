"""電話の記録 and 民生委員・児童委員の報告: what somebody told the desk (R-INT-02)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, MomentField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.cases.models import Case
from kasane.intake.desk import rules
from kasane.intake.desk.forms.counted import area_field
from kasane.intake.desk.queries import case_numbered
from kasane.intake.forms.ground import place, set_widths
from kasane.intake.models import Direction, Haste, ReporterRole


class CallForm(VersionForm, SectionedForm):
    """One call."""

    direction = ChipChoiceField(label="向き", choices=Direction.choices, initial=Direction.IN)
    party = text("相手", max_length=120, help_text="名前、機関、続柄など")
    number = text("電話番号", max_length=40)
    at = MomentField(label="日時", required=True, initial=timezone.now)
    content = text("話したこと", rows=3)
    number_of_case = text("ケース番号", max_length=20, help_text="どのケースのことか分かるとき。例: R8-0012")
    call_back_until = WarekiField(label="いつまでに折り返すか", required=False)

    SECTIONS = (
        Section(
            "電話",
            ("party", "direction", "number", "at", "content", "call_back_until", "number_of_case"),
            key="call",
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case: Case | None = None
        self.fields["party"].widget.attrs["autofocus"] = True
        self.fields["call_back_until"].widget.attrs["data-date-quick"] = "0,1,7"
        self.fields["number"].widget.attrs |= {"class": "w-m", "inputmode": "tel"}
        self.fields["number_of_case"].widget.attrs["class"] = "w-m"
        set_widths(self, half=("party", "direction", "number", "at", "call_back_until", "number_of_case"))

    def clean_number_of_case(self) -> str:
        typed = str(self.cleaned_data["number_of_case"]).strip()
        if typed:
            self.case = case_numbered(typed)
            if self.case is None:
                raise forms.ValidationError(
                    "この番号のケースは見つかりませんでした。番号を確かめるか、空のままにしてください。"
                )
        return typed

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("at"):
            found = rules.call_obstacles(
                on=timezone.localtime(values["at"]).date(),
                today=today(),
                party=values.get("party", ""),
                number=values.get("number", ""),
                call_back_until=values.get("call_back_until"),
            )
            place(self, found, {"not_yet": "at", "nobody": "party", "call_back": "call_back_until"})
        return values

    def values(self) -> dict[str, Any]:
        beside = ("version", "number_of_case")
        kept = {name: value for name, value in self.cleaned_data.items() if name not in beside}
        return {**kept, "case": self.case}


class ReportForm(VersionForm, SectionedForm):
    """One report of a 民生委員・児童委員."""

    noticed = text(
        "気づいたこと",
        required=True,
        rows=5,
        help_text="話された言葉のまま書きます。見たことと、思ったことを分けておくと後で役に立ちます。",
    )
    about = text("だれのこと", help_text="名前が分からなければ「○○商店の裏の、一人暮らしの方」など")
    address = text("住まい・場所")
    haste = ChipChoiceField(label="急ぎ", choices=Haste.choices, initial=Haste.WEEK)
    on = WarekiField(label="聞いた日", required=True, initial=today)
    reporter_role = ChipChoiceField(label="報告した人", choices=ReporterRole.choices)
    reporter_area = area_field("受け持ちの地区")
    reporter_name = text("名前・連絡先(なくてもよい)", max_length=120)
    is_anonymous = forms.BooleanField(label="報告があったことを、本人に伝えないでほしい", required=False)

    SECTIONS = (
        Section("何に気づいたか", ("noticed", "about", "address", "haste", "on"), key="what"),
        Section("だれから", ("reporter_role", "reporter_area", "reporter_name", "is_anonymous"), key="who"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["noticed"].widget.attrs["autofocus"] = True
        set_widths(self, half=("about", "address", "reporter_area", "reporter_name"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        texts = {name: str(values.get(name) or "") for name in ("about", "address", "noticed")}
        found = rules.report_obstacles(on=values.get("on") or today(), today=today(), **texts)
        place(self, found, {"not_yet": "on", "noticed": "noticed", "about": "about"})
        return values

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class WatchForm(SectionedForm):
    """見守りを頼む."""

    words = text(
        "頼んだこと", required=True, help_text="例: 回覧板を届けるときに声をかけ、返事がなければ電話をもらう"
    )
    until = WarekiField(label="様子を聞く日", required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="watch", **kwargs)
        self.fields["until"].widget.attrs["data-date-quick"] = "7,14,30"


class FinishForm(SectionedForm):
    """終わりにする."""

    note = text("したこと", required=True, rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="finish", **kwargs)


class AnswerForm(SectionedForm):
    """民生委員に返事をする."""

    told = text(
        "伝えたこと",
        required=True,
        rows=3,
        help_text="「訪ねて話を聞きました。ありがとうございました」のように、必要なことだけを伝えます。相談の中身や、ほかの機関の関わりは伝えません。",
    )
    on = WarekiField(label="返事をした日", required=True, initial=today)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="answer", **kwargs)
