"""What backup, restore and dispose ask of the server itself: a dump, a dump back in, and a journal without a past."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg

from kasane.config.embedded import BIN, ServerFailed


def dump(url: str, path: Path, *options: str) -> None:
    """Writes the whole database to `path`, readable by its owner alone; no half a file is left. Raises ServerFailed.

    `options` are those of pg_dump; without any it is a dump that `load` brings in.
    """
    half = path.with_name(path.name + ".part")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _run("pg_dump", *(options or ("--format=custom",)), url=url, stdout=file)
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def load(url: str, path: Path) -> None:
    """Brings a dump into an empty database. Raises ServerFailed at the first thing that goes wrong."""
    with psycopg.connect(url) as connection:
        without_default_rights(connection)
    with path.open("rb") as file:
        _run("pg_restore", "--exit-on-error", "--single-transaction", url=url, stdin=file)


def without_default_rights(connection: psycopg.Connection) -> None:
    """Sets the rights of new tables and sequences aside before a dump comes in, which brings them back at its end.

    Else sequences of ids, made anew for their owner, would be given to roles from which they were taken.
    """
    for what in ("TABLES", "SEQUENCES"):
        connection.execute(
            "ALTER DEFAULT PRIVILEGES FOR ROLE kasane_owner IN SCHEMA public"
            f" REVOKE ALL ON {what} FROM kasane_app, kasane_definer"
        )


def forget_journal(url: str) -> None:
    """Closes the server's journal (WAL) behind a disposal, and removes what it wrote before instead of keeping the
    files for use again. Needs the embedded server's own superuser.

    Files that were put by for use again before still hold what was written into them once: each is passed through.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET wal_recycle = off")
        connection.execute("SELECT pg_reload_conf()")
        _begin_journal_file(connection)
        while not _begin_journal_file(connection):
            pass


_JOURNAL = """
    SELECT max(name), pg_walfile_name(pg_current_wal_lsn()) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'
"""
"""The last file there is, and the one that is written."""


def _begin_journal_file(connection: psycopg.Connection) -> bool:
    """Goes on in the next file and removes those before; answers whether that one is new, and no other waits."""
    [(last, _)] = connection.execute(_JOURNAL).fetchall()
    connection.execute("SELECT pg_switch_wal()")
    connection.execute("CHECKPOINT")
    [(newest, current)] = connection.execute(_JOURNAL).fetchall()
    return bool(last < current == newest)


def _run(command: str, *arguments: str, url: str, stdin=None, stdout=None) -> None:
    """The password goes by the environment, where other users of the machine do not see it."""
    password = unquote(urlsplit(url).password or "")
    bare = url.replace(f":{urlsplit(url).password}@", "@") if password else url
    result = subprocess.run(
        [str(BIN / command), *arguments, f"--dbname={bare}"],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PGPASSWORD": password},
        check=False,
    )
    if result.returncode:
        told = result.stderr.decode(errors="replace")[-2000:]
        raise ServerFailed(f"{command} が失敗しました (終了コード {result.returncode})。\n{told}")
