"""The schema of a database: made by the migrations, or for a new one brought in as they made it before.

Rendering every state on the way takes Django most of the time of a first start. A test run makes a dozen databases:
with KASANE_SCHEMA_CACHE, a folder, the first one leaves a dump there, and the others begin with it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.core.management import call_command

from kasane.config.dump import dump, load
from kasane.config.embedded import Server
from kasane.config.environment import ROOT

KEPT = 2
"""So many dumps stay; older code's are of no use."""


def bring_up(server: Server | None, database: str) -> None:
    """Brings the schema of `database` to that of this code. Without a server of our own there is no cache."""
    folder = os.environ.get("KASANE_SCHEMA_CACHE")
    if server is None or not folder or not _is_empty(server, database):
        _migrate()
        return
    with _alone(Path(folder)):
        kept = Path(folder) / f"{fingerprint(ROOT / 'src' / 'kasane', ROOT / 'requirements.lock')}.dump"
        if kept.exists():
            load(server.url("postgres", database), kept)
            return
        _migrate()
        dump(server.url("postgres", database), kept)
        for old in sorted(Path(folder).glob("*.dump"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()


def fingerprint(*places: Path) -> str:
    """Of all that may have a say in the schema: every line of Python and SQL, and the versions of what it stands on."""
    found = hashlib.sha256()
    for place in places:
        files = [place] if place.is_file() else sorted([*place.rglob("*.py"), *place.rglob("*.sql")])
        for file in files:
            found.update(f"{file.name}\0".encode())
            found.update(file.read_bytes())
    return found.hexdigest()


def _migrate() -> None:
    call_command("migrate", database="owner", verbosity=0, interactive=False)


def _is_empty(server: Server, database: str) -> bool:
    with psycopg.connect(server.url("postgres", database)) as connection:
        row = connection.execute("SELECT to_regclass('django_migrations') IS NULL").fetchone()
    return bool(row and row[0])


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time: who waits finds the dump. For test runs, which go on Unix."""
    import fcntl

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
