"""Measures of a drawing: lines that cross, figures that overlap (R-PEO-04). The layout uses them, and so do the tests."""

from __future__ import annotations

from itertools import combinations

from kasane.people.drawing.model import Box, Drawing, Point

Segment = tuple[Point, Point]
_TINY = 0.6  # px: lines that only touch do not cross


def crossings(drawing: Drawing) -> int:
    """How often lines of kinship cross one another or run through somebody's figure."""
    groups = _groups(drawing)
    count = 0
    for (_, ours), (_, theirs) in combinations(groups, 2):
        count += sum(_cross(a, b) for a in ours for b in theirs)
    for own, segments in groups:
        for figure in drawing.figures:
            if figure.id not in own:
                count += sum(_through(s, figure.shape_box) for s in segments)
    return count


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of people whose figures or words lie on each other."""
    return [(a.id, b.id) for a, b in combinations(drawing.figures, 2) if boxes_overlap(a.box, b.box)]


def boxes_overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] - _TINY and b[0] < a[2] - _TINY and a[1] < b[3] - _TINY and b[1] < a[3] - _TINY


def inside(point: Point, polygon: list[Point]) -> bool:
    """Whether a point lies in a closed polygon (even-odd)."""
    x, y = point
    found = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
    return found


def _groups(drawing: Drawing) -> list[tuple[set[str], list[Segment]]]:
    """Lines that belong together: a couple with the children hung from it."""
    found: dict[frozenset[str], tuple[set[str], list[Segment]]] = {}
    for couple in drawing.couples:
        own, segments = found.setdefault(couple.union.pair, (set(), []))
        own |= couple.union.pair
        segments += _segments(couple.points)
    for sibship in drawing.sibships:
        own, segments = found.setdefault(frozenset(sibship.parents), (set(), []))
        own |= {*sibship.parents, *(leg.child for leg in sibship.legs)}
        segments += [*_segments(sibship.stem), *_segments(sibship.bar)]
        for leg in sibship.legs:
            segments += _segments(leg.points)
    return list(found.values())


def _segments(points: list[Point]) -> list[Segment]:
    return list(zip(points, points[1:], strict=False))


def _cross(a: Segment, b: Segment) -> bool:
    (ax, ay), (bx, by) = a
    (cx, cy), (dx, dy) = b
    if max(ax, bx) < min(cx, dx) - _TINY or max(cx, dx) < min(ax, bx) - _TINY:
        return False
    if max(ay, by) < min(cy, dy) - _TINY or max(cy, dy) < min(ay, by) - _TINY:
        return False
    d1, d2 = _side(c := b[0], a), _side(b[1], a)
    d3, d4 = _side(a[0], b), _side(a[1], b)
    if d1 * d2 < 0 and d3 * d4 < 0:
        return True
    return _along(a, b) if d1 == d2 == 0 and c else False


def _along(a: Segment, b: Segment) -> bool:
    """Two lines on one another for more than a touch."""
    x = min(max(a[0][0], a[1][0]), max(b[0][0], b[1][0])) - max(min(a[0][0], a[1][0]), min(b[0][0], b[1][0]))
    y = min(max(a[0][1], a[1][1]), max(b[0][1], b[1][1])) - max(min(a[0][1], a[1][1]), min(b[0][1], b[1][1]))
    return max(x, y) > _TINY


def _side(p: Point, line: Segment) -> float:
    (x1, y1), (x2, y2) = line
    value = (x2 - x1) * (p[1] - y1) - (y2 - y1) * (p[0] - x1)
    return 0.0 if abs(value) < _TINY else value


def _through(segment: Segment, box: Box) -> bool:
    (x1, y1), (x2, y2) = segment
    left, top, right, bottom = box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2
    if max(x1, x2) < left or min(x1, x2) > right or max(y1, y2) < top or min(y1, y2) > bottom:
        return False
    if x1 == x2 or y1 == y2:
        return True
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    sides = [_side(c, segment) for c in corners]
    return min(sides) < 0 < max(sides)
