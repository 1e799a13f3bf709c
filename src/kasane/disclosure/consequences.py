"""Who gains and who loses sight when what the person says changes: told before it is saved (R-DIS-01).

Pure: the rights before and after, as `rules.derive_grants` answers them, are compared for each agency and person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from kasane.base.dates import wareki
from kasane.base.kinds import kind_labels
from kasane.disclosure.rules import GrantRow, kinds_seen
from kasane.disclosure.wording import what


@dataclass(frozen=True)
class Sight:
    """What somebody sees on a day, since when and until (excluding) when; and what only waits or is still to come."""

    kinds: int = 0
    since: date | None = field(default=None, compare=False)
    until: date | None = None
    waiting: int = 0
    coming: int = 0


@dataclass(frozen=True)
class Change:
    """What a new answer of the person changes for one agency, or for one person of it."""

    agency_id: UUID | None
    user_id: UUID | None
    before: Sight
    after: Sight

    @property
    def lost(self) -> int:
        return self.before.kinds & ~self.after.kinds

    @property
    def gained(self) -> int:
        return self.after.kinds & ~self.before.kinds

    @property
    def is_loss(self) -> bool:
        """Whether somebody sees less, or for a shorter time, than without the new answer."""
        shorter = self.after.until is not None and (
            self.before.until is None or self.after.until < self.before.until
        )
        fewer = self.before.waiting & ~self.after.waiting or self.before.coming & ~self.after.coming
        return bool(self.lost or fewer or (self.before.kinds and shorter))


def consequences(
    before: Sequence[GrantRow],
    after: Sequence[GrantRow],
    day: date,
    *,
    homes: Mapping[UUID, UUID] | None = None,
) -> list[Change]:
    """What changes for whom on `day` when the rights `before` give way to `after`, losses first.

    `homes` tells the agency of a person: who goes on seeing by their agency's right loses nothing by their own.
    """
    homes = homes or {}
    holders = dict.fromkeys((row.agency_id, row.user_id) for row in (*before, *after))
    found: list[Change] = []
    for agency_id, user_id in holders:
        home = homes.get(user_id) if user_id else agency_id
        change = Change(
            agency_id, user_id, _sight(before, home, user_id, day), _sight(after, home, user_id, day)
        )
        if change.before != change.after:
            found.append(change)
    told = {(change.agency_id, change.before, change.after) for change in found if change.user_id is None}
    alone = [c for c in found if c.user_id is None or (homes.get(c.user_id), c.before, c.after) not in told]
    return sorted(alone, key=lambda change: not change.is_loss)


def ended_facts(before: Sequence[GrantRow], after: Sequence[GrantRow]) -> set[UUID]:
    """The evidence that opened something, or was about to, and opens nothing any more."""
    return {row.evidence_id for row in before} - {row.evidence_id for row in after}


def in_words(change: Change, who: str) -> str:
    """「社会福祉協議会は、このケースを見られなくなります(令和7年5月1日から見ていました)。」"""
    before, after = change.before, change.after
    if before.kinds and not after.kinds:
        return f"{who}は、このケースを見られなくなります({wareki(before.since)}から見ていました)。"
    if after.kinds and not before.kinds:
        return f"{who}は、{what(after.kinds)}{_until(after.until)}見られるようになります。"
    parts = []
    if change.lost:
        parts.append(f"{_labels(change.lost)}を見られなくなります")
    if change.gained:
        parts.append(f"新しく{_labels(change.gained)}も見られるようになります")
    if after.kinds and before.until != after.until:
        parts.append(f"見られるのは{_until(after.until) or '支援が終わるまで'}になります")
    if before.waiting & ~after.waiting and not change.lost:
        parts.append("守秘義務を確認しても、見られなくなります")
    if after.waiting & ~before.waiting:
        parts.append(f"守秘義務を確認すると、{what(after.waiting)}見られるようになります")
    if before.coming & ~after.coming:
        parts.append("これから見る予定だったものは、見られなくなります")
    if after.coming & ~before.coming:
        parts.append("見られるようになる日があります")
    return f"{who}は、{'。また、'.join(parts) or '見られる期間が変わります'}。"


def _sight(rows: Sequence[GrantRow], agency_id: UUID | None, user_id: UUID | None, day: date) -> Sight:
    mine = [row for row in rows if row.belongs_to(agency_id, user_id)]
    standing = [row for row in mine if row.stands_on(day)]
    if not standing:
        return Sight(waiting=_kinds(mine, day, waits=True), coming=_kinds(mine, day, waits=False))
    ends = [row.valid_until for row in standing]
    return Sight(
        kinds=kinds_seen(mine, agency_id=agency_id, user_id=user_id, day=day),
        since=_since(mine, min(row.valid_from for row in standing)),
        until=None if None in ends else max(end for end in ends if end is not None),
        waiting=_kinds(mine, day, waits=True),
        coming=_kinds(mine, day, waits=False),
    )


def _since(rows: Sequence[GrantRow], start: date) -> date:
    """The first day of unbroken sight: rights that follow one another are one to who asks since when."""
    for row in sorted(rows, key=lambda row: row.valid_from, reverse=True):
        if not row.waits and row.valid_from < start and (row.valid_until is None or row.valid_until >= start):
            start = row.valid_from
    return start


def _kinds(rows: Sequence[GrantRow], day: date, *, waits: bool) -> int:
    """The kinds of what waits to be acknowledged, or of what begins later."""
    total = 0
    for row in rows:
        over = row.valid_until is not None and row.valid_until <= day
        if row.waits == waits and not over and (waits or row.valid_from > day):
            total |= row.kinds
    return total


def _until(end: date | None) -> str:
    return f"{wareki(end - timedelta(days=1))}まで" if end else ""


def _labels(kinds: int) -> str:
    return "、".join(kind_labels(kinds))
