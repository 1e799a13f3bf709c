"""Old parents with a grown-up child, and the old who care for the old (R-PEO-03).

Sources: 8050 is a household of a parent in the eighties and a withdrawn child without income in the fifties
(美祢 用語解説), an old parent keeping a withdrawn child for long (美咲 用語解説). 老老介護 is the care of somebody of
65 and over by somebody of 65 and over who lives with them (厚生労働省 国民生活基礎調査, table on main carers).
"""

from __future__ import annotations

from kasane.base.choices import Issue, Topic
from kasane.people.patterns.facts import CARE, MONEY, Household, Member, Tie, tells_of_dementia
from kasane.people.patterns.found import Finding, PatternCode, Reason
from kasane.people.patterns.rules.needs import AGED, GROWN_UP, HEALTH, care_needs, is_given_care
from kasane.people.patterns.words import cares, living_together, marked, noted_dementia, supports, works_as
from kasane.people.patterns.work import WITHDRAWN, Work

OLD_PARENT = 75
"""Years; the plans say 「80代」. Five years earlier the household already lives as one of 8050."""
MIDDLE_AGED = 45
"""Years; the plans say 「50代」."""
PAST_SIXTY = 60
"""From here the child is itself growing old: 9060."""
LAST_AGE = 74

_JOB_ISSUES = (Issue.JOB_SEEKING, Issue.JOB_KEEPING)
_OWN_ISSUES = (*HEALTH, Issue.COMMUNICATION, Issue.HABITS, Issue.POVERTY, Issue.DEBT, Issue.HOUSEHOLD_MONEY)
_PARENT_ISSUES = (*HEALTH, Issue.POVERTY, Issue.DEBT, Issue.HOUSEHOLD_MONEY)
_AT_WORK = (Work.WORKING, Work.SCHOOL)


def old_parent_and_child(home: Household) -> list[Finding]:
    """8050 and 9060 (R-PEO-03): an unmarried child of 45 and over with a parent of 75 and over in one house.

    Certain when the child is withdrawn and not at work. When only work, health or money points that way it may be so.
    A child who works and of whom nothing else is said is no pattern; nor is one who lives with a wife or husband.
    """
    found = []
    for child in home.together:
        if not home.is_aged(child, MIDDLE_AGED, LAST_AGE) or _has_partner_here(home, child):
            continue
        parents = [p for p in home.parents_of(child) if p.together and home.is_aged(p, OLD_PARENT)]
        if parents and (finding := _dependent(home, child, parents)):
            found.append(finding)
    return found


def _has_partner_here(home: Household, member: Member) -> bool:
    return any(partner.together for partner in home.partners_of(member))


def _dependent(home: Household, child: Member, parents: list[Member]) -> Finding | None:
    withdrawn = _withdrawal(home, child)
    without_work = _without_work(home, child, parents)
    busy = child.work in (*_AT_WORK, Work.RETIRED) and not without_work
    hints = _hints(home, child, parents) if not busy or child.work is Work.RETIRED else []
    if not (withdrawn or without_work or hints):
        return None
    missing = _missing(home, child, parents, withdrawn=bool(withdrawn), busy=busy)
    return Finding(
        PatternCode.OLD_9060 if home.is_aged(child, PAST_SIXTY) else PatternCode.OLD_8050,
        (*(p.id for p in parents), child.id),
        tuple([living_together(home, *parents, child), *withdrawn, *without_work, *hints]),
        tuple(missing),
    )


def _missing(
    home: Household, child: Member, parents: list[Member], *, withdrawn: bool, busy: bool
) -> list[str]:
    missing = []
    if busy:
        missing.append(f"働いている(いた){child.word}の今の暮らしぶりが分かると確かめられます")
    elif not withdrawn:
        if child.work is Work.UNKNOWN:
            missing.append(f"{child.word}の仕事の状況が分かると確かめられます")
        missing.append(f"{child.word}の外出や人とのつながりの様子が分かると確かめられます")
    if any(home.is_guessed(child, parent) for parent in parents):
        missing.append(f"{child.word}の親がだれか、続柄かつながりに書くと確かめられます")
    return missing


def _withdrawal(home: Household, member: Member) -> list[Reason]:
    found = [marked(home, mark) for mark in home.issues_of(member, [Issue.ISOLATION])]
    if WITHDRAWN.search(member.occupation):
        found.append(works_as(member))
    return found


