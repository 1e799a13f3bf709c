"""A workbook with nothing on it, for work away from a computer, and its way back into any page of the same sheet (R-INT-01, R-OPS-02).

A blank belongs to no case and no row. What is left empty in it says nothing, so it leaves alone what stands on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kasane.base.workbook import file_of, first_sheet, further_sheet
from kasane.cases.formbook.book import FIRST_COLUMN, Facts, Lists, write_facts, write_page
from kasane.cases.formbook.places import OF_A_ROW, Entry, Place, Rows, places
from kasane.cases.formbook.reading import (
    Fault,
    Lines,
    NotOurs,
    Reading,
    count_lines,
    dumped,
    is_filled,
    opened,
    read_book,
    rows_of,
    stated,
    take,
    take_line,
)
from kasane.cases.formbook.words import is_many, plain

BLANK = "blank"
LEAD = (
    "白い欄に書いて、かさねのこの様式の画面で読み込んでください。空の欄は、画面にある内容のままになります。"
    "読み込んでも、画面で保存するまでは何も変わりません。"
)
_LEFT_OVER = "この画面に、この項目を入れるところがありません。読み込みません。"


@dataclass(frozen=True)
class Part:
    """A form of the sheet; `title` is that of its page, such as 「2-3 健康・障害」, `build` makes its forms as the page does."""

    title: str
    build: Callable[[QueryDict | None], Mapping[str, Any]]


def blank_book(town: str, parts: Sequence[Part]) -> bytes:
    """The sheet with each of its forms on a page of its own."""
    more: dict[str, str] = {}
    book, lists = None, None
    for part in parts:
        if book is None:
            book, page = first_sheet(part.title)
            lists = Lists(book)
        else:
            page = further_sheet(book, part.title)
        facts = Facts(BLANK, "", town, part.title, "", lead=LEAD)
        every = [_emptied(key, place) for key, place in numbered(part.build(None))]
        write_page(page, facts, every, lists)
        more[f"page:{part.title}"] = page.title
        for place in every:
            if isinstance(place, Rows):
                names = ",".join(name for name, _, _ in place.columns)
                more[f"columns:{part.title}:{place.prefix}"] = names
    code = parts[0].title.split(" ")[0]
    write_facts(book, Facts(BLANK, code, town, parts[0].title, ""), more)
    return file_of(book)


def read(content: bytes, facts: Facts, shown: Mapping[str, Any]) -> Reading:
    """A file taken out of this very page, or a blank of the same sheet. Raises NotOurs."""
    book = opened(content)
    found = stated(book, facts)
    if found.get("form") != BLANK:
        return read_book(content, facts, shown)
    name = found.get(f"page:{facts.title}")
    if found.get("subject") != facts.sheet or name not in book.sheetnames:
        raise NotOurs(f"ほかの様式の白紙です(「{found.get('title', '')}」)。")
    columns = {
        key.rpartition(":")[2]: value.split(",")
        for key, value in found.items()
        if key.startswith(f"columns:{facts.title}:")
    }
    return _Blank(book[name], columns, shown).read()


def numbered(shown: Mapping[str, Any]) -> Iterator[tuple[str, Place]]:
    """Each place with a key that is the same in every case: the first goal, the second of the household."""
    seen: dict[str, dict[str, int]] = {}
    for place in places(shown):
        if not isinstance(place, Entry):
            yield "", place
            continue
        name = place.name
        if found := OF_A_ROW.fullmatch(name):
            rows = seen.setdefault(found[1], {})
            name = f"{found[1]}#{rows.setdefault(name, len(rows) + 1)}"
        yield (f"{name}={place.option}" if place.option else name), place


def _emptied(key: str, place: Place) -> Place:
    if isinstance(place, Rows):
        return replace(place, rows=())
    if isinstance(place, Entry):
        return replace(place, value="", name=key.removesuffix(f"={place.option}") if place.option else key)
    return place


class _Blank:
    """One page of a blank, read over what stands on the form page."""

    def __init__(self, page: Worksheet, columns: Mapping[str, list[str]], shown: Mapping[str, Any]) -> None:
        self.page, self.columns, self.shown = page, columns, shown
        self.keyed, self.tables = rows_of(page)
        self.reading = Reading(dumped(shown))
        self.used: set[int] = set()

    def read(self) -> Reading:
        every = list(numbered(self.shown))
        ticked = {place.name for key, place in every if self._is_ticked_list(key, place)}
        for key, place in every:
            if isinstance(place, Rows):
                self._table(place, self.tables)
            elif isinstance(place, Entry) and key in self.keyed:
                self._entry(place, self.keyed[key], is_answered=place.name in ticked)
        self._left_over()
        return self.reading

    def _says(self, row: int) -> bool:
        return bool(plain(self.page.cell(row, FIRST_COLUMN + 1).value).strip())

    def _is_ticked_list(self, key: str, place: Place) -> bool:
        """A list to tick in which something is ticked is an answer as a whole."""
        row = self.keyed.get(key)
        return isinstance(place, Entry) and is_many(place.field) and row is not None and self._says(row)

    def _entry(self, entry: Entry, row: int, *, is_answered: bool) -> None:
        self.used.add(row)
        self.reading.where[entry.name] = (row, get_column_letter(FIRST_COLUMN + 1))
        if is_answered or self._says(row):
            take(self.reading, self.page, entry, row, FIRST_COLUMN + 1)

    def _table(self, table: Rows, tables: Lines) -> None:
        """Each line of the file becomes one more line of the table."""
        names = self.columns.get(table.prefix, [])
        filled = [row for row, _ in tables.pop(table.prefix, []) if is_filled(self.page, row, len(names))]
        room = max(table.most - len(table.rows), 0)
        for row in filled[room:]:
            reason = f"「{table.title}」は{table.most}行までです。この行は読み込みません。"
            self.reading.faults.append(Fault(row, "B", "", reason))
        count_lines(self.reading.data, table, len(table.rows) + len(filled[:room]))
        known = {name for name, _, _ in table.columns}
        for place, row in enumerate(filled[:room], len(table.rows)):
            take_line(self.reading, self.page, table, place, row, names)
            for number, name in enumerate(names, FIRST_COLUMN):
                if name not in known:
                    self._refuse(row, number)

    def _left_over(self) -> None:
        """What was written and finds no place here is named, so that nothing gets lost unseen."""
        for key, row in self.keyed.items():
            if key != "#" and row not in self.used:
                self._refuse(row, FIRST_COLUMN + 1)
        for prefix, lines in self.tables.items():
            for row, _ in lines:
                for number, _ in enumerate(self.columns.get(prefix, []), FIRST_COLUMN):
                    self._refuse(row, number)

    def _refuse(self, row: int, column: int) -> None:
        cell = self.page.cell(row, column)
        if words := plain(cell.value).strip():
            self.reading.faults.append(Fault(row, cell.column_letter, words, _LEFT_OVER))
