"""What a worker records of the ties between people and to agencies (R-PEO-01, R-PEO-04)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.kinds import DataKind
from kasane.base.models import StaleEdit
from kasane.base.obstacles import require
from kasane.people import rules
from kasane.people.models import TIE_DATA_KINDS, Person, Strength, Tie, TieKind


@transaction.atomic
def add_tie(
    person: Person,
    *,
    by: Actor,
    kind: str,
    other_person: Person | None = None,
    other_agency: Agency | None = None,
    other_label: str = "",
    strength: str = Strength.NORMAL,
    note: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Tie:
    """Records a tie from `person` to a person of the same household, an agency, or somebody named in words.

    `until` is the first day on which it holds no more. Raises Forbidden when an end is missing, is the person
    itself or of another case, or when kin is claimed to an agency.
    """
    require(
        rules.tie_obstacles(
            kind=kind,
            ends=[bool(other_person), bool(other_agency), bool(other_label)],
            to_itself=other_person is not None and other_person.pk == person.pk,
            same_case=other_person is None or other_person.case_id == person.case_id,
            since=since,
            until=until,
            today=today(),
        )
    )
    return _row(
        thread=new_id(), case_id=person.case_id, person=person, other_person=other_person,
        other_agency=other_agency, other_label=other_label, kind=kind, strength=strength, note=note,
        since=since, until=until, by=by,
    )  # fmt: skip


@transaction.atomic
def change_tie(tie: Tie, *, by: Actor, since: date, strength: str, note: str) -> Tie:
    """The tie is different from a day on: the old row ends with that day, a new thread goes on from it."""
    standing = _standing(tie)
    require(rules.tie_day_obstacles(since, first=standing.since, last=standing.until, today=today()))
    if standing.since == since:
        return _replace(standing, by=by, strength=strength, note=note)
    _replace(standing, by=by, until=since)
    return _row(
        **_values(standing) | {"thread": new_id(), "since": since, "strength": strength, "note": note}, by=by
    )


@transaction.atomic
def end_tie(tie: Tie, *, by: Actor, on: date) -> Tie:
    """The tie holds no more from the day `on`; earlier days still show it."""
    standing = _standing(tie)
    require(rules.tie_day_obstacles(on, first=standing.since, last=standing.until, today=today(), ends=True))
    return _replace(standing, by=by, until=on)


@transaction.atomic
def withdraw_tie(tie: Tie, *, by: Actor) -> None:
    """The tie was recorded by mistake: no day shows it, except as it was known then."""
    standing = _standing(tie)
    Tie.objects.filter(pk=standing.pk).update(replaced_at=timezone.now())


def _standing(tie: Tie) -> Tie:
    """The row that now stands for this tie, locked. Raises StaleEdit when somebody else changed or withdrew it."""
    row = Tie.objects.select_for_update(of=("self",)).get(pk=tie.pk)
    if row.replaced_at is not None:
        raise StaleEdit(row)
    return row


def _replace(tie: Tie, *, by: Actor, **changed: Any) -> Tie:
    Tie.objects.filter(pk=tie.pk).update(replaced_at=timezone.now())
    return _row(**_values(tie) | changed, by=by)


def _values(tie: Tie) -> dict[str, Any]:
    return {
        "thread": tie.thread,
        "case_id": tie.case_id,
        "person": tie.person,
        "other_person": tie.other_person,
        "other_agency": tie.other_agency,
        "other_label": tie.other_label,
        "kind": tie.kind,
        "strength": tie.strength,
        "note": tie.note,
        "since": tie.since,
        "until": tie.until,
    }


def _row(*, thread: UUID, kind: str, since: date | None, until: date | None, by: Actor, **values: Any) -> Tie:
    return Tie.objects.create(
        thread=thread,
        kind=TieKind(kind),
        kinds=int(TIE_DATA_KINDS.get(kind, DataKind.BASIC)),
        valid=DateRange(since, until, "[)"),
        recorded_at=timezone.now(),
        recorded_by=by.user,
        **values,
    )
