"""The process that sends mail while the product is served; ends when its parent does (R-INT-09)."""

from __future__ import annotations

import logging
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

EVERY_SECONDS = 5


@contextmanager
def running() -> Iterator[subprocess.Popen[bytes] | None]:
    """Sends mail for the length of the block, in a child of its own; nothing where no mail is set up."""
    from kasane.agencies.mail.actions import is_set_up

    if not is_set_up():
        yield None
        return
    command = [sys.executable, "-W", "ignore", "-m", "kasane.agencies.mail.sender"]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kasane.config.settings"}
    child = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    parent = os.getpid()
    try:
        yield child
    finally:
        if os.getpid() == parent and child.stdin is not None:  # a forked web process has no child to wait for
            child.stdin.close()
            child.wait(timeout=60)


def main() -> None:
    """Looks every few seconds until the other end of the pipe is closed."""
    import django

    django.setup()
    from django.db import connection

    from kasane.agencies.mail.actions import send_due

    while not select.select([sys.stdin], [], [], EVERY_SECONDS)[0]:
        try:
            send_due()
        except Exception as error:  # whatever it is, the next mail is tried; its words may name an address
            logging.getLogger("kasane.mail").warning("mail: %s", type(error).__name__)
            connection.close()


if __name__ == "__main__":
    main()
