"""On what a telling can stand, and what was told."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kasane.cases.models import Telling
from kasane.cases.telling.rules import Approved, Word
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import ExceptionState, LegalException
from kasane.disclosure.rules import standing_statement


def word_on(case_id: UUID, day: date) -> Word | None:
    """What the person agrees to on that day, if they do."""
    statement = standing_statement(disclosure.statements_of(case_id), day)
    if statement is None or statement.answer != "agree":
        return None
    return Word(statement.id, statement.all_agencies, statement.purposes, statement.kinds)


def approved_on(case_id: UUID, day: date) -> list[Approved]:
    """The approved exceptions for telling somebody outside that are in force on that day."""
    rows = LegalException.objects.filter(
        case_id=case_id, state=ExceptionState.APPROVED, valid_from__lte=day, valid_until__gt=day
    ).exclude(outside="")
    standing = [row for row in rows if row.ended_on is None or day < row.ended_on]
    return [Approved(row.id, row.kinds, row.outside) for row in standing]


def tellings_of(case_id: UUID) -> QuerySet[Telling]:
    """What was told outside, newest first, as far as the viewer sees its kinds."""
    return Telling.objects.filter(case_id=case_id).select_related("agency", "author")
