"""A つなぎ can not vanish: random sequences of everything that carries a case away, looked at after each step (R-INT-05).

`KASANE_MODEL_STEPS=20000 ./kasane test tests/referral_model` goes on until so many steps are done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.disclosure_model.session import one_session

from .machine import Referrals
from .town import clock, make_town

STEPS = 20
WANTED = int(os.environ.get("KASANE_MODEL_STEPS", "0"))
RUNS = 25
PHASES = [Phase.generate] if os.environ.get("KASANE_MODEL_SHRINK") == "0" else [Phase.generate, Phase.shrink]


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
