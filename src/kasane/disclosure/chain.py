"""The hash chain over the log, checked from outside the database: what was done to it, and where first (R-DIS-08).

Nothing stored in the database is trusted here but the rows themselves: the digests are taken anew in this program,
by the recipe of `log.sql`. What the two tables can not tell by themselves (newest entries cut off with their seals,
everything sealed anew) is told by anchors, which are kept elsewhere. Pure; `read_chain` alone reads.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any
from uuid import UUID

from psycopg import Cursor, ServerCursor

BATCH = 5000
HOUR = 3600.0
"""How much older than the newest entry before it an entry may be: it is dated when it is written, sealed at commit."""
FAR = 10_000
"""How far a moved seal is looked for."""


class BreakKind(StrEnum):
    """What was done."""

    CHANGED = "変更"
    REMOVED = "削除"
    ADDED = "追加"
    RESEALED = "封印の差し替え"
    CUT = "末尾の切り取り"
    STOPPED = "記録の停止"
    UNFOUNDED = "偽の廃棄"


@dataclass(frozen=True, slots=True)
class Link:
    """A seal, and the entry it stands for. `head` is None when the entry is gone."""

    number: int
    entry_id: int
    content: bytes
    own: bytes
    digest: bytes
    head: str | None
    entry_content: bytes
    is_blank: bool = False
    case_id: UUID | None = None
    at: float = 0.0
    is_change: bool = False

    def own_with(self, number: int) -> bytes:
        """What the seal would say of this entry at another place of the chain."""
        return own_digest(number, self.head or "", self.content)


@dataclass(frozen=True, slots=True)
class Unsealed:
    """An entry for which there is no seal."""

    entry_id: int
    head: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Break:
    """The first link that does not hold, in words. `number` is the seal's, `entry_id` the entry's where it is known."""

    kind: BreakKind
    number: int | None
    entry_id: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """How far the chain went at a moment: so many entries, ending in this digest."""

    number: int
    digest: str
    at: datetime

    def __str__(self) -> str:
        return f"{self.number} {self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ} {self.digest}"


@dataclass(frozen=True, slots=True)
class Disposals:
    """The entries that say that a file was disposed of: by case, and by single entries kept with another case.

    `unfounded`: the first of them for which there is no disposal, in the database or in the register file.
    """

    cases: Mapping[UUID, int] = field(default_factory=dict)
    elsewhere: Mapping[int, tuple[int, UUID]] = field(default_factory=dict)
    unfounded: Break | None = None

    def emptied(self, link: Link) -> bool:
        """Whether the entry is empty by right: a disposal that covers it came after it (R-DIS-07).

        Kept elsewhere and emptied is a change alone, never a reading: of a row of two cases, or of a guest of a meeting.
        """
        if not link.is_blank:
            return False
        if link.case_id and self.cases.get(link.case_id, 0) > link.entry_id:
            return True
        found = self.elsewhere.get(link.entry_id)
        if found is None or not link.is_change:
            return False
        place, disposed = found
        return place > link.entry_id and disposed != link.case_id


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify` found. `blanked` counts the entries whose content a disposal has taken."""

    broken: Break | None
    links: int
    digest: bytes
    blanked: int = 0

    @property
    def anchor(self) -> Anchor:
        """Where the chain was followed to."""
        return Anchor(self.links, self.digest.hex(), datetime.now(UTC))


def own_digest(number: int, head: str, content: bytes) -> bytes:
    return sha256(f"{number}\n{head}\n".encode() + content).digest()


def chained(previous: bytes, own: bytes) -> bytes:
    return sha256(previous + own).digest()


def parse_anchor(text: str) -> Anchor:
    """An anchor as it was printed; line breaks and spaces inside the digest do no harm. Raises ValueError."""
    number, at, *digest = text.split()
    joined = "".join(digest).replace("-", "").lower()
    if len(joined) != 64 or set(joined) - set("0123456789abcdef"):
        raise ValueError("控えの印は 64 文字の英数字です。")
    return Anchor(int(number), joined, datetime.fromisoformat(at))


