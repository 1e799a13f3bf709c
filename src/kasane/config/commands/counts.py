"""counts: closes the counts of the quarters that are due (R-GRT-02)."""

from __future__ import annotations

import argparse

from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )


def run(options: argparse.Namespace) -> int:
    with database(options.database, migrate=False):
        from kasane.base.dates import today
        from kasane.portal.reports.closing import close

        written = close(on=today())
    print(f"件数の表を {written} 枚締めました。" if written else "締める四半期はありませんでした。")
    return 0
