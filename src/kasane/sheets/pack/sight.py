"""What the database lets one recipient see of each case, so that what two see alike is read once (R-DIS-01)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db import connection

Sight = tuple[tuple[str, str], ...]
"""All that the policies ask of a viewer where sheets are read: the kinds of data opened on the case, and the members of
its meetings whom they know of. Held to the policies themselves by tests/test_pack_sight.py."""
READ_BY_MEETING = "conferences_member"
_SEEN = f"""
    SELECT g.case_id, 'kinds', bit_or(g.kinds)::text FROM disclosure_grant g
    WHERE g.case_id = ANY (%(cases)s) AND g.valid @> kasane_today() GROUP BY g.case_id
    UNION SELECT j.case_id, 'member', m.id::text FROM coordination_conferencejudgement j
        JOIN {READ_BY_MEETING} m ON m.meeting_id = j.meeting_id WHERE j.case_id = ANY (%(cases)s)
    ORDER BY 1, 2, 3
"""


def sights(case_ids: Collection[UUID]) -> dict[UUID, Sight]:
    """Of each of these cases, for whoever is asking now. One query."""
    found: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_SEEN, {"cases": list(case_ids)})
        for case_id, what, seen in cursor.fetchall():
            found[case_id].append((what, seen))
    return {case_id: tuple(rows) for case_id, rows in found.items()}
