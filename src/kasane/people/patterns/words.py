"""The sentences in which a rule tells the facts it saw (R-PEO-03): 続柄 and age, never a name."""

from __future__ import annotations

from kasane.base.choices import Issue, Topic
from kasane.base.kinds import DataKind
from kasane.people.patterns.facts import CARE_LEVEL, ISSUE, Household, Mark, Member, Tie
from kasane.people.patterns.found import Reason


def who(home: Household, member: Member) -> str:
    """「母 83歳」."""
    age = home.age(member)
    return f"{member.word} {age}歳" if age is not None else f"{member.word}(年齢は不明)"


def living_together(home: Household, *members: Member) -> Reason:
    """「母 83歳と長男 52歳が同居」."""
    people = "と".join(who(home, member) for member in members)
    return Reason(f"{people}が同居", _kinds(*members))


def marked(home: Household, mark: Mark) -> Reason:
    """What was ticked on a sheet: 「長男の課題に「社会的孤立(ひきこもり等)」」."""
    if mark.sheet == ISSUE:
        member = home.present[mark.person]
        return Reason(f"{member.word}の課題に「{Issue(mark.code).label}」", mark.kinds | member.kinds)
    if mark.sheet == CARE_LEVEL:
        return Reason(f"{home.present[mark.person].word}は{mark.code}", mark.kinds)
    return Reason(f"受付シートの相談内容に「{Topic(mark.code).label}」", mark.kinds)


def works_as(member: Member) -> Reason:
    """What stands in 仕事・学校など, as it stands there."""
    return Reason(f"{member.word}の仕事・学校などは「{member.occupation.strip()}」", member.kinds)


def cares(home: Household, tie: Tie) -> Reason:
    """A recorded tie of care: 「長女 15歳が母 44歳を介護・世話している」."""
    carer, cared = home.present[tie.left], home.present.get(tie.right)
    whom = who(home, cared) if cared else tie.label or "世帯の外の人"
    return Reason(f"{who(home, carer)}が{whom}を介護・世話している", tie.kinds | _kinds(carer))


def supports(home: Household, tie: Tie) -> Reason:
    giver, taker = home.present[tie.left], home.present[tie.right]
    return Reason(f"{giver.word}が{taker.word}にお金を援助している", tie.kinds | _kinds(giver, taker))


def noted_dementia(member: Member, kinds: int) -> Reason:
    """A note that speaks of dementia tells of health, wherever it was written."""
    return Reason(f"{member.word}の記録に「認知症」", kinds | int(DataKind.HEALTH))


def _kinds(*members: Member) -> int:
    kinds = int(DataKind.BASIC)
    for member in members:
        kinds |= member.kinds
    return kinds
