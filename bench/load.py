"""load: a hundred people at work at once, over real HTTP against `./kasane serve` on this machine.

Each has a browser of their own and acts every five seconds on average (bench/_day.py says what they do). Signing in
comes before the clock starts. Afterwards the database is asked for every word that was saved.
"""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bench._harness import Bar, finish, percentile

SEED = 20251
ACTS_EVERY = 5.0
RED_COUNT_EVERY = 60.0
P95_MS = 500.0
P95_LAG_MS = 50.0
SERVER_PROCESSES = 2
SHOWN = 20


@dataclass(frozen=True)
class Size:
    """How many people, how long, in a town of how many cases."""

    workers: int
    seconds: float
    households: int
    copies: int


FULL = Size(workers=100, seconds=300, households=60, copies=49)
QUICK = Size(workers=30, seconds=15, households=12, copies=24)


@dataclass
class Desk:
    """One worker of the run: what they do, when, and what went wrong."""

    worker: Any
    lags: list[float] = field(default_factory=list)
    acts: list[float] = field(default_factory=list)
    """From the press of a button or link until the page stands there; what a page asks for by itself is not waited for."""
    faults: list[str] = field(default_factory=list)


def run(*, quick: bool) -> int:
    """Prints the table of answers and the BAR lines; 1 when one is short."""
    size = QUICK if quick else FULL
    from tests.site import free_port

    from bench import _office
    from kasane.config import embedded, environment

    var = environment.read().var / "bench-load"
    server = embedded.start(var)
    try:
        began = time.perf_counter()
        logins = _office.furnish(server, households=size.households, copies=size.copies, workers=size.workers)
        cases = size.households * (size.copies + 1)
        print(
            f"約 {cases:,} 件のケースと {size.workers} 人を用意しました({time.perf_counter() - began:.0f} 秒)"
        )
        port = free_port()
        with _office.serving(var, port, workers=SERVER_PROCESSES, log=var / "serve.log") as process:
            desks = _sign_in(port, logins)
            began = time.perf_counter()
            shares = _work(desks, size.seconds, {"server": process.pid, "database": _postmaster(server)})
            lasted = time.perf_counter() - began
        told = [line for line in (var / "serve.log").read_text().splitlines() if f":{port}/" not in line]
        return finish(_bars(desks, lasted, shares, told, _count(server, desks)))
    finally:
        server.stop()


def _sign_in(port: int, logins: list[Any]) -> list[Desk]:
    """Everybody signs in, four at a time: argon2 is slow on purpose. What was asked for until then is forgotten."""
    from concurrent.futures import ThreadPoolExecutor

    from bench import _office
    from bench._browser import Browser, Line
    from bench._day import Worker, sign_in

    def enter(number: int) -> Desk:
        browser = Browser(Line(port, number), f"http://127.0.0.1:{port}")
        sign_in(browser, logins[number].login, _office.PASSWORD)
        browser.asked.clear()
        return Desk(Worker(number, browser, random.Random(SEED + number)))

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(enter, range(len(logins))))


def _work(desks: list[Desk], seconds: float, roots: dict[str, int]) -> dict[str, list[float]]:
    """All at once, for so long; answers how much of one core each process used."""
    before = {name: _cpu(root) for name, root in roots.items()}
    own, start = time.process_time(), time.perf_counter()
    threads = [threading.Thread(target=_sit, args=(desk, start, start + seconds)) for desk in desks]
    for thread in threads:
        thread.start()
    time.sleep(max(0.0, start + seconds - time.perf_counter()))
    lasted = time.perf_counter() - start
    used = {name: sorted((_cpu(root) - before[name]).values(), reverse=True) for name, root in roots.items()}
    shares = {name: [one / lasted for one in parts] for name, parts in used.items()}
    shares["client"] = [(time.process_time() - own) / lasted]
    for thread in threads:
        thread.join()
    return shares


def _sit(desk: Desk, start: float, end: float) -> None:
    """One worker's day: the next act is due by chance, whatever the last one took; a late answer delays it."""
    from bench._day import day

    worker, story = desk.worker, day(desk.worker)
    due = start + worker.chance.uniform(0, ACTS_EVERY)
    red_count = start + worker.chance.uniform(0, RED_COUNT_EVERY)
    ready = start
    while due < end:
        due = max(due, ready)
        time.sleep(max(0.0, due - time.perf_counter()))
        desk.lags.append(time.perf_counter() - due)
        asked = worker.browser.asked
        known = len(asked)
        try:
            if due > red_count:
                worker.browser.aside("red count", "/cases/alarms/count/")
                red_count += RED_COUNT_EVERY
            next(story)
        except Exception as fault:
            desk.faults.append(f"{worker.number:03d} {type(fault).__name__} {fault}")
            story = day(worker)
        ready = time.perf_counter()
        desk.acts.append(sum(one.seconds for one in asked[known:] if not one.aside))
        due += worker.chance.expovariate(1 / ACTS_EVERY)


