"""search: finding persons and records in a registry of 1,000,000 persons and 5,000,000 support records.

Through the product's own query path, for an agency worker with 3,000 cases and for the coordinator who sees all,
against the bare indexed SQL without any right asked, by turns in one run; both hand up to 50 rows to Python.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from bench._harness import Bar, finish, percentile

DATABASE = "kasane_bench_search"
ROUNDS = 3
EACH, QUICK_EACH = 20, 10
MOST = 50
SLOWEST_MS = 100.0
RATIO = 3.0

TOKENS = (
    "people_tokens(k.family, k.given, k.family_sound, k.given_sound, k.former, k.former_sound, k.address, k.phones,"
    " k.birth_date, k.birth_year)"
)
LINE = (
    "SELECT p.id, p.case_id, p.is_subject, p.relation, p.standing, p.family_name, p.given_name, p.family_kana,"
    " p.given_kana, p.sex, p.birth_date, p.stated_age, p.stated_age_on, p.died_on, p.address, p.phone, p.mobile,"
    " c.year, c.number, c.stage, c.closed_as, a.name FROM people_personkey k JOIN people_person p ON p.id = k.person_id"
    " JOIN cases_case c ON c.id = k.case_id JOIN agencies_agency a ON a.id = c.responsible_agency_id"
)
RECORD_LINE = (
    "SELECT r.id, r.case_id, r.at, r.content, r.method, r.counterpart, a.name, c.year, c.number FROM cases_supportrecord r"
    " JOIN cases_case c ON c.id = r.case_id JOIN agencies_agency a ON a.id = r.agency_id"
)


def run(*, quick: bool) -> int:
    """Prints a table of every kind of search and the bars; 1 when one is short."""
    from bench._registry import FULL, SMALL, prepare
    from kasane.config import embedded, environment

    size = SMALL if quick else FULL
    server = embedded.start(environment.read().var / "bench")
    try:
        prepare(server, DATABASE, size)
        bars = _measure(server, size, *((QUICK_EACH, 3) if quick else (EACH, ROUNDS)))
    finally:
        server.stop()
    return finish(bars)


def _measure(server: Any, size: Any, each: int, rounds: int) -> list[Bar]:
    import psycopg

    from bench._registry import actor_of
    from kasane.disclosure.viewer import acting_as

    bare = psycopg.connect(server.url("postgres", DATABASE), autocommit=True)
    times: dict[tuple[str, str, str], list[float]] = {}
    viewers = {"worker": actor_of("houkatsu1"), "coordinator": actor_of("juso1")}
    for name, actor in viewers.items():
        asked = _questions(bare, actor, size, each)
        for _ in range(rounds):
            for one in asked:
                look = _product(one.kind)
                with _transaction(), acting_as(actor):
                    spent = _ms(lambda t=one.text, f=look: f(t))
                times.setdefault((name, one.kind, "product"), []).append(spent)
                spent = _ms(lambda sql=one.sql: bare.execute(sql).fetchall())
                times.setdefault((name, one.kind, "bare"), []).append(spent)
        for one in asked:
            times.setdefault((name, one.kind, "http"), []).append(_http(actor, one.text))
    return _bars(times, viewers)


def _transaction() -> Any:
    from django.db import transaction

    return transaction.atomic()


def _ms(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _product(kind: str) -> Callable[[str], object]:
    from kasane.cases.search import records_holding
    from kasane.people.search import find

    return (
        (lambda text: records_holding(text, most=MOST))
        if kind.startswith("record")
        else (lambda text: find(text, most=MOST))
    )


_clients: dict[str, Any] = {}


def _http(actor: Any, text: str) -> float:
    """The whole answer of the search page, through middleware, policies and template."""
    from django.test import Client

    from bench._town import ready_for_pages

    ready_for_pages()
    client = _clients.get(actor.user.login)
    if client is None:
        client = _clients[actor.user.login] = Client()
        client.force_login(actor.user)
    start = time.perf_counter()
    answer = client.get("/search/", {"q": text})
    if answer.status_code not in (200, 302):
        sys.exit(f"/search/?q={text}: {answer.status_code}")
    return (time.perf_counter() - start) * 1000


@dataclass(frozen=True)
class Question:
    """What somebody types, and the statement one would write by hand for it."""

    kind: str
    text: str
    sql: str


def _questions(bare: Any, actor: Any, size: Any, each: int) -> list[Question]:
    """What staff type: half about people of the viewer's own cases, half about anybody in the town."""
    rng = Random(size.cases)
    sample = (
        "SELECT p.family_name, p.given_name, p.family_kana, p.given_kana, p.birth_date, p.mobile, p.address"
        " FROM people_person p"
    )
    own = bare.execute(
        f"{sample} WHERE p.mobile <> '' AND p.case_id IN (SELECT case_id FROM disclosure_grant WHERE agency_id = %s"
        " ORDER BY md5(case_id::text) LIMIT 400) LIMIT 400",
        [actor.agency.id],
    ).fetchall()
    anybody = bare.execute(
        f"{sample} WHERE p.mobile <> '' ORDER BY p.id LIMIT 400 OFFSET {size.cases // 2}"
    ).fetchall()
    asked = []
    for kind, ask in KINDS.items():
        for turn in range(each):
            person = Sampled(*rng.choice(own if turn % 2 else anybody))
            text = ask(person, rng)
            statements = _of_records(bare, text) if kind.startswith("record") else _of_persons(bare, text)
            asked.append(Question(kind, text, min(statements, key=lambda sql: _ms_of(bare, sql))))
    return asked