def _without_work(home: Household, child: Member, parents: list[Member]) -> list[Reason]:
    """What says that the child does not live on own work."""
    found = [works_as(child)] if child.work is Work.NOT_WORKING else []
    if child.work not in _AT_WORK:
        found += [marked(home, mark) for mark in home.issues_of(child, _JOB_ISSUES)]
    for parent in parents:
        found += [supports(home, tie) for tie in home.ties_of(MONEY, left=parent, right=child)]
    return found


def _hints(home: Household, child: Member, parents: list[Member]) -> list[Reason]:
    """Support needed on one side. What the parents alone need says nothing of a child who lives on a pension."""
    marks = home.issues_of(child, _OWN_ISSUES)
    if child.work is not Work.RETIRED:
        for parent in parents:
            marks += home.issues_of(parent, _PARENT_ISSUES)
        marks += home.topics([Topic.WITHDRAWAL])
    found = [marked(home, mark) for mark in marks]
    if child.work is not Work.RETIRED:
        found += [reason for parent in parents for reason in care_needs(home, parent)]
    return found


def withdrawn_and_old_parent(home: Household) -> list[Finding]:
    """ひきこもり with an old parent (R-PEO-03): somebody of 18 to 64 with a parent of 65 and over in one house.

    Ages of withdrawal up to 64 as in 内閣府 こども・若者の意識と生活に関する調査 (2022, ages 10–69 asked, 15–64 reported).
    """
    found = []
    for child in home.together:
        parents = [p for p in home.parents_of(child) if p.together and home.is_aged(p, AGED)]
        if not parents or not home.is_aged(child, GROWN_UP, AGED - 1):
            continue
        told = _withdrawal(home, child)
        missing = []
        if told and child.work in _AT_WORK:
            missing.append(f"働いている{child.word}の外出や人とのつながりの様子が分かると確かめられます")
        elif not told and child.work not in _AT_WORK:
            told = [marked(home, mark) for mark in home.topics([Topic.WITHDRAWAL])]
            missing.append("相談の「ひきこもり・不登校」がだれのことか分かると確かめられます")
        if told:
            reasons = (living_together(home, *parents, child), *told)
            persons = (*(p.id for p in parents), child.id)
            found.append(Finding(PatternCode.WITHDRAWN, persons, reasons, tuple(missing)))
    return found


def old_caring_for_old(home: Household) -> list[Finding]:
    """老老介護 (R-PEO-03): carer and cared for are both 65 or over; who lives elsewhere comes by, so it may be so."""
    found = []
    for tie in _ties_of_care(home):
        carer, cared = home.present[tie.left], home.present[tie.right]
        ages = [home.age(carer), home.age(cared)]
        if any(age is not None and age < AGED for age in ages) or ages == [None, None]:
            continue
        missing = [
            f"{one.word}の年齢が分かると確かめられます" for one in (carer, cared) if home.age(one) is None
        ]
        if not (carer.together and cared.together):
            missing.append("同居しているか、通っているかが分かると確かめられます")
        found.append(Finding(PatternCode.OLD_CARE, (carer.id, cared.id), (cares(home, tie),), tuple(missing)))
    return found or _only_the_old(home)


def _ties_of_care(home: Household) -> list[Tie]:
    return [tie for tie in home.ties_of(CARE) if tie.left in home.present and tie.right in home.present]


def _only_the_old(home: Household) -> list[Finding]:
    """All who live together are 65 or over and one of them needs care: nobody younger is there to give it."""
    here = home.together
    if len(here) < 2 or not all(home.is_aged(one, AGED) for one in here):
        return []
    needs = [(one, care_needs(home, one)) for one in here if not is_given_care(home, one)]
    return [
        Finding(
            PatternCode.OLD_CARE,
            tuple(m.id for m in here),
            (living_together(home, *here), *told),
            ("だれが介護しているか、つながりに書くと確かめられます",),
        )
        for one, told in needs
        if told
    ]


def demented_caring_for_demented(home: Household) -> list[Finding]:
    """認認介護 (R-PEO-03): both ends of a tie of care are noted with dementia. Notes are no diagnosis: it may be so."""
    found = []
    for tie in _ties_of_care(home):
        carer, cared = home.present[tie.left], home.present[tie.right]
        if tells_of_dementia(carer.note) and (tells_of_dementia(cared.note) or tells_of_dementia(tie.note)):
            of_cared = cared.kinds if tells_of_dementia(cared.note) else tie.kinds
            found.append(
                Finding(
                    PatternCode.DEMENTIA_CARE,
                    (carer.id, cared.id),
                    (cares(home, tie), noted_dementia(carer, carer.kinds), noted_dementia(cared, of_cared)),
                    ("二人の診断と要介護認定の内容が分かると確かめられます",),
                )
            )
    return found
