"""Genogram and ecomap of a household, drawn and told (R-PEO-04).

`family(members, ties, day, bonds)` gives what `svg`, `text` and `legend` take; nothing here reads the database.
"""

from kasane.people.drawing.family import Bond, BondKind, Family, age, family, lives_in
from kasane.people.drawing.legend import Sign, legend, legend_svg
from kasane.people.drawing.svg import svg
from kasane.people.drawing.telling import text

__all__ = [
    "Bond",
    "BondKind",
    "Family",
    "Sign",
    "age",
    "family",
    "legend",
    "legend_svg",
    "lives_in",
    "svg",
    "text",
]
