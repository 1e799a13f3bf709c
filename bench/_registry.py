"""A registry of a whole town, made in bulk: cases, persons with their folded forms, rights, support records.

Rows are written by the superuser of the embedded server with triggers off, indexes afterwards; what is measured
runs as the web role. Names follow the lists of the demo with a long tail, so that some are borne by thousands and
most by few. Everything comes from one seed.
"""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import Pool
from random import Random
from typing import Any
from uuid import UUID

import psycopg

from kasane.base.names import digits, fold, fold_address, fold_kana, sound, town_block

SEED = 106004
TAIL = (
    ("赤 青 石 岩 上 内 大 岡 奥 片 金 川 北 木 黒 小 坂 佐 沢 白 杉 関 高 竹 田 谷 津 寺 中 永 西 野 橋 浜 林 原 東 平 福 "
     "藤 古 前 松 三 水 宮 村 森 安 山 横 吉 若 和").split(),
    ("あか あお いし いわ うえ うち おお おか おく かた かな かわ きた き くろ こ さか さ さわ しろ すぎ せき たか たけ "
     "た たに つ てら なか なが にし の はし はま はやし はら ひがし ひら ふく ふじ ふる まえ まつ み みず みや むら もり "
     "やす やま よこ よし わか わ").split(),
)  # fmt: skip
ENDS = (
    "田 川 山 本 村 野 原 沢 島 崎 井 木 口 谷 岡 橋 尾 江 瀬 塚 辺 内 下 根 倉 見 平 森 林 浦".split(),
    "だ かわ やま もと むら の はら さわ しま さき い き ぐち たに おか はし お え せ づか べ うち した ね くら み ひら もり "
    "ばやし うら".split(),
)
TOWNS = 160
WORDS = 3000
COMMON = ("訪問", "電話", "通院", "面談", "家計", "不安", "食事", "長女", "服薬", "相談")
RARE = tuple(f"{a}{b}" for a in "鳶鮎楓檜蕗鴨蓮雉鱒蕎" for b in "堤峠祠窯桟閘砦苫庵廓")
SAID = (
    "{c}について本人から話を聞いた。{d}のことが気がかりで、夜は眠れないという。",
    "自宅へ{c}。玄関先で{d}の様子を確かめ、来週もう一度うかがうことにした。",
    "{c}の予定を家族と確認。{d}は長男が付き添えるとのこと。",
    "包括より{c}の件で連絡あり。{d}を含めて次の支援会議で話し合う。",
    "本人は{d}を望んでいない。まずは{c}から始めたいと話す。",
    "{c}は続いている。{d}は減ってきた。表情も前回より明るい。",
)
MEETS = (
    "{r}の近くで会う。",
    "次回は{c}を予定。",
    "書類は持ち帰り、{c}のあとで記入する。",
    "隣の方が{r}で見かけたと心配していた。",
)


@dataclass(frozen=True)
class Size:
    cases: int
    persons_per_case: float
    records: int
    worker_cases: int


FULL = Size(cases=400_000, persons_per_case=2.5, records=5_000_000, worker_cases=3_000)
SMALL = Size(cases=8_000, persons_per_case=2.5, records=100_000, worker_cases=600)


@dataclass(frozen=True)
class Named:
    text: str
    kana: str
    folded: str
    heard: str


def prepare(server: Any, database: str, size: Size) -> None:
    """A database of its own with the town's structure and a registry of this size; Django ready on it."""
    from bench._town import fresh

    fresh(server, database)
    from kasane.agencies.models import Agency
    from kasane.demo.load import ensure

    ensure(households=1)
    worker, coordinator = actor_of("houkatsu1"), actor_of("juso1")
    others = [a.id for a in Agency.objects.exclude(pk__in=[worker.agency.id, coordinator.agency.id])[:60]]
    print(f"台帳をつくっています({size.cases:,} ケース、支援経過記録 {size.records:,} 件)…", flush=True)
    began = time.perf_counter()
    fill(
        server.url("postgres", database), size=size, worker=worker.agency.id,
        coordinator=coordinator.agency.id, others=others,
    )  # fmt: skip
    print(f"{time.perf_counter() - began:.0f} 秒でできました。", flush=True)