def verify(
    links: Iterable[Link],
    unsealed: Sequence[Unsealed] = (),
    *,
    anchors: Iterable[Anchor] = (),
    disposals: Disposals | None = None,
    now: float | None = None,
) -> Verdict:
    """Walks the chain once and answers the first link that does not hold (R-DIS-08).

    With `now` (seconds since 1970) it is asked too whether each entry bears the time it was written at.
    An entry that tells nothing any more holds when a disposal of its case stands further down the chain (R-DIS-07).
    """
    wanted = _by_number(anchors)
    previous, before, done, blanked, held, newest = b"", None, 0, 0, 0, 0.0
    walk = iter(links)
    for link in walk:
        found = _look(link, before, done + 1, previous, disposals or Disposals(), unsealed, walk)
        if found is None and now is not None:
            found = _dated(link, newest, now)
        if found is not None:
            return Verdict(_earlier(found, unsealed), done, previous, blanked)
        done, previous, before, newest = link.number, link.digest, link, max(newest, link.at)
        blanked += link.is_blank and link.content != link.entry_content
        if done in wanted:
            if any(anchor.digest != previous.hex() for anchor in wanted[done]):
                return Verdict(_rewritten(held, done, link), done, previous, blanked)
            held = done
    if unsealed:
        return Verdict(_without_seal(unsealed[0]), done, previous, blanked)
    beyond = [number for number in wanted if number > done]
    return Verdict(_cut(done, min(beyond)) if beyond else None, done, previous, blanked)


def _by_number(anchors: Iterable[Anchor]) -> Mapping[int, list[Anchor]]:
    found: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        found.setdefault(anchor.number, []).append(anchor)
    return found


def _look(
    link: Link,
    before: Link | None,
    number: int,
    previous: bytes,
    disposals: Disposals,
    unsealed: Sequence[Unsealed],
    rest: Iterator[Link],
) -> Break | None:
    """One link: is it the next one, is its entry there and unchanged, does its digest follow?"""
    if link.number != number:
        return _gap(link, number, unsealed)
    if link.head is None:
        return _gone(link, unsealed)
    if link.content != link.entry_content and not disposals.emptied(link):
        return _content(link)
    if link.own != link.own_with(number):
        return _own(link, previous)
    if link.digest != chained(previous, link.own):
        return _digest(link, before, previous, next(rest, None))
    return None


def _dated(link: Link, newest: float, now: float) -> Break | None:
    """Written by the log itself an entry bears the time of its writing: another one was put there (R-DIS-08)."""
    if newest - HOUR <= link.at <= now + HOUR:
        return None
    told = "前の記録より 1 時間以上も前" if link.at < newest else "いまより先"
    words = f"記録 {link.entry_id} 番の日時が、{told}です。日時を偽って付け加えられたか、サーバーの時計が動かされています。"
    return Break(BreakKind.ADDED, link.number, link.entry_id, words)


def _gap(link: Link, number: int, unsealed: Sequence[Unsealed]) -> Break:
    """Seal numbers are given without gaps: what is missing was taken away."""
    if unsealed:
        first = unsealed[0].entry_id
        words = f"記録 {first} 番の封印({number} 番)が取り除かれています。記録そのものは残っていますが、確かめられません。"
        return Break(BreakKind.RESEALED, number, first, words)
    gone = f"{number} 番" if link.number == number + 1 else f"{number} 番から {link.number - 1} 番まで"
    words = f"封印 {gone}と、その記録が取り除かれています(記録 {link.entry_id} 番の前)。"
    return Break(BreakKind.REMOVED, number, None, words)


