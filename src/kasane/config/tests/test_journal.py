"""What the server's journal (WAL) once told is in none of its files after a disposal (R-DIS-07)."""

from __future__ import annotations

import psycopg
import pytest

from kasane.config import embedded
from kasane.config.dump import forget_journal

NAME = "隠岐島"
FILES = 6
"""More than a disposal fills itself: some wait for use again with what was in them."""


@pytest.fixture
def server(tmp_path):
    server = embedded.start(tmp_path / "var")
    try:
        yield server
    finally:
        server.stop()


def holding(server) -> list[str]:
    files = (server.data / "pg_wal").glob("0*")
    return sorted(file.name for file in files if NAME.encode() in file.read_bytes())


def test_files_put_by_for_use_again_are_emptied_too(server):
    url = server.url("postgres", "postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        for _ in range(FILES):
            connection.execute("SELECT pg_logical_emit_message(false, 'told', %s)", [NAME])
            connection.execute("SELECT pg_switch_wal()")
        connection.execute("CHECKPOINT")
    assert len(holding(server)) > 2, "nothing waits for use again"
    forget_journal(url)
    assert holding(server) == []
