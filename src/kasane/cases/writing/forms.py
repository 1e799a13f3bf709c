"""The forms of a phrase, and of the further cases of one visit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from kasane.agencies.actors import Actor
from kasane.base.choices import ContactMethod
from kasane.base.forms import ChipChoiceField, Section, SectionedForm, text
from kasane.base.naming import parts_that_name
from kasane.cases.formpage import VersionForm
from kasane.cases.models import Case
from kasane.cases.numbers import parse_label
from kasane.cases.queries import numbered
from kasane.cases.writing.actions import Part
from kasane.cases.writing.models import PhraseUse

OWNERS = [("desk", "この機関のみんな"), ("own", "自分だけ")]


class PhraseForm(VersionForm, SectionedForm):
    """One phrase or template."""

    use = ChipChoiceField(label="使うところ", choices=PhraseUse.choices)
    owner = ChipChoiceField(label="使う人", choices=OWNERS, initial="desk")
    name = text("名前", required=True, max_length=40, help_text="一覧とボタンに出る短い名前")
    code = text(
        "よびだし",
        max_length=20,
        help_text="例: 訪問。文を書く欄で「;訪問」と打って空白を入れると、この文になります。なくてもかまいません。",
    )
    number = forms.IntegerField(
        label="番号", required=False, min_value=1, max_value=9, help_text="ひな型をえらぶ数字のキー(1〜9)"
    )
    method = forms.ChoiceField(
        label="方法", required=False, choices=[("", "決めない"), *ContactMethod.choices]
    )
    minutes = forms.IntegerField(label="所要時間(分)", required=False, min_value=1, max_value=1440)
    text = text(
        "文",
        required=True,
        rows=6,
        max_length=4000,
        help_text="人の名前・住所・電話番号など、個人が分かることは書かないでください。",
    )

    is_sure = forms.BooleanField(label="個人のことではありません。このまま保存する", required=False)

    SECTIONS = (
        Section("定型句", ("use", "name", "text", "is_sure", "code", "owner"), key="phrase"),
        Section(
            "ひな型のとき",
            ("number", "method", "minutes"),
            lead="「記録のひな型」にしたときだけ使います。ひな型をえらぶと、方法と所要時間も入ります。",
            key="template",
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (self.is_bound and parts_that_name(f"{self.data.get('name')}\n{self.data.get('text')}")):
            del self.fields["is_sure"]

    def values(self) -> dict[str, Any]:
        """What `writing.actions.add_phrase` and `change_phrase` take; a phrase that is no template presets nothing."""
        values = {
            name: value for name, value in self.cleaned_data.items() if name not in ("version", "owner")
        }
        if values["use"] != PhraseUse.TEMPLATE:
            values |= {"number": None, "method": "", "minutes": None}
        return values | {"own": self.cleaned_data["owner"] == "own"}


class PartForm(forms.Form):
    """One more case the visit concerned."""

    case = text("ケース番号", help_text="例: R7-0012", max_length=60)
    counterpart = text("そのケースでの相手", max_length=120)
    words = text("そのケースだけに書くこと", rows=3, phrases="record")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].widget.attrs |= {"list": "before-cases", "autocomplete": "off", "class": "w-m"}

    def clean_case(self) -> Case | None:
        """The case with this number, when the writer sees it; a stranger's case is as one that is not there (R-DIS-01)."""
        typed = self.cleaned_data["case"]
        if not typed:
            return None
        label = parse_label(typed.split()[0])
        found = numbered(label) if label else None
        if found is None:
            raise forms.ValidationError(
                f"「{typed}」というケースは見つかりません。番号を R7-0012 のように入れてください。"
            )
        return found

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("case") and not self.errors and (values.get("words") or values.get("counterpart")):
            self.add_error("case", "どのケースに書くか、番号を入れてください。")
        return values


class _PartsBase(forms.BaseFormSet):
    """The rows of further cases, and what they say of themselves."""

    row_name = "ほかのケース"
    add_word = "ほかのケースを足す"

    def parts(self) -> list[Part]:
        """What `writing.actions.write_visit` takes."""
        kept = [one for one in self.forms if one not in self.deleted_forms and one.cleaned_data.get("case")]
        return [
            Part(one.cleaned_data["case"], one.cleaned_data["counterpart"], one.cleaned_data["words"])
            for one in kept
        ]


PartFormSet = forms.formset_factory(PartForm, formset=_PartsBase, extra=0, max_num=6, can_delete=True)


def part_forms(data: QueryDict | None) -> _PartsBase:
    """The rows of further cases; a form that was sent without any (an old draft) has none."""
    if data is not None and "also-TOTAL_FORMS" not in data:
        data = data.copy()
        data.update({"also-TOTAL_FORMS": "0", "also-INITIAL_FORMS": "0"})
    rows: _PartsBase = PartFormSet(data, prefix="also")
    return rows


class OwnWordsForm(forms.Form):
    """What stays in the first case alone, when the visit concerned several."""

    own_words = text("このケースだけに書くこと", rows=3, phrases="record")


def initial_of(phrase: Any, *, by: Actor) -> dict[str, Any]:
    """A phrase as the form shows it."""
    names = ("use", "name", "text", "code", "number", "method", "minutes", "version")
    return {name: getattr(phrase, name) for name in names} | {
        "owner": "own" if phrase.user_id == by.user.id else "desk"
    }
