"""A finished drawing: figures and lines with their places, before anything is written as SVG (R-PEO-04)."""

from __future__ import annotations

from dataclasses import dataclass, field

from kasane.people.kinship import Descent, Union

Point = tuple[float, float]
Box = tuple[float, float, float, float]

FIGURE = 48.0  # width and height of a figure, px


@dataclass
class Figure:
    """Somebody's figure. `x`, `y` is its middle; `box` includes everything written around it."""

    id: str
    x: float
    y: float
    row: int
    box: Box
    label: list[str] = field(default_factory=list)
    under: list[str] = field(default_factory=list)
    inside: str = ""
    years: tuple[str, str] = ("", "")

    @property
    def shape_box(self) -> Box:
        half = FIGURE / 2
        return (self.x - half, self.y - half, self.x + half, self.y + half)

    @property
    def label_bottom(self) -> float:
        return self.box[3]


@dataclass
class Couple:
    """The line between two partners; `mark` is where slashes stand, `words` what stands over it."""

    union: Union
    points: list[Point]
    mark: Point
    words: list[str]
    words_at: Point


@dataclass
class Leg:
    """The line down to one child, from the bar, or from the point it shares with its twin."""

    child: str
    points: list[Point]
    descents: tuple[Descent, ...]

    @property
    def assumed(self) -> bool:
        return any(d.assumed for d in self.descents)


@dataclass
class Sibship:
    """Children hung from one or two parents: a stem down, a bar across, a leg for each."""

    parents: tuple[str, ...]
    stem: list[Point]
    bar: list[Point]
    legs: list[Leg]


@dataclass
class Drawing:
    figures: list[Figure]
    couples: list[Couple]
    sibships: list[Sibship]
    boundary: list[list[Point]]
    width: float
    height: float

    def figure(self, key: str) -> Figure:
        return next(f for f in self.figures if f.id == key)
