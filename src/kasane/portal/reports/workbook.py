"""The report as an Excel file: the same numbers left out as on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.dates import fiscal_label, wareki
from kasane.portal.reports.queries import Report

LEFT_OUT = "※"
_THIN = Side(style="thin", color="999999")


def workbook(report: Report) -> bytes:
    """One sheet, ready to be printed on one page across."""
    book = Workbook()
    lines = [*report.lines, *([report.total] if report.total else [])]
    draw(
        book.active,
        f"{report.table.title} {fiscal_label(report.year)}年度",
        [f"単位:{report.table.unit}", *notes(report)],
        [report.table.row_title, *(column.label for column in report.columns)],
        [[line.label, *(number for _, number in line.cells)] for line in lines],
        name=report.table.title,
    )
    return bytes_of(book)


def draw(
    sheet: Worksheet,
    title: str,
    told: Sequence[str],
    head: Sequence[str],
    rows: Sequence[Sequence[int | str | None]],
    *,
    name: str,
    has_total: bool = True,
) -> None:
    """A table of numbers on a sheet that prints across one page; what is left out gets its sign."""
    sheet.title = name[:31]
    sheet.append([title])
    sheet.append(list(told))
    sheet.append([])
    sheet.append(list(head))
    for row in rows:
        sheet.append([LEFT_OUT if number is None else number for number in row])
    sheet["A1"].font = Font(bold=True, size=14)
    for cells in sheet.iter_rows(min_row=4):
        for cell in cells:
            cell.border = Border(bottom=_THIN)
            cell.font = Font(bold=cell.row == 4 or (has_total and cell.row == sheet.max_row))
            if cell.column > 1:
                cell.alignment = Alignment(horizontal="right", wrap_text=cell.row == 4)
    sheet.column_dimensions["A"].width = 34
    for n in range(2, len(head) + 1):
        sheet.column_dimensions[get_column_letter(n)].width = max(8, min(14, len(head[n - 1]) * 2 + 1))
    sheet.freeze_panes = "B5"
    across(sheet)


def across(sheet: Worksheet) -> None:
    """Printed on A4 lying, as wide as the page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def bytes_of(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def notes(report: Report) -> list[str]:
    """What the reader must know, on paper as on the screen."""
    told = [f"{wareki(report.closed_on)}までに締めた数"] if report.closed_on else []
    if report.leaves_out:
        told.append(
            f"{LEFT_OUT}は、{report.least}{report.table.unit}未満など(引き算で分かってしまう数も出していません)"
        )
    if report.rest:
        told.append(f"{report.rest}は少ないため、年度計にだけ入れています")
    return told
