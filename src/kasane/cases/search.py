"""Words in the 支援経過記録, found within the ledger (R-DIS-01)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kasane.base.choices import ContactMethod
from kasane.base.dates import fiscal_label

MOST_WORDS = 6
SHORTEST = 2
AROUND = 40
FEW = 5000


@dataclass(frozen=True)
class Found:
    """A support record in which every word stands; `before`, `hit`, `after` are the place of the first."""

    record_id: UUID
    case_id: UUID
    number: str
    subject: str
    at: datetime
    method: str
    counterpart: str
    agency: str
    before: str
    hit: str
    after: str


def record_words(text: str) -> list[str]:
    """The words of a search that can be looked up in records: two characters or more."""
    words = unicodedata.normalize("NFKC", text).replace("\x00", "").split()
    return [word for word in words[:MOST_WORDS] if len(word) >= SHORTEST]


def records_holding(text: str, *, most: int = 50, few: int = FEW) -> list[Found]:
    """The viewer's newest records in which every word stands. One query; none when a word is too short.

    Words that stand in more than `few` records of the town are gone through week by week from the newest.
    """
    words = record_words(text)
    if not words:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_records_holding(%s, %s, %s)", [words, most, few])
        rows = cursor.fetchall()
    return [_found(row, words[0]) for row in rows]


def _found(row: tuple, word: str) -> Found:
    record_id, case_id, at, content, method, counterpart, agency, year, number, subject = row
    before, hit, after = around(content, word)
    return Found(
        record_id=record_id,
        case_id=case_id,
        number=f"{fiscal_label(year)}-{number:04d}",
        subject=(subject or "").strip() or "(氏名不明)",
        at=at,
        method=str(ContactMethod(method).label),
        counterpart=counterpart,
        agency=agency,
        before=before,
        hit=hit,
        after=after,
    )


def around(content: str, word: str) -> tuple[str, str, str]:
    """What stands before the word, the word as it was written, and what follows; cut to one line."""
    line = " ".join(content.split())
    place = line.casefold().find(word.casefold())
    if place < 0 or len(line.casefold()) != len(line):
        return line[: 2 * AROUND] + ("…" if len(line) > 2 * AROUND else ""), "", ""
    start, end = max(0, place - AROUND), place + len(word)
    return (
        ("…" if start else "") + line[start:place],
        line[place:end],
        line[end : end + AROUND] + ("…" if len(line) > end + AROUND else ""),
    )
