"""The outcome of the first talk, written by triage and by a つなぎ sent straight away (R-INT-03)."""

from __future__ import annotations

from datetime import date

from kasane.agencies.actors import Actor
from kasane.cases import api as cases
from kasane.intake.models import Outcome, Reception


def keep_outcome(row: Reception, *, by: Actor, on: date, outcome: Outcome, reason: str) -> None:
    """The outcome with its reason, on the sheet and on the course of the case."""
    row.outcome, row.outcome_reason, row.outcome_on, row.outcome_by = outcome, reason, on, by.user
    row.save_next()
    cases.add_event(
        row.case_id,
        by=by,
        on=on,
        code="triage",
        title=f"対応: {outcome.label}",
        body=reason,
        kinds=row.kinds,
        subject="reception",
        subject_id=row.id,
    )
