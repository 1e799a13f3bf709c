"""The load of each agency and worker, as numbers (R-COOR-12)."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import connection

from kasane.agencies import profile

_LOAD = """
    SELECT l.agency_id, a.name, l.user_id, u.name, l.led, l.worked, l.late
    FROM coordination_load() l JOIN agencies_agency a ON a.id = l.agency_id
    LEFT JOIN agencies_user u ON u.id = l.user_id
    ORDER BY a."order", a.name, a.id, l.led DESC, u.name
"""


@dataclass(frozen=True)
class Carried:
    """What one worker carries."""

    name: str
    led: int
    over: bool
    share: int


@dataclass
class AgencyLoad:
    """What one agency carries: open cases it leads, those it works on, what is past its day; its workers, where the viewer
    may know them."""

    name: str
    led: int = 0
    worked: int = 0
    late: int = 0
    over: bool = False
    share: int = 0
    workers: list[Carried] = field(default_factory=list)


def loads() -> list[AgencyLoad]:
    """Every agency that carries anything, as far as the viewer may know. One query."""
    rules = profile.current().rules
    with connection.cursor() as cursor:
        cursor.execute(_LOAD)
        rows = cursor.fetchall()
    found: dict[object, AgencyLoad] = {}
    for agency_id, agency, user_id, user, led, worked, late in rows:
        row = found.setdefault(agency_id, AgencyLoad(agency))
        if user_id is None:
            row.led, row.worked, row.late = led, worked, late
            row.over = led > rules.load_per_agency
            row.share = _share(led, rules.load_per_agency)
        else:
            over = led > rules.load_per_worker
            row.workers.append(Carried(user, led, over, _share(led, rules.load_per_worker)))
    return sorted(found.values(), key=lambda row: -row.led)


def _share(number: int, limit: int) -> int:
    """How full, with the town's limit at four fifths of the bar."""
    return min(number * 80 // limit, 100)
