"""Ties, those gone before, and changes of the made-up households, from their own members (R-PEO-01, R-PEO-04)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kasane.demo.calendar import workday_around
from kasane.demo.labels import Sex, Stage
from kasane.demo.model import DemoChange, DemoFormer, DemoHousehold, DemoPerson, DemoTie
from kasane.demo.names import given_name

_CARES = ("食事と買い物", "通院の付き添い", "着替えと入浴", "夜の見守り", "薬の管理")
_AROUND = (
    ("民生委員", "normal", "月に一度の声かけ"),
    ("隣の家", "strong", "野菜のやりとり"),
    ("かかりつけ医", "normal", "定期の受診"),
    ("通っていたサロン", "weak", "足が遠のいている"),
    ("自治会", "weak", "回覧板だけ"),
    ("昔の同僚", "weak", "年賀状"),
    ("大家", "strained", "家賃の相談"),
    ("親族", "broken", "行き来がない"),
)
_SPENT = (Stage.CLOSED, Stage.INFORMED, Stage.RETURNED)


def tied(home: DemoHousehold, today: date) -> DemoHousehold:
    """The household with what a worker hears of its ties in the first talks."""
    rng = Random(f"ties:{home.key}")
    return replace(
        home,
        formers=tuple(_formers(rng, home)),
        ties=(*_kin(rng, home), *_helping(rng, home), *_around(rng, home)),
        changes=tuple(_changes(rng, home, today)),
    )


def _formers(rng: Random, home: DemoHousehold) -> Iterator[DemoFormer]:
    """The late husband or wife of an old person who lives without one."""
    subject, on = home.subject, home.received_on
    others = {p.relation for p in home.members}
    if subject.age(on) < 75 or subject.spouse or others & {"夫", "妻"} or rng.random() < 0.4:
        return
    man = subject.sex is Sex.FEMALE
    birth = subject.birth - timedelta(days=rng.randint(-400, 1800))
    name = given_name(rng, Sex.MALE if man else Sex.FEMALE, birth.year)
    died = on - timedelta(days=rng.randint(500, 6000))
    yield DemoFormer(
        subject.family, name.text, subject.family_kana, name.kana, Sex.MALE if man else Sex.FEMALE,
        "夫" if man else "妻", birth, died,
    )  # fmt: skip


def _kin(rng: Random, home: DemoHousehold) -> Iterator[DemoTie]:
    """Who is whose parent, where it was asked; half of the households were only told by 続柄."""
    if rng.random() < 0.5:
        return
    keys = {p.key for p in home.members}
    for person in home.members:
        for parent in person.parents:
            if parent in keys:
                yield DemoTie(parent, "parent", person.key)


def _helping(rng: Random, home: DemoHousehold) -> Iterator[DemoTie]:
    on = home.received_on
    together = [p for p in home.members if p.lives_together]
    able = [p for p in together if 10 <= p.age(on) < 78]
    for old in (p for p in together if p.age(on) >= 78):
        if carer := next((p for p in able if p is not old and p.age(on) >= 18), None):
            yield DemoTie(carer.key, "care", old.key, strength="strong", note=rng.choice(_CARES))
            if "無職" in carer.occupation:
                yield DemoTie(old.key, "money", carer.key, note="年金で暮らしを支える")
    apart = [p for p in home.members if not p.lives_together and p.age(on) >= 20]
    if apart:
        yield DemoTie(apart[0].key, "key_person", home.subject.key)
    adults = [p for p in together if p.age(on) >= 18]
    if len(adults) > 1 and rng.random() < 0.25:
        yield DemoTie(adults[0].key, "conflict", adults[1].key, strength="strained")


def _around(rng: Random, home: DemoHousehold) -> Iterator[DemoTie]:
    for label, strength, note in rng.sample(_AROUND, rng.randint(1, 3)):
        yield DemoTie(home.subject.key, "contact", label=label, strength=strength, note=note)


def _changes(rng: Random, home: DemoHousehold, today: date) -> Iterator[DemoChange]:
    """In some households somebody else than 本人 goes into a home, moves away, or finds work."""
    others = [p for p in home.members if not p.is_subject and p.lives_together]
    day = workday_around(home.received_on + timedelta(days=rng.randint(20, 60)), today)
    if not others or home.stage in _SPENT or day >= today or rng.random() > 0.2:
        return
    yield _change(rng.choice(others), home.received_on, day)


def _change(person: DemoPerson, received: date, day: date) -> DemoChange:
    if person.age(received) >= 75:
        return DemoChange(person.key, day, "facility", standing="apart", occupation="施設に入所中")
    if person.age(received) >= 20 and "無職" in person.occupation:
        return DemoChange(person.key, day, "work", occupation="週3日のパート")
    if person.age(received) >= 20:
        return DemoChange(person.key, day, "separated", standing="apart")
    return DemoChange(person.key, day, "work", occupation="放課後児童クラブに通い始めた")
