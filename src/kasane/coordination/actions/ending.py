"""A course ends before any plan is in force: as it was screened, or back to 受付 (R-SELF-01, R-COOR-02)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.actions.course import (
    TASKS_OF_A_COURSE,
    close_plans,
    course_beside,
    end_course,
    finish_tasks,
)
from kasane.coordination.choices import ENDED_PLAN_STATES, Course
from kasane.coordination.facts import teams_of
from kasane.coordination.menus.actions import end_with_course as end_menus
from kasane.coordination.menus.choices import MENUS_IN_THE_WAY
from kasane.coordination.menus.queries import menus_ending_with
from kasane.coordination.models import Application, Assessment, Plan
from kasane.coordination.queries import consent_of, standing_of
from kasane.disclosure import api as disclosure

BACK_DUE = timedelta(days=7)
"""Until when the desk to which a case comes back decides what follows."""
CLOSED_AS = {
    "information": cases.ClosedAs.INFORMATION,
    "refer": cases.ClosedAs.OTHER_SYSTEM,
    "broken_off": cases.ClosedAs.INTERRUPTED,
}


@transaction.atomic
def end_by_screening(
    case: Case,
    *,
    by: Actor,
    on: date,
    told: str,
    course: str = Course.SELF_RELIANCE,
    way: str = "",
    to: Agency | None = None,
) -> Case:
    """Ends a course before any plan is in force: with information, by another system, broken off, or back to 受付 where
    ordinary cooperation solves it (R-SELF-01, R-COOR-02). A draft ends with it; a course beside it goes on.

    `way` is as screened unless named; `to` is the desk to which a case comes back, the one that took it unless named.
    Raises Forbidden with what forbids it, and when nothing of what was told is kept.
    """
    sheet = Assessment.objects.filter(case=case).first()
    way = way or (sheet.screening if sheet else "")
    require(end_by_screening_obstacles(case, by=by, told=told, course=course, way=way))
    early = list(Plan.objects.filter(case=case, course=course, early_start=True).values_list("id", flat=True))
    close_plans(case.id, course, on=on)
    end_menus(case.id, course, by=by, on=on, interrupted=way == "broken_off", of_plan=way == rules.BACK)
    closed_as = CLOSED_AS.get(way)
    reason = f"{rules.words(course).name}を終えたため"
    end_course(case.id, course, by=by, on=on, reason=reason)
    beside = course_beside(case.id, course)
    stays = beside is not None or closed_as is None
    words = closed_as.label if closed_as else "受付・つなぎ元へ"
    cases.add_event(
        case.id,
        by=by,
        code="course_ended" if stays else "closed",
        title=f"{rules.words(course).name}を終えました({words})",
        body=told,
        on=on,
    )
    for plan_id in early:
        disclosure.end_evidence(case.id, on=on, source="early_start", source_id=plan_id)
    if beside is not None:
        return _beside(case, beside, course, by=by, on=on)
    if closed_as is None:
        return _back(case, course, to or desk_that_took(case, by=by), by=by, on=on)
    return cases.close(case, by=by, on=on, closed_as=closed_as, reason=reason)


def end_by_screening_obstacles(
    case: Case, *, by: Actor, told: str, course: str = Course.SELF_RELIANCE, way: str = ""
) -> list[Obstacle]:
    """What forbids `end_by_screening`; the page asks first."""
    sheet = Assessment.objects.filter(case=case).first()
    screening = sheet.screening if sheet else ""
    plans = Plan.objects.filter(case=case, course=course).exclude(state__in=ENDED_PLAN_STATES)
    menus = menus_ending_with(course, [case.id], states=MENUS_IN_THE_WAY, of_plan=way == rules.BACK)
    return rules.end_by_screening_obstacles(
        standing_of(case, by=by, course=course),
        way=way or screening,
        screening=screening,
        plans=list(plans.values_list("state", "id")),
        told=told,
        consented=consent_of(case.id, on=today()) is not None,
        responsible=case.responsible_agency_id == by.agency.id,
        supported=case.stage == cases.Stage.SUPPORT and course_beside(case.id, course) is None,
        menus=[(str(one), one.id) for one in menus],
    )


def desks_to_go_back_to(case: Case, *, by: Actor) -> list[Agency]:
    """The agencies that work on the case beside the actor's, who took it by their own work first (R-COOR-02)."""
    team = teams_of([case.id], on=today())[case.id]
    rows = Agency.objects.filter(pk__in=set(team) - {by.agency.id}, is_active=True)
    return sorted(rows, key=lambda agency: (team[agency.id] == disclosure.EvidenceType.TEAM, agency.order))


def desk_that_took(case: Case, *, by: Actor) -> Agency:
    """To whom the case comes back unless somebody else is named."""
    return next(iter(desks_to_go_back_to(case, by=by)), by.agency)


def _beside(case: Case, beside: Application, course: str, *, by: Actor, on: date) -> Case:
    """The other course goes on, and carries the case."""
    finish_tasks(case.id, *TASKS_OF_A_COURSE, course=course, by=by, on=on, with_assessment=False)
    if case.responsible_agency_id == beside.agency_id:
        return case
    return cases.hand_over(case, by=by, agency=beside.agency)


def _back(case: Case, course: str, to: Agency, *, by: Actor, on: date) -> Case:
    finish_tasks(case.id, *TASKS_OF_A_COURSE, course=course, by=by, on=on)
    cases.complete_tasks(case.id, by=by, on=on, kind=cases.TaskKind.ASSESSMENT)
    row = cases.advance(case, cases.Stage.RECEPTION, by=by)
    row = row if row.responsible_agency_id == to.id else cases.hand_over(row, by=by, agency=to)
    cases.add_task(
        case.id,
        agency=to,
        kind=cases.TaskKind.OTHER,
        what=f"{rules.words(course).name}からもどりました。これからの対応を決める",
        due_on=on + BACK_DUE,
        since=on,
        someone_waits=to.id != by.agency.id,
        source="handed_back",
    )
    return row
