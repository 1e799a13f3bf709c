"""Says to the database who is asking, for the length of the transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection
from psycopg.pq import TransactionStatus

from kasane.agencies.actors import Actor

INERROR = TransactionStatus.INERROR
_current: ContextVar[tuple[str, str]] = ContextVar("viewer", default=("", ""))


@contextmanager
def acting_as(actor: Actor | None, *, to_the_end: bool = False) -> Iterator[None]:
    """Within this block every query sees what `actor` may see; without an actor, no personal row at all.

    Must run inside a transaction: the setting ends with it, so that no connection carries a viewer on. With
    `to_the_end` nothing more follows in the transaction, and the viewer before need not be told again.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("acting_as() needs a transaction")
    before = _current.get()
    token = _current.set(_identity(actor))
    _tell(*_current.get())
    try:
        yield
    finally:
        _current.reset(token)
        if not to_the_end and _can_be_told():
            _tell(*before)


def _can_be_told() -> bool:
    """A failed transaction takes no more statements; its setting goes with it."""
    return not connection.needs_rollback and connection.connection.info.transaction_status != INERROR


def _identity(actor: Actor | None) -> tuple[str, str]:
    """A system administrator is a person without an agency's rights (R-DIS-01)."""
    if actor is None:
        return "", ""
    if not actor.post.sees_cases:
        return "", ""
    return str(actor.user.id), str(actor.agency.id)


def _tell(user_id: str, agency_id: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('kasane.user_id', %s, true), set_config('kasane.agency_id', %s, true)",
            [user_id, agency_id],
        )
