"""Composite patterns of a household: 8050, ダブルケア, ヤングケアラー … (R-PEO-03). Pure; pointed out, never decided."""

from kasane.people.patterns.facts import CARE_LEVEL, ISSUE, TOPIC, Household, Mark, Member, Tie
from kasane.people.patterns.found import Certainty, Finding, Pattern, PatternCode, Reason
from kasane.people.patterns.levels import patterns, patterns_by_kinds, rank, strongest

__all__ = [
    "CARE_LEVEL",
    "ISSUE",
    "TOPIC",
    "Certainty",
    "Finding",
    "Household",
    "Mark",
    "Member",
    "Pattern",
    "PatternCode",
    "Reason",
    "Tie",
    "patterns",
    "patterns_by_kinds",
    "rank",
    "strongest",
]
