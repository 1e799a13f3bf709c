"""同意・情報共有・閲覧記録: the ledger all else stands on (R-DIS)."""

from kasane.disclosure.models.ledger import (
    ALL_PURPOSES,
    Basis,
    Consent,
    ConsentLevel,
    Evidence,
    EvidenceType,
    Grant,
    Purpose,
)
from kasane.disclosure.models.log import LogEntry, Seal

__all__ = [
    "ALL_PURPOSES",
    "Basis",
    "Consent",
    "ConsentLevel",
    "Evidence",
    "EvidenceType",
    "Grant",
    "LogEntry",
    "Purpose",
    "Seal",
]
