"""The course of support explored at random: nothing forbidden is ever reached, and an end always is (R-COOR-06 to R-COOR-10).

`KASANE_MODEL_STEPS=20000 ./kasane test tests/coordination_model` goes on until so many steps are done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from kasane.config.cast import make_cast
from kasane.coordination import rules
from kasane.coordination.actions import conference, decision, ending
from kasane.coordination.choices import Conclusion
from kasane.coordination.reopening import actions as reopening
from kasane.coordination.rules import closing
from kasane.intake.tests.factories import make_centre
from tests.disclosure_model.session import one_session

from .looking import Forbidden, Stuck, wrong_states
from .machine import Course, Judgement

STEPS = 25
WANTED = int(os.environ.get("KASANE_MODEL_STEPS", "0"))
RUNS = 12


@pytest.fixture(scope="module")
def model(django_db_setup, django_db_blocker) -> Iterator[type[Course]]:
    with django_db_blocker.unblock(), one_session():
        Course.cast = make_cast()
        make_centre(Course.cast.coordinator.agency)
        yield Course


def test_nothing_forbidden_is_reached_and_an_end_always_is(model, capsys):
    Course.done.clear()
    chosen = settings(
        max_examples=-(-WANTED // STEPS) or RUNS,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        phases=[Phase.generate, Phase.shrink],
    )
    run_state_machine_as_test(model, settings=chosen)
    with capsys.disabled():
        print(f"\n{sum(Course.done.values())} steps: {dict(Course.done)}")


# The model can fail: each thing that holds is broken on purpose, and the model says what stands then.


@contextmanager
def one_case(machine: type[Course]) -> Iterator[Course]:
    """One run by hand, looked at after each step by whoever writes it, and at its end."""
    one = machine()
    try:
        one.begin()
        yield one
        one.nothing_forbidden_stands()
        one.can_end()
    finally:
        transaction.set_rollback(True)
        one.stack.close()


def to_plan(one: Course, services=("participation", "other")) -> None:
    one.apply("coordinator")
    one.assess("coordinator", "plan")
    one.make("coordinator", services)


def to_support(one: Course, services=("participation", "other")) -> None:
    to_plan(one, services)
    one.submit("coordinator")
    one.judge_plan("coordinator", Judgement.APPROPRIATE)
    one.draft("manager")
    one.decide(False)


def to_end(one: Course) -> None:
    to_support(one)
    one.evaluate("coordinator", Conclusion.INTERRUPT)
    one.judge_end("coordinator", False)


@pytest.mark.parametrize("way", [to_plan, to_support, to_end])
def test_a_course_without_a_fault_is_found_sound(model, way):
    with one_case(model) as one:
        way(one)
        assert not any("できない" in step for step in one.story), one.story


def test_the_course_goes_on_after_a_reopening(model):
    with one_case(model) as one:
        to_end(one)
        one.reopen("coordinator")
        one.submit("coordinator")
        one.judge_plan("coordinator", Judgement.APPROPRIATE)
        one.draft("manager")
        one.decide(False)
        assert one.stage() == "support"
        assert not any("できない" in step for step in one.story), one.story


def test_after_the_consent_is_gone_an_end_is_still_reached_from_every_step(model):
    for way in (to_plan, to_support):
        with one_case(model) as one:
            way(one)
            one.withdraw("worker")
    with one_case(model) as one:
        to_plan(one)
        one.submit("coordinator")
        one.withdraw("worker")


def test_a_course_that_is_not_ended_with_its_case_is_found(model, monkeypatch):
    monkeypatch.setattr(conference, "end_course", lambda *args, **values: None)
    with pytest.raises(Forbidden, match="支援の枠組みが動いています"), one_case(model) as one:
        to_end(one)


def test_a_draft_that_stays_in_a_closed_case_is_found(model, monkeypatch):
    monkeypatch.setattr(ending, "close_plans", lambda *args, **values: None)
    with pytest.raises(Forbidden, match="動いているプランがあります"), one_case(model) as one:
        to_plan(one)
        one.assess("coordinator", "broken_off")
        one.end("coordinator", "broken_off")


def test_a_plan_in_force_without_its_decision_is_found(model, monkeypatch):
    monkeypatch.setattr(rules, "needs_decision", lambda *args: False)
    with pytest.raises(Forbidden, match="支援決定がありません"), one_case(model) as one:
        to_support(one)


def test_a_plan_is_not_decided_on_before_it_is_drafted_nor_by_its_drafter(model):
    with one_case(model) as one:
        to_plan(one)
        one.submit("coordinator")
        one.judge_plan("coordinator", Judgement.APPROPRIATE)
        one.decide(False)
        assert "not_drafted" in one.story[-1]
        one.draft("decider")
        one.decide(False)
        assert "own_draft" in one.story[-1]


def test_a_draft_is_put_anew_after_it_was_given_back(model):
    with one_case(model) as one:
        to_plan(one)
        one.submit("coordinator")
        one.judge_plan("coordinator", Judgement.APPROPRIATE)
        one.draft("manager")
        one.return_draft("decider")
        one.draft("manager")
        one.decide(False)
        assert one.stage() == "support"
        assert not any("できない" in step for step in one.story), one.story


def test_a_plan_decided_on_without_its_draft_is_found(model, monkeypatch):
    monkeypatch.setattr(decision, "_to_decide", lambda *args, **values: None)
    monkeypatch.setattr(decision, "answer", lambda *args, **values: None)
    with pytest.raises(Forbidden, match="起案を経ていない支援決定があります"), one_case(model) as one:
        to_plan(one)
        one.submit("coordinator")
        one.judge_plan("coordinator", Judgement.APPROPRIATE)
        one.decide(False)


def test_a_plan_in_force_without_its_meeting_is_found(model, monkeypatch):
    monkeypatch.setattr(conference, "_keep", lambda *args, **values: None)
    with pytest.raises(Forbidden, match="会議の「適切」がありません"), one_case(model) as one:
        to_support(one)


def test_an_end_before_the_plan_that_passes_by_the_meeting_is_found(model, monkeypatch):
    monkeypatch.setattr(closing, "_plans_in_the_way", lambda *args, **values: [])
    with pytest.raises(Forbidden, match="会議の終結・中断の判断なしに"), one_case(model) as one:
        to_support(one)
        one.assess("coordinator", "broken_off")
        one.end("coordinator", "broken_off")


def test_without_the_support_conference_the_model_finds_the_dead_end(model, monkeypatch):
    monkeypatch.setattr(rules, "function_obstacles", _consent_always)
    with pytest.raises(Stuck, match="だれも支援を終えられません"), one_case(model) as one:
        to_support(one)
        one.withdraw("worker")


def _consent_always(*, case_id, consented, course, **values):
    return [] if consented else [rules.no_consent(case_id, course)]


def test_with_an_evaluation_by_the_coordinator_alone_the_model_finds_the_dead_end(model, monkeypatch):
    monkeypatch.setattr(
        closing,
        "leader_obstacles",
        lambda standing, **_: closing.standing_obstacles(standing, coordinates=True),
    )
    with pytest.raises(Stuck, match="not_coordinator"), one_case(model) as one:
        to_support(one)
        one.withdraw("worker")


def test_a_reopening_after_which_nobody_is_asked_is_found(model, monkeypatch):
    monkeypatch.setattr(reopening, "_go_on", lambda *args, **values: None)
    with pytest.raises(Forbidden, match="だれにも予定がありません"), one_case(model) as one:
        to_end(one)
        one.reopen("coordinator")


def test_what_must_never_be_is_asked_of_every_table_it_names(model):
    with transaction.atomic():
        assert wrong_states() == []
