"""Makes a large town out of a small one: every row about a person is copied under new identifiers.

The copies are made by the superuser of the embedded server with triggers off; that is for benchmarks only. What
is measured afterwards runs as the web role under row-level security like everything else.
"""

from __future__ import annotations

import psycopg
from psycopg import sql

STRUCTURE = {"user_id", "agency_id", "agencies", "excluded"}
"""Columns that hold plain UUIDs of staff and agencies, which are not multiplied."""

NOT_MULTIPLIED = [
    "disclosure_logentry", "cases_draft", "cases_phrase", "intake_doorcount", "intake_doormessage", "intake_doorstep",
]  # fmt: skip
"""Protected tables whose rows hang on no case: the log, and what a person or a desk has for itself."""

NEW_ID = """
CREATE OR REPLACE FUNCTION bench_id(old uuid, copy integer) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    -- the time of the old key, moved back by a day per copy, then bits of its own: keys stay in order of time
    SELECT CASE WHEN old IS NULL THEN NULL ELSE (
        lpad(to_hex((('x' || left(replace(old::text, '-', ''), 12))::bit(48)::bigint - copy::bigint * 86400000)), 12, '0')
        || substr(md5(old::text || copy::text), 13))::uuid END
$$
"""


NEW_MEETING = """
CREATE OR REPLACE FUNCTION bench_meeting(old uuid, copy integer) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN copy < 10 THEN old ELSE bench_id(old, copy - copy % 10) END
$$
"""


def multiply(url: str, *, copies: int) -> None:
    """Adds `copies` copies (0: none) of every case of the database at `url`, with all that hangs on it."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(NEW_ID)
        connection.execute(NEW_MEETING)
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET synchronous_commit = off")
        personal = _personal_tables(connection)
        for table in personal:
            _copy(connection, table, set(personal), copies)
        connection.execute("ANALYZE")
        connection.execute("CHECKPOINT")


def _personal_tables(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relforcerowsecurity"
        " AND relnamespace = 'public'::regnamespace AND relname <> ALL (%s) ORDER BY relname",
        [NOT_MULTIPLIED],
    ).fetchall()
    return [row[0] for row in rows]


def _copy(connection: psycopg.Connection, table: str, personal: set[str], copies: int) -> None:
    columns = connection.execute(
        "SELECT column_name, data_type, is_identity FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    ).fetchall()
    fixed = _points_to_structure(connection, table, personal)
    names, values = [], []
    for name, kind, identity in columns:
        if identity == "YES":
            continue
        names.append(sql.Identifier(name))
        column = sql.SQL("t.{}").format(sql.Identifier(name))
        if kind == "uuid" and (name == "meeting_id" or (table == "conferences_meeting" and name == "id")):
            values.append(sql.SQL("bench_meeting({}, n)").format(column))
        elif kind == "uuid" and name not in STRUCTURE and name not in fixed:
            values.append(sql.SQL("bench_id({}, n)").format(column))
        elif (table, name) in NUMBERED:
            values.append(sql.SQL("{} + n * 1000").format(column))
        else:
            values.append(column)
    connection.execute(
        sql.SQL(
            "INSERT INTO {table} ({names})"
            " SELECT {values} FROM {table} t, generate_series({step}, {copies}, {step}) n"
        ).format(
            step=sql.Literal(ITEMS_PER_MEETING if table in MEETINGS else 1),
            table=sql.Identifier(table),
            names=sql.SQL(", ").join(names),
            values=sql.SQL(", ").join(values),
            copies=sql.Literal(copies),
        )
    )


ITEMS_PER_MEETING = 10
MEETINGS = {"conferences_meeting", "conferences_member"}
"""A larger town treats more cases at each meeting, not each case at a meeting of its own."""

NUMBERED = {("cases_case", "number"), ("conferences_meeting", "number")}
"""Numbers that must stay unique."""


def _points_to_structure(connection: psycopg.Connection, table: str, personal: set[str]) -> set[str]:
    """Foreign keys of `table` to tables that are not multiplied."""
    rows = connection.execute(
        "SELECT a.attname, f.relname FROM pg_constraint c JOIN pg_class f ON f.oid = c.confrelid"
        " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
        " WHERE c.contype = 'f' AND c.conrelid = %s::regclass",
        [table],
    ).fetchall()
    return {name for name, target in rows if target not in personal}
