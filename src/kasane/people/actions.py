"""What a worker does to the household of a case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.people.models import Person


@transaction.atomic
def add_person(case_id: UUID, *, by: Actor, **values: Any) -> Person:
    """Adds 本人 (`is_subject=True`) or a household member to a case (R-PEO-01)."""
    return Person.objects.create(case_id=case_id, **values)


@transaction.atomic
def change_person(person: Person, *, by: Actor, version: int | None = None, **values: Any) -> Person:
    """Changes what is known of a person; the log keeps what was known before (R-DIS-08).

    Raises StaleEdit when somebody else saved the person in between.
    """
    row = Person.lock(person.pk, version=version)
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    return row
