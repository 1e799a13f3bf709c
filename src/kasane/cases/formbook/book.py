"""Writes the forms of a sheet into a workbook that can be filled in elsewhere (R-OPS-02)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.workbook import file_of, first_sheet, further_sheet, one_page_wide
from kasane.cases.formbook.places import Entry, Place, Rows, Title, hidden, places
from kasane.cases.formbook.town import heading, in_words_of_town
from kasane.cases.formbook.words import escaped

SCHEMA = 1
FACTS, CHOICES = "kasane", "選択肢"
"""Names of the sheets nobody sees: what the file is, and what its lists offer."""
FIRST_COLUMN = 2
"""Labels stand in B, answers from C on; A holds the keys and is hidden."""
_LINE = Side(style="thin", color="999999")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_LABEL, _HEAD = PatternFill("solid", start_color="EEEEEE"), PatternFill("solid", start_color="DCE6F1")
_OPEN = Protection(locked=False)


@dataclass(frozen=True)
class Facts:
    """What the file is of: read first when it comes back."""

    form: str
    subject: str
    town: str
    title: str
    case: str
    schema: int = SCHEMA
    lead: str = "白い欄に書いて、かさねの同じ画面で読み込んでください。読み込んでも、画面で保存するまでは何も変わりません。"

    @property
    def sheet(self) -> str:
        """The sheet of the field, as its title begins: 「2-4」, 「支援経過記録」."""
        return self.title.split(" ")[0]


def book_of(facts: Facts, shown: Mapping[str, Any]) -> bytes:
    """The forms as they stand: every answer in its cell, closed lists to choose from, labels locked."""
    book, page = first_sheet(facts.title)
    write_page(page, facts, places(shown), Lists(book))
    write_facts(book, facts, {f"hidden:{key}": value for key, value in hidden(shown).items()})
    return file_of(book)


def write_page(page: Worksheet, facts: Facts, every: Iterable[Place], lists: Lists) -> None:
    """One form on its page: keys hidden in the first column, everything but the answers locked."""
    page.column_dimensions["A"].hidden = True
    for letter, width in zip("BCDEFGHIJ", (30, 60, 30, 24, 24, 24, 24, 24, 24), strict=True):
        page.column_dimensions[letter].width = width
    _put(page, 1, 2, heading(facts.title), bold=True)
    _put(page, 2, 2, f"{facts.town} {facts.case}".strip())
    _put(page, 2, 3, facts.lead)
    for place in in_words_of_town(facts.sheet, every):
        _place(page, place, lists)
    page.protection.sheet = True
    page.protection.insertRows = page.protection.formatRows = page.protection.formatColumns = False
    one_page_wide(page)


class Lists:
    """Each list of choices once, on a sheet of its own; a cell points to it."""

    def __init__(self, book: Workbook) -> None:
        self._sheet = further_sheet(book, CHOICES)
        self._sheet.sheet_state = "hidden"
        self._known: dict[tuple[tuple[str, ...], int], DataValidation] = {}
        self._columns: dict[tuple[str, ...], int] = {}

    def offer(self, page: Worksheet, cell: Cell, choices: tuple[str, ...]) -> None:
        rule = self._known.get((choices, id(page)))
        if rule is None:
            column = self._columns.setdefault(choices, len(self._columns) + 1)
            for row, word in enumerate(choices, 1):
                _put(self._sheet, row, column, word)
            letter = get_column_letter(column)
            source = f"{quote_sheetname(CHOICES)}!${letter}$1:${letter}${len(choices)}"
            rule = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=True)
            rule.errorTitle, rule.error = "選択肢にありません", "一覧から選んでください。"
            self._known[choices, id(page)] = rule
            page.add_data_validation(rule)
        rule.add(cell)


def _place(page: Worksheet, place: Place, lists: Lists) -> None:
    if isinstance(place, Title):
        row = page.max_row + 2
        _put(page, row, 1, "#")
        _put(page, row, 2, place.text, bold=True).fill = _HEAD
        _put(page, row, 3, place.lead).fill = _HEAD
    elif isinstance(place, Rows):
        _table(page, place, lists)
    else:
        row = page.max_row + 1
        _put(page, row, 1, place.key)
        label = _put(page, row, 2, place.label)
        label.fill, label.border = _LABEL, _BORDER
        _answer(page, row, 3, place.value, place.choices, lists)
        if place.help:
            _put(page, row, 4, place.help).font = Font(size=9, color="666666")


def _table(page: Worksheet, table: Rows, lists: Lists) -> None:
    row = page.max_row + 2
    _put(page, row, 1, "#")
    _put(page, row, 2, table.title, bold=True).fill = _HEAD
    row += 1
    _put(page, row, 1, f"{table.prefix}[]")
    for column, (_, label, _field) in enumerate(table.columns, FIRST_COLUMN):
        head = _put(page, row, column, label)
        head.fill, head.border = _LABEL, _BORDER
    for place in range(table.drawn):
        row += 1
        _put(page, row, 1, table.key(place))
        for column, (name, label, field) in enumerate(table.columns, FIRST_COLUMN):
            value = table.rows[place][column - FIRST_COLUMN].value if place < len(table.rows) else ""
            _answer(page, row, column, value, Entry(name, label, field, "").choices, lists)


def _answer(
    page: Worksheet, row: int, column: int, value: str, choices: tuple[str, ...], lists: Lists
) -> None:
    cell = _put(page, row, column, value)
    cell.number_format, cell.protection, cell.border = "@", _OPEN, _BORDER
    if choices:
        lists.offer(page, cell, choices)


def _put(page: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> Cell:
    """A text as it was typed: what has no place in a file is left out, and nothing becomes a formula."""
    cell: Cell = page.cell(row, column)
    kept = escaped(text)
    cell.value = kept or None
    if kept:
        cell.data_type = "s"
    cell.quotePrefix = kept.startswith(("=", "+", "-", "@"))  # type: ignore[attr-defined]
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(bold=True, size=12)
    return cell


def write_facts(book: Workbook, facts: Facts, more: Mapping[str, str]) -> None:
    """What the file is, on a sheet nobody sees."""
    sheet = further_sheet(book, FACTS)
    sheet.sheet_state = "veryHidden"
    rows = [("schema", str(facts.schema)), ("form", facts.form), ("subject", facts.subject), ("town", facts.town),
            ("title", facts.title), ("case", facts.case), *more.items()]  # fmt: skip
    for row, (key, value) in enumerate(rows, 1):
        _put(sheet, row, 1, key)
        _put(sheet, row, 2, value)
