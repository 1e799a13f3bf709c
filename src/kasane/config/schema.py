"""The schema of a database: a new one begins with `schema.sql`, what the migrations made; then come those it lacks.

Rendering every state on the way takes Django most of a minute, which a newcomer's first start and every database of a
test run would pay again. `schema.sql` is written by its test (see there), which also says when it is no longer what the
migrations make: after a migration that had not landed was edited it must be written anew.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from kasane.config.dump import dump, without_default_rights
from kasane.config.embedded import Server

KEPT = Path(__file__).with_name("schema.sql")


def bring_up(server: Server | None, database: str) -> None:
    """Brings the schema of `database` to that of this code. Without a server of our own the migrations make it all."""
    if server is not None and KEPT.exists() and _is_empty(server, database):
        begin(server.url("postgres", database))
    executor = MigrationExecutor(connections["owner"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database="owner", verbosity=0, interactive=False)


def begin(url: str) -> None:
    """Fills an empty database with what `schema.sql` holds, all or nothing."""
    with psycopg.connect(url) as connection:
        without_default_rights(connection)
        connection.execute(KEPT.read_bytes())


def written(url: str) -> str:
    """A database that holds no more than the migrations wrote, as `schema.sql` tells it: without what each run has anew."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "schema.sql"
        dump(url, path, "--format=plain", "--inserts")
        text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^\\(un)?restrict .*\n", "", text)
    text = re.sub(r"(?m)^(--\n(-- .*\n)+--\n\n+|-- Dumped .*\n)", "", text)
    text = text.lstrip("\n")
    return re.sub(
        r"(?m)^(INSERT INTO public\.django_migrations VALUES \(.*), '[^']*'\);$", r"\1, now());", text
    )


def _is_empty(server: Server, database: str) -> bool:
    with psycopg.connect(server.url("postgres", database)) as connection:
        row = connection.execute("SELECT to_regclass('django_migrations') IS NULL").fetchone()
    return bool(row and row[0])
