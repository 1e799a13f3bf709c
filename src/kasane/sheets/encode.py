"""From a Sheet to the plain values the Typst template reads. User text only ever becomes a JSON string."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kasane.base.printable import clean
from kasane.sheets.document import (
    Block,
    Cell,
    Checks,
    Fields,
    Heading,
    Notice,
    Picture,
    PicturePage,
    Prose,
    Sheet,
    Signature,
    Table,
    signature_fields,
)
from kasane.sheets.text import estimated_lines, to_lines

# Full-width characters on a line across the whole sheet, and beside a label.
SHEET_COLUMNS = 49.0
ROW_COLUMNS = 42.0
# A row up to this height stays on one page; a longer one may be broken.
LINES_KEPT_TOGETHER = 18

Payload = dict[str, Any]


class TextFilter:
    """Turns each text of a sheet into runs, with 〓 in place of every character that can not be printed."""

    def __init__(self, unprintable: Sequence[str] = ()) -> None:
        self._table = str.maketrans(dict.fromkeys(unprintable, "〓"))

    def plain(self, text: str) -> str:
        return clean(text).replace("\n", " ").translate(self._table)

    def markup(self, svg: str) -> str:
        """A drawing, whose own texts were escaped when it was made."""
        return clean(svg).translate(self._table)

    def lines(self, text: str) -> list[Any]:
        return to_lines(clean(text).translate(self._table))


def encode(
    sheets: Sequence[Sheet],
    *,
    title: str,
    unprintable: Sequence[str] = (),
    parts: Sequence[str] | None = None,
) -> Payload:
    """The payload for one PDF of one or many sheets.

    With `parts` it is a booklet: its pages are counted through, and a part begins at each sheet that has a name there.
    """
    text = TextFilter(unprintable)
    begun = parts or [""] * len(sheets)
    return {
        "title": text.plain(title),
        "booklet": parts is not None,
        "sheets": [
            _sheet(sheet, text, unprintable) | {"part": text.plain(part)}
            for sheet, part in zip(sheets, begun, strict=True)
        ],
    }


def _sheet(sheet: Sheet, text: TextFilter, unprintable: Sequence[str]) -> Payload:
    missing = [c for c in unprintable if any(c in part for part in texts_of(sheet))]
    return {
        "number": text.plain(sheet.numbered),
        "title": text.plain(sheet.title),
        "town": text.plain(sheet.town),
        "printed_on": text.plain(sheet.printed_on),
        "case_number": text.plain(sheet.case_number),
        "footer": text.lines(sheet.footer) if sheet.footer else [],
        "copy_note": text.plain(sheet.copy_note),
        "unprintable": "、".join(f"U+{ord(c):04X}" for c in missing),
        "blocks": [_block(block, text) for block in sheet.blocks],
    }


def _block(block: Block, text: TextFilter) -> Payload:
    encoder: Callable[[Any, TextFilter], Payload] = _ENCODERS[type(block)]
    return encoder(block, text)


def _fields(block: Fields, text: TextFilter) -> Payload:
    return {"kind": "fields", "rows": [_row(row, text) for row in block.rows if row]}


def _row(row: tuple[Cell | Checks, ...], text: TextFilter) -> Payload:
    total = sum(item.width for item in row)
    cells = [_checks(c, text) if isinstance(c, Checks) else _cell(c, text) for c in row]
    heights = [estimated_lines(c.value, ROW_COLUMNS * c.width / total) for c in row if isinstance(c, Cell)]
    return {"cells": cells, "breakable": max(heights, default=1) > LINES_KEPT_TOGETHER}


def _cell(cell: Cell, text: TextFilter) -> Payload:
    filled = cell.value.strip() != ""
    return {
        "kind": "cell",
        "label": text.plain(cell.label),
        "value": text.lines(cell.value if filled else cell.blank),
        "width": cell.width,
        "lines": cell.lines,
    }


def _checks(block: Checks, text: TextFilter) -> Payload:
    return {
        "kind": "checks",
        "label": text.plain(block.label),
        "style": block.style,
        "columns": block.columns,
        "wide": block.wide,
        "width": block.width,
        "options": [
            {
                "label": text.plain(label),
                "chosen": key in block.chosen or key == block.most_important,
                "most": key == block.most_important,
                "other": text.lines(block.other) if key == block.other_key else None,
            }
            for key, label in block.options
        ],
    }


def _prose(block: Prose, text: TextFilter) -> Payload:
    return {
        "kind": "prose",
        "label": text.plain(block.label),
        "note": text.plain(block.note),
        "text": text.lines(block.text),
        "lines": block.lines,
        "breakable": estimated_lines(block.text, SHEET_COLUMNS) > LINES_KEPT_TOGETHER,
    }


def _table(block: Table, text: TextFilter) -> Payload:
    total = sum(column.width for column in block.columns)
    shares = [SHEET_COLUMNS * column.width / total - 1 for column in block.columns]
    empty = ("",) * len(block.columns)
    rows = block.rows + (empty,) * (block.min_rows - len(block.rows))
    return {
        "kind": "table",
        "label": text.plain(block.label),
        "columns": [
            {"header": text.plain(c.header), "width": c.width, "align": c.align} for c in block.columns
        ],
        "rows": [
            {
                "cells": [text.lines(value) for value in row],
                "breakable": max(map(estimated_lines, row, shares), default=1) > LINES_KEPT_TOGETHER,
            }
            for row in rows
        ],
        "row_lines": block.row_lines,
    }


def _notice(block: Notice, text: TextFilter) -> Payload:
    return {"kind": "notice", "title": text.plain(block.title), "text": text.lines(block.text)}


def _heading(block: Heading, text: TextFilter) -> Payload:
    return {"kind": "heading", "text": text.plain(block.text), "note": text.plain(block.note)}


def _signature(block: Signature, text: TextFilter) -> Payload:
    return {
        "kind": "signature",
        "statement": text.lines(block.statement) if block.statement else [],
        "rows": _fields(signature_fields(block), text)["rows"],
    }


def _pictures(block: PicturePage, text: TextFilter) -> Payload:
    return {
        "kind": "pictures",
        "pictures": [_picture(one, text) for one in block.pictures],
        "sentences": [
            {"label": text.plain(label), "lines": [text.lines(line) for line in lines]}
            for label, lines in block.sentences
        ],
        "flows": block.flows,
        "alone": block.alone,
    }


def _picture(one: Picture, text: TextFilter) -> Payload:
    return {
        "label": text.plain(one.label),
        "svg": text.markup(one.svg),
        "alt": text.plain(one.alt),
        "width": one.width,
        "height": one.height,
    }


_ENCODERS: dict[type, Callable[[Any, TextFilter], Payload]] = {
    Fields: _fields,
    Checks: _checks,
    Prose: _prose,
    Table: _table,
    Notice: _notice,
    Signature: _signature,
    Heading: _heading,
    PicturePage: _pictures,
}


def texts_of(value: object) -> list[str]:
    """Every text inside a sheet or one of its parts, in the order it is printed."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, (tuple, list)):
        return [text for item in value for text in texts_of(item)]
    slots = getattr(type(value), "__slots__", ())
    return [text for name in slots for text in texts_of(getattr(value, name))]
