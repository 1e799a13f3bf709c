"""The report as an Excel file: the same numbers left out as on the screen."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from kasane.base.dates import fiscal_label, wareki
from kasane.portal.reports.queries import Line, Report

LEFT_OUT = "※"
_THIN = Side(style="thin", color="999999")


def workbook(report: Report) -> bytes:
    """One sheet, ready to be printed on one page across."""
    book = Workbook()
    sheet = book.active
    sheet.title = report.table.title[:31]
    sheet.append([f"{report.table.title} {fiscal_label(report.year)}年度"])
    sheet.append([f"単位:{report.table.unit}", *notes(report)])
    sheet.append([])
    sheet.append([report.table.row_title, *(column.label for column in report.columns)])
    for line in [*report.lines, *([report.total] if report.total else [])]:
        sheet.append([line.label, *_values(line)])
    sheet["A1"].font = Font(bold=True, size=14)
    for row in sheet.iter_rows(min_row=4):
        for cell in row:
            cell.border = Border(bottom=_THIN)
            cell.font = Font(bold=cell.row in (4, sheet.max_row))
            if cell.column > 1:
                cell.alignment = Alignment(horizontal="right")
    sheet.column_dimensions["A"].width = 34
    for n in range(2, len(report.columns) + 2):
        sheet.column_dimensions[get_column_letter(n)].width = 8
    sheet.freeze_panes = "B5"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
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


def _values(line: Line) -> list[int | str]:
    return [LEFT_OUT if number is None else number for _, number in line.cells]
