"""The truth tables: with all conditions no obstacle, without one of them exactly its own (R-COOR, R-CONF)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest

from kasane.base.choices import Timing
from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.coordination import rules
from kasane.coordination.choices import ISSUE_KINDS, Judgement, PlanState, issue_kinds

CASE, PLAN = UUID(int=1), UUID(int=2)
DAY = date(2025, 5, 1)
STANDING = rules.Standing(CASE)
CLOSED = (replace(STANDING, is_open=False), "closed")
OUTSIDE = (replace(STANDING, kinds=0), "reads_only")
LIMITED = (replace(STANDING, kinds=int(DataKind.BASIC)), "kinds_not_shared")
NOT_COORDINATOR = (replace(STANDING, is_coordinator=False), "not_coordinator")
ANYONE = [CLOSED, OUTSIDE, LIMITED]
COORDINATES = [*ANYONE, NOT_COORDINATOR]


def codes(obstacles):
    assert all(obstacle.sentence.endswith("。") for obstacle in obstacles)
    assert all(obstacle.requirement.startswith("R-") for obstacle in obstacles)
    return [obstacle.code for obstacle in obstacles]


APPLY = {
    "rules_explained": True,
    "applies": True,
    "agrees_to_sharing": True,
    "signature": "self",
    "signed_name": "田中 和子",
    "signature_reason": "",
}
APPLY_MISSING = [
    ({"rules_explained": False}, "not_explained"),
    ({"applies": False}, "not_applying"),
    ({"agrees_to_sharing": False}, "no_sharing"),
    ({"signature": ""}, "not_signed"),
    ({"signed_name": " "}, "not_signed"),
    ({"signature": "scribe"}, "no_signature_reason"),
    ({"signature": "agent"}, "no_signature_reason"),
    ({"excludes_needed": True}, "needed_agency_excluded"),
    ({"sharing_kinds": int(DataKind.BASIC | DataKind.HEALTH)}, "needed_kinds_withheld"),
]


def test_an_application_with_all_parts_stands():
    assert codes(rules.apply_obstacles(STANDING, **APPLY)) == []
    proxy = APPLY | {"signature": "scribe", "signature_reason": "手が不自由なため"}
    assert codes(rules.apply_obstacles(STANDING, **proxy)) == []


@pytest.mark.parametrize(("change", "code"), APPLY_MISSING)
def test_an_application_without_one_part_says_which(change, code):
    assert codes(rules.apply_obstacles(STANDING, **(APPLY | change))) == [code]


@pytest.mark.parametrize(("standing", "code"), ANYONE)
def test_who_may_not_take_an_application(standing, code):
    assert codes(rules.apply_obstacles(standing, **APPLY)) == [code]


def test_without_sharing_the_way_is_the_support_conference():
    (obstacle,) = rules.apply_obstacles(STANDING, **(APPLY | {"agrees_to_sharing": False}))
    assert "conferences:add_item_support" in [mend.url_name for mend in obstacle.mends]


@dataclass
class Said:
    answer: str = "agree"
    level: str = "application"
    confirmed_on: date = DAY
    valid_until: date | None = None
    withdrawn_on: date | None = None


LATER = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("consent", "latest", "stands"),
    [
        (Said(), "agree", True),
        (Said(), "disagree", False),
        (Said(), "", False),
        (Said(level="reception"), "agree", False),
        (Said(answer="disagree"), "agree", False),
        (Said(confirmed_on=date(2025, 7, 1)), "agree", False),
        (Said(valid_until=LATER), "agree", False),
        (Said(withdrawn_on=LATER), "agree", False),
        (Said(withdrawn_on=date(2025, 6, 2)), "agree", True),
    ],
)
def test_the_consent_of_the_application_stands_while_the_person_says_so(consent, latest, stands):
    found = rules.sharing_consent([consent], latest_word=latest, on=LATER)
    assert (found is consent) == stands


def test_the_newest_application_consent_counts():
    old, new = Said(), Said(confirmed_on=date(2025, 5, 20))
    assert rules.sharing_consent([new, old], latest_word="agree", on=LATER) is new


def test_assessment_comes_after_the_application():
    assert codes(rules.assess_obstacles(STANDING, applied=True)) == []
    assert codes(rules.assess_obstacles(STANDING, applied=False)) == ["not_applied"]
    assert codes(rules.assess_obstacles(CLOSED[0], applied=True)) == ["closed"]
    assert codes(rules.assess_obstacles(OUTSIDE[0], applied=True)) == ["reads_only"]


@pytest.mark.parametrize("kind", [DataKind.HEALTH, DataKind.ECONOMY, DataKind.WORK, DataKind.LIFE])
def test_nobody_writes_a_section_that_is_not_shared_with_them(kind):
    needs = int(DataKind.BASIC | kind)
    without = replace(STANDING, kinds=int(ALL_KINDS & ~kind))
    assert codes(rules.assess_obstacles(without, applied=True, needs=needs)) == ["kinds_not_shared"]
    assert codes(rules.assess_obstacles(STANDING, applied=True, needs=needs)) == []


def test_debts_are_economy_and_illness_is_health():
    assert issue_kinds("debt") == DataKind.BASIC | DataKind.ECONOMY
    assert issue_kinds("illness") == DataKind.BASIC | DataKind.HEALTH
    assert issue_kinds("job_seeking") == DataKind.BASIC | DataKind.WORK
    assert issue_kinds("isolation") == DataKind.BASIC | DataKind.LIFE
    from kasane.base.choices import Issue

    assert set(ISSUE_KINDS) <= set(Issue.values)


MAKE = {"applied": True, "has_summary": True, "screening": "plan", "open_plan": None}
MAKE_MISSING = [
    ({"applied": False}, "not_applied"),
    ({"has_summary": False}, "no_summary"),
    ({"screening": ""}, "screened_otherwise"),
    ({"screening": "refer"}, "screened_otherwise"),
    ({"open_plan": PLAN}, "plan_in_the_making"),
]


def test_a_plan_begins_after_application_and_assessment():
    assert codes(rules.make_plan_obstacles(STANDING, **MAKE)) == []


@pytest.mark.parametrize(("change", "code"), MAKE_MISSING)
def test_a_plan_does_not_begin_without(change, code):
    assert codes(rules.make_plan_obstacles(STANDING, **(MAKE | change))) == [code]


@pytest.mark.parametrize(("standing", "code"), COORDINATES)
def test_who_does_not_begin_a_plan(standing, code):
    assert codes(rules.make_plan_obstacles(standing, **MAKE)) == [code]


@pytest.mark.parametrize("state", PlanState.values)
def test_only_a_draft_is_changed(state):
    wanted = [] if state == "draft" else ["not_a_draft"]
    assert codes(rules.plan_edit_obstacles(STANDING, state=state, plan_id=PLAN)) == wanted


@pytest.mark.parametrize("state", PlanState.values)
def test_only_a_submitted_plan_is_taken_back(state):
    wanted = [] if state == "submitted" else ["not_submitted"]
    assert codes(rules.take_back_obstacles(STANDING, state=state)) == wanted


EARLY = {
    "plan_id": PLAN,
    "reason": "冬を越せない",
    "started_on": DAY,
    "uses_decided": True,
    "consented": True,
}


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, []),
        ({"uses_decided": False}, ["nothing_to_start"]),
        ({"started_on": None}, ["no_early_day"]),
        ({"reason": " "}, ["no_early_reason"]),
        ({"consented": False}, ["early_no_consent"]),
    ],
)
def test_early_start_has_its_reason_its_day_and_consent(change, wanted):
    assert codes(rules.early_start_obstacles(**(EARLY | change))) == wanted


WHOLE = rules.PlanFacts(
    plan_id=PLAN,
    state="draft",
    issues="孤立",
    wish="家で暮らす",
    has_lead=True,
    starts_on=DAY,
    ends_on=date(2025, 10, 31),
    next_monitoring_on=date(2025, 8, 1),
    uses_participation=True,
    participation_reason="つながりをつくる",
    uses_outreach=True,
    outreach_reason="会えていない",
    person_agreed=True,
    signed=True,
    items=[
        rules.ItemFacts("participation", "居場所に通う", True),
        rules.ItemFacts("outreach", "訪問する", True),
        rules.ItemFacts("other", "ヘルパー", True),
    ],
)
NO_OUTREACH = WHOLE.items[::2]
SUBMIT_MISSING = [
    ({"state": "submitted"}, "already_submitted"),
    ({"issues": " "}, "no_issues"),
    ({"wish": ""}, "no_wish"),
    ({"has_lead": False}, "no_lead"),
    ({"starts_on": None}, "no_period"),
    ({"ends_on": None}, "no_period"),
    ({"next_monitoring_on": None}, "no_monitoring"),
    ({"participation_reason": ""}, "no_participation_reason"),
    ({"outreach_reason": ""}, "no_outreach_reason"),
    ({"person_agreed": False}, "person_not_agreed"),
    ({"signed": False}, "person_not_agreed"),
    ({"uses_outreach": False}, "outreach_mismatch"),
    ({"items": NO_OUTREACH}, "outreach_mismatch"),
    ({"uses_participation": False}, "participation_mismatch"),
    ({"items": [*WHOLE.items, rules.ItemFacts("other", "", True)]}, "item_incomplete"),
    ({"items": [*WHOLE.items, rules.ItemFacts("other", "見守り", False)]}, "item_incomplete"),
    ({"items": [*WHOLE.items, rules.ItemFacts("other", "見守り", True, shared=False)]}, "agency_excluded"),
    ({"items": [], "uses_participation": False, "uses_outreach": False}, "no_items"),
]


def test_a_whole_plan_is_handed_in():
    assert codes(rules.submit_obstacles(STANDING, WHOLE, consented=True)) == []


@pytest.mark.parametrize(("change", "code"), SUBMIT_MISSING)
def test_a_plan_is_not_handed_in_without(change, code):
    assert codes(rules.submit_obstacles(STANDING, replace(WHOLE, **change), consented=True)) == [code]


@pytest.mark.parametrize(("standing", "code"), COORDINATES)
def test_who_does_not_hand_in_a_plan(standing, code):
    assert codes(rules.submit_obstacles(standing, WHOLE, consented=True)) == [code]


def test_before_consent_a_plan_goes_to_the_support_conference_only():
    (obstacle,) = rules.submit_obstacles(STANDING, WHOLE, consented=False)
    assert (obstacle.code, obstacle.requirement) == ("no_consent", "R-CONF-03")
    assert [mend.url_name for mend in obstacle.mends] == [
        "coordination:apply",
        "conferences:add_item_support",
    ]


@pytest.mark.parametrize(
    ("services", "pattern"),
    [
        (["participation"], "a"),
        (["outreach"], "a"),
        (["participation", "outreach"], "a"),
        (["participation", "other"], "b"),
        (["other", "outreach", "other"], "b"),
        (["other"], "c"),
        ([], "c"),
    ],
)
def test_the_three_patterns_of_when_a_plan_is_final(services, pattern):
    assert rules.pattern_of(services) == pattern
    assert rules.PATTERN_WORDS[rules.pattern_of(services)]


DECIDE = {"state": "agreed", "is_decider": True, "own_agency": True, "returns": False, "note": ""}


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, []),
        ({"returns": True, "note": "期間を短く"}, []),
        ({"returns": True}, ["no_return_reason"]),
        ({"is_decider": False}, ["not_decider"]),
        ({"own_agency": False}, ["not_decider"]),
        ({"state": "draft"}, ["not_judged"]),
        ({"state": "submitted"}, ["not_judged"]),
        ({"state": "final"}, ["already_decided"]),
        ({"state": "superseded"}, ["already_decided"]),
        ({"state": "closed"}, ["already_decided"]),
    ],
)
def test_the_decision_is_the_deciding_desks_after_the_conference(change, wanted):
    assert codes(rules.decide_obstacles(**(DECIDE | change))) == wanted


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, []),
        ({"is_decider": False}, ["not_decider"]),
        ({"own_agency": False}, ["not_decider"]),
        ({"waiting": False}, ["nothing_reported"]),
    ],
)
def test_a_report_is_confirmed_by_the_deciding_desk(change, wanted):
    values = {"is_decider": True, "own_agency": True, "waiting": True} | change
    assert codes(rules.report_obstacles(**values)) == wanted


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, []),
        ({"state": "agreed"}, ["not_final"]),
        ({"open_plan": PLAN}, ["plan_in_the_making"]),
        ({"waiting_evaluation": True}, ["evaluation_waits"]),
    ],
)
def test_a_new_version_follows_a_final_plan(change, wanted):
    values = {"state": "final", "open_plan": None, "waiting_evaluation": False} | change
    assert codes(rules.replan_obstacles(STANDING, **values)) == wanted


@pytest.mark.parametrize(("standing", "code"), COORDINATES)
def test_who_does_not_make_a_new_version(standing, code):
    found = rules.replan_obstacles(standing, state="final", open_plan=None, waiting_evaluation=False)
    assert codes(found) == [code]


FITS = {
    (Timing.PLAN, Judgement.APPROPRIATE),
    (Timing.PLAN, Judgement.REVISE),
    (Timing.REPLAN, Judgement.APPROPRIATE),
    (Timing.REPLAN, Judgement.REVISE),
    (Timing.CLOSURE, Judgement.CLOSE),
    (Timing.CLOSURE, Judgement.CONTINUE),
    (Timing.INTERRUPTION, Judgement.INTERRUPT),
    (Timing.INTERRUPTION, Judgement.CONTINUE),
}


@pytest.mark.parametrize("judgement", list(Judgement))
@pytest.mark.parametrize("timing", list(Timing))
def test_each_timing_has_its_judgements(timing, judgement):
    found = rules.judge_obstacles(timing=timing, judgement=judgement, subject_waits=True, writes=True)
    assert codes(found) == ([] if (timing, judgement) in FITS else ["judgement_does_not_fit"])
    assert (judgement in rules.judgements_for(timing)) == ((timing, judgement) in FITS)


def test_a_judgement_needs_something_that_waits_and_somebody_of_the_team():
    values = {"timing": Timing.PLAN, "judgement": Judgement.APPROPRIATE}
    assert codes(rules.judge_obstacles(**values, subject_waits=False, writes=True)) == ["nothing_waits"]
    assert codes(rules.judge_obstacles(**values, subject_waits=True, writes=False)) == ["reads_only"]


@pytest.mark.parametrize("timing", list(Timing))
def test_what_may_be_put_to_the_conference(timing):
    ready = {
        "case_id": CASE,
        "timing": timing,
        "consented": True,
        "subject_id": PLAN,
        "submitted": True,
    }
    nothing = "no_plan" if timing in rules.PLAN_TIMINGS else "no_evaluation"
    assert codes(rules.conference_obstacles(**ready)) == []
    unconsented = ["no_consent"] if timing in rules.PLAN_TIMINGS else []
    assert codes(rules.conference_obstacles(**(ready | {"consented": False}))) == unconsented
    assert codes(rules.conference_obstacles(**(ready | {"subject_id": None}))) == [nothing]
    wanted = ["not_submitted"] if timing in rules.PLAN_TIMINGS else []
    assert codes(rules.conference_obstacles(**(ready | {"submitted": False}))) == wanted


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, []),
        ({"state": "agreed"}, ["not_final"]),
        ({"next_on": None}, ["no_next"]),
        ({"next_on": None, "after": "replan"}, []),
        ({"unseen_items": 2}, ["items_left"]),
    ],
)
def test_monitoring_looks_at_every_line_and_names_the_next(change, wanted):
    values = {"state": "final", "next_on": DAY, "after": "keep", "unseen_items": 0} | change
    assert codes(rules.monitor_obstacles(STANDING, **values)) == wanted


@pytest.mark.parametrize("scores", [[1, 2, 3, 4, None], [1, 2, 3, 4, 5], [0, 1, 1, 1, 1]])
def test_connectedness_has_five_scores_from_1_to_4(scores):
    assert codes(rules.score_obstacles(STANDING, scores=scores)) == ["scores_missing"]
    assert codes(rules.score_obstacles(STANDING, scores=[1, 2, 3, 4, 4])) == []


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, []),
        ({"plan_state": ""}, ["not_final"]),
        ({"plan_state": "agreed"}, ["not_final"]),
        ({"conclusion": ""}, ["no_conclusion"]),
        ({"unrated_goals": 1}, ["goals_left"]),
    ],
)
def test_an_evaluation_looks_at_every_goal_of_a_final_plan(change, wanted):
    values = {"plan_state": "final", "conclusion": "close", "unrated_goals": 0} | change
    assert codes(rules.evaluate_obstacles(STANDING, **values)) == wanted


CLOSABLE = rules.ClosureFacts(
    case_id=CASE,
    evaluated=True,
    first_score=True,
    last_score=True,
    lead_after=True,
    follow_up_on=DAY,
    follow_up_by=True,
    follow_up_how="電話",
)
CLOSURE_MISSING = [
    ({"evaluated": False}, "no_evaluation"),
    ({"first_score": False}, "no_first_score"),
    ({"last_score": False}, "no_last_score"),
    ({"lead_after": False}, "no_lead_after"),
    ({"follow_up_on": None}, "no_follow_up_day"),
    ({"follow_up_by": False}, "no_follow_up_by"),
    ({"follow_up_how": " "}, "no_follow_up_how"),
]


def test_closure_with_all_that_it_needs():
    assert codes(rules.closure_obstacles(CLOSABLE)) == []


@pytest.mark.parametrize(("change", "code"), CLOSURE_MISSING)
def test_closure_without_one_of_them_says_which(change, code):
    assert codes(rules.closure_obstacles(replace(CLOSABLE, **change))) == [code]


def test_interruption_needs_the_day_contact_was_lost_and_the_attempts():
    values = {"case_id": CASE, "lost_on": DAY, "attempts": "訪問3回"}
    assert codes(rules.interruption_obstacles(**values)) == []
    assert codes(rules.interruption_obstacles(**(values | {"lost_on": None}))) == ["no_lost_day"]
    assert codes(rules.interruption_obstacles(**(values | {"attempts": ""}))) == ["no_attempts"]
