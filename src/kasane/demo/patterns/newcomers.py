"""Households uprooted: a foreign single parent, refuge from violence, after a disaster."""

from kasane.demo.families import FEMALE, Family
from kasane.demo.kinship import Kin
from kasane.demo.labels import Issue


def foreign_parent(f: Family) -> Kin:
    """外国籍のひとり親: the members and their issues; returns the subject."""
    parent = f.foreign("親", 25, 45, FEMALE)
    for role in ("子", "下の子")[: f.rng.choice((1, 1, 2))]:
        f.foreign_child(role, parent, 2, 15)
    kids = sorted((m for m in f.members if m is not parent), key=lambda k: k.birth)
    for kin, role in zip(kids, ("子", "下の子"), strict=False):
        kin.role = role
    parent.issues += [Issue.FOREIGN, Issue.SINGLE_PARENT, Issue.ABILITY]
    if f.rng.random() < 0.6:
        parent.issues.append(Issue.POVERTY)
    for kin in kids:
        kin.issues.append(Issue.FOREIGN)
    return parent


def violence(f: Family) -> Kin:
    """DV避難: the members and their issues; returns the subject."""
    mother = f.elder("本", 23, 52, FEMALE)
    f.children("子", (mother,), f.rng.choice((0, 1, 1, 2)), 0, 15)
    mother.issues += [Issue.VIOLENCE, Issue.HOUSING, Issue.POVERTY]
    if f.rng.random() < 0.5:
        mother.issues.append(Issue.MENTAL)
    for kin in f.members[1:]:
        kin.issues.append(Issue.VIOLENCE)
    return mother


def disaster(f: Family) -> Kin:
    """災害後: the members and their issues; returns the subject."""
    subject = f.elder("本", 62, 86, f.sex())
    if f.rng.random() < 0.5:
        partner = f.spouse("配偶者", subject)
        parents: tuple[Kin, ...] = (subject, partner)
    else:
        parents = (subject,)
    if f.rng.random() < 0.5:
        f.child("子", parents, 35, 58, apart=f.rng.random() < 0.6)
    subject.issues += [Issue.DISASTER, Issue.HOUSING]
    if f.rng.random() < 0.5:
        subject.issues.append(Issue.MENTAL)
    return subject
