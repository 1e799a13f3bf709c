"""dispose: carries out what was approved on screen (R-DIS-07)."""

from __future__ import annotations

import argparse
import sys

from kasane.config import environment
from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument("--list", action="store_true", help="決裁待ちと、決裁済みで実行を待つ廃棄を並べる")
    act.add_argument("--batch", metavar="番号", help="決裁済みの廃棄を実行する(例 R8-廃1)")
    parser.add_argument("--simulate", action="store_true", help="実行してみて、すべて元に戻す")
    parser.add_argument("--by", metavar="ログインID", default="", help="実行する人(証明書に載ります)")
    parser.add_argument(
        "--keep-space",
        action="store_true",
        help="表を書き直さない(消した行の跡がディスクに残ることがあります)",
    )
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )


def run(options: argparse.Namespace) -> int:
    with database(options.database, migrate=False):
        from kasane.cases.retention import disposal
        from kasane.disclosure.retention.register import RegisterBroken

        try:
            return _list() if options.list else _dispose(options)
        except (disposal.CanNot, RegisterBroken) as error:
            print(error, file=sys.stderr)
            return 1


def _list() -> int:
    from kasane.cases.retention.disposal import standing_batches

    found = standing_batches()
    for batch, files in found:
        decided = f"、決裁 {batch.decided_by.name}" if batch.decided_by else ""
        print(
            f"{batch.label}  {batch.get_state_display()}  {files} 件  起案 {batch.proposed_by.name}{decided}"
        )
    if not found:
        print("待っている廃棄はありません。")
    return 0


def _dispose(options: argparse.Namespace) -> int:
    from kasane.agencies.models import User
    from kasane.cases.retention import disposal

    user = User.objects.filter(login__iexact=options.by, is_active=True).first()
    if user is None:
        print("--by に、実行する人のログインIDを入れてください。証明書に載ります。", file=sys.stderr)
        return 1
    done = disposal.dispose(options.batch, by=user, simulate=options.simulate, tell=bar)
    for number, reason in done.dropped:
        print(f"{number}: 廃棄しませんでした({reason})。")
    if options.simulate:
        print(f"{done.batch}: {len(done.disposed)} 件を廃棄できます。いまは何も変えていません。")
        return 0
    if not options.keep_space:
        leave_no_trace(done.tables, options.database)
    print(
        f"{done.batch}: {len(done.disposed)} 件を廃棄しました。廃棄簿 {disposal.register().path} の写しを、"
        "バックアップとは別の場所に置いてください。"
    )
    return 0


def leave_no_trace(tables: set[str], name: str) -> None:
    """Deleted rows leave the files of the database, and the embedded server's journal; old uploads go with them."""
    from django.db import connections

    from kasane.cases.retention import disposal
    from kasane.config.commands.backup import superuser_url
    from kasane.config.dump import forget_journal

    with connections[disposal.OWNER].cursor() as cursor:
        cursor.execute("SELECT imports_forget()")
    disposal.rewrite(tables | {"imports_skippedrows", "imports_upload", "imports_uploadedsheet"})
    settings = environment.read()
    if not settings.database_url:
        forget_journal(superuser_url(settings.var, name))


def bar(done: int, of: int) -> None:
    """How far it is, for somebody who watches; nothing in the log of a timer."""
    if sys.stderr.isatty():
        print(f"\r{done}/{of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
