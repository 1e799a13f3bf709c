"""linkage: precision and recall of finding one person in two records, among 100,000 people with families (R-PEO-02).

The weights are the committed ones, trained on another town (`./kasane people train`, seed TRAINING_SEED); measured on
MEASURED_SEED. For the record, the same data by exact comparison and by Splink with its stock comparisons, trained the
stock way without labels. How records are spoilt: bench/_spoil.py.
"""

from __future__ import annotations

import logging
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from bench._harness import Bar, finish
from bench._spoil import Raw, records
from kasane.people.linkage import COMPARISONS, Record, committed, find_pairs
from kasane.people.linkage.dedupe import shares_of

TRAINING_SEED, MEASURED_SEED = 11, 2011
PEOPLE, QUICK_PEOPLE = 100_000, 20_000
TRAINING_PEOPLE = 100_000
PRECISION, RECALL, SECONDS = 0.99, 0.95, 120.0

Ids = tuple[str, str]


def run(*, quick: bool) -> int:
    """Prints figures and bars; 1 when one is short. The parts run in order; a part adds its bars."""
    count = QUICK_PEOPLE if quick else PEOPLE
    rows, who = records(count, MEASURED_SEED)
    truth = _true_pairs(who)
    print(f"測定: {count:,} 人、{len(rows):,} 件の記録、うち同じ人の組 {len(truth):,}", flush=True)
    parts: tuple[Callable[[list[Raw], dict[str, str], set[Ids]], list[Bar]], ...] = (_ours, _exact, _stock)
    bars: list[Bar] = []
    for part in parts:
        bars += part(rows, who, truth)
    return finish(bars)


def _true_pairs(who: dict[str, str]) -> set[Ids]:
    found: dict[str, list[str]] = {}
    for record, person in who.items():
        found.setdefault(person, []).append(record)
    return {_ordered(*both) for both in found.values() if len(both) == 2}


def _ordered(a: str, b: str) -> Ids:
    return (a, b) if a < b else (b, a)


def _quality(name: str, found: Iterable[Ids], truth: set[Ids], seconds: float) -> tuple[float, float]:
    proposed = set(found)
    hits = len(proposed & truth)
    precision, recall = hits / len(proposed) if proposed else 1.0, hits / len(truth)
    print(f"{name:<34} 適合率 {precision:.4f}  再現率 {recall:.4f}  {len(proposed):>7,} 組  {seconds:6.1f} 秒", flush=True)
    return precision, recall


def _ours(rows: list[Raw], who: dict[str, str], truth: set[Ids]) -> list[Bar]:
    start = time.perf_counter()
    shares = shares_of(row["name"] for row in rows)
    people = [Record.of(**row, shares=shares) for row in rows]
    pairs = list(find_pairs(people))
    seconds = time.perf_counter() - start
    found = [_ordered(pair.left, pair.right) for pair in pairs]
    precision, recall = _quality("かさね", found, truth, seconds)
    _tell_errors(people, set(found), truth)
    return [
        Bar("linkage.precision", precision, "share", PRECISION, at_most=False),
        Bar("linkage.recall", recall, "share", RECALL, at_most=False),
        Bar(f"linkage.batch_{len(rows)}", seconds, "s", SECONDS),
    ]


def _tell_errors(people: list[Record], found: set[Ids], truth: set[Ids]) -> None:
    """The commonest patterns of levels among wrongly proposed and missed pairs, for whoever works on the model."""
    from kasane.people.linkage.scoring import level_numbers

    by_id = {record.id: record for record in people}
    for title, wrong in (("別人なのに出した組", found - truth), ("見つけられなかった組", truth - found)):
        patterns = Counter(level_numbers(by_id[a], by_id[b]) for a, b in wrong)
        print(f"  {title}: {len(wrong):,}")
        for numbers, times in patterns.most_common(6):
            levels = [c.levels[n].key for c, n in zip(COMPARISONS, numbers, strict=True)]
            print(f"    {times:>4}  {' / '.join(levels)}")


def _exact(rows: list[Raw], who: dict[str, str], truth: set[Ids]) -> list[Bar]:
    """Name and birth date the same, after NFKC and without spaces: what a careful spreadsheet user does."""
    start = time.perf_counter()
    groups: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        key = tuple("".join(unicodedata.normalize("NFKC", row[c]).split()) for c in ("name", "birth"))
        if all(key):
            groups.setdefault(key, []).append(row["id"])
    found = [_ordered(a, b) for ids in groups.values() for n, a in enumerate(ids) for b in ids[n + 1 :]]
    _quality("氏名と生年月日の一致だけ", found, truth, time.perf_counter() - start)
    return []


def _stock(rows: list[Raw], who: dict[str, str], truth: set[Ids]) -> list[Bar]:
    """Splink's own comparisons for names, dates and strings, with u from random pairs and m by expectation maximisation."""
    import duckdb
    import pyarrow
    import splink.comparison_library as stock
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    start = time.perf_counter()
    logging.getLogger("splink").setLevel(logging.ERROR)
    table = pyarrow.table({c: [_blank(row[c]) for row in rows] for c in rows[0]})
    connection: Any = duckdb.connect()
    connection.register("raw", table)
    connection.execute("CREATE TABLE people AS SELECT * FROM raw")
    exact = ("sex",)
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            stock.NameComparison("name"),
            stock.NameComparison("kana"),
            *[stock.ExactMatch(c) for c in exact],
            stock.LevenshteinAtThresholds("birth", [1, 2]),
            stock.LevenshteinAtThresholds("address", [2, 5]),
            stock.LevenshteinAtThresholds("phone", [1, 2]),
        ],
        blocking_rules_to_generate_predictions=[block_on(c) for c in ("name", "kana", "birth", "phone", "address")],
    )
    linker = Linker(DuckDBAPI(connection=connection).register("people"), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("name", "birth")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("name"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("birth"))
    found = linker.inference.predict(threshold_match_probability=committed().threshold).physical_name
    pairs = connection.execute(f"SELECT id_l, id_r FROM {found}").fetchall()
    _quality("Splink の既定の比べ方", (_ordered(a, b) for a, b in pairs), truth, time.perf_counter() - start)
    return []


def _blank(text: str) -> str | None:
    return unicodedata.normalize("NFKC", text) or None
