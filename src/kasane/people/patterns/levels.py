"""Which patterns a household shows to whom (R-PEO-03, R-DIS-04).

What somebody may know decides what can be pointed out to them. So each pattern is worked out once for every set of
kinds of data that its facts can need, and carries exactly that set: who lacks a kind sees what follows without it.
"""

from __future__ import annotations

from kasane.base.kinds import DataKind
from kasane.people.patterns.facts import Household
from kasane.people.patterns.found import Certainty, Finding, Pattern, PatternCode, joined
from kasane.people.patterns.rules import RULES


def patterns(home: Household) -> list[Pattern]:
    """The patterns of a household by all the facts given, in the order of `PatternCode` (R-PEO-03)."""
    found: dict[PatternCode, list[Finding]] = {}
    for rule in RULES:
        for finding in rule(home):
            found.setdefault(finding.code, []).append(finding)
    joint = [joined(found[code]) for code in PatternCode if code in found]
    return [one for one in joint if one is not None]


def patterns_by_kinds(home: Household, *, known: int | None = None) -> list[Pattern]:
    """The patterns for every set of kinds of data, each with the facts of exactly its `kinds`.

    A code comes once per set. With `known` the facts beyond those kinds are left out first.
    """
    if known is not None:
        home = home.seen_with(known)
    found: dict[tuple[PatternCode, int], Pattern] = {}
    for kinds in _sets_of(home):
        for one in patterns(home.seen_with(kinds)):
            if one.kinds == kinds:
                found[one.code, kinds] = one
    return list(found.values())


def _sets_of(home: Household) -> list[int]:
    """Every union of kinds that facts have, smallest first. Ties and marks are few, and their kinds fewer."""
    basic = int(DataKind.BASIC)
    sets = {basic}
    for kinds in {fact.kinds for facts in (home.members, home.ties, home.marks) for fact in facts}:
        sets |= {one | kinds for one in sets}
    return sorted(sets, key=lambda one: (one.bit_count(), one))


def strongest(found: list[Pattern]) -> list[Pattern]:
    """Of each code the one that says most: what is certain first, then what rests on more kinds of data."""
    best: dict[PatternCode, Pattern] = {}
    for one in found:
        if one.code not in best or rank(one.certainty, one.kinds) > rank(
            best[one.code].certainty, best[one.code].kinds
        ):
            best[one.code] = one
    return [best[code] for code in PatternCode if code in best]


def rank(certainty: str, kinds: int) -> tuple[bool, int]:
    """How much a pattern says, for choosing among several of one code."""
    return certainty == Certainty.CERTAIN, kinds.bit_count()
