"""disclosure: what row-level security costs, at 100,000 cases, at least 300,000 ledger rows and 1,000,000 records.

The case page and the lists are asked through the whole product by turns: as the web role, and as a role that differs
from it in nothing but that the policies do not bind it. Then the statements each page had sent are sent again, bare,
as either role; both have the same limit. For a worker of one agency and for the coordinator, who has a right on nearly everything.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from bench._harness import Bar, finish, seconds

DATABASE = "kasane_bench_disclosure"
OPEN_ROLE = "kasane_bench_open"
VIEWERS = {"worker": "houkatsu1", "coordinator": "juso1"}
TABS = ("course", "plan", "household", "meetings", "documents", "sharing")
LISTS = {
    "home": "/",
    "cases": "/cases/",
    "cases-stage": "/cases/?stage=support",
    "search": "/search/?q=%E6%B8%A1",
    "conferences": "/conferences/",
    "inbox": "/intake/inbox/",
}
CASE_TIMES, LIST_TIMES = 2.0, 3.0


@dataclass(frozen=True)
class Size:
    households: int
    copies: int
    grants: int
    records: int
    rounds: int
    cases_asked: int

    @property
    def cases(self) -> int:
        return self.households * (self.copies + 1)


FULL = Size(households=300, copies=333, grants=300_000, records=1_000_000, rounds=15, cases_asked=5)
SMALL = Size(households=30, copies=59, grants=5_400, records=18_000, rounds=5, cases_asked=1)


@dataclass
class Spent:
    """Milliseconds of one page, as (bound by the policies, not bound), through the product and of its bare SQL."""

    page: tuple[list[float], list[float]] = field(default_factory=lambda: ([], []))
    bare: tuple[list[float], list[float]] = field(default_factory=lambda: ([], []))
    rows: list[int] = field(default_factory=lambda: [0, 0])

    @property
    def page_ratio(self) -> float:
        return statistics.median(self.page[0]) / statistics.median(self.page[1])

    @property
    def bare_ratio(self) -> float:
        return statistics.median(self.bare[0]) / statistics.median(self.bare[1])


def run(*, quick: bool) -> int:
    """Prints a table and one BAR per page and viewer; 1 when a page costs more than it may."""
    from kasane.config import embedded, environment

    size = SMALL if quick else FULL
    server = embedded.start(environment.read().var / "bench")
    try:
        _prepare(server, size)
        return finish(_bars(_measure(server, size)))
    finally:
        server.stop()


def _prepare(server: Any, size: Size) -> None:
    """The town, multiplied, filled up to the wanted size of ledger and records; and the role without policies."""
    import psycopg
    from django.db import connections

    from bench._multiply import multiply
    from bench._town import fresh

    fresh(server, DATABASE)
    from kasane.demo.load import ensure

    began = time.perf_counter()
    print(f"見本データをつくっています({size.households} 世帯を {size.copies} 倍に)…", flush=True)
    ensure(households=size.households)
    connections.close_all()
    url = server.url("postgres", DATABASE)
    multiply(url, copies=size.copies)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        _fill_records(connection, size.records)
        _fill_ledger(connection, size.grants)
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")
        _make_open_role(connection, server.passwords["kasane_app"])
        for table in ("cases_case", "disclosure_grant", "cases_supportrecord"):
            print(f"  {table}: {connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]:,} 行")
    print(f"{time.perf_counter() - began:.0f} 秒でできました。", flush=True)


def _fill_records(connection: Any, wanted: int) -> None:
    """Further support records, spread evenly over the records' own cases, back in time."""
    there = connection.execute("SELECT count(*) FROM cases_supportrecord").fetchone()[0]
    while there < wanted:
        added = connection.execute(
            "INSERT INTO cases_supportrecord (id, created_at, version, updated_at, case_id, kinds, at, agency_id,"
            " author_id, counterpart, method, place, minutes, content, next_step)"
            " SELECT uuidv7(), created_at, 1, updated_at, case_id, kinds, at - interval '40 days', agency_id, author_id,"
            " counterpart, method, place, minutes, content, '' FROM cases_supportrecord ORDER BY md5(id::text) LIMIT %s",
            [wanted - there],
        ).rowcount
        there += added


def _fill_ledger(connection: Any, wanted: int) -> None:
    """Further rights that stand today, for agencies other than the viewers' own, case after case."""
    there = connection.execute("SELECT count(*) FROM disclosure_grant").fetchone()[0]
    while there < wanted:
        there += connection.execute(
            "INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)"
            " SELECT c.id, a.id, 63, false, daterange('2020-01-01', NULL), 'consent', c.id, ''"
            " FROM (SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS n FROM cases_case) c"
            " JOIN (SELECT a.id, row_number() OVER (ORDER BY a.id) AS n, count(*) OVER () AS of FROM agencies_agency a"
            "       WHERE a.id NOT IN (SELECT p.agency_id FROM agencies_post p JOIN agencies_user u ON u.id = p.user_id"
            "                          WHERE u.login = ANY(%s))) a ON a.n = 1 + (c.n + %s) %% a.of LIMIT %s",
            [list(VIEWERS.values()), there, wanted - there],
        ).rowcount


