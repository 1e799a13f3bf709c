"""The sums of 活動 as an Excel file: the same numbers as on the screen (R-INT-13)."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.dates import fiscal_label
from kasane.base.workbook import file_of, first_sheet, further_sheet, heading, table
from kasane.intake.desk.sums import ActivitySums, Line


def workbook(sums: ActivitySums) -> bytes:
    """One sheet by month; one more by agency when it is about the whole town."""
    book, sheet = first_sheet("月別")
    _draw(sheet, sums, [*sums.months, sums.total])
    if sums.of_town:
        _draw(further_sheet(book, "機関別"), sums, [*sums.agencies, sums.total])
    return file_of(book)


def _draw(sheet: Worksheet, sums: ActivitySums, lines: Sequence[Line]) -> None:
    scope = "町全体" if sums.of_town else "この機関"
    heading(sheet, f"ケース以外の仕事 {fiscal_label(sums.year)}年度 {sheet.title}({scope})")
    columns = ["", *sums.kinds, "件数の計", "時間の計(分)", "参加した人の計"]
    rows = [
        [line.label, *line.numbers, line.total.n, line.total.minutes, line.total.people] for line in lines
    ]
    table(sheet, columns, rows, at=3, fixed=1, has_total=True)
