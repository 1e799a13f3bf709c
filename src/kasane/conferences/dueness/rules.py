"""What comes to the table and under which function it can: pure functions (R-CONF-01, R-CONF-03, R-CONF-04)."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from kasane.conferences.rules import SUPPORT_CONFERENCE


class Source(StrEnum):
    """Why a case should come to the table. The words become the title of its item: they name nobody."""

    BROUGHT = "brought"
    DECIDED = "decided"
    MONITORING = "monitoring"
    ENDING = "ending"
    FOLLOW_UP = "follow_up"
    SILENT = "silent"

    @property
    def words(self) -> str:
        return _TITLES[self]


_TITLES = {
    Source.BROUGHT: "支援会議に諮るケース",
    Source.DECIDED: "前に決めたことの確認",
    Source.MONITORING: "モニタリングの確認",
    Source.ENDING: "プランの期限",
    Source.FOLLOW_UP: "終結後のフォローアップ",
    Source.SILENT: "しばらく動きのないケース",
}

_OF_TASK = {
    ("conference", "reception"): Source.BROUGHT,
    ("conference", "referral_alert"): Source.BROUGHT,
    ("conference", "meeting_decision"): Source.DECIDED,
    ("monitoring", "plan"): Source.MONITORING,
    ("follow_up", "evaluation"): Source.FOLLOW_UP,
}


def source_of(kind: str, source: str) -> Source | None:
    """Why a task of this kind and origin should come to the table; None when it is for its agency alone."""
    return _OF_TASK.get((kind, source))


def comes_up(source: Source, *, is_closed: bool) -> bool:
    """Whether a case still comes to the table for this reason: once it is closed, to be followed up alone (R-COOR-08)."""
    return not is_closed or source == Source.FOLLOW_UP


def function_for(functions: Collection[str]) -> str:
    """Under which function of the body such a case is talked about; "" when there is none.

    重層的支援会議 and 支援調整会議 take a case at one of the four timings only, with what is judged then (R-CONF-04). What is
    merely looked at again goes to 支援会議.
    """
    return SUPPORT_CONFERENCE if SUPPORT_CONFERENCE in functions else ""
