"""相談の件数 as an Excel file: a cover that says what it is, then one sheet per table, the same numbers as on the screen."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.dates import wareki
from kasane.portal.reports.numbers.page import Numbers
from kasane.portal.reports.workbook import LEFT_OUT, across, bytes_of, draw


def numbers_workbook(numbers: Numbers) -> bytes:
    book = Workbook()
    _cover(book.active, numbers)
    for place, sheet in enumerate(numbers.sheets, start=1):
        lines = [*sheet.lines, *([sheet.total] if sheet.total else [])]
        draw(
            book.create_sheet(),
            f"{sheet.title} {numbers.scope}",
            [numbers.period.words, f"単位:{sheet.unit}", *sheet.notes],
            [sheet.row_title, *sheet.columns],
            [[line.label, *line.cells] for line in lines],
            name=f"{place} {sheet.title}",
            has_total=sheet.total is not None,
        )
    return bytes_of(book)


def _cover(sheet: Worksheet, numbers: Numbers) -> None:
    sheet.title = "表紙"
    sheet.append([numbers.title])
    sheet["A1"].font = Font(bold=True, size=16)
    facts = [("期間", numbers.period.words), ("範囲", numbers.scope), ("作った日", wareki(numbers.made_on))]
    if numbers.leaves_out:
        facts.append(
            (LEFT_OUT, f"{numbers.least}件未満の数と、引き算で小さな数が分かってしまう数は出していません")
        )
    facts += [("お知らせ", note) for note in numbers.notes]
    for fact in facts:
        sheet.append(fact)
    sheet.append([])
    sheet.append(["表", "数え方"])
    head = sheet.max_row
    for place, one in enumerate(numbers.sheets, start=1):
        sheet.append([f"{place} {one.title}", one.how])
    for row in sheet.iter_rows(min_row=2):
        row[0].font = Font(bold=row[0].row <= head)
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 90
    across(sheet)
