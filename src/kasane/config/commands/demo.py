"""demo: 美咲町 with made-up households, ready to be tried."""

from __future__ import annotations

import argparse
import os

from kasane.config import environment
from kasane.config.commands.common import database
from kasane.config.commands.serve import serve

DATABASE = "kasane_demo"
UNFINISHED = "demo-unfinished"
"""A file in var/ for as long as the households are being made: a town that was cut off is made anew."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bind", default="127.0.0.1:8106", help="待ち受けるアドレス(既定 127.0.0.1:8106)")
    parser.add_argument("--households", type=int, default=300, help="作りものの世帯の数(既定 300)")
    parser.add_argument("--workers", type=int, default=2, help="プロセスの数(既定 2)")
    parser.add_argument(
        "--check",
        action="store_true",
        help="起動して、すべての見本アカウントで主な画面を開き、結果を出して終わる",
    )


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("KASANE_PROFILE", "misaki")
    mark = environment.read().var / UNFINISHED
    if mark.exists() and environment.read().database_url:
        print(
            "前回、見本データを作る途中で止まりました。データベースを空にしてから、もう一度起動してください。"
        )
        return 1
    if mark.exists():
        print("前回、見本データを作る途中で止まりました。はじめから作り直します。", flush=True)
    with database(DATABASE, anew=mark.exists()):
        from kasane.base.dates import today
        from kasane.demo.load import ACCOUNTS, PASSWORD, ensure, is_loaded
        from kasane.people.actions.pattern import all_at_once
        from kasane.portal.patterns.night import refresh_all
        from kasane.portal.reports.closing import close

        if not is_loaded():
            mark.touch()
        with all_at_once():
            made = ensure(households=options.households)
        mark.unlink(missing_ok=True)
        refresh_all(on=today())
        close(on=today())
        print(f"見本データ: {made}")
        if options.check:
            from kasane.demo.check import ask_every_page

            return ask_every_page()

        from kasane.demo.accounts import agencies_by_key

        names = {key: agency.name for key, agency in agencies_by_key().items()}

        def tell(_: object) -> None:
            print(
                f"\nかさねが動いています: http://{options.bind}/\n\n見本アカウント(パスワードはどれも {PASSWORD})"
            )
            for account in ACCOUNTS:
                print(f"  {account.login:<14} {account.name}  {names[account.agency]} {account.role_label}")
            print("\n止めるときは Ctrl-C を押してください。データは残ります。", flush=True)

        serve(options.bind, workers=options.workers, on_ready=tell)
    print("止めました。")
    return 0
