"""Who writes the places at a meeting, also past the actions: the host, and members their own (R-CONF-06, R-DIS-02)."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from kasane.base.dates import today
from kasane.conferences import actions
from kasane.conferences.models import Answer, Member
from kasane.disclosure.viewer import acting_as


@pytest.fixture
def meeting(town, cast):
    return town.convene("shien", members=[cast.disability, cast.participation], acknowledged=False)


def refused(act) -> bool:
    try:
        with transaction.atomic():
            return act() == 0
    except ProgrammingError:
        return True


def place(meeting, actor):
    return Member.objects.filter(meeting=meeting, user=actor.user)


def test_a_member_brings_nobody(meeting, cast):
    with acting_as(cast.disability):
        assert refused(
            lambda: Member.objects.create(
                meeting=meeting, agency=cast.stranger.agency, user=cast.stranger.user
            )
        )
    with acting_as(cast.stranger):
        assert refused(
            lambda: Member.objects.create(
                meeting=meeting, agency=cast.stranger.agency, user=cast.stranger.user
            )
        )


def test_the_host_brings_members_and_acknowledges_for_nobody(meeting, cast):
    with acting_as(cast.coordinator):
        assert actions.invite(meeting, by=cast.coordinator, on=today(), posts=[cast.stranger.post])
        assert place(meeting, cast.stranger).update(answer=Answer.ATTENDS, attended=True) == 1
        assert refused(lambda: place(meeting, cast.stranger).update(acknowledged_at=timezone.now()))
        assert refused(
            lambda: Member.objects.create(
                meeting=meeting, agency=cast.decider.agency, user=cast.decider.user, acknowledged_at=timezone.now()
            )
        )  # fmt: skip


def test_a_member_changes_the_own_answer_and_nobody_elses_place(meeting, cast):
    with acting_as(cast.disability):
        assert place(meeting, cast.disability).update(answer=Answer.ATTENDS, acknowledged_at=timezone.now())
        assert refused(lambda: place(meeting, cast.participation).update(answer=Answer.ABSENT))
        assert refused(lambda: place(meeting, cast.participation).update(acknowledged_at=timezone.now()))


def test_a_member_moves_the_own_place_to_no_other_meeting_and_gives_it_to_nobody(meeting, town, cast):
    other = town.convene("shien")
    with acting_as(cast.disability):
        for values in (
            {"meeting": other},
            {"user": cast.stranger.user},
            {"role": "convener"},
            {"attended": True},
            {"removed_on": today()},
        ):
            assert refused(lambda values=values: place(meeting, cast.disability).update(**values)), values


def test_who_was_removed_does_not_come_back_by_themselves(meeting, cast):
    with acting_as(cast.coordinator):
        member = Member.objects.select_related("meeting").get(meeting=meeting, user=cast.disability.user)
        actions.remove_member(member, by=cast.coordinator, on=today())
    with acting_as(cast.disability):
        assert refused(lambda: place(meeting, cast.disability).update(removed_on=None))
