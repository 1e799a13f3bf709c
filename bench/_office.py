"""A large office for `bench load`: many accounts over all desks, cases to work on, and the product serving it."""

from __future__ import annotations

import hashlib
import os
import secrets
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

DATABASE = "kasane"
"""What `./kasane serve` opens, in a folder of the bench's own."""
UNFINISHED = "kasane_load"
AGENCIES = 20
PASSWORD = secrets.token_urlsafe(12)
PATIENCE = 120.0
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Login:
    """One account: its name and the post it works in."""

    login: str
    agency: str
    actor: Any


def furnish(server: Any, *, households: int, copies: int, workers: int) -> list[Login]:
    """A town of `households` × (`copies` + 1) cases in a new database, and `workers` accounts in it."""
    from django.db import connections, transaction

    town = f"kasane_load_{_fingerprint(households, copies)}"
    _make_town(server, town, households=households, copies=copies)
    _copy(server, town, DATABASE)
    _open(server, DATABASE)
    with transaction.atomic():
        logins = accounts(workers)
    connections.close_all()
    return logins


def _fingerprint(households: int, copies: int) -> str:
    """Changes with the day, the size, and any line of the product or of the benches: then the town is made anew."""
    words = hashlib.sha256(f"{date.today()} {households} {copies}".encode())
    for folder, pattern in (("src", "*.py"), ("src", "*.sql"), ("src", "*.toml"), ("bench", "_multiply.py")):
        for path in sorted((ROOT / folder).rglob(pattern)):
            words.update(path.read_bytes())
    return words.hexdigest()[:16]


def _make_town(server: Any, town: str, *, households: int, copies: int) -> None:
    """The town as a database to copy from, unless the last run has left it: making it takes longer than measuring."""
    import psycopg
    from django.db import connections

    from bench._multiply import multiply
    from bench._town import fresh
    from kasane.config import embedded

    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        known = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, 'kasane_load_')"
        ).fetchall()
    if (town,) in known:
        return
    for (older,) in known:
        embedded.drop(server, older)
    fresh(server, UNFINISHED)
    from kasane.demo.load import ensure

    ensure(households=households)
    connections.close_all()
    multiply(server.url("postgres", UNFINISHED), copies=copies)
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {UNFINISHED} RENAME TO {town}")


def _copy(server: Any, town: str, database: str) -> None:
    import psycopg

    from kasane.config import embedded

    embedded.drop(server, database)
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {database} OWNER kasane_owner TEMPLATE {town} STRATEGY FILE_COPY"
        )
    embedded.prepare(server, database)


def _open(server: Any, database: str) -> None:
    """Django on `database`, as the web role."""
    from django.conf import settings
    from django.db import connections

    os.environ["KASANE_EMBEDDED_APP_URL"] = server.url("kasane_app", database)
    os.environ["KASANE_EMBEDDED_OWNER_URL"] = server.url("kasane_owner", database)
    import django

    django.setup()
    for name in settings.DATABASES:
        connections[name].close()
        connections[name].settings_dict["NAME"] = database


def accounts(workers: int) -> list[Login]:
    """`workers` people, spread over about twenty desks by turns; the centre's are its coordinators."""
    from kasane.agencies.models import Agency, AgencyKind, Post, Role, User
    from kasane.agencies.profile import current

    wanted = [AgencyKind.DIVISION, AgencyKind.CENTRE, AgencyKind.ENTRUSTED, AgencyKind.PARTNER]
    desks = list(Agency.objects.filter(is_active=True, kind__in=wanted)[:AGENCIES])
    desks += [
        Agency.objects.create(name=f"出張窓口{place}", kind=AgencyKind.PARTNER, key=f"bench-{place}")
        for place in range(len(desks) + 1, AGENCIES + 1)
    ]
    hashed = User()
    hashed.set_password(PASSWORD)
    centre = current().rules.center
    made = []
    for number in range(workers):
        desk = desks[number % len(desks)]
        role = Role.COORDINATOR if desk.key == centre else Role.WORKER
        user = User.objects.create(
            login=f"bench{number:03d}", name=f"職員{number:03d}", kana="しょくいん", password=hashed.password
        )
        post = Post.objects.create(user=user, agency=desk, role=role, starts_on=date(2020, 4, 1))
        made.append(Login(user.login, desk.name, actor_of(user, post)))
    return made


def actor_of(user: Any, post: Any) -> Any:
    from kasane.agencies.actors import Actor

    return Actor(user=user, post=post)


@contextmanager
def serving(var: Path, port: int, *, workers: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`./kasane serve` as a process tree of its own on 127.0.0.1, until the end of the block."""
    command = [sys.executable, "-W", "ignore", "-m", "kasane.config.cli", "serve"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", str(workers)]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("KASANE_EMBEDDED")
    }
    environment |= {"KASANE_VAR": str(var), "PYTHONPATH": str(ROOT / "src")}
    with log.open("wb") as out:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=out, stderr=out)
        try:
            _wait(process, port, log)
            yield process
        finally:
            process.terminate()
            process.wait(timeout=60)


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"サーバーが起動しません。\n{log.read_text()[-2000:]}")
