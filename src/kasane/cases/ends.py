"""Who has to follow when support ends: of the whole case, or of one course of it (R-CONF-04, R-DIS-02)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol
from uuid import UUID

from kasane.agencies.actors import Actor


class Follower(Protocol):
    """Is told what has ended: `subjects` are the plans and evaluations of a course; None, when the case itself closes."""

    def __call__(
        self, case_id: UUID, subjects: Collection[UUID] | None, *, by: Actor, on: date, reason: str
    ) -> object: ...


_followers: list[Follower] = []


def when_support_ends(follower: Follower) -> None:
    """Called once by a work that has to follow; what ends the support may not reach into it."""
    if follower not in _followers:
        _followers.append(follower)


def tell_end(case_id: UUID, subjects: Collection[UUID] | None, *, by: Actor, on: date, reason: str) -> None:
    """Tells all who follow, in the transaction of the end itself. `cases.close` does so by itself."""
    for follower in _followers:
        follower(case_id, subjects, by=by, on=on, reason=reason)
