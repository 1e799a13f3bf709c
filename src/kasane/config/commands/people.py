"""people dedupe, match, train: record linkage over files and over the registry (R-PEO-02)."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from kasane.config.environment import ROOT

_SHOWN = 50
_FIELD_NAMES = {
    "id": "番号",
    "name": "氏名",
    "kana": "ふりがな",
    "sex": "性別",
    "birth": "生年月日",
    "address": "住所",
    "phone": "電話",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    dedupe = acts.add_parser(
        "dedupe",
        help="CSVの名簿から、同じ人かもしれない組をさがす",
        description="CSVの名簿(氏名、ふりがな、性別、生年月日、住所、電話。順は自由、欠けていてもよい)から、同じ人かもしれない組をさがします。"
        "データベースには触れません。終わると 0、読めない行や値があったときは 1、何もできなかったときは 2 を返します。",
    )
    dedupe.add_argument("source", type=Path, metavar="IN.csv", help="名簿(UTF-8 または Shift_JIS)")
    dedupe.add_argument("--out", type=Path, required=True, metavar="PAIRS.csv", help="組を書き出すファイル")
    dedupe.add_argument(
        "--threshold", type=_share, default=0.95, help="この確からしさ以上の組を出す(0〜1、既定 0.95)"
    )
    match = acts.add_parser(
        "match",
        help="登録されている全員をくらべ、同じ人かもしれない組を推進員の一覧に出す",
        description="登録されている全員をくらべて、同じ人かもしれない組を、相談支援包括化推進員の「名寄せ」の一覧に出します。"
        "夜に一度走らせます。判断は人がします。すでに判断した組は変わりません。",
    )
    match.add_argument(
        "--database", default="kasane", help="内蔵サーバーのデータベース名(見本は kasane_demo)"
    )
    train = acts.add_parser("train", help="比べ方の重みを、つくりものの名簿でつくり直す(開発者向け)")
    train.add_argument("--out", type=Path, default=ROOT / "src/kasane/people/linkage/weights.toml")


def run(options: argparse.Namespace) -> int:
    return {"dedupe": _dedupe, "match": _match, "train": _train}[options.act](options)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 < share < 1:
        raise argparse.ArgumentTypeError(f"「{text}」ではなく、0.95 のように 0 と 1 の間の数を入れてください")
    return share


def _dedupe(options: argparse.Namespace) -> int:
    from kasane.people.linkage.dedupe import dedupe
    from kasane.people.linkage.reading import UnusableFile

    if options.out.exists() and options.source.exists() and options.out.samefile(options.source):
        print("書き出し先が名簿そのものです。--out に別のファイルを指定してください。", file=sys.stderr)
        return 2
    start = time.monotonic()
    try:
        outcome = dedupe(options.source, options.out, threshold=options.threshold, tell=_tell)
    except UnusableFile as error:
        print(f"{options.source}: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename or options.source}: 読み書きできません({error.strerror})。", file=sys.stderr)
        return 2
    for problem in outcome.problems[:_SHOWN]:
        print(problem, file=sys.stderr)
    if len(outcome.problems) > _SHOWN:
        print(f"ほかに {len(outcome.problems) - _SHOWN:,} 件あります。", file=sys.stderr)
    if outcome.missing:
        names = "、".join(_FIELD_NAMES[name] for name in outcome.missing)
        print(f"名簿に列がない項目: {names}。これらは比べていません。", file=sys.stderr)
    spent = time.monotonic() - start
    print(
        f"{outcome.compared:,} 人を比べ、{outcome.pairs:,} 組を {options.out} に書きました({spent:.0f} 秒)。"
    )
    return 1 if outcome.problems else 0


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _match(options: argparse.Namespace) -> int:
    from kasane.config.commands.common import database

    start = time.monotonic()
    with database(options.database, migrate=False):
        from kasane.people.registry import propose_all

        people, pairs = propose_all(_tell)
    print(
        f"{people:,} 人をくらべ、新しい組を {pairs:,} 組、推進員の一覧に出しました({time.monotonic() - start:.0f} 秒)。"
    )
    return 0


def _train(options: argparse.Namespace) -> int:
    sys.path.insert(0, str(ROOT))
    from bench.linkage import TRAINING_PEOPLE, TRAINING_SEED, prepared

    from kasane.people.linkage.train import train

    _tell(f"{TRAINING_PEOPLE:,} 人の名簿をつくっています…")
    records, labels = prepared(TRAINING_PEOPLE, TRAINING_SEED)
    _tell(f"{len(records):,} 件から重みを求めています(数分かかります)…")
    options.out.write_text(train(records, labels), encoding="utf-8")
    print(f"{options.out} に書きました。./kasane bench linkage で確かめてください。")
    return 0
