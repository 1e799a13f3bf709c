"""Kinship (R-PEO-04): a household in the workers' words becomes a graph of unions and descents, cut to any day."""

from kasane.people.kinship.build import kin_graph
from kasane.people.kinship.graph import (
    Descent,
    DescentKind,
    Kin,
    KinGraph,
    Member,
    Phase,
    Tie,
    TieKind,
    Union,
    UnionKind,
)
from kasane.people.kinship.helpers import (
    ancestors_of,
    children_of,
    generation,
    parents_of,
    siblings_of,
    spouses_of,
    step_parents_of,
)
from kasane.people.kinship.words import Reading, read

__all__ = [
    "Descent",
    "DescentKind",
    "Kin",
    "KinGraph",
    "Member",
    "Phase",
    "Reading",
    "Tie",
    "TieKind",
    "Union",
    "UnionKind",
    "ancestors_of",
    "children_of",
    "generation",
    "kin_graph",
    "parents_of",
    "read",
    "siblings_of",
    "spouses_of",
    "step_parents_of",
]
