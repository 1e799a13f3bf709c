"""同意・情報共有・閲覧記録: the ledger all else stands on (R-DIS)."""

from kasane.base.choices import ALL_PURPOSES, Purpose
from kasane.disclosure.models.exceptions import Ground, LegalException, Review
from kasane.disclosure.models.exceptions import State as ExceptionState
from kasane.disclosure.models.ledger import (
    Basis,
    Consent,
    ConsentLevel,
    Evidence,
    EvidenceType,
    Grant,
)
from kasane.disclosure.models.log import LogEntry, Seal
from kasane.disclosure.models.oversight import Oddity, OversightCheck
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
    "ExceptionState",
    "Grant",
    "Ground",
    "LegalException",
    "HoldReason",
    "ItemState",
    "LogEntry",
    "PastCount",
    "Oddity",
    "OversightCheck",
    "Purpose",
    "Review",
    "RetentionHold",
    "Seal",
]
