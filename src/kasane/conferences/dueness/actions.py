"""Putting what is due on the agenda, as many as were ticked (R-CONF-04, R-CONF-06)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.choices import Timing
from kasane.base.obstacles import Forbidden, Obstacle, require
from kasane.cases.models import Case
from kasane.conferences import rules
from kasane.conferences.actions.agenda import add_item
from kasane.conferences.actions.convening import host_obstacles
from kasane.conferences.dueness.queries import proposals, puts_under
from kasane.conferences.models import AgendaItem, Meeting


def put(
    meeting: Meeting,
    *,
    by: Actor,
    on: date,
    keys: Collection[str],
    timed: Collection[tuple[UUID, Timing, str]],
) -> tuple[list[AgendaItem], list[Obstacle]]:
    """Puts the ticked proposals and what waits at one of the four timings on the agenda.

    Each goes by itself: what the rules refuse stays behind, told with its obstacles. Raises Forbidden for others than the
    host, and when nothing was ticked.
    """
    require(host_obstacles(meeting, by) + _nothing(keys, timed))
    made: list[AgendaItem] = []
    refused: list[Obstacle] = []
    ticked = [one for one in proposals(meeting, by) if one.key in keys]
    function = puts_under(meeting)
    cases = Case.objects.in_bulk([case_id for case_id, _, _ in timed])
    wanted: list[tuple[Case, str, str, Timing | None]] = [
        (one.case, function, one.source.words, None) for one in ticked if function
    ]
    wanted += [(cases[case_id], under, "", timing) for case_id, timing, under in timed if case_id in cases]
    for case, under, title, timing in wanted:
        try:
            with transaction.atomic():
                made.append(
                    add_item(meeting, by=by, on=on, function=under, title=title, case=case, timing=timing)
                )
        except Forbidden as forbidden:
            refused.extend(forbidden.obstacles)
    return made, refused


def _nothing(keys: Collection[str], timed: Collection[object]) -> list[Obstacle]:
    if keys or timed:
        return []
    return [Obstacle("nothing_ticked", "議題に入れるものに印をつけてください。", "R-CONF-06")]


COURSE_FUNCTIONS = frozenset(rules.COURSE_OF)
