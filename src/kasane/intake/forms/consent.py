"""同意: asked as a person would, with the words of the sheet beside it (R-INT-01, R-DIS-01)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.choices import ALL_PURPOSES, ConsentAnswer, ConsentMethod
from kasane.base.dates import today
from kasane.base.forms import (
    ChipChoiceField,
    ChipsField,
    KindsField,
    Section,
    SectionedForm,
    WarekiField,
    text,
)
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.disclosure.models import Consent
from kasane.intake.actions import Said
from kasane.intake.actions.consent import answer_obstacles
from kasane.intake.forms.ground import (
    AgenciesField,
    PurposesField,
    agency_choices,
    place,
    set_widths,
)
from kasane.intake.queries import agencies_by_field
from kasane.profiles.vocabulary import Field

ALL, CHOSEN = "all", "chosen"
_PLACES = {
    "answer": "consent_answer",
    "method": "consent_method",
    "explained_by": "consent_explained_by",
    "scope": "consent_agencies",
    "future": "consent_on",
    "until": "consent_until",
    "purposes": "consent_purposes",
    "both": "consent_excluded",
    "own_agency": "consent_excluded",
    "given_by": "consent_given_by",
    "tie": "consent_tie",
}

ANSWER_FIELDS = (
    "consent_answer",
    "consent_on",
    "consent_method",
    "consent_given_by",
    "consent_tie",
    "consent_explained_by",
)
SCOPE_FIELDS = (
    "consent_scope",
    "consent_groups",
    "consent_agencies",
    "consent_excluded",
    "consent_kinds",
    "consent_purposes",
    "consent_until",
    "consent_note",
)


class ConsentFields(forms.Form):
    """The question and its answer; part of the 受付シート and a page of its own."""

    consent_answer = ChipChoiceField(label="同意", choices=ConsentAnswer.choices)
    consent_on = WarekiField(label="確認した日")
    consent_method = ChipChoiceField(label="確認の方法", choices=ConsentMethod.choices, required=False)
    consent_given_by = text("代理人の氏名", max_length=60, help_text="「代理人」のときに書きます。")
    consent_tie = text(
        "代理人の続柄・立場", max_length=50, help_text="長男、成年後見人など。「代理人」のときに書きます。"
    )
    consent_explained_by = text("説明した人", max_length=120)
    consent_scope = ChipChoiceField(
        label="伝えてよい機関",
        choices=[(ALL, "支援に必要な機関すべて"), (CHOSEN, "下で選んだ分野・機関だけ")],
        initial=ALL,
    )
    consent_groups = ChipsField(
        label="分野でまとめて選ぶ",
        required=False,
        help_text="いま、その分野を担っている機関が選ばれます。あとから加わった機関には、聞き直すまで伝わりません。",
    )
    consent_agencies = AgenciesField(label="機関を選ぶ")
    consent_excluded = AgenciesField(
        label="伝えない機関", help_text="「この機関には知られたくない」と言われた機関を選びます。"
    )
    consent_kinds = KindsField(
        label="伝えてよい情報",
        initial=int(SHAREABLE_KINDS),
        help_text="基本情報(氏名・住所・家族関係など)はいつも含まれます。税の情報は、はっきり同意があるときだけ選びます。",
    )
    consent_purposes = PurposesField(label="何のために使ってよいか", initial=ALL_PURPOSES)
    consent_until = WarekiField(
        label="いつまで(この日まで)", required=False, help_text="空欄なら、支援が終わるまでです。"
    )
    consent_note = text("本人の言葉など", rows=2)

    def prepare(self, *, by: Actor, agencies: list[tuple[str, str]]) -> None:
        """The town's question, who asks, and the agencies to choose from."""
        words = profile.current().consent
        self.asked_by = by
        self.by_field = agencies_by_field()
        self.fields["consent_answer"].label = f"「{words.ask}」"
        self.fields["consent_answer"].help_text = f"様式の文: {words.intake}について"
        self.fields["consent_explained_by"].initial = by.user.name
        self.fields["consent_on"].initial = today()
        self.fields["consent_groups"].choices = [  # type: ignore[attr-defined]
            (field.value, f"{field.label}({len(self.by_field[field])}機関)")
            for field in Field
            if field in self.by_field
        ]
        for name in ("consent_agencies", "consent_excluded"):
            self.fields[name].choices = agencies  # type: ignore[attr-defined]
        if not self.fields["consent_groups"].choices:  # type: ignore[attr-defined]
            del self.fields["consent_groups"]
        set_widths(self, half=("consent_given_by", "consent_tie", "consent_on", "consent_explained_by"))

    def start_from(self, last: Consent | None) -> None:
        """Asking anew starts from how far the last yes went: what nobody speaks of stays as it was."""
        if last is None:
            return
        chosen = [pk for pk in last.agencies if pk not in self._members(last.groups)]
        for name, value in {
            "consent_scope": ALL if last.all_agencies else CHOSEN,
            "consent_groups": last.groups,
            "consent_agencies": [str(pk) for pk in chosen],
            "consent_excluded": [str(pk) for pk in last.excluded],
            "consent_kinds": last.kinds,
            "consent_purposes": last.purposes,
            "consent_until": last.valid_until and last.valid_until - timedelta(days=1),
        }.items():
            if name in self.fields:
                self.fields[name].initial = value

    def place_consent(self) -> None:
        """Tells what is missing of the answer at its field."""
        if not self.errors.keys() & set(ANSWER_FIELDS + SCOPE_FIELDS):
            place(self, answer_obstacles(self.said(), by=self.asked_by), _PLACES)

    def said(self) -> Said:
        """The answer as `actions.record_answer` takes it."""
        values: dict[str, Any] = self.cleaned_data
        groups = tuple(values.get("consent_groups", ()))
        chosen = tuple(values["consent_agencies"])
        everybody = values["consent_scope"] == ALL
        until = values["consent_until"]
        return Said(
            answer=values["consent_answer"],
            confirmed_on=values["consent_on"],
            method=values["consent_method"],
            explained_by=values["consent_explained_by"],
            agencies=None if everybody else tuple(dict.fromkeys((*chosen, *self._members(groups)))),
            excluded=tuple(values["consent_excluded"]),
            kinds=values["consent_kinds"],
            note=values["consent_note"],
            groups=() if everybody else groups,
            chosen=() if everybody else chosen,
            purposes=values["consent_purposes"],
            valid_until=until + timedelta(days=1) if until else None,
            given_by=values["consent_given_by"],
            tie=values["consent_tie"],
        )

    def _members(self, groups: Iterable[str]) -> tuple[UUID, ...]:
        """Who belongs to these fields today."""
        return tuple(agency.id for group in groups for agency in self.by_field.get(group, ()))


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

    def __init__(self, *args: Any, by: Actor, last: Consent | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prepare(by=by, agencies=agency_choices(by))
        self.start_from(last)

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
