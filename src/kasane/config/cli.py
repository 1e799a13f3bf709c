"""`./kasane COMMAND`: what the operator and the developer can do from the command line."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("kasane.config.commands.demo", "美咲町の見本データで試す(データベースごと起動します)"),
    "serve": ("kasane.config.commands.serve", "サーバーを起動する"),
    "test": ("kasane.config.commands.test", "すべてのテストを走らせる"),
    "bench": ("kasane.config.commands.bench", "速さを測る"),
    "audit": ("kasane.config.commands.audit", "閲覧・変更の記録が改ざんされていないか確かめる"),
    "patterns": ("kasane.config.commands.patterns", "世帯の課題の組み合わせを見直す(毎晩)"),
    "counts": ("kasane.config.commands.counts", "件数の報告の四半期を締める(毎晩)"),
    "user": ("kasane.config.commands.user", "最初のシステム管理者をつくる"),
    "dispose": ("kasane.config.commands.dispose", "決裁された廃棄を実行する"),
    "backup": ("kasane.config.commands.backup", "データベースをファイルに書き出す"),
    "restore": ("kasane.config.commands.restore", "書き出したファイルを戻す(廃棄したケースは戻さない)"),
    "check": ("kasane.config.commands.check", "本番の設定を確かめる"),
    "people": ("kasane.config.commands.people", "名簿のなかから同じ人かもしれない組をさがす(名寄せ)"),
    "docs": ("kasane.config.commands.docs", "要件の一覧(docs/requirements.md)をつくり直す"),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; answers its exit status. Messages are for a person who can act on them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasane.config.settings")
    parser = argparse.ArgumentParser(
        prog="./kasane", description="かさね — 重層的支援体制整備事業の業務システム"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = arguments if arguments is not None else sys.argv[1:]
    for name, (module, sentence) in COMMANDS.items():
        sub = commands.add_parser(name, help=sentence, description=sentence)
        if chosen and chosen[0] == name:
            import_module(module).add_arguments(sub)
            sub.set_defaults(run=import_module(module).run)
    options = parser.parse_args(chosen)
    from kasane.config.embedded import ServerFailed
    from kasane.config.environment import WrongSettings

    try:
        return int(options.run(options) or 0)
    except (WrongSettings, ServerFailed) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
