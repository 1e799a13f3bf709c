"""この窓口の項目: one field for each item of the profile (R-INT-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from kasane.base.dates import parse_date, wareki
from kasane.base.forms import Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.intake.forms.ground import set_widths
from kasane.intake.models import ExtraAnswer
from kasane.profiles.model import ExtraItem
from kasane.profiles.vocabulary import ExtraItemKind

YES, NO = "はい", "いいえ"


class ExtraForm(VersionForm, SectionedForm):
    """The items the viewer's programs ask, in the order of the profile."""

    def __init__(
        self, *args: Any, items: Sequence[ExtraItem], known: Sequence[ExtraAnswer], **kwargs: Any
    ) -> None:
        values = {row.item: row.value for row in known}
        initial = {item.key: _read(item, values.get(item.key, "")) for item in items}
        version = sum(row.version for row in known) or None
        super().__init__(*args, initial={"version": version, **initial}, **kwargs)
        self.items = items
        for item in items:
            self.fields[item.key] = _field(item)
        self.SECTIONS = (Section("この窓口の項目", tuple(item.key for item in items), key="extra"),)
        set_widths(self, half=[item.key for item in items])

    def answers(self) -> dict[str, str]:
        """Each item's answer as it is kept; empty for none."""
        return {item.key: _written(self.cleaned_data.get(item.key)) for item in self.items}


def _field(item: ExtraItem) -> forms.Field:
    told: dict[str, Any] = {"label": item.label, "required": item.required, "help_text": item.help or ""}
    if item.kind is ExtraItemKind.CHOICE:
        choices = [("", "(選ばない)"), *((one, one) for one in item.choices)]
        return forms.ChoiceField(choices=choices, **told)
    if item.kind is ExtraItemKind.FLAG:
        return forms.ChoiceField(choices=[("", "(聞いていない)"), (YES, YES), (NO, NO)], **told)
    if item.kind is ExtraItemKind.DATE:
        return WarekiField(**told)
    if item.kind is ExtraItemKind.NUMBER:
        return forms.IntegerField(min_value=0, max_value=10_000_000, **told)
    return text(max_length=400, **told)


def _read(item: ExtraItem, value: str) -> Any:
    if item.kind is ExtraItemKind.DATE and value:
        return parse_date(value)
    return value


def _written(value: Any) -> str:
    if isinstance(value, date):
        return wareki(value)
    return "" if value is None else str(value)
