"""A sheet as Excel, from the same description as the PDF (R-OPS-02): labels left, values right, to be worked on."""

from __future__ import annotations

from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.printable import clean
from kasane.base.workbook import file_of, first_sheet, one_page_wide, put
from kasane.sheets.document import (
    Block,
    Cell,
    Checks,
    Fields,
    Heading,
    Notice,
    Prose,
    Sheet,
    Signature,
    Table,
    signature_fields,
)
from kasane.sheets.text import estimated_lines

WIDTHS = (22, 70)
_LINE = Side(style="thin", color="999999")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SHADE = PatternFill("solid", start_color="EEEEEE")


def render_xlsx(sheet: Sheet) -> bytes:
    """One sheet as a workbook; every text is a text, whatever it begins with."""
    book, page = first_sheet(sheet.bookmark)
    for column, width in zip("AB", WIDTHS, strict=True):
        page.column_dimensions[column].width = width
    one_page_wide(page)
    _title(page, sheet)
    for block in sheet.blocks:
        _block(page, block)
    return file_of(book)


def _title(page: Worksheet, sheet: Sheet) -> None:
    head = "　".join(
        filter(
            None,
            [
                sheet.numbered,
                sheet.town,
                f"ケース番号 {sheet.case_number}" if sheet.case_number else "",
                f"{sheet.printed_on} 出力" if sheet.printed_on else "",
            ],
        )
    )
    _wide(page, sheet.title, bold=True, size=14)
    _wide(page, head)


def _block(page: Worksheet, block: Block) -> None:
    if isinstance(block, Heading):
        _wide(page, f"{block.text} {block.note}".strip(), bold=True, shade=True)
    elif isinstance(block, Fields):
        for item in (item for row in block.rows for item in row):
            _item(page, item)
    elif isinstance(block, Checks):
        _item(page, block)
    elif isinstance(block, Prose):
        _pair(page, block.label, block.text, lines=block.lines)
    elif isinstance(block, Signature):
        if block.statement:
            _wide(page, block.statement)
        _block(page, signature_fields(block))
    elif isinstance(block, Notice):
        _wide(page, f"{block.title}\n{block.text}".strip())
    elif isinstance(block, Table):
        _table(page, block)
    else:
        raise TypeError(f"no way to write {type(block).__name__} into a workbook")


def _item(page: Worksheet, item: Cell | Checks) -> None:
    if isinstance(item, Cell):
        _pair(page, item.label, item.value or item.blank, lines=item.lines)
        return
    words = "  ".join(_ticked(item, key, label) for key, label in item.options)
    _pair(page, item.label, words)


def _ticked(item: Checks, key: str, label: str) -> str:
    chosen = key in item.chosen or key == item.most_important
    marks = ("○", "・") if item.style == "circle" else ("☑", "☐")
    mark = "◎" if key == item.most_important else marks[not chosen]
    beside = f"({item.other})" if item.other and key == item.other_key else ""
    return f"{mark}{label}{beside}"


def _table(page: Worksheet, block: Table) -> None:
    if block.label:
        _wide(page, block.label, bold=True)
    for row in block.rows:
        for column, text in zip(block.columns, row, strict=True):
            _pair(page, column.header, text)


def _pair(page: Worksheet, label: str, value: str, *, lines: int = 1) -> None:
    row = page.max_row + 1
    for column, text, width in ((1, label, WIDTHS[0]), (2, value, WIDTHS[1])):
        cell = put(page, row, column, text)
        cell.border = _BORDER
        if column == 1:
            cell.fill, cell.font = _SHADE, Font(bold=True)
        lines = max(lines, estimated_lines(clean(text), width / 2))
    page.row_dimensions[row].height = 16 * lines + 4


def _wide(page: Worksheet, text: str, *, bold: bool = False, size: int = 11, shade: bool = False) -> None:
    row = page.max_row + 1 if page["A1"].value is not None else 1
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
    cell = put(page, row, 1, text)
    cell.font = Font(bold=bold, size=size)
    if shade:
        cell.fill = _SHADE
    page.row_dimensions[row].height = 16 * estimated_lines(clean(text), sum(WIDTHS) / 2) + 6
