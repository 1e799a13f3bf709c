"""Who stands left of whom: strips of relatives laid side by side so that no line must cross (R-PEO-04).

A chain of spouses has the sibship of each of them around it. When only one spouse has parents in the drawing, brothers
and sisters stand by age around the couple; when both have, the husband closes his row and the wife opens hers.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations

from kasane.people.drawing.structure import Source, Structure
from kasane.people.kinship.graph import ENDED

Strip = dict[int, list[int]]
_MOST_EXACT = 6  # people in a chain up to which every order is tried


def ordered(shape: Structure) -> list[list[list[str]]]:
    """Rows from the top; in each row chains from the left; in each chain people from the left."""
    work = _Order(shape)
    total: Strip = defaultdict(list)
    start = shape.chain_of.get(shape.graph.ego)
    sizes = sorted(range(len(shape.chains)), key=lambda c: (c != start, c))
    for chain in sizes:
        if chain not in work.seen:
            left, right = work.grow(chain)
            _join(total, left, right)
    rows = max(shape.rows.values(), default=-1) + 1
    return [[work.chosen[c] for c in total.get(row, [])] for row in range(rows)]


def _join(into: Strip, *strips: Strip) -> Strip:
    for strip in strips:
        for row, chains in strip.items():
            into[row].extend(chains)
    return into


class _Order:
    def __init__(self, shape: Structure) -> None:
        self.shape = shape
        self.seen: set[int] = set()
        self.chosen: dict[int, list[str]] = {}

    def grow(
        self,
        chain: int,
        came: Source | None = None,
        split: str = "",
        side: str = "",
        child: str = "",
        opens: str = "",
    ) -> tuple[Strip, Strip]:
        """The relatives of a chain in two strips, left and right of the child `split` (all left without one).

        `side` says that the split child must close ("last") or open ("first") its brothers and sisters; `opens` says
        the same of `child` when the way comes down from its parents.
        """
        self.seen.add(chain)
        people = self.chosen[chain] = self._arrange(chain, came if split else None, side, (child, opens))
        uplinks = [
            (p, self.shape.sources[s])
            for p in people
            for s in self.shape.above[p]
            if (self.shape.sources[s] is not came or split)
            and self.shape.chain_of[self.shape.sources[s].parents[0]] not in self.seen
        ]
        left, right = self._below(chain, people, came if split else None, split, side)
        for person, source in uplinks:
            parents = self.shape.chain_of[source.parents[0]]
            if parents in self.seen:
                continue
            where = self._side_of(people, person)
            before, after = self.grow(parents, source, person, where)
            if where == "last":
                left = _join(_join(defaultdict(list), before, after), left)
            elif where == "first":
                _join(right, before, after)
            else:
                left = _join(_join(defaultdict(list), before), left)
                _join(right, after)
        return left, right

    def _side_of(self, people: list[str], person: str) -> str:
        """Where somebody stands among brothers and sisters so that two families meet in the couple."""
        up = [p for p in people if self.shape.above[p]]
        if len(up) == 1 and len(self.shape.above[person]) == 1:
            return ""
        return "last" if up[0] == person and len(up) > 1 else "first"

    def _below(
        self, chain: int, people: list[str], came: Source | None, split: str, side: str
    ) -> tuple[Strip, Strip]:
        """The descendants, with the chain itself in its row; the families of sons- and daughters-in-law beside it."""
        row = self.shape.row_of(chain)
        left: Strip = defaultdict(list)
        right: Strip = defaultdict(list)
        here, first, placed = left, True, False
        for source in self._sources(chain, people):
            for child, place in self._children(source, split if source is came else "", side):
                if child == split and source is came:
                    if not placed:
                        left[row].append(chain)
                        placed = True
                    here = right
                    continue
                below = self.shape.chain_of[child]
                if below in self.seen:
                    continue
                strips = self.grow(below, source, opens=place, child=child)
                if not placed and (not first or self._family_right(child, strips, row)):
                    left[row].append(chain)
                    placed = True
                _join(here, *strips)
                first = False
        if not placed:
            left[row].append(chain)
        return left, right

    def _family_right(self, child: str, strips: tuple[Strip, Strip], row: int) -> bool:
        """Whether a child brings parents-in-law who stand right of its own parents."""
        people = self.chosen[self.shape.chain_of[child]]
        up = [p for p in people if p != child and self.shape.above[p]]
        beside = any(strip.get(row) for strip in strips)
        return beside and bool(up) and all(people.index(p) > people.index(child) for p in up)

    def _sources(self, chain: int, people: list[str]) -> list[Source]:
        at = {p: i for i, p in enumerate(people)}
        found = [self.shape.sources[s] for s in self.shape.below[chain]]
        return sorted(found, key=lambda s: _middle(s, at))

    def _children(self, source: Source, split: str, side: str) -> list[tuple[str, str]]:
        """By age; who leads to another family drawn above opens ("first") or closes ("last") the row instead."""
        ids = source.ids
        heavy = [c for c in ids if c != split and self._has_family_above(c, source)]
        if split and side == "last":
            left, right = heavy, []
        elif split and side == "first":
            left, right = [], heavy
        elif len(heavy) == 1:
            opens = self._opens(heavy[0])
            left, right = (heavy, []) if opens else ([], heavy)
        else:
            half = (len(heavy) + 1) // 2
            left, right = heavy[:half], heavy[half:]
        rest = [c for c in ids if c not in heavy and not (side and c == split)]
        if split and side:
            rest = [*rest, split] if side == "last" else [split, *rest]
        return [*((c, "first") for c in left), *((c, "") for c in rest), *((c, "last") for c in right)]

    def _opens(self, child: str) -> bool:
        """Whether the parents-in-law of a child stand left of it when nothing else decides."""
        people = self._arrange(self.shape.chain_of[child], None, "")
        up = [p for p in people if self.shape.above[p]]
        return people.index(up[0]) < people.index(child)

    def _has_family_above(self, child: str, source: Source) -> bool:
        chain = self.shape.chain_of[child]
        return any(
            self.shape.sources[s] is not source for p in self.shape.chains[chain] for s in self.shape.above[p]
        )

    # -- within one chain

    def _arrange(
        self, chain: int, came: Source | None, side: str, turned: tuple[str, str] = ("", "")
    ) -> list[str]:
        people = self.shape.chains[chain]
        if len(people) == 1:
            return list(people)
        orders = permutations(people) if len(people) <= _MOST_EXACT else _few_orders(self.shape, people)
        return list(
            min(orders, key=lambda order: self._cost(chain, order, came, side) + self._turned(order, *turned))
        )

    def _turned(self, order: tuple[str, ...], child: str, opens: str) -> float:
        """A child that opens its row has its parents-in-law on the left."""
        if not opens:
            return 0
        others = [order.index(p) for p in order if p != child and self.shape.above[p]]
        wrong = [i for i in others if (i > order.index(child)) == (opens == "first")]
        return 100.0 * len(wrong)

    def _cost(self, chain: int, order: tuple[str, ...], came: Source | None, side: str) -> float:
        at = {p: i for i, p in enumerate(order)}
        graph = self.shape.graph
        cost = 0.0
        for union in graph.unions:
            if union.a in at and union.b in at:
                cost += 40 * (abs(at[union.a] - at[union.b]) - 1)
                if (graph.people[union.a].sex, graph.people[union.b].sex) in _MIXED:
                    man, woman = _man_first(graph.people[union.a].sex, union.a, union.b)
                    cost += at[man] > at[woman]
        for person in order:
            mates = sorted((u for u in graph.unions_of[person]), key=_began)
            places = [at[m] for u in mates if (m := u.b if u.a == person else u.a) in at]
            cost += 2 * _inversions(places)
        cost += self._cost_above(order) + self._cost_below(chain, order, at, came, side)
        return cost

    def _cost_above(self, order: tuple[str, ...]) -> float:
        """What the order of age must give up where two families meet."""
        up = [(p, self.shape.sources[s]) for p in order for s in self.shape.above[p]]
        if len(up) < 2:
            return 0
        cost = 0.0
        for index, (person, source) in enumerate(up):
            place = source.ids.index(person)
            if index == 0:
                cost += 5 * (len(source.ids) - 1 - place)
            elif index == len(up) - 1:
                cost += 5 * place
            else:
                cost += 30 * (len(source.ids) - 1) + 10
        return cost

    def _cost_below(
        self, chain: int, order: tuple[str, ...], at: dict[str, int], came: Source | None, side: str
    ) -> float:
        sources = self._sources(chain, list(order))
        births = [k.toordinal() for s in sources if (k := self.shape.graph.people[s.ids[0]].birth)]
        cost = 3.0 * _inversions(births)
        if came and side and len(sources) > 1:
            cost += 20 * (sources[-1 if side == "last" else 0] is not came)
        return cost


_MIXED = {("male", "female"), ("female", "male")}


def _man_first(sex_of_a: str, a: str, b: str) -> tuple[str, str]:
    return (a, b) if sex_of_a == "male" else (b, a)


def _began(union) -> tuple[bool, int]:  # type: ignore[no-untyped-def]
    day = union.since or union.ended
    return union.kind not in ENDED, day.toordinal() if day else 0


def _middle(source: Source, at: dict[str, int]) -> float:
    """Where in the chain the children hang: beside the parent who stands further out when others are between."""
    places = [at[p] for p in source.parents if p in at]
    if len(places) == 2 and abs(places[0] - places[1]) > 1:
        return min(places) + 0.5
    return sum(places) / len(places)


def _inversions(values: list[int]) -> int:
    return sum(a > b for i, a in enumerate(values) for b in values[i + 1 :])


def _few_orders(shape: Structure, people: list[str]) -> list[tuple[str, ...]]:
    """Long chains: from each end along the unions, which keeps most couples side by side."""
    found = []
    for start in people:
        order, waiting = [], [start]
        while waiting:
            person = waiting.pop()
            if person not in order:
                order.append(person)
                waiting.extend(
                    m for u in shape.graph.unions_of[person] if (m := u.b if u.a == person else u.a) in people
                )
        found.append(tuple(order))
    return found
