"""A demo town is made of the other profiles too, and each body of the profile is there (R-CONF-05, R-OPS)."""

from __future__ import annotations

import pytest

from kasane.agencies import profile
from kasane.conferences.models import Body, Function, Meeting
from kasane.demo.load import first, found, run
from kasane.disclosure.viewer import acting_as
from kasane.intake.models import Reception
from kasane.profiles import load

pytestmark = pytest.mark.long
FEW = 2


@pytest.fixture(params=["komaki", "mine", "standard"])
def loaded(request, db, settings):
    """A few households in the town of this profile."""
    settings.PROFILE = request.param
    profile.current.cache_clear()
    town = found()
    assert run(town, enumerate(first(FEW))) == FEW
    yield town, load(request.param)
    profile.current.cache_clear()


def test_the_town_is_made_with_its_bodies_and_its_households(loaded):
    town, profile_of_town = loaded
    assert set(Body.objects.filter(is_active=True).values_list("key", flat=True)) == {
        body.key for body in profile_of_town.bodies
    }
    with acting_as(town.people["juso"][0]):
        there = {meeting.body.key for meeting in Meeting.objects.select_related("body")}
        seen = set(Reception.objects.values_list("case_id", flat=True))
    assert there <= {
        body.key
        for body in profile_of_town.bodies
        if {one.value for one in body.functions} & {Function.MULTI_TIER, Function.SUPPORT_CONFERENCE}
    }
    assert len(seen) <= FEW
    received = set()
    for people in town.people.values():
        with acting_as(people[0]):
            received |= set(Reception.objects.values_list("case_id", flat=True))
    assert len(received) >= FEW
