"""The four timings by the actions themselves, at the bodies of each of the five towns (R-CONF-04, R-CONF-05).

Nothing becomes a plan, a new plan, an end or an interruption but by the judged item of a meeting; with it, it does.
"""

# ruff: noqa: F811 - fixtures of coordination are imported by name

from __future__ import annotations

import pathlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from kasane import profiles
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Delivery
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, ClosedAs, Stage
from kasane.conferences import actions, queries
from kasane.conferences.models import AgendaItem, Body, Function, Meeting, Outcome
from kasane.conferences.tests.conftest import soon
from kasane.coordination import actions as coordination
from kasane.coordination.actions.ending import end_by_screening
from kasane.coordination.actions.plan import lines_of
from kasane.coordination.choices import Conclusion, Course, Occasion, PlanState
from kasane.coordination.menus import actions as menus
from kasane.coordination.menus.choices import MenuState
from kasane.coordination.models import MenuPlan, Plan
from kasane.coordination.tests.conftest import PLAN, applied, assessed, final, path  # noqa: F401
from kasane.coordination.tests.test_menus import FULL
from kasane.disclosure.viewer import acting_as
from kasane.profiles import load

TOWNS = sorted(one.stem for one in pathlib.Path(profiles.__file__).parent.glob("*.toml"))
MULTI_TIER, SUPPORT = Function.MULTI_TIER.value, Function.SUPPORT_CONFERENCE.value


@dataclass
class Town:
    """One town's bodies, and a meeting of the one that has the function asked for."""

    cast: Any
    bodies: list[Body]

    def body(self, function: str) -> Body:
        return next(body for body in self.bodies if function in body.functions)

    def host(self, function: str) -> Actor:
        """The town hall calls 支援会議, the agency of 多機関協働 重層的支援会議 (R-CONF-01, R-CONF-02)."""
        return self.cast.decider if function == SUPPORT else self.cast.coordinator

    def meeting(self, function: str) -> Meeting:
        host = self.host(function)
        posts = [one.post for one in (self.cast.decider, self.cast.worker, self.cast.disability)]
        with acting_as(host):
            return actions.convene(self.body(function), by=host, on=today(), starts_at=soon(), posts=posts)

    def judge(
        self, case: Case, function: str, outcome: Outcome, *, by: Actor | None = None, **subject: Any
    ) -> None:
        """The item is put, the meeting held, and its word written down."""
        by, host = by or self.cast.coordinator, self.host(function)
        meeting = self.meeting(function)
        with acting_as(by):
            put = actions.add_item(meeting, by=by, on=today(), function=function, case=case, **subject)
        with acting_as(host):
            actions.begin(meeting, by=host)
            sitting = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
            present = {member.id for member in queries.members_of(sitting)}
            actions.mark_attendance(sitting, by=host, present=present)
        with acting_as(by):
            item = AgendaItem.objects.select_related("meeting__body", "body").get(pk=put.pk)
            actions.judge(item, by=by, on=today(), judgement=outcome, opinion="よい")


@pytest.fixture(params=TOWNS)
def town(request, cast) -> Town:
    """The bodies as the town's profile names them; 多機関協働 is at juso."""
    found = load(request.param)
    keys = {key for body in found.bodies for key in (body.host, *body.members) if key}
    for key in sorted(keys):
        Agency.objects.get_or_create(key=key, defaults={"name": key, "kind": AgencyKind.ENTRUSTED})
    delivery = Delivery.objects.create(
        key="takikan", works=[5], fields=[], program="coordination", name="多機関協働事業", modes=[]
    )
    delivery.divisions.add(cast.decider.agency)
    delivery.agencies.add(cast.coordinator.agency)
    return Town(cast, actions.install_bodies(found))


def refused(act: Any) -> list[str]:
    with pytest.raises(Forbidden) as found:
        act()
    return found.value.codes


def decided_without_a_word(plan: Plan, cast: Any) -> list[str]:
    """支援決定 of a plan no conference has agreed to."""
    with acting_as(cast.decider):
        return refused(lambda: coordination.decide(plan, by=cast.decider, on=today(), number="福第1号"))


def state_of(plan_id: UUID, cast: Any) -> str:
    with acting_as(cast.coordinator):
        return Plan.objects.get(pk=plan_id).state