def _ms_of(bare: Any, sql: str) -> float:
    """The better of two tries; without end when it takes longer than 300 ms."""
    from psycopg.errors import QueryCanceled

    bare.execute("SET statement_timeout = '300ms'")
    try:
        return min(_ms(lambda: bare.execute(sql).fetchall()) for _ in range(2))
    except QueryCanceled:
        return float("inf")
    finally:
        bare.execute("RESET statement_timeout")


def _of_persons(bare: Any, text: str) -> list[str]:
    """The same question without any right asked, in the two ways a database can go about it; the faster is measured.

    By the index of tokens and then the newest fifty, or through the newest cases until fifty are found.
    """
    from kasane.base.dates import today
    from kasane.people.search import read

    words = []
    for ways in read(text, on=today()):
        found = [
            bare.execute(
                "SELECT sign, wanted::text, sure FROM people_way(%s, %s, %s, false)",
                [way.how, way.word, way.until],
            ).fetchone()
            for way in ways
        ]
        words.append(
            (
                " OR ".join(f"{TOKENS} {sign} '{_quoted(wanted)}'::text[]" for sign, wanted, _ in found),
                " OR ".join(sure for _, _, sure in found),
            )
        )
    by_index = " AND ".join(f"({tokens}) AND ({sure})" for tokens, sure in words)
    by_walk = " AND ".join(f"({sure})" for _, sure in words)
    return [
        _page("people_personkey", "k", "k.case_id DESC", LINE, by_index, True),
        _page("people_personkey", "k", "k.case_id DESC", LINE, by_walk, False),
    ]


def _of_records(bare: Any, text: str) -> list[str]:
    pairs = bare.execute("SELECT cases_pairs(cases_folded(%s), 0)::text", [text]).fetchone()[0]
    sure = f"strpos(cases_folded(r.content), '{_quoted(text)}') > 0"
    by_index = f"cases_tokens(r.content, r.at) @> '{pairs}'::bigint[] AND {sure}"
    return [
        _page("cases_supportrecord", "r", "r.at DESC", RECORD_LINE, by_index, True),
        _page("cases_supportrecord", "r", "r.at DESC", RECORD_LINE, sure, False),
    ]


