"""What these forms share: agencies as chips, widths, and obstacles told at the field they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies.actors import Actor
from kasane.agencies.queries import active_agencies
from kasane.base.choices import Purpose
from kasane.base.kinds import combine
from kasane.base.obstacles import Obstacle


class AgenciesField(forms.TypedMultipleChoiceField):
    """Any of the agencies, drawn as chips. The form hands the choices in."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=UUID, required=False, empty_value=[], **kwargs)


class PurposesField(forms.TypedMultipleChoiceField):
    """利用目的 (R-DIS-04), drawn as chips; the answer is one value of their bits."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, choices=Purpose.choices, required=False, empty_value=[], **kwargs)

    def clean(self, value: Any) -> int:
        return combine(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            return [purpose.value for purpose in Purpose if value & purpose]
        return value


def agency_choices(by: Actor) -> list[tuple[str, str]]:
    """Every agency in use but the viewer's own."""
    rows = active_agencies().exclude(pk=by.agency.id).values_list("id", "name")
    return [(str(pk), name) for pk, name in rows]


def set_widths(form: forms.BaseForm, **names: Iterable[str]) -> None:
    """`set_widths(form, half=("family_name", …), third=(…))`: the share of the row each field asks for."""
    for width, fields in names.items():
        for name in fields:
            if name in form.fields:
                form.fields[name].widget.attrs["data-width"] = width


def place(form: forms.Form, obstacles: Iterable[Obstacle], fields: Mapping[str, str]) -> None:
    """Tells each obstacle at its field; what belongs to no field comes back from the action."""
    for obstacle in obstacles:
        name = fields.get(obstacle.code)
        if name is not None and name not in form.errors:
            form.add_error(name, obstacle.sentence)
