"""第n回 follows the days of the meetings, until somebody was told the number (R-CONF-06)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.conferences import actions, queries
from kasane.conferences.copies.actions import number_copies
from kasane.conferences.models import Meeting
from kasane.conferences.notice.actions import tell
from kasane.conferences.numbering import rules
from kasane.disclosure.viewer import acting_as

DAY = datetime(2025, 11, 22, 13, 30)
FIRST = timezone.make_aware(datetime(today().year + 1, 5, 11, 13, 30))
"""To come, and far from the turn of a fiscal year."""


@pytest.fixture
def numbers(cast):
    """As they stand in the database, in the order asked; each host sees its own."""

    def read(*meetings):
        known = {}
        for host in (cast.coordinator, cast.decider):
            with acting_as(host):
                known |= dict(Meeting.objects.values_list("id", "number"))
        return [known[meeting.id] for meeting in meetings]

    return read


def at(days):
    return FIRST + timedelta(days=days)


def test_the_same_numbers_are_given_out_in_the_order_of_the_days():
    late, early = rules.Numbered(uuid4(), 6, DAY + timedelta(days=8)), rules.Numbered(uuid4(), 7, DAY)
    assert rules.by_day([late, early]) == {late.id: 7, early.id: 6}


def test_gaps_left_by_what_is_not_among_them_stay():
    late, early = rules.Numbered(uuid4(), 2, DAY + timedelta(days=8)), rules.Numbered(uuid4(), 5, DAY)
    assert rules.by_day([late, early]) == {late.id: 5, early.id: 2}


def test_in_their_order_or_at_one_time_nothing_changes():
    first, second = rules.Numbered(uuid4(), 1, DAY), rules.Numbered(uuid4(), 2, DAY)
    assert rules.by_day([second, first]) == {} == rules.by_day([])


def test_a_meeting_called_later_for_an_earlier_day_comes_first(town, numbers):
    late = town.convene(starts_at=at(20))
    early = town.convene(starts_at=at(10))
    assert early.label.endswith("第1回")
    assert numbers(early, late) == [1, 2]
    middle = town.convene(starts_at=at(15))
    assert numbers(early, middle, late) == [1, 2, 3]


def test_other_bodies_and_other_years_keep_their_numbers(town, numbers):
    late, other, next_year = (
        town.convene(starts_at=at(20)), town.convene("shien", starts_at=at(30)), town.convene(starts_at=at(400)),
    )  # fmt: skip
    town.convene(starts_at=at(10))
    assert numbers(late, other, next_year) == [2, 1, 1]


def test_a_meeting_moved_behind_another_changes_places_with_it(town, cast, numbers):
    first, second = town.convene(starts_at=at(10)), town.convene(starts_at=at(20))
    with acting_as(cast.coordinator):
        moved = actions.reschedule(first, by=cast.coordinator, on=today(), starts_at=at(30))
    assert moved.number == 2
    assert numbers(first, second) == [2, 1]


def test_another_place_changes_no_number(town, cast, numbers):
    first, second = town.convene(starts_at=at(10)), town.convene(starts_at=at(20))
    with acting_as(cast.coordinator):
        actions.reschedule(first, by=cast.coordinator, on=today(), place="役場")
    assert numbers(first, second) == [1, 2]


def test_what_was_held_or_called_off_keeps_its_number(town, cast, numbers):
    held, off, late = (town.convene(starts_at=at(days)) for days in (10, 11, 30))
    with acting_as(cast.coordinator):
        Meeting.objects.filter(pk=held.pk).update(state="held")
        actions.cancel(off, by=cast.coordinator, on=today(), reason="雪")
    early = town.convene(starts_at=at(5))
    assert numbers(held, off, early, late) == [1, 2, 3, 4]


def test_what_was_told_by_mail_keeps_its_number(town, cast, numbers):
    told = town.convene(starts_at=at(20), members=[cast.decider])
    with acting_as(cast.coordinator):
        tell(told, by=cast.coordinator)
    assert numbers(told, town.convene(starts_at=at(10))) == [1, 2]


def test_what_was_printed_keeps_its_number(town, cast, numbers):
    late = town.convene(starts_at=at(20))
    with acting_as(cast.coordinator):
        member = queries.membership(late.id, cast.coordinator)
        number_copies(late, by=cast.coordinator, at=timezone.now(), batch=new_id(), made=[(member, ["次第"])])
    assert numbers(late, town.convene(starts_at=at(10))) == [1, 2]


def test_what_another_agency_called_keeps_its_number(town, cast, numbers):
    theirs = town.convene("tsunagaru", by=cast.decider, starts_at=at(20))
    assert numbers(theirs, town.convene("tsunagaru", starts_at=at(10))) == [1, 2]