def stage_of(case_id: UUID, cast: Any) -> str:
    with acting_as(cast.worker):
        return Case.objects.get(pk=case_id).stage


def test_there_are_five_towns():
    assert TOWNS == ["hokuei", "komaki", "mine", "misaki", "standard"]


def test_a_plan_comes_into_force_by_its_item(town, assessed, cast):
    plan = assessed.submit(assessed.make())
    assert decided_without_a_word(plan, cast)
    assert state_of(plan.id, cast) == PlanState.SUBMITTED
    town.judge(assessed.case, MULTI_TIER, Outcome.APPROPRIATE, timing=Timing.PLAN)
    assessed.decide(assessed.fresh(plan))
    assert state_of(plan.id, cast) == PlanState.FINAL


def test_a_plan_of_other_support_is_final_with_the_word_of_the_meeting_and_not_before(town, assessed, cast):
    plan = assessed.submit(assessed.make("other"))
    assert state_of(plan.id, cast) == PlanState.SUBMITTED
    town.judge(assessed.case, MULTI_TIER, Outcome.APPROPRIATE, timing=Timing.PLAN)
    assert state_of(plan.id, cast) == PlanState.FINAL


def test_a_new_plan_takes_the_place_of_the_old_one_by_its_item(town, final, cast):
    way, first = final
    with acting_as(cast.coordinator):
        second = coordination.replan(first, by=cast.coordinator, on=today())
        goals, lines = lines_of(second)
        second = coordination.change_plan(second, by=cast.coordinator, goals=goals, items=lines, **PLAN)
    second = way.submit(second)
    assert decided_without_a_word(second, cast)
    assert (state_of(first.id, cast), state_of(second.id, cast)) == (PlanState.FINAL, PlanState.SUBMITTED)
    town.judge(way.case, MULTI_TIER, Outcome.APPROPRIATE, timing=Timing.REPLAN)
    way.decide(way.fresh(second))
    assert (state_of(first.id, cast), state_of(second.id, cast)) == (PlanState.SUPERSEDED, PlanState.FINAL)


@pytest.mark.parametrize(
    ("conclusion", "timing", "outcome", "closed_as"),
    [
        (Conclusion.CLOSE, Timing.CLOSURE, Outcome.CLOSE, ClosedAs.CLOSED),
        (Conclusion.INTERRUPT, Timing.INTERRUPTION, Outcome.INTERRUPT, ClosedAs.INTERRUPTED),
    ],
)
def test_support_ends_by_its_item(town, final, cast, conclusion, timing, outcome, closed_as):
    way, plan = final
    way.rate(Occasion.PLAN)
    way.rate(Occasion.CLOSURE)
    way.evaluate(plan, conclusion)
    with acting_as(cast.coordinator):
        assert refused(
            lambda: end_by_screening(
                way.case, by=cast.coordinator, on=today(), told="終える", course=Course.COORDINATION,
                way="broken_off",
            )
        )  # fmt: skip
    assert stage_of(way.case.id, cast) == Stage.SUPPORT
    assert state_of(plan.id, cast) == PlanState.FINAL
    town.judge(way.case, MULTI_TIER, outcome, timing=timing)
    with acting_as(cast.worker):
        case = Case.objects.get(pk=way.case.id)
    assert (case.stage, case.closed_as) == (Stage.CLOSED, closed_as)


def test_before_consent_outreach_runs_by_an_item_of_the_support_conference(town, path, cast):
    by = cast.worker
    with acting_as(by):
        menu = menus.begin(
            path.case, "outreach", by=by, on=today(), answers=FULL["outreach"], evaluate_on=today()
        )
        menu = menus.submit(menu, by=by, on=today())
        assert MenuPlan.objects.get(pk=menu.pk).state == MenuState.SUBMITTED
    with acting_as(cast.coordinator):
        meeting = town.meeting(MULTI_TIER)
        codes = refused(
            lambda: actions.add_item(
                meeting, by=cast.coordinator, on=today(), function=MULTI_TIER, case=path.case, subject_id=menu.id
            )
        )  # fmt: skip
    assert "no_consent" in codes
    town.judge(path.case, SUPPORT, Outcome.APPROPRIATE, by=by, subject_id=menu.id)
    with acting_as(by):
        assert MenuPlan.objects.get(pk=menu.pk).state == MenuState.RUNNING
