"""Holding files, and proposing and approving their disposal (R-DIS-07). The disposal itself: `disposal.py`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.counters import next_number
from kasane.base.dates import fiscal_year, today
from kasane.base.obstacles import Obstacle, require
from kasane.cases.retention.queries import FileRow, Files, clock, keeps
from kasane.disclosure.models import (
    BatchState,
    DisposalBatch,
    DisposalItem,
    HoldReason,
    RetentionHold,
)
from kasane.disclosure.retention import rules


@transaction.atomic
def place_hold(
    file: FileRow, *, by: Actor, reason: HoldReason, note: str, until: date | None = None
) -> RetentionHold:
    """保留: keeps a closed file beyond its time. Raises Forbidden without the role, the reason, or twice (R-DIS-07)."""
    on = today()
    require(
        rules.role_obstacles(keeps=keeps(by))
        + rules.hold_obstacles(is_held=file.hold_id is not None, reason=note, until=until, on=on)
    )
    return RetentionHold.objects.create(
        case_id=file.case_id, reason=reason, note=note, until=until, placed_on=on, placed_by=by.user
    )


@transaction.atomic
def lift_hold(hold: RetentionHold, *, by: Actor, note: str) -> RetentionHold:
    """Takes the hold away; the file may be disposed of again. Raises Forbidden when it is lifted already."""
    row = RetentionHold.objects.select_for_update().get(pk=hold.pk)
    require(
        rules.role_obstacles(keeps=keeps(by))
        + rules.lift_obstacles(is_held=row.is_in_force(today()), reason=note)
    )
    row.lifted_on, row.lifted_by, row.lifted_note = today(), by.user, note
    row.save(update_fields=["lifted_on", "lifted_by", "lifted_note"])
    return row


def propose_obstacles(files: Sequence[FileRow], *, by: Actor) -> list[Obstacle]:
    """What forbids proposing these files, each by its number."""
    asked = [
        rules.File(
            number=file.number,
            due_on=file.due_on,
            is_held=file.hold_id is not None,
            in_batch="ほかの起案" if file.batch_id else "",
        )
        for file in files
    ]
    return rules.role_obstacles(keeps=keeps(by)) + rules.propose_obstacles(asked, on=today())


@transaction.atomic
def propose(case_ids: Sequence[UUID], *, by: Actor, note: str = "") -> DisposalBatch:
    """起案: proposes that these files be disposed of, by the town's rule of today. Raises Forbidden, naming each file
    that is not due, held, or proposed already."""
    files = Files(cases=tuple(case_ids))[:]
    require(propose_obstacles(files, by=by))
    rule = clock()
    year = fiscal_year(today())
    batch = DisposalBatch.objects.create(
        year=year,
        number=next_number("disposal", year),
        years=rule.years,
        from_fiscal_year_end=rule.from_fiscal_year_end,
        method=rule.method,
        note=note,
        proposed_by=by.user,
        proposed_at=timezone.now(),
    )
    DisposalItem.objects.bulk_create(
        DisposalItem(
            batch=batch,
            case_id=file.case_id,
            case_number=file.number,
            closed_on=file.closed_on,
            due_on=file.due_on,
        )
        for file in files
    )
    return batch


def decide_obstacles(batch: DisposalBatch, *, by: Actor) -> list[Obstacle]:
    """What forbids deciding on a batch."""
    return rules.role_obstacles(keeps=keeps(by)) + rules.decide_obstacles(
        state=batch.state, is_proposer=batch.proposed_by_id == by.user.id
    )


@transaction.atomic
def approve(batch: DisposalBatch, *, by: Actor, note: str = "") -> DisposalBatch:
    """決裁: a second person agrees. Raises Forbidden for one's own proposal and for what is decided already."""
    return _decide(batch, BatchState.APPROVED, by=by, note=note)


@transaction.atomic
def refuse(batch: DisposalBatch, *, by: Actor, note: str) -> DisposalBatch:
    """差し戻し, with the reason; its files may be proposed anew. Raises Forbidden as `approve`, and without a reason."""
    require(rules.refuse_obstacles(reason=note))
    return _decide(batch, BatchState.REFUSED, by=by, note=note)


def _decide(batch: DisposalBatch, state: BatchState, *, by: Actor, note: str) -> DisposalBatch:
    row = DisposalBatch.objects.select_for_update().get(pk=batch.pk)
    require(decide_obstacles(row, by=by))
    row.state, row.decided_by, row.decided_at, row.decided_note = state, by.user, timezone.now(), note
    row.save(update_fields=["state", "decided_by", "decided_at", "decided_note"])
    return row


@transaction.atomic
def withdraw(batch: DisposalBatch, *, by: Actor) -> DisposalBatch:
    """The proposer takes the proposal back, before it is carried out. Raises Forbidden for everybody else."""
    row = DisposalBatch.objects.select_for_update().get(pk=batch.pk)
    require(
        rules.role_obstacles(keeps=keeps(by))
        + rules.withdraw_obstacles(state=row.state, is_proposer=row.proposed_by_id == by.user.id)
    )
    row.state = BatchState.WITHDRAWN
    row.save(update_fields=["state"])
    return row
