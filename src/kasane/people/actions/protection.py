"""DV等支援措置: putting an address out of everybody's reach but that of named staff, and back (R-DIS-09)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import require
from kasane.people import keys, matching, rules
from kasane.people.models import Person, PersonState, ProtectedContact

CONTACT = ("address", "phone", "mobile", "email")


@transaction.atomic
def protect_contact(
    person: Person, *, by: Actor, staff: Sequence[UUID], reason: str, since: date, version: int | None = None
) -> ProtectedContact:
    """Takes address and phones off the person, their whole history and everything searched by; named staff keep them.

    Raises Forbidden when nobody is named, the one who protects is not among them, or no basis is given; StaleEdit
    when somebody else saved the person in between.
    """
    row = Person.lock(person.pk, version=version)
    require(
        rules.protect_obstacles(
            staff=staff, me=by.user.pk, reason=reason, is_protected=row.contact_is_protected
        )
    )
    kept = ProtectedContact.objects.create(
        case_id=row.case_id, person=row, staff=list(staff), reason=reason, since=since, recorded_by=by.user,
        **{name: getattr(row, name) for name in CONTACT},
    )  # fmt: skip
    empty = dict.fromkeys(CONTACT, "")
    PersonState.objects.filter(person=row).update(**empty, area=None)
    _show(row, area_id=None, contact_is_protected=True, **empty)
    return kept


@transaction.atomic
def change_protected(
    contact: ProtectedContact, *, by: Actor, staff: Sequence[UUID], **values: str
) -> ProtectedContact:
    """A new address, phone, or circle of staff of somebody protected. Raises Forbidden as above."""
    require(rules.protect_obstacles(staff=staff, me=by.user.pk, reason=contact.reason, is_protected=False))
    for name in CONTACT:
        setattr(contact, name, values.get(name, getattr(contact, name)))
    contact.staff = list(staff)
    contact.save()
    return contact


@transaction.atomic
def release_contact(contact: ProtectedContact, *, by: Actor) -> Person:
    """The protection has ended: from now on the address stands on the person again. Only named staff can do this."""
    row = Person.lock(contact.person_id, version=None)
    values = {name: getattr(contact, name) for name in CONTACT}
    contact.delete()
    PersonState.objects.filter(person=row, replaced_at__isnull=True, valid__upper_inf=True).update(**values)
    _show(row, contact_is_protected=False, **values)
    return row


def _show(row: Person, **values: object) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    states = PersonState.objects.filter(person=row, replaced_at__isnull=True)
    keys.refresh(row, [vars(state) for state in states])
    matching.refresh(row)
