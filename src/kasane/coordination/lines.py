"""The lines of a plan and of a monitoring, as forms and data loaders hand them to the actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kasane.agencies.models import Agency
from kasane.coordination.choices import Service


@dataclass(frozen=True)
class GoalLine:
    """短期目標."""

    text: str
    by_when: str = ""
    issue: str = ""
    issue_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class ItemLine:
    """One line of 支援内容. `goal`: the place of the short goal it serves, from 1; 0 for none."""

    support: str
    agency: Agency
    staff: str = ""
    issue: str = ""
    service: str = Service.OTHER
    frequency: str = ""
    period: str = ""
    own_effort: str = ""
    goal: int = 0
    from_on: date | None = None
    until_on: date | None = None


def carried(row: Any, line: type[Any]) -> dict[str, Any]:
    """The values of a saved row that make the same line again. A line's goal becomes its place."""
    values = {name: getattr(row, name) for name in line.__dataclass_fields__}
    if "goal" in values:
        values["goal"] = values["goal"].order if values["goal"] else 0
    return values
