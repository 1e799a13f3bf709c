"""Which cell is which answer: the rows of a workbook, in the order of the form.

The key of each row stands in a hidden first column, so that it moves along when somebody puts a row in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.formsets import BaseFormSet

from kasane.cases.formbook.words import cell_of, is_many, options, ticked_of

SPARE_ROWS = 8
"""Empty rows under a table, as far as it may grow."""


OF_A_ROW = re.compile(r"(.+_)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""A field that belongs to one row of the case: a goal, a person, a line of the plan."""


@dataclass(frozen=True)
class Title:
    """A heading, with a sentence of what to do."""

    text: str
    lead: str = ""


@dataclass(frozen=True)
class Entry:
    """One answer in one cell. `name` is that of the field as the page posts it; of a list to tick `option` is the key."""

    name: str
    label: str
    field: forms.Field
    value: str
    option: str = ""
    help: str = ""

    @property
    def key(self) -> str:
        return f"{self.name}={self.option}" if self.option else self.name

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be put into the cell, for the list Excel offers."""
        if self.option:
            return ("○",)
        if isinstance(self.field, forms.BooleanField):
            return ("はい", "いいえ")
        if isinstance(self.field, forms.ChoiceField | forms.ModelChoiceField):
            return tuple(options(self.field).values())
        return ()


@dataclass(frozen=True)
class Rows:
    """A table: its columns, the rows there are, and room for more."""

    prefix: str
    title: str
    columns: tuple[tuple[str, str, forms.Field], ...]
    rows: tuple[tuple[Entry, ...], ...]
    most: int

    def key(self, row: int) -> str:
        return f"{self.prefix}[{row}]"

    @property
    def drawn(self) -> int:
        return min(self.most, len(self.rows) + SPARE_ROWS)


Place = Title | Entry | Rows


def places(shown: Mapping[str, Any]) -> Iterator[Place]:
    """Everything of the forms that is filled in, top to bottom."""
    for one in shown.values():
        if isinstance(one, BaseFormSet):
            yield _table(one)
        elif isinstance(one, forms.BaseForm):
            yield from _form(one)


def hidden(shown: Mapping[str, Any]) -> dict[str, str]:
    """What the page carries along unseen, such as the version that was on the screen."""
    found = {}
    for one in shown.values():
        for form in _filled(one) if isinstance(one, BaseFormSet) else [one]:
            for bound in form.hidden_fields():
                value = bound.value()
                found[bound.html_name] = "" if value is None else str(value)
    return found


def _form(form: Any) -> Iterator[Place]:
    drawn = set()
    if hasattr(form, "matrix"):
        yield Title("課題")
        for name in form.fields:
            if name.startswith("issues_"):
                drawn.add(name)
                yield from _entries(form[name])
    for section in form.sections() if hasattr(form, "sections") else ():
        yield Title(section.title, section.lead)
        for bound in section.fields:
            drawn.add(bound.name)
            yield from _entries(bound)
    for bound in form.visible_fields():
        if bound.name not in drawn:
            yield from _entries(bound)


def _entries(bound: BoundField) -> Iterator[Entry]:
    label = str(bound.label)
    if is_many(bound.field):
        ticked = ticked_of(bound)
        for key, words in options(bound.field).items():
            tick = "○" if key in ticked else ""
            yield Entry(bound.html_name, f"{label}: {words}", bound.field, tick, option=key)
        return
    if isinstance(bound.field.widget, forms.HiddenInput):
        return
    yield Entry(bound.html_name, label, bound.field, cell_of(bound), help=str(bound.help_text))


def _filled(formset: Any) -> list[Any]:
    """The rows there are; the empty ones that the page offers besides are none."""
    return [form for form in formset.forms if form.is_bound or form.initial]


def _table(formset: Any) -> Rows:
    columns = tuple(
        (name, str(field.label), field)
        for name, field in formset.empty_form.fields.items()
        if name != "DELETE" and not field.widget.is_hidden
    )
    rows = tuple(
        tuple(
            Entry(form[name].html_name, label, form.fields[name], cell_of(form[name]))
            for name, label, _ in columns
        )
        for form in _filled(formset)
    )
    title = str(getattr(formset, "title", "") or formset.prefix)
    return Rows(formset.prefix, title, columns, rows, formset.max_num)
