"""Pytest plugin, loaded first of all: a real PostgreSQL with an empty database for this run of the tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import psycopg

ROOT = Path(__file__).resolve().parents[3]
DATABASE = "kasane_test"


def _start() -> Any:
    os.environ.setdefault("KASANE_VAR", str(ROOT / "var" / "test"))
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from kasane.config import embedded

    server = embedded.start(Path(os.environ["KASANE_VAR"]))
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    embedded.prepare(server, DATABASE)
    os.environ["KASANE_EMBEDDED_APP_URL"] = server.url("kasane_app", DATABASE)
    os.environ["KASANE_EMBEDDED_OWNER_URL"] = server.url("kasane_owner", DATABASE)
    return server


SERVER = _start()


def pytest_unconfigure() -> None:
    SERVER.stop()
