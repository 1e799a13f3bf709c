"""Hand-overs to the prefecture, and where they are offered (R-INT-08)."""

from __future__ import annotations

from kasane.agencies import profile
from kasane.intake import rules
from kasane.intake.models import Likely, Reception


def offers_prefecture(row: Reception) -> bool:
    """Whether the prefecture's 自立相談支援 is recommended: a town without a 福祉事務所, and a matter of money."""
    asked = rules.asks_assistance(row.topics) or row.assistance == Likely.YES
    return asked and not profile.current().town.has_welfare_office


def desk_of_prefecture() -> str:
    """How the prefecture's desk is addressed until somebody writes it better."""
    return f"{profile.current().town.prefecture or ''} 自立相談支援機関".strip()
