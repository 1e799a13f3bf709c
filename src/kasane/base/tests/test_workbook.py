"""What every Excel file of ours keeps to (R-OPS-02)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import kasane
from kasane.base.printable import clean
from kasane.base.workbook import WIDEST, download, file_of, first_sheet, put, sheet_name, table


def read_back(write):
    book, sheet = first_sheet("試し")
    write(sheet)
    return load_workbook(BytesIO(file_of(book))).active


@pytest.mark.parametrize("typed", ["=1+1", "+81 90", "-5", "@SUM(A1)", "#N/A", '=HYPERLINK("http://x")'])
def test_what_looks_like_a_formula_stays_a_text_also_when_it_is_edited(typed):
    cell = read_back(lambda sheet: put(sheet, 1, 1, typed))["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (typed, "s", typed[0] in "=+-@")


def test_a_number_stays_a_number():
    cell = read_back(lambda sheet: put(sheet, 1, 1, 45000))["A1"]
    assert (cell.value, cell.data_type) == (45000, "n")


@given(st.text(max_size=60))
def test_any_text_can_be_written_and_comes_back(text):
    cell = read_back(lambda sheet: put(sheet, 1, 1, text))["A1"]
    assert (cell.value or "") == clean(text)


def test_columns_fit_their_longest_line_within_bounds():
    rows = [["四文字だ", "あ" * 200, 5]]
    sheet = read_back(lambda sheet: table(sheet, ["名", "長い文", "数"], rows))
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == [10, WIDEST, 8]


def test_the_head_stays_in_sight_and_the_sum_is_bold():
    sheet = read_back(lambda sheet: table(sheet, ["名", "数"], [["計", 1]], at=3, fixed=1, has_total=True))
    assert sheet.freeze_panes == "B4"
    assert sheet["A3"].font.bold and sheet["B4"].font.bold


def test_an_empty_table_is_its_head():
    sheet = read_back(lambda sheet: table(sheet, ["名"], [], has_total=True))
    assert [cell.value for cell in sheet[1]] == ["名"] and sheet.max_row == 1


def test_a_name_of_a_sheet_is_one_that_excel_takes():
    assert sheet_name("支援/台帳[1]" + "あ" * 40) == ("支援・台帳・1・" + "あ" * 40)[:31]


def test_a_file_is_saved_under_its_name_and_kept_by_no_cache():
    answer = download(b"", "支援台帳.xlsx")
    assert "filename*=utf-8''%E6%94%AF" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "no-store"


def test_no_other_file_writes_workbooks_of_its_own():
    root = Path(kasane.__file__).parent
    own = {
        str(file.relative_to(root))
        for file in root.rglob("*.py")
        if "tests" not in file.parts and "import Workbook" in file.read_text(encoding="utf-8")
    }
    assert own == {"base/workbook.py", "cases/formbook/book.py"}  # a form to be filled in is no list
