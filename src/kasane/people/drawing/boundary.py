"""The line around those who live together: a union of cells and corridors, traced as rounded outlines (R-PEO-04)."""

from __future__ import annotations

from collections.abc import Iterable

from kasane.people.drawing.model import FIGURE, Box, Drawing, Figure, Point

_PAD = 4.0  # px around a cell
_TOP = 10.0
_STEP = 7.0  # px; less would be needed only for people closer than a cell
_CORRIDOR = 12.0  # px, height of a corridor in the gap between rows


def outlines(drawing: Drawing, household: Iterable[str]) -> list[list[Point]]:
    """Closed polygons that hold the figures of the household and no others.

    Runs of neighbours are joined through the gaps between rows, where no figure stands, and past a generation that
    lives elsewhere through the space between its figures. Holes come back as polygons of their own (even-odd).
    """
    inside = set(household)
    runs = _runs(drawing, inside)
    if not runs:
        return []
    boxes = [_box(run) for run in runs]
    boxes = _level(boxes)
    boxes += _corridors(drawing, runs, boxes, inside)
    return _trace(boxes)


def _level(boxes: list[Box]) -> list[Box]:
    """Ends that nearly meet are brought into one line, outwards, so that the line has no small steps."""
    lefts, rights = [b[0] for b in boxes], [b[2] for b in boxes]
    return [
        (
            min(x for x in lefts if abs(x - b[0]) <= _STEP),
            b[1],
            max(x for x in rights if abs(x - b[2]) <= _STEP),
            b[3],
        )
        for b in boxes
    ]


def _runs(drawing: Drawing, inside: set[str]) -> list[list[Figure]]:
    """Neighbours on a row who live together, with nobody else between."""
    rows: dict[int, list[Figure]] = {}
    for figure in drawing.figures:
        rows.setdefault(figure.row, []).append(figure)
    found = []
    for row in sorted(rows):
        run: list[Figure] = []
        for figure in sorted(rows[row], key=lambda f: f.x):
            if figure.id in inside:
                run.append(figure)
            elif run:
                found.append(run)
                run = []
        if run:
            found.append(run)
    return found


def _box(run: list[Figure]) -> Box:
    return (
        run[0].box[0] + 2 - _PAD,
        run[0].y - FIGURE / 2 - _TOP - 10,
        run[-1].box[2] - 2 + _PAD,
        max(f.box[3] for f in run) + _PAD,
    )


def _corridors(drawing: Drawing, runs: list[list[Figure]], boxes: list[Box], inside: set[str]) -> list[Box]:
    """Joins runs until all are one, nearest first: straight down, or along the gap under a row."""
    group = list(range(len(runs)))
    found: list[Box] = []
    pairs = sorted(
        ((i, j) for i in range(len(runs)) for j in range(i + 1, len(runs))),
        key=lambda p: (abs(runs[p[0]][0].row - runs[p[1]][0].row) != 1, *_distance(runs[p[0]], runs[p[1]])),
    )
    for i, j in pairs:
        if group[i] == group[j]:
            continue
        ways = _way(drawing, (runs[i][0].row, boxes[i]), (runs[j][0].row, boxes[j]), inside)
        found += ways
        old = group[j]
        group = [group[i] if g == old else g for g in group]
    return found


def _distance(a: list[Figure], b: list[Figure]) -> tuple[int, float]:
    apart = max(a[0].x, b[0].x) - min(a[-1].x, b[-1].x)
    return abs(a[0].row - b[0].row), max(0.0, apart)


def _way(drawing: Drawing, upper: tuple[int, Box], lower: tuple[int, Box], inside: set[str]) -> list[Box]:
    """Boxes that join two runs (row and box of each)."""
    (first, top), (last, bottom) = upper, lower
    if first == last:
        return _same_row(drawing, first, top, bottom)
    if last - first == 1:
        return _next_row(drawing, first, top, bottom)
    x = _free(drawing, first + 1, last - 1, (top[0] + top[2] + bottom[0] + bottom[2]) / 4, inside)
    start, end = _gap(drawing, first), _gap(drawing, last - 1)
    leave, arrive = _nearest(x, top), _nearest(x, bottom)
    way = [
        (leave, top[3] - 20),
        (leave, start),
        (x, start),
        (x, end),
        (arrive, end),
        (arrive, bottom[1] + 20),
    ]
    return [_thick(a, b) for a, b in zip(way, way[1:], strict=False)]


