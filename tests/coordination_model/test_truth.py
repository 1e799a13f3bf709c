"""Every transition with every set of missing conditions gives exactly their obstacles, no other and none twice.

One condition missing gives one obstacle of its own; any set of them gives the obstacles of each, together.
"""

from __future__ import annotations

import random

import pytest

from .transitions import TRANSITIONS, Transition

MOST = 4096
named = pytest.mark.parametrize("step", TRANSITIONS, ids=lambda step: step.name)


@named
def test_with_all_there_nothing_stands_in_the_way(step: Transition):
    assert step.codes() == []


@named
def test_each_missing_condition_is_told_by_one_obstacle_of_its_own(step: Transition):
    told = {absent: step.codes(absent) for absent in step.missing}
    assert all(len(codes) == 1 for codes in told.values()), told


@named
def test_any_set_of_missing_conditions_is_told_by_theirs_and_no_other(step: Transition):
    sets = list(step.subsets())
    if len(sets) > MOST:
        sets = random.Random(1).sample(sets, MOST)
    for absent in sets:
        moot = {one for hider in absent for one in step.hides.get(hider, ())}
        wanted = {code for one in absent if one not in moot for code in step.codes(one)}
        found = step.codes(*absent)
        assert set(found) == wanted, absent
        assert len(found) == len(set(found)), absent


def test_a_rule_that_forgets_a_condition_is_found():
    from dataclasses import replace

    step = TRANSITIONS[0]
    deaf = replace(step, ask=lambda facts: [o for o in step.ask(facts=facts) if o.code != "no_last_score"])
    with pytest.raises(AssertionError, match="last_score"):
        test_each_missing_condition_is_told_by_one_obstacle_of_its_own(deaf)
