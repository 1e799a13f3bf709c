"""Which numbers of a table to leave out, so that no small one can be worked out from those that are shown.

A table is a network: each number is an arc from the sum it belongs to, to the sum it adds to; what comes into a sum
that stays the same leaves it again. A number left out may then be larger by one exactly when one more can be sent
around a circle of numbers left out, so a largest flow tells what a reader can work out at best: the whole range of
values a number may have, not an estimate of it.

What the reader is taken to know: every number shown, that a 0 is always shown (so that what is left out is at least
1), and all sums that have no arc of their own. The rule: each number left out keeps at least `least` possible values.
A number from 1 to least - 1 left out therefore tells no more than that it was left out (R-GRT-02).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

Key = Hashable


@dataclass(frozen=True)
class Cell:
    """One number, on its way from one sum to another. A fixed one is known already, shown or not, and stays so."""

    tail: Hashable
    head: Hashable
    value: int
    fixed: bool = False


@dataclass
class _Network:
    cells: Mapping[Key, Cell]
    hidden: set[Key]
    arcs: dict[Hashable, list[tuple[Key, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, cell in self.cells.items():
            if cell.value > 0 and (key in self.hidden or not cell.fixed):
                self.arcs.setdefault(cell.tail, []).append((key, 1))
                self.arcs.setdefault(cell.head, []).append((key, -1))


def suppress(cells: Mapping[Key, Cell], *, least: int, hidden: Collection[Key] = ()) -> set[Key]:
    """The keys to leave out: `hidden`, every number of 1 to least - 1 that is not fixed, and as few others as come
    along cheaply. Raises ValueError when the table can not be made safe: then none of it may be shown.
    """
    small = {key for key, cell in cells.items() if 0 < cell.value < least and not cell.fixed}
    network = _Network(cells, small | set(hidden))
    waiting = sorted(network.hidden, key=lambda key: (-cells[key].value, repr(key)))
    while waiting:
        key = waiting.pop()
        if _freedom(network, key, least - 1) >= least - 1:
            continue
        added = _protect(network, key, least - 1)
        network.hidden |= added
        waiting.extend(sorted(added, key=lambda one: (-cells[one].value, repr(one))))
    _show_again(network, least, network.hidden - small - set(hidden))
    return network.hidden


def possible(cells: Mapping[Key, Cell], hidden: Collection[Key], key: Key, *, most: int) -> tuple[int, int]:
    """The least and the largest value the number left out at `key` can have, followed up to `most` from the true one."""
    network = _Network(cells, set(hidden))
    value = cells[key].value
    down = _push(network, key, -1, min(most, value - 1))[0]
    return value - down, value + _push(network, key, 1, most)[0]


def _freedom(network: _Network, key: Key, wanted: int) -> int:
    up = _push(network, key, 1, wanted)[0]
    down = min(wanted - up, network.cells[key].value - 1)
    return up + (_push(network, key, -1, down)[0] if down > 0 else 0)


def _protect(network: _Network, key: Key, wanted: int) -> set[Key]:
    """What else to leave out so that `key` has its freedom: above the true value, else below it too."""
    gained, added = _push(network, key, 1, wanted, further=True)
    if gained < wanted:
        below = min(wanted - gained, network.cells[key].value - 1)
        more, others = _push(network, key, -1, below, further=True)
        gained, added = gained + more, added | others
    if gained < wanted:
        raise ValueError("the table is too small to be shown")
    return added


def _show_again(network: _Network, least: int, spare: set[Key]) -> None:
    """What was left out for the sake of others and is not needed after all, the largest first."""
    for key in sorted(spare, key=lambda one: (-network.cells[one].value, repr(one))):
        network.hidden.discard(key)
        if any(_freedom(network, other, least - 1) < least - 1 for other in network.hidden):
            network.hidden.add(key)


def _push(network: _Network, key: Key, way: int, most: int, *, further: bool = False) -> tuple[int, set[Key]]:
    """By how much the number can change (`way` 1: grow, -1: shrink), up to `most`, while all that is shown stays.

    With `further`, numbers now shown may be taken along; answers them as well.
    """
    cell = network.cells[key]
    start, goal = (cell.head, cell.tail) if way > 0 else (cell.tail, cell.head)
    change: dict[Key, int] = {}
    taken: set[Key] = set()
    for gained in range(most):
        circle = _cheapest(network, start, goal, key, change, taken, further)
        if circle is None:
            return gained, taken
        for one, direction in circle:
            change[one] = change.get(one, 0) + direction
            if one not in network.hidden:
                taken.add(one)
    return most, taken


def _cheapest(
    network: _Network,
    start: Hashable,
    goal: Hashable,
    without: Key,
    change: dict[Key, int],
    taken: set[Key],
    further: bool,
) -> list[tuple[Key, int]] | None:
    """The way from sum to sum that leaves out least of what is shown; a number left out may not fall below 1."""
    came: dict[Hashable, tuple[Hashable, Key, int]] = {}
    best: dict[Hashable, int] = {start: 0}
    tie = count()
    heap: list[tuple[int, int, Hashable]] = [(0, next(tie), start)]
    done: set[Hashable] = set()
    while heap:
        cost, _, place = heappop(heap)
        if place == goal:
            return _walk_back(came, start, goal)
        if place in done:
            continue
        done.add(place)
        for key, direction in network.arcs.get(place, ()):
            free = key in network.hidden or key in taken
            cell = network.cells[key]
            if key == without or not (free or (further and not cell.fixed)):
                continue
            if direction < 0 and cell.value - 1 + change.get(key, 0) < 1:
                continue
            there = cell.head if direction > 0 else cell.tail
            price = cost + (0 if free else cell.value)
            if there not in best or price < best[there]:
                best[there] = price
                came[there] = (place, key, direction)
                heappush(heap, (price, next(tie), there))
    return None


def _walk_back(
    came: dict[Hashable, tuple[Hashable, Key, int]], start: Hashable, goal: Hashable
) -> list[tuple[Key, int]]:
    steps = []
    place = goal
    while place != start:
        place, key, direction = came[place]
        steps.append((key, direction))
    return steps
