"""名寄せ over the whole registry, as the operator runs it at night: Splink finds pairs, coordinators decide (R-PEO-02)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connections, transaction

from kasane.people.linkage.batch import find_pairs
from kasane.people.linkage.record import Record
from kasane.people.matching import COLUMNS, PROPOSE

OWNER = "owner"
STEP = 1000


def propose_all(tell: Callable[[str], None]) -> tuple[int, int]:
    """Compares everybody with everybody and proposes the pairs not known yet; answers (persons, new pairs).

    Runs as the owner of the database, through two functions the web role can not call. Reads folded columns only.
    """
    records = _records()
    tell(f"{len(records):,} 人をくらべています…")
    pairs = ((pair.left, pair.right) for pair in find_pairs(records, least=PROPOSE))
    made = 0
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        while step := list(islice(pairs, STEP)):
            cursor.execute("SELECT people_propose_batch(%s)", [json.dumps(step)])
            made += cursor.fetchone()[0]
    return len(records), made


def _records() -> Sequence[Record]:
    return list(_read())


def _read() -> Iterator[Record]:
    with connections[OWNER].cursor() as cursor:
        columns = ", ".join(("person_id", *COLUMNS))
        cursor.execute(f"SELECT {columns} FROM people_match_keys()")
        while rows := cursor.fetchmany(STEP):
            yield from (_record(row) for row in rows)


def _record(row: Sequence[Any]) -> Record:
    return Record(str(row[0]), *row[1:])
