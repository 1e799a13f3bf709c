"""同意: asked as a person would, with the words of the sheet beside it (R-INT-01, R-DIS-01)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.choices import ConsentAnswer, ConsentMethod
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, KindsField, Section, SectionedForm, WarekiField, text
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.intake import rules
from kasane.intake.actions import Said
from kasane.intake.forms.ground import AgenciesField, agency_choices, place, set_widths

ALL, CHOSEN = "all", "chosen"
_PLACES = {
    "answer": "consent_answer",
    "method": "consent_method",
    "explained_by": "consent_explained_by",
    "scope": "consent_agencies",
}

ANSWER_FIELDS = ("consent_answer", "consent_on", "consent_method", "consent_explained_by")
SCOPE_FIELDS = ("consent_scope", "consent_agencies", "consent_excluded", "consent_kinds", "consent_note")


class ConsentFields(forms.Form):
    """The question and its answer; part of the 受付シート and a page of its own."""

    consent_answer = ChipChoiceField(label="同意", choices=ConsentAnswer.choices)
    consent_on = WarekiField(label="確認した日")
    consent_method = ChipChoiceField(label="確認の方法", choices=ConsentMethod.choices, required=False)
    consent_explained_by = text("説明した人")
    consent_scope = ChipChoiceField(
        label="伝えてよい機関",
        choices=[(ALL, "支援に必要な機関すべて"), (CHOSEN, "下で選んだ機関だけ")],
        initial=ALL,
    )
    consent_agencies = AgenciesField(label="選んだ機関")
    consent_excluded = AgenciesField(
        label="伝えない機関", help_text="「この機関には知られたくない」と言われた機関を選びます。"
    )
    consent_kinds = KindsField(
        label="伝えてよい情報",
        initial=int(SHAREABLE_KINDS),
        help_text="基本情報(氏名・住所・家族関係など)はいつも含まれます。税の情報は、はっきり同意があるときだけ選びます。",
    )
    consent_note = text("本人の言葉など", rows=2)

    def prepare(self, *, by: Actor, agencies: list[tuple[str, str]]) -> None:
        """The town's question, who asks, and the agencies to choose from."""
        words = profile.current().consent
        self.fields["consent_answer"].label = f"「{words.ask}」"
        self.fields["consent_answer"].help_text = f"様式の文: {words.intake}について"
        self.fields["consent_explained_by"].initial = by.user.name
        self.fields["consent_on"].initial = today()
        for name in ("consent_agencies", "consent_excluded"):
            self.fields[name].choices = agencies  # type: ignore[attr-defined]
        set_widths(self, half=("consent_on", "consent_explained_by"))

    def place_consent(self) -> None:
        """Tells what is missing of the answer at its field."""
        values = self.cleaned_data
        if not self.errors.keys() & set(ANSWER_FIELDS + SCOPE_FIELDS):
            said = self.said()
            place(
                self,
                rules.consent_obstacles(
                    answer=said.answer,
                    method=said.method,
                    explained_by=said.explained_by,
                    names_agencies=values["consent_scope"] == ALL or bool(values["consent_agencies"]),
                ),
                _PLACES,
            )

    def said(self) -> Said:
        """The answer as `actions.record_answer` takes it."""
        values: dict[str, Any] = self.cleaned_data
        return Said(
            answer=values["consent_answer"],
            confirmed_on=values["consent_on"],
            method=values["consent_method"],
            explained_by=values["consent_explained_by"],
            agencies=None if values["consent_scope"] == ALL else tuple(values["consent_agencies"]),
            excluded=tuple(values["consent_excluded"]),
            kinds=values["consent_kinds"],
            note=values["consent_note"],
        )


class ConsentForm(ConsentFields, SectionedForm):
    """同意を確認する: one answer."""

    SECTIONS = (
        Section("本人に聞く", ANSWER_FIELDS, key="ask"),
        Section(
            "どこまで伝えてよいか",
            SCOPE_FIELDS,
            lead="ふつうは、このままで足ります。",
            key="scope",
            folded=True,
        ),
    )

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prepare(by=by, agencies=agency_choices(by))

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.place_consent()
        return self.cleaned_data


class WithdrawalForm(forms.Form):
    """The day and the words with which a consent is taken back."""

    on = WarekiField(label="撤回の日", initial=today)
    note = text("本人の言葉・経緯", required=True, rows=3)


def consent_sections() -> Iterable[Section]:
    """The parts of the 受付シート that ask for consent."""
    return (
        Section("同意", ANSWER_FIELDS, lead="本人に、次のように聞いてください。", key="consent"),
        Section(
            "同意の範囲",
            SCOPE_FIELDS,
            lead="ふつうは、このままで足ります。除く機関や、伝えない情報があるときに開きます。",
            key="scope",
            folded=True,
        ),
    )
