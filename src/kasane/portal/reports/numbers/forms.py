"""Which days, and whose numbers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kasane.base.dates import today
from kasane.base.forms import WarekiField
from kasane.intake.numbers.periods import CHOICES, Period, named, obstacles

TOWN, OWN = "town", "own"


class PeriodForm(forms.Form):
    """Filters sent by GET. Two days count alone when 「日を決める」 is chosen, or when no period is."""

    period = forms.ChoiceField(label="期間", choices=CHOICES, required=False)
    since = WarekiField(label="はじめの日", required=False)
    until = WarekiField(label="終わりの日", required=False)
    scope = forms.ChoiceField(label="範囲", required=False)

    def __init__(self, *args: Any, own: str, reads_town: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scopes = [(TOWN, "町全体"), (OWN, own)] if reads_town else [(OWN, own)]
        self.fields["scope"].choices = scopes  # type: ignore[attr-defined]
        self.default_scope = scopes[0][0]
        for name in ("since", "until"):
            self.fields[name].widget.attrs["data-date-quick"] = ""

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and self._asks_days():
            for one in obstacles(typed.get("since"), typed.get("until")):
                self.add_error("until", ValidationError(one.sentence, code=one.code))
        return typed

    def _asks_days(self) -> bool:
        typed = self.cleaned_data
        return typed.get("period") == "any" or bool(
            not typed.get("period") and (typed.get("since") or typed.get("until"))
        )

    @property
    def chosen(self) -> Period:
        """The period asked for; the running fiscal year when nothing was."""
        if self._asks_days():
            return Period(self.cleaned_data["since"], self.cleaned_data["until"])
        return named(self.cleaned_data.get("period") or "year", on=today())

    @property
    def is_of_town(self) -> bool:
        return (self.cleaned_data.get("scope") or self.default_scope) == TOWN
