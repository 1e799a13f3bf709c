"""Reads a workbook of ours back into what the form would have posted. Nothing is saved here (R-OPS-02)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from django.http import QueryDict
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kasane.cases.formbook.book import FACTS, FIRST_COLUMN, SCHEMA, Facts
from kasane.cases.formbook.places import Entry, Rows, hidden, places
from kasane.cases.formbook.town import leaves_out
from kasane.cases.formbook.words import Unreadable, is_many, is_ticked, plain, posted

_LINE_KEY = re.compile(r"(.+)\[(\d*)\]")
LARGEST, LARGEST_UNPACKED = 5_000_000, 10_000_000
MOST_ROWS, MOST_COLUMNS = 3000, 40
"""Ours are far smaller. A single cell far outside would let the reading go through millions of empty ones."""
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s")


class NotOurs(ValueError):
    """The file can not be read back here; the message says why and what to do."""


@dataclass(frozen=True)
class Fault:
    """What could not be taken over: where it stands in the file, what stands there, and why."""

    row: int
    column: str
    value: str
    reason: str


@dataclass
class Reading:
    """What the file says, as form data; `where` tells in which cell each field stood."""

    data: QueryDict
    faults: list[Fault] = field(default_factory=list)
    where: dict[str, tuple[int, str]] = field(default_factory=dict)
    lines: list[dict[str, Any]] = field(default_factory=list)


def read_book(content: bytes, facts: Facts, shown: Mapping[str, Any]) -> Reading:
    """The answers of the file over those that stand now. Raises NotOurs for a file of something else.

    A row that is no longer in the file keeps its present answer, and a cell that can not be read as well; both are named.
    """
    book = opened(content)
    carried = stated(book, facts)
    if (carried.get("form"), carried.get("subject")) != (facts.form, facts.subject):
        raise NotOurs(
            f"ほかの様式かほかのケースのファイルです(「{carried.get('title', '')} {carried.get('case', '')}」)。"
        )
    page = book.worksheets[0]
    keyed, tables = rows_of(page)
    reading = Reading(dumped(shown))
    for name in hidden(shown):
        reading.data[name] = carried.get(f"hidden:{name}", "")
    for place in places(shown):
        if isinstance(place, Rows):
            _table(reading, page, place, tables)
        elif isinstance(place, Entry) and not leaves_out(facts.sheet, place):
            _entry(reading, page, place, keyed)
    return reading


def dumped(shown: Mapping[str, Any]) -> QueryDict:
    """What the page would post if it were sent as it stands."""
    data = QueryDict(mutable=True)
    for name, value in hidden(shown).items():
        data[name] = value
    for place in places(shown):
        if isinstance(place, Rows):
            count_lines(data, place, len(place.rows))
            for row in place.rows:
                for entry in row:
                    _set(data, entry, entry.value)
        elif isinstance(place, Entry):
            _set(data, place, place.value)
    return data


def _set(data: QueryDict, entry: Entry, text: str) -> None:
    if is_many(entry.field):
        kept = [one for one in data.getlist(entry.name) if one != entry.option]
        data.setlist(entry.name, [*kept, entry.option] if is_ticked(text) else kept)
        return
    values = posted(entry.field, text)
    if hasattr(entry.field.widget, "widgets"):
        data[f"{entry.name}_0"], data[f"{entry.name}_1"] = values[0], ""
    elif values:
        data[entry.name] = values[0]
    else:
        data.pop(entry.name, None)


def count_lines(data: QueryDict, table: Rows, total: int) -> None:
    """How many lines the table is posted with."""
    data[f"{table.prefix}-TOTAL_FORMS"] = str(total)
    data[f"{table.prefix}-INITIAL_FORMS"] = str(len(table.rows))
    data[f"{table.prefix}-MIN_NUM_FORMS"], data[f"{table.prefix}-MAX_NUM_FORMS"] = "0", str(table.most)


def opened(content: bytes) -> Any:
    """The workbook. Raises NotOurs for what is none, is too large, or reaches too far."""
    if len(content) > LARGEST:
        raise NotOurs("ファイルが大きすぎます。かさねから書き出したExcelだけを読み込めます。")
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST_UNPACKED:
                raise NotOurs("ファイルの中身が大きすぎます。")
            if any(_MERGED.search(packed.read(one)) for one in packed.infolist()):
                raise NotOurs("結合したセルがあります。結合を解いてから、もう一度読み込んでください。")
        book = load_workbook(BytesIO(content), data_only=False)
    except NotOurs:
        raise
    except Exception as error:  # openpyxl raises many kinds for a broken file
        raise NotOurs(
            "Excel(.xlsx)として開けませんでした。かさねから書き出したファイルかどうか確かめてください。"
        ) from error
    if any(page.max_row > MOST_ROWS or page.max_column > MOST_COLUMNS for page in book.worksheets):
        raise NotOurs(
            f"{MOST_ROWS}行か{MOST_COLUMNS}列をこえるところに、何か入っています。表の外を消してから、もう一度読み込んでください。"
        )
    return book


def stated(book: Any, facts: Facts) -> dict[str, str]:
    """What the file says it is. Raises NotOurs for one that is not ours, of another town or of another age."""
    if FACTS not in book.sheetnames:
        raise NotOurs(
            "かさねから書き出した様式ではありません。この画面の「Excelに書き出す」で作ったファイルに書いてください。"
        )
    rows = book[FACTS].iter_rows(max_col=2, values_only=True)
    found = {str(key): plain(value) for key, value in rows if key is not None}
    if found.get("schema") != str(SCHEMA):
        raise NotOurs("別の版のかさねで書き出したファイルです。この画面からもう一度書き出してください。")
    if found.get("town") != facts.town:
        raise NotOurs("ほかの自治体のファイルです。")
    return found


Lines = dict[str, list[tuple[int, int | None]]]
"""Of each table its lines: the row, and which line of before it is (None for one that was put in)."""


def rows_of(page: Worksheet) -> tuple[dict[str, int], Lines]:
    """Where each answer and each line of a table stands now."""
    keyed: dict[str, int] = {}
    tables: Lines = {}
    table = ""
    for row in range(1, page.max_row + 1):
        key = plain(page.cell(row, 1).value)
        if found := _LINE_KEY.fullmatch(key):
            table = found[1]
            lines = tables.setdefault(table, [])
            place = int(found[2]) if found[2] else None
            if place is not None:
                lines.append((row, None if any(place == one for _, one in lines) else place))
        elif key:
            table = ""
            keyed.setdefault(key, row)
        elif table and any(cell.value is not None for cell in page[row]):
            tables[table].append((row, None))
    return keyed, tables


def _text(cell: Cell) -> str:
    if cell.data_type == "f":
        raise Unreadable("式が入っています。値だけを入れてください。")
    if cell.data_type == "e":
        raise Unreadable("Excelのエラーになっています。")
    return plain(cell.value)


def take(reading: Reading, page: Worksheet, entry: Entry, row: int, column: int) -> None:
    """The answer of a cell, or a fault with its place."""
    cell = page.cell(row, column)
    reading.where[entry.name] = (row, get_column_letter(column))
    try:
        _set(reading.data, entry, _text(cell))
    except Unreadable as why:
        reading.faults.append(Fault(row, get_column_letter(column), plain(cell.value), str(why)))


def _entry(reading: Reading, page: Worksheet, entry: Entry, keyed: dict[str, int]) -> None:
    row = keyed.get(entry.key)
    if row is None:
        reading.faults.append(
            Fault(0, "", "", f"「{entry.label}」の行がありません。いまの内容のままにします。")
        )
        return
    take(reading, page, entry, row, 3)


def _table(reading: Reading, page: Worksheet, table: Rows, tables: Lines) -> None:
    """Each line of before stays in its place, one that is empty now is to go, and new ones follow."""
    lines = tables.get(table.prefix)
    if lines is None:
        reading.faults.append(
            Fault(0, "", "", f"「{table.title}」の表がありません。いまの内容のままにします。")
        )
        return
    filled = [(row, place) for row, place in lines if is_filled(page, row, len(table.columns))]
    before = {place: row for row, place in filled if place is not None and place < len(table.rows)}
    added = [row for row, _ in filled if row not in before.values()]
    room = table.most - len(table.rows)
    for row in added[room:]:
        reading.faults.append(
            Fault(row, "B", "", f"「{table.title}」は{table.most}行までです。この行は読み込みません。")
        )
    placed = before | dict(enumerate(added[:room], len(table.rows)))
    count_lines(reading.data, table, len(table.rows) + len(added[:room]))
    names = [name for name, _, _ in table.columns]
    for place, row in placed.items():
        take_line(reading, page, table, place, row, names)
    for place in set(range(len(table.rows))) - set(before):
        reading.data[f"{table.prefix}-{place}-DELETE"] = "on"


def take_line(
    reading: Reading, page: Worksheet, table: Rows, place: int, row: int, names: Sequence[str]
) -> None:
    """A line of the file as line `place` of the table. `names` says which column of the file is which."""
    for name, label, one in table.columns:
        if name not in names:
            continue
        entry, column = (
            Entry(f"{table.prefix}-{place}-{name}", label, one, ""),
            FIRST_COLUMN + names.index(name),
        )
        if place >= len(table.rows) and one.initial and page.cell(row, column).value is None:
            reading.data[entry.name] = "on" if one.initial is True else str(one.initial)
        else:
            take(reading, page, entry, row, column)


def is_filled(page: Worksheet, row: int, width: int) -> bool:
    """Whether anything stands in a line."""
    return any(plain(page.cell(row, FIRST_COLUMN + n).value).strip() for n in range(width))
