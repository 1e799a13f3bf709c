"""What coordinators decide on who is one with whom, and what workers tell them (R-PEO-02)."""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import require
from kasane.people import matching, rules
from kasane.people.actions.protection import protect_same
from kasane.people.models import PairState, Person


@transaction.atomic
def decide_pair(pair: matching.Compared, *, by: Actor, decision: str, reason: str) -> None:
    """Keeps whether two persons are one. SAME merges them, DIFFERENT keeps them apart, OPEN takes a decision back.

    A merge links the persons and changes nothing of them; undoing it gives back what was there. Only a protected
    person is protected on both sides from then on (R-DIS-09). Raises Forbidden
    for anybody but a coordinator, without a reason, when the decision contradicts others, and when somebody else
    decided in between.
    """
    require(
        rules.decide_obstacles(
            coordinates=by.is_coordinator, present=pair.state, wanted=decision, reason=reason
        )
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_decide(%s, %s, %s, %s)", [pair.id, decision, reason, pair.decided_at])
        answer = cursor.fetchone()[0]
    require(rules.decided_obstacles(answer))
    if decision == PairState.SAME:
        for side in pair.sides:
            protect_same(side.person.pk)


@transaction.atomic
def propose_pair(one: Person, other: UUID, *, by: Actor, reason: str) -> None:
    """A worker who sees both tells the coordinators that they may be one. Raises Forbidden when they do not see both."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_propose_pair(%s, %s, %s)", [one.pk, other, reason])
        told = cursor.fetchone()[0]
    require(rules.propose_obstacles(sees_both=told, same=one.pk == other))
