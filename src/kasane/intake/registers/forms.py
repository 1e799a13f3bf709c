"""Form parts that the registers share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet

from kasane.cases.models import Case
from kasane.intake.registers.page import people_of


class PersonMixin(forms.Form):
    """Forms that ask of whom of the household a register speaks."""

    def choose_person(self, case: Case) -> None:
        """本人 is chosen unless the worker says otherwise."""
        field: Any = self.fields["person"]
        field.choices = people_of(case)
        if field.choices and not field.initial:
            field.initial = field.choices[0][0]


class Rows(BaseFormSet):
    """Repeated rows with the words that the template shows."""

    title = lead = row_name = add_word = ""

    def rows(self) -> list[dict[str, Any]]:
        """What was filled in, without the rows that are to go."""
        return [
            {name: value for name, value in form.cleaned_data.items() if name != "DELETE"}
            for form in self.forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
