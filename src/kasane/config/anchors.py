"""Anchors of the log, kept outside the database: one line for each time, in a file that only grows (R-DIS-08).

Who can rewrite the whole database can rewrite its seals too; not what was written down elsewhere before.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from kasane.disclosure.chain import (
    Anchor,
    Break,
    Link,
    Verdict,
    parse_anchor,
    read_chain,
    read_disposals,
    read_unsealed,
    verify,
)
from kasane.disclosure.guards import read_stopped
from kasane.disclosure.retention.register import NAME, Register

Tell = Callable[[int, int], None]
STEP = 20_000


def verify_log(
    connection: Any, anchors: Iterable[Anchor], *, register: Register | None = None, tell: Tell | None = None
) -> Verdict:
    """Checks the log through a psycopg connection that is in a transaction and may read it.

    Broken: the first link that does not hold, a disposal that the register file does not know (when the file is there),
    or a table whose changes are kept no more. Raises RegisterBroken.
    """
    disposals = read_disposals(connection, _known(register))
    unsealed = read_unsealed(connection)
    links = _told(read_chain(connection), _length(connection), tell) if tell else read_chain(connection)
    verdict = verify(links, unsealed, anchors=anchors, disposals=disposals, now=time.time())
    broken: Break | None = verdict.broken or disposals.unfounded or read_stopped(connection)
    return Verdict(broken, verdict.links, verdict.digest, verdict.blanked)


def verify_chain(connection: Any, anchors: Iterable[Anchor], *, register: Register) -> Verdict:
    """The links alone, of a log that is just being restored. Raises RegisterBroken."""
    disposals = read_disposals(connection, _known(register))
    return verify(read_chain(connection), read_unsealed(connection), anchors=anchors, disposals=disposals)


def _known(register: Register | None) -> set[tuple[UUID | None, str, str]] | None:
    if register is None or not register.path.exists():
        return None
    return {(line.case_id, line.number, line.batch) for line in register.lines()}


def present_anchor(connection: Any) -> Anchor | None:
    """Where the chain ends now; None before the first entry."""
    row = connection.execute("SELECT id, digest FROM disclosure_seal ORDER BY id DESC LIMIT 1").fetchone()
    return Anchor(row[0], bytes(row[1]).hex(), datetime.now(UTC)) if row else None


def read_anchors(path: Path) -> list[Anchor]:
    """The anchors of a file, one on each line; empty when there is none. Raises ValueError naming the line."""
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if line.strip():
                found.append(parse_anchor(line))
        except ValueError as error:
            raise ValueError(f"{path} の {number} 行目が読めません。{error}") from error
    return found


def keep_anchor(path: Path, anchor: Anchor) -> None:
    """Adds a line; for the owner's eyes alone. The same place of the chain is not written twice in a row."""
    kept = read_anchors(path)
    if kept and kept[-1].number == anchor.number:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{anchor}\n")


def put_aside(path: Path, upto: int) -> Path | None:
    """Moves the anchors beyond the place where a restored log ended into a file beside; answers which, if any."""
    kept = read_anchors(path)
    later = [anchor for anchor in kept if anchor.number > upto]
    if not later:
        return None
    aside = path.with_name(f"{path.stem}.before-restore-{datetime.now():%Y-%m-%dT%H%M%S}.txt")
    for anchor in later:
        keep_anchor(aside, anchor)
    half = path.with_suffix(".part")
    half.unlink(missing_ok=True)
    half.touch(mode=0o600)
    for anchor in kept:
        if anchor.number <= upto:
            keep_anchor(half, anchor)
    half.replace(path)
    return aside


@contextmanager
def reading() -> Iterator[tuple[Any, Path]]:
    """A psycopg connection that may read the log (and nothing of it stays open), and the file of its anchors."""
    from django.db import connections, transaction

    from kasane.config import environment

    with transaction.atomic(using="owner"):
        owner = connections["owner"]
        owner.connection.execute("SET LOCAL ROLE kasane_definer")
        name = str(owner.settings_dict["NAME"])
        yield owner.connection, environment.read().var / "anchors" / f"{name}.txt"


def present_register() -> Register:
    """The register file of disposals of this deployment."""
    from kasane.config import environment

    return Register(environment.read().var / NAME)


def keep_present_anchor() -> Anchor | None:
    """Writes down where the chain ends: at every start of the server and every night."""
    with reading() as (connection, path):
        anchor = present_anchor(connection)
    if anchor is not None:
        keep_anchor(path, anchor)
    return anchor


def _length(connection: Any) -> int:
    row = connection.execute("SELECT max(id) FROM disclosure_seal").fetchone()
    return int(row[0] or 0)


def _told(links: Iterator[Link], of: int, tell: Tell) -> Iterator[Link]:
    for link in links:
        if link.number % STEP == 0:
            tell(link.number, of)
        yield link
