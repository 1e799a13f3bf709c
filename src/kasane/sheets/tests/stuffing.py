"""Any sheet with a text of its own in every place that can hold one: what is in the registries is tested without being listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kasane.sheets.document import Block, Cell, Checks, Fields, Prose, Sheet, Signature, Table

RARE = "𠮷﨑髙邉葛\U000e0100辻\U000e0101"
"""Letters outside the basic plane, of the old forms, and with a variation selector (IVS)."""


def stuffed(sheet: Sheet) -> tuple[Sheet, list[str]]:
    """The sheet filled in everywhere, and all that was put in."""
    words = _words()
    put: list[str] = []

    def take() -> str:
        put.append(next(words))
        return put[-1]

    blocks = tuple(_block(block, take) for block in sheet.blocks)
    return replace(sheet, blocks=blocks, case_number="R7-9999"), put


def _words() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{RARE}{number:03d}番"


def _block(block: Block, take: Callable[[], str]) -> Block:
    if isinstance(block, Fields):
        rows = []
        for row in block.rows:
            rows.append(
                tuple(
                    replace(item, value=take()) if isinstance(item, Cell) else _ticked(item, take)
                    for item in row
                )
            )
        return Fields(tuple(rows))
    if isinstance(block, Checks):
        return _ticked(block, take)
    if isinstance(block, Prose):
        return replace(block, text=take())
    if isinstance(block, Table):
        rows = tuple(tuple(take() for _ in block.columns) for _ in range(2))
        return replace(block, rows=rows)
    if isinstance(block, Signature):
        return replace(block, signed_on=take(), signer=take(), proxy_name=take(), proxy_reason=take())
    return block


def _ticked(item: Checks, take: Callable[[], str]) -> Checks:
    other = take() if item.other_key else ""
    return replace(item, chosen=frozenset(key for key, _ in item.options), other=other)
