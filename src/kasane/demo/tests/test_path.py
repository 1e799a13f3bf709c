"""The path: order of days, stages reached, rights of agencies, closed lists."""

from datetime import date, timedelta
from random import Random

import pytest

from kasane.demo.calendar import is_workday
from kasane.demo.generate import household
from kasane.demo.labels import (
    ASSESSMENT_ITEMS,
    ASSISTANCE_CHOICES,
    CERTIFICATE_CHOICES,
    HOUSING_CHOICES,
    WORK_CHOICES,
    Agency,
    Body,
    Conclusion,
    ConsentChoice,
    DecisionKind,
    Stage,
    Triage,
)
from kasane.demo.model import DemoHousehold, DemoRecord
from kasane.demo.timeline import PATH, make_timeline

Households = tuple[DemoHousehold, ...]


def _steps(h: DemoHousehold) -> list[tuple[str, date]]:
    """Days of the steps in the order they must keep."""
    steps: list[tuple[str, date | None]] = [("received", h.received_on)]
    for r in h.referrals:
        steps += [("explained", r.explained_on), ("referred", r.referred_on), ("answered", r.answered_on)]
    steps += [
        ("applied", h.application.applied_on if h.application else None),
        ("assessed", h.assessment.completed_on if h.assessment else None),
        ("planned", h.plan.made_on if h.plan else None),
        ("meeting", h.plan_meeting.held_on if h.plan_meeting else None),
        ("decided", h.decision.decided_on if h.decision else None),
        ("evaluated", h.evaluation.on if h.evaluation else None),
        ("closing", h.closing_meeting.held_on if h.closing_meeting else None),
        ("closed", h.closure.closed_on if h.closure else None),
        ("handed back", h.closure.handed_back_on if h.closure else None),
    ]
    return [(name, day) for name, day in steps if day]


def test_the_days_of_the_steps_are_in_order(everyone: Households) -> None:
    for h in everyone:
        steps = _steps(h)
        assert [d for _, d in steps] == sorted(d for _, d in steps), (h.key, steps)


def test_nothing_that_happened_lies_ahead(everyone: Households, today: date) -> None:
    for h in everyone:
        planned = {"closing"} if not h.closure else set()
        planned |= {"meeting"} if not h.decision else set()
        assert all(day <= today for name, day in _steps(h) if name not in planned), h.key
        assert all(h.day_of(r) <= today for r in h.records), h.key
        assert all(m.on <= today for m in h.monitorings), h.key
        assert all(s.on <= today for s in h.scores), h.key
        assert h.consent.confirmed_on <= today


def test_receptions_reach_back_eighteen_months_at_most(everyone: Households, today: date) -> None:
    assert min(h.received_on for h in everyone) >= today - timedelta(days=560)


def test_work_is_done_on_working_days(everyone: Households) -> None:
    for h in everyone:
        assert all(is_workday(day) for _, day in _steps(h)), h.key
        assert all(is_workday(h.day_of(r)) for r in h.records), h.key


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2024, 2, 29), date(2026, 5, 5), date(2026, 12, 31)])
@pytest.mark.parametrize("stage", list(Stage))
def test_a_meeting_waited_for_lies_ahead_whatever_the_day(stage: Stage, today: date) -> None:
    for number in range(40):
        line = make_timeline(Random(number), stage, today)
        if stage is Stage.AWAITING_MEETING:
            assert line.meeting and line.meeting > today
        if stage is Stage.SUPPORTED:
            assert line.next_monitoring and line.next_monitoring > today
        if stage is Stage.EVALUATED:
            assert line.closing and line.closing > today and line.evaluated and line.evaluated <= today


def test_each_stage_has_its_papers_and_no_more(everyone: Households) -> None:
    for h in everyone:
        reached = PATH.index(h.stage) if h.stage in PATH else -1
        assert bool(h.application) == (reached >= PATH.index(Stage.APPLIED)), h.key
        assert bool(h.assessment) == (reached >= PATH.index(Stage.ASSESSED)), h.key
        assert bool(h.plan) == (reached >= PATH.index(Stage.PLANNING)), h.key
        assert bool(h.plan_meeting) == (reached >= PATH.index(Stage.AWAITING_MEETING)), h.key
        assert bool(h.decision) == (reached >= PATH.index(Stage.SUPPORTED)), h.key
        assert bool(h.evaluation) == (reached >= PATH.index(Stage.EVALUATED)), h.key
        assert bool(h.closure) == (h.stage is Stage.CLOSED), h.key
        assert bool(h.support_conference) == (h.stage is Stage.NO_CONSENT), h.key


def test_every_stage_and_pattern_is_met(sample: Households, told: Households) -> None:
    assert {h.stage for h in sample} == set(Stage)
    assert {h.pattern for h in told} <= {h.pattern for h in sample}


