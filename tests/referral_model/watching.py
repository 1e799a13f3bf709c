"""What must hold after every step: no open case and no つなぎ is out of everybody's sight (R-INT-05).

An open case has one responsible agency, and
- today somebody who can sign in at that agency can open it, or it stands on the 今日やること of somebody who looks after
  such cases, as one that nobody holds;
- when nobody does anything, it stands on somebody's 今日やること by itself, at the latest on the day after the town's
  days of silence. What waits for an agency (a つなぎ without answer, a task that is due) stands there on that agency's
  page, or on the coordinators' as something that stands still.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import fiscal_label, today
from kasane.cases.alarm.page import Board as Alarms
from kasane.cases.exceptional.page import Board
from kasane.cases.models import Case
from kasane.disclosure.viewer import acting_as
from kasane.portal import home
from tests.disclosure_model.session import DEFINER, as_role, rows

from .town import Clock, Town

_OPEN = (
    """SELECT id, year, number, responsible_agency_id FROM cases_case WHERE stage <> 'closed' ORDER BY id"""
)
_WAITING = """
SELECT r.id, c.year, c.number, r.receiver_id FROM intake_referral r JOIN cases_case c ON c.id = r.case_id
WHERE r.state = 'sent' AND c.stage <> 'closed' ORDER BY r.id"""
_TASKS = """
SELECT t.id, c.year, c.number, t.agency_id, t.what FROM cases_task t JOIN cases_case c ON c.id = t.case_id
WHERE t.done_on IS NULL AND c.stage <> 'closed' AND (t.someone_waits OR t.due_on <= %s)
  AND EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = c.id AND g.agency_id = t.agency_id
              AND g.valid @> kasane_today() AND g.kinds & t.kinds = t.kinds) ORDER BY t.id"""


class Vanished(AssertionError):
    """Something is out of everybody's sight, and by which steps."""


@dataclass(frozen=True)
class Seen:
    """What the 今日やること of one agency shows: case numbers, and addresses of what is to be done."""

    numbers: frozenset[str]
    urls: frozenset[str]

    def __or__(self, other: Seen) -> Seen:
        return Seen(self.numbers | other.numbers, self.urls | other.urls)


NOTHING = Seen(frozenset(), frozenset())


def lost_today(town: Town) -> list[str]:
    """Open cases that nobody holds today, and that nobody is told of."""
    unseen = [one for one in _all(_OPEN) if not _can_open(town, one[0], one[3])]
    if not unseen:
        return []
    told = _pages([actor for actor in town.everybody() if actor.looks_after_disclosure])
    numbers = frozenset().union(*(seen.numbers for seen in told.values()))
    return [
        f"{_label(one)}({town.name(one[3])}が主担当)は、今日だれにも見えず、だれにも知らされません。"
        for one in unseen
        if _label(one) not in numbers
    ]


def lost_later(town: Town, clock: Clock) -> list[str]:
    """What nobody sees on the day after the days of silence, when nobody does anything until then."""
    with transaction.atomic():
        clock_before = clock.days
        clock.put(clock.days + profile.current().rules.silence_days + 1)
        try:
            return _lost(town)
        finally:
            clock.put(clock_before)


def _lost(town: Town) -> list[str]:
    pages = _pages(town.everybody())
    everywhere = frozenset().union(*(seen.numbers for seen in pages.values()))
    stalled = reverse("intake:stalled")
    urls = frozenset().union(*(seen.urls for seen in pages.values()))
    coordinated = any(actor.is_coordinator for actor in town.everybody())
    found = [
        f"{_label(one)}({town.name(one[3])}が主担当)は、だれの「今日やること」にも出てきません。"
        for one in _all(_OPEN)
        if _label(one) not in everywhere
    ]
    found += [
        f"{_label(one)}の{town.name(one[3])}へのつなぎは、返事のないまま、どこにも出てきません。"
        for one in _all(_WAITING)
        if coordinated
        and reverse("intake:referral", args=[one[0]]) not in pages.get(one[3], NOTHING).urls
        and not urls & {stalled, reverse("intake:stalled_step", args=[one[0]])}
    ]
    return found + [
        f"{_label(one)}の「{one[4]}」は、{town.name(one[3])}のだれの「今日やること」にも出てきません。"
        for one in _all(_TASKS, [today() + timedelta(days=7)])
        if one[3] in pages and _label(one) not in pages[one[3]].numbers
    ]


def _pages(actors: list[Actor]) -> dict[UUID, Seen]:
    """The 今日やること of each agency, as each sort of its people has it (all have the same but coordinators)."""
    found: dict[UUID, Seen] = {}
    kinds: set[Any] = set()
    for actor in actors:
        kind = (actor.agency.id, actor.is_coordinator, actor.looks_after_disclosure)
        if kind not in kinds:
            kinds.add(kind)
            seen = _page(actor)
            found[actor.agency.id] = found[actor.agency.id] | seen if actor.agency.id in found else seen
    return found


def _page(actor: Actor) -> Seen:
    with acting_as(actor):
        shown = [row for column in home.columns(actor, Board(), Alarms()) for row in column.rows]
    return Seen(
        frozenset(row["number"] for row in shown if "number" in row),
        frozenset(row["act_url"] for row in shown if "act_url" in row),
    )


def _can_open(town: Town, case_id: UUID, agency_id: UUID) -> bool:
    key = next(key for key, agency in town.agencies.items() if agency.id == agency_id)
    for actor in town.staff(key)[:1]:
        with acting_as(actor):
            return Case.objects.filter(pk=case_id).exists()
    return False


def _label(one: Any) -> str:
    return f"{fiscal_label(one[1])}-{one[2]:04d}"


def _all(statement: str, values: list[date] | None = None) -> list[Any]:
    with as_role(DEFINER):
        return rows(statement, values)
