"""What the acts on 住居確保給付金 share: who may write, what comes next, what stands in the course of the case."""

from __future__ import annotations

from datetime import date

from kasane.agencies.actors import Actor
from kasane.base.obstacles import Obstacle
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.intake.housing import rules
from kasane.intake.housing.queries import desks
from kasane.intake.models import HOUSING_KINDS, HousingBenefit
from kasane.intake.registers.actions import may_write, remind

SOURCE = "housing_benefit"
SEND_DAYS = 14
ANSWER_DAYS = 21
TALK_DAYS = 30


def desk_writes(case: Case, *, by: Actor, begins: bool = False) -> list[Obstacle]:
    """What forbids this viewer to write about the benefit."""
    return may_write(case, by=by, kinds=HOUSING_KINDS, begins=begins) + rules.desk_obstacles(
        case.id, desks=desks(), agency_id=by.agency.id
    )


def come_next(row: HousingBenefit, *, by: Actor, what: str, due_on: date | None) -> None:
    """What the desk does next about the application, in place of what it was."""
    remind(
        row.case_id,
        by=by,
        what=what and f"{row.title}: {what}",
        due_on=due_on,
        source=SOURCE,
        source_id=row.id,
        kinds=row.kinds,
        agency=row.agency,
    )


def tell(row: HousingBenefit, *, by: Actor, on: date, code: str, what: str, body: str) -> None:
    cases.add_event(
        row.case_id,
        by=by,
        on=on,
        code=code,
        title=f"{row.title}: {what}",
        body=body,
        kinds=row.kinds,
        subject=SOURCE,
        subject_id=row.id,
    )
