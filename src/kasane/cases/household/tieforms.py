"""The short forms of the 世帯 tab about ties (R-PEO-01, R-PEO-04)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies.models import Agency
from kasane.agencies.queries import active_agencies
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, Section, SectionedForm, WarekiField, text
from kasane.people.models import KIN_KINDS, Person, Strength, TieKind

KIN_CHOICES = [(kind.value, kind.label) for kind in TieKind if kind in KIN_KINDS]
SUPPORT_CHOICES = [(kind.value, kind.label) for kind in TieKind if kind not in KIN_KINDS]


class TieForm(SectionedForm):
    """つながりを加える: from whom, what, to whom or what."""

    person = forms.ChoiceField(label="だれが")
    kind = ChipChoiceField(
        label="つながり",
        choices=[("支え・気持ち", SUPPORT_CHOICES), ("家族関係", KIN_CHOICES)],
        help_text="「親」は、「だれが」に親、「だれに」に子を選びます。",
    )
    other = forms.ChoiceField(label="だれに・どこに", required=False)
    other_label = text(
        "一覧にない人・場所",
        max_length=80,
        help_text="民生委員、隣の家、通っている店など。一覧から選んだときは空のままにします。",
    )
    strength = ChipChoiceField(label="強さ", choices=Strength.choices, initial=Strength.NORMAL)
    note = text("内容", max_length=120, help_text="買い物と通院の付き添い、月に3万円など")
    since = WarekiField(label="いつから", required=False, help_text="はっきりしないときは空のままにします。")
    until = WarekiField(label="終わった日", required=False, help_text="もう終わっているつながりのとき")

    SECTIONS = (
        Section("だれが・だれに", ("person", "kind", "other", "other_label"), key="ends"),
        Section("強さと内容", ("strength", "note", "since"), key="what"),
        Section("もう終わっているとき", ("until",), folded=True, key="ended"),
    )

    def __init__(self, *args: Any, people: Iterable[tuple[Person, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person, _ in people}
        self.agencies = {str(agency.pk): agency for agency in active_agencies()}
        named = [(str(person.pk), words) for person, words in people]
        for name, choices in (
            ("person", [("", "(選んでください)"), *named]),
            (
                "other",
                [
                    ("", "(選ばない)"),
                    ("世帯の人", [(f"p:{key}", words) for key, words in named]),
                    ("機関", [(f"a:{key}", agency.name) for key, agency in self.agencies.items()]),
                ],
            ),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if "other" in values and bool(values.get("other")) == bool(values.get("other_label")):
            words = "一覧から選ぶか、一覧にない人・場所を書くか、どちらか一つにしてください。"
            self.add_error("other" if not values.get("other") else "other_label", words)
        return values

    def ends(self) -> tuple[Person, dict[str, Any]]:
        """The person the tie starts from, and the other end as `people.actions.add_tie` takes it."""
        values = self.cleaned_data
        mark, _, key = values["other"].partition(":")
        other: Person | Agency | None = self.people.get(key) if mark == "p" else self.agencies.get(key)
        end = {"p": {"other_person": other}, "a": {"other_agency": other}}.get(mark, {})
        return self.people[values["person"]], {**end, "other_label": values["other_label"]}


class TieChangeForm(SectionedForm):
    """つながりが変わったことを記録する."""

    since = WarekiField(label="いつから", required=True, initial=today)
    strength = ChipChoiceField(label="強さ", choices=Strength.choices)
    note = text("内容", max_length=120)

    SECTIONS = (Section("変わったこと", ("since", "strength", "note"), key="what"),)


class TieEndForm(SectionedForm):
    """つながりが終わった日."""

    on = WarekiField(label="終わった日", required=True, initial=today)

    SECTIONS = (Section("終わった日", ("on",), key="day"),)


class TieWithdrawForm(SectionedForm):
    """まちがって記録したつながりを取り消す: nothing to fill in."""


def id_of(value: str) -> UUID | None:
    """An id out of the address, or None when it is none."""
    try:
        return UUID(value)
    except ValueError:
        return None
