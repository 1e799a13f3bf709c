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
LONG = "long"
LONGEST = (f"{LONG} tests/test_every_address.py", f"{BROWSER} tests/intake", f"{BROWSER} tests")
"""What takes longest begins first, each in a process of its own, so that none waits for another at the end."""
FIRST = (BROWSER, LONG)
UNSAFE_BUT_FAST = ("fsync", "synchronous_commit", "full_page_writes")
"""What these tests write need not outlive a power cut."""


def _start() -> Any:
    var = Path(os.environ.setdefault("KASANE_VAR", str(ROOT / "var" / "test")))
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        os.environ["KASANE_VAR"] = str(var / worker)
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    from kasane.config import embedded

    server = embedded.start(Path(os.environ["KASANE_VAR"]))
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        for setting in UNSAFE_BUT_FAST:
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    embedded.prepare(server, DATABASE)
    os.environ["KASANE_EMBEDDED_APP_URL"] = server.url("kasane_app", DATABASE)
    os.environ["KASANE_EMBEDDED_OWNER_URL"] = server.url("kasane_owner", DATABASE)
    return server


SERVER = _start()


def product_environment(var: Path, **settings: str) -> dict[str, str]:
    """What the product is started with by a test: nothing of the test run."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KASANE_", "PYTEST", "DJANGO_"))
    }
    return own | {"KASANE_VAR": str(var), "PYTHONPATH": str(ROOT / "src")} | settings


def pytest_unconfigure() -> None:
    SERVER.stop()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _place(_group(item.nodeid)))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Shares the tests among processes by `_group`."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return _group(nodeid)

    return ByGroup(config, log)


def _place(group: str) -> int:
    """The longest, then browser tests, then what is marked long, then the rest in its order."""
    if group in LONGEST:
        return LONGEST.index(group)
    kind = next((n for n, first in enumerate(FIRST) if group.startswith(f"{first} ")), len(FIRST))
    return len(LONGEST) + kind


def _group(nodeid: str) -> str:
    """Which tests belong together: those of one folder in front of the running site, else those of one file."""
    return _group_of_file(nodeid.partition("::")[0])


@cache
def _group_of_file(path: str) -> str:
    text = (ROOT / path).read_text(encoding="utf-8")
    if f"pytest.mark.{BROWSER}" in text:
        return f"{BROWSER} {Path(path).parent}"
    return f"{LONG} {path}" if f"pytest.mark.{LONG}" in text else path
