"""user: the first administrator, who makes all other accounts on screen."""

from __future__ import annotations

import argparse
import getpass
import sys

from kasane.config.commands.common import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", help="ログインID")
    parser.add_argument("name", help="氏名")
    parser.add_argument("--agency", default="", help="所属する機関のキー(既定は多機関協働の所管課)")


def run(options: argparse.Namespace) -> int:
    with database():
        from django.contrib.auth.password_validation import validate_password
        from django.core.exceptions import ValidationError
        from django.db import transaction

        from kasane.agencies.actions import install_profile
        from kasane.agencies.models import Agency, Post, Role, User
        from kasane.agencies.profile import current
        from kasane.agencies.queries import deciding_division
        from kasane.base.dates import today

        if User.objects.filter(login__iexact=options.login).exists():
            print(f"ログインID「{options.login}」はもう使われています。", file=sys.stderr)
            return 1
        password = getpass.getpass("パスワード(10文字以上): ")
        try:
            validate_password(password)
        except ValidationError as error:
            print("\n".join(error.messages), file=sys.stderr)
            return 1
        with transaction.atomic():
            install_profile(current())
            agency = (
                Agency.objects.filter(key=options.agency).first() if options.agency else deciding_division()
            )
            if agency is None:
                print(f"機関「{options.agency}」はこの自治体の設定にありません。", file=sys.stderr)
                return 1
            user = User.objects.create_user(login=options.login, name=options.name, password=password)
            Post.objects.create(user=user, agency=agency, role=Role.ADMINISTRATOR, starts_on=today())
        print(
            f"システム管理者「{options.name}」をつくりました。サインインして、ほかの職員のアカウントをつくってください。"
        )
    return 0