def _quoted(text: str) -> str:
    return text.replace("'", "''").replace("%", "%%")


def _page(table: str, alias: str, order: str, line: str, condition: str, whole: bool) -> str:
    """The newest fifty with what a line of the list shows; `whole` finds all that match before it orders them."""
    how = "MATERIALIZED" if whole else "NOT MATERIALIZED"
    return (
        f"WITH {alias} AS {how} (SELECT {alias}.* FROM {table} {alias} WHERE {condition}),"
        f" page AS (SELECT * FROM {alias} ORDER BY {order} LIMIT {MOST})"
        f" {line.replace(f'{table} {alias}', f'page {alias}')} ORDER BY {order}"
    )


@dataclass(frozen=True)
class Sampled:
    """A person of the made-up registry, to be asked for."""

    family: str
    given: str
    family_kana: str
    given_kana: str
    born: date
    mobile: str
    address: str


def _birth(p: Sampled, rng: Random) -> str:
    from kasane.base.dates import wareki

    return wareki(p.born)


def _age(p: Sampled, rng: Random) -> str:
    from kasane.base.dates import age_on, today

    return f"{p.family} {age_on(p.born, today())}歳"


def _common_word(p: Sampled, rng: Random) -> str:
    from bench._registry import COMMON

    return rng.choice(COMMON)


def _park(p: Sampled, rng: Random) -> str:
    from bench._registry import ENDS, TAIL

    return rng.choice(TAIL[0]) + rng.choice(ENDS[0]) + "公園"


def _rare_word(p: Sampled, rng: Random) -> str:
    from bench._registry import RARE

    return rng.choice(RARE)


KINDS: dict[str, Callable[[Sampled, Random], str]] = {
    "full name": lambda p, rng: p.family + p.given,
    "family, given": lambda p, rng: f"{p.family} {p.given}",
    "family name": lambda p, rng: p.family,
    "family kana": lambda p, rng: p.family_kana,
    "full kana": lambda p, rng: p.family_kana + p.given_kana,
    "part of a name": lambda p, rng: (p.family + p.given)[:3],
    "one letter": lambda p, rng: p.family[0],
    "birth date": _birth,
    "name, year": lambda p, rng: f"{p.family} {p.born.year}年",
    "name, age": _age,
    "phone, last four": lambda p, rng: f"-{p.mobile[-4:]}",
    "name, place": lambda p, rng: f"{p.given} {p.address[3:5]}",
    "record, common": _common_word,
    "record, place": _park,
    "record, rare": _rare_word,
}


def _bars(times: dict, viewers: dict) -> list[Bar]:
    print(f"{'':<32}{'かさね p50':>12}{'p95':>9}{'SQL p50':>12}{'p95':>9}{'画面 p50':>12}{'p95':>9}   (ms)")
    bars = []
    for viewer in viewers:
        of = {what: [] for what in ("product", "bare", "http")}
        for kind in KINDS:
            row = []
            for what in ("product", "bare", "http"):
                spent = times[viewer, kind, what]
                of[what].extend(spent)
                row += [percentile(spent, 0.5), percentile(spent, 0.95)]
            print(
                f"{viewer + ' ' + kind:<34}"
                + "".join(f"{v:>{w}.1f}" for v, w in zip(row, (10, 9, 12, 9, 12, 9), strict=True))
            )
        for share, label in ((0.5, "p50"), (0.95, "p95")):
            ratio = percentile(of["product"], share) / percentile(of["bare"], share)
            bars.append(Bar(f"search.{viewer}.ratio_{label}", ratio, "x", RATIO))
        bars.append(Bar(f"search.{viewer}.p95", percentile(of["product"], 0.95), "ms", SLOWEST_MS))
        print(
            f"{viewer}: かさね p50 {percentile(of['product'], 0.5):.1f} ms、画面全体 p95 {percentile(of['http'], 0.95):.1f} ms"
        )
    return bars