def _gap(drawing: Drawing, row: int) -> float:
    """The height of a corridor between a row and the next: under the bars, close above the figures."""
    return min(f.box[1] for f in drawing.figures if f.row == row + 1) - _CORRIDOR / 2 - 1


def _nearest(x: float, box: Box) -> float:
    return max(box[0] + _CORRIDOR, min(box[2] - _CORRIDOR, x))


def _thick(a: Point, b: Point) -> Box:
    half = _CORRIDOR / 2
    return (min(a[0], b[0]) - half, min(a[1], b[1]) - half, max(a[0], b[0]) + half, max(a[1], b[1]) + half)


def _same_row(drawing: Drawing, row: int, a: Box, b: Box) -> list[Box]:
    """Under the feet of those who stand between and live elsewhere."""
    floor = max(f.box[3] for f in drawing.figures if f.row == row)
    left, right = (a, b) if a[0] < b[0] else (b, a)
    low, high = floor + 8, floor + 8 + _CORRIDOR
    return [
        (left[2] - 40, low, right[0] + 40, high),
        (left[2] - 40, left[1] + 20, left[2], high),
        (right[0], right[1] + 20, right[0] + 40, high),
    ]


def _next_row(drawing: Drawing, row: int, top: Box, bottom: Box) -> list[Box]:
    """Straight down where one run is over the other, else along the gap, close above the lower run."""
    low, high = max(top[0], bottom[0]), min(top[2], bottom[2])
    if high - low >= 4 * _CORRIDOR:
        legs = [p[0] for s in drawing.sibships for leg in s.legs for p in leg.points]
        low += _CORRIDOR * any(abs(x - low) < 7 for x in legs)
        high -= _CORRIDOR * any(abs(x - high) < 7 for x in legs)
        return [(low, top[1] + 20, high, bottom[3] - 20)]
    middle = _gap(drawing, row)
    upper, floor = middle - _CORRIDOR / 2, middle + _CORRIDOR / 2
    if top[2] <= bottom[0] + 2 * _CORRIDOR:
        band = (top[2] - 40, upper, bottom[2], floor)
        stem = (top[2] - 40, top[1] + 20, top[2], floor)
    else:
        band = (bottom[0], upper, top[0] + 40, floor)
        stem = (top[0], top[1] + 20, top[0] + 40, floor)
    return [band, stem, (bottom[0], upper, bottom[2], bottom[1] + 20)]


def _free(drawing: Drawing, first: int, last: int, wish: float, inside: set[str]) -> float:
    """The place nearest to `wish` for a corridor down through whole rows, past everybody who lives elsewhere."""
    blocked = [
        (f.x - FIGURE / 2 - 24, f.x + FIGURE / 2 + 24)
        for f in drawing.figures
        if first <= f.row <= last and f.id not in inside
    ]
    tries = [wish, wish - 24, wish + 24, *(b + 7 for _, b in blocked), *(a - 7 for a, _ in blocked)]
    free = [x for x in tries if all(x + 6 <= a or x - 6 >= b for a, b in blocked)]
    near = [f.x for f in drawing.figures]
    return min(free, key=lambda x: abs(x - wish) + 60 * any(abs(x - other) < 14 for other in near))


def _trace(boxes: list[Box]) -> list[list[Point]]:
    """The outer lines of a union of boxes, as closed polygons with right angles."""
    xs = sorted({x for b in boxes for x in (b[0], b[2])})
    ys = sorted({y for b in boxes for y in (b[1], b[3])})
    filled = set()
    for left, top, right, bottom in boxes:
        for i in range(xs.index(left), xs.index(right)):
            for j in range(ys.index(top), ys.index(bottom)):
                filled.add((i, j))
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in filled:
        sides = (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        )
        for other, start, end in sides:
            if other not in filled:
                edges.setdefault(start, []).append(end)
    found = []
    while edges:
        start = min(edges)
        loop, here = [start], edges[start].pop()
        while here != start:
            loop.append(here)
            here = edges[here].pop()
        edges = {key: ends for key, ends in edges.items() if ends}
        found.append([(xs[i], ys[j]) for i, j in _corners(loop)])
    return found


def _corners(loop: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the points along a straight line."""
    kept = []
    for before, here, after in zip([loop[-1], *loop[:-1]], loop, [*loop[1:], loop[0]], strict=True):
        straight = (before[0] == here[0] == after[0]) or (before[1] == here[1] == after[1])
        if not straight:
            kept.append(here)
    return kept
