"""What `restore` asks and does besides loading a dump: nothing disposed of comes back unnoticed, nothing is lost
(R-DIS-07), and the log tells that it was restored (R-DIS-08).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from kasane.disclosure.chain import Anchor
    from kasane.disclosure.retention.register import Register

Disposed = frozenset[tuple[str, str, str]]
"""Case, number and batch of what was disposed of."""


class CanNotRestore(Exception):
    """The backup is not restored; the message says why."""


class DatabaseUsed(Exception):
    """Somebody is connected to the database that is to be replaced."""


# Databases of the server, by a connection to another one ---------------------------------------------------------


def exists(url: str, name: str) -> bool:
    with psycopg.connect(url, autocommit=True) as connection:
        return (
            connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None
        )


def drop(url: str, name: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def put_in_place(url: str, beside: str, name: str, before: str) -> None:
    """`beside` becomes `name`; what was there goes only when that has come about. Raises DatabaseUsed.

    Both names change in one transaction: whatever happens meanwhile, one of the two databases bears the name.
    """
    try:
        with psycopg.connect(url) as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                _rename(connection, name, before)
            _rename(connection, beside, name)
    except psycopg.errors.ObjectInUse as error:
        raise DatabaseUsed("かさねが動いています。止めてから戻してください。") from error
    drop(url, before)


def _rename(connection: psycopg.Connection, name: str, new: str) -> None:
    connection.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(name), sql.Identifier(new))
    )


# What stands in a database --------------------------------------------------------------------------------------


def length(connection: Any) -> int:
    """How many entries its log has sealed; 0 for a database without a log."""
    return int(
        _rows(connection, "disclosure_seal", "SELECT COALESCE(max(id), 0) FROM disclosure_seal", [(0,)])[0][0]
    )


def disposals(connection: Any) -> Disposed:
    """What it says was disposed of."""
    statement = "SELECT case_id::text, case_number, batch FROM disclosure_disposal"
    return frozenset(_rows(connection, "disclosure_disposal", statement, []))


def _rows(connection: Any, table: str, statement: str, otherwise: list[tuple]) -> list[tuple]:
    with psycopg.Cursor(connection) as cursor:
        there = cursor.execute("SELECT to_regclass(%s)", [table]).fetchone()
        return cursor.execute(statement).fetchall() if there and there[0] else otherwise


# What forbids it ------------------------------------------------------------------------------------------------


def refuse_without_register(book: Register, known: Disposed, *, never: bool, lost: bool) -> None:
    """Every disposal that the restored database or the replaced one (`known`) tells of must stand in the register file.

    So a file that is missing, or whose end was cut off, does not bring disposed files back. Raises CanNotRestore, and
    RegisterBroken.
    """
    from kasane.config.anchors import reading

    if not book.path.exists() and not (never or lost):
        raise CanNotRestore(
            f"廃棄簿 {book.path} がありません。廃棄したケースが戻るおそれがあります。写しをそこに置いてください。"
            "廃棄をしたことがなければ --no-register-ever を、写しもなくしたなら --register-lost をつけてください。"
        )
    written = {(str(line.case_id), line.number, line.batch) for line in book.lines()}
    with reading() as (connection, _):
        missing = (known | disposals(connection)) - written
    if missing and not lost:
        raise CanNotRestore(
            f"データベースには、廃棄簿 {book.path} にない廃棄が {len(missing)} 件あります。"
            "廃棄簿の終わりが切り取られたか、古い写しです。新しい写しを置いてください。"
        )


def refuse_another_log(anchors: Iterable[Anchor], restored: int, book: Register) -> None:
    """The restored log must hold together and agree with the anchors that were kept up to its end. Raises CanNotRestore."""
    from kasane.config.anchors import reading, verify_chain

    with reading() as (connection, _):
        broken = verify_chain(
            connection, [anchor for anchor in anchors if anchor.number <= restored], register=book
        ).broken
    if broken is not None:
        raise CanNotRestore(f"戻した閲覧・変更の記録が確かめられません。【{broken.kind}】{broken.sentence}")


def tell_log(*, before: int, restored: int, register_lost: bool) -> None:
    """Writes to the log that it was restored: how far it had gone, how far it goes now (R-DIS-08)."""
    import json

    from django.db import connections

    from kasane.disclosure.definer import OWNER, as_definer

    told = {"before": before, "restored": restored} | ({"register": "lost"} if register_lost else {})
    with as_definer(), connections[OWNER].cursor() as cursor:
        cursor.execute(
            "INSERT INTO disclosure_logentry (at, act, subject, row_id, basis, after)"
            " VALUES (clock_timestamp(), 'restore', '復元', '', '', %s)",
            [json.dumps(told)],
        )
