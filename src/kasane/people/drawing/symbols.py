"""The signs of the field (McGoldrick's genogram as used in Japanese family therapy and welfare), one function each."""

from __future__ import annotations

from kasane.people.drawing.model import FIGURE, Point
from kasane.people.drawing.pen import DASH, DASH_DOT, DOT, FAINT, GROUND, INK, Pen, number
from kasane.people.kinship import DescentKind, UnionKind

_HALF = FIGURE / 2
UNION_DASH = {
    UnionKind.COHABITING: DASH,
    UnionKind.PARTED: DASH,
    UnionKind.DATING: DOT,
}
SLASHES = {UnionKind.SEPARATED: 1, UnionKind.DIVORCED: 2, UnionKind.PARTED: 2}
DESCENT_DASH = {DescentKind.ADOPTED: DASH, DescentKind.FOSTER: DOT, DescentKind.STEP: DASH_DOT}


def outline(
    pen: Pen, x: float, y: float, sex: str, *, half: float = _HALF, width: float = 2, stand_in: bool = False
) -> None:
    """Square for a man, circle for a woman, diamond otherwise; dashed and grey for a stand-in."""
    stroke, extra = (FAINT, {"stroke_dasharray": "4 3"}) if stand_in else (INK, {})
    paint: dict[str, str | float] = {"fill": GROUND, "stroke": stroke, "stroke_width": width, **extra}
    if sex == "male":
        pen.shape("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, **paint)
    elif sex == "female":
        pen.shape("circle", cx=x, cy=y, r=half, **paint)
    else:
        corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        pen.shape("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), **paint)


def subject(pen: Pen, x: float, y: float, sex: str) -> None:
    """本人: a second outline inside the first."""
    outline(pen, x, y, sex)
    outline(pen, x, y, sex, half=_HALF - (5 if sex in ("male", "female") else 7), width=1.5)


def died(pen: Pen, x: float, y: float, sex: str) -> None:
    """A cross through the figure, as far as its outline."""
    reach = _HALF if sex == "male" else _HALF * 0.707 if sex == "female" else _HALF / 2
    for side in (1, -1):
        pen.line([(x - reach, y - reach * side), (x + reach, y + reach * side)], width=1.5)


def outcome(pen: Pen, x: float, y: float, kind: str) -> None:
    """A triangle for a pregnancy; crossed when the child was not born alive."""
    top = y - _HALF
    pen.path(
        f"M{number(x)} {number(top)}L{number(x + 17)} {number(top + 30)}L{number(x - 17)} {number(top + 30)}Z",
        fill=GROUND,
    )
    if kind != "pregnancy":
        for side in (1, -1):
            pen.line([(x - 12, top + 18 - 12 * side), (x + 12, top + 18 + 12 * side)], width=1.5)
    if kind == "abortion":
        pen.line([(x - 17, top + 36), (x + 17, top + 36)], width=1.5)


def union(pen: Pen, points: list[Point], kind: UnionKind, mark: Point | None) -> None:
    """Solid for a marriage, dashed for living as married, dotted for 交際, thin when nothing is recorded; slashes."""
    thin = kind is UnionKind.UNKNOWN
    pen.line(points, stroke=FAINT if thin else INK, width=1 if thin else 2, dash=UNION_DASH.get(kind, ""))
    for index in range(SLASHES.get(kind, 0) if mark else 0):
        x, y = mark[0] + 6 * index, mark[1]  # type: ignore[index]
        pen.line([(x - 4, y + 10), (x + 4, y - 10)], stroke=GROUND, width=5)
        pen.line([(x - 4, y + 10), (x + 4, y - 10)])


def leg(pen: Pen, points: list[Point], kinds: set[DescentKind]) -> None:
    """Solid for a child by birth; dashed beside solid for an adopted, dotted for a foster, dash-dot for a step-child."""
    first, last = points[0], points[-1]
    if DescentKind.BIRTH in kinds or DescentKind.ADOPTED in kinds:
        pen.line(points)
    if DescentKind.ADOPTED in kinds:
        pen.line([(first[0] + 5, first[1] + 3), (last[0] + 5, last[1])], dash="5 4", width=1.5)
    for kind in (DescentKind.FOSTER, DescentKind.STEP):
        if kind in kinds:
            pen.line(points, dash=DESCENT_DASH[kind])


def guess(pen: Pen, x: float, y: float) -> None:
    """A question mark on a line that was inferred from the word."""
    pen.shape("circle", cx=x, cy=y, r=8.0, fill=GROUND, stroke=FAINT, stroke_width=1.0)
    pen.text(x, y + 4, "?", size=11, fill=FAINT, halo=False, bold=True)
