"""相談受付・申込票 (別紙2-2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies.models import Agency
from kasane.base.choices import Sex, Topic
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
from kasane.cases.formpage import VersionForm
from kasane.coordination.choices import Signature
from kasane.coordination.forms.fields import half, quick, third
from kasane.coordination.rules.course import CourseWords
from kasane.coordination.signing.forms import SigningForm

PERSON_FIELDS = (
    "family_name",
    "given_name",
    "family_kana",
    "given_kana",
    "sex",
    "birth_date",
    "stated_age",
    "address",
    "phone",
    "mobile",
    "email",
)
"""What of the sheet belongs to 本人 and is kept there."""


class ApplicationForm(VersionForm, SigningForm, SectionedForm):
    """All items of 2-2. What the 申込欄 asks for is the rule's to say (R-COOR-01), not the form's."""

    person_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    received_on = WarekiField(label="受付日")
    family_name = half(text("氏", required=True, max_length=60))
    given_name = half(text("名", max_length=60))
    family_kana = half(text("ふりがな(氏)", max_length=80))
    given_kana = half(text("ふりがな(名)", max_length=80))
    sex = ChipChoiceField(label="性別(任意)", choices=Sex.choices, required=False)
    birth_date = half(quick(WarekiField(label="生年月日", required=False), ""))
    stated_age = half(
        forms.IntegerField(label="年齢(生年月日が分からないとき)", required=False, min_value=0, max_value=130)
    )
    address = text("住所")
    phone = third(text("電話(自宅)", max_length=20))
    mobile = third(text("電話(携帯)", max_length=20))
    email = third(forms.EmailField(label="メール", required=False))
    visitor_name = third(text("氏名", max_length=120))
    visitor_phone = third(text("電話", max_length=40))
    visitor_relation = third(text("本人との関係", max_length=60))
    topics = ChipsField(label="あてはまるもの(○)", choices=Topic.choices, required=False)
    main_topic = forms.ChoiceField(
        label="一番困っていること(◎)", choices=[("", "(一つ選ぶ)"), *Topic.choices], required=False
    )
    request = text("具体的な相談・希望", rows=5, help_text="本人の言葉で書いてください。")
    rules_explained = forms.BooleanField(label="個人情報管理・取扱規程の説明を受けました", required=False)
    explained_by = text("説明した人", max_length=120)
    applies = forms.BooleanField(required=False)
    agrees_to_sharing = forms.BooleanField(
        label="この相談のことを、支援に必要な関係機関と共有することに同意します", required=False
    )
    left_out = forms.TypedMultipleChoiceField(
        label="共有しない機関",
        required=False,
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        help_text="「ここには知らせないでほしい」という機関があれば選びます。",
    )
    shared_kinds = KindsField(
        label="共有してよい情報の種類",
        initial=int(SHAREABLE_KINDS),
        help_text="税の情報は、本人がはっきり同意したときだけ選びます。",
    )
    applied_on = WarekiField(label="申込日")
    signature = ChipChoiceField(label="署名", choices=Signature.choices, required=False)
    signed_name = half(text("署名した人の氏名", max_length=120))
    signature_reason = half(text("代筆・代理人のときは、その理由"))
    note = text("備考", rows=3)

    SECTIONS = (
        Section("受付", ("received_on",), key="desk"),
        Section("本人", PERSON_FIELDS, lead="受付シートの内容を写しています。違うところは直してください。", key="person"),
        Section(
            "来談者(本人以外のとき)", ("visitor_name", "visitor_phone", "visitor_relation"), folded=True,
            key="visitor",
        ),
        Section("ご相談の内容", ("topics", "main_topic", "request"), key="talk"),
        Section(
            "申込欄",
            (
                "rules_explained", "explained_by", "applies", "agrees_to_sharing", "left_out", "shared_kinds",
                "applied_on", "signature", "signed_name", "signature_reason", *SigningForm.SIGNING,
            ),
            lead="「この相談のことを、関係する機関にも伝えて、いっしょに考えてもよいですか」とたずねてから記入します。",
            key="apply",
        ),
        Section("備考", ("note",), folded=True, key="note"),
    )  # fmt: skip

    def __init__(self, *args: Any, agencies: Iterable[Agency], words: CourseWords, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["applies"].label = words.applies_label
        choices = [(str(agency.id), agency.name) for agency in agencies]
        self.fields["left_out"].choices = choices  # type: ignore[attr-defined]

    def application_values(self) -> dict[str, Any]:
        """What `actions.apply` takes."""
        values = dict(self.cleaned_data)
        values["sex"] = values["sex"] or Sex.UNKNOWN
        signing = {"strokes": values.pop("drawn"), "witness": values.pop("witness")}
        return {
            **signing,
            "person": {name: values.pop(name) for name in PERSON_FIELDS},
            "person_version": values.pop("person_version"),
            "version": values.pop("version") or 0,
            "excluded": values.pop("left_out"),
            "sharing_kinds": values.pop("shared_kinds"),
            "on": values.pop("applied_on"),
            **values,
        }
