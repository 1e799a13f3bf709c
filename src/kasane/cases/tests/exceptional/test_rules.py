"""Who asks for, decides on, ends and looks at a disclosure without consent (R-DIS-05). Pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from kasane.cases.exceptional import rules

DAY = date(2025, 6, 1)
ASKER, VIEWER, OTHER = uuid4(), uuid4(), uuid4()
ASKED = rules.Asked(
    "law", "児童福祉法第25条の3", "親が同意を拒み、子の安否が分からない。", 17, DAY, DAY + timedelta(days=30)
)
COURSE = rules.Course("requested", ASKER, VIEWER, DAY, DAY + timedelta(days=30), DAY)
APPROVED, URGENT = replace(COURSE, state="approved"), replace(COURSE, state="urgent")
OVER = replace(APPROVED, valid_from=DAY - timedelta(days=9), valid_until=DAY)


def codes(found) -> list[str]:
    return [one.code for one in found]


def asking(already=0, is_resident=False, is_waiting=False, **values) -> list[str]:
    return codes(
        rules.asking_obstacles(
            replace(ASKED, **values), day=DAY, longest=90, already=already, is_resident=is_resident,
            is_waiting=is_waiting,
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"ground": "life", "law": ""},
        {"valid_until": DAY + timedelta(days=1)},
        {"valid_until": DAY + timedelta(days=90)},
        {"valid_from": DAY + timedelta(days=20)},
        {"already": 1},
    ],
)
def test_what_may_be_asked_for(values):
    assert asking(**values) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"law": " "}, ["law"]),
        ({"reason": "必要だから。"}, ["reason"]),
        ({"reason": "あ  い う え お　か" + " " * 20}, ["reason"]),
        ({"valid_until": None}, ["end"]),
        ({"valid_from": None}, ["end"]),
        ({"valid_from": DAY - timedelta(days=1)}, ["past"]),
        ({"valid_until": DAY}, ["end_before_start"]),
        ({"valid_until": DAY + timedelta(days=91)}, ["end_far"]),
        ({"kinds": 49}, ["tax"]),
        ({"is_resident": True}, ["resident"]),
        ({"already": 31}, ["already"]),
        ({"already": 17}, ["already"]),
        ({"is_waiting": True}, ["waiting"]),
        ({"law": "", "reason": "", "valid_until": None}, ["law", "reason", "end"]),
    ],
)
def test_what_may_not_be_asked_for(values, expected):
    assert asking(**values) == expected


def deciding(course=COURSE, *, by: UUID = OTHER, decides=True, approves=True, note="", day=DAY) -> list[str]:
    return codes(
        rules.deciding_obstacles(course, by=by, decides=decides, approves=approves, note=note, day=day)
    )


@pytest.mark.parametrize("values", [{}, {"approves": False, "note": "同意を得られるはず。"}])
def test_a_manager_decides(values):
    assert deciding(**values) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"decides": False}, ["not_decider"]),
        ({"by": ASKER}, ["own"]),
        ({"by": VIEWER}, ["own"]),
        ({"approves": False}, ["note"]),
        ({"day": COURSE.valid_until}, ["over"]),
        ({"course": APPROVED}, ["decided"]),
        ({"course": replace(COURSE, state="refused")}, ["decided"]),
        ({"course": URGENT}, ["decided"]),
    ],
)
def test_who_and_what_is_not_decided(values, expected):
    assert deciding(**values) == expected


def ending(course, *, by=OTHER, writes=False, oversees=False) -> list[str]:
    return codes(rules.ending_obstacles(course, by=by, writes=writes, oversees=oversees, day=DAY))


@pytest.mark.parametrize("who", [{"writes": True}, {"oversees": True}, {"by": VIEWER}])
@pytest.mark.parametrize("course", [APPROVED, URGENT, replace(APPROVED, valid_from=DAY + timedelta(days=3))])
def test_who_may_end_it_early(course, who):
    assert ending(course, **who) == []


@pytest.mark.parametrize(
    ("course", "expected"),
    [(COURSE, "over"), (OVER, "over"), (replace(APPROVED, ended_on=DAY), "over"), (APPROVED, "not_yours")],
)
def test_what_can_not_be_ended(course, expected):
    assert ending(course, by=ASKER) == [expected]


@pytest.mark.parametrize(
    ("course", "by", "outcome", "expected"),
    [
        (URGENT, VIEWER, "救急を呼んだ。", []),
        (replace(URGENT, review="proper"), VIEWER, "救急を呼んだ。", []),
        (URGENT, VIEWER, " ", ["outcome"]),
        (URGENT, ASKER, "x", ["not_yours"]),
        (replace(URGENT, review="proper", outcome="前"), VIEWER, "後", ["reviewed"]),
    ],
)
def test_who_says_what_came_of_it(course, by, outcome, expected):
    assert codes(rules.outcome_obstacles(course, by=by, outcome=outcome)) == expected


def reviewing(course, *, by=OTHER, oversees=True, verdict="proper", note="通報の直後だった。") -> list[str]:
    return codes(
        rules.reviewing_obstacles(course, by=by, oversees=oversees, verdict=verdict, note=note, day=DAY)
    )


@pytest.mark.parametrize("course", [URGENT, OVER, replace(APPROVED, ended_on=DAY)])
def test_what_is_looked_at_afterwards(course):
    assert reviewing(course) == []


@pytest.mark.parametrize(
    ("course", "values", "expected"),
    [
        (APPROVED, {}, ["not_over"]),
        (COURSE, {}, ["not_over"]),
        (replace(COURSE, state="refused"), {}, ["not_over"]),
        (replace(URGENT, review="proper"), {}, ["reviewed"]),
        (URGENT, {"oversees": False}, ["not_overseer"]),
        (URGENT, {"by": ASKER}, ["own"]),
        (URGENT, {"by": VIEWER}, ["own"]),
        (URGENT, {"verdict": ""}, ["verdict"]),
        (URGENT, {"note": " "}, ["note"]),
    ],
)
def test_what_is_not_looked_at_or_not_by_them(course, values, expected):
    assert reviewing(course, **values) == expected


def test_a_review_is_due_within_days_for_an_urgent_view_and_after_the_end_for_an_exception():
    assert URGENT.review_due(3) == DAY + timedelta(days=3)
    assert OVER.review_due(3) == DAY + timedelta(days=14)
    assert replace(APPROVED, ended_on=DAY + timedelta(days=2)).review_due(3) == DAY + timedelta(days=16)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"danger": "elder"}, []),
        ({"reason": "緊急のため。"}, ["reason"]),
        ({"danger": "curious"}, ["danger"]),
        ({"is_resident": True}, ["resident"]),
    ],
)
def test_who_may_knock_at_the_urgent_door(values, expected):
    usual = {"reason": "隣人がうめき声を聞いたと知らせてきた。", "danger": "life", "is_resident": False}
    assert codes(rules.urgent_obstacles(**(usual | values))) == expected


def test_every_danger_names_its_law():
    assert {one.code: one.ground for one in rules.DANGERS} == {
        "life": "life",
        "elder": "law",
        "disabled": "law",
        "child": "law",
    }
    assert all(one.law for one in rules.DANGERS)
