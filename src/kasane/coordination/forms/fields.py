"""Fields that several sheets of coordination share."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.agencies.models import Agency
from kasane.agencies.queries import active_agencies
from kasane.base.forms import text
from kasane.coordination.choices import Signature


class AgencyField(forms.ModelChoiceField):
    """One agency of the town. All fields of one page may share one reading of the list through `shared`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", "(選ぶ)")
        super().__init__(queryset=active_agencies(), **kwargs)


def share_agencies(form: forms.BaseForm, agencies: list[Agency]) -> None:
    """Gives every agency field the choices already read, so that a page asks for the list once."""
    choices = [(str(agency.id), agency.name) for agency in agencies]
    for field in form.fields.values():
        if isinstance(field, AgencyField):
            field.choices = [("", field.empty_label), *choices]  # type: ignore[assignment]


def third(field: forms.Field) -> forms.Field:
    """Three of these stand beside each other."""
    field.widget.attrs["data-width"] = "third"
    return field


def quick(field: forms.Field, days: str) -> forms.Field:
    """A date that lies ahead: its quick buttons are so many days from today."""
    field.widget.attrs["data-date-quick"] = days
    return field


def half(field: forms.Field) -> forms.Field:
    """Two of these stand beside each other."""
    field.widget.attrs["data-width"] = "half"
    return field


def signature_fields() -> tuple[forms.Field, forms.Field]:
    """署名: who wrote the name, and which name."""
    how = forms.ChoiceField(label="署名", choices=Signature.choices, required=False, widget=forms.RadioSelect)
    return how, text("署名した人の氏名", max_length=120)
