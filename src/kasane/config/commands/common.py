"""What several commands need: the database up and in order, Django ready."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kasane.config import environment

if TYPE_CHECKING:
    from kasane.config.embedded import Server

DATABASE = "kasane"


@contextmanager
def database(name: str = DATABASE, *, migrate: bool = True, anew: bool = False) -> Iterator[None]:
    """The embedded server for the length of a command (nothing to start with KASANE_DATABASE_URL), schema in order.

    `anew` drops the embedded database `name` first. Sets Django up. The server is stopped at the end, however the command ends, unless it was running before.
    """
    settings = environment.read()
    settings.var.mkdir(mode=0o700, parents=True, exist_ok=True)
    (settings.var / "static").mkdir(exist_ok=True)
    if settings.database_url:
        _ready(None, name, migrate)
        yield
        return
    from kasane.config import embedded

    was_running = embedded.is_running(settings.var)
    server = embedded.start(settings.var)
    try:
        if anew:
            embedded.drop(server, name)
        embedded.prepare(server, name)
        os.environ["KASANE_EMBEDDED_APP_URL"] = server.url("kasane_app", name)
        os.environ["KASANE_EMBEDDED_OWNER_URL"] = server.url("kasane_owner", name)
        _ready(server, name, migrate)
        yield
    finally:
        if not was_running:
            server.stop()


def _ready(server: Server | None, name: str, migrate: bool) -> None:
    import django

    django.setup()
    if migrate:
        from kasane.config.schema import bring_up

        bring_up(server, name)
