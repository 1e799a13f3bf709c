"""What every Excel file of ours keeps to (R-OPS-02): typed text stays text, columns fit what stands in them, A4 lying.

A list is written with `table`; whoever draws a page of its own puts each cell with `put`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.printable import clean, width

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 8, 60
LONGEST_NAME = 31
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_STEERING = ("=", "+", "-", "@")

Value = str | int | None


def first_sheet(name: str) -> tuple[Workbook, Worksheet]:
    """A new book with its only sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = sheet_name(name)
    return book, sheet


def further_sheet(book: Workbook, name: str) -> Worksheet:
    sheet: Worksheet = book.create_sheet(sheet_name(name))
    return sheet


def sheet_name(name: str) -> str:
    """The name as Excel takes it: 31 characters, without its signs of formulas."""
    return _FORBIDDEN_IN_NAMES.sub("・", clean(name))[:LONGEST_NAME] or "1"


def put(
    sheet: Worksheet, row: int, column: int, value: Value, *, bold: bool = False, size: int | None = None
) -> Cell:
    """One cell. A text is a text whatever it begins with, also when somebody edits it later; a number is a number."""
    cell: Cell = sheet.cell(row, column)
    if isinstance(value, str):
        text = clean(value)
        cell.value = text or None
        if text:
            cell.data_type = "s"
        cell.quotePrefix = text.startswith(_STEERING)  # type: ignore[attr-defined]
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    else:
        cell.value = value
        cell.alignment = Alignment(vertical="top")
    if bold or size:
        cell.font = Font(bold=bold, size=size or 11)
    return cell


def heading(sheet: Worksheet, text: str, *, size: int = 14) -> None:
    """The title over a table: on one line, as wide as it is."""
    put(sheet, 1, 1, text, bold=True, size=size).alignment = Alignment(wrap_text=False)


def table(
    sheet: Worksheet,
    columns: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    at: int = 1,
    fixed: int = 0,
    has_total: bool = False,
) -> None:
    """A table with its head in row `at`, which stays in sight with the first `fixed` columns; the last line may be a sum."""
    for column, name in enumerate(columns, 1):
        put(sheet, at, column, name, bold=True)
    last = at
    for last, row in enumerate(rows, at + 1):
        for column, value in enumerate(row, 1):
            put(sheet, last, column, value)
    if has_total and last > at:
        for cell in sheet[last]:
            cell.font = Font(bold=True)
    sheet.freeze_panes = sheet.cell(at + 1, fixed + 1)
    fit(sheet, at=at)
    across(sheet)


def fit(sheet: Worksheet, *, at: int = 1) -> None:
    """Each column as wide as its longest line from row `at` on, within bounds: what is longer goes on in the next line."""
    for column, cells in enumerate(sheet.iter_cols(min_row=at), 1):
        lines = (line for cell in cells if cell.value is not None for line in str(cell.value).split("\n"))
        wanted = 2 * max(map(width, lines), default=0) + 2
        sheet.column_dimensions[get_column_letter(column)].width = max(NARROWEST, min(WIDEST, wanted))


def across(sheet: Worksheet) -> None:
    """Printed on A4 lying, as wide as the page."""
    sheet.page_setup.orientation = "landscape"
    one_page_wide(sheet)


def one_page_wide(sheet: Worksheet) -> None:
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def file_of(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def download(content: bytes, name: str) -> HttpResponse:
    """The file to be saved under its name, kept by no cache."""
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    answer["Cache-Control"] = "no-store"
    return answer
