"""Protected persons whom nobody looks after any more, and the passages kept for those who do (R-DIS-09)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Q

from kasane.base.dates import fiscal_label
from kasane.people.models import Person, ProtectedContact, ProtectedPassage


@dataclass(frozen=True, slots=True)
class Unattended:
    """A case in which all named staff have left, and the new staff proposed for it, if any."""

    id: UUID
    number: str
    agency: str
    since: date
    handover: UUID | None
    staff: tuple[UUID, ...]
    reason: str
    proposed_by: UUID | None
    proposed_by_name: str


def unattended(contact: UUID | None = None) -> list[Unattended]:
    """What waits for new staff; nothing for anybody but coordinators and those who agree. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_unattended(%s)", [contact])
        return [
            Unattended(
                one[0], f"{fiscal_label(one[1])}-{one[2]:04d}", one[3], one[4], one[5], tuple(one[6] or ()), one[7] or "",
                one[8], one[9] or "",
            )
            for one in cursor.fetchall()
        ]  # fmt: skip


def successors(contact: UUID) -> list[tuple[str, str]]:
    """Who can be named for somebody unattended: those who work on the case today. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_successors(%s)", [contact])
        return [(str(user), f"{name}({agency})") for user, name, agency in cursor.fetchall()]


def unsettled() -> list[ProtectedContact]:
    """Persons given to the viewer to look after by somebody else's act, and not looked at since. One query."""
    return list(ProtectedContact.objects.filter(is_settled=False).select_related("case", "person"))


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it stood before words in it were hidden."""

    where: str
    at: datetime
    written_by: str
    text: str


def passages(person: Person) -> list[Passage]:
    """The texts in which this person's words were hidden, newest first; to named staff, where they read the row.

    With them those which could not be put back when a protection ended. Two queries.
    """
    mine = Q(persons__contains=[person.pk]) | Q(persons__len=0)
    rows = ProtectedPassage.objects.filter(mine, case_id=person.case_id).exclude(table_name="cases_draft")
    return [
        Passage(
            where=_where(row.table_name, row.column_name),
            at=row.at,
            written_by=row.written_by.name if row.written_by else "",
            text="\n".join(_different(row.original, row.masked)),
        )
        for row in rows.select_related("written_by").order_by("-id")
    ]


def _where(table: str, column: str) -> str:
    """The label of the column, as the sheets name it."""
    model = next((one for one in apps.get_models() if one._meta.db_table == table), None)
    return str(model._meta.get_field(column).verbose_name) if model else ""  # type: ignore[union-attr]


def _different(original: str, masked: str) -> Iterator[str]:
    """The texts that are different; of a sheet kept as one value, only the answers in which something was hidden."""
    try:
        before, after = json.loads(original), json.loads(masked)
    except ValueError:
        yield original
        return
    yield from _pairs(before, after)


def _pairs(before: Any, after: Any) -> Iterator[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        for one, other in zip(before.values(), after.values(), strict=False):
            yield from _pairs(one, other)
    elif isinstance(before, list) and isinstance(after, list):
        for one, other in zip(before, after, strict=False):
            yield from _pairs(one, other)
    elif before != after:
        yield str(before)
