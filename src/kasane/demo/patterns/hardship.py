"""Households in hardship: illness of mind with debts, unnoticed disability, lost work, after prison."""

from kasane.demo.families import FEMALE, MALE, Family
from kasane.demo.kinship import Kin
from kasane.demo.labels import Issue


def mental_debt(f: Family) -> Kin:
    """精神障がいと借金: the members and their issues; returns the subject."""
    subject = f.elder("本", 27, 61, f.sex())
    subject.issues += [Issue.MENTAL, Issue.DEBT, Issue.BUDGETING]
    if f.rng.random() < 0.4:
        subject.issues.append(Issue.DISABILITY_CERTIFIED)
    lives = f.rng.random()
    if lives < 0.3:
        f.spouse("家族", subject)
    elif lives < 0.65:
        f.parent("家族", subject, FEMALE if f.rng.random() < 0.7 else MALE).issues.append(Issue.FAMILY)
    return subject


def ability_alone(f: Family) -> Kin:
    """障がいの疑いと金銭管理: the members and their issues; returns the subject."""
    subject = f.elder("本", 22, 62, MALE if f.rng.random() < 0.6 else FEMALE)
    subject.issues += [Issue.DISABILITY_SUSPECTED, Issue.BUDGETING, Issue.COMMUNICATION]
    if f.rng.random() < 0.3:
        subject.issues.append(Issue.ABILITY)
    if f.rng.random() < 0.3:
        f.child("きょうだい", (f.parent("親", subject, FEMALE, gap=(23, 38)),), 20, 62, apart=True)
    return subject


def job_loss(f: Family) -> Kin:
    """失業と生活困窮: the members and their issues; returns the subject."""
    subject = f.elder("本", 38, 60, MALE if f.rng.random() < 0.75 else FEMALE)
    if f.rng.random() < 0.45:
        partner = f.spouse("配偶者", subject)
        f.children("子", (subject, partner), f.rng.choice((1, 2)), 6, 18)
    elif f.rng.random() < 0.4:
        f.parent("親", subject, FEMALE, gap=(22, 36))
    subject.issues += [Issue.POVERTY, Issue.JOB_SEARCH]
    if f.rng.random() < 0.35:
        subject.issues.append(f.rng.choice((Issue.INJURY, Issue.ILLNESS, Issue.MENTAL)))
    return subject


def reentry(f: Family) -> Kin:
    """刑余者: the members and their issues; returns the subject."""
    subject = f.elder("本", 24, 68, MALE if f.rng.random() < 0.88 else FEMALE)
    subject.issues += [Issue.EX_OFFENDER, Issue.JOB_SEARCH, Issue.HOUSING]
    if f.rng.random() < 0.4:
        subject.issues.append(f.rng.choice((Issue.DISABILITY_SUSPECTED, Issue.ILLNESS, Issue.ABILITY)))
    if subject.birth.year > f.on.year - 55 and f.rng.random() < 0.5:
        f.parent("親", subject, FEMALE, gap=(22, 34))
    return subject