def test_the_path_needs_consent_and_an_accepted_referral(everyone: Households) -> None:
    for h in everyone:
        if h.stage in PATH:
            assert h.consent.choice is ConsentChoice.YES and h.triage is Triage.REFER_COORDINATION
            last = h.referrals[-1]
            assert last.to_agency is Agency.JUSO and last.answered_on, h.key
        if h.stage is Stage.NO_CONSENT:
            assert h.consent.choice is not ConsentChoice.YES and not h.consent.agencies
            assert h.support_conference and h.support_conference.body is Body.SUPPORT


def test_agencies_write_only_from_the_day_they_have_a_part(everyone: Households) -> None:
    for h in everyone:
        for record in h.records:
            assert _has_part(h, record), (h.key, record)


def _has_part(h: DemoHousehold, record: DemoRecord) -> bool:
    """Own work, an accepted referral, consent, or membership of the conference (R-DIS-01)."""
    day, agency = h.day_of(record), record.agency
    conference = h.support_conference
    return (
        agency is h.intake_agency
        or any(agency is r.to_agency and r.answered_on and r.answered_on <= day for r in h.referrals)
        or (agency in h.consent.agencies and h.consent.confirmed_on <= day)
        or bool(conference and agency in conference.members and conference.held_on <= day)
    )


def test_records_are_in_order_and_end_before_evaluation(everyone: Households) -> None:
    for h in everyone:
        offsets = [r.offset_days for r in h.records]
        assert offsets == sorted(offsets) and all(o >= 0 for o in offsets), h.key
        if h.evaluation and h.records:
            assert h.day_of(h.records[-1]) <= h.evaluation.on, h.key


def test_meeting_members_are_covered_by_consent(everyone: Households) -> None:
    for h in everyone:
        for meeting in (h.plan_meeting, h.closing_meeting):
            if meeting:
                assert Agency.FUKUSHI in meeting.members and Agency.JUSO in meeting.members
                assert set(meeting.members) <= {*h.consent.agencies, h.intake_agency}, h.key
                assert {o.agency for o in meeting.opinions} <= set(meeting.members)


def test_plans_name_who_does_what_and_why(everyone: Households) -> None:
    for h in everyone:
        if not h.plan:
            continue
        plan = h.plan
        assert plan.items and plan.short_goals and plan.long_goal and plan.wish and plan.issues, h.key
        assert plan.lead_agency in {i.agency for i in plan.items}, h.key
        assert plan.uses_participation == bool(plan.participation_reason), h.key
        assert plan.uses_outreach == bool(plan.outreach_reason), h.key
        assert plan.starts_on < plan.next_monitoring <= plan.ends_on, h.key
        if h.decision:
            used = plan.uses_participation or plan.uses_outreach
            assert (h.decision.kind is DecisionKind.DECIDE) == used, h.key
        assert not {i.agency for i in plan.items} & set(
            h.application.excluded_agencies if h.application else ()
        )


def test_closure_has_all_that_it_needs(everyone: Households) -> None:
    for h in everyone:
        if h.closure:
            assert h.evaluation and h.evaluation.conclusion is Conclusion.CLOSE and h.evaluation.follow_up
            assert h.closure.handed_back_to is h.evaluation.lead_after
            assert len(h.scores) == 3 and h.closing_meeting and h.closing_meeting.judgement
        assert all(1 <= v <= 4 for s in h.scores for v in s.values)


def test_answers_of_the_assessment_keep_to_the_sheet(everyone: Households) -> None:
    for h in everyone:
        if not h.assessment:
            continue
        answers = h.assessment.answers
        assert {k: tuple(v) for k, v in answers.items()} == ASSESSMENT_ITEMS, h.key
        assert all(value for section in answers.values() for value in section.values()), h.key
        assert answers["家族・地域・住まい"]["住居"] in HOUSING_CHOICES
        assert answers["健康・障害"]["手帳"] in CERTIFICATE_CHOICES
        assert answers["職業・職歴・学歴"]["就労状況"] in WORK_CHOICES
        assert answers["収入・公的給付・債務"]["生活保護"] in ASSISTANCE_CHOICES


def test_the_main_topic_is_among_the_topics(everyone: Households) -> None:
    assert all(h.main_topic in h.topics and 1 <= h.area <= 81 for h in everyone)


def test_the_same_seed_makes_the_same_household(sample: Households, today: date) -> None:
    assert all(household(i, 20250401, today) == sample[i] for i in range(0, 2000, 97))


def test_another_seed_makes_another_household(sample: Households, today: date) -> None:
    assert household(0, 7, today) != sample[0]
