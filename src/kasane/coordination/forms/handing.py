"""Forms of 自立相談支援 alone: handing on to 多機関協働, ending by screening, the filter of the 支援台帳 (R-SELF-01)."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.agencies.paging import FilterForm
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.coordination.actions import Agreed
from kasane.coordination.choices import Signature
from kasane.coordination.forms.fields import half
from kasane.coordination.ledger import Shown
from kasane.intake.api import Accompaniment, RequestKind


class HandOnForm(SectionedForm):
    """What has not been typed yet: why, what was explained to the person, and their word."""

    handed_on = half(WarekiField(label="引き継ぐ日"))
    requests = ChipsField(label="お願いすること", choices=RequestKind.choices)
    reason = text(
        "引き継ぐ理由",
        required=True,
        rows=3,
        help_text="課題がどうからみ合っているか、何を一緒に考えてほしいか。",
    )
    explained_by = half(text("説明した人", required=True, max_length=120))
    explained_on = half(WarekiField(label="説明した日"))
    explained_what = text("本人に説明したこと", required=True, rows=3)
    accompaniment = ChipChoiceField(label="同行", choices=Accompaniment.choices)
    signature = ChipChoiceField(label="署名", choices=Signature.choices)
    signed_name = half(text("署名した人の氏名", required=True, max_length=120))
    signature_reason = half(text("代筆・代理人のときは、その理由"))

    SECTIONS = (
        Section("引き継ぎ", ("handed_on", "requests", "reason"), key="what"),
        Section(
            "本人への説明",
            ("explained_by", "explained_on", "explained_what", "accompaniment"),
            key="explained",
        ),
        Section(
            "多機関協働の利用申込",
            ("signature", "signed_name", "signature_reason"),
            lead="「多機関協働の利用も申し込む」と本人に確かめて、署名をもらいます。申込票のほかの欄は写します。",
            key="agreed",
        ),
    )  # fmt: skip

    def hand_on_values(self) -> dict[str, Any]:
        """What `actions.hand_on` takes."""
        values = dict(self.cleaned_data)
        names = ("signature", "signed_name", "signature_reason")
        return {
            "on": values.pop("handed_on"),
            "agreed": Agreed(**{name: values.pop(name) for name in names}),
            **values,
        }


class EndForm(SectionedForm):
    """情報提供で終了 and 判断前の中断: what was told, or what was tried."""

    ended_on = half(WarekiField(label="終える日"))
    told = text(
        "伝えたこと・連絡を取ろうとしたこと",
        required=True,
        rows=4,
        help_text="紹介した制度や窓口、また相談できることを伝えたか。中断のときは、いつ、どう連絡したか。",
    )

    SECTIONS = (Section("終えるときの記録", ("ended_on", "told"), key="end"),)


class LedgerFilter(FilterForm):
    """支援台帳 narrowed to what runs, what waits for its evaluation, or what has ended."""

    shown = forms.ChoiceField(label="状態", required=False, choices=Shown.choices)
