"""serve: the product for its users."""

from __future__ import annotations

import argparse
import os

from kasane.config import environment
from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bind", default="127.0.0.1:8106", help="待ち受けるアドレス(既定 127.0.0.1:8106)")
    parser.add_argument("--workers", type=int, default=2, help="プロセスの数(既定 2)")


def run(options: argparse.Namespace) -> int:
    with database():
        from kasane.config.anchors import keep_present_anchor

        keep_present_anchor()
        serve(
            options.bind,
            workers=options.workers,
            on_ready=lambda _: print(f"http://{options.bind}/ で動いています。"),
        )
    return 0


def serve(bind: str, *, workers: int, on_ready: object) -> None:
    """Collects the static files and serves until SIGINT or SIGTERM."""
    from django.core.management import call_command

    from kasane.agencies.mail.sender import running
    from kasane.config.server import Server

    call_command("collectstatic", interactive=False, verbosity=0)
    master = os.getpid()
    try:
        with running():
            Server(bind, workers=workers, threads=environment.read().threads, on_ready=on_ready).run()
    except SystemExit as stopped:
        if os.getpid() != master:
            os._exit(int(stopped.code or 0))  # a worker ends here; what follows is the master's to do
        if stopped.code not in (0, None):
            raise
