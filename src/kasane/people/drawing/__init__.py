"""Genogram and ecomap of a household, drawn and told (R-PEO-04).

`family(members, ties, day, bonds)` gives what `svg`, `text`, `legend` and `ecomap` take; nothing here reads the database.
"""

from kasane.people.drawing.ecomap import EcoLink, Ecomap, EcoNode, Flow, NodeKind, Strength, ecomap
from kasane.people.drawing.ecomap_svg import ecomap_legend, ecomap_svg, ecomap_text
from kasane.people.drawing.family import Bond, BondKind, Family, age, family, lives_in
from kasane.people.drawing.legend import Sign, legend, legend_svg
from kasane.people.drawing.svg import svg
from kasane.people.drawing.telling import text

__all__ = [
    "Bond",
    "BondKind",
    "EcoLink",
    "EcoNode",
    "Ecomap",
    "Family",
    "Flow",
    "NodeKind",
    "Sign",
    "Strength",
    "age",
    "ecomap",
    "ecomap_legend",
    "ecomap_svg",
    "ecomap_text",
    "family",
    "legend",
    "legend_svg",
    "lives_in",
    "svg",
    "text",
]
