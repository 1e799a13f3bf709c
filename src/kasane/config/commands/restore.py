"""restore: a backup back into the database, without the files that were disposed of since (R-DIS-07)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from kasane.config import embedded, environment
from kasane.config.commands.common import database
from kasane.config.commands.dispose import bar, leave_no_trace
from kasane.config.dump import load
from kasane.config.restoring import DatabaseUsed, Disposed, disposals, drop, exists, length, put_in_place

if TYPE_CHECKING:
    from kasane.disclosure.retention.register import Register


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="./kasane backup で書き出したファイル"
    )
    parser.add_argument("--register", type=Path, help="廃棄簿(既定は var/disposal-register.jsonl)")
    without = parser.add_mutually_exclusive_group()
    without.add_argument(
        "--no-register-ever",
        action="store_true",
        help="廃棄をしたことがないので、廃棄簿はない(データベースに廃棄があれば、戻さない)",
    )
    without.add_argument(
        "--register-lost",
        action="store_true",
        help="廃棄簿をなくした。バックアップのあとに廃棄したケースが戻ることを承知で戻す",
    )
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
        return _register_only(options)
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


def _register_only(options: argparse.Namespace) -> int:
    """The operator has restored it already. How far it came is read before migrations write to the log."""
    with database(options.database, migrate=False):
        from django.db import connections

        from kasane.config.anchors import reading

        with reading() as (connection, path):
            restored = length(connection)
        connections.close_all()
    with database(options.database):
        wrong = _made_right(options, path, restored)
        if not wrong:
            with reading() as (connection, _):
                _turn_anchors(path, restored, connection)
        return wrong


def _restore(options: argparse.Namespace, server: embedded.Server) -> int:
    """Into a database beside the present one, which takes its place when all is well."""
    name = options.database
    beside, before = f"{name}_restoring", f"{name}_before"
    path = environment.read().var / "anchors" / f"{name}.txt"
    _refuse_in_use(server, options)
    url = server.url("postgres", "postgres")
    drop(url, beside)
    if exists(url, name):
        drop(url, before)
    try:
        reached, known = _of_present(server, name)
        embedded.prepare(server, beside)
        load(server.url("postgres", beside), options.file)
        with psycopg.connect(server.url("postgres", beside)) as connection:
            restored = length(connection)
        with database(beside):
            from django.db import connections

            wrong = _made_right(options, path, restored, reached=reached, known=known)
            connections.close_all()
        if wrong:
            return wrong
        put_in_place(url, beside, name, before)
    except DatabaseUsed as error:
        raise environment.WrongSettings(str(error)) from error
    finally:
        if exists(url, name):
            drop(url, beside)
    with psycopg.connect(server.url("postgres", name)) as connection:
        _turn_anchors(path, restored, connection)
    print(f"{options.file} を戻しました。")
    return 0


def _of_present(server: embedded.Server, name: str) -> tuple[int, Disposed]:
    """Of the database that is replaced: how far its log went, and what was disposed of."""
    if not exists(server.url("postgres", "postgres"), name):
        return 0, frozenset()
    with psycopg.connect(server.url("postgres", name)) as connection:
        return length(connection), disposals(connection)


def _made_right(
    options: argparse.Namespace,
    path: Path,
    restored: int,
    *,
    reached: int | None = None,
    known: Disposed = frozenset(),
) -> int:
    """What was restored is what its anchors say; what was disposed of goes again; the log tells of it."""
    from kasane.config import restoring
    from kasane.config.anchors import present_register, read_anchors
    from kasane.disclosure.retention.register import Register, RegisterBroken

    book = Register(options.register) if options.register else present_register()
    try:
        anchors = read_anchors(path)
        restoring.refuse_without_register(
            book, known, never=options.no_register_ever, lost=options.register_lost
        )
        restoring.refuse_another_log(anchors, restored, book)
    except (restoring.CanNotRestore, RegisterBroken, ValueError) as error:
        print(f"{error}\n復元をやめました。", file=sys.stderr)
        return 1
    wrong = _dispose_again(book, options.database if reached is None else f"{options.database}_restoring")
    later = [anchor.number for anchor in anchors if anchor.number > restored]
    if not wrong and (reached is not None or later):
        restoring.tell_log(
            before=max(reached or 0, *later, 0), restored=restored, register_lost=options.register_lost
        )
    return wrong


def _turn_anchors(path: Path, restored: int, connection: Any) -> None:
    """Anchors of what was replaced are put aside, and a new one is kept."""
    from kasane.config.anchors import keep_anchor, present_anchor, put_aside

    aside = put_aside(path, restored)
    if aside is not None:
        print(f"戻した時点よりあとの控えの印は {aside} に移しました。捨てないでください。")
    anchor = present_anchor(connection)
    if anchor is not None:
        keep_anchor(path, anchor)


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


def _dispose_again(book: Register, name: str) -> int:
    """Every file of the register goes again; then the log must hold together."""
    from django.db import connection

    from kasane.cases.retention import disposal
    from kasane.disclosure.retention.register import RegisterBroken

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
