"""「連絡してください」 in the visitor's language, and the short forms of the desk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from kasane.agencies.models import Agency, Area
from kasane.base.forms import ChipChoiceField, ChipsField, text
from kasane.cases.formpage import VersionForm
from kasane.intake.door import texts
from kasane.intake.door.rules import Place
from kasane.intake.models import DoorResult, DoorTime, DoorTopic

PHONE = re.compile(r"\+?[0-9][0-9() .-]{5,}")


class ContactForm(forms.Form):
    """Nothing is asked but one way to reach the person. What is wrong is said in the visitor's language."""

    called = forms.CharField(required=False, max_length=60)
    phone = forms.CharField(required=False, max_length=30)
    mail = forms.EmailField(required=False, max_length=254)
    times = ChipsField(required=False)
    topic = ChipChoiceField(required=False)
    language = ChipChoiceField(required=False)
    words = forms.CharField(required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 5}))
    website = forms.CharField(required=False)
    to = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    area = forms.ModelChoiceField(
        required=False, queryset=Area.objects.filter(is_active=True), widget=forms.HiddenInput
    )

    ASKED = ("phone", "mail", "called", "times", "topic", "language", "words")
    INPUTS = {
        "phone": {"type": "tel", "inputmode": "tel", "autocomplete": "tel"},
        "mail": {"type": "email", "inputmode": "email", "autocomplete": "email"},
        "called": {"autocomplete": "nickname"},
        "website": {"autocomplete": "off", "tabindex": "-1"},
    }  # fmt: skip

    def __init__(self, *args: Any, said: texts.Words, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.said = said
        self.set_choices(places)
        for name, field in self.fields.items():
            field.label = said["trap"] if name == "website" else said.get(name, "")
            field.help_text = said.get(f"{name}_help", "")
            field.widget.attrs |= self.INPUTS.get(name, {})
            field.error_messages |= {
                "invalid": said["mail_bad"],
                "max_length": said["too_long"],
                "invalid_choice": said["not_offered"],
                "invalid_list": said["not_offered"],
                "null_characters_not_allowed": said["not_offered"],
            }

    def set_choices(self, places: Sequence[Place]) -> None:
        """The few answers of each question: in the visitor's language, the languages in their own."""
        topics, hours = self.said["topics"], self.said["hours"]
        offered: dict[str, list[tuple[str, str]]] = {
            "topic": [(one, topics[one]) for one in DoorTopic.values],
            "times": [(one, hours[one]) for one in DoorTime.values],
            "language": [(code, _in(tag, name)) for code, name, tag in texts.spoken()],
            "to": [(str(place.id), place.name) for place in places],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def asked(self) -> list[forms.BoundField]:
        return [self[name] for name in self.ASKED]

    def clean_phone(self) -> str:
        phone = unicodedata.normalize("NFKC", self.cleaned_data["phone"]).translate(_DASHES).strip()
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(self.said["phone_bad"])
        return phone

    def clean_website(self) -> str:
        """Nobody sees this field but those who fill in everything."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(self.said["trap_filled"])
        return ""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not {"phone", "mail"} & set(self.errors) and not (values.get("phone") or values.get("mail")):
            self.add_error("phone", self.said["no_way"])
        return values

    def left(self, *, page: str) -> dict[str, Any]:
        """What `actions.leave` takes, but for the desk; `page` is the language of the page, when no other was chosen."""
        values = self.cleaned_data
        return {
            **{name: values[name] for name in ("called", "phone", "mail", "times", "words")},
            "topic": values["topic"] or DoorTopic.OTHER,
            "language": values["language"] or page,
            "area_id": values["area"].pk if values["area"] else None,
        }


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))


def _in(tag: texts.Text, name: texts.Text) -> SafeString:
    """A language's own name, said to be in that language."""
    return SafeString(f'<span lang="{tag}">{name}</span>')


class TryForm(forms.Form):
    """連絡した・つながらなかった, by the button that was pressed."""

    reached = forms.TypedChoiceField(
        choices=[("1", "連絡した"), ("0", "つながらなかった")], coerce=lambda value: value == "1"
    )
    note = text("ひとこと", max_length=400, help_text="話したこと、次にいつ連絡するかなど")


class PassForm(VersionForm):
    """別の窓口に渡す."""

    to = forms.ModelChoiceField(
        label="渡す窓口",
        queryset=Agency.objects.none(),
        empty_label="(選ぶ)",
        error_messages={"required": "渡す窓口を選んでください。"},
    )
    why = text(
        "渡す理由",
        rows=2,
        required=True,
        max_length=400,
        error_messages={"required": "渡す理由を書いてください。受けとる窓口が読みます。"},
    )


class EndForm(VersionForm):
    """終える."""

    result = ChipChoiceField(
        label="どう終わりましたか",
        choices=DoorResult.choices,
        error_messages={"required": "どう終わったかを選んでください。"},
    )
    note = text("結果のことば", rows=2, max_length=2000)
