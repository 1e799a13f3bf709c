"""The sums of 活動 as an Excel file: the same numbers as on the screen (R-INT-13)."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.dates import fiscal_label
from kasane.intake.desk.sums import ActivitySums, Line


def workbook(sums: ActivitySums) -> bytes:
    """One sheet by month; one more by agency when it is about the whole town."""
    book = Workbook()
    _sheet(book.active, "月別", sums, [*sums.months, sums.total])
    if sums.of_town:
        _sheet(book.create_sheet(), "機関別", sums, [*sums.agencies, sums.total])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(sheet: Worksheet, title: str, sums: ActivitySums, lines: Sequence[Line]) -> None:
    sheet.title = title
    scope = "町全体" if sums.of_town else "この機関"
    sheet.append([f"ケース以外の仕事 {fiscal_label(sums.year)}年度 {title}({scope})"])
    sheet.append([])
    sheet.append(["", *sums.kinds, "件数の計", "時間の計(分)", "参加した人の計"])
    for line in lines:
        sheet.append([line.label, *line.numbers, line.total.n, line.total.minutes, line.total.people])
    sheet["A1"].font = Font(bold=True, size=14)
    for row in (3, sheet.max_row):
        for cell in sheet[row]:
            cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = 30
    sheet.freeze_panes = "B4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
