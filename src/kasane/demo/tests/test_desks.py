"""What the desks of the demo office do goes through the product's own acts, and each desk finds its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import AgencyKind
from kasane.cases.alarm.models import Alarm
from kasane.cases.models import Case
from kasane.cases.writing.models import Phrase
from kasane.demo.desks import ROUND
from kasane.demo.load import found
from kasane.disclosure.viewer import acting_as
from kasane.intake.hops.queries import watched_hops
from kasane.intake.models import (
    DeskActivity,
    DoorMessage,
    ExtraAnswer,
    HousingBenefit,
    InformationGiven,
    MaternityEntry,
    OutpostDay,
    PhoneCall,
    PrefectureHandOver,
    Referral,
    ReferralVisit,
    ReportState,
    RightsRoute,
    ShortConsultation,
    StallReason,
    VolunteerReport,
)


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker) -> Iterator[dict[str, list[Actor]]]:
    """Made once and only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        town = found()
        for desks in ROUND:
            desks(town)
        yield town.people
        transaction.set_rollback(True)


def test_four_desks_have_their_short_consultations_of_sixty_days(people):
    for key in ("hokatsu", "kikan", "kosodate", "shakyo"):
        with acting_as(people[key][0]):
            assert ShortConsultation.objects.count() >= 14
            assert DeskActivity.objects.count() >= 2


def test_somebody_waits_to_be_called_back_and_a_report_is_new(people):
    with acting_as(people["hokatsu"][0]):
        assert [call for call in PhoneCall.objects.all() if call.waits]
        assert {row.state for row in VolunteerReport.objects.all()} == {ReportState.NEW, ReportState.WATCHING}
        assert OutpostDay.objects.count() == 2


def test_one_sheet_went_to_two_agencies_and_somebody_goes_along(people):
    with acting_as(people["hokatsu"][0]):
        both = Referral.objects.exclude(group=None)
        assert {row.receiver.name for row in both} == {
            "津山地域障害者基幹相談支援センター",
            "社会福祉法人美咲町社会福祉協議会",
        }
        assert ReferralVisit.objects.get().is_planned


def test_the_coordinator_is_told_what_stands_still_and_who_was_passed_on(people):
    """R-INT-05."""
    with acting_as(people["juso"][0]):
        reasons = {reason for one in watched_hops() for reason in one.alert.reasons}
    assert {StallReason.UNANSWERED, StallReason.PASSED_ON} <= reasons


def test_one_alarm_waits_for_an_answer_and_one_has_ended(people):
    """R-INT-09."""
    with acting_as(people["fukushi"][0]):
        waiting = Alarm.objects.get(ended_at=None)
        assert (waiting.danger, waiting.acknowledged_at) == ("elder", None)
        assert Alarm.objects.exclude(ended_at=None).get().danger == "disabled"


def test_the_books_of_the_desks_are_begun(people):
    with acting_as(people["kosodate"][0]):
        assert MaternityEntry.objects.count() == 5
        assert len({row.due_on for row in MaternityEntry.objects.all()}) == 5
    with acting_as(people["hokatsu"][0]):
        route = RightsRoute.objects.get()
        assert route.is_open and route.reported_on
        assert ExtraAnswer.objects.exists()
    with acting_as(people["shakyo"][0]):
        assert HousingBenefit.objects.get().is_open


def test_who_has_nothing_was_told_of_assistance_and_goes_to_the_prefecture(people):
    """R-INT-08."""
    with acting_as(people["shakyo"][0]):
        assert InformationGiven.objects.filter(matter="assistance").count() == 1
        assert PrefectureHandOver.objects.get().arrival == ""


def test_information_alone_closed_the_case(people):
    with acting_as(people["hokatsu"][0]):
        assert Case.objects.get(closed_as="information").closed_on
        assert InformationGiven.objects.filter(matter="general").count() == 1


def test_messages_at_the_door_are_for_their_desk_alone(people):
    for key, language in (("shakyo", "vi"), ("kosodate", "easy")):
        with acting_as(people[key][0]):
            assert DoorMessage.objects.get().language == language


def test_phrases_are_the_desks_own(people):
    with acting_as(people["hokatsu"][0]):
        assert Phrase.objects.count() == 6
    with acting_as(people["shakyo"][0]):
        assert not Phrase.objects.exists()


def test_a_stranger_finds_nothing_of_it(people):
    with acting_as(people["hoken"][0]):
        assert people["hoken"][0].agency.kind != AgencyKind.RESIDENT
        for model in (
            Case,
            ShortConsultation,
            PhoneCall,
            VolunteerReport,
            MaternityEntry,
            Alarm,
            DoorMessage,
        ):
            assert not model.objects.exists(), model
