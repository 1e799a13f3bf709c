"""From the application to the authority that decides (R-SELF-01)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle, require
from kasane.cases.models import Case
from kasane.intake.housing import moving, rules
from kasane.intake.housing.actions.common import (
    ANSWER_DAYS,
    SEND_DAYS,
    come_next,
    desk_writes,
    tell,
)
from kasane.intake.housing.queries import facts_of, move_of
from kasane.intake.models import HousingBenefit, HousingState, HousingSubsidy, Paper
from kasane.intake.registers.actions import of_this_case
from kasane.people.models import Person

TITLES = {one.value: str(one.label) for one in Paper}
PAPERS = rules.papers_of(HousingSubsidy.RENT, TITLES)
MOVING_PAPERS = rules.papers_of(HousingSubsidy.MOVING, TITLES)


def papers_of(row: HousingBenefit) -> dict[str, str]:
    """The papers the authority asks for with this application, with their titles."""
    return MOVING_PAPERS if row.is_moving else PAPERS


def sending_obstacles(row: HousingBenefit, *, on: date, sent_to: str) -> list[Obstacle]:
    """What stands in the way of sending the papers, by the kind of the benefit."""
    ways: dict[str, Any] = {
        "state": row.state,
        "on": on,
        "sent_to": sent_to,
        "titles": papers_of(row),
        "today": today(),
    }
    if row.is_moving:
        return moving.sending_obstacles(facts_of(row), move_of(row), **ways)
    return rules.send_obstacles(facts_of(row), **ways)


def _counsel_obstacles(values: dict[str, Any]) -> list[Obstacle]:
    return moving.counsel_obstacles(
        counsel=values.get("counsel", ""), counselled_on=values.get("counselled_on"), today=today()
    )


@transaction.atomic
def receive(
    case: Case,
    *,
    by: Actor,
    person: Person,
    received_on: date,
    subsidy: str = HousingSubsidy.RENT,
    **values: Any,
) -> HousingBenefit:
    """Takes an application in. Raises Forbidden for another desk and while one of its kind is open."""
    case = Case.lock(case.pk, version=None)
    is_open = HousingBenefit.objects.filter(case=case, subsidy=subsidy, ended_on__isnull=True).exists()
    require(
        desk_writes(case, by=by, begins=True)
        + of_this_case(case, person, rules.ID)
        + rules.receive_obstacles(
            subsidy=subsidy,
            ground=values["ground"],
            received_on=received_on,
            lost_on=values.get("lost_on"),
            household_size=values["household_size"],
            today=today(),
            already_open=is_open,
        )
        + _counsel_obstacles(values)
    )
    row = HousingBenefit.objects.create(
        case=case,
        person=person,
        agency=by.agency,
        received_by=by.user,
        received_on=received_on,
        subsidy=subsidy,
        **values,
    )
    come_next(row, by=by, what="書類をそろえて送る", due_on=received_on + timedelta(days=SEND_DAYS))
    tell(row, by=by, on=received_on, code="housing_received", what="受け付けた", body=row.note)
    return row


@transaction.atomic
def change(benefit: HousingBenefit, *, by: Actor, version: int, **values: Any) -> HousingBenefit:
    """Corrects the application and ticks the papers that came. Raises StaleEdit, and Forbidden once it was sent."""
    row = HousingBenefit.lock(benefit.pk, version=version)
    require(
        desk_writes(row.case, by=by)
        + rules.state_obstacles(row.state, ("received",))
        + rules.receive_obstacles(
            subsidy=row.subsidy,
            ground=values["ground"],
            received_on=row.received_on,
            lost_on=values.get("lost_on"),
            household_size=values["household_size"],
            today=today(),
            already_open=False,
        )
        + _counsel_obstacles(values)
    )
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    return row


@transaction.atomic
def send(benefit: HousingBenefit, *, by: Actor, on: date, sent_to: str) -> HousingBenefit:
    """Sends the papers to the authority that decides. Raises Forbidden while a paper or a figure is missing."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(desk_writes(row.case, by=by) + sending_obstacles(row, on=on, sent_to=sent_to))
    row.state, row.sent_on, row.sent_to = HousingState.SENT, on, sent_to
    row.save_next()
    come_next(row, by=by, what=f"{sent_to}の決定を確かめる", due_on=on + timedelta(days=ANSWER_DAYS))
    tell(row, by=by, on=on, code="housing_sent", what=f"{sent_to}に送った", body="")
    return row


@transaction.atomic
def withdraw(benefit: HousingBenefit, *, by: Actor, on: date, note: str) -> HousingBenefit:
    """The person takes the application back before it is decided."""
    row = HousingBenefit.lock(benefit.pk, version=None)
    require(desk_writes(row.case, by=by) + rules.withdraw_obstacles(state=row.state, note=note))
    row.state, row.ended_on, row.end_note = HousingState.WITHDRAWN, on, note
    row.save_next()
    come_next(row, by=by, what="", due_on=None)
    tell(row, by=by, on=on, code="housing_withdrawn", what="取り下げた", body=note)
    return row
