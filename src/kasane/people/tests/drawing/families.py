"""Families for the tests: by hand, and by hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from kasane.people.drawing import Bond, Family
from kasane.people.drawing import family as make
from kasane.people.drawing.compose import compose
from kasane.people.drawing.model import Drawing
from kasane.people.kinship import Member, Tie, TieKind

DAY = date(2025, 4, 1)
_MALE = ("夫", "父", "男", "兄", "弟", "祖父", "息子", "おじ", "甥", "舅", "義父", "養父", "継父", "里父")


def member(relation: str, birth: int | date | None = None, *, key: str = "", **more: object) -> Member:
    """A member called by the word; births as years."""
    day = date(birth, 5, 5) if isinstance(birth, int) else birth
    more.setdefault("name", f"試験 {key or relation}")
    return Member(key or relation, relation, birth=day, subject=relation == "本人", **more)  # type: ignore[arg-type]


def family(
    *members: Member | str, ties: tuple[Tie, ...] = (), day: date = DAY, bonds: tuple[Bond, ...] = ()
) -> Family:
    """本人 is a man born in 1980 unless given."""
    found = [m if isinstance(m, Member) else member(m) for m in members]
    if not any(m.relation == "本人" for m in found):
        found.insert(0, member("本人", 1980, sex="male"))
    return make(found, ties, day, bonds)


def drawn(*members: Member | str, **more: object) -> Drawing:
    return compose(family(*members, **more))  # type: ignore[arg-type]


class _Grower:
    """Grows one family tree from two ancestors, every choice drawn by hypothesis."""

    def __init__(self, draw: Callable[[st.SearchStrategy[int]], int], most: int) -> None:
        self.draw, self.most = draw, most
        self.members: list[Member] = []
        self.ties: list[Tie] = []

    def choose(self, most: int) -> int:
        return self.draw(st.integers(0, most))

    def add(self, birth: int, sex: str = "") -> str:
        key = f"p{len(self.members)}"
        sex = sex or ("male" if self.choose(1) else "female")
        day = date(birth, 1 + self.choose(11), 1 + self.choose(27))
        together, dead = bool(self.choose(1)), self.choose(5) == 0
        self.members.append(Member(key, "", sex, day, name=f"人 {key}", together=together, dead=dead))
        return key

    def spouse(self, of: str, birth: int) -> str:
        sex = next(m.sex for m in self.members if m.id == of)
        key = self.add(birth, "female" if sex == "male" else "male")
        kind = [TieKind.MARRIAGE, TieKind.COHABITING, TieKind.DIVORCED][self.choose(2)]
        self.ties.append(Tie(kind, of, key))
        return key

    def children(self, parents: tuple[str, ...], birth: int, depth: int, *, up_to: int = 3) -> list[str]:
        found = []
        for number in range(self.choose(up_to)):
            if len(self.members) >= self.most:
                break
            child = self.add(birth + 2 * number)
            self.ties += [Tie(TieKind.PARENT, parent, child) for parent in parents]
            found.append(child)
            self.grow(child, birth + 2 * number, depth)
        return found

    def grow(self, person: str, birth: int, depth: int) -> None:
        if depth <= 0 or len(self.members) >= self.most or self.choose(2) == 0:
            return
        for _ in range(1 + (self.choose(4) == 0)):
            if len(self.members) < self.most:
                other = self.spouse(person, birth)
                self.children((person, other), birth + 25, depth - 1)
        if self.choose(3) == 0:
            self.children((person,), birth + 22, depth - 1, up_to=1)


@st.composite
def trees(draw: Callable[[st.SearchStrategy[int]], int]) -> Family:
    """Descendants of one couple in up to four generations, with remarriages and single parents, up to 25 people.

    In half of the cases two such families are joined by a marriage.
    """
    grower = _Grower(draw, 25 if draw(st.booleans()) else 12)
    man, woman = grower.add(1930, "male"), grower.add(1932, "female")
    grower.ties.append(Tie(TieKind.MARRIAGE, man, woman))
    grower.children((man, woman), 1955, 2, up_to=4)
    if len(grower.members) < 18 and draw(st.booleans()):
        _join(grower, man, woman)
    ego = grower.choose(len(grower.members) - 1)
    chosen = grower.members[ego]
    grower.members[ego] = Member(**{**chosen.__dict__, "relation": "本人", "subject": True})
    return make(grower.members, grower.ties, DAY)


def _join(grower: _Grower, man: str, woman: str) -> None:
    """A child of the first family marries into another of the same size."""
    one = grower.add(1956)
    grower.ties += [Tie(TieKind.PARENT, man, one), Tie(TieKind.PARENT, woman, one)]
    other = grower.spouse(one, 1957)
    father, mother = grower.add(1931, "male"), grower.add(1933, "female")
    grower.ties.append(Tie(TieKind.MARRIAGE, father, mother))
    grower.ties += [Tie(TieKind.PARENT, father, other), Tie(TieKind.PARENT, mother, other)]
    grower.most = 25
    grower.children((father, mother), 1958, 1)
    grower.children((one, other), 1982, 1)
