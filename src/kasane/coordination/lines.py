"""The lines of a plan and of a monitoring, as forms and data loaders hand them to the actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kasane.agencies.models import Agency
from kasane.coordination.choices import Service


@dataclass(frozen=True)
class GoalLine:
    """短期目標."""

    text: str
    by_when: str = ""


@dataclass(frozen=True)
class ItemLine:
    """One line of 支援内容."""

    support: str
    agency: Agency
    staff: str = ""
    issue: str = ""
    service: str = Service.OTHER
    frequency: str = ""
    period: str = ""
    own_effort: str = ""


def carried(row: Any, line: type[Any]) -> dict[str, Any]:
    """The values of a saved row that make the same line again."""
    return {name: getattr(row, name) for name in line.__dataclass_fields__}
