"""A つなぎ can not vanish: random sequences of everything that carries a case away, looked at after each step (R-INT-05).

`KASANE_MODEL_STEPS=20000 ./kasane test tests/referral_model` goes on until so many steps are done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from kasane.cases import rules as case_rules
from kasane.cases.models import Case
from kasane.intake.actions import consent
from kasane.portal import home, watch
from tests.disclosure_model.session import OWNER, as_role, one_session, rows

from .machine import Referrals
from .town import clock, make_town
from .watching import Vanished, lost_later, lost_today

pytestmark = pytest.mark.long

STEPS = 20
WANTED = int(os.environ.get("KASANE_MODEL_STEPS", "0"))
RUNS = 12
PHASES = [Phase.generate, Phase.shrink]


@pytest.fixture(scope="module")
def model(django_db_setup, django_db_blocker) -> Iterator[type[Referrals]]:
    with django_db_blocker.unblock(), one_session(), clock() as time:
        Referrals.town, Referrals.clock = make_town(), time
        yield Referrals


def run(machine: type[Referrals], *, runs: int, steps: int = STEPS, **more: object) -> None:
    chosen = settings(
        max_examples=runs,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
        phases=PHASES,
        **more,
    )
    run_state_machine_as_test(machine, settings=chosen)


def test_no_case_and_no_referral_vanishes(model, capsys):
    Referrals.done.clear()
    run(model, runs=-(-WANTED // STEPS) or RUNS)
    with capsys.disabled():
        print(f"\n{sum(Referrals.done.values())} steps: {dict(Referrals.done)}")


# The model can fail: each thing that keeps a case in sight is broken on purpose, and the model says what is lost.


@contextmanager
def town_day(machine: type[Referrals]) -> Iterator[Referrals]:
    """One run by hand, looked at at its end."""
    one = machine()
    try:
        yield one
        one.judge(lost_today(one.town))
        one.judge(lost_later(one.town, one.clock))
    finally:
        transaction.set_rollback(True)
        one.stack.close()
        one.clock.put(0)


def taken_over(one: Referrals) -> None:
    """包括 took the consultation, 社協 took it over."""
    one.receive(at="hokatsu", who=0, answer="agree")
    one.refer(case=0, who=0, to=["shakyo"])
    one.answer(hop=0, who=0, how="accepted")


def test_a_course_without_a_fault_loses_nothing(model):
    with town_day(model) as one:
        taken_over(one)
        one.leave(at="shakyo", who=0, shut=True)
        one.withdraw(case=0, who=0)


def test_without_the_column_of_silence_the_model_finds_the_case_that_nobody_sees(model, monkeypatch):
    monkeypatch.setattr(home, "silent_cases", lambda by, **_: Case.objects.none())
    with (
        pytest.raises(Vanished, match=r"包括が主担当\)は、だれの「今日やること」にも出てきません"),
        town_day(model) as one,
    ):
        one.receive(at="hokatsu", who=0, answer="agree")


def test_tasks_that_only_their_assignee_sees_are_found(model, monkeypatch):
    everybodys = home.tasks_of_agency
    monkeypatch.setattr(
        home, "tasks_of_agency", lambda by, **asked: everybodys(by, **asked).filter(assignee=by.user)
    )
    with pytest.raises(Vanished, match="「つなぎへの返事.*」は、社協のだれの"), town_day(model) as one:
        one.receive(at="hokatsu", who=0, answer="agree")
        one.refer(case=0, who=0, to=["shakyo"])


def test_a_coordinator_who_is_not_told_of_what_nobody_holds_is_found(model, monkeypatch):
    monkeypatch.setattr(watch, "_unheld", lambda found: [])
    with pytest.raises(Vanished, match="今日だれにも見えず、だれにも知らされません"), town_day(model) as one:
        one.receive(at="kikan", who=0, answer="agree")
        one.leave(at="kikan", who=0, shut=False)


def test_a_closed_account_that_counts_as_staff_is_found(model):
    with pytest.raises(Vanished, match="今日だれにも見えず"), town_day(model) as one:
        with as_role(OWNER):
            rows("CREATE OR REPLACE FUNCTION cases_staffed() RETURNS SETOF uuid LANGUAGE sql STABLE AS"
                 " 'SELECT id FROM agencies_agency'")  # fmt: skip
        one.receive(at="kikan", who=0, answer="agree")
        one.leave(at="kikan", who=0, shut=True)


def test_responsibility_that_stays_where_the_person_withdrew_consent_is_found(model, monkeypatch):
    monkeypatch.setattr(watch, "_unheld", lambda found: [])
    with town_day(model) as one:
        taken_over(one)
        one.withdraw(case=0, who=0)
    monkeypatch.setattr(consent, "keep_held", lambda *_, **__: None)
    with pytest.raises(Vanished, match=r"社協が主担当\)は、今日だれにも見えず"), town_day(model) as one:
        taken_over(one)
        one.withdraw(case=0, who=0)


def test_a_referral_to_an_empty_desk_that_cries_to_nobody_is_found(model, monkeypatch):
    monkeypatch.setattr(home, "stalled_rows", lambda by, found: [])
    with (
        pytest.raises(Vanished, match="基幹へのつなぎは、返事のないまま、どこにも出てきません"),
        town_day(model) as one,
    ):
        one.receive(at="hokatsu", who=0, answer="agree")
        one.refer(case=0, who=0, to=["kikan"])
        one.leave(at="kikan", who=0, shut=False)


def test_a_closure_that_ends_what_waits_for_an_answer_is_found(model, monkeypatch):
    monkeypatch.setattr(case_rules, "OUTLAST_CLOSURE", ("follow_up",))
    with pytest.raises(Vanished, match="重層へのつなぎは、返事のないまま"), town_day(model) as one:
        one.receive(at="kikan", who=0, answer="agree")
        one.refer(case=0, who=0, to=["juso"])
        one.close(case=0, who=0)
        one.reopen(case=0, who=0)


def test_a_failure_shrinks_to_what_matters(model, monkeypatch):
    monkeypatch.setattr(home, "silent_cases", lambda by, **_: Case.objects.none())
    with pytest.raises(Vanished) as caught:
        run(model, runs=3, steps=5, derandomize=True)
    told = str(caught.value)
    assert "1. " in told and "相談を受け付ける" in told
    acts = [line for line in told.splitlines() if line[:1].isdigit()]
    assert all("日たつ" in line for line in acts[1:]), told
