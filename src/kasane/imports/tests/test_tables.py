"""Files as offices send them: encodings, delimiters, title rows, merged cells, limits (R-OPS-02)."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from kasane.imports import tables
from kasane.imports.tables import Unreadable, cell_text, read_csv, read_ledger
from kasane.imports.tests.ledgers import csv_bytes, saved, workbook

ROWS = [["氏名", "受付日"], ["髙橋 﨑子", "R6.4.1"], ["山田 太郎", "R6.4.2"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_text_file_in_any_usual_encoding(encoding, delimiter):
    assert read_csv(csv_bytes(ROWS, encoding=encoding, delimiter=delimiter)) == ROWS


def test_line_breaks_and_commas_inside_a_cell_stay_in_it():
    rows = [["氏名", "相談内容"], ["山田 太郎", "一行目、\n二行目, 三"]]
    assert read_csv(csv_bytes(rows)) == rows


def test_days_numbers_and_control_characters_become_plain_text():
    assert cell_text(datetime(2024, 4, 1)) == "2024-04-01"
    assert cell_text(datetime(2024, 4, 1, 9, 30)) == "2024-04-01 09:30"
    assert cell_text(date(2024, 4, 1)) == "2024-04-01"
    assert (cell_text(82.0), cell_text(82), cell_text(None)) == ("82", "82", "")
    assert cell_text("a\x00b\x07_x000D_\r\nc ") == "ab\nc"


def test_a_workbook_with_days_and_several_sheets():
    content = workbook(
        ("令和6年度", [["氏名", "受付日"], ["山田 太郎", datetime(2024, 4, 1)]]),
        ("空", []),
        ("メモ", [["x"]]),
    )
    ledger = read_ledger(content, "x.xlsx")
    assert [table.name for table in ledger.tables] == ["令和6年度", "メモ"]
    assert ledger.tables[0].rows == [["氏名", "受付日"], ["山田 太郎", "2024-04-01"]]


def test_what_was_merged_downwards_stands_in_each_row():
    rows = [["世帯番号", "氏名"], ["1", "親"], [None, "子"], ["2", "別の人"]]
    assert read_ledger(workbook(("表", rows), merges=["A2:A3"]), "x.xlsx").tables[0].rows[2] == ["1", "子"]


def test_a_formula_counts_by_its_last_value_not_by_its_text():
    book = Workbook()
    book.active.append(["氏名", "年齢"])
    book.active.append(["山田", "=1+1"])
    assert read_ledger(saved(book), "x.xlsx").tables[0].rows[1] == ["山田"]


def test_a_workbook_that_counts_days_from_1904_says_so():
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["氏名", 43921])
    assert read_ledger(saved(book), "x.xlsx").tables[0].serial_offset == 1462


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "何も書かれていない"),
        (b"\n\n", "何も書かれていない"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "xls"),
        (b"PK\x03\x04broken", "Excelのファイルとして読めません"),
        (b"\x00\x01\x02\x03" * 50, "文字が読めません"),
        (b"\x81\xff\xfe\x00", "文字が読めません"),
    ],
)
def test_what_is_no_ledger_is_refused_with_what_to_do(content, why):
    with pytest.raises(Unreadable, match=why):
        read_ledger(content, "台帳.xlsx")


def test_a_zip_that_is_no_workbook_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(Unreadable, match="Excelのファイルとして読めません"):
        read_ledger(packed.getvalue(), "x.xlsx")


def test_what_swells_when_unpacked_is_refused_before_it_is(monkeypatch):
    monkeypatch.setattr(tables, "MAX_UNPACKED", 1000)
    with pytest.raises(Unreadable, match="大きすぎます"):
        read_ledger(workbook(("表", ROWS)), "x.xlsx")


def test_the_limits_say_the_limit_and_what_to_do(monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    with pytest.raises(Unreadable, match="2行まで"):
        read_ledger(csv_bytes(ROWS), "x.csv")
    ledger_left_out = workbook(("大", ROWS), ("小", ROWS[:2]))
    ledger = read_ledger(ledger_left_out, "x.xlsx")
    assert [table.name for table in ledger.tables] == ["小"]
    assert "「大」" in ledger.left_out[0]
    monkeypatch.setattr(tables, "MAX_BYTES", 10)
    with pytest.raises(Unreadable, match="大きすぎます"):
        read_ledger(csv_bytes(ROWS), "x.csv")
    monkeypatch.undo()
    with pytest.raises(Unreadable, match="100列まで"):
        read_ledger(csv_bytes([["x"] * 101]), "x.csv")


def test_formats_far_below_the_table_are_told_rather_than_read():
    for row, column in ((50000, 1), (10000, 200)):
        book = Workbook()
        book.active.append(["氏名"])
        book.active.cell(row=row, column=column).number_format = "0.00"
        book.active.cell(row=row, column=column).value = ""
        with pytest.raises(Unreadable, match="余分な行"):
            read_ledger(saved(book), "x.xlsx")
