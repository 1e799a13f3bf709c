"""The ecomap: the household in the middle, and who stands around it, tied how strongly (R-PEO-04)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import TextChoices

from kasane.people.drawing.check import boxes_overlap
from kasane.people.drawing.compose import compose
from kasane.people.drawing.family import Family, short
from kasane.people.drawing.labels import width, wrap
from kasane.people.drawing.model import Box, Drawing, Point
from kasane.people.kinship import KinGraph

NAME, NOTE, LABEL = 13.0, 11.0, 12.0  # px
LINE = 16.0
NODE = 150.0  # px, width of an outside node
_FAR_X, _FAR_Y = 190.0, 118.0  # px from the household's edge to the middle of the nearest node
_LINK = 92.0  # px, the shortest line to a node
_GROWTH, _MOST_GROWTH = 1.05, 40
_MOST_FIGURES = 8  # people up to whom the household is drawn, not only counted
_PARALLEL = 18.0  # px between two links of one node


class NodeKind(TextChoices):
    AGENCY = "agency", "機関・事業所"
    PERSON = "person", "人"
    GROUP = "group", "集まり・場所"


class Strength(TextChoices):
    STRONG = "strong", "強いつながり"
    NORMAL = "normal", "ふつうのつながり"
    WEAK = "weak", "弱いつながり"
    STRAINED = "strained", "ストレスのある関係"
    BROKEN = "broken", "途切れた関係"


class Flow(TextChoices):
    """Where the energy goes, seen from the household."""

    NONE = "none", ""
    INWARD = "in", "世帯に向かう"
    OUTWARD = "out", "世帯から向かう"
    BOTH = "both", "互いに向かう"


@dataclass(frozen=True)
class EcoNode:
    id: str
    name: str
    kind: NodeKind = NodeKind.AGENCY
    note: str = ""


@dataclass(frozen=True)
class EcoLink:
    """A link of a node with the household, or with one member. Days as in a Tie."""

    node: str
    strength: Strength = Strength.NORMAL
    flow: Flow = Flow.NONE
    label: str = ""
    member: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Ecomap:
    family: Family
    nodes: tuple[EcoNode, ...]
    links: tuple[EcoLink, ...]


def ecomap(family: Family, nodes: Iterable[EcoNode], links: Iterable[EcoLink]) -> Ecomap:
    """The ecomap on the family's day. Links to unknown nodes are left out; nodes whose links all ended are too."""
    found = tuple(nodes)
    ids = {n.id for n in found}
    given = [k for k in links if k.node in ids]
    held = tuple(
        k
        for k in given
        if (k.since is None or k.since <= family.day) and (k.until is None or family.day < k.until)
    )
    idle = {k.node for k in given} - {k.node for k in held}
    return Ecomap(family, tuple(n for n in found if n.id not in idle), held)


def link_words(chart: Ecomap, link: EcoLink) -> str:
    """「母 介護」: what a link is about, and with whom when it is one of several."""
    people = chart.family.graph.people
    who = ""
    if link.member in people and len(chart.family.household) > 1:
        who = people[link.member].word or short(chart.family, link.member)
    return " ".join(part for part in (who, link.label) if part)


@dataclass
class PlacedNode:
    node: EcoNode
    x: float
    y: float
    lines: list[str]
    note: list[str]

    @property
    def box(self) -> Box:
        half = (LINE * (len(self.lines) + len(self.note)) + 16) / 2
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
            node, x, y, wrap(node.name, NAME, NODE - 16, lines=3), wrap(node.note, NOTE, NODE - 16, lines=1)
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
            offset = _PARALLEL * (index - (len(links) - 1) / 2)
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
    return wrap(link_words(chart, link), LABEL, 116)


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


def _around(count: int, rx: float, ry: float, steps: int = 720) -> list[Point]:
    """`count` points with equal ways between them on an ellipse, clockwise from the top."""
    points = [
        (rx * math.sin(2 * math.pi * i / steps), -ry * math.cos(2 * math.pi * i / steps))
        for i in range(steps + 1)
    ]
    way = [0.0]
    for a, b in zip(points, points[1:], strict=False):
        way.append(way[-1] + math.dist(a, b))
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
        for share in (0.64, 0.7, 0.58) if broken else (0.5, 0.6, 0.4, 0.68, 0.32, 0.76, 0.24):
            line.at = (
                line.start[0] + (line.end[0] - line.start[0]) * share,
                line.start[1] + (line.end[1] - line.start[1]) * share,
            )
            if not any(boxes_overlap(line.box, box) for box in taken) and not _struck(line, found.links):
                break
        taken.append(line.box)


def _struck(line: PlacedLink, links: list[PlacedLink]) -> bool:
    """Whether another line runs through the words."""
    left, top, right, bottom = line.box
    for other in links:
        if other is line:
            continue
        for i in range(21):
            x = other.start[0] + (other.end[0] - other.start[0]) * i / 20
            y = other.start[1] + (other.end[1] - other.start[1]) * i / 20
            if left < x < right and top < y < bottom:
                return True
    return False


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
