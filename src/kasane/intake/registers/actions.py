"""What every act on a register does: ask who may write, put a day onto 今日やること, take it off."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.disclosure.access import writable_kinds
from kasane.intake.registers.rules import person_obstacles, register_obstacles
from kasane.people.models import Person


def may_write(case: Case, *, by: Actor, kinds: int, begins: bool = False) -> list[Obstacle]:
    """What forbids this viewer to write rows of these kinds in the case (R-DIS-01, R-DIS-04).

    What has begun goes on to its own end when the case is closed before; nothing `begins` in a closed case.
    """
    writable = writable_kinds(case.id, by=by)
    return register_obstacles(is_open=case.is_open or not begins, writable=writable, kinds=kinds)


def of_this_case(case: Case, person: Person, requirement: str) -> list[Obstacle]:
    return person_obstacles(belongs=person.case_id == case.id, requirement=requirement)


def remind(
    case_id: UUID,
    *,
    by: Actor,
    what: str,
    due_on: date | None,
    source: str,
    source_id: UUID,
    kinds: int,
    kind: cases.TaskKind = cases.TaskKind.REGISTER,
    agency: Agency | None = None,
    waits: bool = False,
) -> None:
    """Puts a day onto 今日やること, in place of an earlier day for the same thing; no day takes that one off only."""
    cases.complete_tasks(case_id, by=by, on=today(), source_id=source_id)
    if due_on is None:
        return
    cases.add_task(
        case_id,
        agency=agency or by.agency,
        kind=kind,
        what=what,
        due_on=due_on,
        since=today(),
        someone_waits=waits,
        kinds=kinds,
        source=source,
        source_id=source_id,
    )
