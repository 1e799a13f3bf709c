"""Ledgers as offices keep them, made in the test: workbooks and text files with made-up people."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from kasane.agencies.actors import Actor
from kasane.imports import actions
from kasane.imports.models import Import, Upload

HEADINGS = [
    "台帳番号",
    "受付日",
    "氏名",
    "フリガナ",
    "性別",
    "生年月日",
    "住所",
    "電話番号",
    "相談方法",
    "相談内容",
    "相談分類",
]
ROWS = [
    ["A-1", "令和6年4月3日", "山形 ハル", "ヤマガタ ハル", "女", "昭和17年5月6日", "打穴中1", "0868-00-0001", "電話",
     "介護の疲れで相談。", "介護"],
    ["A-2", "R6.5.10", "津島 一", "ツシマ ハジメ", "男", "S45.1.2", "原田2", "090-0000-0002", "来所", "仕事が続かない。",
     "仕事探し、収入"],
    ["A-3", "2024/6/20", "久米 春", "クメ ハル", "M", "1990-12-01", "書副3", "", "訪問", "家から出られない。", "ひきこもり"],
]  # fmt: skip


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]], merges: Sequence[str] = ()) -> bytes:
    """An .xlsx with the given sheets; `merges` are ranges of the first one."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for area in merges:
        book.worksheets[0].merge_cells(area)
    return saved(book)


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def csv_bytes(rows: Sequence[Sequence[Any]], *, encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def uploaded(
    by: Actor, rows: Sequence[Sequence[Any]] | None = None, *, headings: Sequence[str] = HEADINGS
) -> Upload:
    """A text ledger, uploaded and mapped as guessed."""
    upload = actions.upload(
        by=by, content=csv_bytes([headings, *(ROWS if rows is None else rows)]), name="相談台帳.csv"
    )
    return actions.map_columns(upload, by=by, columns=upload.columns)


def imported(by: Actor, rows: Sequence[Sequence[Any]] | None = None, **values: Any) -> Import:
    return actions.bring_in(uploaded(by, rows), by=by, **values)
