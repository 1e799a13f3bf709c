"""Households in the middle: double care, young carers, single parents, worried new parents."""

from kasane.demo.families import FEMALE, MALE, Family
from kasane.demo.kinship import Kin
from kasane.demo.labels import Issue


def double_care(f: Family) -> Kin:
    """ダブルケア: the members and their issues; returns the subject."""
    carer = f.elder("介護者", 34, 47, FEMALE if f.rng.random() < 0.85 else MALE)
    partner = f.spouse("配偶者", carer) if f.rng.random() < 0.75 else None
    parents = (carer, partner) if partner else (carer,)
    f.children("子", parents, f.rng.choice((1, 2, 2, 3)), 1, 6)
    if not any(m.role == "子" for m in f.members):
        f.child("子", (carer,), 0, 6)
    own = partner is None or f.rng.random() < 0.55
    old = f.parent(
        "親", carer if own else partner or carer, FEMALE if f.rng.random() < 0.65 else MALE, gap=(26, 38)
    )
    old.issues += [Issue.CARE, Issue.ILLNESS]
    carer.issues += [Issue.DOUBLE_CARE, Issue.CARE, Issue.CHILD_REARING]
    if partner is None:
        carer.issues.append(Issue.SINGLE_PARENT)
    return carer


def young_carer(f: Family) -> Kin:
    """ヤングケアラー: the members and their issues; returns the subject."""
    parent = f.elder("親", 35, 50, FEMALE if f.rng.random() < 0.8 else MALE)
    child = f.child("子", (parent,), 10, 16)
    if f.rng.random() < 0.7:
        f.child("下の子", (parent,), 3, 9)
    if f.rng.random() < 0.3:
        f.parent("祖", parent, FEMALE, gap=(23, 33)).issues.append(Issue.CARE)
    parent.issues += [
        Issue.SINGLE_PARENT,
        f.rng.choice((Issue.ILLNESS, Issue.DISABILITY_CERTIFIED, Issue.MENTAL)),
    ]
    if f.rng.random() < 0.5:
        parent.issues.append(Issue.POVERTY)
    if child is None:
        return parent
    child.issues.append(Issue.YOUNG_CARER)
    return parent if f.rng.random() < 0.5 else child


def single_parent(f: Family) -> Kin:
    """ひとり親と生活困窮: the members and their issues; returns the subject."""
    parent = f.elder("親", 24, 46, FEMALE if f.rng.random() < 0.88 else MALE)
    made = f.children("子", (parent,), f.rng.choice((1, 1, 2, 2, 3)), 2, 15)
    if not made:
        f.child("子", (parent,), 0, 15)
    parent.issues += [Issue.SINGLE_PARENT, Issue.POVERTY]
    if f.rng.random() < 0.35:
        parent.issues.append(Issue.BUDGETING)
    if f.rng.random() < 0.3:
        parent.issues.append(Issue.MENTAL)
    return parent


def new_parent(f: Family) -> Kin:
    """子育ての孤立: the members and their issues; returns the subject."""
    mother = f.elder("親", 22, 41, FEMALE)
    partner = f.spouse("配偶者", mother) if f.rng.random() < 0.8 else None
    parents = (mother, partner) if partner else (mother,)
    made = f.children("子", parents, f.rng.choice((1, 1, 2)), 0, 5)
    if not made:
        f.child("子", (mother,), 0, 5)
    mother.issues += [Issue.CHILD_REARING, Issue.ISOLATION]
    if f.rng.random() < 0.5:
        mother.issues.append(Issue.MENTAL)
    for kin in f.members:
        if kin.role == "子" and f.rng.random() < 0.4:
            kin.issues.append(Issue.DISABILITY_SUSPECTED)
    return mother
