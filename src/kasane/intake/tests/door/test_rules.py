"""Where the door leads, whom it counts, and what the desk may do with a message."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kasane.intake.door import rules
from kasane.intake.door.rules import Place
from kasane.intake.models import DoorTopic

NORTH, SOUTH = uuid4(), uuid4()


def place(name, *fields, areas=(), center=False):
    return Place(uuid4(), name, "", "", "", frozenset(fields), frozenset(areas), center)


CENTER = place("centre", "hardship", center=True)
CARE_NORTH = place("care north", "care", areas=[NORTH])
CARE_SOUTH = place("care south", "care", areas=[SOUTH])
CARE_ALL = place("care", "care")
CHILD = place("child", "child")
EVERY = [CENTER, CARE_ALL, CARE_NORTH, CARE_SOUTH, CHILD]


def names(**wanted):
    return [one.name for one in rules.places_for(EVERY, **wanted)]


def test_a_topic_leads_to_the_desks_of_its_field_and_to_the_centre_last():
    assert names(topic=DoorTopic.CHILDREN) == ["child", "centre"]


def test_the_desks_of_the_own_area_stand_before_those_of_the_whole_town():
    assert names(topic=DoorTopic.CARE, area=[SOUTH]) == ["care south", "care", "centre"]


def test_without_an_area_every_desk_of_the_field_is_shown():
    assert names(topic=DoorTopic.CARE) == ["care", "care north", "care south", "centre"]


@pytest.mark.parametrize("topic", [DoorTopic.OTHER, DoorTopic.FAMILY, DoorTopic.SCHOOL])
def test_what_crosses_the_fields_is_for_the_centre(topic):
    assert names(topic=topic) == ["centre"]


def test_without_a_topic_every_desk_is_shown():
    assert len(names(topic=None)) == 5


def test_every_topic_has_its_field_and_its_words_on_the_sheet():
    assert set(rules.FIELD_OF) == set(rules.SHEET_TOPICS) == set(DoorTopic)


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxy", "counted"),
    [
        ("203.0.113.9", "", False, "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", False, "203.0.113.9"),
        ("127.0.0.1", "8.8.8.8, 198.51.100.1", True, "198.51.100.1"),
        ("127.0.0.1", "", True, "127.0.0.1"),
        ("2001:db8:1:2:3::9", "", False, "2001:db8:1:2::/64"),
        ("", "", False, "unknown"),
    ],
)
def test_the_address_that_is_counted_can_not_be_chosen_by_the_sender(remote, forwarded, proxy, counted):
    assert rules.sender_of(remote, forwarded, behind_proxy=proxy) == counted


def codes(obstacles):
    return [one.code for one in obstacles]


def test_a_message_may_be_passed_on_with_a_reason_to_a_desk_with_staff():
    assert rules.pass_obstacles(result="", is_own=False, has_staff=True, why="高齢の相談のため") == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"result": "told"}, "ended"), ({"is_own": True}, "own_desk"), ({"has_staff": False}, "no_staff"),
        ({"why": " "}, "why"),
    ],
)  # fmt: skip
def test_a_message_is_not_passed_on(wrong, code):
    right = {"result": "", "is_own": False, "has_staff": True, "why": "理由"}
    assert codes(rules.pass_obstacles(**right | wrong)) == [code]


@pytest.mark.parametrize(
    ("ends_with", "tries", "note"),
    [("received", [], ""), ("no_need", [], ""), ("told", [], "伝えた"), ("unreachable", ["missed"], "")],
)
def test_a_message_may_end(ends_with, tries, note):
    assert rules.end_obstacles(result="", ends_with=ends_with, tries=tries, note=note) == []


@pytest.mark.parametrize(
    ("result", "ends_with", "tries", "note", "code"),
    [
        ("told", "received", [], "", "ended"),
        ("", "unreachable", [], "", "no_try"),
        ("", "unreachable", ["passed"], "", "no_try"),
        ("", "told", ["reached"], "", "note"),
        ("", "not_meant", [], " ", "note"),
    ],
)
def test_nobody_is_given_up_without_a_try_and_what_was_told_is_written(result, ends_with, tries, note, code):
    assert codes(rules.end_obstacles(result=result, ends_with=ends_with, tries=tries, note=note)) == [code]
