"""The forms of 住居確保給付金 (R-SELF-01)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.cases.models import Case
from kasane.intake.forms.ground import set_widths
from kasane.intake.housing import rules
from kasane.intake.housing.actions import PAPERS, TALK_DAYS
from kasane.intake.models import HousingEnd, HousingGround, Seeking, TalkResult
from kasane.intake.registers.forms import PersonMixin
from kasane.people.queries import household

APPLICATION = ("ground", "lost_on", "household_size", "rent", "income", "savings", "was_earner", "other_aid",
               "seeking", "papers", "note")  # fmt: skip
GROUNDS = {
    subsidy: [(one, HousingGround(one).label) for one in fitting]
    for subsidy, fitting in rules.GROUNDS.items()
}


def yen(label: str, *, required: bool = False, **kwargs: Any) -> forms.IntegerField:
    """An amount in yen, with or without 「,」 and 「円」."""
    return _YenField(label=label, required=required, min_value=0, max_value=99_999_999, **kwargs)


class _YenField(forms.IntegerField):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "w-m"})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"invalid": "金額は 45000 のように数字で入れてください。"})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            value = value.replace(",", "").replace("、", "").removesuffix("円").strip()
        return super().to_python(value)


class _ApplicationFields(forms.Form):
    ground = ChipChoiceField(label="申請の理由", choices=GROUNDS["rent"])
    lost_on = WarekiField(label="離職・減収の日", required=False)
    was_earner = forms.BooleanField(label="そのとき、世帯の生計を主に支えていた", required=False)
    household_size = forms.IntegerField(label="世帯の人数", min_value=1, max_value=20)
    rent = yen("家賃額(月額)", required=True)
    income = yen("世帯の収入(月額)", help_text="申請する月に入る、世帯全員の分。")
    savings = yen("世帯の預貯金", help_text="世帯全員の分。")
    other_aid = forms.BooleanField(label="ほかの公的な家賃の給付を受けている", required=False)
    seeking = ChipsField(label="求職活動等", choices=Seeking.choices, required=False)
    papers = ChipsField(label="受け取った書類", choices=list(PAPERS.items()), required=False)
    note = text("メモ", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lost_on"].widget.attrs["data-date-quick"] = ""
        set_widths(self, half=("household_size", "rent", "income", "savings"))


_MONEY = Section(
    "世帯と家賃", ("household_size", "rent", "income", "savings", "other_aid"),
    "分からないところは空けておけます。送るまでに入れます。", key="money",
)  # fmt: skip
_PAPERS = Section("求職活動と書類", ("seeking", "papers", "note"), key="papers")


class ReceiveForm(PersonMixin, _ApplicationFields, SectionedForm):
    person = forms.ChoiceField(label="申請する人")
    received_on = WarekiField(label="受付日", initial=today)

    SECTIONS = (
        Section("だれが、なぜ", ("person", "received_on", "ground", "lost_on", "was_earner"), key="who"),
        _MONEY,
        _PAPERS,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_person(case)
        self.fields["household_size"].initial = len(household(case.id)) or 1


class ChangeForm(VersionForm, _ApplicationFields, SectionedForm):
    SECTIONS = (
        Section("申請の理由", ("ground", "lost_on", "was_earner", "version"), key="who"),
        _MONEY,
        _PAPERS,
    )


class SendForm(SectionedForm):
    sent_to = text("決定する機関", required=True, max_length=120)
    on = WarekiField(label="送った日", initial=today)
    SECTIONS = (Section("送る先", ("sent_to", "on"), key="send"),)


class DecideForm(SectionedForm):
    granted = ChipChoiceField(label="決定", choices=[("yes", "支給する"), ("no", "支給しない")])
    decided_on = WarekiField(label="決定日", initial=today)
    number = text("決定の番号", max_length=60)
    starts_on = WarekiField(
        label="支給期間の初日", required=False, help_text="支給のとき。最終日は3か月後の前の日になります。"
    )
    monthly_amount = yen("支給額(月額)")
    note = text("決定の説明・不支給の理由", rows=2)
    SECTIONS = (
        Section("決定", ("granted", "decided_on", "number"), key="decision"),
        Section("支給のとき", ("starts_on", "monthly_amount"), key="granted"),
        Section("説明", ("note",), key="note"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_widths(self, half=("decided_on", "number", "starts_on", "monthly_amount"))

    def clean_granted(self) -> bool:
        return bool(self.cleaned_data["granted"] == "yes")


class TalkForm(SectionedForm):
    on = WarekiField(label="面接日", initial=today)
    result = ChipChoiceField(label="求職活動等のようす", choices=TalkResult.choices)
    note = text("面接の内容", rows=4)
    next_on = WarekiField(label="次の面接日", required=False)
    SECTIONS = (Section("面接", ("on", "result", "note", "next_on"), key="talk"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_on"].initial = today() + timedelta(days=TALK_DAYS)
        self.fields["next_on"].widget.attrs["data-date-quick"] = "7,14,30"
        set_widths(self, half=("on", "next_on"))


class ExtendForm(SectionedForm):
    decided_on = WarekiField(label="延長の決定日", initial=today)
    note = text("延長の理由", required=True, rows=3, help_text="求職活動等をどう続けているか。")
    SECTIONS = (Section("延長", ("decided_on", "note"), key="extend"),)


class PauseForm(SectionedForm):
    on = WarekiField(label="中断した日", initial=today)
    reason = text("中断の理由", required=True, rows=3, help_text="病気・けがで求職活動ができない、など。")
    SECTIONS = (Section("中断", ("on", "reason"), key="pause"),)


class ResumeForm(SectionedForm):
    on = WarekiField(label="再開した日", initial=today)
    ends_on = WarekiField(label="支給期間の新しい最終日", help_text="決定する機関の通知のとおりに。")
    SECTIONS = (Section("再開", ("on", "ends_on"), key="resume"),)


class EndForm(SectionedForm):
    ended_as = ChipChoiceField(label="終わり方", choices=HousingEnd.choices)
    on = WarekiField(label="終わった日", initial=today)
    note = text("終わったときのようす", rows=3, help_text="仕事、収入、住まい。これからの支援。")
    SECTIONS = (Section("終了", ("ended_as", "on", "note"), key="end"),)


class WithdrawForm(SectionedForm):
    on = WarekiField(label="取り下げた日", initial=today)
    note = text("取り下げの理由", required=True, rows=2)
    SECTIONS = (Section("取り下げ", ("on", "note"), key="withdraw"),)
