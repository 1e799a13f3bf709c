"""The written stories go through the product's own acts: what the law forbids can not be in the demo."""

from __future__ import annotations

import pytest

from kasane.agencies.actions import install_profile
from kasane.agencies.profile import current
from kasane.base.dates import today
from kasane.cases.models import Case, SupportRecord
from kasane.conferences.actions import install_bodies
from kasane.coordination.models import AssessmentPart, Connectedness, Decision
from kasane.demo.accounts import make_accounts
from kasane.demo.load import run
from kasane.demo.stories import stories
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as
from kasane.intake.models import Reception
from kasane.people.matching import pairs

pytestmark = pytest.mark.long


@pytest.fixture
def loaded(db):
    install_profile(current())
    install_bodies(current())
    people = make_accounts()
    told = stories(today())
    run(Town(people), enumerate(told))
    return people, told


def test_all_twelve_stories_are_received(loaded):
    people, told = loaded
    seen = set()
    for agency in people.values():
        with acting_as(agency[0]):
            seen |= set(Reception.objects.values_list("case_id", flat=True))
    again = 2
    assert len(told) == 12 and len(seen) == len(told) + again


def test_whoever_comes_to_a_second_door_is_proposed_to_the_coordinator(loaded):
    """R-PEO-02: written another way by an agency that does not know them yet."""
    people, _ = loaded
    with acting_as(people["juso"][0]):
        found = pairs("open")
    assert len(found) == 2
    for pair in found:
        assert len({side.agency for side in pair.sides}) == 2


def test_the_8050_household_goes_the_whole_way(loaded):
    people, told = loaded
    with acting_as(people["juso"][0]):
        case = Case.objects.order_by("opened_on").filter(closed_as="closed").first()
        assert case is not None
        assert set(AssessmentPart.objects.filter(case=case).values_list("section", flat=True)) >= {
            "route", "family", "health", "economy", "work", "issues", "strengths", "wishes", "summary",
        }  # fmt: skip
        assert Decision.objects.filter(case=case).exists()
        assert Connectedness.objects.filter(case=case).count() >= 2
        assert len(set(SupportRecord.objects.filter(case=case).values_list("agency", flat=True))) >= 3


def test_what_was_told_of_health_stands_in_the_items_of_the_sheet(loaded):
    people, told = loaded
    with acting_as(people["juso"][0]):
        health = AssessmentPart.objects.filter(section="health").first()
    assert "treatment" in health.answers
    assert "note" not in health.answers
