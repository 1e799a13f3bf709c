"""How far a command is, for somebody who watches; nothing in the log of a timer."""

from __future__ import annotations

import sys

WIDTH = 30


def bar(done: int, of: int) -> None:
    if sys.stderr.isatty():
        filled = WIDTH * done // max(of, 1)
        print(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done}/{of}", end="", file=sys.stderr, flush=True)
