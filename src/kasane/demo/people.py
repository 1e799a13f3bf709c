"""From a family in the making to the members of the file, and the words by which texts call them."""

from datetime import date
from random import Random

from kasane.demo.families import Family
from kasane.demo.kinship import Kin, relation
from kasane.demo.labels import Issue
from kasane.demo.likings import CRAFTS, GAMES, liking
from kasane.demo.model import DemoPerson
from kasane.demo.names import landline, mobile
from kasane.demo.words import Words

_GRADES = tuple(
    [f"小学{n}年生" for n in range(1, 7)]
    + [f"中学{n}年生" for n in range(1, 4)]
    + [f"高校{n}年生" for n in range(1, 4)]
)
_JOBS = (
    "会社員(製造)",
    "スーパーのパート",
    "介護職員",
    "運送業",
    "農業",
    "建設業",
    "事務のパート",
    "食品工場勤務",
    "会社員(事務)",
    "清掃のパート",
    "自営(小売)",
    "縫製工場勤務",
    "森林組合の作業員",
    "飲食店のアルバイト",
)


def years(birth: date, on: date) -> int:
    """Completed years of age."""
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def school_year(birth: date, on: date) -> str:
    """小学4年生 and so on by the school's fiscal year; months or years of age before and after school."""
    fiscal = on.year - (on.month < 4)
    born = birth.year - ((birth.month, birth.day) < (4, 2))
    grade = fiscal - born - 6
    if 1 <= grade <= 12:
        return _GRADES[grade - 1]
    age = years(birth, on)
    if age == 0:
        months = (on.year - birth.year) * 12 + on.month - birth.month - (on.day < birth.day)
        return f"生後{max(months, 1)}か月"
    return f"{age}歳"


def occupation(rng: Random, kin: Kin, on: date, *, carer: bool) -> str:
    """What the person does, as a sheet would put it."""
    age = years(kin.birth, on)
    school = school_year(kin.birth, on)
    if "年生" in school:
        return school
    if age < 7:
        return "保育園児" if age >= 3 or (age >= 1 and rng.random() < 0.5) else "未就園"
    issues = set(kin.issues)
    if age >= 75:
        return "無職(年金)" if rng.random() < 0.8 else "農業(自家用)"
    if age >= 65:
        return rng.choice(("無職(年金)", "無職(年金)", "シルバー人材センター", "農業"))
    if kin.nationality != "日本":
        return rng.choice(("食品工場勤務", "縫製工場勤務", "介護職員", "清掃のパート"))
    if Issue.JOB_SEARCH in issues:
        return "求職中"
    if issues & {Issue.ISOLATION, Issue.VIOLENCE}:
        return "無職"
    if issues & {Issue.MENTAL, Issue.ILLNESS}:
        return rng.choice(("無職", "求職中") if Issue.DEBT in issues else ("無職", "休職中", "休職中"))
    if Issue.COMMUNICATION in issues:
        return rng.choice(("清掃のパート", "会社員(製造)", "食品工場勤務", "森林組合の作業員"))
    if carer and rng.random() < 0.5:
        return rng.choice(("パート(短時間)", "休職中", "無職(家族の介護)"))
    return rng.choice(_JOBS)


def to_people(rng: Random, family: Family, subject: Kin, key: str, today: date) -> tuple[DemoPerson, ...]:
    """The members with keys, ties to the subject, telephones and occupations; the subject first."""
    order = sorted(family.members, key=lambda k: (k is not subject, not k.lives_together, k.birth))
    keys = {id(kin): f"{key}-{n}" for n, kin in enumerate(order, 1)}
    home = landline(rng) if rng.random() < 0.6 else ""
    people = []
    for kin in order:
        age = years(kin.birth, today)
        own = mobile(rng) if age >= 13 and rng.random() < 0.75 else ""
        people.append(
            DemoPerson(
                key=keys[id(kin)],
                family=kin.family[0],
                given=kin.given[0],
                family_kana=kin.family[1],
                given_kana=kin.given[1],
                sex=kin.sex,
                birth=kin.birth,
                relation=relation(subject, kin, family.members),
                lives_together=kin.lives_together,
                is_subject=kin is subject,
                phone=own or (home if kin.lives_together and age >= 13 else ""),
                occupation=occupation(rng, kin, today, carer=Issue.CARE in kin.issues),
                issues=tuple(dict.fromkeys(Issue(i) for i in kin.issues)),
                nationality=kin.nationality,
                parents=tuple(keys[id(p)] for p in kin.parents),
                spouse=keys[id(kin.spouse)] if kin.spouse else None,
            )
        )
    return tuple(people)


def to_words(rng: Random, family: Family, subject: Kin, on: date) -> Words:
    """Slots for each role of the family on the day of reception."""
    slots = {"本人": "本人"}
    ages = {"本人": years(subject.birth, on)}
    for kin in family.members:
        if kin.role in ages:
            continue
        age = years(kin.birth, on)
        ages[kin.role] = age
        slots[kin.role] = relation(subject, kin, family.members)
        slots[f"{kin.role}歳"] = str(age)
        slots[f"{kin.role}学"] = school_year(kin.birth, on)
        slots[f"{kin.role}好"] = liking(rng, age)
        slots[f"{kin.role}技"] = rng.choice(CRAFTS)
        slots[f"{kin.role}遊"] = rng.choice(GAMES)
    if family.country:
        slots["国"] = family.country.country
    return Words(slots, ages, on.month)
