"""pages: server time of each main page with 300 and with 100,000 cases, and how much the cost grows.

Both towns are measured by turns in one run, through the whole product (middleware, policies, templates).
"""

from __future__ import annotations

import statistics
import sys

from bench._harness import Bar, finish, seconds

SMALL, LARGE = "kasane_bench_300", "kasane_bench_large"
SMALL_TOWN = 300
ROUNDS = 15
GROWTH = 2.0


def run(*, quick: bool) -> int:
    """Prints a table and one BAR per page and viewer; 1 when a page grows more than twofold."""
    households, copies = (60, 49) if quick else (SMALL_TOWN, 333)
    cases = households * (copies + 1)
    from kasane.config import embedded, environment

    var = environment.read().var / "bench"
    server = embedded.start(var)
    try:
        _prepare(server, households, copies)
        print(f"測定: {SMALL_TOWN} 件と {cases:,} 件のケース、{ROUNDS} 回ずつ交互に")
        return finish(_measure(server, cases))
    finally:
        server.stop()


def _prepare(server: object, households: int, copies: int) -> None:
    import psycopg

    from bench._multiply import multiply
    from bench._town import fresh

    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {LARGE} WITH (FORCE)")
    fresh(server, SMALL)
    from django.db import connections

    from kasane.demo.load import ensure

    print(f"見本データをつくっています({households} 世帯)…", flush=True)
    ensure(households=households)
    connections.close_all()
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {LARGE} TEMPLATE {SMALL}")
    print(f"{copies} 倍にふやしています…", flush=True)
    multiply(server.url("postgres", LARGE), copies=copies)
    multiply(server.url("postgres", SMALL), copies=SMALL_TOWN // households - 1)


def _measure(server: object, cases: int) -> list[Bar]:
    from django.db import connections
    from django.test import Client

    from bench._town import ready_for_pages
    from kasane.agencies.models import User

    ready_for_pages()
    clients: dict[tuple[str, str], Client] = {}
    pages: dict[tuple[str, str], dict[str, str]] = {}
    times: dict[tuple[str, str, str], list[float]] = {}

    def enter(database: str) -> None:
        connections["default"].close()
        connections["default"].settings_dict["NAME"] = database

    viewers = {"worker": "houkatsu1", "coordinator": "juso1"}
    for database in (SMALL, LARGE):
        enter(database)
        for viewer, login in viewers.items():
            client = Client()
            client.force_login(User.objects.get(login=login))
            clients[database, viewer] = client
            pages[database, viewer] = _addresses(client)
    for _ in range(ROUNDS):
        for database in (SMALL, LARGE):
            enter(database)
            for viewer in viewers:
                client = clients[database, viewer]
                client.get("/healthz")
                for page, address in pages[database, viewer].items():
                    spent = seconds(lambda c=client, a=address: _ask(c, a))
                    times.setdefault((database, viewer, page), []).append(spent * 1000)
    return _bars(times, cases)


def _ask(client: object, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        sys.exit(f"{address}: {answer.status_code}")


def _addresses(client: object) -> dict[str, str]:
    """Home, list, a search, each tab of the newest case, meetings, structure."""
    import re

    listed = client.get("/cases/").content.decode()
    case = re.search(r"/cases/([0-9a-f-]{36})/", listed)
    if case is None:
        sys.exit("ケースがありません")
    tabs = ("course", "plan", "household", "meetings", "documents", "sharing")
    return {
        "home": "/",
        "list": "/cases/",
        "list-stage": "/cases/?stage=support",
        "search": "/search/?q=%E6%B8%A1",
        **{f"case-{tab}": f"/cases/{case[1]}/{tab}/" for tab in tabs},
        "conferences": "/conferences/",
        "inbox": "/intake/inbox/",
    }


def _bars(times: dict[tuple[str, str, str], list[float]], cases: int) -> list[Bar]:
    bars = []
    print(f"{'画面':<32}{'少ない':>10}{'多い':>10}{'比':>8}   (中央値 ms)")
    for (database, viewer, page), small in times.items():
        if database != SMALL:
            continue
        low, high = statistics.median(small), statistics.median(times[LARGE, viewer, page])
        print(f"{viewer + ' ' + page:<34}{low:>10.1f}{high:>10.1f}{high / low:>8.2f}")
        if page == "search":
            continue  # for the record: with the town grow the hits, and so the lines drawn; `bench search` has its bar
        bars.append(Bar(f"pages.{viewer}.{page}.growth_{cases}", high / low, "x", GROWTH))
    return bars
