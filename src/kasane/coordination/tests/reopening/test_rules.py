"""Where a closed case goes on, and what a follow-up and a reopening ask for (R-COOR-08, R-COOR-10)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from kasane.cases.rules import NEXT_STAGES, reopen_obstacles, write_obstacles
from kasane.coordination.reopening.rules import Left, follow_up_obstacles, way_back

END, NOW = date(2025, 6, 1), date(2025, 7, 1)
PLAN, OTHER = uuid4(), uuid4()


def codes(found):
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("left", "assessed", "stage", "course", "replans"),
    [
        ([], False, "reception", "", False),
        ([Left("coordination", None)], True, "reception", "", False),
        ([Left("coordination", END)], False, "application", "coordination", False),
        ([Left("coordination", END)], True, "assessment", "coordination", False),
        ([Left("coordination", END, PLAN)], True, "plan", "coordination", False),
        ([Left("coordination", END, PLAN, True)], True, "plan", "coordination", True),
        ([Left("self_reliance", END, PLAN, True)], True, "plan", "self_reliance", True),
    ],
)
def test_a_case_comes_back_to_where_its_sheets_end(left, assessed, stage, course, replans):
    way = way_back(left, assessed=assessed)
    assert (way.stage, way.course, way.replans) == (stage, course, replans)
    assert way.stage in NEXT_STAGES["closed"]


@pytest.mark.parametrize(
    ("own", "other", "course"),
    [(END, NOW, "coordination"), (NOW, END, "self_reliance"), (END, END, "coordination")],
)
def test_of_two_courses_the_one_that_ended_last_goes_on(own, other, course):
    left = [Left("self_reliance", own, PLAN, True), Left("coordination", other, OTHER, True)]
    assert way_back(left, assessed=True).course == course


READY = {
    "is_open": False, "closed_on": END, "on": NOW, "today": NOW, "reason": "また一人になった", "leads": True,
    "stage": "plan",
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, None),
        ({"on": END}, None),
        ({"is_open": True}, "still_open"),
        ({"leads": False}, "not_leading"),
        ({"reason": " "}, "no_reason"),
        ({"on": END - timedelta(days=1)}, "before_closure"),
        ({"on": NOW + timedelta(days=1)}, "in_future"),
        ({"stage": "support"}, "stage_order"),
    ],
)
def test_each_thing_missing_forbids_the_reopening_by_its_own_name(values, code):
    found = reopen_obstacles(**(READY | values))
    assert codes(found) == ([code] if code else [])


SEEN = {
    "case_id": uuid4(), "is_open": False, "closed_on": END, "writable": 31, "kinds": 17, "result": "same", "on": NOW,
    "next_on": None, "today": NOW,
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, None),
        ({"result": "again", "next_on": NOW + timedelta(days=30)}, None),
        ({"result": "reopen"}, None),
        ({"is_open": True}, "still_open"),
        ({"writable": 0}, "reads_only"),
        ({"writable": 1}, "kinds_not_shared"),
        ({"result": ""}, "no_result"),
        ({"result": "again"}, "no_next"),
        ({"next_on": NOW}, "next_before"),
        ({"result": "reopen", "next_on": NOW + timedelta(days=1)}, "reopens"),
        ({"on": END - timedelta(days=1)}, "before_closure"),
        ({"on": NOW + timedelta(days=1)}, "in_future"),
    ],
)
def test_each_thing_missing_forbids_the_follow_up_by_its_own_name(values, code):
    assert codes(follow_up_obstacles(**(SEEN | values))) == ([code] if code else [])


@pytest.mark.parametrize(
    ("is_open", "follows_up", "expected"),
    [(True, False, []), (True, True, []), (False, True, []), (False, False, ["closed"])],
)
def test_a_closed_case_is_written_in_at_a_follow_up_alone(is_open, follows_up, expected):
    assert codes(write_obstacles(is_open=is_open, writable=31, follows_up=follows_up)) == expected


def test_who_meets_a_closed_case_is_led_to_the_reopening():
    found = write_obstacles(is_open=False, writable=31, case_id=uuid4())
    assert [mend.url_name for one in found for mend in one.mends] == ["coordination:reopen"]
