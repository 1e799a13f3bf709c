"""patterns: the nightly refresh of 世帯の課題の組み合わせ (R-PEO-03)."""

from __future__ import annotations

import argparse
import sys
import time

from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )


def run(options: argparse.Namespace) -> int:
    with database(options.database, migrate=False):
        from kasane.base.dates import today
        from kasane.cases import drafts
        from kasane.cases.retention.disposal import dispose_of_undone
        from kasane.config.anchors import keep_present_anchor
        from kasane.config.commands.dispose import leave_no_trace
        from kasane.config.progress import bar
        from kasane.intake.desk import forgetting
        from kasane.intake.door.actions import drop_old_drafts, empty_old
        from kasane.portal.patterns.night import refresh_all

        began = time.monotonic()
        done = refresh_all(on=today(), tell=bar)
        forgotten = drafts.forget_old()
        begun_at_the_door = drop_old_drafts(on=today())
        at_the_door = empty_old(on=today())
        undone = dispose_of_undone(on=today())
        emptied = forgetting.forget(on=today())
        if undone.disposed or emptied:
            leave_no_trace(undone.tables | (forgetting.TABLES if emptied else set()), options.database)
        keep_present_anchor()
    took = time.monotonic() - began
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(
        f"支援中の {done.cases} ケースを見直しました({took:.1f} 秒)。いま読み取れる組み合わせ {done.patterns} 件。"
        f"終わったケースの {done.ended} 件を閉じました。"
        + (f"1年を過ぎた下書き {forgotten} 件を消しました。" if forgotten else "")
        + (
            f"住民の入口の連絡から始めた下書き {begun_at_the_door} 件を消しました。"
            if begun_at_the_door
            else ""
        )
        + (f"住民の入口の終わった連絡 {at_the_door} 件の中身を消しました。" if at_the_door else "")
        + (f"期間を過ぎた電話・報告 {emptied} 件の中身を消しました。" if emptied else "")
        + (
            f"取り消した取り込みの {len(undone.disposed)} ケースの記録を空にしました。"
            if undone.disposed
            else ""
        )
    )
    return 0
