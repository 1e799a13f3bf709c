"""What the signs mean: only those that stand in this drawing (R-PEO-04)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from kasane.people.drawing import symbols
from kasane.people.drawing.bonds import stroke_bond
from kasane.people.drawing.family import OUTCOMES, Family
from kasane.people.drawing.pen import HOME, HOME_FILL, Pen
from kasane.people.drawing.structure import structure
from kasane.people.kinship import DescentKind, UnionKind

WIDE, HIGH = 64.0, 56.0  # px of one sign
_SEXES = {"male": "男性", "female": "女性", "other": "その他の性", "unknown": "性別が不明"}
_UNIONS = {
    UnionKind.MARRIAGE: "婚姻",
    UnionKind.COHABITING: "内縁・事実婚",
    UnionKind.DATING: "交際・婚約",
    UnionKind.SEPARATED: "別居(斜線1本)",
    UnionKind.DIVORCED: "離婚(斜線2本)",
    UnionKind.PARTED: "内縁の解消",
    UnionKind.UNKNOWN: "婚姻の記録なし(細い線)",
}
_DESCENTS = {
    DescentKind.BIRTH: "実子",
    DescentKind.ADOPTED: "養子",
    DescentKind.FOSTER: "里子",
    DescentKind.STEP: "継子",
}


@dataclass(frozen=True)
class Sign:
    """One line of a legend: the sign as SVG, hidden from screen readers, and its meaning."""

    svg: SafeString
    words: str


def legend(family: Family, *, bonds: bool = True) -> list[Sign]:
    """The signs used in the drawing of this family, each once."""
    return [Sign(_sign(draw), words) for words, draw in _used(family, bonds)]


Draw = Callable[[Pen], None]


def _used(family: Family, bonds: bool) -> Iterator[tuple[str, Draw]]:
    graph = family.graph
    yield from _figures(family)
    for kind in (k for k in UnionKind if any(u.kind is k for u in graph.unions)):
        mark = (32.0, 28.0) if kind in symbols.SLASHES else None
        yield _UNIONS[kind], lambda pen, k=kind, m=mark: symbols.union(pen, [(6, 28), (58, 28)], k, m)  # type: ignore[misc]
    shape = structure(graph)
    children = [c for s in shape.sources for c in s.children]
    kinds = {d.kind for c in children for d in c.descents}
    for descent in (k for k in DescentKind if k in kinds and k is not DescentKind.BIRTH):
        yield _DESCENTS[descent], lambda pen, k=descent: symbols.leg(pen, [(30, 6), (30, 50)], {k})  # type: ignore[misc]
    if any(s.twins for s in shape.sources):
        yield "双子", _twins
    if any(d.assumed for c in children for d in c.descents) or any(u.assumed for u in graph.unions):
        yield "続柄からの推定", _guess
    if family.household:
        yield "同居している人の囲み", _home
    for bond in dict.fromkeys(b.kind for b in family.bonds) if bonds else ():
        points = [(6 + 52 * i / 10, 28.0) for i in range(11)]
        yield bond.label, lambda pen, k=bond, p=points: stroke_bond(pen, p, k)  # type: ignore[misc]


def _figures(family: Family) -> Iterator[tuple[str, Draw]]:
    people = family.graph.people.values()
    members = [k for k in people if k.member and not k.member.outcome]
    for sex in (s for s in _SEXES if any(k.sex == s for k in members)):
        yield _SEXES[sex], lambda pen, s=sex: _figure(pen, s)  # type: ignore[misc]
    if family.subject:
        sex = family.graph.people[family.subject].sex
        yield "本人(二重線)", lambda pen: symbols.subject(pen, 32, 28, sex)
    dead = next((k.sex for k in members if not k.alive(family.day)), None)
    if dead:
        yield "亡くなった人(数字は没年齢)", lambda pen: _dead(pen, dead)
    for kind in (k for k in OUTCOMES if any(p.member and p.member.outcome == k for p in people)):
        yield OUTCOMES[kind], lambda pen, k=kind: symbols.outcome(pen, 32, 30, k)  # type: ignore[misc]
    if any(k.placeholder for k in people):
        yield "記録のない人", lambda pen: symbols.outline(pen, 32, 28, "male", stand_in=True)


def _figure(pen: Pen, sex: str) -> None:
    symbols.outline(pen, 32, 28, sex)
    if sex == "unknown":
        pen.text(32, 34, "?", size=16)


def _dead(pen: Pen, sex: str) -> None:
    symbols.outline(pen, 32, 28, sex)
    symbols.died(pen, 32, 28, sex)


def _twins(pen: Pen) -> None:
    pen.line([(32, 6), (12, 50)])
    pen.line([(32, 6), (52, 50)])


def _guess(pen: Pen) -> None:
    pen.line([(32, 6), (32, 50)])
    symbols.guess(pen, 32, 28)


def _home(pen: Pen) -> None:
    pen.shape("rect", x=6.0, y=8.0, width=52.0, height=40.0, rx=12.0, fill=HOME_FILL, stroke=HOME,
              stroke_width=1.8, stroke_dasharray="9 6")  # fmt: skip


def _sign(draw: Draw) -> SafeString:
    pen = Pen.sign(WIDE, HIGH)
    draw(pen)
    return pen.svg()


def legend_svg(signs: Iterable[Sign], columns: int = 3) -> SafeString:
    """The legend as one picture, for sheets where no HTML exists."""
    found = list(signs)
    cell = 220.0
    rows = max(1, -(-len(found) // columns))
    pen = Pen.sheet(cell * columns, HIGH * rows, "記号の意味", "、".join(s.words for s in found), walk=False)
    for index, sign in enumerate(found):
        x, y = cell * (index % columns), HIGH * (index // columns)
        pen.nested(sign.svg, x, y)
        pen.text(x + WIDE + 6, y + HIGH / 2 + 4, sign.words, size=12, anchor="start")
    return pen.svg()
