"""Monitoring, evaluation, closure, interruption, and what conferences read of them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from kasane.base.choices import Timing
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, ClosedAs, Event, Stage, Task, TaskKind
from kasane.coordination import actions
from kasane.coordination.api import Judgement, conference_facts, due_for_conference
from kasane.coordination.choices import (
    AfterMonitoring,
    Conclusion,
    EvaluationState,
    Occasion,
    PlanState,
    Progress,
)
from kasane.coordination.models import (
    ConferenceJudgement,
    Connectedness,
    Evaluation,
    GoalResult,
    Monitoring,
    MonitoringItem,
)
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_plan_actions import forbidden, open_tasks, sees
from kasane.disclosure.api import EvidenceType, New, add_evidence
from kasane.disclosure.models import Evidence
from kasane.disclosure.viewer import acting_as

END = DAY + timedelta(days=30)


class TestMonitoring:
    def monitor(self, final, by, *, after=AfterMonitoring.KEEP, next_on=date(2025, 10, 1), leave_out=0):
        path, plan = final
        with acting_as(by):
            items = list(plan.items.all())
            progress = {item.id: (Progress.AS_PLANNED, "続いている") for item in items[leave_out:]}
            return actions.monitor(
                plan, by=by, on=END, progress=progress, after=after, next_on=next_on, note="落ち着いている"
            )

    def test_any_agency_of_the_team_keeps_the_progress_of_each_line(self, final, cast):
        self.monitor(final, cast.participation)
        assert sees(cast.coordinator, MonitoringItem, progress=Progress.AS_PLANNED) == 2

    def test_the_next_one_waits_for_the_coordinator(self, final, cast):
        self.monitor(final, cast.coordinator)
        with acting_as(cast.coordinator):
            task = Task.objects.get(kind=TaskKind.MONITORING, source="plan", done_on=None)
        assert (task.due_on, task.source_id) == (date(2025, 10, 1), final[1].id)

    def test_when_the_plan_no_longer_fits_a_re_plan_is_asked_for(self, final, cast):
        self.monitor(final, cast.coordinator, after=AfterMonitoring.REPLAN, next_on=None)
        assert [kind for kind, _ in open_tasks(final[0], cast.coordinator)] == [TaskKind.PLAN]

    def test_a_line_left_out_saves_nothing(self, final, cast):
        forbidden(lambda: self.monitor(final, cast.coordinator, leave_out=1), "items_left")
        assert sees(cast.coordinator, Monitoring) == 0
        assert (TaskKind.MONITORING, "juso") in open_tasks(final[0], cast.coordinator)

    def test_who_only_reads_monitors_nothing(self, final, cast):
        path, _ = final
        with acting_as(cast.coordinator):
            told = New(EvidenceType.INVOLVED, cast.stranger.agency.id, note="情報共有", source="test")
            add_evidence(path.case.id, [told], on=DAY)
        forbidden(lambda: self.monitor(final, cast.stranger), "reads_only")
        assert sees(cast.coordinator, Monitoring) == 0


class TestConnectedness:
    def test_all_are_kept_to_compare(self, assessed, cast):
        assessed.rate(Occasion.PLAN, asking=1)
        assessed.rate(Occasion.CLOSURE, asking=4, on=END)
        with acting_as(cast.coordinator):
            assert [(one.scores, one.total) for one in Connectedness.objects.all()] == [
                ([2, 2, 2, 2, 1], 9), ([2, 2, 2, 2, 4], 12),
            ]  # fmt: skip

    def test_a_wrong_score_saves_nothing(self, assessed, cast):
        forbidden(lambda: assessed.rate(Occasion.PLAN, asking=5), "scores_missing")
        assert sees(cast.coordinator, Connectedness) == 0


class TestEvaluation:
    def test_it_waits_for_the_conference(self, final, cast):
        path, plan = final
        evaluation = path.evaluate(plan)
        assert evaluation.state == EvaluationState.WAITING
        assert sees(cast.coordinator, GoalResult) == 2
        assert (TaskKind.CONFERENCE, "juso") in open_tasks(path, cast.coordinator)

    def test_a_correction_keeps_one_sheet_and_one_task(self, final, cast):
        path, plan = final
        path.evaluate(plan)
        path.evaluate(plan, remaining_issues="金銭管理", version=1)
        assert (sees(cast.coordinator, Evaluation), sees(cast.coordinator, GoalResult)) == (1, 2)
        assert open_tasks(path, cast.coordinator).count((TaskKind.CONFERENCE, "juso")) == 1

    def test_two_people_at_once_lose_nothing(self, final):
        path, plan = final
        path.evaluate(plan, version=0)
        with pytest.raises(StaleEdit):
            path.evaluate(plan, version=0)

    def test_re_plan_as_conclusion_needs_no_conference_of_its_own(self, final, cast):
        path, plan = final
        assert path.evaluate(plan, Conclusion.REPLAN).state == EvaluationState.ENDED
        assert (TaskKind.PLAN, "juso") in open_tasks(path, cast.coordinator)

    def test_a_goal_left_out_saves_nothing(self, final, cast):
        path, plan = final
        forbidden(lambda: path.evaluate(plan, results={}), "goals_left")
        assert sees(cast.coordinator, Evaluation) == 0

    def test_before_a_final_plan_there_is_nothing_to_evaluate(self, assessed):
        plan = assessed.make()
        forbidden(lambda: assessed.evaluate(plan), "not_final")

    def test_while_closure_waits_there_is_no_new_version(self, final, cast):
        path, plan = final
        path.evaluate(plan)
        with acting_as(cast.coordinator):
            forbidden(lambda: actions.replan(plan, by=cast.coordinator, on=END), "evaluation_waits")


class TestClosure:
    def closing(self, final, **values):
        path, plan = final
        path.rate(Occasion.PLAN)
        path.rate(Occasion.CLOSURE, on=END)
        return path, plan, path.evaluate(plan, **values)

    def close(self, path, evaluation, **values):
        path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE, on=END, **values)

    def test_the_conference_closes_the_case(self, final, cast):
        path, plan, evaluation = self.closing(final)
        self.close(path, evaluation)
        assert (path.case.stage, path.case.closed_as, path.case.closed_on) == (
            Stage.CLOSED, ClosedAs.CLOSED, END,
        )  # fmt: skip
        assert (path.fresh(plan).state, path.fresh(plan).ended_on) == (PlanState.CLOSED, END)
        assert path.fresh(evaluation).state == EvaluationState.JUDGED
        assert path.case.responsible_agency == cast.coordinator.agency

    def test_only_the_follow_up_stays_to_do(self, final, cast):
        path, _, evaluation = self.closing(final)
        self.close(path, evaluation)
        assert open_tasks(path, cast.coordinator) == [(TaskKind.FOLLOW_UP, "kikan")]

    def test_the_team_ends_except_who_leads_afterwards(self, final, cast):
        path, _, evaluation = self.closing(final)
        self.close(path, evaluation)
        with acting_as(cast.coordinator):
            until = {
                row.agency.key: row.valid_until
                for row in Evidence.objects.filter(source="plan").select_related("agency")
            }
        assert until == {"shakyo": END + timedelta(days=1), "kikan": None}
        assert (sees(cast.participation, Case), sees(cast.disability, Case)) == (0, 1)

    def test_a_new_lead_agency_learns_of_the_case(self, final, cast):
        path, _, evaluation = self.closing(final)
        assert sees(cast.stranger, Case) == 0
        self.close(path, evaluation, lead_agency=cast.stranger.agency)
        assert sees(cast.stranger, Case) == 1

    def test_what_the_meeting_says_counts_before_the_sheet(self, final, cast):
        path, _, evaluation = self.closing(final, follow_up_on=None, follow_up_agency=None, follow_up_how="")
        self.close(
            path, evaluation, follow_up_on=date(2026, 3, 1), follow_up_by=cast.worker.agency, follow_up_how="訪問"
        )  # fmt: skip
        with acting_as(cast.coordinator):
            task = Task.objects.get(kind=TaskKind.FOLLOW_UP)
        assert (task.agency, task.due_on) == (cast.worker.agency, date(2026, 3, 1))

    @pytest.mark.parametrize(
        ("missing", "code"),
        [
            ({"lead_agency_after": None}, "no_lead_after"),
            ({"follow_up_on": None}, "no_follow_up_day"),
            ({"follow_up_agency": None}, "no_follow_up_by"),
            ({"follow_up_how": ""}, "no_follow_up_how"),
        ],
    )
    def test_what_is_missing_keeps_the_case_open(self, final, cast, missing, code):
        path, plan, evaluation = self.closing(final, **missing)
        forbidden(lambda: self.close(path, evaluation), code)
        assert path.reload().stage == Stage.SUPPORT
        assert path.fresh(plan).state == PlanState.FINAL
        assert sees(cast.coordinator, ConferenceJudgement, timing=Timing.CLOSURE) == 0
        assert sees(cast.participation, Case) == 1

    def test_first_and_last_connectedness_are_needed(self, final):
        path, plan = final
        evaluation = path.evaluate(plan)
        forbidden(lambda: self.close(path, evaluation), "no_first_score", "no_last_score")

    def test_the_conference_may_let_the_support_go_on(self, final, cast):
        path, plan, evaluation = self.closing(final)
        path.judge(evaluation.id, Judgement.CONTINUE, Timing.CLOSURE, on=END)
        assert (path.case.stage, path.fresh(plan).state) == (Stage.SUPPORT, PlanState.FINAL)
        assert path.fresh(evaluation).state == EvaluationState.JUDGED
        assert path.evaluate(plan).pk != evaluation.pk

    def test_a_judgement_is_kept_once(self, final):
        path, _, evaluation = self.closing(final)
        self.close(path, evaluation)
        forbidden(lambda: self.close(path, evaluation), "nothing_waits")

    def test_a_judgement_of_another_timing_does_not_fit(self, final):
        path, _, evaluation = self.closing(final)
        act = lambda: path.judge(evaluation.id, Judgement.APPROPRIATE, Timing.CLOSURE)  # noqa: E731
        forbidden(act, "judgement_does_not_fit")

    def test_a_stranger_judges_nothing(self, final, cast):
        path, _, evaluation = self.closing(final)
        with pytest.raises(Forbidden):
            path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE, by=cast.stranger)
        assert path.reload().stage == Stage.SUPPORT


class TestInterruption:
    def test_it_closes_the_case_as_interrupted(self, final, cast):
        path, plan = final
        evaluation = path.evaluate(plan, Conclusion.INTERRUPT)
        path.judge(evaluation.id, Judgement.INTERRUPT, Timing.INTERRUPTION, on=END)
        assert (path.case.stage, path.case.closed_as) == (Stage.CLOSED, ClosedAs.INTERRUPTED)
        assert sees(cast.coordinator, Event, code="closed") == 1

    def test_without_attempts_it_stays_open(self, final):
        path, plan = final
        evaluation = path.evaluate(plan, Conclusion.INTERRUPT, contact_attempts="")
        act = lambda: path.judge(evaluation.id, Judgement.INTERRUPT, Timing.INTERRUPTION)  # noqa: E731
        forbidden(act, "no_attempts")
        assert path.reload().stage == Stage.SUPPORT


class TestConferenceFacts:
    def facts(self, path, timing=Timing.PLAN):
        with acting_as(path.cast.coordinator):
            return conference_facts(path.case.id, timing)

    def codes(self, path, timing=Timing.PLAN):
        return [obstacle.code for obstacle in self.facts(path, timing).obstacles]

    def test_before_consent_and_plan(self, path):
        facts = self.facts(path)
        assert (facts.consented, facts.ready, facts.subject_id) == (False, False, None)
        assert self.codes(path) == ["no_consent", "no_plan"]

    def test_a_draft_is_not_ready(self, assessed):
        assessed.make()
        assert self.codes(assessed) == ["not_submitted"]

    def test_a_submitted_plan_is_ready_with_its_members(self, assessed, cast):
        plan = assessed.submit(assessed.make())
        facts = self.facts(assessed)
        assert (facts.ready, facts.subject_id, facts.title) == (True, plan.id, "プラン(初回)")
        assert facts.agencies == {
            actor.agency.id
            for actor in (cast.worker, cast.coordinator, cast.participation, cast.disability, cast.decider)
        }

    def test_who_the_person_left_out_is_not_proposed(self, path, cast):
        path.apply(excluded=[cast.participation.agency.id])
        path.assess()
        path.make()
        assert cast.participation.agency.id not in self.facts(path).agencies

    def test_the_first_plan_is_no_re_plan(self, assessed):
        assessed.submit(assessed.make())
        assert self.codes(assessed, Timing.REPLAN) == ["no_plan"]

    def test_an_agreed_plan_does_not_go_again(self, assessed):
        plan = assessed.submit(assessed.make())
        assessed.judge(plan.id, Judgement.APPROPRIATE)
        assert self.codes(assessed) == ["no_plan"]

    def test_closure_says_all_that_is_missing(self, final):
        path, plan = final
        assert self.codes(path, Timing.CLOSURE) == ["no_evaluation"]
        path.evaluate(plan, follow_up_how="")
        assert self.codes(path, Timing.CLOSURE) == ["no_first_score", "no_last_score", "no_follow_up_how"]
        assert self.codes(path, Timing.INTERRUPTION) == ["no_evaluation"]

    def test_closure_is_ready_with_all_of_it(self, final):
        path, plan = final
        path.rate(Occasion.PLAN)
        path.rate(Occasion.CLOSURE)
        evaluation = path.evaluate(plan)
        facts = self.facts(path, Timing.CLOSURE)
        assert (facts.ready, facts.subject_id) == (True, evaluation.id)

    def test_what_waits_is_listed_with_a_fixed_number_of_queries(
        self, assessed, cast, django_assert_max_num_queries
    ):
        plan = assessed.submit(assessed.make())
        with acting_as(cast.coordinator), django_assert_max_num_queries(10):
            due = due_for_conference(cast.coordinator)
        assert [(one.subject_id, one.ready) for one in due] == [(plan.id, True)]
        with acting_as(cast.stranger):
            assert due_for_conference(cast.stranger) == []


def test_a_judgement_about_something_unknown_is_refused(assessed):
    with pytest.raises(Forbidden) as caught:
        assessed.judge(uuid4(), Judgement.APPROPRIATE)
    assert "nothing_waits" in caught.value.codes
