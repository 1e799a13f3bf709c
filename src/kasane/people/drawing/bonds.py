"""Bonds of feeling and of help laid over a genogram (R-PEO-04)."""

from __future__ import annotations

from kasane.people.drawing.check import boxes_overlap
from kasane.people.drawing.family import DIRECTED, Bond, BondKind
from kasane.people.drawing.labels import width
from kasane.people.drawing.model import FIGURE, Box, Drawing, Figure, Point
from kasane.people.drawing.pen import ALARM, DOT, GROUND, HOME, INK, Pen, arrow, zigzag

_BULGES = (
    24.0,
    40.0,
    60.0,
    90.0,
    130.0,
    180.0,
)  # px a bow keeps from the straight line, which is for kinship
COLOUR = {
    BondKind.CLOSE: HOME, BondKind.CARE: HOME, BondKind.DISTANT: INK, BondKind.CUTOFF: INK,
    BondKind.CONFLICT: ALARM, BondKind.VIOLENCE: ALARM,
}  # fmt: skip


def draw_bonds(pen: Pen, drawing: Drawing, bonds: tuple[Bond, ...]) -> None:
    at = {f.id: f for f in drawing.figures}
    taken: list[Box] = []
    for bond in bonds:
        points = _route(drawing, at[bond.left], at[bond.right], taken)
        stroke_bond(pen, points, bond.kind)
        taken += [(x - 7, y - 7, x + 7, y + 7) for x, y in points[3:-3:2]]
        if bond.label:
            box = _label_box(points, bond.label, [f.box for f in drawing.figures])
            taken.append(box)
            pen.text(
                (box[0] + box[2]) / 2, box[3] - 4, bond.label, size=11, fill=COLOUR[bond.kind], bold=True
            )


def _route(drawing: Drawing, a: Figure, b: Figure, taken: list[Box]) -> list[Point]:
    """The flattest bow that meets nobody else, no words and no bond drawn before."""
    others = [f for f in drawing.figures if f.id not in (a.id, b.id)]

    def cost(bulge: float) -> float:
        points = curve((a.x, a.y), (b.x, b.y), bulge)
        hits = sum(_within(p, f.shape_box) * 6 + _within(p, f.box) * 2 for p in points for f in others)
        hits += 2 * sum(_within(p, _words_of(f)) for p in points for f in (a, b))
        hits += sum(_within(p, box) for p in points[4:-4] for box in taken)
        off = sum(not (6 < x < drawing.width - 6 and 6 < y < drawing.height - 6) for x, y in points)
        return hits + off * 8 + abs(bulge) / 12

    best = min((side * size for size in _BULGES for side in (1, -1)), key=cost)
    return curve((a.x, a.y), (b.x, b.y), best)


def _words_of(figure: Figure) -> Box:
    return (figure.box[0] + 14, figure.y + FIGURE / 2 + 4, figure.box[2] - 14, figure.box[3])


def _within(point: Point, box: Box) -> bool:
    return box[0] - 3 < point[0] < box[2] + 3 and box[1] - 3 < point[1] < box[3] + 3


def _label_box(points: list[Point], label: str, boxes: list[Box]) -> Box:
    """A place on the bow for its words where nobody's figure or name is."""
    wide = width(label, 11) / 2 + 2
    middle = len(points) // 2
    found: list[tuple[float, Box]] = []
    for index in sorted(range(len(points)), key=lambda i: abs(i - middle)):
        x, y = points[index]
        box = (x - wide, y - 8, x + wide, y + 8)
        hits = sum(boxes_overlap(box, other) for other in boxes)
        found.append((hits * 100 + abs(index - middle), box))
    return min(found)[1]


def curve(a: Point, b: Point, bulge: float, steps: int = 24) -> list[Point]:
    """A bow from one figure to another, cut at their outlines."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    if dx < 0 or (dx == 0 and dy < 0):
        bulge = -bulge
    top = ((a[0] + b[0]) / 2 + dy / length * bulge * 2, (a[1] + b[1]) / 2 - dx / length * bulge * 2)
    found = []
    for i in range(steps + 1):
        t = i / steps
        x = (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * top[0] + t * t * b[0]
        y = (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * top[1] + t * t * b[1]
        if all((x - p[0]) ** 2 + (y - p[1]) ** 2 > (FIGURE / 2 + 6) ** 2 for p in (a, b)):
            found.append((x, y))
    return found or [a, b]


def stroke_bond(pen: Pen, points: list[Point], kind: BondKind) -> None:
    """Two lines for close, dots for distant, zigzag for conflict, a cut for 絶縁, arrows for care and violence."""
    colour = COLOUR[kind]
    if kind is BondKind.CLOSE:
        pen.line(points, stroke=colour, width=6)
        pen.line(points, stroke=GROUND, width=2.5)
    elif kind is BondKind.DISTANT:
        pen.line(points, stroke=colour, dash=DOT)
    elif kind in (BondKind.CONFLICT, BondKind.VIOLENCE):
        pen.line(zigzag(points[: -2 if kind is BondKind.VIOLENCE else None]), stroke=colour, width=1.8)
    else:
        pen.line(points, stroke=colour)
    if kind is BondKind.CUTOFF:
        middle = len(points) // 2
        cut(pen, points[middle], points[middle - 1])
    if kind in DIRECTED:
        pen.path(arrow(points[-1], points[-2]), stroke=colour, width=1, fill=colour)


def cut(pen: Pen, at: Point, back: Point) -> None:
    """A gap with two bars across the line."""
    dx, dy = at[0] - back[0], at[1] - back[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length, dy / length
    pen.line([(at[0] - ux * 4, at[1] - uy * 4), (at[0] + ux * 4, at[1] + uy * 4)], stroke=GROUND, width=6)
    for side in (-5, 5):
        x, y = at[0] + ux * side, at[1] + uy * side
        pen.line([(x - uy * 8, y + ux * 8), (x + uy * 8, y - ux * 8)])
