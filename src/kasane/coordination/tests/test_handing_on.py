"""多機関協働に引き継ぐ: nothing is typed twice (R-SELF-01, R-INT-07)."""

from __future__ import annotations

import pytest

from kasane.agencies.models import Delivery
from kasane.base.choices import Timing
from kasane.base.obstacles import Forbidden
from kasane.cases.api import Stage
from kasane.cases.models import Task
from kasane.coordination import actions
from kasane.coordination.api import Judgement
from kasane.coordination.choices import Course, PlanState
from kasane.coordination.models import Application, Assessment, Plan
from kasane.coordination.queries import parts_of
from kasane.coordination.tests.self_reliance import APPLICATION, DAY, GOALS, PLAN
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answer, take_back
from kasane.intake.models import Referral

OWN = {"id", "created_at", "updated_at", "version", "course"}
ASKED_ANEW = {
    "applied_on",
    "signature",
    "signed_name",
    "signature_reason",
    "deciding_agency_id",
    "taken_up_on",
}
OF_THIS_PLAN = {
    "number", "previous_id", "state", "made_on", "person_agreed_on", "signature", "signed_name", "signature_note",
    "submitted_on", "final_on", "ended_on", "returned_note", "early_started_on",
}  # fmt: skip
LINE = (
    "order",
    "issue",
    "support",
    "agency_id",
    "staff",
    "frequency",
    "period",
    "own_effort",
    "service",
    "kinds",
)


def values_of(row, without: set[str]) -> dict:
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.attname not in without}


def of_course(way, model, course):
    with acting_as(way.desk):
        return model.objects.get(case=way.case, course=course)


def accepted(way, reply="accepted", **values):
    coordinator = way.cast.coordinator
    with acting_as(coordinator):
        (referral,) = Referral.objects.filter(case=way.case, receiver=coordinator.agency, state="sent")
        answer(referral, by=coordinator, version=None, on=DAY, answer=reply, **values)
    return way.reload()


def test_every_field_typed_on_the_application_is_there(supported):
    way, _ = supported
    way.hand_on()
    old, new = (of_course(way, Application, course) for course in (Course.SELF_RELIANCE, Course.COORDINATION))
    assert values_of(new, OWN | ASKED_ANEW) == values_of(old, OWN | ASKED_ANEW)
    assert {name: getattr(new, name) for name in APPLICATION} == APPLICATION


def test_every_field_typed_on_the_plan_is_there(supported):
    way, plan = supported
    way.hand_on()
    new = of_course(way, Plan, Course.COORDINATION)
    assert values_of(new, OWN | OF_THIS_PLAN) == values_of(plan, OWN | OF_THIS_PLAN)
    assert new.issues == PLAN["issues"]
    with acting_as(way.desk):
        goals = [(goal.text, goal.by_when) for goal in new.goals.all()]
        assert goals == [(goal.text, goal.by_when) for goal in GOALS]
        lines = [list(one.items.values_list(*LINE)) for one in (plan, new)]
        assert lines[0] == lines[1]
        assert len(lines[1]) == 2


def test_the_assessment_is_the_same_one(supported):
    way, _ = supported
    way.hand_on()
    with acting_as(way.desk):
        assert Assessment.objects.filter(case=way.case).count() == 1
        assert set(parts_of(way.case.id)) == {"wishes", "summary"}


def open_tasks(way, by=None):
    with acting_as(by or way.desk):
        rows = Task.objects.filter(case=way.case, done_on__isnull=True)
        return sorted(rows.values_list("kind", "agency_id"))


def test_the_plan_goes_on_until_the_coordinator_begins(supported):
    way, plan = supported
    before = [kind for kind, _ in open_tasks(way)]
    way.hand_on()
    new = of_course(way, Plan, Course.COORDINATION)
    assert way.fresh(plan).state == PlanState.FINAL
    assert (new.previous_id, new.state, new.name) == (plan.id, PlanState.DRAFT, "初回")
    assert way.case.stage == Stage.SUPPORT
    assert [kind for kind, _ in open_tasks(way) if kind in before] == before


def test_it_ends_as_handed_on_when_the_coordinator_begins(supported):
    way, plan = supported
    way.hand_on()
    way.taken_up()
    assert way.fresh(plan).state == PlanState.HANDED_ON
    assert way.case.stage == Stage.PLAN
    centre = way.cast.coordinator.agency.id
    kinds = open_tasks(way, way.cast.coordinator)
    assert ("plan", centre) in kinds
    assert not [one for one in kinds if one[0] in ("evaluation", "monitoring")]
    assert not of_course(way, Application, Course.SELF_RELIANCE).runs
    assert of_course(way, Application, Course.COORDINATION).runs


