"""Reopening and looking in again, by the product's own actions (R-COOR-08, R-COOR-10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kasane.base.choices import Timing
from kasane.cases import actions as cases
from kasane.cases.models import Case, Event, Stage, SupportRecord, Task, TaskKind
from kasane.cases.retention.queries import keeping
from kasane.coordination import actions as coordination
from kasane.coordination.actions.plan import lines_of
from kasane.coordination.api import Judgement
from kasane.coordination.choices import Conclusion, Occasion, PlanState
from kasane.coordination.models import Application, FollowUp, Plan
from kasane.coordination.reopening import actions
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_closing_actions import END
from kasane.coordination.tests.test_plan_actions import forbidden, open_tasks, sees
from kasane.disclosure import api as disclosure
from kasane.disclosure.access import open_case
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as

BACK = END + timedelta(days=90)
SEEN = datetime(2025, 8, 1, 10, 0, tzinfo=ZoneInfo("Asia/Tokyo"))


@pytest.fixture
def closed(final):
    """The support of a plan has ended by the word of the meeting; kikan leads and looks in."""
    path, plan = final
    path.rate(Occasion.PLAN)
    path.rate(Occasion.CLOSURE, on=END)
    evaluation = path.evaluate(plan)
    path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE, on=END)
    return path, plan


@pytest.fixture
def interrupted(final):
    path, plan = final
    evaluation = path.evaluate(plan, Conclusion.INTERRUPT)
    path.judge(evaluation.id, Judgement.INTERRUPT, Timing.INTERRUPTION, on=END)
    return path, plan


def reopen(path, by, *, on=BACK, **values):
    with acting_as(by):
        done = actions.reopen(path.case, by=by, on=on, reason="息子がまた家を出られなくなった", **values)
    path.reload()
    return done


def look(path, by, result="same", **values):
    with acting_as(by):
        return actions.follow_up(
            path.case,
            by=by,
            at=SEEN,
            result=result,
            content="電話で話した。",
            method="phone",
            kinds=17,
            **values,
        )


class TestReopening:
    def test_stage_course_plan_and_team_come_back(self, closed, cast):
        path, plan = closed
        assert sees(cast.participation, Case) == 0
        reopen(path, cast.coordinator)
        assert (path.case.stage, path.case.closed_on, path.case.closed_as) == (Stage.PLAN, None, "")
        with acting_as(cast.coordinator):
            assert Application.objects.get().runs
            new = Plan.objects.get(state=PlanState.DRAFT)
        assert (new.previous_id, new.number, new.wish) == (plan.id, 2, plan.wish)
        assert sees(cast.participation, Case) == 1
        assert open_tasks(path, cast.coordinator) == [(TaskKind.PLAN, "juso")]

    @pytest.mark.parametrize("on", [END, END + timedelta(days=1), BACK])
    def test_the_team_is_back_from_the_very_day(self, closed, cast, on):
        path, _ = closed
        reopen(path, cast.coordinator, on=on)
        with acting_as(cast.coordinator):
            facts = disclosure.facts_of(path.case.id)
        mine = [fact for fact in facts if fact.agency_id == cast.participation.agency.id]
        assert any(fact.valid_until is None and fact.valid_from <= on for fact in mine)

    def test_an_interrupted_case_goes_on_when_the_person_is_back(self, interrupted, cast):
        path, _ = interrupted
        reopen(path, cast.coordinator)
        assert path.case.is_open

    def test_the_history_stays_one(self, closed, cast):
        path, _ = closed
        with acting_as(cast.coordinator):
            before = Event.objects.filter(case=path.case).count()
        reopen(path, cast.coordinator)
        with acting_as(cast.coordinator):
            [told] = Event.objects.filter(code="reopened")
            assert Event.objects.filter(case=path.case).count() > before
        assert "また家を出られなく" in told.body and "終結" in told.body

    def test_the_retention_clock_is_counted_anew(self, closed, cast):
        path, _ = closed
        with acting_as(cast.coordinator):
            opened = open_case(path.case.id, by=cast.coordinator, purpose="test")
            assert keeping(opened).due_on is not None
        reopen(path, cast.coordinator)
        with acting_as(cast.coordinator):
            assert keeping(open_case(path.case.id, by=cast.coordinator, purpose="test")).due_on is None

    def test_who_leads_afterwards_takes_it_up_and_the_coordinator_makes_the_plan(self, closed, cast):
        path, plan = closed
        reopen(path, cast.disability)
        assert path.case.responsible_agency == cast.disability.agency
        with acting_as(cast.coordinator):
            assert not Plan.objects.filter(state=PlanState.DRAFT).exists()
            again = coordination.replan(path.fresh(plan), by=cast.coordinator, on=BACK)
        assert again.number == 2

    def test_the_plan_that_follows_goes_through_the_meeting_again(self, closed, cast):
        path, _ = closed
        reopen(path, cast.coordinator)
        with acting_as(cast.coordinator):
            new = Plan.objects.get(state=PlanState.DRAFT)
            values = {"starts_on": BACK, "ends_on": date(2026, 3, 1), "next_monitoring_on": date(2026, 1, 1)}
            goals, items = lines_of(new)
            signed = {"person_agreed_on": BACK, "signature": "self", "signed_name": "田中 和子"}
            coordination.change_plan(new, by=cast.coordinator, goals=goals, items=items, **values, **signed)
            coordination.submit_plan(new, by=cast.coordinator, on=BACK)
        path.judge(new.id, Judgement.APPROPRIATE, Timing.REPLAN, on=BACK)
        path.decide(new)
        assert (path.case.stage, path.fresh(new).state) == (Stage.SUPPORT, PlanState.FINAL)

    def test_consent_that_was_withdrawn_brings_nobody_back(self, closed, cast):
        path, _ = closed
        with acting_as(cast.worker):
            for consent in Consent.objects.filter(case_id=path.case.id):
                disclosure.withdraw_consent(consent, on=END, note="本人の申し出")
            path.case.responsible_agency = cast.worker.agency
            path.case.save(update_fields=["responsible_agency"])
        reopen(path, cast.worker)
        assert path.case.is_open
        assert sees(cast.participation, Case) == 0

    def test_a_member_of_the_team_that_neither_led_nor_follows_up_may_not(self, closed, cast):
        path, _ = closed
        with acting_as(cast.coordinator):
            told = disclosure.New(
                disclosure.EvidenceType.TEAM, cast.stranger.agency.id, note="x", source="test"
            )
            disclosure.add_evidence(path.case.id, [told], on=DAY)
        forbidden(lambda: reopen(path, cast.stranger), "not_leading")
        assert path.reload().stage == Stage.CLOSED

    def test_nothing_is_reopened_twice(self, closed, cast):
        path, _ = closed
        reopen(path, cast.coordinator)
        forbidden(lambda: reopen(path, cast.coordinator), "still_open")
        assert sees(cast.coordinator, Event, code="reopened") == 1

    def test_a_consultation_without_a_sheet_comes_back_to_reception(self, path, cast):
        with acting_as(cast.coordinator):
            cases.close(path.case, by=cast.coordinator, on=END, closed_as="information")
        path.reload()
        reopen(path, cast.coordinator)
        assert path.case.stage == Stage.RECEPTION
        assert open_tasks(path, cast.coordinator) == [(TaskKind.OTHER, "juso")]


class TestFollowUp:
    def test_what_was_seen_is_written_though_the_case_is_closed(self, closed, cast):
        path, _ = closed
        look(path, cast.disability)
        assert path.reload().stage == Stage.CLOSED
        assert sees(cast.disability, SupportRecord, content="電話で話した。") == 1
        assert open_tasks(path, cast.coordinator) == []

    def test_the_next_look_waits_with_its_agency(self, closed, cast):
        path, _ = closed
        look(path, cast.disability, "again", next_on=date(2026, 1, 5))
        with acting_as(cast.disability):
            task = Task.objects.get(done_on=None)
        assert (task.kind, task.agency, task.due_on) == (
            TaskKind.FOLLOW_UP, cast.disability.agency, date(2026, 1, 5),
        )  # fmt: skip

    def test_a_look_without_its_next_day_saves_nothing(self, closed, cast):
        path, _ = closed
        forbidden(lambda: look(path, cast.disability, "again"), "no_next")
        assert (sees(cast.disability, FollowUp), sees(cast.disability, SupportRecord)) == (0, 0)

    def test_whose_support_is_to_be_taken_up_again_waits_until_it_is(self, closed, cast):
        path, _ = closed
        look(path, cast.disability, "reopen")
        with acting_as(cast.coordinator):
            task = Task.objects.get(done_on=None)
        assert (task.kind, task.agency, task.due_on) == (
            TaskKind.FOLLOW_UP, path.case.responsible_agency, SEEN.date() + timedelta(days=7),
        )  # fmt: skip
        reopen(path, cast.coordinator)
        assert open_tasks(path, cast.coordinator) == [(TaskKind.PLAN, "juso")]

    def test_a_stranger_sees_nothing_of_it(self, closed, cast):
        path, _ = closed
        look(path, cast.disability)
        assert sees(cast.stranger, FollowUp) == 0
        assert sees(cast.coordinator, FollowUp) == 1

    def test_in_an_open_case_there_is_nothing_to_follow_up(self, final, cast):
        path, _ = final
        forbidden(lambda: look(path, cast.coordinator), "still_open")


def test_a_newcomer_that_looks_in_after_the_end_writes_its_record(final, cast):
    path, plan = final
    path.rate(Occasion.PLAN)
    path.rate(Occasion.CLOSURE, on=END)
    evaluation = path.evaluate(plan, follow_up_agency=cast.stranger.agency)
    path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE, on=END)
    look(path, cast.stranger)
    assert sees(cast.stranger, SupportRecord) == 1
