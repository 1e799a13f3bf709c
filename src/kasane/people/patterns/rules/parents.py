"""Parents who raise children alone and in want (R-PEO-03)."""

from __future__ import annotations

from enum import Enum

from kasane.base.choices import Issue, Topic
from kasane.people.kinship import UnionKind
from kasane.people.patterns.facts import Household, Mark, Member
from kasane.people.patterns.found import Finding, PatternCode, Reason
from kasane.people.patterns.words import living_together, marked, who

CHILD_UNTIL = 19
"""Years. A child in the law on single parents is under 20 (母子及び父子並びに寡婦福祉法 第6条第3項)."""

WANT = (Issue.POVERTY, Issue.DEBT)
_SIGNS_OF_WANT = (Issue.HOUSEHOLD_MONEY, Issue.UNSTABLE_HOUSING, Issue.HOMELESS)
_TOPICS_OF_WANT = (Topic.INCOME, Topic.RENT, Topic.TAXES, Topic.DEBT, Topic.FOOD)


class Alone(Enum):
    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"


def single_parent_in_want(home: Household) -> list[Finding]:
    """ひとり親と生活困窮 (R-PEO-03): a parent without a partner, with a child under 20 at home, and hardship.

    A partner in common-law marriage counts as one, as in the law on single parents (第6条第1項). Hardship is an issue
    経済的困窮 or 債務 of anybody at home; what the reception sheet says of money may be so (生活困窮者自立支援法 第3条).
    """
    want, sure = _want(home)
    if not want:
        return []
    found = []
    for parent in home.together:
        children = [c for c in home.children_of(parent) if c.together and home.is_aged(c, 0, CHILD_UNTIL)]
        if not children:
            continue
        alone, told = _alone(home, parent, children)
        if alone is Alone.NO:
            continue
        missing = []
        if alone is Alone.UNKNOWN:
            missing.append(f"{parent.word}の配偶者の有無が分かると確かめられます")
        if not sure:
            missing.append("収入と支払いの状況が分かると確かめられます")
        reasons = (living_together(home, parent, *children), *told, *want)
        persons = (parent.id, *(child.id for child in children))
        found.append(Finding(PatternCode.SINGLE_PARENT, persons, reasons, tuple(missing)))
    return found


def _want(home: Household) -> tuple[list[Reason], bool]:
    """What says that money is short, and whether that is certain."""
    sure = _issues_at_home(home, WANT)
    signs = [*_issues_at_home(home, _SIGNS_OF_WANT), *home.topics(_TOPICS_OF_WANT)]
    return [marked(home, mark) for mark in (*sure, *signs)], bool(sure)


def _issues_at_home(home: Household, codes: tuple[Issue, ...]) -> list[Mark]:
    return [mark for member in home.together for mark in home.issues_of(member, codes)]


def _alone(home: Household, parent: Member, children: list[Member]) -> tuple[Alone, list[Reason]]:
    """Whether the parent raises the children alone, with what says so."""
    ticked = home.issues_of(parent, [Issue.SINGLE_PARENT])
    for child in children:
        ticked += home.issues_of(child, [Issue.SINGLE_PARENT])
    if ticked:
        return Alone.YES, [marked(home, mark) for mark in ticked]
    others = [p for child in children for p in home.parents_of(child) if p.id != parent.id and p.together]
    if others:
        return Alone.NO, []
    return _by_union(home, parent)


def _by_union(home: Household, parent: Member) -> tuple[Alone, list[Reason]]:
    """By marriages and their ends. A husband who only lives elsewhere (単身赴任) is still a husband."""
    ended: list[Reason] = []
    separated: list[Reason] = []
    for union in home.graph.unions_of.get(parent.id, []):
        other = union.b if union.a == parent.id else union.a
        lost = _lost(home, parent, other)
        if lost:
            ended.append(lost)
        elif union.kind in (UnionKind.DIVORCED, UnionKind.PARTED):
            ended.append(Reason(f"{who(home, parent)}は離婚している", parent.kinds))
        elif union.kind is UnionKind.SEPARATED:
            separated.append(Reason(f"{who(home, parent)}は夫婦で別居している", parent.kinds))
        elif other in home.present:
            return Alone.NO, []
    return (Alone.YES, ended) if ended and not separated else (Alone.UNKNOWN, [*ended, *separated])


def _lost(home: Household, parent: Member, other: str) -> Reason | None:
    kin = home.graph.people.get(other)
    if kin is None or kin.alive(home.day):
        return None
    return Reason(f"{who(home, parent)}は配偶者と死別している", parent.kinds)
