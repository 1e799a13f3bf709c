"""What the script of the live minutes is told: the parts of an item, and their lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kasane.agencies.models import Agency
from kasane.conferences.live import lines
from kasane.conferences.models import AgendaItem, TalkField, TalkLine


def pane(item: AgendaItem, agencies: Sequence[Agency]) -> dict[str, Any]:
    """What the script of the page begins with: the parts of the minutes and their lines."""
    rows = lines.lines_of(item)
    spoken = {agency.id: agency.name for agency in agencies}
    spoken |= {row.agency_id: row.agency.name for row in rows if row.agency_id and row.agency}
    parts = [
        {"field": field.value, "agency": None, "label": field.label}
        for field in (TalkField.TEXT, TalkField.DECISION)
    ]
    parts += [
        {"field": TalkField.OPINION.value, "agency": str(key), "label": f"{name}の意見"}
        for key, name in spoken.items()
    ]
    return {"parts": parts, **changed_since(rows, since=0)}


def changed_since(
    rows: Sequence[TalkLine], *, since: int, also: frozenset[str] | set[str] = frozenset()
) -> dict[str, Any]:
    return {
        "seq": max((row.seq for row in rows), default=0),
        "lines": [_line(row) for row in rows if row.seq > since or str(row.id) in also],
    }


def _line(row: TalkLine) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "field": row.field,
        "agency": str(row.agency_id) if row.agency_id else None,
        "position": row.position,
        "text": "" if row.is_removed else row.text,
        "version": row.version,
        "author": "・".join(dict.fromkeys(one.name for one in (row.author, row.last_by) if one)),
        "removed": row.is_removed,
        "beside": str(row.beside) if row.beside else None,
    }
