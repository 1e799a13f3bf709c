"""Reads an uploaded ledger, .xlsx or .csv, into plain tables of text (R-OPS-02). Nothing touches the disk."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED = 40 * 1024 * 1024
MAX_ROWS = 5000
MAX_COLUMNS = 100
MOST_SHEETS = 20
_SCANNED_ROWS, _SCANNED_CELLS = 20000, 1000000
_MAC_OFFSET = 1462
"""Days between the two counts of Excel, 1900 and 1904."""

_DROPPED = {code: None for code in range(32) if code not in (9, 10, 13)} | {127: None, 0xFEFF: None}
_DELIMITERS = (",", "\t", ";")


class Unreadable(Exception):
    """The file can not be taken as a ledger. Carries a Japanese sentence that says what to do."""


@dataclass(frozen=True)
class Table:
    """One sheet: `rows[n]` is row n+1 of the file, each cell as text. `serial_offset`: days to add to a date number."""

    name: str
    rows: list[list[str]]
    serial_offset: int = 0


@dataclass(frozen=True)
class Ledger:
    """The sheets that can be imported, and sentences on those left out."""

    tables: list[Table]
    left_out: list[str] = field(default_factory=list)


def read_ledger(content: bytes, name: str) -> Ledger:
    """The sheets of a file, told apart by what is in it rather than by its name. Raises Unreadable."""
    if len(content) > MAX_BYTES:
        raise Unreadable(too_big())
    if content.startswith(b"PK\x03\x04"):
        return _read_workbook(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            "古い形式(.xls)か、パスワードの付いたファイルです。Excelで開いてパスワードを外し、"
            "「Excel ブック(.xlsx)」で保存し直してください。"
        )
    table = _limited(Table(_stem(name), read_csv(content)))
    if not table.rows:
        raise Unreadable(_EMPTY)
    return Ledger([table])


def too_big() -> str:
    return (
        f"ファイルが大きすぎます({MAX_BYTES // 1024 // 1024}MBまで)。写真や使わないシートを除くか、"
        "年度ごとのファイルに分けてください。"
    )


def read_csv(content: bytes) -> list[list[str]]:
    """The rows of a text file in UTF-8, UTF-16 or cp932, parted by comma, tab or semicolon."""
    text = _decode(content)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise Unreadable("CSVとして読めません。Excelで開き、CSVか.xlsxで保存し直してください。") from error
    return _trimmed([cell_text(cell) for cell in row] for row in rows)


def cell_text(value: Any) -> str:
    """A cell as text: days as 2024-04-01, whole numbers without a fraction, no control characters."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return value.date().isoformat() if midnight else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return text.translate(_DROPPED).strip()


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp932")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Unreadable(
        "文字が読めません。Excelのファイル(.xlsx)か、CSV(UTF-8 または シフトJIS)を選んでください。"
    )


def _delimiter(text: str) -> str:
    """The mark that parts the first lines into the most columns."""
    head = io.StringIO("\n".join(text.splitlines()[:40]))
    counts = {}
    for mark in _DELIMITERS:
        head.seek(0)
        try:
            counts[mark] = sum(len(row) - 1 for row in csv.reader(head, delimiter=mark))
        except csv.Error:
            counts[mark] = 0
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def _read_workbook(content: bytes) -> Ledger:
    from openpyxl import load_workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(item.file_size for item in packed.infolist()) > MAX_UNPACKED:
                raise Unreadable(too_big())
        book = load_workbook(io.BytesIO(content), data_only=True)
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken file makes the library raise, the worker is told the same
        raise Unreadable(
            "Excelのファイルとして読めません。Excelで開けるか確かめ、「Excel ブック(.xlsx)」で保存し直してください。"
        ) from error
    tables, left_out = [], []
    for sheet in book.worksheets[:MOST_SHEETS]:
        try:
            rows = _cells(sheet)
            offset = _MAC_OFFSET if book.epoch == CALENDAR_MAC_1904 else 0
            table = _limited(Table(sheet.title, rows, offset))
        except Unreadable as error:
            left_out.append(f"「{sheet.title}」: {error}")
            continue
        if table.rows:
            tables.append(table)
    if len(book.worksheets) > MOST_SHEETS:
        left_out.append(f"{MOST_SHEETS}枚目よりあとのシートは読んでいません。")
    if not tables:
        raise Unreadable(left_out[0] if left_out else _EMPTY)
    return Ledger(tables, left_out)


_EMPTY = "何も書かれていないファイルです。台帳のファイルか、確かめてください。"


def _cells(sheet: Any) -> list[list[str]]:
    """All cells as text; what was merged downwards stands in each of its rows."""
    if sheet.max_row > _SCANNED_ROWS or sheet.max_row * sheet.max_column > _SCANNED_CELLS:
        raise Unreadable(
            "行か列が多すぎます。表の外まで罫線や色が付いているときは、余分な行と列を削除して保存し直してください。"
        )
    rows = [[cell_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > len(rows) or merged.min_col > len(rows[merged.min_row - 1]):
            continue
        top = rows[merged.min_row - 1][merged.min_col - 1]
        for number in range(merged.min_row, min(merged.max_row, len(rows))):
            rows[number][merged.min_col - 1] = top
    return _trimmed(rows)


def _trimmed(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Without empty cells at the end of rows and empty rows at the end of the table."""
    kept = []
    for row in rows:
        end = len(row)
        while end and not row[end - 1]:
            end -= 1
        kept.append(list(row[:end]))
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _limited(table: Table) -> Table:
    """Raises Unreadable when the table is longer or wider than one import takes."""
    filled = sum(1 for row in table.rows if row)
    if filled > MAX_ROWS:
        raise Unreadable(
            f"一度に取り込めるのは{MAX_ROWS:,}行までです(このファイルは{filled:,}行)。"
            "年度ごとなど、いくつかのファイルに分けてください。"
        )
    if max((len(row) for row in table.rows), default=0) > MAX_COLUMNS:
        raise Unreadable(f"列は{MAX_COLUMNS}列までです。使わない列を削除して、保存し直してください。")
    return table


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0] or "表"
