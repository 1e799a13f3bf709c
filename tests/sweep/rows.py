"""All protected rows of the database, read past row-level security: what a leak is measured against.

The functions belong to the database's superuser and exist only while the sweep runs; the web role calls them inside
the test's own transaction, so they see what is not committed yet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection

_MAKE = """
CREATE SCHEMA sweep;
CREATE FUNCTION sweep.protected() RETURNS SETOF regclass LANGUAGE sql STABLE AS $$
    SELECT c.oid::regclass FROM pg_class c
    WHERE c.relrowsecurity AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
$$;
CREATE FUNCTION sweep.rows() RETURNS TABLE (kept_in text, content jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, sweep, pg_temp AS $$
DECLARE
    one regclass;
BEGIN
    FOR one IN SELECT * FROM sweep.protected() LOOP
        RETURN QUERY EXECUTE format('SELECT %L, to_jsonb(t) FROM %s t', one::text, one);
    END LOOP;
END $$;
CREATE FUNCTION sweep.plain() RETURNS TABLE (kept_in text, content jsonb)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, sweep, pg_temp AS $$
DECLARE
    one regclass;
BEGIN
    FOR one IN SELECT c.oid::regclass FROM pg_class c WHERE c.relkind = 'r' AND NOT c.relrowsecurity
               AND c.relnamespace = 'public'::regnamespace LOOP
        RETURN QUERY EXECUTE format('SELECT %L, to_jsonb(t) FROM %s t', one::text, one);
    END LOOP;
END $$;
-- How often a protected row was written in this transaction, also when it was undone again.
CREATE FUNCTION sweep.writes() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, sweep, pg_temp AS $$
    SELECT COALESCE(sum(pg_stat_get_xact_tuples_inserted(one) + pg_stat_get_xact_tuples_updated(one)
                        + pg_stat_get_xact_tuples_deleted(one)), 0)::bigint
    FROM sweep.protected() one WHERE one <> 'disclosure_logentry'::regclass
$$;
-- A disposal that was carried out, without taking anything away from the world.
CREATE FUNCTION sweep.carried_out(wanted uuid, decider uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, sweep, pg_temp AS $$
    UPDATE disclosure_disposalbatch SET state = 'approved', decided_by_id = decider, decided_at = now() WHERE id = wanted;
    UPDATE disclosure_disposalbatch SET state = 'executed', executed_by_id = decider, executed_at = now() WHERE id = wanted
$$;
GRANT USAGE ON SCHEMA sweep TO kasane_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sweep TO kasane_app;
"""

_CASE = re.compile(r"(?:\w+_)?case(?:_[ab])?_id")
LOG = "disclosure_logentry"
"""Who asked is written down, also of those who were refused (R-DIS-08)."""


@dataclass(frozen=True)
class Row:
    """One protected row: its table, and its columns as JSON."""

    table: str
    content: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.content.get("id", ""))

    @cached_property
    def cases(self) -> frozenset[str]:
        """The cases a row is about: none, one, or two for a pair of persons."""
        if self.table == "cases_case":
            return frozenset({self.id})
        named = (name for name in self.content if _CASE.fullmatch(name))
        return frozenset(str(self.content[name]) for name in named if self.content[name])


@contextmanager
def seeing_all(superuser_url: str) -> Iterator[None]:
    """Within this block `rows` and `writes` can be asked."""
    with psycopg.connect(superuser_url, autocommit=True) as superuser:
        superuser.execute("DROP SCHEMA IF EXISTS sweep CASCADE")
        superuser.execute(_MAKE)
    try:
        yield
    finally:
        with psycopg.connect(superuser_url, autocommit=True) as superuser:
            superuser.execute("DROP SCHEMA sweep CASCADE")


def rows() -> list[Row]:
    """Every row of a table under row-level security, whoever asks."""
    return [Row(table, content) for table, content in _asked("SELECT * FROM sweep.rows()")]


def plain_rows() -> list[Row]:
    """Every row of the tables that are not about persons: agencies, staff, programs."""
    return [Row(table, content) for table, content in _asked("SELECT * FROM sweep.plain()")]


def writes() -> int:
    """A number that stays the same as long as nobody writes a protected row."""
    return int(_asked("SELECT sweep.writes()")[0][0])


def carried_out(batch_id: UUID, decider_id: UUID) -> None:
    """Lets a proposed batch look like one that was decided and carried out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sweep.carried_out(%s, %s)", [batch_id, decider_id])


def _asked(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [tuple(_read(value) for value in row) for row in cursor.fetchall()]


def _read(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value
