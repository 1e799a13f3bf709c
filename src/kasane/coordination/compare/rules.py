"""Which lines of two versions belong together, and what changed in them (R-COOR-07). Pure functions over words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

ALIKE = 0.6
"""From this likeness on a line with other words counts as the same line, changed."""

_PIECES = re.compile(r"[^。、\n]*[。、\n]?")


class Change(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


CHANGE_WORDS: dict[Change, str] = {
    Change.SAME: "同じ",
    Change.CHANGED: "変更",
    Change.ADDED: "追加",
    Change.REMOVED: "なくなった",
}
"""Said in words beside every line, never by colour alone."""


TONES: dict[Change, str] = {
    Change.SAME: "",
    Change.CHANGED: "wait",
    Change.ADDED: "now",
    Change.REMOVED: "off",
}
"""The badge of each."""


@dataclass(frozen=True)
class Entry:
    """A line or a field of one version: its title, and its values by label."""

    title: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PlanText:
    """One version in words."""

    name: str
    fields: tuple[tuple[str, str], ...]
    goals: tuple[Entry, ...]
    items: tuple[Entry, ...]


@dataclass(frozen=True)
class Piece:
    """A part of a text, and whether the other version has it too."""

    text: str
    differs: bool


@dataclass(frozen=True)
class Pair:
    """One value in both versions."""

    label: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        return self.before != self.after

    @property
    def pieces(self) -> tuple[list[Piece], list[Piece]]:
        """Both texts in pieces of a clause, so that what changed can be marked."""
        return pieces_of(self.before, self.after)


@dataclass(frozen=True)
class Row:
    """One line side by side."""

    title: str
    change: Change
    pairs: tuple[Pair, ...]

    @property
    def word(self) -> str:
        return CHANGE_WORDS[self.change]

    @property
    def tone(self) -> str:
        return TONES[self.change]

    @property
    def shown(self) -> list[dict[str, str]]:
        """What a line that was added, is gone or stayed says, without its title."""
        texts = ((pair.label, pair.after or pair.before) for pair in self.pairs)
        return [{"label": label, "text": text} for label, text in texts if text and text != self.title]

    @property
    def differing(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.differs]


@dataclass(frozen=True)
class Changes:
    """Two versions side by side."""

    fields: tuple[Row, ...]
    goals: tuple[Row, ...]
    items: tuple[Row, ...]

    @property
    def count(self) -> int:
        return sum(row.change != Change.SAME for row in (*self.fields, *self.goals, *self.items))


def changes_between(before: PlanText, after: PlanText) -> Changes:
    """Every field and line of the later version with what it was, then the lines that are gone."""
    was = dict(before.fields)
    fields = tuple(_field(Pair(label, was.get(label, ""), text)) for label, text in after.fields)
    return Changes(fields, _rows(before.goals, after.goals), _rows(before.items, after.items))


def pieces_of(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """The clauses of two texts, those marked that only one of them has."""
    old, new = _clauses(before), _clauses(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        differs = tag != "equal"
        if b > a:
            left.append(Piece("".join(old[a:b]), differs))
        if d > c:
            right.append(Piece("".join(new[c:d]), differs))
    return left, right


def _clauses(text: str) -> list[str]:
    return [one for one in _PIECES.findall(text) if one]


def _field(pair: Pair) -> Row:
    if not pair.differs:
        change = Change.SAME
    elif not pair.before:
        change = Change.ADDED
    elif not pair.after:
        change = Change.REMOVED
    else:
        change = Change.CHANGED
    return Row(pair.label, change, (pair,))


def _rows(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[Row, ...]:
    partners = _partners(before, after)
    rows = []
    for place, line in enumerate(after):
        old = before[partners[place]] if place in partners else None
        if old is None:
            rows.append(_row(line.title, Change.ADDED, Entry("", ()), line))
        else:
            rows.append(_row(line.title, Change.SAME if old == line else Change.CHANGED, old, line))
    kept = set(partners.values())
    gone = (line for place, line in enumerate(before) if place not in kept)
    return (*rows, *(_row(line.title, Change.REMOVED, line, Entry("", ())) for line in gone))


def _row(title: str, change: Change, old: Entry, new: Entry) -> Row:
    was, now = dict(old.values), dict(new.values)
    labels = dict.fromkeys([*now, *was])
    return Row(title, change, tuple(Pair(label, was.get(label, ""), now.get(label, "")) for label in labels))


def _partners(before: Sequence[Entry], after: Sequence[Entry]) -> dict[int, int]:
    """Which earlier line each later one continues: the likest first, each used once."""
    likeness = [
        (_likeness(old, new), -abs(i - j), j, i)
        for i, old in enumerate(before)
        for j, new in enumerate(after)
    ]
    found: dict[int, int] = {}
    used: set[int] = set()
    for alike, _, j, i in sorted(likeness, reverse=True):
        if alike < ALIKE:
            break
        if j not in found and i not in used:
            found[j] = i
            used.add(i)
    return found


def _likeness(old: Entry, new: Entry) -> float:
    """2: the same line; above 1: the same title; else how like the titles are."""
    if old == new:
        return 2.0
    if old.title == new.title:
        return 1.0 + sum(a == b for a, b in zip(old.values, new.values, strict=False)) / 100
    return SequenceMatcher(None, old.title, new.title, autojunk=False).ratio()
