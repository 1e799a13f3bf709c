"""The rules, each a pure function from a household to what it sees in it (R-PEO-03). They point out, never decide."""

from __future__ import annotations

from collections.abc import Callable

from kasane.people.patterns.facts import Household
from kasane.people.patterns.found import Finding
from kasane.people.patterns.rules.answer import answer_obstacles, take_back_obstacles
from kasane.people.patterns.rules.carers import double_care, young_carer
from kasane.people.patterns.rules.elders import (
    demented_caring_for_demented,
    old_caring_for_old,
    old_parent_and_child,
    withdrawn_and_old_parent,
)
from kasane.people.patterns.rules.parents import single_parent_in_want

RULES: tuple[Callable[[Household], list[Finding]], ...] = (
    old_parent_and_child,
    withdrawn_and_old_parent,
    double_care,
    young_carer,
    single_parent_in_want,
    old_caring_for_old,
    demented_caring_for_demented,
)

__all__ = [
    "RULES",
    "answer_obstacles",
    "demented_caring_for_demented",
    "double_care",
    "old_caring_for_old",
    "old_parent_and_child",
    "single_parent_in_want",
    "take_back_obstacles",
    "withdrawn_and_old_parent",
    "young_carer",
]
