"""廃棄証明書 of a batch that was carried out (R-DIS-07)."""

from __future__ import annotations

from datetime import datetime

from kasane.agencies.models import User
from kasane.base.dates import today, wareki, wareki_time
from kasane.cases.retention.queries import disposed
from kasane.disclosure.models import BatchState, DisposalBatch, ItemState
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import town
from kasane.sheets.paper.disposal import Certified, certificate


def disposal_sheet(batch: DisposalBatch) -> Sheet | None:
    """The certificate; None while nothing is carried out."""
    if batch.state != BatchState.EXECUTED:
        return None
    return certificate(
        Certified(
            town=town(),
            batch=batch.label,
            rule=batch.rule_words,
            method=f"データベースからの消去(規程: {batch.method})",
            proposed=_who(batch.proposed_by, batch.proposed_at),
            approved=_who(batch.decided_by, batch.decided_at),
            executed=_who(batch.executed_by, batch.executed_at),
            numbers=tuple(row.case_number for row in disposed(batch)),
            dropped=batch.items.filter(state=ItemState.DROPPED).count(),
            digest=batch.digest,
            printed_on=wareki(today()),
        )
    )


def _who(user: User | None, at: datetime | None) -> str:
    return f"{user.name if user else ''} {wareki_time(at)}".strip()
