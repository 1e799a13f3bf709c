"""Where the neighbours of a household stand in an ecomap, and where the words of their links (R-PEO-04)."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from kasane.people.drawing.check import boxes_overlap, strikes
from kasane.people.drawing.compose import compose
from kasane.people.drawing.ecomap import EcoLink, Ecomap, EcoNode, Strength, link_words
from kasane.people.drawing.family import Family
from kasane.people.drawing.labels import width, wrap
from kasane.people.drawing.model import Box, Drawing, Point
from kasane.people.kinship import KinGraph

NAME, NOTE, LABEL = 13.0, 11.0, 12.0  # px
LINE = 16.0
NODE = 150.0  # px, width of an outside node
_FAR_X, _FAR_Y = 190.0, 118.0  # px from the household's edge to the middle of the nearest node
_LINK = 92.0  # px, the shortest line to a node
_HIGH = 78.0  # px from node to node one above the other
_GROWTH, _MOST_GROWTH = 1.06, 18
_MOST_FIGURES = 8  # people up to whom the household is drawn, not only counted
_PARALLEL = 40.0  # px between two links of one node
_BESIDE = 44.0  # px more when they run down, so that words fit beside each other


@dataclass
class PlacedNode:
    node: EcoNode
    x: float
    y: float
    lines: list[str]
    note: list[str]
    links: int = 1  # a node with more is higher, so that each line reaches it

    @property
    def box(self) -> Box:
        half = max(LINE * (len(self.lines) + len(self.note)) + 16, _PARALLEL * (self.links - 1) + 16) / 2
        return (self.x - NODE / 2, self.y - half, self.x + NODE / 2, self.y + half)


@dataclass
class PlacedLink:
    """`start` at the household's edge, `end` at the node's."""

    link: EcoLink
    start: Point
    end: Point
    lines: list[str]
    at: Point = (0.0, 0.0)

    @property
    def box(self) -> Box:
        """Of the words; without words nothing."""
        if not self.lines:
            return (self.at[0], self.at[1], self.at[0], self.at[1])
        wide = max(width(line, LABEL) for line in self.lines) / 2 + 3
        high = LINE * len(self.lines) / 2 + 1
        return (self.at[0] - wide, self.at[1] - high, self.at[0] + wide, self.at[1] + high)


@dataclass
class Chart:
    home: Box
    inner: Drawing | None
    inner_family: Family
    nodes: list[PlacedNode] = field(default_factory=list)
    links: list[PlacedLink] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0


def placed(chart: Ecomap) -> Chart:
    """Everything in its place: nodes on an ellipse that grows until no node and no words touch another."""
    home_family = _household(chart.family)
    inner = compose(home_family) if 0 < len(chart.family.household) <= _MOST_FIGURES else None
    wide, high = (inner.width - 16, inner.height - 12) if inner else (190.0, 96.0)
    home: Box = (-wide / 2, -high / 2, wide / 2, high / 2)
    found = Chart(home, inner, home_family)
    reach = 1.0
    for _ in range(_MOST_GROWTH):
        _arrange(chart, found, reach)
        if not _touching(found):
            break
        reach *= _GROWTH
    _to_sheet(found)
    return found


def _household(family: Family) -> Family:
    """Only those who live together, without stand-ins."""
    home, graph = family.household, family.graph
    people = {key: kin for key, kin in graph.people.items() if key in home}
    descents = [
        replace(d, parents=parents)
        for d in graph.descents
        if d.child in home and (parents := tuple(p for p in d.parents if p in home))
    ]
    unions = tuple(u for u in graph.unions if u.a in home and u.b in home)
    ego = graph.ego if graph.ego in home else ""
    return replace(family, graph=KinGraph(people, unions, tuple(descents), ego, (), graph.day), bonds=())


def _arrange(chart: Ecomap, found: Chart, reach: float) -> None:
    rx, ry = (found.home[2] + _FAR_X) * reach, (found.home[3] + _FAR_Y) * reach
    found.nodes = [
        PlacedNode(
            node,
            x,
            y,
            wrap(node.name, NAME, NODE - 16, lines=3),
            wrap(node.note, NOTE, NODE - 16, lines=1),
            sum(k.node == node.id for k in chart.links),
        )
        for node, (x, y) in zip(chart.nodes, _around(len(chart.nodes), rx, ry), strict=True)
    ]
    for placed_node in found.nodes:
        _push(found.home, placed_node, _room(chart, placed_node) * reach)
    at = {n.node.id: n for n in found.nodes}
    found.links = []
    for node in chart.nodes:
        links = [k for k in chart.links if k.node == node.id]
        for index, link in enumerate(links):
            steep = abs(at[node.id].y) / (math.hypot(at[node.id].x, at[node.id].y) or 1.0)
            apart = min(_PARALLEL + _BESIDE * steep, (NODE - 20) / max(1, len(links) - 1))
            offset = apart * (index - (len(links) - 1) / 2)
            found.links.append(_line(chart, found.home, at[node.id], link, offset))
    _label(found)


def _room(chart: Ecomap, node: PlacedNode) -> float:
    """The least length of a line on which its words leave the sign to be seen on both sides."""
    wide = max(
        (width(line, LABEL) for k in chart.links if k.node == node.node.id for line in _words(chart, k)),
        default=0.0,
    )
    length = math.hypot(node.x, node.y) or 1.0
    along = min(
        wide * length / abs(node.x) if node.x else math.inf,
        2 * LINE * length / abs(node.y) if node.y else math.inf,
    )
    cut = 44 * any(k.node == node.node.id and k.strength is Strength.BROKEN for k in chart.links)
    return max(_LINK, along + 56) + cut


def _words(chart: Ecomap, link: EcoLink) -> list[str]:
    beside = sum(k.node == link.node for k in chart.links) > 1
    return wrap(link_words(chart, link), LABEL, 76 if beside else 116, lines=3 if beside else 2)


def _push(home: Box, node: PlacedNode, least: float) -> None:
    """Outwards until the line from the household has room for its sign and its words."""
    for _ in range(4):
        start, end = (
            _edge((0.0, 0.0), (node.x, node.y), home, 3),
            _edge((node.x, node.y), (0.0, 0.0), node.box, 3),
        )
        inner, outer = math.hypot(*start), math.hypot(*end)
        if outer - inner >= least - 0.5:
            return
        share = 1 + (least - (outer - inner)) / math.hypot(node.x, node.y)
        node.x, node.y = node.x * share, node.y * share


def _around(count: int, rx: float, ry: float, steps: int = 240) -> list[Point]:
    """`count` points on an ellipse, clockwise from the top, apart as nodes need it: wide they are, and low."""
    points = [
        (rx * math.sin(2 * math.pi * i / steps), -ry * math.cos(2 * math.pi * i / steps))
        for i in range(steps + 1)
    ]
    way = [0.0]
    for a, b in zip(points, points[1:], strict=False):
        way.append(way[-1] + max(abs(b[0] - a[0]) / (NODE + 14), abs(b[1] - a[1]) / _HIGH))
    found, at = [], 0
    for n in range(count):
        goal = way[-1] * (n + (0.5 if count % 2 == 0 else 0)) / count
        while way[at] < goal - 1e-9:
            at += 1
        found.append(points[at])
    return found


def _line(chart: Ecomap, home: Box, node: PlacedNode, link: EcoLink, offset: float) -> PlacedLink:
    length = math.hypot(node.x, node.y) or 1.0
    aside = (-node.y / length * offset, node.x / length * offset)
    start = _edge((0.0, 0.0), (node.x, node.y), home, 3)
    end = _edge((node.x, node.y), (0.0, 0.0), node.box, 3)
    words = _words(chart, link)
    return PlacedLink(
        link, (start[0] + aside[0], start[1] + aside[1]), (end[0] + aside[0], end[1] + aside[1]), words
    )


def _edge(inside: Point, outside: Point, box: Box, gap: float) -> Point:
    """Where the line from the middle of a box to a point outside leaves the box, plus a gap."""
    dx, dy = outside[0] - inside[0], outside[1] - inside[1]
    half = ((box[2] - box[0]) / 2, (box[3] - box[1]) / 2)
    share = min(half[0] / abs(dx) if dx else math.inf, half[1] / abs(dy) if dy else math.inf)
    length = math.hypot(dx, dy) or 1.0
    share += gap / length
    return inside[0] + dx * share, inside[1] + dy * share


def _label(found: Chart) -> None:
    """Words on their line, where they touch nothing if there is such a place."""
    taken = [found.home, *(n.box for n in found.nodes)]
    for line in found.links:
        if not line.lines:
            continue
        broken = line.link.strength is Strength.BROKEN
        for share in (0.64, 0.7, 0.58) if broken else (0.5, 0.6, 0.4, 0.68, 0.32):
            line.at = (
                line.start[0] + (line.end[0] - line.start[0]) * share,
                line.start[1] + (line.end[1] - line.start[1]) * share,
            )
            if not any(boxes_overlap(line.box, box) for box in taken) and not _struck(line, found.links):
                break
        taken.append(line.box)


def _struck(line: PlacedLink, links: list[PlacedLink]) -> bool:
    """Whether another line runs through the words."""
    return any(strikes((other.start, other.end), line.box) for other in links if other is not line)


def touching(found: Chart) -> list[tuple[str, str]]:
    """Pairs of household, nodes and words that lie on each other; names them."""
    things = [("世帯", found.home), *((n.node.name, n.box) for n in found.nodes)]
    things += [("".join(k.lines), k.box) for k in found.links if k.lines]
    return [
        (a, b)
        for i, (a, one) in enumerate(things)
        for b, other in things[i + 1 :]
        if boxes_overlap(one, other)
    ]


def _touching(found: Chart) -> bool:
    near = [(n.box[0] - 6, n.box[1] - 6, n.box[2] + 6, n.box[3] + 6) for n in found.nodes]
    if any(boxes_overlap(a, b) for i, a in enumerate(near) for b in near[i + 1 :]):
        return True
    return bool(touching(found)) or any(_struck(k, found.links) for k in found.links if k.lines)


def _to_sheet(found: Chart) -> None:
    boxes = [found.home, *(n.box for n in found.nodes), *(k.box for k in found.links if k.lines)]
    left, top = min(b[0] for b in boxes) - 12, min(b[1] for b in boxes) - 12
    found.width, found.height = max(b[2] for b in boxes) + 12 - left, max(b[3] for b in boxes) + 12 - top
    h = found.home
    found.home = (h[0] - left, h[1] - top, h[2] - left, h[3] - top)
    for node in found.nodes:
        node.x, node.y = node.x - left, node.y - top
    for line in found.links:
        line.start = (line.start[0] - left, line.start[1] - top)
        line.end = (line.end[0] - left, line.end[1] - top)
        line.at = (line.at[0] - left, line.at[1] - top)
