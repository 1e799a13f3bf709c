"""What a desk does on a route: begin, plan and take steps, switch, report, end, follow up (R-INT-11)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.disclosure import api as disclosure
from kasane.disclosure.api import EvidenceType, New
from kasane.intake.models import ROUTE_KINDS, RightsRoute, RightsStep, RouteKind, RouteResult
from kasane.intake.registers.actions import may_write, of_this_case, remind
from kasane.intake.rights import rules
from kasane.intake.rights.queries import division_of, done_steps, open_kinds
from kasane.intake.rights.routes import REPORT, ROUTES
from kasane.people.models import Person

SOURCE = "rights_route"
STEP = "rights_step"


@transaction.atomic
def start(
    case: Case,
    *,
    by: Actor,
    person: Person,
    kind: str,
    on: date,
    reason: str,
    relatives: str = "unknown",
    kinds: int = int(ROUTE_KINDS),
    follows: RightsRoute | None = None,
    **values: Any,
) -> RightsRoute:
    """Begins a route with all its steps. Raises Forbidden for a second one of its kind and for the wrong petitioner."""
    case = Case.lock(case.pk, version=None)
    require(
        may_write(case, by=by, kinds=kinds, begins=True)
        + of_this_case(case, person, rules.ID)
        + rules.start_obstacles(
            kind=kind,
            reason=reason,
            relatives=relatives,
            open_kinds=open_kinds(person),
            on=on,
            today=today(),
        )
    )
    row = RightsRoute.objects.create(
        case=case,
        person=person,
        kind=kind,
        kinds=kinds,
        agency=by.agency,
        started_by=by.user,
        started_on=on,
        reason=reason,
        relatives=relatives,
        follows=follows,
        **values,
    )
    RightsStep.objects.bulk_create(
        RightsStep(case=case, route=row, kinds=kinds, code=step.code, order=at)
        for at, step in enumerate(ROUTES[kind].steps)
    )
    _event(row, by=by, on=on, code="rights_started", what="始めた", body=reason)
    return row


@transaction.atomic
def change(route: RightsRoute, *, by: Actor, version: int, **values: Any) -> RightsRoute:
    """Corrects what is known of the family and the counterpart. Raises StaleEdit, and Forbidden once it has ended."""
    row = RightsRoute.lock(route.pk, version=version)
    require(may_write(row.case, by=by, kinds=row.kinds) + rules.open_obstacles(is_open=row.is_open))
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    return row


@transaction.atomic
def keep_step(
    step: RightsStep,
    *,
    by: Actor,
    version: int,
    planned_on: date | None,
    done_on: date | None,
    done_by: str,
    note: str,
) -> RightsStep:
    """Plans a step or writes that it is done. Raises Forbidden when one before it was skipped, StaleEdit."""
    route = RightsRoute.lock(step.route_id, version=None)
    row = RightsStep.lock(step.pk, version=version)
    table = ROUTES[route.kind]
    require(
        may_write(route.case, by=by, kinds=row.kinds)
        + rules.step_obstacles(
            table,
            row.code,
            is_open=route.is_open,
            done=done_steps(route.id),
            done_on=done_on,
            done_by=done_by,
            started_on=route.started_on,
            today=today(),
            route_id=route.id,
        )
    )
    was_done = row.done_on is not None
    row.planned_on, row.done_on, row.done_by, row.note = planned_on, done_on, done_by, note
    row.save_next()
    title = table.step(row.code).title
    remind(
        route.case_id,
        by=by,
        what=f"{table.title}: {title}",
        due_on=None if done_on else planned_on,
        source=STEP,
        source_id=row.id,
        kinds=row.kinds,
    )
    if done_on and not was_done:
        _event(route, by=by, on=done_on, code="rights_step", what=title, body=note)
    return row


@transaction.atomic
def branch(route: RightsRoute, *, by: Actor, on: date, relatives: str, note: str) -> RightsRoute:
    """No relative files: the route ends, and the 市町村長申立て begins from what is known (別記1の1 1(3)イ(ア)).

    Raises Forbidden while a relative may still file, or once a petition was filed.
    """
    row = RightsRoute.lock(route.pk, version=None)
    require(
        may_write(row.case, by=by, kinds=row.kinds)
        + rules.branch_obstacles(
            kind=row.kind, is_open=row.is_open, relatives=relatives, done=done_steps(row.id)
        )
    )
    row.relatives, row.relatives_note = relatives, note
    row.result, row.ended_on = RouteResult.SWITCHED, on
    row.result_note = "市町村長申立てに切りかえた。"
    row.save_next()
    _settle(row, by=by, on=on)
    _event(row, by=by, on=on, code="rights_ended", what=row.get_result_display(), body=note)
    return start(
        row.case,
        by=by,
        person=row.person,
        kind=RouteKind.MAYOR_PETITION,
        on=on,
        reason=row.reason,
        relatives=relatives,
        relatives_note=note,
        kinds=row.kinds,
        follows=row,
    )


@transaction.atomic
def report(
    route: RightsRoute, *, by: Actor, division: Agency, on: date, note: str, answer_by: date
) -> RightsRoute:
    """Reports to the division that files or places: within consent it works on the case from then on.

    Raises Forbidden when neither its own right nor the person's consent lets it know (R-DIS-01).
    """
    row = RightsRoute.lock(route.pk, version=None)
    known = division_of(row, division, by=by, on=on)
    require(
        may_write(row.case, by=by, kinds=row.kinds)
        + rules.report_obstacles(
            ROUTES[row.kind],
            case_id=row.case_id,
            is_open=row.is_open,
            done=done_steps(row.id),
            division=known,
            kinds=row.kinds,
            note=note,
            on=on,
            today=today(),
        )
    )
    row.reported_to, row.reported_on, row.report_note = division, on, note
    row.save_next()
    step = RightsStep.lock(row.steps.get(code=REPORT).pk, version=None)
    step.done_on, step.done_by, step.note = on, f"{by.agency.name} {by.user.name}", note
    step.save_next()
    if not known.is_own and rules.needs_sharing(known, row.kinds):
        disclosure.add_evidence(
            row.case_id,
            [
                New(
                    EvidenceType.TEAM,
                    division.id,
                    f"{row.get_kind_display()}の報告",
                    SOURCE,
                    row.id,
                    kinds=row.kinds,
                )
            ],
            on=today(),
        )
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=step.id)
    remind(
        row.case_id,
        by=by,
        what=f"{row.get_kind_display()}: {by.agency.name}からの報告",
        due_on=answer_by,
        source=SOURCE,
        source_id=row.id,
        kinds=row.kinds,
        agency=division,
        waits=True,
    )
    _event(row, by=by, on=on, code="rights_reported", what=f"{division.name}に報告した", body=note)
    return row


@transaction.atomic
def finish(
    route: RightsRoute,
    *,
    by: Actor,
    on: date,
    result: str,
    note: str,
    follow_up_on: date | None,
    guardian_kind: str = "",
    guardian_name: str = "",
    counterpart: str = "",
) -> RightsRoute:
    """Ends a route with what became of it; the follow-up comes onto 今日やること. Raises Forbidden while steps are left."""
    row = RightsRoute.lock(route.pk, version=None)
    require(
        may_write(row.case, by=by, kinds=row.kinds)
        + rules.finish_obstacles(
            ROUTES[row.kind],
            is_open=row.is_open,
            result=result,
            on=on,
            started_on=row.started_on,
            today=today(),
            done=done_steps(row.id),
            note=note,
            guardian_name=guardian_name,
            follow_up_on=follow_up_on,
        )
    )
    row.result, row.ended_on, row.result_note, row.follow_up_on = result, on, note, follow_up_on
    row.guardian_kind, row.guardian_name = guardian_kind, guardian_name
    row.counterpart = counterpart or row.counterpart
    row.save_next()
    _settle(row, by=by, on=on)
    remind(
        row.case_id,
        by=by,
        what=f"{row.get_kind_display()}: その後のようすを確かめる",
        due_on=follow_up_on,
        source=SOURCE,
        source_id=row.id,
        kinds=row.kinds,
        kind=cases.TaskKind.FOLLOW_UP,
    )
    _event(row, by=by, on=on, code="rights_ended", what=row.get_result_display(), body=note)
    return row


@transaction.atomic
def follow_up(route: RightsRoute, *, by: Actor, on: date, note: str) -> RightsRoute:
    """Writes how the person is after the route ended, also when the case itself is closed (R-INT-11)."""
    row = RightsRoute.lock(route.pk, version=None)
    obstacles = may_write(row.case, by=by, kinds=row.kinds)
    require(
        obstacles
        + rules.follow_up_obstacles(
            is_open=row.is_open, followed_up_on=row.followed_up_on, on=on, today=today(), note=note
        )
    )
    row.followed_up_on, row.follow_up_note = on, note
    row.save_next()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    _event(row, by=by, on=on, code="rights_followed_up", what="その後のようす", body=note)
    return row


def _settle(row: RightsRoute, *, by: Actor, on: date) -> None:
    """Nothing of an ended route waits any more, and a division that only had its report knows no more of it."""
    for source_id in [row.id, *row.steps.values_list("id", flat=True)]:
        cases.complete_tasks(row.case_id, by=by, on=on, source_id=source_id)
    disclosure.end_evidence(row.case_id, on=today(), source=SOURCE, source_id=row.id)


def _event(row: RightsRoute, *, by: Actor, on: date, code: str, what: str, body: str) -> None:
    cases.add_event(
        row.case_id,
        by=by,
        on=on,
        code=code,
        title=f"権利擁護({row.get_kind_display()}): {what}",
        body=body,
        kinds=row.kinds,
        subject=SOURCE,
        subject_id=row.id,
    )
