"""What one member is to the subject (続柄), worked out from parents and spouses only."""

from dataclasses import dataclass, field
from datetime import date

from kasane.demo.labels import Sex


@dataclass(slots=True)
class Kin:
    """A member while the family is being made; `role` is the part played in the family's situation."""

    role: str
    sex: Sex
    birth: date
    family: tuple[str, str]
    given: tuple[str, str]
    lives_together: bool = True
    nationality: str = "日本"
    occupation: str = ""
    parents: tuple["Kin", ...] = ()
    spouse: "Kin | None" = None
    issues: list[str] = field(default_factory=list)


_ORDER = ("長", "二", "三", "四", "五")


def _by_sex(kin: Kin, male: str, female: str) -> str:
    return male if kin.sex is Sex.MALE else female


def _child_word(child: Kin, members: list[Kin]) -> str:
    same = sorted(
        (k for k in members if k.sex is child.sex and set(map(id, k.parents)) & set(map(id, child.parents))),
        key=lambda k: k.birth,
    )
    rank = next(i for i, k in enumerate(same) if k is child)
    word = _ORDER[rank] + _by_sex(child, "男", "女")
    return {"二男": "次男", "二女": "次女"}.get(word, word)


def _is_child(child: Kin, parent: Kin) -> bool:
    return any(p is parent for p in child.parents)


def relation(subject: Kin, other: Kin, members: list[Kin]) -> str:
    """The word for `other` as seen from the subject: 本人, 母, 夫, 長男, 孫, 義母 …"""
    if other is subject:
        return "本人"
    if subject.spouse is other:
        return _by_sex(other, "夫", "妻")
    if _is_child(subject, other):
        return _by_sex(other, "父", "母")
    if _is_child(other, subject) or (subject.spouse and _is_child(other, subject.spouse)):
        return _child_word(other, members)
    if any(_is_child(p, other) for p in subject.parents):
        return _by_sex(other, "祖父", "祖母")
    if any(_is_child(p, subject) for p in other.parents):
        return "孫"
    if any(_is_child(subject, p) for p in other.parents):
        elder = other.birth < subject.birth
        return _by_sex(other, "兄" if elder else "弟", "姉" if elder else "妹")
    if subject.spouse and _is_child(subject.spouse, other):
        return _by_sex(other, "義父", "義母")
    if other.spouse and _is_child(other.spouse, subject):
        return _child_word(other.spouse, members) + "の" + _by_sex(other, "夫", "妻")
    siblings = [
        k for k in members if k is not subject and set(map(id, k.parents)) & set(map(id, subject.parents))
    ]
    if any(_is_child(other, s) for s in siblings):
        return _by_sex(other, "甥", "姪")
    parents_siblings = [
        k
        for k in members
        for p in subject.parents
        if k is not p and set(map(id, k.parents)) & set(map(id, p.parents))
    ]
    if any(k is other for k in parents_siblings):
        return _by_sex(other, "おじ", "おば")
    return "その他の親族"
