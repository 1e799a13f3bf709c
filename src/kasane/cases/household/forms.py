"""The short forms of the 世帯 tab about people, and the day to look at (R-PEO-01). Those about ties: `tieforms`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict

from kasane.agencies.models import Area
from kasane.base.choices import Sex
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.people.models import ChangeReason, Person, Standing

_HALF = (
    "family_name", "given_name", "family_kana", "given_kana", "relation", "birth_date", "stated_age",
    "area", "occupation", "phone", "mobile",
)  # fmt: skip
_STANDING = [(Standing.TOGETHER.value, "同居"), (Standing.APART.value, "別居(離れて暮らす家族)")]
_LEFT = (Standing.LEFT.value, "世帯を離れた")


class PersonFields(VersionForm, SectionedForm):
    """What is known of a person, as all forms about one ask it."""

    family_name = text("氏", max_length=60)
    given_name = text("名", max_length=60)
    family_kana = text("ふりがな(氏)", max_length=80)
    given_kana = text("ふりがな(名)", max_length=80)
    relation = text("続柄(本人からみて)", max_length=20, help_text="長男、妻の母、同居人など")
    standing = ChipChoiceField(label="世帯との関係", choices=_STANDING, initial=Standing.TOGETHER)
    address = text("住所")
    area = forms.ModelChoiceField(
        label="地区", queryset=Area.objects.filter(is_active=True), required=False, empty_label="(選ばない)"
    )
    phone = text("電話(自宅)", max_length=20)
    mobile = text("電話(携帯)", max_length=20)
    email = forms.EmailField(
        label="メール",
        required=False,
        error_messages={"invalid": "メールは name@example.jp のように入れてください。"},
    )
    occupation = text("仕事・学校など", max_length=80)
    note = text("備考", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _HALF:
            if name in self.fields:
                self.fields[name].widget.attrs["data-width"] = "half"

    def told(self, *leave_out: str) -> dict[str, Any]:
        """What was changed on the screen, as `people.actions` takes it; what stands as it was is left alone."""
        skip = {"version", *leave_out}
        return {name: self.cleaned_data[name] for name in self.changed_data if name not in skip}


class LifeFields(forms.Form):
    """What holds for the whole life."""

    sex = ChipChoiceField(label="性別(任意)", choices=Sex.choices, required=False, initial=Sex.UNKNOWN)
    birth_date = WarekiField(label="生年月日", required=False)
    stated_age = forms.IntegerField(
        label="年齢(聞き取り)",
        required=False,
        min_value=0,
        max_value=130,
        help_text="生年月日が分からないとき",
    )
    died_on = WarekiField(label="亡くなった日", required=False, help_text="前に亡くなった家族を書くとき")

    def clean_sex(self) -> str:
        return self.cleaned_data["sex"] or Sex.UNKNOWN.value

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        born, died = values.get("birth_date"), values.get("died_on")
        for name, what in (("birth_date", "生年月日"), ("died_on", "亡くなった日")):
            if values.get(name) and values[name] > today():
                self.add_error(name, f"{what}がまだ来ていない日になっています。")
        if born and died and died < born:
            self.add_error("died_on", "亡くなった日が生年月日より前になっています。")
        return values


class JoinForm(LifeFields, PersonFields):
    """世帯の人を加える."""

    joined_on = WarekiField(
        label="世帯に加わった日",
        required=False,
        help_text="前からの家族なら空のままにします。生まれた・越してきたなど、途中から加わった人は日を入れます。",
    )

    SECTIONS = (
        Section(
            "だれですか",
            (
                "family_name", "given_name", "family_kana", "given_kana", "relation", "sex", "birth_date",
                "stated_age",
            ),
            lead="分かるところだけで加えられます。",
            key="who",
        ),
        Section("世帯との関係", ("standing", "joined_on"), key="standing"),
        Section(
            "住まい・連絡先・仕事や学校",
            ("address", "area", "phone", "mobile", "email", "occupation", "note", "died_on"),
            folded=True,
            key="more",
        ),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not any(values.get(name) for name in ("family_name", "given_name", "relation")):
            self.add_error("family_name", "氏名か続柄のどちらかを入れてください。")
        if values.get("stated_age") is not None:
            values["stated_age_on"] = today()
        return values

    def values(self) -> dict[str, Any]:
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("version", "joined_on")
        }


class ChangeForm(PersonFields):
    """変わったことを記録する: from which day, why, and what."""

    since = WarekiField(label="いつから", required=True, initial=today)
    reason = ChipChoiceField(
        label="わけ",
        required=False,
        choices=[
            (one.value, one.label)
            for one in ChangeReason
            if one
            not in (ChangeReason.BIRTH, ChangeReason.DEATH, ChangeReason.MOVED_OUT, ChangeReason.CORRECTED)
        ],
    )

    SECTIONS = (
        Section("いつから・わけ", ("since", "reason"), key="when"),
        Section(
            "変わったこと",
            ("standing", "relation", "address", "area", "phone", "mobile", "occupation"),
            lead="変わったところだけを書き直します。ほかはそのまま残ります。",
            key="what",
        ),
        Section(
            "氏名・そのほか",
            ("family_name", "given_name", "family_kana", "given_kana", "email", "note"),
            folded=True,
            key="more",
        ),
    )

    def __init__(self, *args: Any, subject: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _fit_standing(self, subject=subject)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not self.errors and not self.told("since", "reason"):
            self.add_error(None, "変わったところがありません。変わったことを一つ以上書き直してください。")
        return values


class CorrectForm(LifeFields, PersonFields):
    """まちがいを直す: what was written was wrong, or was not known yet."""

    SECTIONS = (
        Section(
            "氏名・続柄・生年月日",
            (
                "family_name", "given_name", "family_kana", "given_kana", "relation", "sex", "birth_date",
                "stated_age", "died_on",
            ),
            key="who",
        ),
        Section(
            "世帯との関係・住まい・連絡先",
            ("standing", "address", "area", "phone", "mobile", "email", "occupation", "note"),
            key="more",
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, subject: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["died_on"].help_text = "まちがって記録したときは、空にします。"
        _fit_standing(self, subject=subject)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if "stated_age" in self.changed_data and values.get("stated_age") is not None:
            values["stated_age_on"] = today()
        if not self.errors and not self.told():
            self.add_error(None, "直したところがありません。")
        return values

    def told(self, *leave_out: str) -> dict[str, Any]:
        found = super().told(*leave_out)
        if "stated_age" in found:
            found["stated_age_on"] = today() if found["stated_age"] is not None else None
        return found


def _fit_standing(form: forms.Form, *, subject: bool) -> None:
    """本人 always belongs to the household; others may leave it, and 本人 has no 続柄."""
    field = form.fields["standing"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = _STANDING if subject else [*_STANDING, _LEFT]
    if subject:
        del form.fields["relation"]


class DeathForm(VersionForm, SectionedForm):
    """亡くなったことを記録."""

    died_on = WarekiField(label="亡くなった日", required=True)

    SECTIONS = (Section("亡くなった日", ("died_on",), key="day"),)


class MoveOutForm(VersionForm, SectionedForm):
    """転出を記録: one person, or several who go together."""

    moved_on = WarekiField(label="転出した日", required=True)
    to = text("転出先の市町村", required=True, max_length=60, help_text="例: 岡山県津山市")
    address = text("転出先の住所(分かれば)")
    together = ChipsField(label="いっしょに転出した人", required=False)
    standing = ChipChoiceField(
        label="転出のあと",
        choices=[
            (Standing.APART.value, "離れて暮らす家族として、これからも支援の中で考える"),
            (Standing.LEFT.value, "世帯を離れた"),
        ],
        initial=Standing.APART,
    )

    SECTIONS = (
        Section("転出", ("moved_on", "to", "address"), key="move"),
        Section("だれが", ("together", "standing"), key="who"),
    )

    def __init__(self, *args: Any, subject: bool, others: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(person.pk): person for person in others}
        together = self.fields["together"]
        assert isinstance(together, forms.MultipleChoiceField)
        together.choices = [(key, person.name) for key, person in self.others.items()]
        self.fields["standing"].widget.attrs["class"] = "chips--stack"
        if not others:
            del self.fields["together"]
        if subject and not others:
            del self.fields["standing"]
        elif subject:
            self.fields["standing"].label = "いっしょに転出した人の、転出のあと"
        for key in self.others:
            self.fields[f"version-{key}"] = forms.IntegerField(
                widget=forms.HiddenInput, required=False, initial=self.others[key].version
            )

    def movers(self, person: Person) -> list[tuple[Person, int | None]]:
        """Who goes, each with the version that was on the screen."""
        values = self.cleaned_data
        also = [
            (self.others[key], values.get(f"version-{key}"))
            for key in values.get("together", [])
            if key in self.others
        ]
        return [(person, values["version"]), *also]

    def now_known(self, current: Any) -> None:
        """Somebody else saved one who goes along; the next try says knowingly which record it goes on from."""
        data = cast(QueryDict, self.data).copy()
        data[f"version-{current.pk}"] = str(current.version)
        self.data = data


class DayForm(forms.Form):
    """この日の世帯を見る."""

    day = WarekiField(label="この日の世帯を見る", required=False)
    known = forms.ChoiceField(
        label="何を見るか",
        required=False,
        choices=[("", "いま分かっていること"), ("then", "その日に記録されていたこと")],
        widget=forms.RadioSelect,
    )

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day and day > today():
            raise forms.ValidationError("まだ来ていない日です。今日か、前の日を入れてください。")
        return day
