"""What the database shows and lets do, and where that differs from the rules."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.disclosure.viewer import acting_as

from .filling import Row, protected_tables
from .law import RULES, Law
from .session import readable, rows
from .world import kinds_in_words

TRIES = """
CREATE FUNCTION pg_temp.changeable(wanted regclass, key text, ids text[]) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    one text;
    hits integer;
BEGIN
    FOREACH one IN ARRAY ids LOOP
        BEGIN
            EXECUTE format('UPDATE %s SET %I = %I WHERE %I::text = $1', wanted, key, key, key) USING one;
            GET DIAGNOSTICS hits = ROW_COUNT;
            IF hits > 0 THEN
                RETURN NEXT one;
            END IF;
        EXCEPTION WHEN insufficient_privilege THEN
            NULL;
        END;
    END LOOP;
END $$;
CREATE FUNCTION pg_temp.removable(wanted regclass, key text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY EXECUTE format('DELETE FROM %s RETURNING %I::text', wanted, key);
EXCEPTION WHEN insufficient_privilege THEN
    RETURN;
END $$;
"""
"""As whoever calls them, under row-level security: the rows that may be changed, and those that may be removed."""

LOOK = "PREPARE look AS {}"
"""One statement over all tables, planned once per world instead of once per viewer."""

MOST = 8


@dataclass
class Count:
    """How many decisions were compared: (viewer, table, row), and the same for changing and removing."""

    worlds: int = 0
    reads: int = 0
    writes: int = 0
    doors: int = 0
    seen: int = 0
    tables: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def __str__(self) -> str:
        return (
            f"{self.worlds} worlds: {self.reads:,} decisions of reading ({self.seen:,} seen),"
            f" {self.writes:,} of writing, {self.doors:,} by functions, {len(self.tables)} tables"
        )


class Disagreement(AssertionError):
    """The database and the rules differ; the message is the world and the decisions in words."""


def compare_reading(law: Law, count: Count) -> list[str]:
    """Every viewer, every protected table, every row: seen exactly when the rule says so."""
    found: list[str] = []
    keys = {table: key_of(table) for table in law.tables}
    for name, viewer in law.town.viewers.items():
        with acting_as(law.town.actors[name]):
            seen = set(rows("EXECUTE look"))
        for table, there in law.tables.items():
            for row in there:
                allowed = RULES[table].sees(law, viewer, row)
                shown = (table, str(row[keys[table]])) in seen
                count.seen += shown
                if allowed != shown:
                    found.append(_told(law, name, table, row, shown, "is shown", "shows"))
            count.reads += len(there)
            count.tables[table] += len(there)
    return found


def compare_writing(law: Law, name: str, count: Count) -> list[str]:
    """One viewer tries to change and to remove every row; what comes through is what the rules let through."""
    found: list[str] = []
    viewer, actor = law.town.viewers[name], law.town.actors[name]
    for table, there in law.tables.items():
        key = key_of(table)
        ids = [str(row[key]) for row in there]
        with acting_as(actor):
            changed = {one for (one,) in _undone("SELECT pg_temp.changeable(%s, %s, %s)", [table, key, ids])}
            removed = {one for (one,) in _undone("SELECT pg_temp.removable(%s, %s)", [table, key])}
        for row in there:
            one = str(row[key])
            if RULES[table].changes(law, viewer, row) != (one in changed):
                found.append(_told(law, name, table, row, one in changed, "may be changed", "lets change"))
            if RULES[table].removes(law, viewer, row) != (one in removed):
                found.append(_told(law, name, table, row, one in removed, "may be removed", "lets remove"))
        count.writes += 2 * len(there)
    return found


def all_rows() -> str:
    """The key of every row that the viewer sees, with its table."""
    tables = [table for table in protected_tables() if readable(table)]
    return " UNION ALL ".join(f"SELECT '{table}', {key_of(table)}::text FROM {table}" for table in tables)


def key_of(table: str) -> str:
    """The column by which the rows of a table are known."""
    if table not in _keys:
        found = rows(
            "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid"
            " AND a.attnum = i.indkey[0] WHERE i.indrelid = %s::regclass AND i.indisprimary AND i.indnkeyatts = 1",
            [table],
        )
        assert found, f"{table} has no single primary key to know its rows by"
        _keys[table] = str(found[0][0])
    return _keys[table]


_keys: dict[str, str] = {}


def _undone(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with transaction.atomic():
        found = rows(statement, values)
        transaction.set_rollback(True)
    return found


def _told(law: Law, name: str, table: str, row: Row, done: bool, is_done: str, does: str) -> str:
    case_id: UUID | None = row["id"] if table == "cases_case" else row.get("case_id")
    where = f"case {law.number_of[case_id]}" if case_id in law.number_of else "no case"
    kinds = f", {kinds_in_words(row['kinds'])}" if "kinds" in row else ""
    verdict = (
        f"{is_done} by SQL, the rule forbids it" if done else f"the rule allows it, SQL does not ({does})"
    )
    return f"{name} and a row of {table} ({where}{kinds}): {verdict}"


def rights_in_words(law: Law) -> str:
    """The rights the rules derive, for whoever reads a failure."""
    named = {agency.id: f"agency {key}" for key, agency in law.town.agencies.items()}
    named |= {user.id: name for name, user in law.town.users.items()}
    lines = []
    for case_id, grants in law.grants.items():
        for g in grants:
            until = "" if g.valid_until is None else f" until {(g.valid_until - law.town.today).days:+}"
            lines.append(
                f"case {law.number_of[case_id]}: {named[g.agency_id or g.user_id]} by {g.basis},"
                f" {kinds_in_words(g.kinds)}{', writes' if g.writes else ''}, from"
                f" {(g.valid_from - law.town.today).days:+}{until}{', waits' if g.waits else ''}"
            )
    return "\n".join(lines)
