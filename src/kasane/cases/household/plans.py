"""What the household's follow-ups need of the plan. The work that owns plans says how to read it, since `cases`
lies below it and may not reach up.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kasane.cases.household.rules import PlanFacts

Reader = Callable[[UUID], PlanFacts | None]
_readers: list[Reader] = []


def read_plans_with(reader: Reader) -> None:
    """Called once, when the work of plans is ready."""
    if reader not in _readers:
        _readers.append(reader)


def plan_of(case_id: UUID) -> PlanFacts | None:
    """The plan in force, or the one in the making, as far as the viewer may see it."""
    return next((found for reader in _readers if (found := reader(case_id))), None)
