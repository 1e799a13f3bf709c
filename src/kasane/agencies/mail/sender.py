"""The process that sends mail while the product is served; ends when its parent does (R-INT-09)."""

from __future__ import annotations

import logging
import os
import select
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

EVERY_SECONDS = 5
PAUSE_SECONDS = 10
"""So long after its end the sender is started again: what ends it at once must not keep the machine busy."""
STOP_SECONDS = 60
COMMAND = (sys.executable, "-W", "ignore", "-m", "kasane.agencies.mail.sender")


class Keeper(threading.Thread):
    """Keeps one sender running: whatever ends it, another is started after a pause, until `stop`."""

    def __init__(self, command: Sequence[str], *, pause: float) -> None:
        super().__init__(name="mail", daemon=True)
        self.command, self.pause = list(command), pause
        self.stopping = threading.Event()
        self.starting = threading.Lock()
        self.child: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        log = logging.getLogger("kasane.mail")
        while not self.stopping.is_set():
            try:
                if child := self._start():
                    child.wait()
            except OSError as error:
                log.warning("mail: the sender could not be started (%s)", type(error).__name__)
            if not self.stopping.is_set():
                log.warning("mail: the sender has ended and is started again")
            self.stopping.wait(self.pause)

    def _start(self) -> subprocess.Popen[bytes] | None:
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kasane.config.settings"}
        with self.starting:
            if self.stopping.is_set():
                return None
            self.child = subprocess.Popen(self.command, stdin=subprocess.PIPE, env=environment)
            return self.child

    def stop(self) -> None:
        """Closes the pipe, by which the sender ends after the mail in its hand, and waits for that."""
        with self.starting:
            self.stopping.set()
            child = self.child
        if child is not None and child.stdin is not None:
            child.stdin.close()
            child.wait(timeout=STOP_SECONDS)
        self.join(timeout=STOP_SECONDS)


@contextmanager
def running(command: Sequence[str] = COMMAND, *, pause: float = PAUSE_SECONDS) -> Iterator[Keeper | None]:
    """Sends mail for the length of the block, in a child of its own; nothing where no mail is set up."""
    from kasane.agencies.mail.actions import is_set_up

    if not is_set_up():
        yield None
        return
    keeper = Keeper(command, pause=pause)
    parent = os.getpid()
    keeper.start()
    try:
        yield keeper
    finally:
        if os.getpid() == parent:  # a forked web process has no child to wait for
            keeper.stop()


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