def _make_open_role(connection: Any, password: str) -> None:
    """In all like the web role, whose rights it inherits; the policies do not bind it. For this server only."""
    from psycopg import sql

    role = sql.Identifier(OPEN_ROLE)
    if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [OPEN_ROLE]).fetchone() is None:
        connection.execute(sql.SQL("CREATE ROLE {}").format(role))
    connection.execute(
        sql.SQL("ALTER ROLE {} LOGIN INHERIT BYPASSRLS PASSWORD {}").format(role, sql.Literal(password))
    )
    connection.execute(sql.SQL("GRANT kasane_app TO {}").format(role))


def _measure(server: Any, size: Size) -> dict[tuple[str, str], Spent]:
    """By viewer and page; every address is asked by turns as either role, so that both meet the same weather."""
    from django.db import connections
    from django.test import Client

    from bench._registry import actor_of
    from bench._town import ready_for_pages

    ready_for_pages()
    roles = (connections["default"], _connection_of(OPEN_ROLE, server.passwords["kasane_app"]))
    found: dict[tuple[str, str], Spent] = {}
    print(f"測定: ポリシーあり・なしを交互に {size.rounds} 回ずつ", flush=True)
    for viewer, login in VIEWERS.items():
        actor = actor_of(login)
        client = Client()
        client.force_login(actor.user)
        pages = {**LISTS, **_case_addresses(actor, size.cases_asked)}
        for page, address in pages.items():
            spent = found.setdefault((viewer, page.split("/")[0]), Spent())
            sent = [_sent(role, client, address) for role in roles]
            for turn in range(size.rounds):
                for which in (0, 1) if turn % 2 else (1, 0):
                    with _through(roles[which]):
                        spent.page[which].append(1000 * seconds(lambda c=client, a=address: _ask(c, a)))
                    took, rows = _again(roles[which], sent[which], actor)
                    spent.bare[which].append(took)
                    if turn == 0:
                        spent.rows[which] += rows
    roles[1].close()
    return found


def _connection_of(role: str, password: str) -> Any:
    from django.db import connections

    made = connections.create_connection("default")
    made.settings_dict = {**made.settings_dict, "USER": role, "PASSWORD": password}
    return made


@contextmanager
def _through(role: Any) -> Iterator[None]:
    """The product speaks to the database over this connection."""
    from django.db import connections

    before = connections["default"]
    connections["default"] = role
    try:
        yield
    finally:
        connections["default"] = before


def _case_addresses(actor: Any, most: int) -> dict[str, str]:
    """The tabs of some cases of the viewer, from the newest to the oldest; the key begins with the tab."""
    from django.db import connection, transaction

    from kasane.disclosure.viewer import acting_as

    with transaction.atomic(), acting_as(actor), connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM (SELECT c.id, row_number() OVER (ORDER BY c.id DESC) AS n, count(*) OVER () AS of"
            " FROM cases_case c) c WHERE n %% GREATEST(of / %s, 1) = 1 ORDER BY id DESC LIMIT %s",
            [most, most],
        )
        cases: list[UUID] = [row[0] for row in cursor.fetchall()]
    if not cases:
        sys.exit("ケースがありません")
    return {f"case-{tab}/{n}": f"/cases/{case}/{tab}/" for tab in TABS for n, case in enumerate(cases)}


def _ask(client: Any, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address}: {answer.status_code}")


Statements = list[tuple[str, Any]]


def _sent(role: Any, client: Any, address: str) -> Statements:
    """What the page asks the database, after a first time that fills the caches."""
    statements: Statements = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if sql.startswith("SELECT") and "set_config(" not in sql:
            statements.append((sql, params))
        return execute(sql, params, many, context)

    with _through(role):
        _ask(client, address)
        with role.execute_wrapper(note):
            _ask(client, address)
    return statements


def _again(role: Any, statements: Statements, actor: Any) -> tuple[float, int]:
    """Milliseconds and rows of the same statements, sent by the same viewer without the product around them."""
    from django.db import transaction

    from kasane.disclosure.viewer import acting_as

    rows = 0
    with _through(role), transaction.atomic(), acting_as(actor):
        with role.cursor() as cursor:
            start = time.perf_counter()
            for sql, params in statements:
                cursor.execute(sql, params)
                rows += len(cursor.fetchall())
            took = (time.perf_counter() - start) * 1000
        transaction.set_rollback(True)
    return took, rows


def _bars(found: dict[tuple[str, str], Spent]) -> list[Bar]:
    print(
        f"{'画面(中央値 ms)':<30}{'あり':>8}{'なし':>9}{'比':>7}{'SQLあり':>11}{'なし':>8}{'比':>7}{'行 あり/なし':>14}"
    )
    bars = []
    for (viewer, page), spent in found.items():
        figures = [statistics.median(part) for part in (*spent.page, *spent.bare)]
        print(
            f"{viewer + ' ' + page:<32}{figures[0]:>10.1f}{figures[1]:>10.1f}{spent.page_ratio:>8.2f}"
            f"{figures[2]:>12.2f}{figures[3]:>10.2f}{spent.bare_ratio:>8.2f}{spent.rows[0]:>10}/{spent.rows[1]}"
        )
        limit = CASE_TIMES if page.startswith("case-") else LIST_TIMES
        bars.append(Bar(f"disclosure.{viewer}.{page}.page_on_to_off", spent.page_ratio, "x", limit))
        bars.append(Bar(f"disclosure.{viewer}.{page}.sql_on_to_off", spent.bare_ratio, "x", limit))
    return bars
