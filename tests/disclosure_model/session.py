"""One database session for both sides: worlds are laid as the definer and looked at as the web role, in one transaction.

The web role alone could not lay a world, and a second session would not see it before it is committed.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections, transaction

from kasane.config.testing import DATABASE, SERVER

WEB = "kasane_app"
DEFINER = "kasane_definer"
OWNER = "kasane_owner"


@contextmanager
def one_session() -> Iterator[None]:
    """Within this block Django's default connection can take every role, starts as the web role, and keeps nothing."""
    usual = connections["default"]
    connections["default"] = _session()
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        connections["default"].close()
        connections["default"] = usual


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Within this block statements are run by `role`; afterwards by the web role again."""
    rows(f"SET LOCAL ROLE {role}")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            rows(f"SET LOCAL ROLE {WEB}")


def rows(statement: str, values: Any = None) -> list[tuple[Any, ...]]:
    """What the statement answers, by whoever is set to ask."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall()) if cursor.description else []


def readable(table: str) -> bool:
    """Whether the web role may read a table at all, whatever its policies."""
    return bool(rows("SELECT has_table_privilege(%s, %s, 'SELECT')", [WEB, table])[0][0])


def _session() -> Any:
    own = connections.create_connection("default")
    settings = copy.deepcopy(own.settings_dict)
    settings["USER"], settings["PASSWORD"] = "postgres", SERVER.passwords["postgres"]
    settings["NAME"] = DATABASE
    settings["OPTIONS"]["options"] = f"-c role={WEB}"
    own.settings_dict = settings
    return own