def _gone(link: Link, unsealed: Sequence[Unsealed]) -> Break:
    for entry in unsealed:
        claimed = entry.head.replace(f"[{entry.entry_id},", f"[{link.entry_id},", 1)
        if own_digest(link.number, claimed, entry.content) == link.own:
            words = f"記録 {link.entry_id} 番の番号が {entry.entry_id} 番に書き換えられています。"
            return Break(BreakKind.CHANGED, link.number, link.entry_id, words)
        if own_digest(link.number, entry.head, entry.content) == link.own:
            words = f"記録 {entry.entry_id} 番の封印が、ほかの記録を指すように差し替えられています。"
            return Break(BreakKind.RESEALED, link.number, entry.entry_id, words)
    return Break(
        BreakKind.REMOVED, link.number, link.entry_id, f"記録 {link.entry_id} 番が取り除かれています。"
    )


def _content(link: Link) -> Break:
    """Who changed it: the entry, or the seal that tells of it?"""
    if own_digest(link.number, link.head or "", link.entry_content) == link.own:
        return _resealed(link)
    words = (
        f"記録 {link.entry_id} 番の中身(何を・前と後)が消されています。廃棄の記録はありません。"
        if link.is_blank
        else f"記録 {link.entry_id} 番の中身(何を・前と後)が書き換えられています。"
    )
    return Break(BreakKind.CHANGED, link.number, link.entry_id, words)


def _own(link: Link, previous: bytes) -> Break:
    if link.digest == chained(previous, link.own_with(link.number)):
        return _resealed(link)
    for away in range(1, FAR):
        if link.own == link.own_with(link.number + away):
            words = f"記録 {link.entry_id} 番の前で、{away} 件の記録が封印ごと取り除かれ、番号が詰められています。"
            return Break(BreakKind.REMOVED, link.number, link.entry_id, words)
        if link.own == link.own_with(link.number - away):
            words = f"記録 {link.entry_id} 番の前に、{away} 件の記録が、作られた封印といっしょに差し込まれています。"
            return Break(BreakKind.ADDED, link.number - away, link.entry_id, words)
    words = f"記録 {link.entry_id} 番(だれが・いつ・どのケースを・どの根拠で)が書き換えられています。"
    return Break(BreakKind.CHANGED, link.number, link.entry_id, words)


def _digest(link: Link, before: Link | None, previous: bytes, after: Link | None) -> Break:
    """The entry is as it was sealed, but the chain does not go through it: which of the two seals is a false one?"""
    follows = after is not None and after.digest == chained(link.digest, after.own)
    if before is None or not follows:
        return _resealed(link)
    words = f"記録 {before.entry_id} 番が、封印ごと差し替えられています(次の記録 {link.entry_id} 番につながりません)。"
    return Break(BreakKind.RESEALED, before.number, before.entry_id, words)


def _resealed(link: Link) -> Break:
    words = f"記録 {link.entry_id} 番の封印が差し替えられています。"
    return Break(BreakKind.RESEALED, link.number, link.entry_id, words)


def _earlier(found: Break, unsealed: Sequence[Unsealed]) -> Break:
    """Of a broken link and an entry without a seal, the one that comes first."""
    if unsealed and found.entry_id is not None and unsealed[0].entry_id < found.entry_id:
        return _without_seal(unsealed[0])
    return found


def _without_seal(entry: Unsealed) -> Break:
    words = f"記録 {entry.entry_id} 番は、封印なしに付け加えられています。"
    return Break(BreakKind.ADDED, None, entry.entry_id, words)


def _rewritten(held: int, number: int, link: Link) -> Break:
    words = (
        f"封印 {number} 番(記録 {link.entry_id} 番)が、控えと違います。"
        f"{held + 1} 番から {number} 番までのあいだで、記録が作り直されています。"
    )
    return Break(BreakKind.RESEALED, held + 1, None, words)


def _cut(done: int, wanted: int) -> Break:
    words = (
        f"控えでは封印 {wanted} 番まであったのに、{done} 番で終わっています。"
        f"{done + 1} 番からあとが切り取られました(バックアップから戻したときも、こうなります)。"
    )
    return Break(BreakKind.CUT, done + 1, None, words)


