"""転居費用補助: what the authority decided about the costs of a move (R-SELF-01)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.intake.housing import moving, rules
from kasane.intake.housing.actions.common import (
    TALK_DAYS,
    come_next,
    desk_writes,
    tell,
)
from kasane.intake.models import HousingBenefit, HousingState


@transaction.atomic
def decide_move(
    benefit: HousingBenefit,
    *,
    by: Actor,
    granted: bool,
    decided_on: date,
    number: str = "",
    amount: int | None = None,
    note: str = "",
) -> HousingBenefit:
    """Keeps what the authority decided: an amount that is paid once, and a day to ask about the move; or the reason why not.

    Raises Forbidden for an application of 家賃補助, and while it was not sent.
    """
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + moving.kind_obstacles(is_moving=row.is_moving, wanted=True)
        + rules.state_obstacles(row.state, ("sent",))
        + moving.decision_obstacles(
            granted=granted,
            decided_on=decided_on,
            sent_on=row.sent_on,
            amount=amount,
            note=note,
            today=today(),
        )
    )
    row.state = HousingState.GRANTED if granted else HousingState.REFUSED
    row.decided_on, row.decision_number, row.decision_note = decided_on, number, note
    row.moving_amount = amount if granted else None
    row.ended_on = None if granted else decided_on
    row.save_next()
    due_on = decided_on + timedelta(days=TALK_DAYS) if granted else None
    come_next(row, by=by, what="転居がすんだかを確かめる" if granted else "", due_on=due_on)
    what = "支給が決まった" if granted else "不支給と決まった"
    tell(row, by=by, on=decided_on, code="housing_decided", what=what, body=note)
    return row
