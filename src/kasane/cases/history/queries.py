"""変更の記録 of one case, as the viewer may see it (R-DIS-08). The function in `history.sql` filters and masks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kasane.cases.history.words import (
    NOT_TOLD,
    TABLES,
    Line,
    Names,
    Row,
    about_of,
    columns_of,
    label_of,
    table_label,
    told,
)

PAGE = 50
ACTS = {"insert": "書いた", "update": "変えた", "delete": "消した"}


@dataclass(frozen=True)
class Difference:
    """One field that was changed."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One act on one row: who, when, and what it made of what."""

    id: int
    at: datetime
    by: str
    agency: str
    act: str
    what: str
    about: str
    differences: list[Difference]
    lines: list[Line]

    @property
    def act_words(self) -> str:
        return ACTS[self.act]


@dataclass(frozen=True)
class ChangePage:
    changes: list[Change]
    next_below: int | None


def changes_of(
    case_id: UUID, *, below: int | None = None, table: str | None = None, most: int = PAGE
) -> ChangePage:
    """The changes below a key, newest first. At most five queries, however long the history is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM disclosure_changes_of(%s, %s, %s, %s, %s)",
            [case_id, below, most + 1, table, list(NOT_TOLD)],
        )
        rows = [_decoded(row) for row in cursor.fetchall()]
    shown = rows[:most]
    names = Names.behind(
        [(row[5], values) for row in shown for values in (row[7], row[8]) if values],
        more=[one for row in shown for one in (row[2], row[3])],
    )
    changes = [_change(row, names) for row in shown]
    changes = [change for change in changes if change.differences or change.lines]
    return ChangePage(changes, shown[-1][0] if len(rows) > most else None)


def tables() -> list[tuple[str, str]]:
    """What the list may be narrowed to."""
    return list(TABLES.items())


def _decoded(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The driver hands JSON over as text."""
    before, after = (json.loads(value) if isinstance(value, str) else value for value in row[7:9])
    return *row[:7], before, after


def _change(row: tuple[Any, ...], names: Names) -> Change:
    key, at, user, agency, act, table, _, before, after = row
    values: Row = after or before or {}
    return Change(
        id=key,
        at=at,
        by=names[user] or "(しくみ)",
        agency=names[agency],
        act=act,
        what=table_label(table),
        about=about_of(table, values, names),
        differences=_differences(table, before, after, names) if act == "update" else [],
        lines=told(table, values, names) if act != "update" else [],
    )


def _differences(table: str, before: Row, after: Row, names: Names) -> list[Difference]:
    found = []
    for column in columns_of(table):
        if before.get(column) == after.get(column):
            continue
        was = dict(told(table, before, names, only=[column]))
        now = dict(told(table, after, names, only=[column]))
        found += [
            Difference(label, was.get(label, ""), now.get(label, ""))
            for label in dict.fromkeys([*was, *now])
            if was.get(label) != now.get(label)
        ]
        if not was and not now:
            found.append(Difference(label_of(table, column), "", ""))
    return [one for one in found if one.before or one.after]
