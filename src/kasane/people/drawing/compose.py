"""Puts a family on the sheet: figures on their rows, lines between them, the household within its line (R-PEO-04)."""

from __future__ import annotations

from kasane.base.dates import short_wareki
from kasane.people.drawing.boundary import outlines
from kasane.people.drawing.check import crossings
from kasane.people.drawing.family import OUTCOMES, Family, age, relation_word
from kasane.people.drawing.labels import wrap
from kasane.people.drawing.lines import couples, sibships
from kasane.people.drawing.model import FIGURE, Drawing, Figure
from kasane.people.drawing.order import ordered
from kasane.people.drawing.place import CELL, placed
from kasane.people.drawing.structure import Structure, structure

NAME, SMALL = 13.0, 12.0  # px
LINE = 16.0
ABOVE = 20.0  # room over a figure for the years
GAP = 58.0  # room between two rows for bars
MARGIN = 26.0
ROOM = CELL - 12  # px a line of a name may take
_MOST_TRIES = 120


def compose(family: Family) -> Drawing:
    """The drawing of a family. Deterministic; about 10 ms for 25 people.

    When the order of the strips leaves lines that cross (families that marry twice into each other), neighbours
    change places while that takes crossings away.
    """
    shape = structure(family.graph)
    rows = ordered(shape)
    best = _drawn(family, shape, rows)
    count = crossings(best)
    tries = 0
    while count and tries < _MOST_TRIES:
        for other in _swapped(rows):
            tries += 1
            drawing = _drawn(family, shape, other)
            if (fewer := crossings(drawing)) < count:
                rows, best, count = other, drawing, fewer
                break
            if tries >= _MOST_TRIES:
                break
        else:
            break
    best.boundary = outlines(best, family.household)
    return best


def _swapped(rows: list[list[list[str]]]):  # type: ignore[no-untyped-def]
    """Every exchange of two neighbours in a row, and every chain turned round."""
    for r, row in enumerate(rows):
        for i in range(len(row) - 1):
            yield [*rows[:r], [*row[:i], row[i + 1], row[i], *row[i + 2 :]], *rows[r + 1 :]]
        for i, chain in enumerate(row):
            if len(chain) > 1:
                yield [*rows[:r], [*row[:i], chain[::-1], *row[i + 1 :]], *rows[r + 1 :]]


def _drawn(family: Family, shape: Structure, rows: list[list[list[str]]]) -> Drawing:
    x = placed(shape, rows)
    figures, y = [], MARGIN
    for index, row in enumerate(rows):
        line = [
            _figure(family, key, x[key] + MARGIN, y + ABOVE + FIGURE / 2, index) for c in row for key in c
        ]
        bottom = max((f.box[3] for f in line), default=y)
        figures.extend(line)
        y = bottom + GAP
    drawing = Drawing(figures, [], [], [], 0, 0)
    drawing.couples = couples(drawing, family)
    drawing.sibships = sibships(drawing, shape)
    _turn_years(drawing)
    drawing.width = max((f.box[2] for f in figures), default=CELL) + MARGIN
    drawing.height = max((f.box[3] for f in figures), default=FIGURE) + MARGIN
    return drawing


def _turn_years(drawing: Drawing) -> None:
    """The year of birth makes room for a leg that comes from the left: a twin's, or one of two."""
    at = {f.id: f for f in drawing.figures}
    for leg in (leg for s in drawing.sibships for leg in s.legs):
        figure = at[leg.child]
        born, died = figure.years
        if leg.points[0][0] < figure.x - 2 and not died:
            figure.years = ("", born)


def _figure(family: Family, key: str, x: float, y: float, row: int) -> Figure:
    kin = family.graph.people[key]
    member = kin.member
    name = wrap(member.name, NAME, ROOM) if member and member.name else []
    under = wrap(relation_word(family, key), SMALL, ROOM)
    years = age(kin, family.day)
    small = bool(member and member.outcome)
    inside = "" if years is None or small else str(years)
    if kin.sex == "unknown" and not small:
        inside, under = "?", under if years is None else [*under, f"{years}歳"]
    if small and member:
        name, under = [], [OUTCOMES.get(member.outcome, "")]
    bottom = y + FIGURE / 2 + 4 + LINE * (len(name) + len(under)) + 4
    box = (x - CELL / 2, y - FIGURE / 2 - ABOVE, x + CELL / 2, bottom)
    return Figure(key, x, y, row, box, name, under, inside, _years(family, key))


def _years(family: Family, key: str) -> tuple[str, str]:
    """「S23」 left and 「R3没」 right above the figure."""
    kin = family.graph.people[key]
    born = _year(kin.birth) if kin.birth else ""
    if kin.alive(family.day):
        return born, ""
    return born, f"{_year(kin.death)}没" if kin.death else "没"


def _year(day) -> str:  # type: ignore[no-untyped-def]
    return short_wareki(day).split(".")[0]
