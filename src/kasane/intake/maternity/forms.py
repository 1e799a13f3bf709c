"""The forms of the ledger and of the サポートプラン (R-INT-12)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.forms.formsets import formset_factory

from kasane.agencies.paging import FilterForm
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.cases.models import Case
from kasane.intake.forms.ground import set_widths
from kasane.intake.models import MaternityEnd, Need, Parity, Situation, TalkStage
from kasane.intake.registers.forms import PersonMixin, Rows

REVIEW_DAYS = 90
LEDGER = ("due_on", "notified_on", "notified_weeks", "parity", "situations", "situation_note")


class _LedgerFields(forms.Form):
    due_on = WarekiField(label="分娩予定日")
    notified_on = WarekiField(label="妊娠届出日", required=False)
    notified_weeks = forms.IntegerField(
        label="届出時の週数", required=False, min_value=3, max_value=42,
        error_messages={"invalid": "週数は数字で入れてください。"},
    )  # fmt: skip
    parity = ChipChoiceField(label="初産・経産", choices=Parity.choices, initial=Parity.UNKNOWN)
    situations = ChipsField(label="状況", choices=Situation.choices, required=False)
    situation_note = text(
        "状況の説明", rows=3, help_text="本人の言葉、家族、里帰り先、通っている医療機関など。"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_widths(self, third=("due_on", "notified_on", "notified_weeks"))
        self.fields["due_on"].widget.attrs["data-date-quick"] = ""


class EnterForm(PersonMixin, _LedgerFields, SectionedForm):
    person = forms.ChoiceField(label="氏名")
    need = ChipChoiceField(label="支援の必要度", choices=Need.choices, initial=Need.USUAL)
    need_reason = text("そう考えた理由", required=True, rows=2)
    on = WarekiField(label="判断した日", initial=today)

    SECTIONS = (
        Section(
            "だれの、いつの出産か", ("person", "due_on", "notified_on", "notified_weeks", "parity"), key="who"
        ),
        Section("状況", ("situations", "situation_note"), key="situation"),
        Section(
            "支援の必要度",
            ("need", "need_reason", "on"),
            "あとで変わったら、新しい日で書き足します。前の判断は残ります。",
            key="need",
        ),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_person(case)


class ChangeForm(VersionForm, _LedgerFields, SectionedForm):
    SECTIONS = (
        Section("出産の予定", ("due_on", "notified_on", "notified_weeks", "parity", "version"), key="who"),
        Section("状況", ("situations", "situation_note"), key="situation"),
    )


class NeedForm(SectionedForm):
    need = ChipChoiceField(label="支援の必要度", choices=Need.choices)
    reason = text("そう考えた理由", required=True, rows=3)
    on = WarekiField(label="判断した日", initial=today)

    SECTIONS = (Section("いまの必要度", ("need", "reason", "on"), key="need"),)


class TalkForm(SectionedForm):
    stage = ChipChoiceField(label="時期", choices=TalkStage.choices)
    on = WarekiField(label="面談した日", initial=today)
    note = text(
        "面談の内容",
        required=True,
        rows=5,
        help_text="体と心のようす、手伝う人、準備していること、気がかり、伝えたサービス。",
    )

    SECTIONS = (Section("面談", ("stage", "on", "note"), key="talk"),)


class BirthForm(SectionedForm):
    born_on = WarekiField(label="出産日")
    birth_note = text("出産と子のようす", rows=3, help_text="週数、体重、きょうだい、入院など。")
    postpartum_note = text("産後のようす", rows=3, help_text="体と心、授乳、眠れているか、手伝う人。")

    SECTIONS = (Section("出産と産後", ("born_on", "birth_note", "postpartum_note"), key="birth"),)


class PlanForm(SectionedForm):
    wishes = text("本人の希望", required=True, rows=3, help_text="本人の言葉で。")
    issues = text("いま困っていること・気がかり", required=True, rows=3)
    goals = text("めざすこと", required=True, rows=2)
    with_person = forms.BooleanField(label="本人といっしょに作った", required=False, initial=True)
    without_reason = text("いっしょに作れなかった理由", rows=2)
    made_on = WarekiField(label="作成日", initial=today)
    review_on = WarekiField(label="次に見直す日")

    SECTIONS = (
        Section("本人の希望と、めざすこと", ("wishes", "issues", "goals"), key="wishes"),
        Section("作り方と見直し", ("with_person", "without_reason", "made_on", "review_on"), key="made"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].initial = today() + timedelta(days=REVIEW_DAYS)
        self.fields["review_on"].widget.attrs["data-date-quick"] = "30,90,180"
        set_widths(self, half=("made_on", "review_on"))


class ItemForm(SectionedForm):
    what = text("すること", required=True)
    who = text("だれが", required=True, max_length=120)
    when = text("いつ", max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_widths(self, third=("what", "who", "when"))


class ItemRows(Rows):
    title = "支援の内容"
    lead = "使うサービス、訪問、家族や本人がすることを、一つずつ。"
    row_name = "支援"
    add_word = "支援を追加する"


ItemFormSet = formset_factory(ItemForm, formset=ItemRows, extra=1, can_delete=True, max_num=20)


class HandForm(SectionedForm):
    on = WarekiField(label="渡した日", initial=today)
    SECTIONS = (Section("本人に渡す", ("on",), key="hand"),)


class EndForm(SectionedForm):
    ended_as = ChipChoiceField(label="外す理由", choices=MaternityEnd.choices)
    note = text("引き継いだこと", rows=3, help_text="転出先や次の窓口に、だれが何を伝えたか。")
    on = WarekiField(label="外す日", initial=today)
    SECTIONS = (Section("台帳から外す", ("ended_as", "note", "on"), key="end"),)


class LedgerFilter(FilterForm):
    """What the ledger is narrowed to."""

    part = forms.ChoiceField(
        label="時期",
        required=False,
        choices=[("", "妊娠中と産後"), ("pregnant", "妊娠中"), ("born", "産後"), ("ended", "台帳から外れた")],
    )
    need = forms.ChoiceField(label="必要度", required=False, choices=[("", "すべて"), *Need.choices])
    situation = forms.ChoiceField(label="状況", required=False, choices=[("", "すべて"), *Situation.choices])
