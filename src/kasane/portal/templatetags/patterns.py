"""Tags of the composite patterns: the hint in the aside of a case, and the words of the numbers (R-PEO-03)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template

from kasane.base.dates import wareki
from kasane.cases.models import Case
from kasane.cases.panels import once
from kasane.portal.patterns.hint import hints_of

register = template.Library()


@register.inclusion_tag("portal/pattern_hint.html")
def pattern_hint(case: Case) -> dict[str, Any]:
    """What the records of the household point to. One query, read once per page."""
    return {"case": case, "hints": once(case, "patterns", lambda: hints_of(case))}


@register.filter
def nendo(year: int) -> str:
    """「令和7年度」 for the fiscal year that began in 2025."""
    return wareki(date(year, 5, 1)).partition("年")[0] + "年度"


@register.filter
def at(values: Sequence[Any], place: int) -> Any:
    return values[place]