def test_what_comes_back_has_lost_nothing(supported):
    way, plan = supported
    before = open_tasks(way)
    way.hand_on()
    accepted(way, "returned", talk_on=DAY, talk_with="社協", talk_note="通常の連携で足りる")
    assert way.fresh(plan).state == PlanState.FINAL
    assert not set(before) - set(open_tasks(way))
    assert way.case.responsible_agency_id == way.desk.agency.id
    way.hand_on()


def test_what_runs_already_is_not_handed_on_over_it(supported):
    way, _ = supported
    way.hand_on()
    way.taken_up()
    with pytest.raises(Forbidden) as found:
        way.hand_on()
    assert "already_runs" in {obstacle.code for obstacle in found.value.obstacles}


def test_where_one_agency_does_both_there_is_no_sheet_but_a_task(supported):
    way, plan = supported
    centre = Delivery.objects.get(key="takikan")
    centre.agencies.set([way.desk.agency])
    way.hand_on()
    with acting_as(way.desk):
        assert not Referral.objects.filter(case=way.case).exists()
        assert Task.objects.filter(case=way.case, what__contains="多機関協働を始める").exists()
    assert way.fresh(plan).state == PlanState.FINAL


def test_the_desk_carries_the_case_until_somebody_has_taken_it_up(supported):
    way, _ = supported
    way.hand_on()
    assert way.case.responsible_agency_id == way.desk.agency.id
    way.taken_up()
    assert way.case.responsible_agency_id == way.cast.coordinator.agency.id
    assert of_course(way, Plan, Course.COORDINATION).agency_id == way.cast.coordinator.agency.id


def test_multi_agency_work_goes_on_from_there_to_a_final_plan(supported):
    way, plan = supported
    way.hand_on()
    accepted(way)
    coordinator = way.cast.coordinator
    new = of_course(way, Plan, Course.COORDINATION)
    with acting_as(coordinator):
        row = actions.change_plan(
            new, by=coordinator, goals=GOALS, items=way.items("other"), person_agreed_on=DAY, signature="self",
            signed_name="森 健太",
        )  # fmt: skip
        actions.submit_plan(row, by=coordinator, on=DAY)
        from kasane.coordination.api import record_judgement

        record_judgement(
            case_id=way.case.id, timing=Timing.PLAN, subject_id=row.id, judgement=Judgement.APPROPRIATE, opinion="",
            on=DAY, by=coordinator, meeting_id=row.id,
        )  # fmt: skip
    assert way.reload().stage == Stage.SUPPORT


def test_after_a_return_the_desk_goes_on_with_a_new_version(supported):
    way, plan = supported
    way.hand_on()
    accepted(way, "returned", talk_on=DAY, talk_with="社協", talk_note="通常の連携で足りる")
    with acting_as(way.desk):
        new = actions.replan(way.fresh(plan), by=way.desk, on=DAY)
    assert (new.course, new.wish, new.state) == (Course.SELF_RELIANCE, PLAN["wish"], PlanState.DRAFT)


def test_it_can_be_handed_on_again_after_it_was_taken_back(supported):
    way, plan = supported
    way.hand_on()
    with acting_as(way.desk):
        take_back(Referral.objects.get(case=way.case), by=way.desk, on=DAY, note="本人が迷っている")
        new = actions.replan(way.fresh(plan), by=way.desk, on=DAY)
        actions.change_plan(new, by=way.desk, wish="正社員になりたい", goals=GOALS, items=way.items("loan"))
    way.hand_on()
    assert of_course(way, Plan, Course.COORDINATION).wish == "正社員になりたい"


def test_a_course_without_a_plan_is_handed_on_too(screened):
    screened.hand_on()
    with acting_as(screened.desk):
        assert not Plan.objects.filter(case=screened.case).exists()
    assert of_course(screened, Application, Course.COORDINATION).request == APPLICATION["request"]


def test_without_a_signature_nothing_is_handed_on(supported):
    way, plan = supported
    with pytest.raises(Forbidden) as found:
        way.hand_on(agreed=actions.Agreed("", ""))
    assert [obstacle.code for obstacle in found.value.obstacles] == ["not_signed"]
    assert way.fresh(plan).state == PlanState.FINAL


def test_without_an_explanation_the_sheet_is_refused_and_nothing_moves(supported):
    way, plan = supported
    with pytest.raises(Forbidden):
        way.hand_on(explained_what="")
    assert way.fresh(plan).state == PlanState.FINAL


def test_another_agency_does_not_hand_it_on(supported):
    way, _ = supported
    with pytest.raises(Forbidden):
        way.hand_on(by=way.cast.decider)
