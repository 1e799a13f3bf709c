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
from kasane.disclosure.models.retention import (
    BatchState,
    Disposal,
    DisposalBatch,
    DisposalItem,
    DropReason,
    HoldReason,
    ItemState,
    PastCount,
    RetentionHold,
)

__all__ = [
    "ALL_PURPOSES",
    "Basis",
    "BatchState",
    "Consent",
    "ConsentLevel",
    "Disposal",
    "DisposalBatch",
    "DisposalItem",
    "DropReason",
    "Evidence",
    "EvidenceType",
    "Grant",
    "HoldReason",
    "ItemState",
    "LogEntry",
    "PastCount",
    "Purpose",
    "RetentionHold",
    "Seal",
]
