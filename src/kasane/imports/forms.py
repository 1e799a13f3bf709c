"""Choosing a file, the row of the headings, and a field for each column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from openpyxl.utils import get_column_letter

from kasane.imports.models import UploadedSheet
from kasane.imports.rules import FIELDS, GROUPS

_LEAVE_OUT = ("", "取り込まない")


class FileForm(forms.Form):
    """One ledger. What is in it is looked at by `tables.read_ledger`."""

    file = forms.FileField(
        label="台帳のファイル",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
        help_text="Excel(.xlsx)か、CSV(UTF-8・シフトJIS、カンマ・タブ区切り)。10MB・5,000行までです。",
        error_messages={
            "required": "台帳のファイルを選んでください。",
            "empty": "何も書かれていないファイルです。台帳のファイルか、確かめてください。",
        },
    )


def column_choices() -> list[Any]:
    """Every field under its group, 取り込まない first."""
    groups = [
        (group, [(field.key, field.label) for field in FIELDS.values() if field.group == group])
        for group in GROUPS
    ]
    return [_LEAVE_OUT, *groups]


@dataclass(frozen=True)
class ColumnLine:
    """A column as the page shows it: where it stands, what is in it, and the choice of its field."""

    letter: str
    heading: str
    examples: list[str]
    field: forms.BoundField


class ColumnsForm(forms.Form):
    """A field for each column of the ledger; field names `c0`, `c1`, …"""

    def __init__(
        self, data: Any = None, *, headings: Sequence[str], columns: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self._headings = headings
        choices = column_choices()
        for number, heading in enumerate(headings):
            name = f"c{number}"
            words = heading or f"{get_column_letter(number + 1)}列"
            self.fields[name] = forms.ChoiceField(
                label=f"「{words}」は",
                choices=choices,
                required=False,
                initial=columns[number] if number < len(columns) else "",
                error_messages={"invalid_choice": "一覧から選んでください。"},
            )
            self.fields[name].widget.attrs["aria-label"] = f"「{words}」の列の行き先"

    def columns(self) -> list[str]:
        """The field key for each column, or ''."""
        return [self.cleaned_data.get(name, "") for name in self.fields]

    def lines(self, sheet: UploadedSheet, header: int) -> Iterator[ColumnLine]:
        for number, heading in enumerate(self._headings):
            yield ColumnLine(
                letter=get_column_letter(number + 1),
                heading=heading,
                examples=_examples(sheet.rows[header + 1 :], number),
                field=self[f"c{number}"],
            )


class TableForm(forms.Form):
    """Which sheet, and in which of its rows (from 0) the headings stand."""

    sheet = forms.IntegerField(min_value=0)
    header = forms.IntegerField(min_value=0, required=False)


def _examples(rows: Sequence[Sequence[str]], column: int, most: int = 3, longest: int = 24) -> list[str]:
    """The first different values of a column, shortened."""
    found: list[str] = []
    for row in rows[:200]:
        text = row[column] if column < len(row) else ""
        if text and text not in found:
            found.append(text)
        if len(found) == most:
            break
    return [text if len(text) <= longest else text[: longest - 1] + "…" for text in found]
