"""What must not be read: every word that stands in a protected row, and nothing the product says by itself.

Facts are found in the database, not listed: a new table or column is covered when it has a row in the world.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kasane.base.dates import wareki
from tests.sweep.rows import LOG, Row

SOURCE = Path(__file__).parents[2]
LENGTH = 8
"""So many characters in a row out of a longer text give it away: an excerpt is a leak too."""

UUID_TEXT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー・\s]+")
_PARTS = re.compile(r"\s+|(?<=法人)|(?<=[市町村])")
"""What an agency is called for short: 社会福祉協議会 of 社会福祉法人美咲町社会福祉協議会."""
_CLAUSE = re.compile(r"[\s、。・:/()()「」]+")
_SPACE = re.compile(r"\s+")
_DAY = re.compile(
    r"(?:令和|平成|昭和|大正)?\d+年(?:\d+月)?(?:\d+日)?|[RH]\d+第\d+回|\d{4}-\d\d-\d\d(?:T[\d:.+]*)?"
)
_NUMBER = re.compile(r"[\d-]{9,}|R\d+-\d{4,}|\S+@\S+")
_BIRTH = re.compile(r"birth|died")
_NAMING = re.compile(
    r"(?:family|given|signed|consulter)_(?:name|kana)$|address|counterpart_name|school|workplace"
)
"""Columns of which even a short word says who or where somebody is."""


@dataclass(frozen=True)
class Facts:
    """Pieces of text and ids. `in_` finds those that an answer holds."""

    short: frozenset[str] = frozenset()
    pieces: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def __sub__(self, other: Facts) -> Facts:
        return Facts(self.short - other.short, self.pieces - other.pieces, self.ids - other.ids)

    def __len__(self) -> int:
        return len(self.short) + len(self.pieces) + len(self.ids)

    def in_(self, answer: str, *, asked: str = "") -> set[str]:
        """The facts in an answer that were not said in the question itself."""
        text, said = squeezed(answer), squeezed(asked)
        found = {word for word in self.short if word in text}
        found |= self.pieces & pieces_of(answer)
        found |= self.ids & set(UUID_TEXT.findall(answer))
        return {one for one in found if one not in said}


def squeezed(text: str) -> str:
    return _SPACE.sub("", text)


def pieces_of(text: str) -> set[str]:
    return {text[start : start + LENGTH] for start in range(len(text) - LENGTH + 1)}


class Reader:
    """Reads facts out of rows: each row once, without what is public and without turns of speech.

    A piece of text that stands in the rows of several cases tells nothing of one of them.
    """

    def __init__(self, rows: Iterable[Row], plain: Iterable[Row]) -> None:
        names = {word for row in plain for word in _public_names(row)}
        self._public = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
        kept = [row for row in rows if row.table != LOG]
        self._by_row = {(row.table, row.id): self._read(row) for row in kept}
        every = _union(self._by_row.values())
        product = _said_by_the_product()
        said = {product[start : start + LENGTH] for start in range(len(product) - LENGTH + 1)} & every.pieces
        called = "\n".join(names)
        words = {word for word in every.short if word in product or word in called}
        self._told = Facts(frozenset(words), frozenset(said | self._common(kept)))

    def of(self, rows: Iterable[Row]) -> Facts:
        """The facts of some rows."""
        return _union(self._by_row[row.table, row.id] for row in rows if row.table != LOG) - self._told

    def _common(self, rows: Iterable[Row]) -> set[str]:
        owner: dict[str, set[str]] = {}
        common: set[str] = set()
        for row in rows:
            for piece in self._by_row[row.table, row.id].pieces:
                if owner.setdefault(piece, row.cases).isdisjoint(row.cases):
                    common.add(piece)
        return common

    def _read(self, row: Row) -> Facts:
        short: set[str] = set()
        pieces: set[str] = set()
        for name, text in _texts(row.content):
            if _BIRTH.search(name) and _DAY.fullmatch(text):
                short.add(wareki(date.fromisoformat(text)))
            elif _NUMBER.fullmatch(text) or (_NAMING.search(name) and _says_who(text)):
                short.add(squeezed(text))
            else:
                for part in _DAY.split(self._public.sub("\n", text)):
                    pieces.update(*map(pieces_of, _CLAUSE.split(part)))
        ids = {row.id} if row.cases and UUID_TEXT.fullmatch(row.id) else set()
        return Facts(frozenset(short), frozenset(one for one in pieces if not one.isascii()), frozenset(ids))


def _union(many: Iterable[Facts]) -> Facts:
    short: set[str] = set()
    pieces: set[str] = set()
    ids: set[str] = set()
    for one in many:
        short |= one.short
        pieces |= one.pieces
        ids |= one.ids
    return Facts(frozenset(short), frozenset(pieces), frozenset(ids))


def _says_who(text: str) -> bool:
    """A name in kanji, or a reading long enough to be no part of another word."""
    return not text.isascii() and len(text) >= (4 if _KANA.fullmatch(text) else 2)


def _texts(content: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a row, with the name of its column."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _texts(value, key if not name else f"{name}.{key}")
    elif isinstance(content, list):
        for value in content:
            yield from _texts(value, name)
    elif isinstance(content, str):
        yield name, content


def _public_names(row: Row) -> Iterator[str]:
    """What agencies, bodies, programs and staff are called."""
    for name, text in _texts(row.content):
        if "name" in name and not text.isascii():
            yield from (one for one in (text, *_PARTS.split(text)) if len(one) > 1)


def _said_by_the_product() -> str:
    """All sources and texts of the product but those of the demo, whose words are the facts of these tests."""
    kinds = (".py", ".html", ".toml", ".md", ".txt", ".typ")
    places = (SOURCE / "src" / "kasane", SOURCE / "docs" / "manual")
    files = (path for place in places for path in sorted(place.rglob("*")) if path.suffix in kinds)
    kept = (path for path in files if not {"demo", "tests", "static"} & set(path.parts))
    return squeezed("".join(path.read_text(encoding="utf-8") for path in kept))
