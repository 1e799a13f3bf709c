"""audit: the hash chain over the log, checked from outside the database (R-DIS-08)."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=["verify", "anchor"],
        help="verify: 記録のつながりをはじめから確かめる / anchor: いまの控えの印を出す",
    )
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )
    parser.add_argument(
        "--anchor", action="append", default=[], metavar="控え", help="紙などに控えておいた印と照らし合わせる(何度でも)"
    )  # fmt: skip
    parser.add_argument(
        "--anchors", type=Path, metavar="FILE", help="ほかの場所に保管した控えのファイルと照らし合わせる"
    )


def run(options: argparse.Namespace) -> int:
    with database(options.database, migrate=False):
        return _anchor() if options.what == "anchor" else _verify(options)


def _anchor() -> int:
    from kasane.config.anchors import keep_present_anchor

    anchor = keep_present_anchor()
    if anchor is None:
        print("記録はまだありません。")
        return 0
    _print_anchor(str(anchor))
    return 0


def _verify(options: argparse.Namespace) -> int:
    from kasane.config.anchors import keep_anchor, present_register, read_anchors, reading, verify_log
    from kasane.config.progress import bar
    from kasane.disclosure.chain import parse_anchor
    from kasane.disclosure.retention.register import RegisterBroken

    if _is_behind():
        print(
            "データベースがこの版になっていません。かさねを一度起動してから、確かめてください。",
            file=sys.stderr,
        )
        return 2
    began = time.monotonic()
    book = present_register()
    with reading() as (connection, path):
        try:
            anchors = [*read_anchors(path), *map(parse_anchor, options.anchor)]
            anchors += _other(options.anchors, read_anchors)
        except ValueError as error:
            print(f"控えが読めません。{error}", file=sys.stderr)
            return 2
        try:
            verdict = verify_log(connection, anchors, register=book, tell=bar)
        except RegisterBroken as error:
            print(f"廃棄簿が壊れているか、書きかえられています。{error}", file=sys.stderr)
            return 1
    took = time.monotonic() - began
    if verdict.broken is not None:
        print(f"【{verdict.broken.kind}】{verdict.broken.sentence}")
        print(f"そこまでの {verdict.links} 件は、つながっています。")
        print(
            "このデータベースには手を加えず、写しを取って、システム管理者と個人情報の担当に知らせてください。"
        )
        return 1
    print(
        f"閲覧・変更の記録 {verdict.links} 件は、はじめから終わりまでつながっています"
        f"(控え {len(anchors)} 個と照合、{took:.1f} 秒)。"
    )
    if verdict.blanked:
        print(f"うち {verdict.blanked} 件は、ファイルの廃棄により中身がありません。")
        if not book.path.exists():
            print(f"廃棄簿 {book.path} がないので、廃棄は廃棄簿と照らし合わせていません。", file=sys.stderr)
    if verdict.links:
        keep_anchor(path, verdict.anchor)
        _print_anchor(str(verdict.anchor))
    return 0


def _is_behind() -> bool:
    """Whether migrations are to be run yet: what guards the log then is not what this program knows."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections["owner"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _other(path: Path | None, read) -> list:
    """The anchors of a file that was named; it must be there."""
    if path is None:
        return []
    if not path.exists():
        raise ValueError(f"{path} がありません。")
    return read(path)


def _print_anchor(words: str) -> None:
    print("いまの控えの印です。紙に控えるか、このサーバーの外に保管してください。")
    print(f"  {words}")
