"""出張相談: tying what was taken there to the day (R-INT-02)."""

from __future__ import annotations

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.choices import Channel
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases.api import writes_in
from kasane.intake import rules as intake
from kasane.intake.desk import rules
from kasane.intake.models import OutpostDay, OutpostReception, Reception


@transaction.atomic
def tie_reception(day: OutpostDay, reception: Reception, *, by: Actor) -> OutpostReception:
    """That a reception was taken on this day outside; its channel becomes 出張 (R-INT-02).

    Raises Forbidden when the days differ, and for an agency that does not work on the case.
    """
    require(
        [
            *intake.worker_obstacles(writes=writes_in(reception.case_id, by=by)),
            *rules.outpost_obstacles(
                is_struck=day.is_struck, on=day.on, today=today(), channel_day=reception.received_on
            ),
        ]
    )
    row = Reception.lock(reception.pk, version=None)
    if row.channel != Channel.OUTPOST:
        row.channel, row.channel_note = Channel.OUTPOST, row.channel_note or day.place
        row.save_next()
    return OutpostReception.objects.update_or_create(case_id=row.case_id, defaults={"day": day})[0]