def actor_of(login: str) -> Any:
    """Who signs in with `login`, at their post."""
    from kasane.agencies.actors import Actor
    from kasane.agencies.models import User
    from kasane.agencies.queries import current_posts

    user = User.objects.get(login=login)
    return Actor(user=user, post=current_posts(user)[0])


def fill(url: str, *, size: Size, worker: UUID, coordinator: UUID, others: list[UUID]) -> None:
    """Empties the tables of cases and persons and fills them anew. Takes minutes at full size."""
    with psycopg.connect(url, autocommit=True) as connection:
        for setting in (
            "session_replication_role = replica",
            "synchronous_commit = off",
            "maintenance_work_mem = '1GB'",
            "max_parallel_maintenance_workers = 2",
        ):
            connection.execute(f"SET {setting}")
        connection.execute(
            "TRUNCATE cases_case, people_person, disclosure_grant, disclosure_evidence CASCADE"
        )
        indexes = _drop_indexes(connection)
        _cases(connection, size, worker, coordinator, others)
        _people(connection, size)
        if size.records:
            _records(connection, size)
        for statement in indexes:
            connection.execute(statement)
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


def _drop_indexes(connection: psycopg.Connection) -> list[str]:
    """Indexes that are no constraint, dropped while the rows come in; answers the statements that make them."""
    rows = connection.execute(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i"
        " WHERE i.indrelid = ANY(%s::regclass[]) AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid) AND NOT i.indisunique",
        [["people_person", "people_personkey", "cases_supportrecord", "disclosure_grant"]],
    ).fetchall()
    again = [definition for _, definition in rows]
    for name, _ in rows:
        target = connection.execute(
            "SELECT attstattarget FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1", [name]
        ).fetchone()[0]
        if target is not None and target >= 0:
            again.append(f"ALTER INDEX {name} ALTER COLUMN 1 SET STATISTICS {target}")
        connection.execute(f"DROP INDEX {name}")
    return again


def _cases(
    connection: psycopg.Connection, size: Size, worker: UUID, coordinator: UUID, others: list[UUID]
) -> None:
    """Cases over the last six years; the worker's are spread among all, the coordinator has a right on each."""
    every = size.cases // size.worker_cases
    connection.execute(
        """
        INSERT INTO cases_case (id, created_at, version, updated_at, year, number, opened_on, stage,
            responsible_agency_id, is_urgent, urgent_note, closed_as, touched_at)
        SELECT uuidv7((n - %(cases)s) * interval '8 minutes'), now(), 1, now(), 2020, n, current_date, 'support',
            CASE WHEN n %% %(every)s = 0 THEN %(worker)s ELSE (%(others)s::uuid[])[1 + n %% %(offices)s] END, false, '', '', now()
        FROM generate_series(1, %(cases)s) n
        """,
        {"cases": size.cases, "every": every, "worker": worker, "others": others, "offices": len(others)},
    )
    connection.execute(
        """
        INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)
        SELECT c.id, a.id, 63, true, daterange('2020-01-01', NULL), 'own_work', c.id, ''
        FROM cases_case c, LATERAL (SELECT c.responsible_agency_id UNION SELECT %s) a (id)
        """,
        [coordinator],
    )


