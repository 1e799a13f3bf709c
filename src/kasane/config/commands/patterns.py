"""patterns: the nightly refresh of 世帯の課題の組み合わせ (R-PEO-03)."""

from __future__ import annotations

import argparse
import sys
import time

from kasane.config.commands.common import database

WIDTH = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )


def run(options: argparse.Namespace) -> int:
    with database(options.database, migrate=False):
        from kasane.base.dates import today
        from kasane.portal.patterns.night import refresh_all

        began = time.monotonic()
        done = refresh_all(on=today(), tell=_bar)
    took = time.monotonic() - began
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(
        f"支援中の {done.cases} ケースを見直しました({took:.1f} 秒)。いま読み取れる組み合わせ {done.patterns} 件。"
        f"終わったケースの {done.ended} 件を閉じました。"
    )
    return 0


def _bar(done: int, of: int) -> None:
    """How far it is, for somebody who watches; nothing in the log of a timer."""
    if sys.stderr.isatty():
        filled = WIDTH * done // max(of, 1)
        print(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done}/{of}", end="", file=sys.stderr, flush=True)