_ENTRY = """
jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.user_id, l.agency_id,
                  l.case_id, l.act, l.basis)::text,
sha256(convert_to(jsonb_build_array(l.subject, l.row_id, l.before, l.after)::text, 'UTF8'))
"""
_LINKS = f"""
SELECT s.id, s.entry_id, s.content, s.own, s.digest, l.id IS NULL, {_ENTRY},
       l.subject = '' AND l.row_id = '' AND l.before IS NULL AND l.after IS NULL, l.case_id,
       COALESCE(EXTRACT(EPOCH FROM l.at), 0)::float8, COALESCE(l.act IN ('insert', 'update', 'delete'), false)
FROM disclosure_seal s LEFT JOIN disclosure_logentry l ON l.id = s.entry_id ORDER BY s.id
"""
_UNSEALED = f"""
SELECT l.id, {_ENTRY} FROM disclosure_logentry l
WHERE NOT EXISTS (SELECT 1 FROM disclosure_seal s WHERE s.entry_id = l.id) ORDER BY l.id LIMIT {FAR}
"""
_DISPOSALS = """
SELECT d.id, d.case_id, d.after ->> 'number', d.after ->> 'batch', p.case_id IS NOT NULL,
       COALESCE(d.after -> 'elsewhere', '[]')::text
FROM disclosure_logentry d LEFT JOIN disclosure_disposal p
  ON p.case_id = d.case_id AND p.case_number = d.after ->> 'number' AND p.batch = d.after ->> 'batch'
WHERE d.act = 'dispose' AND NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = d.case_id) ORDER BY d.id
"""


def read_chain(connection: Any) -> Iterator[Link]:
    """The links from the first to the last, streamed. `connection` (psycopg) must be in a transaction as definer."""
    with Cursor(connection) as cursor:
        # Entries lie nearly in the order of their seals: looked up one by one, nothing is sorted or kept.
        cursor.execute(
            "SELECT set_config(name, 'off', true) FROM unnest(ARRAY['enable_hashjoin', 'enable_mergejoin']) name"
        )
    with ServerCursor(connection, "chain") as cursor:
        cursor.itersize = BATCH
        cursor.execute(_LINKS, binary=True)
        for number, entry_id, content, own, digest, is_gone, head, *told in cursor:
            yield Link(number, entry_id, content, own, digest, None if is_gone else head, *told)


def read_unsealed(connection: Any) -> list[Unsealed]:
    """The entries without a seal, at most so many."""
    with Cursor(connection) as cursor:
        cursor.execute(_UNSEALED, binary=True)
        return [Unsealed(*row) for row in cursor]


def read_disposals(
    connection: Any, register: Collection[tuple[UUID | None, str, str]] | None = None
) -> Disposals:
    """Which files the log says were disposed of, and are gone. Only those count whose disposal stands in the database
    too, and in the register file (case, number, batch of each line) where there is one.
    """
    cases: dict[UUID, int] = {}
    elsewhere: dict[int, tuple[int, UUID]] = {}
    unfounded = None
    with Cursor(connection) as cursor:
        cursor.execute(_DISPOSALS, binary=True)
        for entry_id, case_id, number, batch, is_kept, others in cursor:
            if not is_kept or (register is not None and (case_id, number, batch) not in register):
                unfounded = unfounded or _unfounded(entry_id, is_kept=is_kept)
                continue
            cases[case_id] = entry_id
            elsewhere.update(dict.fromkeys(json.loads(others), (entry_id, case_id)))
    return Disposals(cases, elsewhere, unfounded)


def _unfounded(entry_id: int, *, is_kept: bool) -> Break:
    where = "廃棄簿のファイル" if is_kept else "データベースの廃棄簿"
    words = f"記録 {entry_id} 番は「廃棄した」といいますが、{where}にその廃棄がありません。"
    return Break(BreakKind.UNFOUNDED, None, entry_id, words)
