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
from dataclasses import replace
from itertools import combinations
from typing import Any

from bench._harness import Bar, finish, percentile, seconds
from bench._spoil import Raw, records
from kasane.people.linkage import COMPARISONS, Record, committed, find_pairs
from kasane.people.linkage.dedupe import shares_of

TRAINING_SEED, MEASURED_SEED = 11, 2011
PEOPLE, QUICK_PEOPLE = 100_000, 20_000
TRAINING_PEOPLE = 100_000
ENTRY_DATABASE, ENTRIES, ENTRY_MS = "kasane_bench_entry", 400, 30.0
_TYPED = (
    "family_name", "given_name", "family_kana", "given_kana", "sex", "birth_date", "address", "phone", "mobile",
)  # fmt: skip
PROPOSING = "SELECT people_propose(%s, %s)"
PRECISION, RECALL, SECONDS = 99.0, 95.0, 120.0

Ids = tuple[str, str]


def run(*, quick: bool) -> int:
    """Prints figures and bars; 1 when one is short. The parts run in order, each printing its figures, adding its bars.

    A part is given the raw records, whose each is, and the true pairs; what is measured in the database on entry is
    one more part at the end.
    """
    count = QUICK_PEOPLE if quick else PEOPLE
    rows, who = records(count, MEASURED_SEED)
    truth = _true_pairs(who)
    print(f"測定: {count:,} 人、{len(rows):,} 件の記録、うち同じ人の組 {len(truth):,}", flush=True)
    parts: tuple[Callable[[list[Raw], dict[str, str], set[Ids]], list[Bar]], ...] = (_ours, _exact, _stock)
    bars: list[Bar] = []
    for part in parts:
        bars += part(rows, who, truth)
    return finish([*bars, *_entry(quick=quick)])


def prepared(count: int, seed: int) -> tuple[list[Record], list[str]]:
    """Normalised records of a generated town, and whose each is: what `./kasane people train` learns from."""
    rows, who = records(count, seed)
    return _normalised(rows), [who[row["id"]] for row in rows]


def _normalised(rows: list[Raw]) -> list[Record]:
    shares = shares_of(row["name"] for row in rows)
    return [Record.of(**row, shares=shares) for row in rows]


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
    print(
        f"{name:<34} 適合率 {precision:.4f}  再現率 {recall:.4f}  {len(proposed):>7,} 組  {seconds:6.1f} 秒",
        flush=True,
    )
    return precision, recall


def _ours(rows: list[Raw], who: dict[str, str], truth: set[Ids]) -> list[Bar]:
    start = time.perf_counter()
    people = _normalised(rows)
    pairs = list(find_pairs(people))
    seconds = time.perf_counter() - start
    found = [_ordered(pair.left, pair.right) for pair in pairs]
    precision, recall = _quality("かさね", found, truth, seconds)
    _tell_traps(people, who, set(found))
    _tell_errors(people, set(found), truth)
    return [
        Bar("linkage.precision", precision * 100, "%", PRECISION, at_most=False),
        Bar("linkage.recall", recall * 100, "%", RECALL, at_most=False),
        Bar(f"linkage.batch_{len(rows)}", seconds, "s", SECONDS),
    ]


_TRAPS: tuple[tuple[str, Callable[[Record], tuple[str, ...]]], ...] = (
    ("ふたご(同じ氏・住所・生年月日)", lambda r: (r.family_key, r.address_key, r.birth_key)),
    ("同じ家族(同じ氏・住所)", lambda r: (r.family_key, r.address_key)),
    ("同じ町の同姓同名", lambda r: (r.name_key, r.town_key)),
    ("同姓同名で同じ生年月日", lambda r: (r.name_key, r.birth_key)),
)


def _tell_traps(people: list[Record], who: dict[str, str], found: set[Ids]) -> None:
    """How many pairs of two people look like one, and how many of them were proposed."""
    for title, key in _TRAPS:
        groups: dict[tuple[str, ...], list[str]] = {}
        for record in people:
            if all(key(record)):
                groups.setdefault(key(record), []).append(record.id)
        traps = {
            _ordered(a, b) for ids in groups.values() for a, b in combinations(ids, 2) if who[a] != who[b]
        }
        print(f"  わな {title}: {len(traps):,} 組のうち出したもの {len(traps & found):,}")


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
        name, birth = ("".join(unicodedata.normalize("NFKC", row[c]).split()) for c in ("name", "birth"))
        if name and birth:
            groups.setdefault((name, birth), []).append(row["id"])
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
        blocking_rules_to_generate_predictions=[
            block_on(c) for c in ("name", "kana", "birth", "phone", "address")
        ],
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


def _entry(*, quick: bool) -> list[Bar]:
    """The check while somebody is typed in, in a registry of 1,000,000 persons, for a worker and the coordinator."""
    from bench._registry import FULL, SMALL, actor_of, fill_match_keys, prepare
    from kasane.config import embedded, environment

    size = replace(SMALL if quick else FULL, records=0)
    server = embedded.start(environment.read().var / "bench")
    try:
        prepare(server, ENTRY_DATABASE, size)
        fill_match_keys(server.url("postgres", ENTRY_DATABASE))
        bars = []
        for name, login in (("worker", "houkatsu1"), ("coordinator", "juso1")):
            checked, proposed = _typed_in(server, actor_of(login))
            print(
                f"入力のときの確認({name}): p50 {percentile(checked, 0.5):.1f} ms、p95 {percentile(checked, 0.95):.1f} ms。"
                f"保存のときの候補づくり: p95 {percentile(proposed, 0.95):.1f} ms",
                flush=True,
            )
            bars.append(Bar(f"linkage.entry.{name}.p95", percentile(checked, 0.95), "ms", ENTRY_MS))
        return bars
    finally:
        server.stop()


def _typed_in(server: Any, actor: Any) -> tuple[list[float], list[float]]:
    """Milliseconds of each check on entry, and of each proposal when it is saved (undone again)."""
    import psycopg
    from django.db import connection, transaction

    from kasane.disclosure.viewer import acting_as
    from kasane.people import matching

    with psycopg.connect(server.url("postgres", ENTRY_DATABASE)) as bare:
        people = bare.execute(
            "SELECT p.id, family_name, given_name, family_kana, given_kana, sex, birth_date, address, phone, mobile"
            " FROM people_person p JOIN disclosure_grant g ON g.case_id = p.case_id AND g.agency_id = %s"
            " ORDER BY md5(p.id::text) LIMIT %s",
            [actor.agency.id, ENTRIES],
        ).fetchall()
    checked, proposed = [], []
    for number, (person, *values) in enumerate(people):
        typed = dict(zip(_TYPED, values, strict=True))
        if number % 3 == 0:
            typed["mobile"] = ""
        if number % 5 == 0:
            typed["birth_date"] = None
        with transaction.atomic(), acting_as(actor):
            checked.append(seconds(lambda t=typed: matching.likely(t)) * 1000)
            with connection.cursor() as cursor:
                least = matching.weight_of(matching.PROPOSE)
                values = [person, least]
                proposed.append(seconds(lambda c=cursor, v=values: c.execute(PROPOSING, v)) * 1000)
            transaction.set_rollback(True)
    return checked, proposed
