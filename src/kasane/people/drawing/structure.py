"""The graph as a drawing needs it: rows of generations, chains of spouses, and parents with their children (R-PEO-04)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from kasane.people.kinship import Descent, DescentKind, Kin, KinGraph, Union, generation

_DAYS = 365


@dataclass
class Child:
    id: str
    descents: tuple[Descent, ...]


@dataclass
class Source:
    """One or two parents and the children hung from them, eldest first."""

    parents: tuple[str, ...]
    union: Union | None
    children: list[Child] = field(default_factory=list)
    twins: set[frozenset[str]] = field(default_factory=set)

    @property
    def ids(self) -> list[str]:
        return [child.id for child in self.children]


@dataclass
class Structure:
    """`rows` by person from 0; `chain_of` gives the index of the person's chain of spouses in `chains`."""

    graph: KinGraph
    rows: dict[str, int]
    chains: list[list[str]]
    chain_of: dict[str, int]
    sources: list[Source]
    above: dict[str, list[int]]  # person → sources the person hangs from
    below: dict[int, list[int]]  # chain → sources of its people

    def row_of(self, chain: int) -> int:
        return self.rows[self.chains[chain][0]]


def structure(graph: KinGraph) -> Structure:
    rows = _rows(graph)
    chains, chain_of = _chains(graph, rows)
    sources = _sources(graph, rows)
    above: dict[str, list[int]] = defaultdict(list)
    below: dict[int, list[int]] = defaultdict(list)
    for index, source in enumerate(sources):
        source.children.sort(key=_by_birth(graph, source))
        source.twins = _twins(graph, source.ids)
        for child in source.ids:
            above[child].append(index)
        below[chain_of[source.parents[0]]].append(index)
    return Structure(graph, rows, chains, chain_of, sources, above, below)


def _twins(graph: KinGraph, ids: list[str]) -> set[frozenset[str]]:
    """Pairs of children of the same parents born on one day, or called twins."""
    return {
        frozenset((a, b))
        for i, a in enumerate(ids)
        for b in ids[i + 1 :]
        if (graph.people[a].birth and graph.people[a].birth == graph.people[b].birth)
        or graph.people[a].twin_of == b
        or graph.people[b].twin_of == a
    }


def _rows(graph: KinGraph) -> dict[str, int]:
    """Generations, then pushed down until every child is below its parents and couples are level."""
    rows = generation(graph)
    for _ in range(len(rows) + 1):
        moved = False
        for descent in graph.descents:
            lowest = max(rows[p] for p in descent.parents)
            if rows[descent.child] <= lowest and descent.kind is not DescentKind.STEP:
                rows[descent.child], moved = lowest + 1, True
        for union in graph.unions:
            level = max(rows[union.a], rows[union.b])
            if rows[union.a] != rows[union.b] and not _related(graph, union):
                rows[union.a] = rows[union.b] = level
                moved = True
        if not moved:
            break
    used = {row: index for index, row in enumerate(sorted(set(rows.values())))}
    return {key: used[row] for key, row in rows.items()}


def _related(graph: KinGraph, union: Union) -> bool:
    """A couple of two generations of one family keeps its two rows."""
    ancestors: dict[str, set[str]] = {}
    for key in union.pair:
        found, waiting = set(), [key]
        while waiting:
            for d in graph.descents_of[waiting.pop()]:
                for parent in d.parents:
                    if parent not in found:
                        found.add(parent)
                        waiting.append(parent)
        ancestors[key] = found | {key}
    return bool(ancestors[union.a] & ancestors[union.b])


def _chains(graph: KinGraph, rows: dict[str, int]) -> tuple[list[list[str]], dict[str, int]]:
    near: dict[str, list[str]] = {key: [] for key in graph.people}
    for union in graph.unions:
        if rows[union.a] == rows[union.b]:
            near[union.a].append(union.b)
            near[union.b].append(union.a)
    chains: list[list[str]] = []
    chain_of: dict[str, int] = {}
    for key in graph.people:
        if key in chain_of:
            continue
        chain, waiting = [], [key]
        while waiting:
            person = waiting.pop(0)
            if person not in chain_of:
                chain_of[person] = len(chains)
                chain.append(person)
                waiting.extend(near[person])
        chains.append(chain)
    return chains, chain_of


def _sources(graph: KinGraph, rows: dict[str, int]) -> list[Source]:
    unions = {u.pair: u for u in graph.unions}
    found: dict[tuple[str, ...], Source] = {}
    for child in graph.people:
        shown = [d for d in graph.descents_of[child] if not _by_marriage(d, graph, unions)]
        for parents, descents in _grouped(shown, unions):
            union = unions.get(frozenset(parents)) if len(parents) == 2 else None
            key = tuple(sorted(parents))
            source = found.setdefault(key, Source(parents, union))
            source.children.append(Child(child, tuple(descents)))
    return list(found.values())


def _by_marriage(descent: Descent, graph: KinGraph, unions: dict[frozenset[str], Union]) -> bool:
    """A step-parent beside the parent needs no line: the couple shows it."""
    if descent.kind is not DescentKind.STEP:
        return False
    others = {
        p for d in graph.descents_of[descent.child] if d.kind is not DescentKind.STEP for p in d.parents
    }
    return all(any(frozenset((p, other)) in unions for other in others) for p in descent.parents)


def _grouped(
    descents: list[Descent], unions: dict[frozenset[str], Union]
) -> list[tuple[tuple[str, ...], list[Descent]]]:
    """A mother by birth and the husband who adopted are one couple with one child."""
    singles = [d for d in descents if len(d.parents) == 1]
    if len(singles) == 2 and singles[0].parents != singles[1].parents:
        pair = (singles[0].parents[0], singles[1].parents[0])
        if frozenset(pair) in unions:
            rest = [d for d in descents if len(d.parents) == 2]
            return [(pair, singles), *((d.parents, [d]) for d in rest)]
    found: dict[tuple[str, ...], list[Descent]] = {}
    for d in descents:
        found.setdefault(d.parents, []).append(d)
    return list(found.items())


def _by_birth(graph: KinGraph, source: Source):  # type: ignore[no-untyped-def]
    """Sorts children eldest first: by birth, by stated age, by 長・二・三, by 兄 and 弟 of 本人."""
    ids = source.ids  # a list is empty while it is being sorted
    known = {c: day for c in ids if (day := _born(graph.people[c])) is not None}
    ego = known.get(graph.ego)
    centre = ego if ego is not None else (min(known.values()) if known else 0)

    def guess(key: str) -> float:
        kin = graph.people[key]
        if key in known:
            return known[key]
        if kin.elder and graph.ego in ids:
            return centre - kin.elder * _DAYS + kin.order
        for other, day in known.items():
            sibling = graph.people[other]
            if kin.order and sibling.order and sibling.sex == kin.sex:
                return day + (kin.order - sibling.order) * _DAYS
        if key == graph.ego:
            return centre
        return (max(known.values()) + kin.order + 1) if known else kin.order

    twins = {c: t for c in ids if (t := graph.people[c].twin_of) in ids}
    return lambda child: (guess(twins.get(child.id, child.id)), guess(child.id), child.id in twins)


def _born(kin: Kin) -> int | None:
    member = kin.member
    if member is None:
        return None
    if member.birth:
        return member.birth.toordinal()
    if member.stated_age is not None and member.stated_on:
        return date(max(1, member.stated_on.year - member.stated_age), 7, 1).toordinal()
    return None
