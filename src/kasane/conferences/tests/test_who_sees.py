"""Who sees a meeting, its items and what was said there (R-DIS-02, R-DIS-03, R-DIS-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from kasane.base.kinds import DataKind
from kasane.conferences import rules
from kasane.conferences.rules import Seat, Sitting

HOST, AGENCY, NEIGHBOURS, MEMBER, RESIDENT, THIRD = (UUID(int=n) for n in (1, 2, 3, 7, 8, 9))
CLOSES = date(2025, 5, 29)
SEAT = Seat(MEMBER, AGENCY, is_resident=False, removed=False, acknowledged=True)
LAY = Seat(RESIDENT, NEIGHBOURS, is_resident=True, removed=False, acknowledged=True)
SITTING = Sitting(HOST, "planned", CLOSES, (SEAT, LAY))
TAX = int(DataKind.BASIC | DataKind.TAX)


@pytest.mark.parametrize(
    ("user", "agency", "expected"),
    [
        (THIRD, HOST, True),
        (MEMBER, AGENCY, True),
        (RESIDENT, NEIGHBOURS, True),
        (THIRD, AGENCY, False),
        (None, None, False),
    ],
)
def test_a_meeting_is_for_its_members_and_for_the_agency_that_called_it(user, agency, expected):
    assert rules.sees_meeting(SITTING, user_id=user, agency_id=agency) is expected


def test_a_member_who_was_removed_sees_the_meeting_no_more():
    left = replace(SITTING, seats=(replace(SEAT, removed=True),))
    assert not rules.sees_meeting(left, user_id=MEMBER, agency_id=AGENCY)


@pytest.mark.parametrize(
    ("user", "agency", "expected"),
    [
        (THIRD, HOST, True),
        (MEMBER, AGENCY, True),
        (RESIDENT, NEIGHBOURS, False),
        (THIRD, AGENCY, False),
        (None, None, False),
    ],
)
def test_a_place_is_changed_by_the_host_and_by_whose_it_is(user, agency, expected):
    assert rules.changes_place(SITTING, SEAT, user_id=user, agency_id=agency) is expected


def test_who_was_removed_changes_the_own_place_no_more():
    assert not rules.changes_place(SITTING, replace(SEAT, removed=True), user_id=MEMBER, agency_id=AGENCY)


def lies_open(sitting=SITTING, *, user=RESIDENT, agency=NEIGHBOURS, day=CLOSES - timedelta(1)):
    return rules.shows_material(sitting, user_id=user, agency_id=agency, day=day)


def test_the_material_lies_open_for_a_resident_until_it_closes():
    assert lies_open()
    assert not lies_open(day=CLOSES)


def test_the_material_is_for_residents_of_that_meeting_alone():
    assert not lies_open(user=MEMBER, agency=AGENCY)
    assert not lies_open(user=RESIDENT, agency=AGENCY)
    assert not lies_open(user=None, agency=None)


@pytest.mark.parametrize("change", [{"acknowledged": False}, {"removed": True}])
def test_the_material_does_not_open_for_whom_it_is_not_or_no_more(change):
    assert not lies_open(replace(SITTING, seats=(replace(LAY, **change),)))


def test_the_material_of_a_cancelled_meeting_is_closed():
    assert not lies_open(replace(SITTING, state="cancelled"))


def item_is_seen(**asked):
    usual = {"has_case": True, "function": "support_conference", "kinds": 1, "sees_case": False,
             "sits_at": True, "shows_material": False}  # fmt: skip
    return rules.sees_item(**(usual | asked))


def test_an_item_about_a_case_is_for_those_who_see_the_case():
    assert item_is_seen(sees_case=True, sits_at=False)
    assert not item_is_seen()


def test_a_general_item_is_for_those_who_see_the_meeting():
    assert item_is_seen(has_case=False)
    assert not item_is_seen(has_case=False, sits_at=False)


def test_residents_see_the_items_of_a_support_conference_without_tax():
    assert item_is_seen(shows_material=True)
    assert not item_is_seen(shows_material=True, kinds=TAX)
    assert not item_is_seen(shows_material=True, function="multi_tier")


def talk_is_seen(**asked):
    usual = {"has_case": True, "kinds": 1, "sees_case": True, "sits_at": True, "sees_item": True,
             "shows_material": False, "hears": True}  # fmt: skip
    return rules.sees_talk(**(usual | asked))


def test_what_was_said_is_for_members_alone():
    assert talk_is_seen()
    assert not talk_is_seen(sits_at=False)
    assert not talk_is_seen(sees_case=False)
    assert talk_is_seen(has_case=False, sees_case=False)


def test_what_was_said_without_a_case_is_closed_with_the_material():
    assert not talk_is_seen(has_case=False, hears=False)
    for day, expected in ((CLOSES - timedelta(1), True), (CLOSES, False)):
        assert rules.hears(SITTING, user_id=MEMBER, agency_id=AGENCY, day=day) is expected
    assert rules.hears(SITTING, user_id=THIRD, agency_id=HOST, day=CLOSES)
    assert not rules.hears(SITTING, user_id=THIRD, agency_id=AGENCY, day=CLOSES - timedelta(1))


def test_residents_read_what_was_said_on_the_items_they_see_without_tax():
    assert talk_is_seen(sees_case=False, shows_material=True)
    assert not talk_is_seen(sees_case=False, shows_material=True, kinds=TAX)
    assert not talk_is_seen(sees_case=False, shows_material=True, sees_item=False)
