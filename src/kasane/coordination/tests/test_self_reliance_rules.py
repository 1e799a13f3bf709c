"""The law of 自立相談支援 over plain values (実施要綱 別記1の4, R-SELF-01)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from kasane.base.choices import Timing
from kasane.coordination import rules
from kasane.coordination.choices import Course, Service
from kasane.coordination.rules.course import months_later

SELF = Course.SELF_RELIANCE


def codes(found):
    return [obstacle.code for obstacle in found]


def standing(**values) -> rules.Standing:
    return rules.Standing(uuid4(), **({"course": SELF} | values))


def closure(**values) -> rules.ClosureFacts:
    ready = {
        "evaluated": True, "first_score": False, "last_score": False, "lead_after": False, "follow_up_on": None,
        "follow_up_by": False, "follow_up_how": "", "remaining_issues": "なし", "person_wish": "終えたい",
        "staff_opinion": "終えてよい",
    }  # fmt: skip
    return rules.ClosureFacts(case_id=uuid4(), course=SELF, **(ready | values))


@pytest.mark.parametrize("service", ["preparation", "budgeting", "training"])
def test_preparation_budgeting_and_training_are_decided_on(service):
    assert rules.needs_decision(SELF, ["other", service])


@pytest.mark.parametrize(
    "service",
    [
        "job_support",
        "housing",
        "shelter",
        "study",
        "own_program",
        "hello_work",
        "loan",
        "other",
        "participation",
    ],
)
def test_all_other_services_are_confirmed(service):
    assert not rules.needs_decision(SELF, [service])


def test_every_service_of_a_course_has_its_word():
    for rows in rules.SERVICES.values():
        assert all(Service(row.code).label for row in rows)


@pytest.mark.parametrize(
    ("services", "pattern"),
    [(["training"], "a"), (["preparation", "housing"], "b"), (["housing", "loan"], "c"), ([], "c")],
)
def test_a_plan_becomes_final_by_what_it_uses(services, pattern):
    assert rules.pattern_of(services, SELF) == pattern
    assert "支援調整会議" in rules.pattern_words(services, SELF)


def test_lines_handed_on_count_as_other_support_in_coordination():
    assert rules.pattern_of(["preparation", "participation"]) == rules.Pattern.DECIDED_AND_OTHER
    assert rules.pattern_of(["preparation"]) == rules.Pattern.NOTHING_DECIDED


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"offered": False, "delivers": False}, "course_not_offered"),
        ({"delivers": False}, "not_self_reliance_agency"),
        ({"carries": False}, "not_responsible"),
    ],
)
def test_only_the_desk_that_carries_the_case_runs_self_reliance(values, code):
    (obstacle,) = rules.standing_obstacles(standing(**values), coordinates=True)
    assert (obstacle.code, obstacle.requirement) == (code, "R-SELF-01")
    assert obstacle.mends


def test_the_desk_needs_no_coordinator():
    assert not rules.standing_obstacles(standing(is_coordinator=False), coordinates=True)


def test_the_obstacles_of_a_plan_lead_to_the_pages_of_its_course():
    found = rules.make_plan_obstacles(
        standing(), applied=False, has_summary=True, screening="plan", open_plan=None
    )
    assert found[0].mends[0].url_name == "coordination:self_apply"


def test_no_consent_names_the_conference_of_the_course():
    assert "支援調整会議" in rules.no_consent(uuid4(), SELF).sentence
    assert "重層的支援会議" in rules.no_consent(uuid4()).sentence


def test_self_reliance_closes_without_connectedness_and_follow_up():
    assert not rules.closure_obstacles(closure())


@pytest.mark.parametrize("missing", ["remaining_issues", "person_wish", "staff_opinion"])
def test_closure_asks_for_what_the_guideline_lists(missing):
    assert len(rules.closure_obstacles(closure(**{missing: " "}))) == 1


def test_the_four_purposes_are_the_agenda():
    points = {point for timing in Timing for point in rules.AGENDA[timing]}
    assert len(points) == 4


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2025, 6, 1), 3, date(2025, 9, 1)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 12, 15), 12, date(2026, 12, 15)),
    ],
)
def test_an_evaluation_is_due_so_many_months_later(day, months, due):
    assert months_later(day, months) == due


def hand_on(**values):
    ready = {"applied": True, "consented": True, "has_centre": True}
    return codes(rules.hand_on_obstacles(standing(), rules.HandOnFacts(**(ready | values))))


def test_a_running_course_may_be_handed_on():
    assert hand_on(plan_id=uuid4(), plan_state="final") == []
    assert hand_on() == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"applied": False}, "not_applied"),
        ({"consented": False}, "no_consent"),
        ({"has_centre": False}, "no_centre"),
        ({"plan_id": uuid4(), "plan_state": "submitted"}, "plan_waits"),
        ({"plan_id": uuid4(), "plan_state": "agreed"}, "plan_waits"),
        ({"evaluation_waits": True}, "evaluation_waits"),
        ({"coordination_runs": True}, "already_runs"),
    ],
)
def test_nothing_half_decided_is_handed_on(values, code):
    assert hand_on(**values) == [code]


READY = {"screening": "information", "way": "information", "plans": [], "told": "伝えた"}
PLAN_ID = uuid4()


@pytest.mark.parametrize("course", ["self_reliance", "coordination"])
@pytest.mark.parametrize("way", ["information", "broken_off"])
def test_a_screening_may_end_either_course(course, way):
    found = rules.end_by_screening_obstacles(
        standing(course=course), **(READY | {"screening": way, "way": way, "plans": [("draft", PLAN_ID)]})
    )
    assert codes(found) == []


@pytest.mark.parametrize(
    ("course", "values", "expected"),
    [
        ("self_reliance", {"screening": "plan"}, ["screened_otherwise"]),
        ("self_reliance", {"way": "back"}, ["no_way"]),
        ("coordination", {"way": ""}, ["no_way"]),
        ("coordination", {"way": "back", "screening": "plan"}, []),
        ("coordination", {"way": "refer", "screening": "refer"}, []),
        ("coordination", {"way": "refer"}, ["screened_otherwise"]),
        ("coordination", {"way": "broken_off", "screening": ""}, []),
        ("coordination", {"way": "information", "screening": ""}, ["screened_otherwise"]),
        ("coordination", {"plans": [("submitted", PLAN_ID)]}, ["plan_submitted"]),
        ("coordination", {"plans": [("agreed", PLAN_ID)]}, ["plan_agreed"]),
        ("coordination", {"plans": [("final", PLAN_ID), ("draft", PLAN_ID)]}, ["has_plan"]),
        ("coordination", {"supported": True}, ["plan_not_seen"]),
        ("coordination", {"supported": True, "plans": [("final", PLAN_ID)]}, ["has_plan"]),
        ("coordination", {"told": " "}, ["nothing_told"]),
    ],
)
def test_what_forbids_an_end_before_a_plan_is_told_by_its_own_name(course, values, expected):
    assert codes(rules.end_by_screening_obstacles(standing(course=course), **(READY | values))) == expected
