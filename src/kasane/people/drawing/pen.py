"""A small SVG builder: escapes every text, writes presentation attributes only, never `style` (R-PEO-04).

The same file is shown under a strict content security policy, printed in black and white, and laid into a PDF sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString, mark_safe

from kasane.people.drawing.model import Point

INK = "#1a1a1a"
FAINT = "#595959"
HOME = "#0017c1"
HOME_FILL = "#f4f8ff"
ALARM = "#ce0000"
GROUND = "#ffffff"
FONTS = "BIZ UDPGothic, Noto Sans JP, Noto Sans CJK JP, IPAexGothic, sans-serif"
DASH, DOT, DASH_DOT = "7 4", "1.5 4", "8 3 2 3"

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


class Pen:
    """Draws into one element; `group` gives a pen for a `<g>` inside it."""

    def __init__(self, element: ET.Element) -> None:
        self.element = element

    @classmethod
    def sheet(cls, width: float, height: float, title: str, description: str, *, walk: bool) -> Pen:
        """An `<svg>`; `walk` makes it a group whose parts can be visited, otherwise it is one picture."""
        role = {"role": "group"} if walk else {"role": "img"}
        root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {number(width)} {number(height)}",
                "width": number(width),
                "height": number(height),
                "class": "drawing__svg",
                "font-family": FONTS,
                "fill": "none",
                "stroke-linecap": "round",
                "stroke-linejoin": "round",
                "aria-label": clean(title),
                **role,
            },
        )
        pen = cls(root)
        pen.words_of("title", title)
        pen.words_of("desc", description)
        return pen

    @classmethod
    def sign(cls, width: float, height: float) -> Pen:
        """A small picture beside its own words, which a screen reader skips."""
        box = {
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "width": number(width),
            "height": number(height),
        }
        base = {
            "xmlns": "http://www.w3.org/2000/svg",
            "fill": "none",
            "font-family": FONTS,
            "stroke-linecap": "round",
        }
        return cls(
            ET.Element(
                "svg", {**base, **box, "class": "drawing__sign", "aria-hidden": "true", "focusable": "false"}
            )
        )

    def nested(self, svg: str, x: float, y: float) -> None:
        """One of our own pictures inside this one."""
        picture = ET.fromstring(svg)
        group = self.group(transform=f"translate({number(x)} {number(y)})")
        group.element.extend(list(picture))

    def group(self, **attributes: str) -> Pen:
        return Pen(ET.SubElement(self.element, "g", _names(attributes)))

    def words_of(self, tag: str, text: str) -> None:
        ET.SubElement(self.element, tag).text = clean(text)

    def line(self, points: Iterable[Point], *, stroke: str = INK, width: float = 2, dash: str = "") -> None:
        self.path(
            "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points),
            stroke=stroke,
            width=width,
            dash=dash,
        )

    def path(
        self, d: str, *, stroke: str = INK, width: float = 2, dash: str = "", fill: str = "none"
    ) -> None:
        attributes = {"d": d, "fill": fill, "stroke": stroke, "stroke-width": number(width)}
        if dash:
            attributes["stroke-dasharray"] = dash
        ET.SubElement(self.element, "path", attributes)

    def shape(self, tag: str, **attributes: str | float) -> None:
        ET.SubElement(
            self.element,
            tag,
            _names({k: v if isinstance(v, str) else number(v) for k, v in attributes.items()}),
        )

    def text(
        self, x: float, y: float, words: str, *, size: float, anchor: str = "middle", fill: str = INK,
        bold: bool = False, halo: bool = True,
    ) -> None:  # fmt: skip
        attributes = {
            "x": number(x), "y": number(y), "font-size": number(size), "text-anchor": anchor, "fill": fill,
        }  # fmt: skip
        if bold:
            attributes["font-weight"] = "bold"
        if halo:
            attributes |= {"stroke": GROUND, "stroke-width": "4", "paint-order": "stroke"}
        ET.SubElement(self.element, "text", attributes).text = clean(words)

    def svg(self) -> SafeString:
        return mark_safe(
            ET.tostring(self.element, encoding="unicode")
        )  # every text was escaped by ElementTree


def clean(text: str) -> str:
    """Without characters that XML can not hold."""
    return _FORBIDDEN.sub("", text)


def _names(attributes: dict[str, str]) -> dict[str, str]:
    return {key.rstrip("_").replace("_", "-"): clean(value) for key, value in attributes.items()}


def rounded(points: list[Point], radius: float) -> str:
    """A closed polygon with its corners rounded, as path data."""
    parts: list[str] = []
    for before, here, after in zip([points[-1], *points[:-1]], points, [*points[1:], points[0]], strict=True):
        start, end = _towards(here, before, radius), _towards(here, after, radius)
        parts.append(f"{'M' if not parts else 'L'}{number(start[0])} {number(start[1])}")
        parts.append(f"Q{number(here[0])} {number(here[1])} {number(end[0])} {number(end[1])}")
    return "".join(parts) + "Z"


def _towards(here: Point, there: Point, radius: float) -> Point:
    dx, dy = there[0] - here[0], there[1] - here[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    step = min(radius, length / 2)
    return here[0] + dx / length * step, here[1] + dy / length * step


def zigzag(points: list[Point], size: float = 4, step: float = 6) -> list[Point]:
    """A line that goes to and fro along another."""
    found, side = [points[0]], 1
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        count = max(1, int(length / step))
        for i in range(1, count + 1):
            share = (i - 0.5) / count
            nx, ny = -(y2 - y1) / (length or 1), (x2 - x1) / (length or 1)
            found.append(
                (x1 + (x2 - x1) * share + nx * size * side, y1 + (y2 - y1) * share + ny * size * side)
            )
            side = -side
    return [*found, points[-1]]


def arrow(at: Point, back: Point, size: float = 8) -> str:
    """A filled arrow head whose point is `at`, coming from `back`, as path data."""
    dx, dy = at[0] - back[0], at[1] - back[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length, dy / length
    base = (at[0] - ux * size, at[1] - uy * size)
    left = (base[0] - uy * size * 0.55, base[1] + ux * size * 0.55)
    right = (base[0] + uy * size * 0.55, base[1] - ux * size * 0.55)
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in (at, left, right)) + "Z"
