"""The genogram as SVG (R-PEO-04)."""

from __future__ import annotations

from django.utils.safestring import SafeString

from kasane.people.drawing import symbols
from kasane.people.drawing.bonds import draw_bonds
from kasane.people.drawing.compose import LINE, NAME, SMALL, compose
from kasane.people.drawing.family import Family, called, described
from kasane.people.drawing.model import FIGURE, Drawing, Figure
from kasane.people.drawing.pen import FAINT, HOME, HOME_FILL, INK, Pen, rounded

_HALF = FIGURE / 2


def svg(
    family: Family, *, walk: bool = True, bonds: bool = True, title: str = "家族の図(ジェノグラム)"
) -> SafeString:
    """The genogram of a family, safe to put into a page as it is.

    `walk` lets keyboard and screen reader visit each person, 本人's ancestors first; without it the drawing is one
    picture, as for a PDF sheet. `bonds` lays the bonds over it.
    """
    drawing = compose(family)
    pen = Pen.sheet(drawing.width, drawing.height, title, _description(family), walk=walk)
    _boundary(pen, drawing, described_home=bool(family.household))
    paint(pen, family, drawing, walk=walk)
    if bonds and family.bonds:
        draw_bonds(pen.group(aria_hidden="true") if walk else pen.group(), drawing, family.bonds)
    return pen.svg()


def paint(pen: Pen, family: Family, drawing: Drawing, *, walk: bool) -> None:
    """Lines, then people, into a sheet or a part of one."""
    _lines(pen.group(aria_hidden="true") if walk else pen.group(), drawing)
    people = pen.group(role="list", aria_label="家族の人びと") if walk else pen.group()
    for figure in sorted(drawing.figures, key=lambda f: (f.row, f.x)):
        _person(people, family, figure, walk=walk)


def _description(family: Family) -> str:
    people = len(family.graph.people)
    return f"{called(family, family.subject) if family.subject else '本人'}を中心とする家族{people}人の図。同じ内容の文章が図のあとにあります。"


def _boundary(pen: Pen, drawing: Drawing, *, described_home: bool) -> None:
    if not described_home:
        return
    home = pen.group(aria_hidden="true", class_="drawing__home")
    for points in drawing.boundary:
        home.path(rounded(points, 14), stroke=HOME, width=1.8, dash="9 6", fill=HOME_FILL)


def _lines(pen: Pen, drawing: Drawing) -> None:
    for sibship in drawing.sibships:
        if sibship.stem[0][1] < sibship.stem[1][1]:
            pen.line(sibship.stem)
        pen.line(sibship.bar)
        for leg in sibship.legs:
            symbols.leg(pen, leg.points, {d.kind for d in leg.descents})
    for couple in drawing.couples:
        symbols.union(pen, couple.points, couple.union.kind, couple.mark)
        x, y = couple.words_at
        for index, words in enumerate(reversed(couple.words)):
            pen.text(
                x,
                y - 13 * index - (6 if couple.words and symbols.SLASHES.get(couple.union.kind) else 0),
                words,
                size=11,
            )
        if couple.union.assumed:
            symbols.guess(pen, couple.points[0][0] + 16, couple.points[0][1])
    for sibship in drawing.sibships:
        for leg in sibship.legs:
            if leg.assumed:
                x, y = leg.points[-1]
                symbols.guess(pen, x, (leg.points[0][1] + y) / 2 - 2)


def _person(pen: Pen, family: Family, figure: Figure, *, walk: bool) -> None:
    kin = family.graph.people[figure.id]
    who = (
        pen.group(
            class_="drawing__who", role="listitem", tabindex="0", aria_label=described(family, figure.id)
        )
        if walk
        else pen.group()
    )
    who.words_of("title", described(family, figure.id))
    if walk:
        left, top, right, bottom = figure.box
        who.shape(
            "rect",
            class_="drawing__ring",
            x=left,
            y=top,
            width=right - left,
            height=bottom - top,
            rx=6.0,
            fill="none",
            stroke="none",
        )
    member = kin.member
    if member and member.outcome:
        symbols.outcome(who, figure.x, figure.y, member.outcome)
    elif figure.id == family.subject:
        symbols.subject(who, figure.x, figure.y, kin.sex)
    else:
        symbols.outline(who, figure.x, figure.y, kin.sex, stand_in=kin.placeholder)
    if not kin.alive(family.day) and not (member and member.outcome):
        symbols.died(who, figure.x, figure.y, kin.sex)
    _words(who, figure, faint=kin.placeholder)


def _words(pen: Pen, figure: Figure, *, faint: bool) -> None:
    fill = FAINT if faint else INK
    if figure.inside:
        pen.text(figure.x, figure.y + 5.5, figure.inside, size=16, fill=fill)
    for words, x, anchor in (
        (figure.years[0], figure.x - 5, "end"),
        (figure.years[1], figure.x + 5, "start"),
    ):
        if words:
            pen.text(x, figure.y - _HALF - 5, words, size=11, anchor=anchor)
    y = figure.y + _HALF + 4
    for line in figure.label:
        y += LINE
        pen.text(figure.x, y, line, size=NAME, bold=True)
    for line in figure.under:
        y += LINE
        pen.text(figure.x, y, line, size=SMALL, fill=fill)
