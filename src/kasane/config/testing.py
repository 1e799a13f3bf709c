"""Pytest plugin, loaded first of all: a real PostgreSQL with an empty database for this run of the tests.

Where the run is shared among processes (pytest-xdist), each has a server of its own. The tests of a folder in front of a
browser stay in one process, which makes their town once, and begin first: they take longest.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[3]
DATABASE = "kasane_test"
BROWSER = "browser"


def _start() -> Any:
    var = Path(os.environ.setdefault("KASANE_VAR", str(ROOT / "var" / "test")))
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        os.environ["KASANE_VAR"] = str(var / worker)
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: not _group(item.nodeid).startswith(BROWSER))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Shares the tests among processes by `_group`."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return _group(nodeid)

    return ByGroup(config, log)


def _group(nodeid: str) -> str:
    """Which tests belong together: those of one folder in front of the running site, else those of one file."""
    return _group_of_file(nodeid.partition("::")[0])


@cache
def _group_of_file(path: str) -> str:
    in_browser = "pytest.mark.browser" in (ROOT / path).read_text(encoding="utf-8")
    return f"{BROWSER} {Path(path).parent}" if in_browser else path
