"""The graph while it is being put together: who is already tied to whom (R-PEO-04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kasane.people.kinship.graph import (
    ENDED,
    Descent,
    DescentKind,
    Kin,
    KinGraph,
    Phase,
    Union,
    UnionKind,
    at_day,
)
from kasane.people.kinship.words import Move, Step, clean, read

_LABEL = {Move.PARENT: "親", Move.CHILD: "子", Move.SPOUSE: "配偶者", Move.SIBLING: "きょうだい"}
_SEXED = {
    (Move.PARENT, "male"): "父",
    (Move.PARENT, "female"): "母",
    (Move.CHILD, "male"): "息子",
    (Move.CHILD, "female"): "娘",
    (Move.SPOUSE, "male"): "夫",
    (Move.SPOUSE, "female"): "妻",
}
_ELDER = {("male", 1): "兄", ("male", -1): "弟", ("female", 1): "姉", ("female", -1): "妹"}
_YOUNGEST_PARENT = 13  # years; below it a co-parent is not guessed


@dataclass
class _Link:
    parent: str
    kind: DescentKind
    since: date | None = None
    until: date | None = None
    assumed: bool = False
    explicit: bool = False


@dataclass
class _Couple:
    phases: list[Phase]
    explicit: bool
    assumed: bool


class Draft:
    def __init__(self, people: dict[str, Kin]) -> None:
        self.people = people
        self.links: dict[str, list[_Link]] = {key: [] for key in people}
        self.couples: dict[tuple[str, str], _Couple] = {}

    # -- writing

    def add_parent(
        self,
        child: str,
        parent: str,
        kind: DescentKind,
        *,
        since: date | None = None,
        until: date | None = None,
        assumed: bool = False,
        explicit: bool = False,
    ) -> bool:
        """False when the place is taken: a third parent by birth, or a second father."""
        links = self.links[child]
        if child == parent or any(link.parent == parent for link in links if not explicit):
            return child != parent
        if parent in self._below(child):
            return False
        same = [link for link in links if link.kind is kind]
        if kind is DescentKind.BIRTH and not explicit:
            sex = self.people[parent].sex
            rival = any(self.people[x.parent].sex == sex and sex in ("male", "female") for x in same)
            if len(same) >= 2 or rival:
                return False
        links.append(_Link(parent, kind, since, until, assumed, explicit))
        return True

    def _below(self, person: str) -> set[str]:
        """The descendants: nobody is an ancestor of themselves, whatever was typed."""
        found: set[str] = set()
        waiting = [person]
        while waiting:
            key = waiting.pop()
            for child in self.children(key):
                if child not in found:
                    found.add(child)
                    waiting.append(child)
        return found

    def add_union(self, a: str, b: str, phase: Phase, *, explicit: bool, assumed: bool = False) -> None:
        if a == b:
            return
        key = (a, b) if (a, b) in self.couples or (b, a) not in self.couples else (b, a)
        couple = self.couples.get(key)
        if couple is None:
            self.couples[key] = _Couple([phase], explicit, assumed)
        elif explicit:
            couple.phases.append(phase)

    def stand_in(self, anchor: str, step: Step, *, sex: str) -> str:
        """Somebody who must exist. The same way leads to the same stand-in."""
        key = f"?{step.move}:{step.sex}:{step.order or ''}:{step.elder or ''}:{anchor}"
        if key not in self.people:
            word = step.word if step.order else _SEXED.get((step.move, step.sex), _LABEL[step.move])
            word = _ELDER.get((step.sex, step.elder), word) if step.move is Move.SIBLING else word
            self.people[key] = Kin(id=key, sex=sex, word=word, order=step.order, elder=step.elder)
            self.links[key] = []
        return key

    def ensure_parents(self, person: str, sex: str = "") -> list[str]:
        """The parents of a person (of one sex, for half-siblings); two stand-ins when nobody is known."""
        known = self.parents(person)
        if sex:
            known = [p for p in known if self.people[p].sex == sex]
        if known:
            return known
        for missing in [sex] if sex else ["male", "female"]:
            stand_in = self.stand_in(person, Step(Move.PARENT, missing), sex=missing)
            self.add_parent(person, stand_in, DescentKind.BIRTH)
            known.append(stand_in)
        return known

    # -- reading

    def parents(self, person: str) -> list[str]:
        """By birth, or those who took the child in when none by birth is known."""
        links = self.links[person]
        birth = [x.parent for x in links if x.kind is DescentKind.BIRTH]
        return birth or [x.parent for x in links if x.kind is DescentKind.ADOPTED]

    def recorded_parents(self, person: str) -> list[str]:
        return [x.parent for x in self.links[person] if x.explicit and x.kind is DescentKind.BIRTH]

    def is_recorded(self, child: str, parent: str) -> bool:
        return any(x.parent == parent and x.explicit for x in self.links[child])

    def kind_between(self, child: str, parent: str) -> DescentKind:
        return next((x.kind for x in self.links[child] if x.parent == parent), DescentKind.BIRTH)

    def children(self, person: str) -> list[str]:
        return [c for c, links in self.links.items() if any(x.parent == person for x in links)]

    def couples_of(self, person: str) -> list[tuple[str, UnionKind]]:
        found = []
        for (a, b), couple in self.couples.items():
            if person in (a, b):
                state = at_day(self._union(a, b, couple), self.people, None)
                if state:
                    found.append((b if person == a else a, state.kind))
        return found

    def spouses(self, person: str) -> list[str]:
        return [other for other, kind in self.couples_of(person) if kind not in ENDED]

    def opposite(self, person: str) -> str:
        return {"male": "female", "female": "male"}.get(self.people[person].sex, "unknown")

    def reach(self, person: str, step: Step) -> list[str]:
        """Who is one step away and fits its sex and order."""
        if step.move is Move.SPOUSE:
            wanted = [o for o, kind in self.couples_of(person) if self._fits_kind(kind, step.kind)]
        elif step.move is Move.PARENT:
            wanted = self.parents(person)
        elif step.move is Move.CHILD:
            wanted = self.children(person)
        else:
            wanted = [c for p in self.parents(person) for c in self.children(p) if c != person]
        return [
            key
            for key in dict.fromkeys(wanted)
            if not step.sex or self.people[key].sex in (step.sex, "unknown", "other")
            if not step.order or self.people[key].order == step.order
        ]

    @staticmethod
    def _fits_kind(kind: UnionKind, wanted: str) -> bool:
        if wanted == "any":
            return True
        return kind == wanted if wanted else kind not in ENDED

    def is_called(self, person: str, step: Step) -> bool:
        """Whether the person's own word is this step: 長男 in 「長男の妻」."""
        kin = self.people[person]
        if kin.placeholder:
            return bool(step.order) and kin.order == step.order and kin.sex == step.sex
        if clean(kin.word) == step.word:
            return True
        paths = read(kin.word).paths
        return bool(step.order) and any(
            len(path) == 1 and path[0].order == step.order and path[0].sex == step.sex for path in paths
        )

    def co_parent(self, anchor: str, child: str, kind: DescentKind) -> tuple[str, bool]:
        """The other parent by what is known of the anchor's unions: (id or empty, whether it is a guess)."""
        couples = [(o, k) for o, k in self.couples_of(anchor) if self._old_enough(o, child)]
        if kind is not DescentKind.BIRTH:
            current = [o for o, k in couples if k not in ENDED and k is not UnionKind.DATING]
            return (current[0], kind is DescentKind.ADOPTED) if len(current) == 1 else ("", False)
        if self.links[child] and sum(x.kind is kind for x in self.links[child]) >= 2:
            return "", False
        couples = [(o, k) for o, k in couples if k is not UnionKind.DATING]
        covering = [o for o, _ in couples if self._covers(anchor, o, child)]
        if len(covering) == 1:
            return covering[0], False
        if len(couples) == 1:
            return couples[0][0], False
        current = [o for o, k in couples if k not in ENDED]
        return (current[0], True) if current else ("", False)

    def _old_enough(self, parent: str, child: str) -> bool:
        a, b = self.people[parent].birth, self.people[child].birth
        return a is None or b is None or b.year - a.year >= _YOUNGEST_PARENT

    def _covers(self, a: str, b: str, child: str) -> bool:
        """Whether the child was born while a dated union of the two ran."""
        birth = self.people[child].birth
        couple = self.couples.get((a, b)) or self.couples.get((b, a))
        if birth is None or couple is None or not any(p.since for p in couple.phases):
            return False
        state = at_day(self._union(a, b, couple), self.people, birth)
        begun = min((p.since for p in couple.phases if p.since), default=None)
        return state is not None and state.kind not in ENDED and (state.since is None or begun is not None)

    # -- the result

    @staticmethod
    def _union(a: str, b: str, couple: _Couple) -> Union:
        return Union(a, b, couple.phases[0].kind, assumed=couple.assumed, phases=tuple(couple.phases))

    def graph(self, ego: str, members: Iterable[str]) -> KinGraph:
        descents = [d for child in self.links for d in self._descents(child)]
        for descent in descents:
            if len(descent.parents) == 2 and descent.kind is not DescentKind.STEP:
                self._ensure_couple(*descent.parents)
        unions = [self._union(a, b, couple) for (a, b), couple in self.couples.items()]
        states = [state for u in unions if (state := at_day(u, self.people, None))]
        tied = {key for u in unions for key in u.pair} | {k for d in descents for k in (d.child, *d.parents)}
        apart = tuple(m for m in members if m not in tied and m != ego)
        return KinGraph(self.people, tuple(states), tuple(descents), ego, apart)

    def _descents(self, child: str) -> list[Descent]:
        found = []
        for kind in DescentKind:
            links = [x for x in self.links[child] if x.kind is kind]
            together = len(links) == 2 and kind is not DescentKind.STEP
            groups = [links] if together else [[x] for x in links]
            for group in groups:
                dated = kind is not DescentKind.BIRTH
                found.append(
                    Descent(
                        child,
                        tuple(x.parent for x in group),
                        kind,
                        since=group[0].since if dated else None,
                        until=group[0].until if dated else None,
                        assumed=any(x.assumed for x in group),
                    )
                )
        return found

    def _ensure_couple(self, a: str, b: str) -> None:
        """Parents of a common child are a couple of which nothing is recorded; those who share a home are married."""
        if (a, b) in self.couples or (b, a) in self.couples:
            return
        one, other = self.people[a], self.people[b]
        kind, assumed = UnionKind.UNKNOWN, False
        busy = [s for key in (a, b) for s in self.spouses(key)]
        if one.member and other.member and not busy:
            if one.dead or other.dead:
                kind, assumed = UnionKind.MARRIAGE, True
            elif one.member.together and other.member.together:
                kind = UnionKind.MARRIAGE
        self.add_union(a, b, Phase(kind), explicit=False, assumed=assumed)
