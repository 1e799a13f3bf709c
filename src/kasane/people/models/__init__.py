"""本人・世帯: persons, how they were known over time, their ties, and who is the same person (R-PEO-01, R-PEO-02)."""

from kasane.people.models.match import MatchKey, Pair, PairOrigin, PairState, SamePerson
from kasane.people.models.pattern import Pattern
from kasane.people.models.person import (
    DATED,
    TIMELESS,
    ChangeReason,
    Particulars,
    Person,
    PersonState,
    Standing,
)
from kasane.people.models.protection import (
    ProtectedContact,
    ProtectedPassage,
    ProtectedWord,
    ProtectionHandover,
)
from kasane.people.models.search import PersonKey
from kasane.people.models.tie import KIN_KINDS, TIE_DATA_KINDS, Strength, Tie, TieKind

__all__ = [
    "DATED",
    "KIN_KINDS",
    "TIE_DATA_KINDS",
    "TIMELESS",
    "ChangeReason",
    "MatchKey",
    "Pair",
    "PairOrigin",
    "PairState",
    "Particulars",
    "Pattern",
    "Person",
    "PersonKey",
    "PersonState",
    "ProtectedContact",
    "ProtectedPassage",
    "ProtectedWord",
    "ProtectionHandover",
    "SamePerson",
    "Standing",
    "Strength",
    "Tie",
    "TieKind",
]
