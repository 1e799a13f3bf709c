"""audit verify: the hash chain over the log (R-DIS-08)."""

from __future__ import annotations

import argparse

from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify"], help="verify: 記録のつながりをはじめから確かめる")
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )


def run(options: argparse.Namespace) -> int:
    with database(options.database, migrate=False):
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT disclosure_first_break()")
            broken = cursor.fetchone()[0]
    if broken is None:
        print("閲覧・変更の記録は、はじめから終わりまでつながっています。")
        return 0
    print(f"記録 {broken} 番で、つながりが切れています。この記録が変更・削除・追加された疑いがあります。")
    return 1
