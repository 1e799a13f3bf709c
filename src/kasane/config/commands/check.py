"""check: is this deployment safe to put personal data into?"""

from __future__ import annotations

import argparse

from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults()


def run(options: argparse.Namespace) -> int:
    problems: list[str] = []
    with database(migrate=False):
        from django.conf import settings
        from django.core.management import call_command
        from django.db import connection

        call_command("check", deploy=True, fail_level="ERROR")
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            if cursor.fetchone()[0]:
                problems.append("画面用のデータベースの役割が強すぎます(superuser または BYPASSRLS)。")
            cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
            if cursor.fetchone()[0]:
                problems.append("画面用のデータベースの役割が表の持ち主になっています。")
            cursor.execute("SHOW server_version_num")
            if int(cursor.fetchone()[0]) < 180000:
                problems.append("PostgreSQL 18 以上が必要です。")
            cursor.execute("SHOW fsync")
            if cursor.fetchone()[0] != "on":
                problems.append("PostgreSQL の fsync が切れています。保存したものが失われることがあります。")
            for name, wanted in (("log_min_error_statement", "panic"), ("log_error_verbosity", "terse")):
                cursor.execute("SELECT current_setting(%s)", [name])
                if cursor.fetchone()[0] != wanted:
                    problems.append(
                        f"PostgreSQL の {name} を {wanted} にしてください。失敗した文の中身(個人情報)がサーバーの記録に残ります。"
                    )
        if settings.DEBUG:
            problems.append("KASANE_DEBUG が入っています。")
        if not settings.SESSION_COOKIE_SECURE:
            problems.append("KASANE_HTTPS が切れています。本番では HTTPS の後ろで動かしてください。")
        if not settings.MAIL_IS_SET_UP:
            print(
                "(知らせ) KASANE_SMTP_URL がありません。緊急の知らせは画面だけに出て、メールでは届きません(R-INT-09)。"
            )
    for problem in problems:
        print(f"・{problem}")
    print("問題は見つかりませんでした。" if not problems else f"{len(problems)} 件を直してください。")
    return 1 if problems else 0
