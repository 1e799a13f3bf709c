"""The plain facts of a household that the rules look at, on one day (R-PEO-03). No database here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from kasane.base.dates import age_on
from kasane.base.kinds import DataKind
from kasane.people import kinship
from kasane.people.patterns.work import Work, read_work

BASIC = int(DataKind.BASIC)
F = TypeVar("F", "Member", "Tie", "Mark")
KIN_TIES = frozenset(kind.value for kind in kinship.TieKind)
CARE, MONEY = "care", "money"


@dataclass(frozen=True)
class Member:
    """Somebody of the household, also those who left or died: the graph of kin needs them, no pattern names them.

    `stated_age` is in full years as told on `stated_on`; `kinds` are those of the person's row.
    """

    id: str
    relation: str = ""
    sex: str = "unknown"
    birth: date | None = None
    stated_age: int | None = None
    stated_on: date | None = None
    died_on: date | None = None
    subject: bool = False
    together: bool = True
    left: bool = False
    joined_on: date | None = None
    occupation: str = ""
    note: str = ""
    kinds: int = BASIC

    @property
    def word(self) -> str:
        return "本人" if self.subject else self.relation.strip() or "続柄の分からない人"

    @property
    def work(self) -> Work:
        return read_work(self.occupation)

    def age(self, day: date) -> int | None:
        """Full years on a day, or None when nobody said."""
        if self.birth:
            return age_on(self.birth, day)
        if self.stated_age is None or self.stated_on is None:
            return self.stated_age
        return self.stated_age + (day - self.stated_on).days // 365

    def is_present(self, day: date) -> bool:
        """Whether they belong to the household on a day: born, joined, not left, alive. 本人 never leaves."""
        born = self.birth is None or self.birth <= day
        joined = self.joined_on is None or self.joined_on <= day or self.subject
        alive = self.died_on is None or day < self.died_on
        return born and joined and alive and (self.subject or not self.left)

    def kin(self) -> kinship.Member:
        return kinship.Member(
            id=self.id,
            relation=self.relation,
            sex=self.sex,
            birth=self.birth,
            subject=self.subject,
            death=self.died_on,
            stated_age=self.stated_age,
            stated_on=self.stated_on,
            together=self.together,
        )


@dataclass(frozen=True)
class Tie:
    """A tie as recorded, running from `left`; `right` is empty when the other end is nobody of the household.

    `until` is the first day on which it holds no more.
    """

    kind: str
    left: str
    right: str = ""
    label: str = ""
    note: str = ""
    since: date | None = None
    until: date | None = None
    kinds: int = BASIC

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Mark:
    """Something ticked or written on a sheet: an issue of a person, a topic of the reception, a care level.

    `code` is a value of base.choices.Issue or Topic, or the level as written (「要介護2」). Topics name no person.
    """

    sheet: str
    code: str
    person: str = ""
    kinds: int = BASIC


ISSUE, TOPIC, CARE_LEVEL = "issue", "topic", "care_level"


@dataclass(frozen=True)
class Household:
    """All that is known, or all that somebody may know, of a household on `day`."""

    day: date
    members: tuple[Member, ...]
    ties: tuple[Tie, ...] = ()
    marks: tuple[Mark, ...] = ()
    _graph: kinship.KinGraph | None = field(default=None, compare=False, repr=False)

    def seen_with(self, kinds: int) -> Household:
        """What somebody knows who may see data of these kinds alone (R-DIS-04)."""
        members = _covered(self.members, kinds)
        ties = _covered(self.ties, kinds)
        same_kin = members == self.members and _kin_ties(ties) == _kin_ties(self.ties)
        return replace(
            self,
            members=members,
            ties=ties,
            marks=_covered(self.marks, kinds),
            _graph=self.graph if same_kin else None,
        )

    @cached_property
    def graph(self) -> kinship.KinGraph:
        if self._graph is not None:
            return self._graph
        known = [
            kinship.Tie(kinship.TieKind(tie.kind), tie.left, tie.right, tie.since, tie.until)
            for tie in _kin_ties(self.ties)
        ]
        return kinship.kin_graph([one.kin() for one in self.members], known, self.day)

    @cached_property
    def present(self) -> dict[str, Member]:
        """By id, without those who died, left or had not come yet."""
        return {one.id: one for one in self.members if one.is_present(self.day)}

    @cached_property
    def together(self) -> list[Member]:
        return [one for one in self.present.values() if one.together]

    @cached_property
    def _issues(self) -> dict[tuple[str, str], Mark]:
        return {(mark.person, mark.code): mark for mark in self.marks if mark.sheet == ISSUE}

    @cached_property
    def _topics(self) -> dict[str, Mark]:
        return {mark.code: mark for mark in self.marks if mark.sheet == TOPIC}

    def age(self, member: Member) -> int | None:
        return member.age(self.day)

    def is_aged(self, member: Member, first: int, last: int = 200) -> bool:
        """Whether the age is known and lies between these years, both counted in."""
        age = self.age(member)
        return age is not None and first <= age <= last

    def issues_of(self, member: Member, codes: Iterable[str]) -> list[Mark]:
        return [mark for code in codes if (mark := self._issues.get((member.id, code)))]

    def topics(self, codes: Iterable[str]) -> list[Mark]:
        return [mark for code in codes if (mark := self._topics.get(code))]

    def care_level_of(self, member: Member) -> Mark | None:
        levels = (mark for mark in self.marks if mark.sheet == CARE_LEVEL and mark.person == member.id)
        return next(levels, None)

    def ties_of(self, kind: str, *, left: Member | None = None, right: Member | None = None) -> list[Tie]:
        """The ties of a kind that hold on the day, from and to somebody."""
        return [
            tie
            for tie in self.ties
            if tie.kind == kind
            and tie.holds_on(self.day)
            and (left is None or tie.left == left.id)
            and (right is None or tie.right == right.id)
        ]

    def parents_of(self, member: Member) -> list[Member]:
        """Present parents by birth or adoption."""
        return self._present(kinship.parents_of(self.graph, member.id, stand_ins=False))

    def children_of(self, member: Member) -> list[Member]:
        """Present children, whether by birth, adoption, marriage or in foster care."""
        own = kinship.children_of(self.graph, member.id, list(kinship.DescentKind), stand_ins=False)
        return self._present(own)

    def partners_of(self, member: Member) -> list[Member]:
        """Present husbands, wives and partners, also those who live elsewhere."""
        return self._present(kinship.spouses_of(self.graph, member.id, stand_ins=False))

    def is_guessed(self, child: Member, parent: Member) -> bool:
        """Whether the link is a guess of the reading of 続柄, one that another reading might place elsewhere."""
        return any(
            descent.assumed
            for descent in self.graph.descents_of.get(child.id, [])
            if parent.id in descent.parents
        )

    def _present(self, ids: Iterable[str]) -> list[Member]:
        return [self.present[key] for key in ids if key in self.present]


def _kin_ties(ties: Iterable[Tie]) -> list[Tie]:
    return [tie for tie in ties if tie.kind in KIN_TIES and tie.right]


def _covered(facts: tuple[F, ...], kinds: int) -> tuple[F, ...]:
    return tuple(one for one in facts if not one.kinds & ~kinds)


_DEMENTIA = re.compile(
    r"認知症(?!の?(?:症状|疑い|診断)?(?:では|じゃ|は|も|が)?(?:な[いかしく]|あり?ません|否定))"
)


def tells_of_dementia(text: str) -> bool:
    """Whether a note speaks of dementia, and not of its absence (「認知症ではない」「認知症の疑いはない」)."""
    return bool(_DEMENTIA.search(text))
