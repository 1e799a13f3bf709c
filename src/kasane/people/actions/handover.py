"""Two people together give a protected person new staff, when all who were named have left (R-DIS-09)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import require
from kasane.people import rules


@transaction.atomic
def propose_handover(contact: UUID, *, by: Actor, staff: Sequence[UUID], reason: str) -> None:
    """A coordinator names who shall look after the person from now on; it holds when a manager agrees.

    Raises Forbidden for anybody else, without staff or reason, and when somebody named is still there.
    """
    require(rules.handover_obstacles(coordinates=by.is_coordinator, staff=staff, reason=reason))
    require(
        rules.handed_over_obstacles(_ask("people_propose_handover(%s, %s, %s)", contact, list(staff), reason))
    )


@transaction.atomic
def agree_handover(handover: UUID, *, by: Actor) -> None:
    """A manager, who is not the one that proposed, agrees: the new staff see the address from now on.

    Raises Forbidden for anybody else, and when somebody named is there again.
    """
    require(rules.handed_over_obstacles(_ask("people_agree_handover(%s)", handover)))


def _ask(function: str, *values: Any) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}", values)
        answer: str = cursor.fetchone()[0]
    return answer
