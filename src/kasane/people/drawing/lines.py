"""The lines of kinship: between partners, and from parents down to children (R-PEO-04)."""

from __future__ import annotations

from kasane.base.dates import short_wareki
from kasane.people.drawing.family import Family
from kasane.people.drawing.model import FIGURE, Couple, Drawing, Figure, Leg, Point, Sibship
from kasane.people.drawing.place import COUPLE
from kasane.people.drawing.structure import Source, Structure
from kasane.people.kinship import Union, UnionKind

_HALF = FIGURE / 2
_ARCH = 16.0  # px above the figures for a couple with somebody between
_TRACK = 9.0  # px between two bars that overlap
_ASIDE = 18.0  # px between two legs of one child
_BAR = 18.0  # px from the lowest label of the parents' row to the first bar

_SINCE = {UnionKind.COHABITING: "同居", UnionKind.PARTED: "同居", UnionKind.DATING: "交際"}
_ENDED = {UnionKind.DIVORCED: "離婚", UnionKind.PARTED: "解消"}


def couples(drawing: Drawing, family: Family) -> list[Couple]:
    at = {f.id: f for f in drawing.figures}
    return [_couple(at, u, drawing) for u in family.graph.unions]


def union_words(union: Union) -> list[str]:
    """「S58婚姻」「H20離婚」: what is known of the years."""
    found = []
    if union.since:
        found.append(f"{_year(union.since)}{_SINCE.get(union.kind, '結婚')}")
    if union.separated:
        found.append(f"{_year(union.separated)}別居")
    if union.ended:
        found.append(f"{_year(union.ended)}{_ENDED.get(union.kind, '')}")
    elif union.kind in _ENDED:
        found.append(_ENDED[union.kind])
    return found


def _year(day) -> str:  # type: ignore[no-untyped-def]
    return short_wareki(day).split(".")[0]


def _couple(at: dict[str, Figure], union: Union, drawing: Drawing) -> Couple:
    left, right = sorted((at[union.a], at[union.b]), key=lambda f: f.x)
    start, end = left.x + _HALF, right.x - _HALF
    between = [f for f in drawing.figures if f.row == left.row and left.x < f.x < right.x]
    if left.row != right.row or between:
        return _arch(left, right, union, len(between))
    middle = (start + end) / 2
    points = [(start, left.y), (end, right.y)]
    return Couple(union, points, (middle + 14, left.y), union_words(union), (middle, left.y - 6))


def _arch(left: Figure, right: Figure, union: Union, between: int) -> Couple:
    """Over the heads of those who stand between."""
    top = min(left.y, right.y) - _HALF - 20 - _ARCH - 6 * (between - 1)
    out, back = left.x + COUPLE / 2, right.x - COUPLE / 2
    if left.row != right.row:
        points = [(left.x + _HALF, left.y), (out, left.y), (out, right.y), (right.x - _HALF, right.y)]
        return Couple(union, points, (out, (left.y + right.y) / 2), union_words(union), (out, left.y - 6))
    low = left.y - 12
    points = [
        (left.x + _HALF, left.y),
        (out, left.y),
        (out, top),
        (back, top),
        (back, low),
        (right.x - _HALF, low),
    ]
    return Couple(
        union, points, ((out + back) / 2 + 14, top), union_words(union), ((out + back) / 2, top - 6)
    )


def sibships(drawing: Drawing, shape: Structure) -> list[Sibship]:
    """Children under their parents; bars that overlap run on different heights, chosen so that nothing crosses."""
    at = {f.id: f for f in drawing.figures}
    bottoms: dict[int, float] = {}
    for f in drawing.figures:
        bottoms[f.row] = max(bottoms.get(f.row, 0), f.box[3])
    found: list[Sibship] = []
    sides = _sides(shape, at)
    by_gap: dict[int, list[Source]] = {}
    for source in shape.sources:
        by_gap.setdefault(max(at[p].row for p in source.parents), []).append(source)
    for row, group in by_gap.items():
        tracks = _tracks(group, at)
        for index, source in enumerate(group):
            bar = bottoms[row] + _BAR + _TRACK * (tracks[index] - max(tracks) / 2)
            found.append(_sibship(source, at, bar, sides))
    return found


