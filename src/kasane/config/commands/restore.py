"""restore: a backup back into the database, without the files that were disposed of since (R-DIS-07)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from kasane.config import embedded, environment
from kasane.config.commands.common import database
from kasane.config.commands.dispose import bar, leave_no_trace
from kasane.config.dump import load


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="./kasane backup で書き出したファイル"
    )
    parser.add_argument("--register", type=Path, help="廃棄簿(既定は var/disposal-register.jsonl)")
    parser.add_argument(
        "--register-only",
        action="store_true",
        help="データベースは自分で戻した。廃棄簿にあるケースをもう一度廃棄するだけ",
    )
    parser.add_argument("--yes", action="store_true", help="いまのデータベースを置きかえてよい")
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )


def run(options: argparse.Namespace) -> int:
    if options.register_only:
        with database(options.database):
            return _dispose_again(options.register, options.database)
    settings = environment.read()
    if options.file is None or not options.file.exists():
        raise environment.WrongSettings("戻すファイルを指定してください。")
    if settings.database_url:
        raise environment.WrongSettings(
            "自前の PostgreSQL は、その道具(pg_restore など)で戻してから、./kasane restore --register-only を走らせてください。"
        )
    was_running = embedded.is_running(settings.var)
    server = embedded.start(settings.var)
    try:
        return _restore(options, server)
    finally:
        if not was_running:
            server.stop()


def _restore(options: argparse.Namespace, server: embedded.Server) -> int:
    """Into a database beside the present one, which takes its place when all is well."""
    beside = f"{options.database}_restoring"
    _refuse_in_use(server, options)
    _drop(server, beside)
    try:
        embedded.prepare(server, beside)
        load(server.url("postgres", beside), options.file)
        with database(beside):
            from django.db import connections

            wrong = _dispose_again(options.register, beside)
            connections.close_all()
        if wrong:
            return wrong
        _put_in_place(server, beside, options.database)
    finally:
        _drop(server, beside)
    print(f"{options.file} を戻しました。")
    return 0


def _refuse_in_use(server: embedded.Server, options: argparse.Namespace) -> None:
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        used = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [options.database]
        ).fetchone()
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [options.database])
        if used and used[0]:
            raise environment.WrongSettings("かさねが動いています。止めてから戻してください。")
        if there.fetchone() and not options.yes:
            raise environment.WrongSettings(
                f"データベース {options.database} を置きかえます。よければ --yes をつけてください。"
            )


def _drop(server: embedded.Server, name: str) -> None:
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _put_in_place(server: embedded.Server, beside: str, name: str) -> None:
    _drop(server, name)
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(beside), sql.Identifier(name))
        )


def _dispose_again(path: Path | None, name: str) -> int:
    """Every file of the register goes again; then the log must hold together."""
    from django.db import connection

    from kasane.cases.retention import disposal
    from kasane.disclosure.retention.register import Register, RegisterBroken

    book = Register(path) if path else disposal.register()
    if path and not path.exists():
        print(f"{path} がありません。", file=sys.stderr)
        return 1
    try:
        done = disposal.apply_register(book, bar)
        disposal.keep_register()
    except RegisterBroken as error:
        print(f"{error}\n廃棄したケースが戻らないように、復元をやめました。", file=sys.stderr)
        return 1
    if done.tables:
        leave_no_trace(done.tables, name)
    print(
        f"廃棄簿の {len(book.lines())} 件のうち、戻ってきた {len(done.disposed)} 件をもう一度廃棄しました。"
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosure_first_break()")
        broken = cursor.fetchone()[0]
    if broken is not None:
        print(
            f"閲覧・変更の記録が {broken} 番で切れています。./kasane audit verify で確かめてください。",
            file=sys.stderr,
        )
        return 1
    return 0
