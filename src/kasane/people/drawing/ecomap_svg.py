"""The ecomap as SVG, its legend and its sentences (R-PEO-04)."""

from __future__ import annotations

from django.utils.safestring import SafeString

from kasane.people.drawing.bonds import cut
from kasane.people.drawing.ecomap import (
    LABEL,
    LINE,
    NAME,
    NODE,
    NOTE,
    Chart,
    EcoLink,
    Ecomap,
    EcoNode,
    Flow,
    NodeKind,
    PlacedLink,
    PlacedNode,
    Strength,
    placed,
)
from kasane.people.drawing.family import described, short
from kasane.people.drawing.legend import HIGH, WIDE, Sign
from kasane.people.drawing.model import Box, Point
from kasane.people.drawing.pen import ALARM, DASH, FAINT, GROUND, HOME, HOME_FILL, INK, Pen, arrow, zigzag
from kasane.people.drawing.svg import paint


def ecomap_svg(chart: Ecomap, *, walk: bool = True, title: str = "支援の図(エコマップ)") -> SafeString:
    """The ecomap, safe to put into a page as it is. `walk` as in svg()."""
    found = placed(chart)
    description = (
        f"世帯のまわりに{len(chart.nodes)}の機関・人・場所を描いた図。同じ内容の文章が図のあとにあります。"
    )
    pen = Pen.sheet(found.width, found.height, title, description, walk=walk)
    lines = pen.group(aria_hidden="true") if walk else pen.group()
    for line in found.links:
        _link(lines, line)
    items = pen.group(role="list", aria_label="世帯とまわりの機関・人・場所") if walk else pen.group()
    _home(items, chart, found, walk=walk)
    for node in found.nodes:
        _node(items, chart, node, walk=walk)
    words = pen.group(aria_hidden="true") if walk else pen.group()
    for line in found.links:
        left, top, right, bottom = line.box
        if line.lines:
            words.shape("rect", x=left, y=top, width=right - left, height=bottom - top, rx=3.0, fill=GROUND)
        for index, text in enumerate(line.lines):
            words.text(line.at[0], line.box[1] + 1 + LINE * (index + 1) - 4, text, size=LABEL, halo=False)
    return pen.svg()


def _item(pen: Pen, label: str, walk: bool) -> Pen:
    if not walk:
        return pen.group()
    item = pen.group(class_="drawing__who", role="listitem", tabindex="0", aria_label=label)
    item.words_of("title", label)
    return item


def _home(pen: Pen, chart: Ecomap, found: Chart, *, walk: bool) -> None:
    people = [
        described(chart.family, key) for key in chart.family.graph.people if key in chart.family.household
    ]
    item = _item(pen, f"世帯: {'、'.join(people) or '同居の記録なし'}", walk)
    left, top, right, bottom = found.home
    item.shape("rect", x=left, y=top, width=right - left, height=bottom - top, rx=24.0, fill=HOME_FILL,
               stroke=HOME, stroke_width=1.8, stroke_dasharray="9 6")  # fmt: skip
    if walk:
        item.shape("rect", class_="drawing__ring", x=left - 3, y=top - 3, width=right - left + 6,
                   height=bottom - top + 6, rx=26.0, fill="none", stroke="none")  # fmt: skip
    if found.inner:
        paint(
            item.group(transform=f"translate({left - 8:.1f} {top - 6:.1f})"),
            found.inner_family,
            found.inner,
            walk=False,
        )
        return
    middle = ((left + right) / 2, (top + bottom) / 2)
    subject = chart.family.subject
    name = short(chart.family, subject) if subject in chart.family.household else "世帯"
    item.text(middle[0], middle[1] - 4, name, size=NAME, bold=True, halo=False)
    count = len(people)
    item.text(
        middle[0], middle[1] + 18, f"の世帯 {count}人" if count else "同居の記録なし", size=LABEL, halo=False
    )


def _node(pen: Pen, chart: Ecomap, node: PlacedNode, *, walk: bool) -> None:
    item = _item(pen, _node_words(chart, node.node), walk)
    left, top, right, bottom = node.box
    high = bottom - top
    _frame(item, node.node.kind, node.box)
    if walk:
        item.shape("rect", class_="drawing__ring", x=left - 3, y=top - 3, width=NODE + 6, height=high + 6, rx=8.0,
                   fill="none", stroke="none")  # fmt: skip
    y = top + 4
    for line in node.lines:
        y += LINE
        item.text(node.x, y, line, size=NAME, bold=True, halo=False)
    for line in node.note:
        y += LINE
        item.text(node.x, y - 1, line, size=NOTE, fill=FAINT, halo=False)


