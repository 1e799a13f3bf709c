"""「確認した」 (R-DIS-08)."""

from __future__ import annotations

from uuid import UUID

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import Forbidden, require
from kasane.disclosure.models import Oddity
from kasane.portal.oversight.rules import check_obstacles, overseer_obstacles


@transaction.atomic
def check(staff: UUID, agency: UUID, oddity: Oddity, *, upto: int, note: str, by: Actor) -> None:
    """Keeps that `by` has looked into these readings, up to the log entry they had before them.

    Raises Forbidden for who does not oversee, for one's own readings, and without a word on what was found.
    """
    require(overseer_obstacles(by.role, by.agency.kind))
    require(check_obstacles(own=staff == by.user.id, note=note))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_check_readings(%s, %s, %s, %s, %s)",
            [staff, agency, oddity, upto, note.strip()],
        )
        if not cursor.fetchone()[0]:
            raise Forbidden(overseer_obstacles(by.role, ""))
