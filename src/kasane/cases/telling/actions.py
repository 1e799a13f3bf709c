"""Writing down what was told outside."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases.actions import add_event
from kasane.cases.models import Case, Telling
from kasane.cases.telling import rules
from kasane.cases.telling.queries import approved_on, word_on
from kasane.disclosure.access import writable_kinds


@transaction.atomic
def tell(
    case: Case, *, by: Actor, on: date, recipient: str, purpose: str, kinds: int, **values: Any
) -> Telling:
    """Keeps that somebody outside was told something, with the ground it stood on that day (R-DIS-05, R-DIS-06).

    Possible after closure too (プラン終了後の連携). Raises Forbidden without consent for that purpose and those kinds, unless
    an approved exception for that recipient covers them, and for an agency that does not work on the case.
    """
    word, exceptions = word_on(case.id, on), approved_on(case.id, on)
    require(
        rules.telling_obstacles(
            case_id=case.id,
            writable=writable_kinds(case.id, by=by),
            recipient=recipient,
            purpose=purpose,
            kinds=kinds,
            on=on,
            today=today(),
            word=word,
            exceptions=exceptions,
        )
    )
    exception_id = rules.ground(kinds, word, exceptions, purpose=purpose, recipient=recipient)
    telling = Telling.objects.create(
        case=case,
        on=on,
        recipient=recipient,
        purpose=purpose,
        kinds=kinds,
        agency=by.agency,
        author=by.user,
        exception_id=exception_id,
        consent_id=word.consent_id if word is not None and exception_id is None else None,
        **values,
    )
    add_event(
        case.id,
        by=by,
        on=on,
        code="told",
        title="外部の相手に情報を伝えました",
        body=f"{telling.recipient}: {telling.get_purpose_display()}",
        kinds=kinds,
        subject="telling",
        subject_id=telling.id,
    )
    return telling
