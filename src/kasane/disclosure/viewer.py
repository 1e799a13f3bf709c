"""Says to the database who is asking, for the length of the transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection
from psycopg.pq import TransactionStatus

from kasane.agencies.actors import Actor

INERROR = TransactionStatus.INERROR
_current: ContextVar[tuple[str, str]] = ContextVar("viewer", default=("", ""))
_asked: dict[str, str] = {}


def ask_along(name: str, expression: str) -> None:
    """What every page needs to know of its viewer is asked in the statement that names them: it costs no query of its own.

    Called once by the app that owns the SQL `expression`.
    """
    _asked[name] = expression


@contextmanager
def acting_as(
    actor: Actor | None, *, to_the_end: bool = False, answers: dict[str, Any] | None = None
) -> Iterator[None]:
    """Within this block every query sees what `actor` may see; without an actor, no personal row at all.

    Must run inside a transaction: the setting ends with it, so that no connection carries a viewer on. With
    `to_the_end` nothing more follows in the transaction, and the viewer before need not be told again. Into `answers` goes
    what is asked along (`ask_along`).
    """
    if not connection.in_atomic_block:
        raise RuntimeError("acting_as() needs a transaction")
    before = _current.get()
    token = _current.set(_identity(actor))
    _tell(*_current.get(), answers)
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


def _tell(user_id: str, agency_id: str, answers: dict[str, Any] | None = None) -> None:
    told = "SELECT set_config('kasane.user_id', %s, true), set_config('kasane.agency_id', %s, true)"
    asked = _asked if answers is not None and user_id else {}
    if asked:
        # The viewer is set first: the row of `me` is there before anything is asked of it.
        told = f"WITH me AS MATERIALIZED ({told}) SELECT me.*, {', '.join(asked.values())} FROM me"
    with connection.cursor() as cursor:
        cursor.execute(told, [user_id, agency_id])
        if answers is not None:
            answers.update(zip(asked, cursor.fetchone()[2:], strict=True))
