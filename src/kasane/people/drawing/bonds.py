"""Bonds of feeling and of help laid over a genogram (R-PEO-04)."""

from __future__ import annotations

from kasane.people.drawing.family import DIRECTED, Bond, BondKind
from kasane.people.drawing.model import FIGURE, Drawing, Point
from kasane.people.drawing.pen import ALARM, DOT, GROUND, HOME, INK, Pen, arrow, zigzag

_BULGE = 30.0  # px a bond keeps from the straight line, so that it is no line of kinship
COLOUR = {
    BondKind.CLOSE: HOME, BondKind.CARE: HOME, BondKind.DISTANT: INK, BondKind.CUTOFF: INK,
    BondKind.CONFLICT: ALARM, BondKind.VIOLENCE: ALARM,
}  # fmt: skip


def draw_bonds(pen: Pen, drawing: Drawing, bonds: tuple[Bond, ...]) -> None:
    at = {f.id: f for f in drawing.figures}
    used: dict[frozenset[str], int] = {}
    for bond in bonds:
        pair = frozenset((bond.left, bond.right))
        used[pair] = used.get(pair, 0) + 1
        a, b = at[bond.left], at[bond.right]
        points = curve(
            (a.x, a.y), (b.x, b.y), _BULGE * (1 if used[pair] % 2 else -1) * ((used[pair] + 1) // 2)
        )
        stroke_bond(pen, points, bond.kind)
        if bond.label:
            x, y = points[len(points) // 2]
            pen.text(x, y + 4, bond.label, size=11, fill=COLOUR[bond.kind], bold=True)


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
