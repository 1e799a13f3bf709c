"""The copy for a 開示請求 tells of a 緊急の知らせ, and never who raised it (R-DIS-08, R-INT-09)."""

from __future__ import annotations

import pytest

from kasane.base.dates import today
from kasane.cases.alarm.actions import raise_alarm
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.intake.tests.desk.factories import call
from kasane.intake.tests.factories import case_of, receive
from kasane.people.models import Person
from kasane.sheets.disclosure_request.people import reporter_columns
from kasane.sheets.disclosure_request.record import Wish, make_copy


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        joined = [
            disclosure.New(disclosure.EvidenceType.TEAM, one.agency.id, "つなぎ", "referral")
            for one in (cast.coordinator, cast.participation)
        ]
        disclosure.add_evidence(case.id, joined, on=today())
    with acting_as(cast.participation):
        raise_alarm(
            case,
            by=cast.participation,
            danger="elder",
            facts="左の腕に、新しいあざがいくつもある。",
            place="自宅",
        )
    return case


def copied(case, cast, *sections: str, hides_others: bool = True):
    with acting_as(cast.coordinator):
        subject = Person.objects.get(case=case, is_subject=True)
        return make_copy(case, Wish(subject, sections, hides_others=hides_others))


def words(copy) -> str:
    return " ".join(
        f"{label} {text}" for part in copy.parts for one in part.entries for label, text in one.lines
    )


@pytest.mark.parametrize("hides_others", [True, False])
def test_the_alarm_is_in_the_copy_without_who_raised_it(case, cast, hides_others):
    copy = copied(case, cast, "alarms", "course", "consent", hides_others=hides_others)
    told = words(copy)
    assert "左の腕に、新しいあざ" in told and "知らせた人 ■■■" in told
    assert cast.participation.user.name not in told
    assert any("緊急の知らせを出した職員" in one.text and not one.on_paper for one in copy.left_out)


def test_calls_of_another_desk_are_told_to_be_missing(case, cast):
    call(cast.worker, case=case)
    missing = [one.text for one in copied(case, cast, "intake").left_out]
    assert any(one.startswith(f"{cast.worker.agency.name}の電話の記録 1件") for one in missing)


@pytest.mark.parametrize(
    ("table", "row", "hidden"),
    [
        ("cases_alarm", {}, True),
        ("cases_alarmtold", {"standing": "raiser"}, True),
        ("cases_alarmtold", {"standing": "officer"}, False),
        ("cases_event", {"code": "alarm_raised"}, True),
        ("cases_event", {"code": "alarm_ended"}, False),
        ("disclosure_legalexception", {"id": "1"}, True),
        ("disclosure_legalexception", {"id": "2"}, False),
        ("cases_supportrecord", {}, False),
    ],
)
def test_columns_that_tell_who_raised_it(table, row, hidden):
    assert bool(reporter_columns(table, row, by_alarm={"1"})) is hidden
