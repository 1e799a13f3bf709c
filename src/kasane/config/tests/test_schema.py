"""A database begun with `schema.sql` is like one that the migrations made."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kasane.config import embedded, schema
from kasane.config.testing import DATABASE, SERVER, product_environment

pytestmark = pytest.mark.long

NEW = "schema_test"


@pytest.fixture
def new() -> Iterator[str]:
    embedded.drop(SERVER, NEW)
    embedded.prepare(SERVER, NEW)
    yield SERVER.url("postgres", NEW)
    embedded.drop(SERVER, NEW)


def _alike(text: str) -> str:
    """The server writes the same condition with its casts in other places once it has read its own words."""
    text = re.sub(r"(?m)^(INSERT INTO|SELECT pg_catalog\.setval).*\n", "", text)
    return re.sub(r"::(character varying|text)(\[\])?|[()]", "", text)


def test_the_kept_schema_is_what_the_migrations_make(new: str, tmp_path: Path) -> None:
    """After a change of a model or a migration: run this once with KASANE_WRITE_SCHEMA=1."""
    urls = {
        "KASANE_EMBEDDED_APP_URL": SERVER.url("kasane_app", NEW),
        "KASANE_EMBEDDED_OWNER_URL": SERVER.url("kasane_owner", NEW),
        "DJANGO_SETTINGS_MODULE": "kasane.config.settings",
    }
    command = [sys.executable, "-m", "django", "migrate", "--database", "owner", "--verbosity", "0"]
    subprocess.run(command, env=product_environment(tmp_path, **urls), check=True, timeout=600)
    made = schema.written(new)
    if os.environ.get("KASANE_WRITE_SCHEMA"):
        schema.KEPT.write_text(made, encoding="utf-8")
    # Not compared as one text: the difference of two megabytes would take minutes to tell.
    assert sorted(set(made.splitlines()) ^ set(schema.KEPT.read_text(encoding="utf-8").splitlines())) == []
    assert made == schema.KEPT.read_text(encoding="utf-8")


def test_a_new_database_begins_with_it(new: str) -> None:
    schema.begin(new)
    assert _alike(schema.written(new)) == _alike(schema.KEPT.read_text(encoding="utf-8"))


def test_it_is_all_or_nothing(new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "half.sql").write_text(
        schema.KEPT.read_text(encoding="utf-8") + "\nSELECT no_such_function();\n"
    )
    monkeypatch.setattr(schema, "KEPT", tmp_path / "half.sql")
    with pytest.raises(psycopg.errors.UndefinedFunction):
        schema.begin(new)
    assert schema._is_empty(SERVER, NEW)


def test_a_database_in_use_is_never_begun_anew(django_db_setup: None) -> None:
    assert not schema._is_empty(SERVER, DATABASE)
