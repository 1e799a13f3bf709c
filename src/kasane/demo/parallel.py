"""Many made-up households at once: one process for each core, each with its share and transactions of its own.

A share is loaded step by step in short transactions, since numbers (R7-0012) and the chain of the log are given one
after another. It is not all or nothing: who begins (`config.commands.demo`) keeps a mark until the end.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

WORTH_IT = 60
"""Fewer households are loaded faster than further processes start."""
MOST_PROCESSES = 4


def processes_for(households: int) -> int:
    """How many processes load that many households here: one for each core, one alone for a few."""
    if households < WORTH_IT:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)


def shares(households: int, processes: int, *, together: int) -> list[list[int]]:
    """The places of the households for each process, about the same number each; the first `together` stay in one."""
    shared: list[list[int]] = [[] for _ in range(processes)]
    shared[0] = list(range(min(together, households)))
    for place in range(together, households):
        min(shared, key=len).append(place)
    return shared


def load(shared: Sequence[Sequence[int]]) -> int:
    """Loads the shares, a process each; answers how many households. Raises what one of them raised."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(shared), mp_context=context) as pool:
        return sum(pool.map(_load_share, shared))


def _load_share(places: Sequence[int]) -> int:
    import django

    django.setup()
    from django.db import connection, transaction

    from kasane.demo.accounts import known_accounts
    from kasane.demo.load import first, run
    from kasane.demo.town import Town
    from kasane.people.actions.pattern import all_at_once

    # The same few statements thousands of times: PostgreSQL need not plan each anew, nor wait for the disk each time.
    connection.settings_dict["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 3}
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    mine = frozenset(places)
    households = ((place, one) for place, one in enumerate(first(max(mine) + 1)) if place in mine)
    with all_at_once():
        count = run(Town(known_accounts()), households, each=transaction.atomic)
    connection.close()
    return count
