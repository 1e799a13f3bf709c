"""自立相談支援 and 多機関協働 on one case: neither ends what is the other's (R-SELF-01, R-COOR-11)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from kasane.base.choices import Timing
from kasane.cases.api import Stage
from kasane.cases.models import Case, Task
from kasane.coordination import actions, panels
from kasane.coordination.actions.course import TASKS_OF_A_COURSE
from kasane.coordination.api import Judgement, record_judgement
from kasane.coordination.choices import (
    Achievement,
    AfterMonitoring,
    Conclusion,
    Course,
    Occasion,
    PlanState,
    Progress,
)
from kasane.coordination.models import Application, Plan
from kasane.coordination.models.follow import SCORES
from kasane.coordination.tests.self_reliance import APPLICATION, DAY, GOALS, PLAN
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answer
from kasane.intake.api import refer
from kasane.portal.summary.page import summary
from kasane.sheets.fill import sheet_of


def judged(way, by, subject_id, judgement, timing):
    with acting_as(by):
        record_judgement(
            case_id=way.case.id, timing=timing, subject_id=subject_id, judgement=judgement, opinion="", on=DAY, by=by,
            meeting_id=uuid4(),
        )  # fmt: skip
    return way.reload()


@pytest.fixture
def both(supported):
    """A final plan of 自立相談支援, and one of 多機関協働 beside it, each with its monitoring."""
    way, own = supported
    coordinator = way.cast.coordinator
    with acting_as(way.desk):
        referral = refer(
            way.case, by=way.desk, receiver=coordinator.agency, on=DAY, requests=["consultation"], reason="介護",
            explained_by="社協 参子", explained_what="いっしょに考えること", explained_on=DAY,
        )  # fmt: skip
    with acting_as(coordinator):
        answer(referral, by=coordinator, version=None, on=DAY, answer="accepted")
        case = Case.objects.get(pk=way.case.pk)
        actions.apply(case, by=coordinator, on=DAY, **APPLICATION)
        plan = actions.make_plan(
            Case.objects.get(pk=case.pk), by=coordinator, on=DAY, lead_agency=coordinator.agency, goals=GOALS,
            items=way.items("other"), **(PLAN | {"wish": "家族で落ち着きたい", "evaluation_months": None}),
        )  # fmt: skip
        actions.submit_plan(plan, by=coordinator, on=DAY)
    judged(way, coordinator, plan.id, Judgement.APPROPRIATE, Timing.PLAN)
    return way, way.fresh(own), way.fresh(plan)


def open_kinds(way, plan: Plan) -> set[str]:
    with acting_as(way.cast.coordinator):
        rows = Task.objects.filter(
            case=way.case, done_on__isnull=True, source_id=plan.id, kind__in=TASKS_OF_A_COURSE
        )
        return set(rows.values_list("kind", flat=True))


def monitored(plan: Plan, by, **values):
    with acting_as(by):
        progress = {item: (Progress.AS_PLANNED, "") for item in plan.items.values_list("id", flat=True)}
        wanted = {"after": AfterMonitoring.KEEP, "next_on": date(2025, 8, 1)} | values
        return actions.monitor(plan, by=by, on=DAY, progress=progress, **wanted)


def evaluated(plan: Plan, by, conclusion=Conclusion.CLOSE, **values):
    with acting_as(by):
        results = {goal.id: (Achievement.ACHIEVED, "できた") for goal in plan.goals.all()}
        ends = {
            "remaining_issues": "ない", "person_wish": "このまま", "staff_opinion": "終結してよい",
            "lead_agency_after": by.agency, "follow_up_on": date(2025, 12, 1), "follow_up_agency": by.agency,
            "follow_up_how": "電話",
        }  # fmt: skip
        return actions.evaluate(
            plan.case,
            by=by,
            on=DAY,
            course=plan.course,
            results=results,
            conclusion=conclusion,
            **(ends | values),
        )


def rated(way, by):
    with acting_as(by):
        for occasion in (Occasion.PLAN, Occasion.CLOSURE):
            actions.rate(way.case, by=by, on=DAY, occasion=occasion, **dict.fromkeys(SCORES, 2))


def test_both_plans_are_in_force(both):
    way, own, plan = both
    assert (own.state, plan.state) == (PlanState.FINAL, PlanState.FINAL)
    assert open_kinds(way, own) == {"monitoring", "evaluation"}
    assert open_kinds(way, plan) == {"monitoring", "decision"}


def test_monitoring_one_does_not_tick_off_the_other(both):
    way, own, plan = both
    monitored(plan, way.cast.coordinator)
    assert open_kinds(way, own) == {"monitoring", "evaluation"}
    monitored(own, way.desk)
    assert open_kinds(way, plan) == {"monitoring", "decision"}


def test_a_new_version_of_one_leaves_the_tasks_of_the_other(both):
    way, own, plan = both
    monitored(own, way.desk, after=AfterMonitoring.REPLAN, next_on=None)
    with acting_as(way.cast.coordinator):
        actions.replan(plan, by=way.cast.coordinator, on=DAY)
    assert "plan" in open_kinds(way, own)


def test_the_end_of_自立相談支援_leaves_the_case_open(both):
    way, own, plan = both
    evaluation = evaluated(own, way.desk)
    judged(way, way.desk, evaluation.id, Judgement.CLOSE, Timing.CLOSURE)
    assert way.case.stage == Stage.SUPPORT
    assert (way.fresh(own).state, way.fresh(plan).state) == (PlanState.CLOSED, PlanState.FINAL)
    assert (open_kinds(way, own), open_kinds(way, plan)) == (set(), {"monitoring", "decision"})
    assert way.case.responsible_agency_id == way.cast.coordinator.agency.id


def test_the_end_of_多機関協働_gives_the_case_back_to_the_desk(both):
    way, own, plan = both
    coordinator = way.cast.coordinator
    rated(way, coordinator)
    evaluation = evaluated(plan, coordinator)
    judged(way, coordinator, evaluation.id, Judgement.CLOSE, Timing.CLOSURE)
    assert way.case.stage == Stage.SUPPORT
    assert way.case.responsible_agency_id == way.desk.agency.id
    assert open_kinds(way, own) == {"monitoring", "evaluation"}


def test_the_end_of_both_closes_the_case(both):
    way, own, plan = both
    coordinator = way.cast.coordinator
    judged(way, way.desk, evaluated(own, way.desk).id, Judgement.CLOSE, Timing.CLOSURE)
    rated(way, coordinator)
    judged(way, coordinator, evaluated(plan, coordinator).id, Judgement.CLOSE, Timing.CLOSURE)
    assert way.case.stage == Stage.CLOSED
    with acting_as(coordinator):
        assert not [row for row in Application.objects.filter(case=way.case) if row.runs]


def test_the_plan_tab_shows_both(both):
    way, own, plan = both
    with acting_as(way.desk):
        shown = [
            panel.context["plan"].id
            for panel in panels.plan(way.case, by=way.desk)
            if "plan" in panel.context
        ]
    assert set(shown) == {own.id, plan.id}


def words_of(sheet) -> str:
    return repr(sheet)


@pytest.mark.parametrize("course", list(Course))
def test_each_application_and_plan_is_printed(both, course):
    way, own, plan = both
    row = own if course == Course.SELF_RELIANCE else plan
    with acting_as(way.desk):
        application = Application.objects.get(case=way.case, course=course)
        assert row.wish in words_of(sheet_of(way.case, "2-4", row.id))
        assert sheet_of(way.case, "2-2", application.id) is not None
        assert sheet_of(way.case, "2-4", application.id) is None


def test_a_stranger_prints_neither(both, sign_in):
    way, own, plan = both
    urls = [reverse("sheets:pdf_of", args=[way.case.id, "2-4", row.id]) for row in (own, plan)]
    assert [sign_in(way.cast.stranger).get(url).status_code for url in urls] == [404, 404]
    assert [sign_in(way.desk).get(url)["Content-Type"] for url in urls] == ["application/pdf"] * 2


def test_the_summary_tells_of_both(both):
    way, own, plan = both
    with acting_as(way.desk):
        part = next(one for one in summary(way.case, contacts=5) if one.key == "plan")
    assert {line.source for line in part.lines} == {own.full_name, plan.full_name}


def test_a_plan_of_another_case_is_not_printed_under_this_one(both):
    way, _, _ = both
    with acting_as(way.desk):
        assert sheet_of(way.case, "2-4", UUID(int=1)) is None