def _hang(source: Source, at: dict[str, Figure]) -> tuple[float, float]:
    """Where the stem starts: on the line of the couple, or under the words of a parent alone."""
    parents = sorted((at[p] for p in source.parents), key=lambda f: f.x)
    if len(parents) == 1:
        return parents[0].x, parents[0].box[3]
    left, right = parents
    if left.row != right.row:
        return (left.x + COUPLE / 2, max(left.y, right.y))
    if right.x - left.x > COUPLE * 1.2:
        return left.x + COUPLE / 2, left.y
    return (left.x + right.x) / 2, left.y


def _extent(source: Source, at: dict[str, Figure]) -> tuple[float, float, float, list[float]]:
    x, _ = _hang(source, at)
    children = [at[c].x for c in source.ids]
    return min(x, *children), max(x, *children), x, children


def _tracks(group: list[Source], at: dict[str, Figure]) -> list[int]:
    """The height of each bar, 0 on top. A bar goes above another when that makes fewer lines cross."""
    extents = [_extent(source, at) for source in group]
    below: dict[int, set[int]] = {i: set() for i in range(len(group))}
    for i, a in enumerate(extents):
        for j in range(i + 1, len(group)):
            b = extents[j]
            if min(a[1], b[1]) < max(a[0], b[0]) - 1:
                continue
            if _cuts(a, b) <= _cuts(b, a):
                below[j].add(i)
            else:
                below[i].add(j)
    tracks = [0] * len(group)
    for _ in group:
        for i, above in below.items():
            for j in above:
                tracks[i] = min(max(tracks[i], tracks[j] + 1), len(group) - 1)
    return tracks


def _cuts(
    upper: tuple[float, float, float, list[float]], lower: tuple[float, float, float, list[float]]
) -> int:
    """How many lines cross when `upper` has the higher bar: its legs meet the lower bar, the lower stem the upper."""
    legs = sum(lower[0] < x < lower[1] for x in upper[3])
    return legs + (upper[0] < lower[2] < upper[1])


def _sides(shape: Structure, at: dict[str, Figure]) -> dict[tuple[str, tuple[str, ...]], float]:
    """A child with parents by birth and others who took it in gets a leg for each, side by side."""
    found = {}
    for child, indices in shape.above.items():
        sources = sorted((shape.sources[i] for i in indices), key=lambda s: _hang(s, at)[0])
        for n, source in enumerate(sources):
            found[child, source.parents] = _ASIDE * (n - (len(sources) - 1) / 2)
    return found


def _sibship(
    source: Source, at: dict[str, Figure], bar: float, sides: dict[tuple[str, tuple[str, ...]], float]
) -> Sibship:
    x, top = _hang(source, at)
    joints: dict[str, float] = {}
    for twins in twin_groups(source, at):
        middle = sum(at[c].x for c in twins) / len(twins)
        joints.update(dict.fromkeys(twins, middle))
    legs = []
    for child in source.children:
        figure, aside = at[child.id], sides[child.id, source.parents]
        end: Point = (figure.x + aside, figure.y - _HALF)
        legs.append(Leg(child.id, [(joints.get(child.id, end[0]), bar), end], child.descents))
    ends = [x, *(leg.points[0][0] for leg in legs)]
    return Sibship(source.parents, [(x, top), (x, bar)], [(min(ends), bar), (max(ends), bar)], legs)


def twin_groups(source: Source, at: dict[str, Figure]) -> list[list[str]]:
    """Neighbours in the row of children who were born on one day, or are said to be twins."""
    ids = sorted(source.ids, key=lambda c: at[c].x)
    groups: list[list[str]] = []
    for child in ids:
        if groups and _are_twins(source, groups[-1][-1], child):
            groups[-1].append(child)
        else:
            groups.append([child])
    return [g for g in groups if len(g) > 1]


def _are_twins(source: Source, a: str, b: str) -> bool:
    return frozenset((a, b)) in source.twins