def _postmaster(server: Any) -> int:
    return int((server.data / "postmaster.pid").read_text().split()[0])


def _cpu(root: int) -> Counter[int]:
    """Seconds of processor time that a process and each that it started have had, by their numbers."""
    import psutil

    process = psutil.Process(root)
    spent: Counter[int] = Counter()
    for one in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = one.cpu_times()
            spent[one.pid] = times.user + times.system
    return spent


def _count(server: Any, desks: list[Desk]) -> Counter[str]:
    """How many acknowledged saves are not there, and how many saves are there more than once."""
    import psycopg

    from bench import _office
    from bench._day import WORD, WRITTEN

    found: Counter[tuple[str, str]] = Counter()
    with psycopg.connect(server.url("postgres", _office.DATABASE)) as connection:
        for kind, (table, column) in WRITTEN.items():
            rows = connection.execute(f"SELECT substring({column} FROM '{WORD}') FROM {table}").fetchall()
            found.update((kind, word) for (word,) in rows if word)
    saves = [save for desk in desks for save in desk.worker.saves]
    kept = [save for save in saves if save.acknowledged]
    by_kind = Counter(save.kind for save in kept)
    print("保存: " + "、".join(f"{kind} {count}" for kind, count in sorted(by_kind.items())))
    unsure = [save for save in saves if not save.acknowledged]
    refused = sum(desk.worker.refused for desk in desks)
    print(
        f"受け付けられた保存 {len(kept)}、断られた保存 {refused}、答えのなかった保存 {len(unsure) - refused}"
    )
    return Counter(
        saved=len(kept),
        lost=sum(not found[save.kind, save.word] for save in kept),
        doubled=sum(count > 1 for count in found.values()),
    )


def _bars(
    desks: list[Desk], lasted: float, shares: dict[str, list[float]], told: list[str], counts: Counter[str]
) -> list[Bar]:
    asked = [one for desk in desks for one in desk.worker.browser.asked]
    acts = [spent * 1000 for desk in desks for spent in desk.acts]
    lags = [lag * 1000 for desk in desks for lag in desk.lags]
    _table(asked)
    print(f"{len(acts)} の操作、{len(asked)} の要求({len(asked) / lasted:.1f} 件/秒)、{lasted:.0f} 秒")
    print("使った CPU(コア): " + "、".join(f"{name} {sum(parts):.2f}" for name, parts in shares.items()))
    cost = (sum(shares["server"]) + sum(shares["database"])) * lasted * 1000 / max(1, len(asked))
    parts = "、".join(f"{one:.2f}" for one in shares["server"][:SERVER_PROCESSES])
    print(f"要求 1 件の CPU {cost:.0f} ms(サーバーのプロセスごと: {parts})")
    faults = [fault for desk in desks for fault in desk.faults]
    for line in [*faults[:SHOWN], *told[:SHOWN]]:
        print(f"! {line}")
    every = [one.seconds * 1000 for one in asked]
    wanted = len(desks) * lasted / ACTS_EVERY
    return [
        Bar("load.errors", len(faults) + len(told), "件", 0),
        Bar("load.saves_lost", counts["lost"], "件", 0),
        Bar("load.saves_doubled", counts["doubled"], "件", 0),
        Bar("load.saves", counts["saved"], "件", 1, at_most=False),
        Bar("load.answer_p95", percentile(every, 0.95), "ms", P95_MS),
        Bar("load.act_p95", percentile(acts, 0.95), "ms", P95_MS),
        Bar("load.acts_done", len(acts) / wanted, "x", 0.9, at_most=False),
        Bar("load.client_lag_p95", percentile(lags, 0.95), "ms", P95_LAG_MS),
    ]


def _table(asked: list[Any]) -> None:
    """Per page or save: how often, the middle, the slow ones, and its share of all the waiting."""
    by_name: dict[str, list[float]] = {}
    for one in asked:
        by_name.setdefault(one.name, []).append(one.seconds * 1000)
    everything = sum(map(sum, by_name.values())) or 1.0
    print(f"{'':<22}{'回数':>8}{'p50':>8}{'p95':>8}{'最大':>8}{'割合':>7}   (ms)")
    for name, spent in sorted(by_name.items(), key=lambda item: -sum(item[1])):
        middle, slow = percentile(spent, 0.5), percentile(spent, 0.95)
        share = sum(spent) / everything
        print(f"{name:<24}{len(spent):>8}{middle:>9.0f}{slow:>9.0f}{max(spent):>9.0f}{share:>9.1%}")
