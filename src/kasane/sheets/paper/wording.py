"""The labels of a sheet in the town's own words; what was entered stays as it was entered (R-DEL-05)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kasane.sheets.document import Block, Cell, Checks, Fields, Heading, PicturePage, Prose, Table

Word = Callable[[str], str]


def worded(block: Block, word: Word) -> Block:
    """The block with each label, heading and answer to choose from as `word` turns it."""
    if isinstance(block, Fields):
        return Fields(tuple(tuple(_item(item, word) for item in row) for row in block.rows))
    if isinstance(block, Checks):
        return _checks(block, word)
    if isinstance(block, Prose):
        return replace(block, label=word(block.label), note=word(block.note))
    if isinstance(block, Heading):
        return block if block.is_typed else replace(block, text=word(block.text), note=word(block.note))
    if isinstance(block, Table):
        columns = tuple(replace(one, header=word(one.header)) for one in block.columns)
        return replace(block, columns=columns, label=word(block.label))
    if isinstance(block, PicturePage):
        drawn = tuple(replace(one, label=word(one.label)) for one in block.pictures)
        return replace(block, pictures=drawn)
    return block


def _item(item: Cell | Checks, word: Word) -> Cell | Checks:
    return _checks(item, word) if isinstance(item, Checks) else replace(item, label=word(item.label))


def _checks(item: Checks, word: Word) -> Checks:
    options = tuple((key, word(label)) for key, label in item.options)
    return replace(item, label=item.label if item.is_typed else word(item.label), options=options)
