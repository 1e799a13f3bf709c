"""What a family is to the drawing and to the rules: people, unions, descents, each with its time (R-PEO-04)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.db.models import TextChoices


class UnionKind(TextChoices):
    """How two people stand to each other on a day."""

    MARRIAGE = "marriage", "婚姻"
    COHABITING = "cohabiting", "内縁・事実婚"
    DATING = "dating", "交際・婚約"
    SEPARATED = "separated", "別居"
    DIVORCED = "divorced", "離婚"
    PARTED = "parted", "内縁の解消"
    UNKNOWN = "unknown", "婚姻の記録なし"  # parents of a common child, nothing more is known


TOGETHER = (UnionKind.MARRIAGE, UnionKind.COHABITING, UnionKind.SEPARATED)
ENDED = (UnionKind.DIVORCED, UnionKind.PARTED)


class DescentKind(TextChoices):
    BIRTH = "birth", "実子"
    ADOPTED = "adopted", "養子"
    FOSTER = "foster", "里子"
    STEP = "step", "継子"


class TieKind(TextChoices):
    """A tie somebody recorded. For the last four, `left` is the parent and `right` the child."""

    MARRIAGE = "marriage", "婚姻"
    COHABITING = "cohabiting", "内縁・事実婚"
    DATING = "dating", "交際・婚約"
    SEPARATED = "separated", "別居"
    DIVORCED = "divorced", "離婚"
    PARENT = "parent", "親子"
    ADOPTIVE = "adoptive", "養親子"
    FOSTER = "foster", "里親と里子"
    STEP = "step", "継親子"


DESCENT_OF_TIE = {
    TieKind.PARENT: DescentKind.BIRTH,
    TieKind.ADOPTIVE: DescentKind.ADOPTED,
    TieKind.FOSTER: DescentKind.FOSTER,
    TieKind.STEP: DescentKind.STEP,
}


@dataclass(frozen=True)
class Member:
    """A person as the household's record has them. `sex` as in base.choices.Sex; `relation` is the 続柄 as typed.

    `outcome` is empty for a person who was or will be born; otherwise pregnancy, miscarriage, stillbirth, abortion.
    """

    id: str
    relation: str = ""
    sex: str = "unknown"
    birth: date | None = None
    name: str = ""
    subject: bool = False
    death: date | None = None
    dead: bool = False  # died, the day is not known
    stated_age: int | None = None
    stated_on: date | None = None
    together: bool = True
    joined: date | None = None
    left: date | None = None
    outcome: str = ""


@dataclass(frozen=True)
class Tie:
    kind: TieKind
    left: str
    right: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Kin:
    """One figure: a member, or (`member` is None) somebody who must exist for a link to hold."""

    id: str
    sex: str
    word: str = ""
    member: Member | None = None
    order: int = 0  # among brothers and sisters, from 長男, 二女 …; 0 when not said
    elder: int = 0  # 1 for 兄 and 姉, -1 for 弟 and 妹, seen from their sibling
    twin_of: str = ""
    dead: bool = False  # said by the word (亡夫) or the member

    @property
    def placeholder(self) -> bool:
        return self.member is None

    @property
    def birth(self) -> date | None:
        return self.member.birth if self.member else None

    @property
    def death(self) -> date | None:
        return self.member.death if self.member else None

    def alive(self, day: date | None) -> bool:
        if self.death:
            return day is not None and day < self.death
        return not self.dead


@dataclass(frozen=True)
class Phase:
    """A stretch of a union. `since` None: from before anybody wrote; `until` None: still."""

    kind: UnionKind
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Union:
    """Two people as a couple. `kind` and the days are their state on the day the graph was cut to."""

    a: str
    b: str
    kind: UnionKind
    since: date | None = None
    separated: date | None = None
    ended: date | None = None
    assumed: bool = False
    phases: tuple[Phase, ...] = ()

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.a, self.b))

    @property
    def formal(self) -> bool:
        """Drawn with a solid line: married, now or once."""
        return self.kind in (UnionKind.MARRIAGE, UnionKind.SEPARATED, UnionKind.DIVORCED)


@dataclass(frozen=True)
class Descent:
    """A child and the one or two parents it comes from, or was taken in by."""

    child: str
    parents: tuple[str, ...]
    kind: DescentKind = DescentKind.BIRTH
    since: date | None = None
    until: date | None = None
    assumed: bool = False


@dataclass(frozen=True)
class KinGraph:
    """The family as a graph. `apart` lists members whose word ties them to nobody, with their word unread."""

    people: dict[str, Kin]
    unions: tuple[Union, ...] = ()
    descents: tuple[Descent, ...] = ()
    ego: str = ""
    apart: tuple[str, ...] = ()
    day: date | None = field(default=None)

    @cached_property
    def unions_of(self) -> dict[str, list[Union]]:
        found: dict[str, list[Union]] = {key: [] for key in self.people}
        for union in self.unions:
            found[union.a].append(union)
            found[union.b].append(union)
        return found

    @cached_property
    def descents_of(self) -> dict[str, list[Descent]]:
        """By child."""
        found: dict[str, list[Descent]] = {key: [] for key in self.people}
        for descent in self.descents:
            found[descent.child].append(descent)
        return found

    @cached_property
    def descents_from(self) -> dict[str, list[Descent]]:
        """By parent."""
        found: dict[str, list[Descent]] = {key: [] for key in self.people}
        for descent in self.descents:
            for parent in descent.parents:
                found[parent].append(descent)
        return found

    def at(self, day: date) -> KinGraph:
        """The family as it was on a day: the unborn are not there, ties not yet made are not, ended ones are ended.

        Pure; the full graph stays as it is. Somebody dead today is alive on a day before the death (see Kin.alive).
        """
        born = {key: kin for key, kin in self.people.items() if kin.birth is None or kin.birth <= day}
        descents = []
        for d in self.descents:
            running = (d.since is None or d.since <= day) and (d.until is None or day < d.until)
            parents = tuple(p for p in d.parents if p in born)
            if running and d.child in born and parents:
                descents.append(replace(d, parents=parents))
        families = {frozenset(d.parents) for d in descents}
        unions = [
            cut
            for u in self.unions
            if u.a in born and u.b in born and (cut := at_day(u, self.people, day))
            if cut.since or u.pair in families or _of_age(cut, self.people, day)
        ]
        kept = _without_idle(born, unions, descents)
        return KinGraph(
            people=kept,
            unions=tuple(u for u in unions if u.a in kept and u.b in kept),
            descents=tuple(d for d in descents if d.child in kept and all(p in kept for p in d.parents)),
            ego=self.ego if self.ego in kept else "",
            apart=tuple(key for key in self.apart if key in kept),
            day=day,
        )


def _of_age(union: Union, people: dict[str, Kin], day: date) -> bool:
    """Of a union without a date: whether both were 16, so that the children they were are not drawn as a couple."""
    births = [people[key].birth for key in union.pair]
    return union.kind is not UnionKind.UNKNOWN and all(b is None or day.year - b.year >= 16 for b in births)


def _without_idle(people: dict[str, Kin], unions: list[Union], descents: list[Descent]) -> dict[str, Kin]:
    """Leaves out stand-ins that no longer link two others: the brother they were made for was not yet born."""
    kept = dict(people)
    links = [(u.a, u.b) for u in unions] + [(p, d.child) for d in descents for p in d.parents]
    while True:
        near: dict[str, set[str]] = {key: set() for key in kept}
        for a, b in links:
            if a in kept and b in kept:
                near[a].add(b)
                near[b].add(a)
        idle = set()
        for key, kin in kept.items():
            if kin.placeholder:
                couple = {key} | {k for u in unions if key in u.pair for k in u.pair if k in kept}
                couple = {k for k in couple if kept[k].placeholder}
                outside = {n for k in couple for n in near[k]} - couple
                if len(outside) <= 1:
                    idle |= couple
        if not idle:
            return kept
        for key in idle:
            del kept[key]


_ORDER = {UnionKind.DATING: 0, UnionKind.COHABITING: 1, UnionKind.MARRIAGE: 2, UnionKind.UNKNOWN: 2}
_LAST = {UnionKind.SEPARATED: 1, UnionKind.DIVORCED: 2, UnionKind.PARTED: 2}


def at_day(union: Union, people: dict[str, Kin], day: date | None) -> Union | None:
    """The union in its state on a day (None: the latest known), or None before it began (R-PEO-04).

    A marriage that has an end while both live is a divorce; one that ends with a death stays a marriage.
    Before the day of a divorce whose wedding nobody recorded the two are married.
    """
    phases = sorted(union.phases, key=_when)
    begun = [p for p in phases if day is None or p.since is None or p.since <= day]
    if not begun:
        later = [p.kind for p in phases]
        if not any(kind in _LAST for kind in later) or any(kind in _ORDER for kind in later):
            return None
        before = UnionKind.COHABITING if later[0] is UnionKind.PARTED else UnionKind.MARRIAGE
        return replace(union, kind=before, since=None, separated=None, ended=None)
    base = [p for p in begun if p.kind in _ORDER]
    start = base[-1] if base else None
    last = begun[-1]
    if day is not None and last.kind is UnionKind.SEPARATED and last.until and last.until <= day and start:
        last = start
    since = start.since if start else None
    over = last.until if last.until and (day is None or last.until <= day) else None
    cut = replace(union, kind=last.kind, since=since, separated=None, ended=None)
    if last.kind in (UnionKind.DIVORCED, UnionKind.PARTED):
        return replace(cut, ended=last.since)
    if last.kind is UnionKind.SEPARATED:
        return replace(cut, separated=last.since)
    if over and not _widowed(union, people, over):
        kind = UnionKind.DIVORCED if last.kind is UnionKind.MARRIAGE else UnionKind.PARTED
        return None if last.kind is UnionKind.DATING else replace(cut, kind=kind, ended=over)
    return cut


def _when(phase: Phase) -> tuple[date, int]:
    undated = date.min if phase.kind in _ORDER else date.max
    return phase.since or undated, _ORDER.get(phase.kind, 2 + _LAST.get(phase.kind, 0))


def _widowed(union: Union, people: dict[str, Kin], over: date) -> bool:
    return any(
        (death := people[key].death) and death <= over for key in (union.a, union.b) if key in people
    ) or any(people[key].dead and people[key].death is None for key in (union.a, union.b) if key in people)
