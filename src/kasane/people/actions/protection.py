"""DV等支援措置: putting an address out of everybody's reach but that of named staff, and back (R-DIS-09)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.kinds import DataKind
from kasane.base.obstacles import require
from kasane.disclosure.access import writable_kinds
from kasane.people import keys, matching, rules
from kasane.people.models import Person, PersonState, ProtectedContact

CONTACT = ("address", "phone", "mobile", "email")
KEPT = (*CONTACT, "area_id")


@transaction.atomic
def protect_contact(
    person: Person, *, by: Actor, staff: Sequence[UUID], reason: str, since: date, version: int | None = None
) -> ProtectedContact:
    """Takes address and phones off the person, their whole history and everything searched by; named staff keep them.

    Possible in a closed case too, since its people are still found. Raises Forbidden when nobody is named, the one
    who protects is not among them or does not work on the case, or no basis is given; StaleEdit when somebody else
    saved the person in between.
    """
    row = Person.lock(person.pk, version=version)
    _require(row, by=by, staff=staff, reason=reason, is_protected=row.contact_is_protected)
    states = PersonState.objects.filter(person=row)
    kept = ProtectedContact.objects.create(
        case_id=row.case_id, person=row, staff=list(staff), reason=reason, since=since, recorded_by=by.user,
        history={str(state.pk): _contact(state) for state in states}, area_id=row.area_id,
        **{name: getattr(row, name) for name in CONTACT},
    )  # fmt: skip
    empty = dict.fromkeys(CONTACT, "")
    states.update(**empty, area=None)
    _show(row, area_id=None, contact_is_protected=True, **empty)
    return kept


def sharing_contact(person: Person) -> list[Person]:
    """Others of the household whose address or phone is that of this person, now or before: they would tell it."""
    own = _told(PersonState.objects.filter(person=person))
    rows = PersonState.objects.filter(case_id=person.case_id).exclude(person=person)
    found = {row.person_id for row in rows if _told([row]) & own}
    return list(Person.objects.filter(pk__in=found, contact_is_protected=False))


@transaction.atomic
def change_protected(
    contact: ProtectedContact, *, by: Actor, staff: Sequence[UUID], **values: str
) -> ProtectedContact:
    """A new address, phone, or circle of staff of somebody protected. Raises Forbidden as above."""
    person = Person.lock(contact.person_id, version=None)
    _require(person, by=by, staff=staff, reason=contact.reason, is_protected=False)
    row = ProtectedContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    for name in CONTACT:
        setattr(row, name, values.get(name, getattr(row, name)))
    row.staff = list(staff)
    row.save(force_update=True)
    return row


@transaction.atomic
def release_contact(contact: ProtectedContact, *, by: Actor) -> Person:
    """The protection has ended: address and phones stand on the person and on every past day again.

    Only named staff can do this, since nobody else finds the contact.
    """
    person = Person.lock(contact.person_id, version=None)
    row = ProtectedContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    _require(person, by=by, staff=row.staff, reason=row.reason, is_protected=False, me=by.user.pk)
    for state in PersonState.objects.filter(person=person, pk__in=row.history):
        PersonState.objects.filter(pk=state.pk).update(**row.history[str(state.pk)])
    values: dict[str, Any] = {name: getattr(row, name) for name in KEPT}
    PersonState.objects.filter(person=person, replaced_at__isnull=True, valid__upper_inf=True).update(
        **values
    )
    row.delete()
    _show(person, contact_is_protected=False, **values)
    return person


def _require(
    person: Person,
    *,
    by: Actor,
    staff: Sequence[UUID],
    reason: str,
    is_protected: bool,
    me: UUID | None = None,
) -> None:
    works = bool(writable_kinds(person.case_id, by=by) & DataKind.BASIC)
    require(
        rules.protect_obstacles(
            staff=staff, me=me or by.user.pk, reason=reason, is_protected=is_protected, works=works
        )
    )


def _contact(state: PersonState) -> dict[str, str | None]:
    return {name: str(value) if (value := getattr(state, name)) is not None else None for name in KEPT}


def _told(states: Any) -> set[str]:
    """The addresses and numbers of some states, folded."""
    return {
        folded
        for state in states
        for folded in (keys.place_of(state.address), *keys.numbers_of(state.phone, state.mobile))
        if folded
    }


def _show(row: Person, **values: object) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    states = PersonState.objects.filter(person=row, replaced_at__isnull=True)
    keys.refresh(row, [vars(state) for state in states])
    matching.refresh(row)
