"""Hand-overs to the prefecture, and where they are offered (R-INT-08)."""

from __future__ import annotations

from uuid import UUID

from kasane.agencies import profile
from kasane.intake import rules
from kasane.intake.models import Likely, PrefectureHandOver, Reception


def offers_prefecture(row: Reception) -> bool:
    """Whether the prefecture's 自立相談支援 is recommended: a town without a 福祉事務所, and a matter of money."""
    asked = rules.asks_assistance(row.topics) or row.assistance == Likely.YES
    return asked and not profile.current().town.has_welfare_office


def handovers_of(case_id: UUID) -> list[PrefectureHandOver]:
    """The hand-overs of a case, as far as the viewer sees their kinds. One query."""
    rows = PrefectureHandOver.objects.filter(case_id=case_id)
    return list(rows.select_related("agency", "handed_by", "followed_up_by"))


def desk_of_prefecture() -> str:
    """How the prefecture's desk is addressed until somebody writes it better."""
    return f"{profile.current().town.prefecture or ''} 自立相談支援機関".strip()
