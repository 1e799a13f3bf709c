"""相談の件数 as an Excel file: a cover that says what it is, then one sheet per table, the same numbers as on the screen."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.dates import wareki
from kasane.base.workbook import file_of, first_sheet, fit, further_sheet, heading, put, table
from kasane.portal.reports.numbers.page import Numbers
from kasane.portal.reports.workbook import LEFT_OUT, draw


def numbers_workbook(numbers: Numbers) -> bytes:
    book, cover = first_sheet("表紙")
    _cover(cover, numbers)
    for place, sheet in enumerate(numbers.sheets, start=1):
        lines = [*sheet.lines, *([sheet.total] if sheet.total else [])]
        draw(
            further_sheet(book, f"{place} {sheet.title}"),
            f"{sheet.title} {numbers.scope}",
            [numbers.period.words, f"単位:{sheet.unit}", *sheet.notes],
            [sheet.row_title, *sheet.columns],
            [[line.label, *line.cells] for line in lines],
            has_total=sheet.total is not None,
        )
    return file_of(book)


def _cover(sheet: Worksheet, numbers: Numbers) -> None:
    heading(sheet, numbers.title, size=16)
    facts = [("期間", numbers.period.words), ("範囲", numbers.scope), ("作った日", wareki(numbers.made_on))]
    if numbers.leaves_out:
        facts.append(
            (LEFT_OUT, f"{numbers.least}件未満の数と、引き算で小さな数が分かってしまう数は出していません")
        )
    facts += [("お知らせ", note) for note in numbers.notes]
    for row, (fact, words) in enumerate(facts, start=2):
        put(sheet, row, 1, fact, bold=True)
        put(sheet, row, 2, words)
    rows = [(f"{place} {one.title}", one.how) for place, one in enumerate(numbers.sheets, start=1)]
    table(sheet, ("表", "数え方"), rows, at=len(facts) + 3)
    sheet.freeze_panes = None
    fit(sheet, at=2)
