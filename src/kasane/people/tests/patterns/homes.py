"""Households in a few words, for the tables of the tests."""

from __future__ import annotations

from datetime import date

from kasane.base.choices import Issue
from kasane.base.kinds import DataKind
from kasane.people.models import TIE_DATA_KINDS
from kasane.people.patterns import CARE_LEVEL, ISSUE, TOPIC, Household, Mark, Member, Tie, patterns

DAY = date(2025, 11, 21)
BASIC, HEALTH, WORK, ECONOMY, LIFE = (
    int(DataKind.BASIC),
    int(DataKind.BASIC | DataKind.HEALTH),
    int(DataKind.BASIC | DataKind.WORK),
    int(DataKind.BASIC | DataKind.ECONOMY),
    int(DataKind.BASIC | DataKind.LIFE),
)
KINDS = {
    **dict.fromkeys((Issue.CARE, Issue.ILLNESS, Issue.MENTAL, Issue.DISABILITY), HEALTH),
    **dict.fromkeys((Issue.POVERTY, Issue.DEBT, Issue.HOUSEHOLD_MONEY), ECONOMY),
    **dict.fromkeys((Issue.JOB_SEEKING, Issue.JOB_KEEPING), WORK),
}
"""As coordination.choices.ISSUE_KINDS has them, which lies above this app."""


def person(relation: str, age: int | None = None, occupation: str = "", **more) -> Member:
    """Somebody whose id is their 続柄; 本人 is the subject."""
    birth = DAY.replace(year=DAY.year - age) if age is not None else None
    more.setdefault("sex", "female" if relation in ("母", "妻", "長女", "祖母", "次女") else "male")
    return Member(
        id=more.pop("id", relation),
        relation="" if relation == "本人" else relation,
        subject=relation == "本人",
        birth=more.pop("birth", birth),
        occupation=occupation,
        **more,
    )


def tie(kind: str, left: str, right: str = "", **more) -> Tie:
    return Tie(kind, left, right, kinds=int(TIE_DATA_KINDS.get(kind, BASIC)), **more)


def home(*people: Member, ties=(), issues=(), topics=(), levels=(), day: date = DAY) -> Household:
    """`issues`: (id, Issue) pairs; `topics`: Topics of a sheet of 基本情報 and 生活歴; `levels`: (id, 要介護度)."""
    marks = [Mark(ISSUE, code, who, KINDS.get(code, LIFE)) for who, code in issues]
    marks += [Mark(TOPIC, code, "", LIFE) for code in topics]
    marks += [Mark(CARE_LEVEL, level, who, HEALTH) for who, level in levels]
    return Household(day, tuple(people), tuple(ties), tuple(marks))


def seen(household: Household) -> dict[str, str]:
    """Code and certainty of all that is pointed out."""
    return {str(one.code): str(one.certainty) for one in patterns(household)}


def one(household: Household, code: str):
    return next(found for found in patterns(household) if found.code == code)
