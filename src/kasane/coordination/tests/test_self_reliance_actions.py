"""自立相談支援 from its application to its end, by its own desk (R-SELF-01)."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.agencies.models import Delivery
from kasane.base.choices import Timing
from kasane.base.obstacles import Forbidden
from kasane.cases.api import Stage, TaskKind
from kasane.cases.models import Event, Task
from kasane.coordination import actions
from kasane.coordination.api import Judgement
from kasane.coordination.choices import Conclusion, Course, PlanState, Screening, Service
from kasane.coordination.models import Application, Evaluation, Plan
from kasane.coordination.tests.self_reliance import DAY, begin
from kasane.disclosure.api import consents_of
from kasane.disclosure.viewer import acting_as

OTHER = (Service.HOUSING, Service.LOAN)


def refused(act, *args, **values) -> list[str]:
    with pytest.raises(Forbidden) as found:
        act(*args, **values)
    return [obstacle.code for obstacle in found.value.obstacles]


def tasks(way, kind) -> list[tuple]:
    with acting_as(way.desk):
        rows = Task.objects.filter(case=way.case, kind=kind, done_on__isnull=True)
        return [(row.agency_id, row.due_on, row.what) for row in rows]


def test_the_desk_takes_the_application_without_any_referral(way):
    way.apply()
    assert way.case.stage == Stage.APPLICATION
    assert way.case.responsible_agency_id == way.desk.agency.id
    with acting_as(way.desk):
        (consent,) = consents_of(way.case.id)
        assert consent.level == "application"
        assert Event.objects.filter(title="自立相談支援の利用を申し込みました").exists()


def test_the_deciding_division_is_that_of_the_delivery(way):
    assert way.apply().deciding_agency == way.cast.decider.agency


def test_a_town_without_the_program_is_told_so(cast):
    assert refused(begin(cast).apply) == ["course_not_offered"]


def test_a_delivery_that_ended_offers_nothing(way):
    Delivery.objects.filter(program="self_reliance").update(is_active=False)
    assert refused(way.apply) == ["course_not_offered"]


def test_another_agency_can_not_take_the_application(path):
    from kasane.coordination.tests.self_reliance import APPLICATION, deliver_self_reliance

    deliver_self_reliance(path.cast)
    with acting_as(path.cast.coordinator):
        found = refused(
            actions.apply,
            path.case,
            by=path.cast.coordinator,
            on=DAY,
            course=Course.SELF_RELIANCE,
            **APPLICATION,
        )
    assert found == ["not_self_reliance_agency"]


def test_no_plan_before_the_screening_says_so(way):
    way.apply()
    way.assess(Screening.REFER)
    assert refused(way.make) == ["screened_otherwise"]


def test_a_plan_waits_for_its_evaluation_to_be_planned(screened):
    assert refused(screened.submit, screened.make(evaluation_months=None)) == ["no_evaluation_month"]


def test_monitoring_comes_as_needed(screened):
    assert screened.submit(screened.make(next_monitoring_on=None)).state == PlanState.SUBMITTED


def test_a_plan_is_not_handed_in_without_consent(screened):
    plan = screened.make()
    with acting_as(screened.desk):
        (consent,) = consents_of(screened.case.id)
        from kasane.disclosure.api import withdraw_consent

        withdraw_consent(consent, on=DAY, note="やめたい")
    assert "no_consent" in refused(screened.submit, plan)


def test_a_plan_with_decided_services_waits_for_the_municipality(screened):
    plan = screened.submit(screened.make())
    screened.judge(plan.id, Judgement.APPROPRIATE)
    assert screened.fresh(plan).state == PlanState.AGREED
    screened.decide(plan)
    assert screened.fresh(plan).state == PlanState.FINAL
    assert screened.case.stage == Stage.SUPPORT


def test_a_plan_without_them_is_final_and_reported(screened):
    plan = screened.submit(screened.make(*OTHER))
    screened.judge(plan.id, Judgement.APPROPRIATE)
    assert screened.fresh(plan).state == PlanState.FINAL
    with acting_as(screened.cast.decider):
        assert Task.objects.filter(kind=TaskKind.DECISION, what__contains="報告").exists()
        actions.confirm_report(plan, by=screened.cast.decider, on=DAY)


def test_the_municipality_itself_reports_to_nobody(screened):
    agency = screened.desk.agency
    agency.kind = "division"
    agency.save()
    plan = screened.submit(screened.make(*OTHER))
    screened.judge(plan.id, Judgement.APPROPRIATE)
    with acting_as(screened.desk):
        assert not Task.objects.filter(case=screened.case, kind=TaskKind.DECISION).exists()


def test_the_evaluation_waits_on_its_day_from_the_beginning(supported):
    way, _ = supported
    assert tasks(way, TaskKind.EVALUATION) == [
        (way.desk.agency.id, date(2025, 9, 1), "プランを評価し、支援調整会議にかける")
    ]


def test_the_desk_monitors_and_evaluates(supported):
    way, plan = supported
    with acting_as(way.desk):
        progress = {item.id: ("as_planned", "") for item in plan.items.all()}
        actions.monitor(plan, by=way.desk, on=DAY, progress=progress, after="keep", next_on=date(2025, 8, 1))
    way.evaluate(plan)
    assert tasks(way, TaskKind.EVALUATION) == []
    assert tasks(way, TaskKind.CONFERENCE)[0][2] == "終結を支援調整会議にかける"


def test_the_coordinator_of_the_town_does_not_evaluate_it(supported):
    way, plan = supported
    with acting_as(way.cast.decider):
        found = refused(
            actions.evaluate,
            way.case,
            by=way.cast.decider,
            on=DAY,
            course=Course.SELF_RELIANCE,
            results={},
            conclusion=Conclusion.CLOSE,
        )
    assert "not_self_reliance_agency" in found


def test_the_conference_closes_the_course(supported):
    way, plan = supported
    evaluation = way.evaluate(plan)
    way.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE)
    assert (way.case.stage, way.fresh(plan).state) == (Stage.CLOSED, PlanState.CLOSED)


def test_an_evaluation_without_the_persons_wish_is_not_closed(supported):
    way, plan = supported
    evaluation = way.evaluate(plan, person_wish="")
    assert refused(way.judge, evaluation.id, Judgement.CLOSE, Timing.CLOSURE) == ["no_person_wish"]
    assert way.reload().is_open


def test_support_that_goes_on_is_evaluated_again(supported):
    way, plan = supported
    evaluation = way.evaluate(plan)
    way.judge(evaluation.id, Judgement.CONTINUE, Timing.CLOSURE, on=date(2025, 9, 10))
    assert [task[1] for task in tasks(way, TaskKind.EVALUATION)] == [date(2025, 12, 10)]


def test_a_new_version_stays_in_the_course(supported):
    way, plan = supported
    with acting_as(way.desk):
        new = actions.replan(plan, by=way.desk, on=DAY)
    assert (new.course, new.name, new.evaluation_months) == (Course.SELF_RELIANCE, "再1回", 3)


def test_interruption_asks_for_the_attempts(supported):
    way, plan = supported
    evaluation = way.evaluate(plan, Conclusion.INTERRUPT)
    found = refused(way.judge, evaluation.id, Judgement.INTERRUPT, Timing.INTERRUPTION)
    assert found == ["no_lost_day", "no_attempts"]


@pytest.mark.parametrize(
    ("screening", "closed_as"),
    [(Screening.INFORMATION, "information"), (Screening.BROKEN_OFF, "interrupted")],
)
def test_a_screening_ends_the_course_before_any_plan(way, screening, closed_as):
    way.apply()
    way.assess(screening)
    with acting_as(way.desk):
        case = actions.end_by_screening(way.case, by=way.desk, on=DAY, told="窓口を伝えた")
    assert case.closed_as == closed_as


def test_a_stranger_sees_nothing_of_the_course(supported):
    with acting_as(supported[0].cast.stranger):
        assert not Application.objects.exists()
        assert not Plan.objects.exists()
        assert not Evaluation.objects.exists()
