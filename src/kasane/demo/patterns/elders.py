"""Households of the old: 8050, care among the old, neglecting oneself, alone, children far away."""

from kasane.demo.families import FEMALE, MALE, Family
from kasane.demo.kinship import Kin
from kasane.demo.labels import Issue


def eighty_fifty(f: Family) -> Kin:
    """8050: the members and their issues; returns the subject."""
    child = f.elder("子", 46, 61, MALE if f.rng.random() < 0.72 else FEMALE)
    mother_home = f.rng.random() < 0.75
    parent = f.parent("親", child, FEMALE if mother_home else MALE, gap=(23, 34))
    if f.rng.random() < 0.2:
        f.second_parent("もう一人の親", child).issues += [Issue.CARE]
    if f.rng.random() < 0.55:
        f.child("きょうだい", child.parents, 40, 62, apart=True, married=f.rng.random() < 0.6)
    child.issues += [Issue.ISOLATION, Issue.FAMILY]
    if f.rng.random() < 0.4:
        child.issues.append(Issue.DISABILITY_SUSPECTED if f.rng.random() < 0.6 else Issue.MENTAL)
    parent.issues += [Issue.CARE, Issue.ILLNESS] if f.rng.random() < 0.6 else [Issue.CARE]
    if f.rng.random() < 0.5:
        parent.issues.append(Issue.POVERTY)
    return parent if f.rng.random() < 0.6 else child


def old_couple(f: Family) -> Kin:
    """老老介護: the members and their issues; returns the subject."""
    first = f.elder("介護", 77, 88, f.sex(0.45))
    f.spouse("介護者", first)
    first.issues += [Issue.CARE, Issue.ILLNESS]
    carer = f.members[1]
    carer.issues += [Issue.CARE, Issue.ILLNESS] if f.rng.random() < 0.7 else [Issue.CARE]
    if f.rng.random() < 0.7:
        f.child("子", (first, carer), 44, 62, apart=True, married=True)
    return first if f.rng.random() < 0.6 else carer


def neglect(f: Family) -> Kin:
    """ごみ屋敷・セルフネグレクト: the members and their issues; returns the subject."""
    subject = f.elder("本", 58, 86, MALE if f.rng.random() < 0.65 else FEMALE)
    subject.issues += [Issue.DAILY_RHYTHM, Issue.ISOLATION, Issue.HOUSING]
    if f.rng.random() < 0.6:
        subject.issues.append(Issue.ILLNESS)
    if f.rng.random() < 0.3:
        subject.issues.append(Issue.MENTAL)
    if f.rng.random() < 0.35:
        f.child("子", (subject,), 30, 55, apart=True)
    return subject


def old_alone(f: Family) -> Kin:
    """高齢単身・孤立: the members and their issues; returns the subject."""
    subject = f.elder("本", 68, 88, FEMALE if f.rng.random() < 0.55 else MALE)
    subject.issues += [Issue.ISOLATION]
    if f.rng.random() < 0.4:
        subject.issues.append(Issue.ILLNESS)
    if f.rng.random() < 0.3:
        subject.issues.append(Issue.COMMUNICATION)
    if f.rng.random() < 0.5:
        f.child("子", (subject,), 38, 60, apart=True, married=True)
    return subject


def far_child(f: Family) -> Kin:
    """認知症の単身と離れて暮らす家族: the members and their issues; returns the subject."""
    subject = f.elder("本", 76, 89, FEMALE if f.rng.random() < 0.7 else MALE)
    f.child("子", (subject,), 42, 63, apart=True, married=True)
    subject.issues += [Issue.ILLNESS, Issue.BUDGETING, Issue.CARE]
    return subject
