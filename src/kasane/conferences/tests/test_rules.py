"""The rules of the conferences as truth tables (R-CONF-01 to 06, R-DIS-02)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from kasane.base.obstacles import Obstacle
from kasane.conferences import rules
from kasane.conferences.rules import Candidate, Convener

TOWN_HALL = Convener(is_municipality=True, coordinates=False, is_host_of_body=False)
CENTRE = Convener(is_municipality=True, coordinates=True, is_host_of_body=True)
ENTRUSTED_COORDINATOR = Convener(is_municipality=False, coordinates=True, is_host_of_body=True)
HOST_ONLY = Convener(is_municipality=False, coordinates=False, is_host_of_body=True)
OUTSIDER = Convener(is_municipality=False, coordinates=False, is_host_of_body=False)


def codes(obstacles):
    return [obstacle.code for obstacle in obstacles]


@pytest.mark.parametrize(
    ("functions", "convener", "expected"),
    [
        (["support_conference"], TOWN_HALL, []),
        (["support_conference"], CENTRE, []),
        (["support_conference"], ENTRUSTED_COORDINATOR, ["municipality_convenes"]),
        (["support_conference"], OUTSIDER, ["municipality_convenes"]),
        (["multi_tier"], TOWN_HALL, ["coordinator_convenes"]),
        (["multi_tier"], CENTRE, []),
        (["multi_tier"], ENTRUSTED_COORDINATOR, []),
        (["multi_tier"], HOST_ONLY, ["coordinator_convenes"]),
        (["support_conference", "multi_tier"], TOWN_HALL, []),
        (["support_conference", "multi_tier"], ENTRUSTED_COORDINATOR, []),
        (["support_conference", "multi_tier"], OUTSIDER, ["municipality_convenes"]),
        (["headquarters"], TOWN_HALL, []),
        (["community"], HOST_ONLY, []),
        (["liaison"], OUTSIDER, ["host_convenes"]),
        (["network"], CENTRE, ["not_a_meeting"]),
    ],
)
def test_who_may_convene_which_body(functions, convener, expected):
    assert codes(rules.convene_obstacles(functions, convener)) == expected


def put(function="multi_tier", *, body=("multi_tier",), state="planned", convener=CENTRE, **candidate):
    values = {"writes": True, "already_on_agenda": False, "timing": "plan", "consented": True, "ready": True}
    return codes(
        rules.item_obstacles(
            function=function,
            body_functions=body,
            state=state,
            convener=convener,
            candidate=Candidate(case_id=uuid4(), **{**values, **candidate}),
        )
    )


def test_a_plan_with_consent_may_be_put():
    assert put() == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"consented": False, "ready": False}, ["no_consent"]),
        ({"timing": ""}, ["no_timing"]),
        ({"ready": False}, ["not_ready"]),
        ({"writes": False}, ["reads_only"]),
        ({"already_on_agenda": True}, ["twice"]),
        ({"state": "finished"}, ["meeting_over"]),
        ({"state": "cancelled"}, ["meeting_over"]),
        ({"state": "held"}, []),
        ({"body": ("support_conference",)}, ["other_function"]),
        ({"convener": TOWN_HALL}, ["coordinator_convenes"]),
        ({"function": "headquarters", "body": ("headquarters",)}, ["no_case_here"]),
    ],
)
def test_what_forbids_an_item(changed, expected):
    assert put(**changed) == expected


@pytest.mark.parametrize("consented", [True, False])
def test_a_support_conference_asks_for_no_consent(consented):
    talked_about = {"timing": "", "consented": consented, "ready": False}
    assert put("support_conference", body=("support_conference",), **talked_about) == []


def test_a_support_conference_judges_no_plan():
    assert put("support_conference", body=("support_conference",)) == ["plan_needs_consent"]


def test_each_item_of_a_body_with_two_functions_follows_its_own(
    town_functions=("support_conference", "multi_tier"),
):
    assert put("support_conference", body=town_functions, timing="", consented=False, ready=False) == []
    assert put("multi_tier", body=town_functions, consented=False, ready=False) == ["no_consent"]
    assert put("support_conference", body=town_functions, timing="", convener=ENTRUSTED_COORDINATOR) == [
        "municipality_convenes"
    ]


def test_the_missing_consent_offers_both_ways_on():
    (obstacle,) = rules.multi_tier_obstacles(Candidate(uuid4(), True, False, "plan", False, False))
    assert obstacle.requirement == "R-CONF-03"
    assert [mend.url_name for mend in obstacle.mends] == [
        "coordination:apply",
        "conferences:add_item_support",
    ]


def test_what_coordination_misses_is_told_once():
    theirs = [
        Obstacle("c", "同意がありません。", "R-CONF-03"),
        Obstacle("plan", "プランがありません。", "R-COOR-04"),
    ]
    candidate = Candidate(uuid4(), True, False, "plan", False, False, theirs)
    assert codes(rules.multi_tier_obstacles(candidate)) == ["no_consent", "plan"]
    agreed = Candidate(uuid4(), True, False, "plan", True, False, theirs[1:])
    assert codes(rules.multi_tier_obstacles(agreed)) == ["plan"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"function": "support_conference"}, ["not_judged_here"]),
        ({"has_case": False}, ["not_judged_here"]),
        ({"timing": ""}, ["not_judged_here"]),
        ({"already": "revise"}, ["judged"]),
        ({"judgement": "close"}, ["other_judgement"]),
        ({"municipality_attends": False}, ["no_municipality"]),
    ],
)
def test_what_forbids_a_judgement(changed, expected):
    values = {
        "function": "multi_tier",
        "timing": "plan",
        "has_case": True,
        "judgement": "appropriate",
        "allowed": ["appropriate", "revise"],
        "already": "",
        "municipality_attends": True,
    }
    assert codes(rules.judge_obstacles(**{**values, **changed})) == expected


@pytest.mark.parametrize(
    ("is_host", "state", "expected"),
    [
        (True, "planned", []),
        (True, "held", []),
        (True, "finished", ["meeting_state"]),
        (True, "cancelled", ["meeting_state"]),
        (False, "planned", ["not_host"]),
    ],
)
def test_who_runs_a_meeting_and_when(is_host, state, expected):
    assert codes(rules.host_obstacles(is_host=is_host, state=state)) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [("planned", ["meeting_state"]), ("held", []), ("finished", []), ("cancelled", ["meeting_state"])],
)
def test_minutes_are_written_from_the_beginning_on(state, expected):
    assert codes(rules.writing_obstacles(is_host=True, state=state)) == expected


@pytest.mark.parametrize(
    ("is_self", "is_host", "is_open", "expected"),
    [
        (True, False, True, []),
        (False, True, True, []),
        (False, False, True, ["other_member"]),
        (True, True, False, ["meeting_over"]),
    ],
)
def test_who_answers_an_invitation(is_self, is_host, is_open, expected):
    assert codes(rules.answer_obstacles(is_self=is_self, is_host=is_host, is_open=is_open)) == expected


@pytest.mark.parametrize(
    ("is_member", "acknowledged", "expected"),
    [(True, False, True), (True, True, False), (False, False, False)],
)
def test_secrecy_stands_before_the_material_of_a_member(is_member, acknowledged, expected):
    assert rules.must_acknowledge(is_member=is_member, acknowledged=acknowledged) is expected


def test_the_usual_works_and_the_municipality_are_missed_in_words_not_forbidden():
    assert rules.member_warnings(["multi_tier"], works={1, 2, 4}, municipality=True) == []
    assert len(rules.member_warnings(["multi_tier"], works={1, 2, 4}, municipality=False)) == 1
    (warning,) = rules.member_warnings(["multi_tier"], works={1}, municipality=True)
    assert "②" in warning
    assert "①" not in warning
    assert rules.member_warnings(["support_conference"], works=set(), municipality=False) == []


def test_small_refusals():
    assert codes(rules.invite_obstacles(hidden_items=1)) == ["hidden_items"]
    assert codes(rules.invite_obstacles(hidden_items=0)) == []
    assert codes(rules.remove_obstacles(is_convener=True)) == ["convener_stays"]
    assert codes(rules.remove_item_obstacles(judged=False, talked=True)) == ["talked"]


def test_the_material_closes_after_the_meeting():
    assert rules.open_until(date(2025, 5, 14), days=15) == date(2025, 5, 29)
