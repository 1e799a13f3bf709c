"""How each field of a form is written into one cell, and read from it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone

from kasane.base.dates import wareki
from kasane.base.forms import MomentField, WarekiField

YES, NO, TICK = "はい", "いいえ", "○"
_TICKED = frozenset({TICK, "◯", "〇", "◎", "✓", "✔", "☑", "レ", "1", YES})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Unreadable(ValueError):
    """What stands in the cell is no answer to the field; the message says why, in Japanese."""


def is_many(field: forms.Field) -> bool:
    """A list to tick: one row for each option."""
    return isinstance(field, forms.MultipleChoiceField)


def options(field: Any) -> dict[str, str]:
    """The choices by key, each under words that no other has."""
    found: dict[str, str] = {}
    for key, label in _flat(field.choices):
        if str(key) == "":
            continue
        words = written(str(label)).strip()
        same = sum(1 for one in found.values() if one == words or one.startswith(f"{words} ["))
        found[str(key)] = f"{words} [{same + 1}]" if same else words
    return found


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    """The choices one after the other, also those that stand under headings."""
    for key, label in choices:
        if isinstance(label, (list, tuple)):
            yield from _flat(label)
        else:
            yield key, label


def written(text: str) -> str:
    """The text as a file of Excel can hold it: line ends of one kind, without control characters."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """Excel reads _x0041_ as a letter: what was typed like it is marked so that it stays as typed."""
    return _ESCAPE.sub("_x005F_", written(text))


def cell_of(bound: BoundField) -> str:
    """The present answer of a field that has one cell."""
    field, value = bound.field, bound.value()
    if isinstance(field, forms.BooleanField):
        return YES if field.to_python(value) else NO
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return options(field).get("" if value is None else str(value), "")
    if isinstance(field, MomentField):
        return _moment(value)
    if isinstance(value, (date, datetime)) and isinstance(field, WarekiField):
        return wareki(value)
    return "" if value is None else written(str(value))


def _moment(value: Any) -> str:
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{wareki(local.date())} {local:%H:%M}"
    return " ".join(str(part) for part in value or () if part)


def ticked_of(bound: BoundField) -> set[str]:
    """The ticked options of a list, by key."""
    value = bound.value()
    return {str(one) for one in value or ()}


def plain(value: Any) -> str:
    """What somebody put into a cell, as text: Excel makes dates and numbers of what looks like them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if (value.hour, value.minute) != (0, 0) else ""
        return wareki(value.date()) + clock
    if isinstance(value, date):
        return wareki(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return written(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)))


def posted(field: forms.Field, text: str) -> list[str]:
    """The text of a cell as the form posts it. Raises Unreadable for a word that is none of the choices."""
    if isinstance(field, forms.BooleanField):
        return ["on"] if _is_yes(text) else []
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return [_chosen(options(field), text)]
    return [text]


def _is_yes(text: str) -> bool:
    word = text.strip()
    if word in _TICKED:
        return True
    if word in ("", NO, "×", "✕", "なし", "0"):
        return False
    raise Unreadable(f"「{word}」は読めません。「{YES}」か「{NO}」にしてください。")


def is_ticked(text: str) -> bool:
    """Whether an option is ticked. Raises Unreadable when it is neither ticked nor left empty."""
    word = text.strip()
    if word in _TICKED:
        return True
    if word in ("", "×", NO):
        return False
    raise Unreadable(f"「{word}」は読めません。選ぶものに{TICK}をつけ、選ばないものは空にしてください。")


def _chosen(known: Mapping[str, str], text: str) -> str:
    word = text.strip()
    if not word:
        return ""
    for key, label in known.items():
        if word == label:
            return key
    # The page may add a remark behind a name, such as that the person did not agree to this agency.
    remarked = [key for key, label in known.items() if label.startswith(f"{word}(")]
    if len(remarked) == 1:
        return remarked[0]
    raise Unreadable(f"「{word}」は選択肢にありません。一覧から選んでください。")
