"""What coordinators read of open cases that nobody holds (R-INT-05). The database tells nobody else anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from kasane.agencies.queries import staff_of
from kasane.base.dates import fiscal_label
from kasane.cases.holding.rules import HELP, WHY

MOST = 200
"""How many are listed at once; the others follow as soon as these are given on."""

HOME = 5
ON_HOME = f"(SELECT COALESCE(jsonb_agg(to_jsonb(u)), '[]') FROM cases_unheld(NULL, {HOME}) u)"
"""The first of them, for a statement that asks more than this."""


@dataclass(frozen=True)
class Unheld:
    """A case without anybody who can work on it: its number, its agency, and why."""

    id: UUID
    number: str
    agency: str
    reason: str
    is_urgent: bool
    total: int

    @property
    def why(self) -> str:
        return WHY[self.reason]

    @property
    def help(self) -> str:
        return HELP[self.reason]


def unheld(case_id: UUID | None = None) -> list[Unheld]:
    """Open cases nobody holds, urgent ones first; nothing for who looks after none of them. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_unheld(%s, %s)", [case_id, MOST])
        names = [column.name for column in cursor.description]
        return read(dict(zip(names, row, strict=True)) for row in cursor.fetchall())


def read(rows: Iterable[dict[str, Any]]) -> list[Unheld]:
    """Rows of `cases_unheld`, as the database or its JSON tells them."""
    return [
        Unheld(
            UUID(str(row["case_id"])), f"{fiscal_label(row['year'])}-{row['number']:04d}", row["agency"], row["why"],
            row["is_urgent"], row["total"],
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True)
class Holder:
    """An agency that can become responsible: it works on the case, or it had entrusted it."""

    id: UUID
    name: str
    way: str

    @property
    def words(self) -> str:
        return self.name if self.way == "works" else f"{self.name}(委託元の課として引き取る)"


def possible_holders(case_id: UUID) -> list[Holder]:
    """Who can become responsible for a case nobody holds. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_possible_holders(%s)", [case_id])
        return [Holder(*row) for row in cursor.fetchall()]


def unheld_among(case_ids: Sequence[UUID]) -> list[Unheld]:
    """Those of these cases that nobody holds, urgent ones first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT u.* FROM unnest(%s::uuid[]) c (id) CROSS JOIN LATERAL cases_unheld(c.id, 1) u"
            " ORDER BY u.is_urgent DESC, u.case_id",
            [list(case_ids)],
        )
        names = [column.name for column in cursor.description]
        return read(dict(zip(names, row, strict=True)) for row in cursor.fetchall())


def holders_among(case_ids: Sequence[UUID]) -> dict[UUID, list[Holder]]:
    """Who can become responsible for each of these cases. One query."""
    found: dict[UUID, list[Holder]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.id, h.* FROM unnest(%s::uuid[]) c (id) CROSS JOIN LATERAL cases_possible_holders(c.id) h",
            [list(case_ids)],
        )
        for case_id, *holder in cursor.fetchall():
            found.setdefault(case_id, []).append(Holder(*holder))
    return found


def staffed(agency_ids: Iterable[UUID]) -> set[UUID]:
    """Of these agencies, the ones in use with somebody who sees cases today."""
    posts = staff_of(list(agency_ids)).filter(agency__is_active=True)
    return {post.agency_id for post in posts if post.sees_cases}
