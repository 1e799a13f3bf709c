"""次第: what is put on the agenda, in which order, and whom it opens a case to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.choices import Timing
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.conferences import queries, rights, rules
from kasane.conferences.actions.convening import host_obstacles, locked
from kasane.conferences.models import AgendaItem, Function, Meeting, MeetingState
from kasane.coordination import api as coordination


@transaction.atomic
def add_item(
    coming: queries.Coming | Meeting,
    *,
    by: Actor,
    on: date,
    function: str,
    title: str = "",
    case: Case | None = None,
    timing: Timing | None = None,
    subject_id: UUID | None = None,
    purpose: str = "",
    minutes: int = 15,
) -> AgendaItem:
    """Puts something on the agenda and opens its case to the members (R-CONF-03, R-CONF-04, R-CONF-05).

    An agency that works on the case can do so without being a member: so a 支援会議 gets to know a case
    without consent. `subject_id`: the own plan of ② or ④ (2-5) it is about; its timing is that of the plan. Raises
    Forbidden with the obstacles, and nothing is saved.
    """
    facts = facts_under(function, case, timing, subject_id)
    if subject_id is not None:
        require([] if facts else [_no_menu()])
        timing = facts.timing if facts else None
    require(put_obstacles(coming, by=by, function=function, case=case, timing=timing, facts=facts))
    item = AgendaItem.objects.create(
        meeting_id=coming.id,
        body=coming.body,
        meeting_label=coming.label,
        held_at=coming.starts_at,
        case=case,
        order=AgendaItem.objects.filter(meeting_id=coming.id).count() + 1,
        minutes=minutes,
        function=function,
        timing=timing if facts and timing else "",
        subject_id=facts.subject_id if facts else None,
        title=title or (facts.title if facts else Function(function).label),
        purpose=purpose,
        brought_by=by.agency,
    )
    if case is not None:
        _open_to_members(item, case, coming, by=by, on=on)
    return item


def facts_under(
    function: str, case: Case | None, timing: Timing | None, menu_id: UUID | None = None
) -> coordination.ConferenceFacts | None:
    """What coordination knows of the case at this timing, or of this own plan of ② or ④, for an item under this function.
    None where nothing is judged."""
    if case is not None and menu_id is not None:
        return coordination.menu_facts(case.id, menu_id)
    if case is None or timing is None:
        return None
    if function in rules.COURSE_OF:
        return coordination.conference_facts(case.id, timing, rules.COURSE_OF[function])
    if function != Function.SUPPORT_CONFERENCE:
        return None
    found = [coordination.conference_facts(case.id, timing, course) for course in rules.COURSE_OF.values()]
    return next((one for one in found if one.subject_id), found[0])


def _no_menu() -> Obstacle:
    return Obstacle("nothing_waits", "会議を待っているプランではありません。", "R-CONF-04")


def put_obstacles(
    coming: queries.Coming | Meeting,
    *,
    by: Actor,
    function: str,
    case: Case | None,
    timing: Timing | None,
    facts: coordination.ConferenceFacts | None,
) -> list[Obstacle]:
    """What forbids `add_item`; screens ask before they offer it."""
    candidate = None
    if case is not None:
        menu_id = facts.subject_id if facts and facts.is_menu else None
        waiting = _same_matter(case, coming, timing, menu_id)
        candidate = rules.Candidate(
            case_id=case.id,
            writes=cases.writes_in(case.id, by=by) or coming.host.id == by.agency.id,
            already_on_agenda=any(item.function == function for item in waiting),
            timing=timing or "",
            consented=bool(facts and facts.consented),
            ready=bool(facts and facts.ready),
            obstacles=tuple(facts.obstacles) if facts else (),
            wanted_function=facts.function if facts else "",
            is_menu=menu_id is not None,
        )
    return rules.item_obstacles(
        function=function,
        body_functions=coming.body.functions,
        state=getattr(coming, "state", MeetingState.PLANNED),
        convener=queries.convener_of(coming.host, coming.body),
        candidate=candidate,
    )


def _same_matter(
    case: Case, coming: queries.Coming | Meeting, timing: Timing | None, menu_id: UUID | None
) -> list[AgendaItem]:
    """What is on open agendas already of the same matter; an own plan of ② or ④ stands beside that of the case."""
    items = queries.on_open_agendas(case.id)
    if menu_id is not None:
        return [item for item in items if item.subject_id == menu_id]
    menus = {menu.id for menu in coordination.menus_of(case.id)} if items else set()
    return [
        item
        for item in items
        if item.subject_id not in menus
        and (item.meeting_id == coming.id or (item.timing and item.timing == timing))
    ]


def _open_to_members(
    item: AgendaItem, case: Case, coming: queries.Coming | Meeting, *, by: Actor, on: date
) -> None:
    rights.open_case_to(
        queries.people_by_meeting(coming.id), case_id=case.id, function=item.function, meeting=coming, on=on
    )
    cases.add_event(
        case.id,
        by=by,
        code="conference_item",
        title=f"{coming.label}の議題に入れました",
        body=f"{Function(item.function).label}: {item.title}",
        on=on,
        kinds=item.kinds,
        subject="agenda_item",
        subject_id=item.id,
    )


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Actor, on: date) -> None:
    """Takes an item off an agenda that has not been talked about; the members lose the case at once."""
    meeting = locked(item.meeting)
    require(
        host_obstacles(meeting, by)
        + rules.remove_item_obstacles(judged=bool(item.judgement), talked=hasattr(item, "talk"))
    )
    case_id, function = item.case_id, item.function
    if case_id:
        cases.add_event(
            case_id,
            by=by,
            code="conference_item_removed",
            title=f"{meeting.label}の議題から外しました",
            body=item.title,
            on=on,
            kinds=item.kinds,
        )
    rights.leave_item(item, on=on)
    item.delete()
    if (
        case_id
        and not AgendaItem.objects.filter(
            meeting=meeting, case_id=case_id, function__in=rights.same_right(function)
        ).exists()
    ):
        rights.close_case(case_id, meeting_id=meeting.id, on=on, function=function)


@transaction.atomic
def move_item(item: AgendaItem, *, by: Actor, up: bool) -> None:
    """Changes places with the item before or after; at the end of the list nothing happens."""
    meeting = locked(item.meeting)
    require(host_obstacles(meeting, by))
    items = queries.agenda(meeting)
    here = next(index for index, one in enumerate(items) if one.id == item.id)
    there = here - 1 if up else here + 1
    if 0 <= there < len(items):
        items[here], items[there] = items[there], items[here]
    for order, one in enumerate(items, start=1):
        if one.order != order:
            AgendaItem.objects.filter(pk=one.id).update(order=order)


@transaction.atomic
def set_minutes(item: AgendaItem, *, by: Actor, minutes: int) -> None:
    """How long the item is to be talked about."""
    require(host_obstacles(item.meeting, by))
    AgendaItem.objects.filter(pk=item.id).update(minutes=minutes)
