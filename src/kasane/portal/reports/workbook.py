"""The report as an Excel file: the same numbers left out as on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.dates import fiscal_label, wareki
from kasane.base.workbook import file_of, first_sheet, heading, put, table
from kasane.portal.reports.queries import Report

LEFT_OUT = "※"
HEAD = 4
_THIN = Side(style="thin", color="999999")


def workbook(report: Report) -> bytes:
    """One sheet, ready to be printed on one page across."""
    book, sheet = first_sheet(report.table.title)
    lines = [*report.lines, *([report.total] if report.total else [])]
    draw(
        sheet,
        f"{report.table.title} {fiscal_label(report.year)}年度",
        [f"単位:{report.table.unit}", *notes(report)],
        [report.table.row_title, *(column.label for column in report.columns)],
        [[line.label, *(number for _, number in line.cells)] for line in lines],
        has_total=True,
    )
    return file_of(book)


def draw(
    sheet: Worksheet,
    title: str,
    told: Sequence[str],
    head: Sequence[str],
    rows: Sequence[Sequence[int | str | None]],
    *,
    has_total: bool,
) -> None:
    """A table of numbers on a sheet that prints across one page; what is left out gets its sign."""
    heading(sheet, title)
    for column, words in enumerate(told, 1):
        put(sheet, 2, column, words).alignment = Alignment(wrap_text=False)
    shown = [[LEFT_OUT if number is None else number for number in row] for row in rows]
    table(sheet, head, shown, at=HEAD, fixed=1, has_total=has_total)
    for cells in sheet.iter_rows(min_row=HEAD):
        for cell in cells:
            cell.border = Border(bottom=_THIN)
            if cell.column > 1:
                cell.alignment = Alignment(horizontal="right", wrap_text=cell.row == HEAD)


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
