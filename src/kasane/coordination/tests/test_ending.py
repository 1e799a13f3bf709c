"""A course ends before a plan is in force, and support ends without a standing consent (R-COOR-02, R-COOR-09, R-CONF-03)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from kasane.base.choices import Timing
from kasane.base.kinds import DataKind
from kasane.cases import actions as cases
from kasane.cases.models import Case, ClosedAs, Event, Stage, Task, TaskKind
from kasane.coordination import actions
from kasane.coordination.api import Judgement, conference_facts
from kasane.coordination.attempts import attempts_offered
from kasane.coordination.choices import ApprovalState, Conclusion, Course, Occasion, PlanState, Screening
from kasane.coordination.models import Application, Approval, Evaluation, Plan
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_closing_actions import END
from kasane.coordination.tests.test_plan_actions import forbidden, open_tasks
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import withdraw_answer


def end(path, way="", by: Any = None, **values):
    by = by or path.cast.coordinator
    with acting_as(by):
        done = actions.end_by_screening(
            path.case, by=by, on=END, told="伝えた", course=Course.COORDINATION, way=way, **values
        )
    path.reload()
    return done


class TestBeforeThePlan:
    @pytest.mark.parametrize(
        ("way", "closed_as"),
        [
            ("information", ClosedAs.INFORMATION),
            ("refer", ClosedAs.OTHER_SYSTEM),
            ("broken_off", ClosedAs.INTERRUPTED),
        ],
    )
    def test_the_course_ends_as_it_was_screened(self, applied, way, closed_as):
        applied.assess(screening=Screening(way))
        end(applied)
        assert (applied.case.stage, applied.case.closed_as) == (Stage.CLOSED, closed_as)

    def test_contact_may_be_lost_before_anything_was_screened(self, applied):
        end(applied, "broken_off")
        assert applied.case.closed_as == ClosedAs.INTERRUPTED

    def test_a_draft_is_closed_with_its_course(self, assessed, cast):
        plan = assessed.make()
        assessed.assess(screening=Screening.BROKEN_OFF, version=1)
        end(assessed)
        assert assessed.fresh(plan).state == PlanState.CLOSED
        with acting_as(cast.coordinator):
            assert not Application.objects.get().runs

    def test_a_plan_before_its_meeting_is_taken_back_first(self, assessed):
        plan = assessed.submit(assessed.make())
        forbidden(lambda: end(assessed, "back"), "plan_submitted")
        assert (assessed.fresh(plan).state, assessed.case.stage) == (PlanState.SUBMITTED, Stage.PLAN)

    def test_a_plan_in_force_ends_by_evaluation(self, final):
        path, _ = final
        forbidden(lambda: end(path, "back"), "has_plan")

    def test_a_plan_in_force_that_the_actor_may_not_see_is_not_passed_over(self, final, cast):
        path, plan = final
        with acting_as(cast.worker):
            Plan.objects.filter(pk=plan.pk).update(kinds=DataKind.BASIC | DataKind.TAX)
        forbidden(lambda: end(path, "back"), "plan_not_seen")

    def test_what_ordinary_cooperation_solves_goes_back_to_who_took_it(self, assessed, cast):
        assessed.make()
        end(assessed, "back")
        assert (assessed.case.stage, assessed.case.responsible_agency) == (
            Stage.RECEPTION, cast.worker.agency,
        )  # fmt: skip
        assert [agency for _, agency in open_tasks(assessed, cast.worker)] == ["hokatsu"]
        with acting_as(cast.worker):
            assert Task.objects.get(done_on=None).someone_waits

    def test_what_went_back_can_be_applied_for_again(self, assessed, cast):
        assessed.make()
        end(assessed, "back")
        assessed.apply(version=None)
        assert assessed.case.stage == Stage.ASSESSMENT
        with acting_as(cast.coordinator):
            assert Application.objects.get().runs
        assert assessed.make().number == 2
        assert assessed.case.stage == Stage.PLAN

    def test_the_page_shows_each_way(self, assessed, cast, sign_in):
        client = sign_in(cast.coordinator)
        url = reverse("coordination:end", args=[assessed.case.id])
        page = client.get(url).content.decode()
        assert "受付・つなぎ元にもどす" in page and cast.worker.agency.name in page
        typed = {
            "ended_on": "R7.5.31", "way": "back", "told": "通常の連携で進める", "to": str(cast.worker.agency.id),
        }  # fmt: skip
        assert client.post(url, typed).status_code == 302
        assert assessed.reload().stage == Stage.RECEPTION

    def test_a_stranger_finds_no_such_page(self, assessed, cast, sign_in):
        client = sign_in(cast.stranger)
        assert client.get(reverse("coordination:end", args=[assessed.case.id])).status_code == 404


class TestWithoutConsent:
    def withdraw(self, path):
        """By the desk that took the consultation, which sees the case by its own work; the others see nothing now."""
        desk = path.cast.worker
        with acting_as(desk):
            for consent in Consent.objects.filter(case_id=path.case.id):
                case = Case.objects.get(pk=path.case.id)
                withdraw_answer(case, consent, by=desk, on=DAY, note="本人の申し出")
        return path.reload()

    def waiting(self, final, conclusion=Conclusion.CLOSE, **values):
        path, plan = final
        path.rate(Occasion.PLAN)
        path.rate(Occasion.CLOSURE, on=END)
        own = {"lead_agency_after": path.cast.worker.agency, "follow_up_agency": path.cast.worker.agency}
        evaluation = path.evaluate(plan, conclusion, **(own | values))
        self.withdraw(path)
        return path, evaluation

    @pytest.mark.parametrize(
        ("conclusion", "judgement", "timing"),
        [
            (Conclusion.CLOSE, Judgement.CLOSE, Timing.CLOSURE),
            (Conclusion.INTERRUPT, Judgement.INTERRUPT, Timing.INTERRUPTION),
        ],
    )
    def test_an_end_is_judged_in_the_support_conference(self, final, cast, conclusion, judgement, timing):
        path, evaluation = self.waiting(final, conclusion)
        with acting_as(cast.worker):
            facts = conference_facts(path.case.id, timing)
        assert (facts.function, facts.consented, facts.ready) == ("support_conference", False, True)
        path.judge(evaluation.id, judgement, timing, by=cast.worker, on=END, function="support_conference")
        assert path.case.stage == Stage.CLOSED
        with acting_as(cast.worker):
            assert Event.objects.filter(code="judged", title__startswith="支援会議(").count() == 1

    def test_the_conference_of_the_plan_may_not_judge_it_then(self, final, cast):
        path, evaluation = self.waiting(final)
        forbidden(
            lambda: path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE, by=cast.worker), "no_consent"
        )
        assert path.reload().is_open

    def test_while_consent_stands_the_support_conference_judges_no_end(self, final):
        path, plan = final
        path.rate(Occasion.PLAN)
        path.rate(Occasion.CLOSURE, on=END)
        evaluation = path.evaluate(plan)
        forbidden(
            lambda: path.judge(
                evaluation.id, Judgement.CLOSE, Timing.CLOSURE, function="support_conference", on=END
            ),
            "consent_stands",
        )

    def test_a_plan_is_never_judged_there(self, assessed):
        plan = assessed.submit(assessed.make())
        forbidden(
            lambda: assessed.judge(plan.id, Judgement.APPROPRIATE, function="support_conference"),
            "not_for_support_conference",
        )

    def test_an_agency_the_person_does_not_let_know_can_not_lead_afterwards(self, final, cast):
        path, evaluation = self.waiting(final, lead_agency_after=cast.stranger.agency)
        forbidden(
            lambda: path.judge(
                evaluation.id, Judgement.CLOSE, Timing.CLOSURE, by=cast.worker, on=END,
                function="support_conference",
            ),
            "after_not_covered",
        )  # fmt: skip

    def test_who_is_responsible_then_writes_the_evaluation(self, final, cast):
        path, plan = final
        self.withdraw(path)
        assert path.case.responsible_agency == cast.worker.agency
        with acting_as(cast.worker):
            results = {goal.id: ("achieved", "") for goal in plan.goals.all()}
            actions.evaluate(
                path.case, by=cast.worker, on=END, results=results, conclusion=Conclusion.INTERRUPT,
                contact_lost_on=END, contact_attempts="訪問した",
            )  # fmt: skip
            assert Evaluation.objects.count() == 1

    def test_while_consent_stands_only_who_leads_the_course_evaluates(self, final, cast):
        path, plan = final
        with acting_as(cast.worker):
            results = {goal.id: ("achieved", "") for goal in plan.goals.all()}
            forbidden(
                lambda: actions.evaluate(
                    path.case, by=cast.worker, on=END, results=results, conclusion=Conclusion.CLOSE
                ),
                "not_coordinator",
            )

    def test_who_is_responsible_then_ends_it_before_the_plan(self, assessed, cast):
        assessed.make()
        self.withdraw(assessed)
        with acting_as(cast.worker):
            actions.save_part(
                assessed.case, "summary", by=cast.worker, on=DAY, answers={"summary": "同意を取り下げた"},
                screening="broken_off",
            )  # fmt: skip
        end(assessed, by=cast.worker)
        assert assessed.case.closed_as == ClosedAs.INTERRUPTED

    def test_what_a_plan_waited_for_ends_with_it(self, assessed, cast):
        """A 起案 that waits, and the tasks of the desk that decides, in a case that goes back to 受付."""
        plan = assessed.submit(assessed.make())
        assessed.judge(plan.id, Judgement.APPROPRIATE)
        assessed.draft(plan)
        self.withdraw(assessed)
        with acting_as(cast.worker):
            Task.objects.filter(source_id=plan.id).update(agency=cast.worker.agency)
            kinds = Task.objects.filter(source_id=plan.id, done_on=None).values_list("kind", flat=True)
            assert list(kinds) == [TaskKind.DECISION]
        end(assessed, "back", by=cast.worker)
        with acting_as(cast.worker):
            assert Approval.objects.get().state == ApprovalState.RETURNED
            assert not Task.objects.filter(source_id=plan.id, done_on=None).exists()


class TestAttempts:
    def test_visits_and_calls_of_the_records_count_as_attempts(self, final, cast):
        path, plan = final
        with acting_as(cast.coordinator):
            for method in ("visit", "phone", "office_meeting"):
                cases.write_record(
                    path.case, by=cast.coordinator, at="2025-05-20T10:00+09:00", method=method,
                    content=f"{method}: 不在", kinds=17,
                )  # fmt: skip
            offered = attempts_offered(path.case.id)
        assert sorted("訪問" in words for _, words in offered) == [False, True]
        evaluation = path.evaluate(
            plan, Conclusion.INTERRUPT, contact_attempts="", attempt_records=[key for key, _ in offered]
        )
        path.judge(evaluation.id, Judgement.INTERRUPT, Timing.INTERRUPTION, on=END)
        assert path.case.closed_as == ClosedAs.INTERRUPTED

    def test_a_record_of_another_case_is_no_attempt(self, final, cast):
        path, plan = final
        with acting_as(cast.coordinator):
            other = cases.open_case(by=cast.coordinator, on=DAY)
            record = cases.write_record(
                other, by=cast.coordinator, at="2025-05-20T10:00+09:00", method="visit", content="x", kinds=17
            )
        evaluation = path.evaluate(
            plan, Conclusion.INTERRUPT, contact_attempts="", attempt_records=[record.id]
        )
        assert evaluation.attempt_records == []
        forbidden(
            lambda: path.judge(evaluation.id, Judgement.INTERRUPT, Timing.INTERRUPTION, on=END), "no_attempts"
        )

    def test_the_sheet_offers_them_for_ticking(self, final, cast, sign_in):
        path, _ = final
        with acting_as(cast.coordinator):
            cases.write_record(
                path.case, by=cast.coordinator, at="2025-05-20T10:00+09:00", method="visit",
                content="呼び鈴に返事がない", kinds=17,
            )  # fmt: skip
        page = sign_in(cast.coordinator).get(reverse("coordination:evaluation", args=[path.case.id]))
        assert "呼び鈴に返事がない" in page.content.decode()


def test_a_re_plan_in_the_making_ends_with_the_support(final, cast):
    path, plan = final
    path.rate(Occasion.PLAN)
    path.rate(Occasion.CLOSURE, on=END)
    with acting_as(cast.coordinator):
        new = actions.replan(plan, by=cast.coordinator, on=DAY + timedelta(days=1))
    evaluation = path.evaluate(plan)
    path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE, on=END)
    assert path.fresh(new).state == PlanState.CLOSED
    assert disclosure.level_of(path.case.id)
