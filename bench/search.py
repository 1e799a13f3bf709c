"""search: finding persons and records in a registry of 1,000,000 persons and 5,000,000 support records.

Through the product's own query path, for an agency worker with 3,000 cases and for the coordinator who sees all,
against the bare indexed SQL without any right asked, by turns in one run; both hand up to 50 rows to Python.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from random import Random
from typing import Any

from bench._harness import Bar, finish, percentile, seconds

DATABASE = "kasane_bench_search"
ROUNDS = 3
EACH = 20
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
    from bench._registry import FULL, SMALL
    from kasane.config import embedded, environment

    size = SMALL if quick else FULL
    server = embedded.start(environment.read().var / "bench")
    try:
        _prepare(server, size)
        bars = _measure(server, size)
    finally:
        server.stop()
    return finish(bars)


def _prepare(server: Any, size: Any) -> None:
    import psycopg
    from django.core.management import call_command

    from bench._registry import fill
    from kasane.config import embedded

    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    embedded.prepare(server, DATABASE)
    os.environ["KASANE_EMBEDDED_APP_URL"] = server.url("kasane_app", DATABASE)
    os.environ["KASANE_EMBEDDED_OWNER_URL"] = server.url("kasane_owner", DATABASE)
    import django

    django.setup()
    call_command("migrate", database="owner", verbosity=0)
    from kasane.demo.load import ensure

    ensure(households=1)
    worker, coordinator = _actor("houkatsu1"), _actor("juso1")
    from kasane.agencies.models import Agency

    others = [a.id for a in Agency.objects.exclude(pk__in=[worker.agency.id, coordinator.agency.id])[:60]]
    print(f"台帳をつくっています({size.cases:,} ケース、支援経過記録 {size.records:,} 件)…", flush=True)
    spent = seconds(
        lambda: fill(
            server.url("postgres", DATABASE), size=size, worker=worker.agency.id,
            coordinator=coordinator.agency.id, others=others,
        )
    )  # fmt: skip
    print(f"{spent:.0f} 秒でできました。", flush=True)


def _actor(login: str) -> Any:
    from kasane.agencies.actors import Actor
    from kasane.agencies.models import User
    from kasane.agencies.queries import current_posts

    user = User.objects.get(login=login)
    return Actor(user=user, post=current_posts(user)[0])


def _measure(server: Any, size: Any) -> list[Bar]:
    import psycopg

    from kasane.disclosure.viewer import acting_as

    bare = psycopg.connect(server.url("postgres", DATABASE), autocommit=True)
    times: dict[tuple[str, str, str], list[float]] = {}
    viewers = {"worker": _actor("houkatsu1"), "coordinator": _actor("juso1")}
    for name, actor in viewers.items():
        asked = _questions(bare, actor, size)
        for _ in range(ROUNDS):
            for kind, text, sql, values in asked:
                look = _product(kind)
                with _transaction(), acting_as(actor):
                    times.setdefault((name, kind, "product"), []).append(_ms(lambda t=text, f=look: f(t)))
                times.setdefault((name, kind, "bare"), []).append(
                    _ms(lambda s=sql, v=values: bare.execute(s, v).fetchall())
                )
        for kind, text, _, _ in asked:
            times.setdefault((name, kind, "http"), []).append(_page(actor, text))
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


def _page(actor: Any, text: str) -> float:
    """The whole answer of the search page, through middleware, policies and template."""
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    client = _clients.get(actor.user.login)
    if client is None:
        client = _clients[actor.user.login] = Client()
        client.force_login(actor.user)
    start = time.perf_counter()
    answer = client.get("/search/", {"q": text})
    if answer.status_code not in (200, 302):
        sys.exit(f"/search/?q={text}: {answer.status_code}")
    return (time.perf_counter() - start) * 1000


def _questions(bare: Any, actor: Any, size: Any) -> list[tuple[str, str, str, list]]:
    """What staff type: half about people of the viewer's own cases, half about anybody in the town."""
    rng = Random(size.cases)
    sample = (
        "SELECT p.family_name, p.given_name, p.family_kana, p.given_kana, p.birth_date, p.mobile, p.address, k.town"
        " FROM people_person p JOIN people_personkey k ON k.person_id = p.id"
    )
    own = bare.execute(
        f"{sample} WHERE p.case_id IN (SELECT case_id FROM disclosure_grant WHERE agency_id = %s ORDER BY md5(case_id::text) LIMIT 400)"
        " AND p.mobile <> '' LIMIT 400",
        [actor.agency.id],
    ).fetchall()
    anybody = bare.execute(
        f"{sample} WHERE p.mobile <> '' ORDER BY p.id LIMIT 400 OFFSET {size.cases // 2}"
    ).fetchall()
    asked = []
    for kind, ask in KINDS.items():
        for turn in range(EACH):
            person = rng.choice(own if turn % 2 else anybody)
            text, condition, values = ask(person, rng)
            asked.append((kind, text, _bare(kind, condition), values))
    return asked