def _frame(pen: Pen, kind: NodeKind, box: Box) -> None:
    """Rounded box for an agency, pill for a person, six corners for a group or place."""
    left, top, right, bottom = box
    middle = (top + bottom) / 2
    if kind is NodeKind.GROUP:
        corners = (
            (left + 10, top),
            (right - 10, top),
            (right, middle),
            (right - 10, bottom),
            (left + 10, bottom),
            (left, middle),
        )
        pen.shape(
            "polygon",
            points=" ".join(f"{x:.1f},{y:.1f}" for x, y in corners),
            fill=GROUND,
            stroke=INK,
            stroke_width=1.5,
        )
        return
    radius = min((bottom - top) / 2, 22.0) if kind is NodeKind.PERSON else 5.0
    pen.shape(
        "rect",
        x=left,
        y=top,
        width=right - left,
        height=bottom - top,
        rx=radius,
        fill=GROUND,
        stroke=INK,
        stroke_width=1.5,
    )


def _link(pen: Pen, line: PlacedLink) -> None:
    stroke_link(pen, line.start, line.end, line.link.strength, line.link.flow)


def stroke_link(pen: Pen, home: Point, node: Point, strength: Strength, flow: Flow) -> None:
    """Triple for strong, single, dashed for weak, zigzag for strained, cut for broken; arrows where energy goes."""
    inward, outward = flow in (Flow.INWARD, Flow.BOTH), flow in (Flow.OUTWARD, Flow.BOTH)
    start, end = _short(home, node, 9 if inward else 0), _short(node, home, 9 if outward else 0)
    colour = ALARM if strength in (Strength.STRAINED, Strength.BROKEN) else INK
    if strength is Strength.STRONG:
        for stroke, wide in ((INK, 8.0), (GROUND, 5.0), (INK, 2.0)):
            pen.line([start, end], stroke=stroke, width=wide)
    elif strength is Strength.STRAINED:
        pen.line(zigzag([start, end], size=5, step=7), stroke=colour, width=1.8)
    else:
        pen.line([start, end], stroke=colour, dash=DASH if strength is Strength.WEAK else "")
    if strength is Strength.BROKEN:
        cut(pen, (start[0] * 0.8 + end[0] * 0.2, start[1] * 0.8 + end[1] * 0.2), start)
    for there, back, drawn in ((home, node, inward), (node, home, outward)):
        if drawn:
            pen.path(arrow(there, back, 13), stroke=colour, width=1, fill=colour)


def _short(at: Point, there: Point, by: float) -> Point:
    length = ((there[0] - at[0]) ** 2 + (there[1] - at[1]) ** 2) ** 0.5 or 1.0
    return at[0] + (there[0] - at[0]) * by / length, at[1] + (there[1] - at[1]) * by / length


def ecomap_text(chart: Ecomap) -> list[str]:
    """The ecomap told: who is in the household, then each node with all its links."""
    people = [short(chart.family, key) for key in chart.family.graph.people if key in chart.family.household]
    home = (
        f"世帯: {'、'.join(people)}の{len(people)}人。"
        if people
        else "世帯: 同居している人の記録はありません。"
    )
    around = [f"{_node_words(chart, node)}。" for node in chart.nodes]
    return [home, *(around or ["まわりの機関・人・場所の記録はまだありません。"])]


def _node_words(chart: Ecomap, node: EcoNode) -> str:
    """「地域包括支援センター(機関・事業所): 母 ハルと、介護の相談 — 強いつながり、世帯に向かう」."""
    links = [_link_text(chart, k) for k in chart.links if k.node == node.id]
    note = f"・{node.note}" if node.note else ""
    return f"{node.name}({node.kind.label}{note}): {' / '.join(links) or 'つながりの記録なし'}"


def _link_text(chart: Ecomap, link: EcoLink) -> str:
    who = short(chart.family, link.member) if link.member in chart.family.graph.people else ""
    about = "、".join(part for part in (f"{who}と" if who else "", link.label) if part)
    manner = "、".join(part for part in (link.strength.label, link.flow.label) if part)
    return f"{about} — {manner}" if about else manner


def ecomap_legend(chart: Ecomap) -> list[Sign]:
    """The signs used in this ecomap, each once."""
    found = []
    for strength in (s for s in Strength if any(k.strength is s for k in chart.links)):
        pen = Pen.sign(WIDE, HIGH)
        stroke_link(pen, (4, 28), (60, 28), strength, Flow.NONE)
        found.append(Sign(pen.svg(), strength.label))
    if any(k.flow is not Flow.NONE for k in chart.links):
        pen = Pen.sign(WIDE, HIGH)
        stroke_link(pen, (60, 28), (4, 28), Strength.NORMAL, Flow.INWARD)
        found.append(Sign(pen.svg(), "矢印: 支援や力の向かう先"))
    for kind in (k for k in NodeKind if any(n.kind is k for n in chart.nodes)):
        pen = Pen.sign(WIDE, HIGH)
        _frame(pen, kind, (6, 14, 58, 42))
        found.append(Sign(pen.svg(), kind.label))
    pen = Pen.sign(WIDE, HIGH)
    pen.shape("rect", x=6.0, y=8.0, width=52.0, height=40.0, rx=12.0, fill=HOME_FILL, stroke=HOME,
              stroke_width=1.8, stroke_dasharray="9 6")  # fmt: skip
    return [*found, Sign(pen.svg(), "世帯(同居している人)")]
