"""When a つなぎ stands still: no たらい回し (R-INT-05). Pure functions over plain values, no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from kasane.intake.models.hops import StallReason
from kasane.intake.rules.referral import DECIDE_AGAIN_WITHIN_DAYS, answer_due

QUIET_DAYS = 7
"""How long an alert is quiet after the coordinator did something about it, unless told otherwise."""
MOST_QUIET_DAYS = 31


@dataclass(frozen=True)
class Hop:
    """One つなぎ as the watch knows it: a case number, agencies and days, never a name."""

    id: UUID
    case: str
    state: str
    sender: str
    receiver: str
    sent_on: date
    group: UUID | None = None
    is_hand_back: bool = False
    is_urgent: bool = False
    answered_on: date | None = None
    follow_up_on: date | None = None
    followed_up_on: date | None = None
    withdrawn_on: date | None = None
    quiet_until: date | None = None
    quiet_reasons: frozenset[str] = frozenset()

    @property
    def was_taken(self) -> bool:
        return self.state in ("accepted", "joint")

    @property
    def was_corrected(self) -> bool:
        """Taken back on the day it was sent: a slip of the pen, nobody was passed on."""
        return self.state == "withdrawn" and self.withdrawn_on == self.sent_on


@dataclass(frozen=True)
class Limits:
    """The town's days (profile: rules)."""

    answer_days: int
    follow_up_days: int
    pass_limit: int


@dataclass(frozen=True)
class Alert:
    """A つなぎ that stands still, why, and for how many days."""

    hop: Hop
    reasons: tuple[StallReason, ...]
    since: date
    days: int
    passes: int
    is_quiet: bool

    @property
    def label(self) -> str:
        return "・".join(str(reason.label) for reason in self.reasons)


def alerts(hops: Iterable[Hop], limits: Limits, *, on: date) -> list[Alert]:
    """What stands still on a day, urgent first, then the longest (R-INT-05). `hops` case by case, in their order."""
    found = []
    for _, of_case in groupby(hops, key=lambda hop: hop.case):
        way = list(of_case)
        found.extend(_of_case(way, limits, on))
    return sorted(found, key=lambda one: (not one.hop.is_urgent, -one.days, str(one.hop.id)))


def unaccepted_passes(hops: Sequence[Hop]) -> int:
    """How often the person was passed on since an agency last took them; a sheet sent to several counts once (R-INT-05)."""
    return len({hop.group or hop.id for hop in _since_taken(hops)})


def follow_up_due(hop: Hop, *, usual_days: int) -> date | None:
    """Until when somebody looks how it went on: the day planned, else the town's usual one; None while unanswered."""
    if hop.answered_on is None:
        return None
    if hop.state == "returned":
        return hop.answered_on + timedelta(days=DECIDE_AGAIN_WITHIN_DAYS)
    return hop.follow_up_on or hop.answered_on + timedelta(days=usual_days)


def _since_taken(hops: Sequence[Hop]) -> list[Hop]:
    """The hops sent after the last one that somebody took."""
    way = [hop for hop in hops if not hop.is_hand_back and not hop.was_corrected]
    taken = [(hop.answered_on, at) for at, hop in enumerate(way) if hop.was_taken and hop.answered_on]
    if not taken:
        return way
    day, last = max(taken)
    return [hop for at, hop in enumerate(way) if hop.sent_on >= day and at > last and not hop.was_taken]


def _of_case(way: Sequence[Hop], limits: Limits, on: date) -> list[Alert]:
    passes = unaccepted_passes(way)
    passed = _since_taken(way)[-1] if passes >= limits.pass_limit else None
    found = []
    for at, hop in enumerate(way):
        since = _stands_since(hop, way[at + 1 :], way, limits, on)
        turns = hop is passed and _is_unfinished(hop)
        if not since and not turns:
            continue
        reasons = tuple(
            one
            for one, there in (
                (StallReason.PASSED_ON, turns),
                (_reason(hop), since is not None),
            )
            if there
        )
        begun = min(since or hop.sent_on, _since_taken(way)[0].sent_on) if turns else since or hop.sent_on
        found.append(
            Alert(
                hop,
                reasons,
                begun,
                (on - begun).days,
                passes,
                is_quiet=hop.quiet_until is not None
                and hop.quiet_until >= on
                and {str(reason) for reason in reasons} <= hop.quiet_reasons,
            )
        )
    return found


def _reason(hop: Hop) -> StallReason:
    if hop.state == "sent":
        return StallReason.UNANSWERED
    return StallReason.UNDECIDED if hop.state == "returned" else StallReason.OVERDUE


def _is_unfinished(hop: Hop) -> bool:
    return hop.state == "sent" or (hop.state == "returned" and hop.followed_up_on is None)


def _stands_since(
    hop: Hop, later: Sequence[Hop], way: Sequence[Hop], limits: Limits, on: date
) -> date | None:
    """Since when this hop waits for something that should have been done by now; None while all is in time."""
    if hop.state == "sent":
        due = answer_due(hop.sent_on, is_urgent=hop.is_urgent, within_days=limits.answer_days)
        return hop.sent_on if due < on else None
    if hop.followed_up_on is not None or hop.answered_on is None:
        return None
    due_on = follow_up_due(hop, usual_days=limits.follow_up_days)
    if due_on is None or due_on >= on:
        return None
    if hop.state != "returned":
        return due_on
    decided = any(one.sent_on >= hop.answered_on for one in later)
    taken_beside = any(one.was_taken for one in way if hop.group is not None and one.group == hop.group)
    return None if decided or taken_beside else hop.answered_on
