"""The forms of 緊急の知らせ: as few fields as an emergency leaves time for (R-INT-09)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from kasane.base.forms import ChipChoiceField, MomentField, Section, SectionedForm, text
from kasane.cases.alarm.models import AlarmStepKind, Finding, Suspect
from kasane.cases.exceptional.rules import DANGERS, REASON_LETTERS


class RaiseForm(SectionedForm):
    """Five fields: what danger, by whom, what was seen, where the person is, what was already done."""

    danger = ChipChoiceField(label="何の疑い・危険ですか", choices=[(one.code, one.label) for one in DANGERS])
    suspect = ChipChoiceField(
        label="だれによる疑いですか",
        choices=Suspect.choices,
        initial=Suspect.UNKNOWN,
        required=False,
        help_text="根拠の条文が変わります。確かめる必要はありません。",
    )
    facts = text(
        "見たこと・聞いたこと",
        rows=4,
        required=True,
        help_text=f"いつ、だれが、どのように。聞いた話は、だれから聞いたかも。{REASON_LETTERS}文字以上。",
    )
    place = text(
        "本人はいまどこにいますか", required=True, max_length=200, help_text="分からなければ「不明」"
    )
    done = text(
        "もうしたこと", rows=2, help_text="110番・119番・189番にかけた、など。なければ空けておきます。"
    )

    SECTIONS = (Section("いま起きていること", ("danger", "suspect", "facts", "place", "done"), key="alarm"),)

    def clean_suspect(self) -> str:
        return self.cleaned_data["suspect"] or Suspect.UNKNOWN


class AcknowledgeForm(SectionedForm):
    who = text("だれが動きますか", required=True, max_length=120, help_text="自分、係の○○など")
    next_step = text("次に何をしますか", required=True, max_length=200, help_text="これから訪問する、など")
    SECTIONS = (Section("受け取りました", ("who", "next_step"), key="acknowledge"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("who", "next_step"):
            self.fields[name].widget.attrs["data-width"] = "half"


class StepForm(SectionedForm):
    what = ChipChoiceField(label="したこと", choices=AlarmStepKind.choices)
    content = text("内容", rows=2, required=True, help_text="だれが、だれに会い、何を確かめたか")
    at = MomentField(label="日時", required=True)
    SECTIONS = (Section("したことを書く", ("what", "content", "at"), key="step"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"].initial = timezone.localtime


class EndForm(SectionedForm):
    finding = ChipChoiceField(label="事実確認の結果", choices=Finding.choices)
    measure = text(
        "措置", rows=2, help_text="保護・分離・面会の制限・サービスの利用など。「あった」ときは必ず。"
    )
    watch = text("継続の見守り", rows=2, help_text="だれが、どのように。「なかった」のほかは必ず。")
    reason = text(
        "終える理由",
        rows=2,
        required=True,
        help_text=f"なぜ、緊急の対応を終えてよいのか。{REASON_LETTERS}文字以上。",
    )
    SECTIONS = (
        Section(
            "知らせを終える",
            ("finding", "measure", "watch", "reason"),
            "結果は、知らせを受けた全員の「今日やること」に出ます。",
            key="end",
        ),
    )


class PressForm(forms.Form):
    """Nothing to type: the button says the act."""
