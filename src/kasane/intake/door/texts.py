"""What the door says, once per language: one TOML file each in `texts/`, with the readings of やさしい日本語 in 《》."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Self

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation.trans_real import parse_accept_lang_header

from kasane.intake.models import DoorLanguage

_READING = re.compile(r"([一-龠々]+)《([ぁ-ん]+)》")


class Text(SafeString):
    """One sentence as it goes into a page, readings above the kanji; `plain` is it without them, for titles and names."""

    plain: str

    @classmethod
    def of(cls, written: str) -> Self:
        made = cls(_READING.sub(r"<ruby>\1<rt>\2</rt></ruby>", conditional_escape(written)))
        made.plain = _READING.sub(r"\1", written)
        return made

    def filled(self, **values: object) -> Text:
        """The sentence with its placeholders filled."""
        made = Text(self.format(**{name: conditional_escape(value) for name, value in values.items()}))
        made.plain = self.plain.format(**values)
        return made


Words = Mapping[str, Any]
"""`words["title"]` is a Text, `words["topics"]` and `words["hours"]` are Texts by value."""


def written(language: str) -> dict[str, Any]:
    """The file of a language as it stands."""
    place = resources.files(__package__).joinpath("texts", f"{language}.toml")
    return tomllib.loads(place.read_text(encoding="utf-8"))


@cache
def words(language: str) -> Words:
    """Everything the door says in a language. Raises KeyError for one it does not speak."""
    if language not in DoorLanguage.values:
        raise KeyError(language)
    return {
        key: {name: Text.of(one) for name, one in value.items()}
        if isinstance(value, dict)
        else Text.of(value)
        for key, value in written(language).items()
    }


def spoken() -> list[tuple[str, Text, Text]]:
    """Each language of the door: its code, its own name, and the tag browsers know it by."""
    return [(code, words(code)["name"], words(code)["tag"]) for code in DoorLanguage.values]


def asked_for(accepted: str) -> str:
    """The language of the door that a browser asks for first; やさしい日本語 when it asks for none of them."""
    by_name = {str(tag).lower().split("-")[0]: code for code, _, tag in spoken() if code != DoorLanguage.EASY}
    by_name["fil"] = DoorLanguage.TL
    for tag, _ in parse_accept_lang_header(accepted):
        if code := by_name.get(tag.split("-")[0]):
            return code
    return DoorLanguage.EASY
