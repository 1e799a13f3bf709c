"""The nightly refresh: ages pass by themselves, and who changed a case may not have seen all of it (R-PEO-03).

Runs on the connection of the owner as `kasane_definer`, for no viewer sees all cases. Nothing it reads leaves it but
what `people.actions.pattern.keep` writes, each row with the kinds of data it rests on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connections

from kasane.cases.models import Case, Stage
from kasane.disclosure.definer import OWNER, as_definer
from kasane.people.actions.pattern import keep
from kasane.people.patternfacts import read_households

BATCH = 500


@dataclass
class Done:
    """How many open cases were looked at, and how many patterns stand in them; `ended` by the closure of a case."""

    cases: int = 0
    patterns: int = 0
    ended: int = 0


def refresh_all(*, on: date, tell: Callable[[int, int], None] = lambda done, of: None) -> Done:
    """Brings the patterns of all open cases up to the day, in batches of one transaction each; ends those of closed ones.

    `tell` hears after each batch how many cases are done, and of how many. What fails leaves whole batches behind,
    and may simply be run again.
    """
    done = Done()
    with as_definer():
        total = _open_cases().count()
        done.ended = _end_closed()
    last: UUID | None = None
    while True:
        with as_definer():
            rows = _open_cases() if last is None else _open_cases().filter(pk__gt=last)
            ids = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
            if not ids:
                return done
            homes = read_households(ids, on=on, using=OWNER)
            done.patterns += keep(homes, ids, on=on, using=OWNER)
        done.cases, last = done.cases + len(ids), ids[-1]
        tell(done.cases, max(total, done.cases))


def _open_cases():
    return Case.objects.using(OWNER).exclude(stage=Stage.CLOSED)


def _end_closed() -> int:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "UPDATE people_pattern p SET until = GREATEST(p.since, c.closed_on) FROM cases_case c"
            " WHERE c.id = p.case_id AND c.stage = %s AND p.until IS NULL",
            [Stage.CLOSED],
        )
        return int(cursor.rowcount)