def _people(connection: psycopg.Connection, size: Size) -> None:
    rng = Random(SEED)
    cases = [row[0] for row in connection.execute("SELECT id FROM cases_case ORDER BY id").fetchall()]
    rows = _persons(rng, cases, size.persons_per_case)
    connection.execute(
        "CREATE TEMP TABLE made (case_id uuid, subject boolean, relation text, family text, given text, family_kana text,"
        " given_kana text, sex text, birth date, address text, mobile text, f text, g text, fk text, gk text, fs text,"
        " gs text, a text, t text, p text)"
    )
    with connection.cursor().copy("COPY made FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    connection.execute("ALTER TABLE made ADD COLUMN id uuid DEFAULT uuidv7()")
    connection.execute(
        """
        INSERT INTO people_person (id, created_at, version, updated_at, kinds, case_id, is_subject, contact_is_protected, relation, standing,
            family_name, given_name, family_kana, given_kana, sex, birth_date, address, mobile, phone, email, occupation, note)
        SELECT id, now(), 1, now(), 1, case_id, subject, false, relation, 'together', family, given, family_kana, given_kana, sex,
            birth, address, mobile, '', '', '', '' FROM made
        """
    )
    connection.execute(
        """
        INSERT INTO people_personkey (person_id, case_id, kinds, family, given, family_kana, given_kana, family_sound,
            given_sound, former, former_sound, sex, birth_date, address, town, phones)
        SELECT id, case_id, 1, f, g, fk, gk, fs, gs, '', '', sex, birth, a, t, p FROM made
        """
    )


def fill_match_keys(url: str) -> None:
    """What everybody of the registry is compared by, worked out by the product's own code on both cores."""
    from kasane.people.matching import COLUMNS

    columns = ("person_id", "case_id", "kinds", "blocks", *COLUMNS)
    with psycopg.connect(url) as source, psycopg.connect(url, autocommit=True) as target, Pool() as pool:
        for setting in (
            "session_replication_role = replica",
            "synchronous_commit = off",
            "maintenance_work_mem = '1GB'",
        ):
            target.execute(f"SET {setting}")
        target.execute("DROP INDEX matchkey_blocks")
        rows = source.cursor(name="everybody")
        rows.execute(
            "SELECT id, case_id, family_name, given_name, family_kana, given_kana, sex, birth_date, address, phone, mobile"
            " FROM people_person"
        )
        with target.cursor().copy(f"COPY people_matchkey ({', '.join(columns)}) FROM STDIN") as copy:
            for row in pool.imap(_match_row, rows, chunksize=2000):
                copy.write_row(row)
        target.execute("CREATE INDEX matchkey_blocks ON people_matchkey USING gin (blocks)")
        target.execute("VACUUM ANALYZE people_matchkey")


def _match_row(row: tuple) -> tuple:
    from kasane.people.matching import blocks_of, record_of

    record = record_of(dict(zip(_TYPED, row[2:], strict=True)))
    return (row[0], row[1], 1, blocks_of(record), *record.key)


_TYPED = (
    "family_name", "given_name", "family_kana", "given_kana", "sex", "birth_date", "address", "phone", "mobile",
)  # fmt: skip


def _persons(rng: Random, cases: list[UUID], per_case: float) -> Iterator[tuple]:
    families, family_cum = _families()
    givens = _givens()
    places = [_place(n) for n in range(TOWNS)]
    for case in cases:
        family = rng.choices(families, cum_weights=family_cum)[0]
        place, folded, town = rng.choice(places)
        plot = f"{rng.randint(1, 30)}-{rng.randint(1, 20)}"
        household = rng.choices((1, 2, 3, 4, 5), (18, 37, 27, 13, 5))[0] if per_case > 1 else 1
        for member in range(household):
            sex = rng.choice(("female", "male"))
            given = givens[sex][min(int(len(givens[sex]) * rng.random() ** 1.6), len(givens[sex]) - 1)]
            born = date(1930, 1, 1) + timedelta(days=int(33_000 * rng.random() ** 1.3))
            mobile = f"090-{rng.randint(1000, 9999)}-{rng.randint(1000, 9999)}" if rng.random() < 0.6 else ""
            yield (
                case, member == 0, "" if member == 0 else rng.choice(("妻", "夫", "長男", "長女", "母", "父", "孫")),
                family.text, given.text, family.kana, given.kana, sex, born, place + plot, mobile,
                family.folded, given.folded, fold_kana(family.kana), fold_kana(given.kana), family.heard, given.heard,
                folded + plot, town, digits(mobile),
            )  # fmt: skip


def _families() -> tuple[list[Named], list[float]]:
    """The demo's names by their frequency for two thirds of the people, made-up ones in a long tail for the others."""
    from kasane.demo.names_family import FAMILY_NAMES, FAMILY_WEIGHTS

    known = [_named(*name) for name in FAMILY_NAMES]
    tail = [
        _named(a + b, ka + kb)
        for (a, ka), (b, kb) in itertools.product(zip(*TAIL, strict=True), zip(*ENDS, strict=True))
        if a != b
    ]
    share = 0.65 / sum(FAMILY_WEIGHTS)
    weights = [w * share for w in FAMILY_WEIGHTS] + [0.35 / len(tail)] * len(tail)
    return known + tail, list(itertools.accumulate(weights))


def _givens() -> dict[str, list[Named]]:
    from kasane.demo.names_given import GIVEN_FEMALE, GIVEN_MALE

    return {
        sex: [
            _named(*name) for name in dict.fromkeys(itertools.chain.from_iterable(zip_longest_names(table)))
        ]
        for sex, table in (("female", GIVEN_FEMALE), ("male", GIVEN_MALE))
    }


def zip_longest_names(table: dict) -> Iterator[list]:
    """The most frequent names of every decade first."""
    for row in itertools.zip_longest(*table.values()):
        yield [name for name in row if name]


def _named(text: str, kana: str) -> Named:
    return Named(text, kana, fold(text), sound(fold_kana(kana)))


def _place(n: int) -> tuple[str, str, str]:
    a, b = TAIL[0][n % len(TAIL[0])], ENDS[0][n // 8 % len(ENDS[0])]
    place = f"美咲町{a}{b}{n % 5 + 1}丁目"
    return place, fold_address(place), town_block(place)


def _records(connection: psycopg.Connection, size: Size) -> None:
    """Two made-up sentences each, one in some hundred thousand with a rare word, over the last five years."""
    rng = Random(SEED + 1)
    first = [
        rng.choice(SAID).format(
            c=rng.choice(COMMON),
            d=rng.choice(COMMON) + str(n % 97) + rng.choice(TAIL[0]) + rng.choice(ENDS[0]),
        )
        for n in range(WORDS)
    ]
    second = [
        rng.choice(MEETS).format(c=rng.choice(COMMON), r=rng.choice(TAIL[0]) + rng.choice(ENDS[0]) + "公園")
        if n >= len(RARE)
        else f"{RARE[n]}の話になった。"
        for n in range(WORDS)
    ]
    author = connection.execute("SELECT id FROM agencies_user LIMIT 1").fetchone()[0]
    connection.execute(
        "CREATE TEMP TABLE said AS SELECT %s::jsonb AS a, %s::jsonb AS b",
        [json.dumps(first), json.dumps(second)],
    )
    connection.execute(
        """
        CREATE TEMP TABLE numbered AS SELECT id, responsible_agency_id AS agency, row_number() OVER (ORDER BY id) AS n FROM cases_case
        """
    )
    connection.execute(
        "CREATE TEMP TABLE one AS SELECT t.n - 1 AS n, t.s #>> '{}' AS s FROM said, jsonb_array_elements(a) WITH ORDINALITY t (s, n)"
    )
    connection.execute(
        "CREATE TEMP TABLE two AS SELECT t.n - 1 AS n, t.s #>> '{}' AS s FROM said, jsonb_array_elements(b) WITH ORDINALITY t (s, n)"
    )
    connection.execute("ANALYZE one; ANALYZE two; ANALYZE numbered")
    connection.execute(
        """
        INSERT INTO cases_supportrecord (id, created_at, version, updated_at, case_id, kinds, at, agency_id, author_id,
            counterpart, method, place, content, next_step)
        SELECT uuidv7(), now(), 1, now(), c.id, 1, now() - r * interval '5 years' / %(records)s, c.agency, %(author)s,
            '本人', 'phone', '', one.s || two.s, ''
        FROM generate_series(1, %(records)s) r
        JOIN numbered c ON c.n = 1 + (r * 7919::bigint) %% %(cases)s
        JOIN one ON one.n = abs(hashint4(r)) %% %(words)s
        JOIN two ON two.n = abs(hashint4(-r)) %% %(words)s
        """,
        {"records": size.records, "cases": size.cases, "words": WORDS, "author": author},
    )
