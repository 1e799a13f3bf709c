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
from kasane.disclosure.models.oversight import Oddity, OversightCheck

__all__ = [
    "ALL_PURPOSES",
    "Basis",
    "Consent",
    "ConsentLevel",
    "Evidence",
    "EvidenceType",
    "Grant",
    "LogEntry",
    "Oddity",
    "OversightCheck",
    "Purpose",
    "Seal",
]
