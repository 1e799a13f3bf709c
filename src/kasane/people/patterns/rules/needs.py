"""Whether somebody needs care or is held back by health, as far as the sheets say so (R-PEO-03)."""

from __future__ import annotations

from kasane.base.choices import Issue
from kasane.people.patterns.facts import CARE, Household, Member
from kasane.people.patterns.found import Reason
from kasane.people.patterns.words import cares, marked

AGED = 65
"""Years from which somebody counts as aged (第1号被保険者: 介護保険法 第9条第1号)."""
GROWN_UP = 18
HEALTH = (Issue.ILLNESS, Issue.INJURY, Issue.DISABILITY, Issue.DISABILITY_SUSPECTED, Issue.MENTAL)


def care_needs(home: Household, member: Member) -> list[Reason]:
    """What says that somebody needs care. 「介護」 ticked for the young may as well be the care they give: not counted."""
    found = [cares(home, tie) for tie in home.ties_of(CARE, right=member) if tie.left in home.present]
    level = home.care_level_of(member)
    found += [marked(home, level)] if level else []
    if home.is_aged(member, AGED):
        found += [marked(home, mark) for mark in home.issues_of(member, [Issue.CARE])]
    return found


def health_needs(home: Household, member: Member) -> list[Reason]:
    """What says that somebody needs care or that illness or disability may keep them from caring."""
    return [*care_needs(home, member), *(marked(home, mark) for mark in home.issues_of(member, HEALTH))]


def is_given_care(home: Household, member: Member) -> bool:
    """Whether it is recorded who of the household cares for somebody."""
    return any(tie.left in home.present for tie in home.ties_of(CARE, right=member))
