"""A profile can name every item the sheets ask the town's words for, and no other (R-DEL-05)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kasane import sheets
from kasane.agencies import profile
from kasane.cases.formbook.blank import blank_book
from kasane.profiles import load
from kasane.profiles.paper_items import ITEMS, KINDS
from kasane.sheets.blanks import WORKBOOKS
from kasane.sheets.fill import BLANKS

ONLY_FILLED = {"evaluation.attempt_records"}
"""Asked for where the case has records to choose from; a blank sheet has none."""
ASKS = {"label", "cells", "checks", "prose", "shows"}


class Asked(dict[str, str]):
    """The town's labels, of which each that is asked for is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.keys_asked: set[str] = set()

    def get(self, key, default=None):
        self.keys_asked.add(key)
        return default


def written() -> Iterator[str]:
    """The items that the sheets name in their source, also those printed only once something is entered."""
    for path in Path(sheets.__file__).parent.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def items(keys) -> set[str]:
    """Without the usual words of the paper, by which an item can be named as well."""
    found = {key for key in keys if key.isascii() and "." in key and key.split(".", 1)[1].isidentifier()}
    return {key for key in found if not key.endswith(".title")}


@pytest.fixture
def asked(cast, monkeypatch):
    labels = Asked()
    town = load("misaki")
    monkeypatch.setattr(profile, "current", lambda: replace(town, paper=replace(town.paper, labels=labels)))
    for blank in BLANKS.values():
        blank()
    for parts in WORKBOOKS.values():
        blank_book("町", parts(cast.worker))
    return items(labels.keys_asked) | items(written())


def test_a_profile_knows_the_items_that_the_papers_and_the_workbooks_ask_for(asked):
    known = {f"{kind}.{item}" for kind, items in ITEMS.items() for item in items}
    assert (asked - known, known - asked) == (set(), ONLY_FILLED)


def test_a_profile_knows_every_kind_of_paper():
    kinds = {
        node.args[0].value
        for path in Path(sheets.__file__).parent.rglob("*.py")
        if "tests" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        and (getattr(node.func, "attr", "") == "sheet" or getattr(node.func, "id", "") == "_sheet")
    }  # fmt: skip
    kinds = {kind for kind in kinds if kind.isascii()}
    assert kinds | set(ITEMS) == KINDS
