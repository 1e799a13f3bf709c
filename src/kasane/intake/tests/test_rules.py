"""Truth tables: what passes, and what each missing fact forbids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.base.obstacles import Obstacle
from kasane.intake import rules

DAY = date(2025, 4, 8)
EARLIER = date(2025, 4, 3)

SENDABLE = rules.SendFacts(
    case_id="c",
    is_hand_back=False,
    is_open=True,
    writes=True,
    sender_is_responsible=True,
    same_agency=False,
    receiver_active=True,
    to_coordination=False,
    waiting_at_receiver=False,
    consent_answer="agree",
    consent_covers=True,
    consent_kinds=int(SHAREABLE_KINDS),
    kinds=int(DataKind.BASIC | DataKind.LIFE),
    requests=("consultation",),
    reason="理由",
    explained_by="包括",
    explained_what="つなぐこと",
    explained_on=EARLIER,
    on=DAY,
)


def codes(obstacles: list[Obstacle]) -> list[str]:
    return [obstacle.code for obstacle in obstacles]


def test_a_whole_referral_may_be_sent():
    assert rules.send_obstacles(SENDABLE) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"is_open": False}, "closed"),
        ({"writes": False}, "reads_only"),
        ({"same_agency": True}, "same_agency"),
        ({"receiver_active": False}, "closed_agency"),
        ({"waiting_at_receiver": True}, "waiting"),
        ({"consent_covers": False, "consent_answer": ""}, "no_consent"),
        ({"consent_covers": False, "consent_answer": "disagree"}, "refused"),
        ({"consent_covers": False, "consent_answer": "agree"}, "outside_scope"),
        ({"kinds": int(DataKind.HEALTH), "consent_kinds": int(DataKind.LIFE)}, "consent_kinds"),
        ({"requests": ()}, "requests"),
        ({"reason": " "}, "reason"),
        ({"explained_by": ""}, "explanation"),
        ({"explained_what": ""}, "explanation"),
        ({"explained_on": None}, "explanation"),
        ({"explained_on": date(2025, 4, 9)}, "explained_late"),
    ],
)
def test_each_missing_fact_forbids_sending(change, code):
    assert codes(rules.send_obstacles(replace(SENDABLE, **change))) == [code]


def test_without_consent_the_way_to_the_centre_is_the_support_conference():
    facts = replace(SENDABLE, consent_covers=False, consent_answer="", to_coordination=True)
    [obstacle] = rules.send_obstacles(facts)
    assert obstacle.requirement == "R-INT-07"
    assert "支援会議" in obstacle.sentence
    assert [mend.url_name for mend in obstacle.mends] == ["intake:consent", "conferences:add_item_support"]


def test_the_explanation_names_all_that_is_missing():
    facts = replace(SENDABLE, explained_by="", explained_what="", explained_on=None)
    [obstacle] = rules.send_obstacles(facts)
    assert "誰が・何を・いつ" in obstacle.sentence


def test_basic_data_are_shared_with_any_consent():
    facts = replace(SENDABLE, kinds=int(DataKind.BASIC), consent_kinds=0)
    assert rules.send_obstacles(facts) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"is_open": False}, []),
        ({"is_open": True}, ["still_open"]),
        ({"is_open": False, "sender_is_responsible": False}, ["not_responsible"]),
        ({"is_open": False, "writes": False}, ["reads_only"]),
        ({"is_open": False, "consent_covers": False, "consent_answer": "disagree"}, ["refused"]),
    ],
)
def test_handing_back_is_for_closed_cases_and_their_responsible_agency(change, expected):
    assert codes(rules.send_obstacles(replace(SENDABLE, is_hand_back=True, **change))) == expected


TRIAGE = rules.TriageFacts(
    case_id="c",
    outcome="own",
    reason="介護の相談なので",
    is_open=True,
    writes=True,
    in_reception=True,
    is_urgent=False,
    waiting_referrals=0,
    consent_answer="agree",
    informed=True,
)


@pytest.mark.parametrize("outcome", ["own", "information", "refer", "coordination", "conference", "outreach"])
def test_every_outcome_is_possible_with_consent_and_a_reason(outcome):
    assert rules.triage_obstacles(replace(TRIAGE, outcome=outcome)) == []


@pytest.mark.parametrize(
    ("outcome", "answer", "expected"),
    [
        ("own", "", []),
        ("information", "", []),
        ("conference", "", []),
        ("conference", "disagree", []),
        ("refer", "", ["no_consent"]),
        ("coordination", "", ["no_consent"]),
        ("outreach", "disagree", ["refused"]),
    ],
)
def test_without_consent_nothing_goes_to_another_agency(outcome, answer, expected):
    facts = replace(TRIAGE, outcome=outcome, consent_answer=answer)
    assert codes(rules.triage_obstacles(facts)) == expected


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reason": ""}, "reason"),
        ({"is_open": False}, "closed"),
        ({"writes": False}, "reads_only"),
        ({"outcome": "information", "is_urgent": True}, "urgent"),
        ({"outcome": "information", "waiting_referrals": 1}, "waiting"),
        ({"outcome": "information", "in_reception": False}, "stage"),
    ],
)
def test_what_forbids_an_outcome(change, code):
    assert codes(rules.triage_obstacles(replace(TRIAGE, **change))) == [code]


ANSWER = rules.AnswerFacts(
    answer="accepted", state="sent", is_receiver=True, sent_on=EARLIER, received_on=EARLIER, on=DAY
)
TALK = {"talk_on": DAY, "talk_with": "包括 花子", "talk_note": "役割を分けた"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"answer": "joint"}, []),
        ({"answer": "returned", **TALK}, []),
        ({"answer": "returned"}, ["talk"]),
        ({"answer": "returned", **TALK, "talk_note": ""}, ["talk"]),
        ({"answer": "returned", **TALK, "talk_with": " "}, ["talk"]),
        ({"answer": "returned", **TALK, "talk_on": None}, ["talk"]),
        ({"is_receiver": False}, ["not_receiver"]),
        ({"state": "accepted"}, ["answered"]),
        ({"state": "withdrawn"}, ["answered"]),
        ({"answer": "sent"}, ["answer"]),
        ({"received_on": date(2025, 4, 1)}, ["received_early"]),
        ({"on": date(2025, 4, 2)}, ["answered_early"]),
    ],
)
def test_who_may_answer_and_how(change, expected):
    assert codes(rules.answer_obstacles(replace(ANSWER, **change))) == expected


@pytest.mark.parametrize(
    ("answer", "back", "responsible", "stage", "expected"),
    [
        ("accepted", False, True, "reception", True),
        ("accepted", False, True, "assessment", True),
        ("accepted", False, True, "support", False),
        ("accepted", False, False, "reception", False),
        ("joint", False, True, "reception", False),
        ("returned", False, True, "reception", False),
        ("accepted", True, True, "closed", True),
        ("joint", True, True, "closed", False),
        ("accepted", True, False, "closed", False),
    ],
)
def test_when_responsibility_goes_over(answer, back, responsible, stage, expected):
    given = rules.hands_over(answer=answer, is_hand_back=back, sender_is_responsible=responsible, stage=stage)
    assert given is expected


@pytest.mark.parametrize(
    ("state", "is_sender", "note", "expected"),
    [
        ("sent", True, "本人が考え直した", []),
        ("sent", False, "理由", ["not_sender"]),
        ("accepted", True, "理由", ["answered"]),
        ("returned", True, "理由", ["answered"]),
        ("sent", True, " ", ["reason"]),
    ],
)
def test_taking_a_referral_back(state, is_sender, note, expected):
    assert codes(rules.take_back_obstacles(state=state, is_sender=is_sender, note=note)) == expected


FOLLOWED = {
    "state": "accepted",
    "is_party": True,
    "done": False,
    "result": "通い始めた",
    "on": DAY,
    "answered_on": EARLIER,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": "joint"}, []),
        ({"state": "returned"}, []),
        ({"state": "sent"}, ["unanswered"]),
        ({"state": "withdrawn"}, ["unanswered"]),
        ({"is_party": False}, ["not_party"]),
        ({"done": True}, ["done"]),
        ({"result": ""}, ["result"]),
        ({"on": date(2025, 4, 1)}, ["date"]),
    ],
)
def test_following_up(change, expected):
    assert codes(rules.follow_up_obstacles(**{**FOLLOWED, **change})) == expected


ON_SHEET = {
    "name": "山形ハル",
    "overview": "相談",
    "topics": ["care"],
    "main_topic": "care",
    "is_urgent": False,
    "urgent_note": "",
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"topics": [], "main_topic": ""}, []),
        ({"is_urgent": True, "urgent_note": "食べ物がない"}, []),
        ({"name": " "}, ["name"]),
        ({"overview": ""}, ["overview"]),
        ({"main_topic": "debt"}, ["main_topic"]),
        ({"is_urgent": True}, ["urgent_note"]),
    ],
)
def test_what_the_reception_sheet_always_asks(change, expected):
    assert codes(rules.reception_obstacles(**{**ON_SHEET, **change})) == expected


ANSWERED = {"answer": "agree", "method": "paper", "explained_by": "包括", "names_agencies": True}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"answer": ""}, ["answer"]),
        ({"method": ""}, ["method"]),
        ({"explained_by": ""}, ["explained_by"]),
        ({"names_agencies": False}, ["scope"]),
        ({"answer": "disagree", "method": "", "explained_by": ""}, []),
        ({"answer": "unclear", "method": "", "explained_by": "", "names_agencies": False}, []),
    ],
)
def test_what_is_kept_of_the_answer(change, expected):
    assert codes(rules.consent_obstacles(**{**ANSWERED, **change})) == expected


@pytest.mark.parametrize(
    ("answer", "withdrawn_on", "on", "expected"),
    [
        ("agree", None, DAY, []),
        ("disagree", None, DAY, ["not_agreed"]),
        ("agree", EARLIER, DAY, ["withdrawn"]),
        ("agree", None, date(2025, 4, 1), ["date"]),
    ],
)
def test_taking_a_consent_back(answer, withdrawn_on, on, expected):
    found = rules.withdrawal_obstacles(answer=answer, confirmed_on=EARLIER, withdrawn_on=withdrawn_on, on=on)
    assert codes(found) == expected


@pytest.mark.parametrize(
    ("writable", "kinds", "expected"),
    [(31, 19, []), (0, 19, ["reads_only"]), (17, 19, ["kinds_not_shared"]), (17, 17, [])],
)
def test_a_sheet_is_corrected_within_the_kinds_one_works_with(writable, kinds, expected):
    assert codes(rules.sheet_kinds_obstacles(writable=writable, kinds=kinds)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"is_open": False}, ["closed"]),
        ({"writes": False}, ["reads_only"]),
        ({"consent_answer": ""}, ["no_consent"]),
        ({"consent_answer": "disagree", "to_coordination": True}, ["refused"]),
    ],
)
def test_what_is_known_before_the_sheet_is_written(change, expected):
    known = {"case_id": "c", "is_open": True, "writes": True, "consent_answer": "agree", **change}
    assert codes(rules.start_obstacles(**known)) == expected


def test_topics_say_which_kinds_of_data_the_sheet_holds_and_never_tax():
    basic = int(DataKind.BASIC | DataKind.LIFE)
    assert rules.kinds_of_topics(["family"]) == basic
    assert rules.kinds_of_topics(["care", "debt"]) == basic | DataKind.HEALTH | DataKind.ECONOMY
    assert rules.kinds_of_topics(["job_seeking"]) == basic | DataKind.WORK
    assert not rules.kinds_of_topics(["taxes"]) & DataKind.TAX


def test_urgent_referrals_are_answered_at_once():
    assert rules.answer_due(DAY, is_urgent=True, within_days=7) == date(2025, 4, 9)
    assert rules.answer_due(DAY, is_urgent=False, within_days=7) == date(2025, 4, 15)
