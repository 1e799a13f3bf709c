"""Where everybody stands: a place on a row for each person, parents over the middle of their children (R-PEO-04)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.people.drawing.structure import Source, Structure

CELL = 108.0  # width of a person's cell, px at 100 %
COUPLE = 124.0  # from the middle of one spouse to the middle of the other
SINGLE = 112.0  # between neighbours who are no couple
_SWEEPS = 30


@dataclass
class _Block:
    people: list[str]
    offsets: list[float]
    x: float = 0.0

    @property
    def width(self) -> float:
        return self.offsets[-1]


def placed(shape: Structure, rows: list[list[list[str]]]) -> dict[str, float]:
    """The x of everybody, from half a cell upwards."""
    blocks = [[_block(shape, chain) for chain in row] for row in rows]
    for row in blocks:
        x = 0.0
        for block in row:
            block.x = x
            x += block.width + SINGLE
    found = _positions(blocks)
    pulls = _Pulls(shape)
    for turn in range(_SWEEPS):
        order = range(len(blocks)) if turn % 2 else range(len(blocks) - 1, -1, -1)
        for index in order:
            _settle(blocks[index], [pulls.wish(block, found, turn) for block in blocks[index]])
            found.update(_positions([blocks[index]]))
    least = min(found.values(), default=0.0)
    return {key: x - least + CELL / 2 for key, x in found.items()}


def _block(shape: Structure, chain: list[str]) -> _Block:
    offsets = [0.0]
    wed = {u.pair for u in shape.graph.unions}
    for a, b in zip(chain, chain[1:], strict=False):
        offsets.append(offsets[-1] + (COUPLE if frozenset((a, b)) in wed else SINGLE))
    return _Block(chain, offsets)


def _positions(blocks: list[list[_Block]]) -> dict[str, float]:
    return {p: b.x + o for row in blocks for b in row for p, o in zip(b.people, b.offsets, strict=True)}


def hang_x(source: Source, x: dict[str, float]) -> float:
    """From where the children of one or two parents hang: between the two, or just beside the outer of distant ones."""
    places = sorted(x[p] for p in source.parents)
    if len(places) == 1:
        return places[0]
    if places[1] - places[0] > COUPLE * 1.2:
        return places[0] + COUPLE / 2
    return (places[0] + places[1]) / 2


class _Pulls:
    """What each chain would like: to stand over its children and under its parents."""

    def __init__(self, shape: Structure) -> None:
        self.shape = shape

    def wish(self, block: _Block, x: dict[str, float], turn: int) -> tuple[float, float]:
        """(the x wished for, how strongly)."""
        total = weight = 0.0
        chain = self.shape.chain_of[block.people[0]]
        for index in self.shape.below[chain]:
            source = self.shape.sources[index]
            middle = (min(x[c] for c in source.ids) + max(x[c] for c in source.ids)) / 2
            total += 2 * (block.x + middle - hang_x(source, x))
            weight += 2
        for person in block.people:
            for index in self.shape.above[person]:
                source = self.shape.sources[index]
                middle = (min(x[c] for c in source.ids) + max(x[c] for c in source.ids)) / 2
                total += block.x + hang_x(source, x) - middle
                weight += 1
        return (total / weight, weight) if weight else (block.x, 0.01)


def _settle(row: list[_Block], wishes: list[tuple[float, float]]) -> None:
    """As near to the wishes as the order and the room allow: pools of neighbours that touch move as one."""
    shift, pools = 0.0, []
    for block, (wish, weight) in zip(row, wishes, strict=True):
        pools.append([wish - shift, weight, 1])
        shift += block.width + SINGLE
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            value, weight, count = pools.pop()
            mean = (pools[-1][0] * pools[-1][1] + value * weight) / (pools[-1][1] + weight)
            pools[-1] = [mean, pools[-1][1] + weight, pools[-1][2] + count]
    shift, at = 0.0, 0
    for value, _, count in pools:
        for _ in range(int(count)):
            row[at].x = value + shift
            shift += row[at].width + SINGLE
            at += 1
