"""Forms of 自立相談支援 alone: handing on to 多機関協働, ending by screening, the filter of the 支援台帳 (R-SELF-01)."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.agencies.models import Agency
from kasane.agencies.paging import FilterForm
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.coordination.actions import Agreed
from kasane.coordination.choices import Signature
from kasane.coordination.forms.fields import AgencyField, half, share_agencies
from kasane.coordination.ledger import Shown
from kasane.coordination.rules import BACK, WAYS_OF_ENDING
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


WAY_WORDS = {
    "information": "情報提供・相談対応で終える",
    "refer": "他制度・他機関につないで終える",
    "broken_off": "判断前の中断として終える",
    "back": "受付・つなぎ元にもどす(通常の連携で解決する)",
}


class EndForm(SectionedForm):
    """How the course ends before any plan, and what was told, or what was tried; to whom a case goes back."""

    ended_on = half(WarekiField(label="終える日"))
    way = ChipChoiceField(label="終わり方", choices=[])
    to = half(AgencyField(label="もどす先", required=False))
    told = text(
        "伝えたこと・連絡を取ろうとしたこと",
        required=True,
        rows=4,
        help_text="紹介した制度や窓口、また相談できることを伝えたか。中断のときは、いつ、どう連絡したか。",
    )

    SECTIONS = (Section("終えるときの記録", ("ended_on", "way", "to", "told"), key="end"),)

    def __init__(self, *args: Any, course: str, desks: list[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = WAYS_OF_ENDING[course]
        self.fields["way"].choices = [(way, WAY_WORDS[way]) for way in ways]  # type: ignore[attr-defined]
        if BACK not in ways or not desks:
            del self.fields["to"]
        else:
            self.fields["to"].help_text = "受付にもどすときだけ選びます。"
            share_agencies(self, desks)

    def end_values(self) -> dict[str, Any]:
        """What `actions.end_by_screening` takes."""
        values = self.cleaned_data
        return {"on": values["ended_on"], **{name: values.get(name) for name in ("way", "to", "told")}}


class LedgerFilter(FilterForm):
    """支援台帳 narrowed to what runs, what waits for its evaluation, or what has ended."""

    shown = forms.ChoiceField(label="状態", required=False, choices=Shown.choices)