def _bare(kind: str, condition: str) -> str:
    """The statement one would write by hand: what the index gives first, then the newest fifty.

    A condition on plain columns walks the newest rows instead, which is faster for what is borne by many.
    """
    if kind.startswith("record"):
        table, alias, order, line = "cases_supportrecord", "r", "r.at DESC", RECORD_LINE
    else:
        table, alias, order, line = "people_personkey", "k", "k.case_id DESC", LINE
    held = condition.replace("HELD", "cases_tokens(r.content, r.at)")
    by_index = "TOKENS" in condition or "HELD" in condition
    return (
        f"WITH {alias} AS {'MATERIALIZED' if by_index else 'NOT MATERIALIZED'}"
        f" (SELECT {alias}.* FROM {table} {alias} WHERE {held.replace('TOKENS', TOKENS)}),"
        f" page AS (SELECT * FROM {alias} ORDER BY {order} LIMIT {MOST})"
        f" {line.replace(f'{table} {alias}', f'page {alias}')} ORDER BY {order}"
    )


def _full_name(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold

    return p[0] + p[1], "TOKENS @> ARRAY[%s]", ["=" + fold(p[0] + p[1])]


def _two_words(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold

    return f"{p[0]} {p[1]}", "TOKENS @> ARRAY[%s, %s]", ["=" + fold(p[0]), "=" + fold(p[1])]


def _family(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold

    return p[0], "k.family = %s", [fold(p[0])]


def _family_kana(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold_kana, sound

    return p[2], "k.family_sound = %s", [sound(fold_kana(p[2]))]


def _kana(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold_kana, sound

    word = sound(fold_kana(p[2])) + sound(fold_kana(p[3]))
    return p[2] + p[3], "TOKENS @> ARRAY[%s]", ["~" + word]


def _part(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold

    name = fold(p[0] + p[1])[:3]
    pairs = sorted({"n" + name[i : i + 2] for i in range(len(name) - 1)}) or ["n" + name]
    return name, "TOKENS @> %s AND strpos(k.family || k.given, %s) > 0", [pairs, name]


def _one_letter(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold

    return p[0][0], "strpos(k.family || k.given, %s) > 0", [fold(p[0][0])]


def _birth(p: tuple, rng: Random) -> tuple:
    from kasane.base.dates import wareki

    day = p[4]
    return wareki(day), "TOKENS @> ARRAY[%s]", [f"b{day:%Y%m%d}"]


def _name_and_year(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold

    return f"{p[0]} {p[4].year}年", "TOKENS @> ARRAY[%s, %s]", ["=" + fold(p[0]), f"y{p[4].year}"]


def _name_and_age(p: tuple, rng: Random) -> tuple:
    from kasane.base.dates import age_on, today
    from kasane.base.names import fold

    age = age_on(p[4], today())
    years = [f"y{today().year - age - 1}", f"y{today().year - age}"]
    return f"{p[0]} {age}歳", "TOKENS @> ARRAY[%s] AND TOKENS && %s", ["=" + fold(p[0]), years]


def _phone(p: tuple, rng: Random) -> tuple:
    last = p[5][-4:]
    pairs = sorted({"p" + last[i : i + 3] for i in range(2)})
    return f"-{last}", "TOKENS @> %s AND strpos(k.phones, %s) > 0", [pairs, last]


def _name_and_place(p: tuple, rng: Random) -> tuple:
    from kasane.base.names import fold, fold_address

    town = fold_address(p[6])
    place = p[6][3:5]
    pairs = ["a" + fold_address(place)]
    return (
        f"{p[1]} {place}",
        "TOKENS @> ARRAY[%s] AND TOKENS @> %s",
        ["=" + fold(p[1]), pairs] if town else [],
    )


def _common_word(p: tuple, rng: Random) -> tuple:
    """Very common words are found fastest by walking the newest records."""
    from bench._registry import COMMON

    word = rng.choice(COMMON)
    return word, "strpos(cases_folded(r.content), %s) > 0", [word]


def _rare_word(p: tuple, rng: Random) -> tuple:
    from bench._registry import RARE

    return _record(rng.choice(RARE))


def _park(p: tuple, rng: Random) -> tuple:
    from bench._registry import ENDS, TAIL

    return _record(rng.choice(TAIL[0]) + rng.choice(ENDS[0]) + "公園")


def _record(word: str) -> tuple:
    return word, "HELD @> cases_pairs(%s, 0) AND strpos(cases_folded(r.content), %s) > 0", [word, word]


KINDS: dict[str, Callable[[tuple, Random], tuple]] = {
    "full name": _full_name,
    "family, given": _two_words,
    "family name": _family,
    "family kana": _family_kana,
    "full kana": _kana,
    "part of a name": _part,
    "one letter": _one_letter,
    "birth date": _birth,
    "name, year": _name_and_year,
    "name, age": _name_and_age,
    "phone, last four": _phone,
    "name, place": _name_and_place,
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
