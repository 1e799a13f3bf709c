"""受付シート 2-1-1: the talk first, then who, then the answer on sharing (R-INT-01, R-INT-02)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from kasane.agencies.actors import Actor
from kasane.agencies.models import Area, User
from kasane.agencies.queries import staff_of
from kasane.base.choices import Channel, Sex, Topic
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
from kasane.cases.formpage import VersionForm
from kasane.intake import rules
from kasane.intake.forms.consent import (
    ANSWER_FIELDS,
    SCOPE_FIELDS,
    ConsentFields,
    consent_sections,
)
from kasane.intake.forms.ground import AgenciesField, agency_choices, place, set_widths
from kasane.intake.models import ConsulterIs

SUBJECT_FIELDS = (
    "family_name",
    "given_name",
    "stated_age",
    "phone",
    "family_kana",
    "given_kana",
    "birth_date",
    "mobile",
    "sex",
    "address",
    "area",
)
SHEET_FIELDS = (
    "overview",
    "topics",
    "main_topic",
    "household_note",
    "consulter_is",
    "consulter_tie",
    "consulter_name",
    "consulter_kana",
    "consulter_contact",
    "is_anonymous",
    "is_of_household",
    "received_on",
    "received_by",
    "channel",
    "channel_note",
    "is_urgent",
    "urgent_note",
    "involved",
    "involved_note",
    "kinds",
)
CALLERS = (
    (ConsulterIs.SELF, "本人"),
    (ConsulterIs.FAMILY, "家族"),
    (ConsulterIs.NEIGHBOUR, "近隣の人"),
    (ConsulterIs.VOLUNTEER, "民生委員・児童委員"),
    (ConsulterIs.AGENCY, "関係機関"),
    (ConsulterIs.OTHER, "その他"),
)
"""Who speaks, and so of whom: the sheet asks for 相談者 beside 本人 when they are not the same (R-INT-02)."""
_PLACES = {
    "name": "family_name",
    "overview": "overview",
    "main_topic": "main_topic",
    "urgent_note": "urgent_note",
    "anonymous": "consulter_name",
}


class ReceptionForm(VersionForm, ConsentFields, SectionedForm):
    """All items of the 受付シート. Without `asks_consent` (correcting a sheet) the answer is not asked again."""

    overview = text(
        "相談の概要",
        required=True,
        rows=3,
        phrases="reception",
        help_text="話された言葉のまま、思いつく順に書いてかまいません。",
    )
    topics = ChipsField(label="相談内容の分類(いくつでも)", choices=Topic.choices, required=False)
    main_topic = forms.ChoiceField(
        label="一番困っていること",
        choices=[("", "(一つ選ぶ)"), *Topic.choices],
        required=False,
    )
    family_name = text(
        "氏", max_length=60, help_text="分からないときは「不明」。匿名のときは空のままで足ります。"
    )
    given_name = text("名", max_length=60)
    family_kana = text("ふりがな(氏)", max_length=80)
    given_kana = text("ふりがな(名)", max_length=80)
    sex = ChipChoiceField(label="性別(任意)", choices=Sex.choices, required=False, initial=Sex.UNKNOWN)
    birth_date = WarekiField(label="生年月日", required=False)
    stated_age = forms.IntegerField(
        label="年齢", required=False, min_value=0, max_value=130, help_text="生年月日が分からないとき"
    )
    address = text("住所")
    area = forms.ModelChoiceField(
        label="地区", queryset=Area.objects.all(), required=False, empty_label="(選ばない)"
    )
    phone = text("電話(自宅)", max_length=20)
    mobile = text("電話(携帯)", max_length=20)
    household_note = text("世帯の状況", rows=2, help_text="暮らしぶり、家計を支える人、介護する人など")
    received_on = WarekiField(label="受付日", initial=today)
    received_by = forms.ModelChoiceField(label="受付者", queryset=User.objects.none(), empty_label=None)
    channel = ChipChoiceField(label="受付方法", choices=Channel.choices)
    channel_note = text("受付方法の補足", max_length=120, help_text="出張相談の場所、紹介した人など")
    consulter_is = ChipChoiceField(
        label="どなたから(本人との関係)",
        choices=CALLERS,
        initial=ConsulterIs.SELF,
    )
    is_anonymous = forms.BooleanField(label="匿名の相談", required=False)
    is_of_household = forms.BooleanField(label="世帯としての相談", required=False)
    consulter_tie = text("続柄・所属", max_length=60, help_text="長女、隣の家、○○包括など")
    consulter_name = text("相談者の氏名", max_length=120)
    consulter_kana = text("相談者のふりがな", max_length=160)
    consulter_contact = text("相談者の連絡先", max_length=120)
    is_urgent = forms.BooleanField(label="緊急: 急いで動く必要がある", required=False)
    urgent_note = text(
        "何が急がれるか(緊急のとき)", help_text="食べ物がない、けがのおそれ、追い出されそうなど"
    )
    involved = AgenciesField(label="関わっている機関")
    involved_note = text("一覧にない機関・人", rows=2, help_text="医療機関、ケアマネジャー、民生委員など")
    kinds = KindsField(
        label="ほかに含まれる情報の種類",
        initial=0,
        help_text="相談内容の分類から自動で付きます。ほかにもあれば選んでください。",
    )

    SECTIONS = (
        Section(
            "だれから・どうやって",
            ("consulter_is", "channel", "is_urgent", "is_anonymous", "is_of_household", "urgent_note"),
            key="from",
        ),
        Section("お話", ("overview", "topics", "main_topic"), key="talk"),
        Section("本人", (*SUBJECT_FIELDS, "household_note"), key="person"),
        Section(
            "相談者",
            ("consulter_tie", "consulter_name", "consulter_kana", "consulter_contact"),
            lead="本人ではない人からの相談のときに書きます。分かるところだけで足ります。",
            key="consulter",
        ),
        *consent_sections(),
        Section("関わっている機関", ("involved", "involved_note", "kinds"), key="involved", folded=True),
        Section(
            "受付の日・受付者",
            ("received_on", "received_by", "channel_note"),
            lead="今日、あなたが受け付けたときは、このままで足ります。",
            key="received",
            folded=True,
        ),
    )

    def __init__(self, *args: Any, by: Actor, asks_consent: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_consent = asks_consent
        agencies = agency_choices(by)
        self.fields["involved"].choices = agencies  # type: ignore[attr-defined]
        colleagues = staff_of([by.agency.id]).values("user_id")
        self.fields["received_by"].queryset = User.objects.filter(pk__in=colleagues)  # type: ignore[attr-defined]
        self.fields["received_by"].initial = by.user.pk
        self.fields["overview"].widget.attrs |= {"class": "grow textarea--talk"}
        self.fields["birth_date"].widget.attrs["data-date-quick"] = ""
        if not self.is_bound and asks_consent:
            self.fields["overview"].widget.attrs["autofocus"] = True
        set_widths(self, half=_HALF, third=("is_urgent", "is_anonymous", "is_of_household"))
        if asks_consent:
            self.prepare(by=by, agencies=agencies)
        else:
            for name in (*ANSWER_FIELDS, *SCOPE_FIELDS):
                del self.fields[name]

    def sections(self) -> Any:
        """Sections whose fields are not asked here stay away."""
        return (section for section in super().sections() if section.fields)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        facts = {name: values.get(name) or "" for name in _WORDS}
        place(
            self,
            rules.reception_obstacles(
                name=f"{values.get('family_name', '')}{values.get('given_name', '')}",
                topics=values.get("topics", ()),
                is_urgent=bool(values.get("is_urgent")),
                is_anonymous=bool(values.get("is_anonymous")),
                **facts,
            ),
            _PLACES,
        )
        if self.asks_consent:
            self.place_consent()
        return values

    def sheet_values(self) -> dict[str, Any]:
        """The fields of Reception."""
        return {name: self.cleaned_data[name] for name in SHEET_FIELDS}

    def subject_values(self) -> dict[str, Any]:
        """The fields of Person for 本人."""
        return {name: self.cleaned_data[name] for name in SUBJECT_FIELDS} | {
            "sex": self.cleaned_data["sex"] or Sex.UNKNOWN
        }

    def subject_changes(self) -> dict[str, Any]:
        """Of the fields of 本人 those that were changed on the screen; the others may have moved on since (R-PEO-01)."""
        return {name: value for name, value in self.subject_values().items() if name in self.changed_data}


_WORDS = ("overview", "main_topic", "urgent_note", "consulter_name")
_HALF = (
    "birth_date",
    "stated_age",
    "family_name",
    "given_name",
    "family_kana",
    "given_kana",
    "phone",
    "mobile",
    "consulter_tie",
    "consulter_name",
    "consulter_kana",
    "consulter_contact",
    "received_on",
    "received_by",
)


class MemberForm(forms.Form):
    """One member of the household, as far as is known: 続柄 and 年ごろ first, which one hears first."""

    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    relation = text("本人との続柄", max_length=20)
    stated_age = forms.IntegerField(label="年齢", required=False, min_value=0, max_value=130)
    family_name = text("氏", max_length=60)
    given_name = text("名", max_length=60)
    family_kana = text("ふりがな(氏)", max_length=80)
    given_kana = text("ふりがな(名)", max_length=80)
    occupation = text("仕事・学校など", max_length=80)
    birth_date = WarekiField(label="生年月日", required=False)
    sex = forms.ChoiceField(label="性別", choices=Sex.choices, required=False, initial=Sex.UNKNOWN)
    lives_together = forms.BooleanField(label="同居している", required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ("family_name", "given_name", "family_kana", "given_kana", "relation", "stated_age")
        set_widths(self, half=names, third=("birth_date", "occupation", "sex"))
        self.fields["birth_date"].widget.attrs["data-date-quick"] = ""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        known = ("family_name", "given_name", "relation")
        if self.has_changed() and not any(values.get(name) for name in known):
            self.add_error("family_name", "氏名か続柄のどちらかを入れてください。")
        return values

    def person_values(self) -> dict[str, Any]:
        """The fields of Person; of somebody known only what was changed on the screen."""
        values = {
            name: value for name, value in self.cleaned_data.items() if name not in ("person", "DELETE")
        } | {"sex": self.cleaned_data["sex"] or Sex.UNKNOWN}
        if not self.initial.get("person"):
            return values
        return {name: value for name, value in values.items() if name in self.changed_data}


class _MemberRows(BaseFormSet):
    """世帯: one card per member besides 本人."""

    title = "世帯のほかの人"
    lead = "分かるところだけで足ります。名前が分からなければ、続柄と年ごろだけでかまいません。"
    row_name = "世帯員"
    add_word = "世帯員を追加する"

    def add_fields(self, form: MemberForm, index: int | None) -> None:
        """Someone who is already known is not removed from here: households are dated, never overwritten (R-PEO-01)."""
        super().add_fields(form, index)
        if form.initial.get("person"):
            del form.fields["DELETE"]

    def members(self) -> list[tuple[str, dict[str, Any]]]:
        """Each filled row: the known person's id ('' for someone new) and what is known."""
        return [
            (str(form.cleaned_data.get("person") or ""), form.person_values())
            for form in self.forms
            if form.has_changed() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]


MemberFormSet = formset_factory(
    MemberForm, formset=_MemberRows, extra=1, can_delete=True, max_num=20, validate_max=True
)

MEMBER_FIELDS = tuple(name for name in MemberForm.base_fields if name != "person")
