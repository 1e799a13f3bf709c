"""What runs by night and by the operator's hand over all cases at once: as the role that owns the narrow functions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction

OWNER = "owner"


@contextmanager
def as_definer() -> Iterator[None]:
    """One transaction of the owner that sees all rows; the role ends with it. Never in a request."""
    with transaction.atomic(using=OWNER):
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SET LOCAL ROLE kasane_definer")
        yield
        with connections[OWNER].cursor() as cursor:
            cursor.execute("RESET ROLE")
