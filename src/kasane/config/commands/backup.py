"""backup: the whole database into one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from kasane.config import environment
from kasane.config.commands.common import database
from kasane.config.dump import dump


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="書き出すファイル")
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )
    parser.add_argument(
        "--url",
        default="",
        help="自前の PostgreSQL のとき: すべての行を読める役割の接続先(superuser か BYPASSRLS)",
    )


def run(options: argparse.Namespace) -> int:
    settings = environment.read()
    if settings.database_url and not options.url:
        raise environment.WrongSettings("--url に、すべての行を読める役割の接続先を入れてください。")
    with database(options.database, migrate=False):
        from kasane.cases.retention.disposal import keep_register, register

        keep_register()
        dump(options.url or superuser_url(settings.var, options.database), options.file)
        book = register().path
    print(f"{options.file} に書き出しました。個人情報が入っています。鍵のかかる場所に置いてください。")
    if book.exists():
        print(f"廃棄簿 {book} の写しを、このファイルとは別の場所に置いてください。戻すときに要ります。")
    return 0


def superuser_url(var: Path, name: str) -> str:
    """The embedded server's own superuser, the one role that reads all rows."""
    from kasane.config import embedded

    return embedded.start(var).url("postgres", name)
