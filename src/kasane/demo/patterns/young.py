"""Households around young people: school absence with an ill parent, young people who stay in."""

from kasane.demo.families import FEMALE, MALE, Family
from kasane.demo.kinship import Kin
from kasane.demo.labels import Issue


def truancy(f: Family) -> Kin:
    """不登校と親の病気: the members and their issues; returns the subject."""
    parent = f.elder("親", 34, 51, FEMALE if f.rng.random() < 0.8 else MALE)
    partner = f.spouse("配偶者", parent) if f.rng.random() < 0.45 else None
    parents = (parent, partner) if partner else (parent,)
    child = f.child("子", parents, 8, 15) or f.child("子", (parent,), 7, 15)
    if f.rng.random() < 0.4:
        f.child("きょうだい", parents, 5, 17)
    parent.issues += [f.rng.choice((Issue.MENTAL, Issue.ILLNESS))]
    if partner is None:
        parent.issues.append(Issue.SINGLE_PARENT)
    if child is None:
        return parent
    child.issues += [Issue.TRUANCY]
    return child if f.rng.random() < 0.6 else parent


def young_withdrawn(f: Family) -> Kin:
    """若者ひきこもり: the members and their issues; returns the subject."""
    young = f.elder("子", 17, 37, MALE if f.rng.random() < 0.65 else FEMALE)
    mother = f.parent("親", young, FEMALE, gap=(22, 35))
    if f.rng.random() < 0.7:
        f.second_parent("もう一人の親", young)
    if f.rng.random() < 0.4:
        f.parent("祖", mother, FEMALE, gap=(22, 32))
    if f.rng.random() < 0.4:
        f.child("きょうだい", young.parents, 13, 38, apart=True)
    young.issues += [Issue.ISOLATION, Issue.DAILY_RHYTHM]
    if f.rng.random() < 0.4:
        young.issues.append(f.rng.choice((Issue.SCHOOLING, Issue.DISABILITY_SUSPECTED, Issue.MENTAL)))
    mother.issues.append(Issue.FAMILY)
    return young
