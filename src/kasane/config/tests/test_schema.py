"""A database begun with what the migrations made before is like one that the migrations made."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg
import pytest

from kasane.config import embedded, schema
from kasane.config.dump import dump
from kasane.config.testing import DATABASE, SERVER

NEW = "schema_test"


def _schema(database: str, path: Path) -> str:
    """Everything but the rows, which tests write."""
    dump(SERVER.url("postgres", database), path, plain=True)
    text = re.sub(r"(?ms)^COPY .*?^\\\.$", "", path.read_text())
    text = re.sub(r"(?m)^(\\(un)?restrict .*|SELECT pg_catalog.setval.*)$", "", text)
    # The server writes the same condition with its casts in other places once it has read its own words.
    return re.sub(r"::(character varying|text)(\[\])?|[()]", "", text)


@pytest.fixture
def new() -> str:
    embedded.drop(SERVER, NEW)
    embedded.prepare(SERVER, NEW)
    yield NEW
    embedded.drop(SERVER, NEW)


def test_the_dump_makes_the_same_schema(django_db_setup, new, tmp_path):
    schema.bring_up(SERVER, new)
    assert _schema(new, tmp_path / "new") == _schema(DATABASE, tmp_path / "old")


def test_it_brings_what_the_migrations_wrote(django_db_setup, new):
    schema.bring_up(SERVER, new)
    with psycopg.connect(SERVER.url("postgres", new)) as connection:
        rows = connection.execute("SELECT count(*) FROM django_migrations").fetchone()
    assert rows[0] > 50


def test_another_line_of_code_is_another_dump(tmp_path):
    (tmp_path / "migrations").mkdir()
    (tmp_path / "migrations" / "0001.py").write_text("a = 1")
    before = schema.fingerprint(tmp_path)
    (tmp_path / "functions.sql").write_text("SELECT 1")
    assert schema.fingerprint(tmp_path) != before


def test_a_database_in_use_is_never_filled_from_a_dump(django_db_setup):
    assert not schema._is_empty(SERVER, DATABASE)
