"""No plan, re-plan, closure or interruption without its meeting item, in any town (R-CONF-04, R-CONF-05)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kasane import coordination, profiles
from kasane.base.choices import Timing
from kasane.conferences.models import Function
from kasane.coordination import rules
from kasane.profiles import load

ROOT = Path(coordination.__file__).parents[1]
PROFILES = sorted(path.stem for path in Path(profiles.__file__).parent.glob("*.toml"))


def calls(name: str) -> set[str]:
    """The functions of the product in which something of this name is called, as file:function."""
    found = set()
    for path in ROOT.rglob("*.py"):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for function in _functions(ast.parse(path.read_text())):
            called = {_name(one.func) for one in ast.walk(function) if isinstance(one, ast.Call)}
            if name in called:
                found.add(f"{path.relative_to(ROOT)}:{function.name}")
    return found


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def states_set(state: str) -> set[str]:
    """The functions that put a plan into this state."""
    found = set()
    for path in (ROOT / "coordination").rglob("*.py"):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for function in _functions(ast.parse(path.read_text())):
            for one in ast.walk(function):
                if (
                    isinstance(one, ast.Assign)
                    and any(
                        isinstance(target, ast.Attribute) and target.attr == "state"
                        for place in one.targets
                        for target in ast.walk(place)
                        if isinstance(target, ast.Attribute)
                    )
                    and any(
                        isinstance(value, ast.Attribute) and value.attr == state
                        for value in ast.walk(one.value)
                    )
                ):
                    found.add(f"{path.relative_to(ROOT)}:{function.name}")
    return found


def test_a_plan_comes_into_force_in_one_place_alone():
    assert states_set("FINAL") == {"coordination/actions/decision.py:make_final"}


def test_that_place_is_reached_from_the_judgement_and_from_the_decision_after_it():
    assert calls("make_final") == {
        "coordination/actions/conference.py:_judge_plan",
        "coordination/actions/decision.py:decide",
    }


def test_a_plan_awaits_its_decision_only_by_the_judgement():
    assert states_set("AGREED") == {"coordination/actions/conference.py:_judge_plan"}


def test_a_judgement_is_kept_from_an_item_of_a_meeting_alone():
    assert calls("record_judgement") == {"conferences/actions/holding.py:judge"}


@pytest.mark.parametrize("key", PROFILES)
@pytest.mark.parametrize("timing", list(Timing))
def test_in_every_town_each_timing_has_a_body_to_judge_it(key, timing):
    town = load(key)
    offered = {str(one) for body in town.bodies for one in body.functions}
    for consented in (True, False):
        if timing in rules.PLAN_TIMINGS and not consented:
            continue
        wanted = rules.function_for(timing, consented=consented)
        assert wanted in offered, (key, timing, consented, offered)
        assert wanted in Function.values


@pytest.mark.parametrize("key", PROFILES)
def test_every_town_has_its_words_for_the_four_timings(key):
    assert len(load(key).timings) == len(Timing)
