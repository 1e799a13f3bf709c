"""Numbers that people see and that have no gaps by accident: R7-0012."""

from __future__ import annotations

from django.db import connection

_NEXT = """
INSERT INTO base_counter (name, year, value) VALUES (%s, %s, 1)
ON CONFLICT (name, year) DO UPDATE SET value = base_counter.value + 1
RETURNING value
"""


def next_number(name: str, year: int) -> int:
    """The next number of `name` in fiscal `year`; two transactions never get the same."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [name, year])
        value: int = cursor.fetchone()[0]
    return value
