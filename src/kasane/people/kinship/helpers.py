"""Questions other rules ask of a family: parents, children, spouses, generations (R-PEO-03, R-PEO-04)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from kasane.people.kinship.graph import TOGETHER, DescentKind, KinGraph, UnionKind

_LEGAL = (DescentKind.BIRTH, DescentKind.ADOPTED)


def parents_of(
    graph: KinGraph, person: str, kinds: Iterable[DescentKind] = _LEGAL, *, stand_ins: bool = True
) -> list[str]:
    """Ids of the parents by birth and adoption, or of the kinds asked for; stand-ins are unknown people."""
    wanted = set(kinds)
    found = [p for d in graph.descents_of.get(person, []) if d.kind in wanted for p in d.parents]
    return _distinct(graph, found, stand_ins)


def children_of(
    graph: KinGraph, person: str, kinds: Iterable[DescentKind] = _LEGAL, *, stand_ins: bool = True
) -> list[str]:
    """Ids of the children by birth and adoption, or of the kinds asked for, eldest first where known."""
    wanted = set(kinds)
    found = [d.child for d in graph.descents_from.get(person, []) if d.kind in wanted]
    found.sort(key=lambda key: (graph.people[key].birth is None, graph.people[key].birth or 0))
    return _distinct(graph, found, stand_ins)


def siblings_of(graph: KinGraph, person: str, *, stand_ins: bool = True) -> list[str]:
    """Ids of those who share at least one parent by birth or adoption."""
    found = [c for p in parents_of(graph, person) for c in children_of(graph, p) if c != person]
    return _distinct(graph, found, stand_ins)


def spouses_of(
    graph: KinGraph, person: str, kinds: Iterable[UnionKind] = TOGETHER, *, stand_ins: bool = True
) -> list[str]:
    """Ids of those the person is a couple with: married (also living apart) or living as married."""
    wanted = set(kinds)
    found = [u.b if u.a == person else u.a for u in graph.unions_of.get(person, []) if u.kind in wanted]
    return _distinct(graph, found, stand_ins)


def step_parents_of(graph: KinGraph, person: str) -> list[str]:
    """Ids of recorded step-parents and of those who are a couple with a parent without being one."""
    parents = parents_of(graph, person)
    found = parents_of(graph, person, [DescentKind.STEP])
    found += [s for p in parents for s in spouses_of(graph, p)]
    return [key for key in _distinct(graph, found, True) if key not in parents]


def ancestors_of(graph: KinGraph, person: str) -> set[str]:
    found: set[str] = set()
    waiting = deque(parents_of(graph, person))
    while waiting:
        key = waiting.popleft()
        if key not in found:
            found.add(key)
            waiting.extend(parents_of(graph, key))
    return found


def generation(graph: KinGraph) -> dict[str, int]:
    """Generation of everybody: 0 for 本人, -1 for parents, 1 for children; couples share one.

    People tied to nobody are put by age: 25 years are a generation, so the 同居人 of one's age is 0.
    """
    found: dict[str, int] = {}
    order = sorted(graph.people, key=lambda key: (key != graph.ego, key in graph.apart))
    for start in order:
        if start in found:
            continue
        found[start] = _by_age(graph, start) if found else 0
        waiting = deque([start])
        while waiting:
            key = waiting.popleft()
            for other, step in _next_to(graph, key):
                if other not in found:
                    found[other] = found[key] + step
                    waiting.append(other)
    return found


def _next_to(graph: KinGraph, key: str) -> list[tuple[str, int]]:
    """Descents before unions, so that who is born into the family decides the row."""
    up = [(p, -1) for d in graph.descents_of[key] for p in d.parents]
    down = [(d.child, 1) for d in graph.descents_from[key]]
    side = [(u.b if u.a == key else u.a, 0) for u in graph.unions_of[key]]
    return [*up, *down, *side]


def _by_age(graph: KinGraph, key: str) -> int:
    ego = graph.people.get(graph.ego)
    birth = graph.people[key].birth
    if ego is None or ego.birth is None or birth is None:
        return 0
    return max(-3, min(3, round((birth.year - ego.birth.year) / 25)))


def _distinct(graph: KinGraph, keys: Iterable[str], stand_ins: bool) -> list[str]:
    return [k for k in dict.fromkeys(keys) if stand_ins or not graph.people[k].placeholder]
