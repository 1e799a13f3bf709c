"""Random answers to any form of a sheet, as a browser would post them, for the tests of workbooks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from hypothesis import strategies as st

from kasane.base.dates import wareki
from kasane.base.forms import MomentField, WarekiField
from kasane.cases.formbook.places import Entry, Rows, places
from kasane.cases.formbook.reading import dumped
from kasane.cases.formbook.words import is_many, options

NASTY = (
    "=1+2",
    "+81",
    "-",
    "@x",
    "_x0041_",
    "𠮷田 﨑雄 髙邉 葛\U000e0100",
    " 前後 ",
    "a\tb",
    "一行\n二行",
    "1",
    "2025-04-01",
    "'x",
    "<b>&amp;",
)
WORDS = st.one_of(
    st.sampled_from(NASTY),
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=40
    ),
)


def answer(draw: Any, field: forms.Field, data: QueryDict, name: str) -> None:
    """A random answer, as a browser would post it."""
    if is_many(field):
        keys = list(options(field))
        chosen = set(draw(st.lists(st.sampled_from(keys), unique=True)) if keys else [])
        data.setlist(name, [key for key in keys if key in chosen])
    elif isinstance(field, forms.BooleanField):
        if draw(st.booleans()):
            data[name] = "on"
    elif isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        data[name] = draw(st.sampled_from(["", *options(field)]))
    elif isinstance(field, MomentField):
        day = draw(st.one_of(st.just(""), st.dates(min_value=date(1900, 1, 1)).map(wareki)))
        data[f"{name}_0"], data[f"{name}_1"] = (f"{day} 10:30" if day else ""), ""
    elif isinstance(field, WarekiField):
        data[name] = draw(st.one_of(st.just(""), st.dates(min_value=date(1900, 1, 1)).map(wareki)))
    elif isinstance(field, forms.IntegerField):
        data[name] = draw(st.one_of(st.just(""), st.integers(0, 130).map(str)))
    elif isinstance(field, forms.EmailField):
        data[name] = draw(st.sampled_from(["", "sakio@mail.example"]))
    else:
        data[name] = draw(WORDS)


def choices_of(field: forms.Field) -> list[str]:
    """The keys of a closed list; none for a field to write in."""
    return list(options(field)) if isinstance(field, forms.ChoiceField | forms.ModelChoiceField) else []


def filled(draw: Any, shown: Any) -> QueryDict:
    data = dumped(shown)
    for place in places(shown):
        if isinstance(place, Entry):
            data.pop(place.name, None)
    done = set()
    for place in places(shown):
        if isinstance(place, Entry) and place.name not in done:
            done.add(place.name)
            answer(draw, place.field, data, place.name)
        elif isinstance(place, Rows):
            total = len(place.rows) + draw(st.integers(0, 3))
            data[f"{place.prefix}-TOTAL_FORMS"] = str(total)
            for number in range(total):
                for name, _, field in place.columns:
                    answer(draw, field, data, f"{place.prefix}-{number}-{name}")
                    # An empty cell of a new line takes what the page offers first.
                    if field.initial and not isinstance(field, forms.BooleanField):
                        cell = f"{place.prefix}-{number}-{name}"
                        data[cell] = data.get(cell) or str(field.initial)
                first, _, field = place.columns[0]
                data[f"{place.prefix}-{number}-{first}"] = next(iter(choices_of(field)), "外に出る")
    return data


def said(shown: Any) -> list[Any]:
    """What the forms understood, and what they refused."""
    return [
        (getattr(form, "cleaned_data", None), form.errors.get_json_data())
        for one in shown.values()
        for form in getattr(one, "forms", [one])
        if one.is_valid() or True
    ]
