"""DV等支援措置: putting where somebody is out of everybody's reach but that of named staff, and back (R-DIS-09)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Municipality
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Obstacle, require
from kasane.disclosure.access import writable_kinds
from kasane.people import keys, matching, rules
from kasane.people.models import Person, PersonState, ProtectedContact
from kasane.people.protectedwords import words_of

CONTACT = ("address", "phone", "mobile", "email")
KEPT = (*CONTACT, "area_id")
WORDS = ("school", "workplace", "words")


@transaction.atomic
def protect_contact(
    person: Person,
    *,
    by: Actor,
    staff: Sequence[UUID],
    reason: str,
    since: date,
    version: int | None = None,
    **words: str,
) -> ProtectedContact:
    """Takes address and phones off the person, their whole history and everything searched by; named staff keep them.

    Wherever they stand in a text of the case, and the `school`, `workplace` and other `words` with them, a mark stands
    instead. The same person in other cases is protected there too, without telling either side. Possible in a
    closed case too, since its people are still found. Raises Forbidden when nobody is named, the one who protects
    is not among them or does not work on the case, no basis is given, or a word is a short number; StaleEdit when
    somebody else saved the person in between.
    """
    require(_words_obstacles(words))
    row = Person.lock(person.pk, version=version)
    _require(row, by=by, staff=staff, reason=reason, is_protected=row.contact_is_protected)
    states = PersonState.objects.filter(person=row)
    kept = ProtectedContact.objects.create(
        case_id=row.case_id, person=row, staff=list(staff), reason=reason, since=since, recorded_by=by.user,
        history={str(state.pk): _contact(state) for state in states}, area_id=row.area_id,
        **{name: getattr(row, name) for name in CONTACT}, **{name: words.get(name, "") for name in WORDS},
    )  # fmt: skip
    empty = dict.fromkeys(CONTACT, "")
    states.update(**empty, area=None)
    _show(row, area_id=None, contact_is_protected=True, **empty)
    # What stood openly on this person until now is a secret of the others too.
    for contact in ProtectedContact.objects.filter(case_id=row.case_id):
        _hide(contact)
    protect_same(row.pk)
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
    """A new address, phone, school or circle of staff of somebody protected. What stood there before stays hidden.

    Raises Forbidden as above.
    """
    require(_words_obstacles(values))
    person = Person.lock(contact.person_id, version=None)
    _require(person, by=by, staff=staff, reason=contact.reason, is_protected=False)
    row = ProtectedContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    for name in (*CONTACT, *WORDS):
        setattr(row, name, values.get(name, getattr(row, name)))
    row.staff = list(staff)
    row.is_settled = True
    row.save(force_update=True)
    _hide(row)
    protect_same(person.pk)
    return row


@transaction.atomic
def release_contact(contact: ProtectedContact, *, by: Actor) -> Person:
    """The protection has ended: address and phones stand on the person, on every past day and in the texts again.

    Only named staff can do this, since nobody else finds the contact. The same person elsewhere stays protected until
    the staff named there end it.
    """
    person = Person.lock(contact.person_id, version=None)
    row = ProtectedContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    _require(person, by=by, staff=row.staff, reason=row.reason, is_protected=False, me=by.user.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_end_words(%s)", [person.pk])
    person.refresh_from_db()
    for state in PersonState.objects.filter(person=person, pk__in=row.history):
        PersonState.objects.filter(pk=state.pk).update(**row.history[str(state.pk)])
    values: dict[str, Any] = {name: getattr(row, name) for name in KEPT}
    PersonState.objects.filter(person=person, replaced_at__isnull=True, valid__upper_inf=True).update(
        **values
    )
    row.delete()
    _show(person, contact_is_protected=False, **values)
    for other in Person.objects.filter(case_id=person.case_id).exclude(pk=person.pk):
        _find_again(other)
    return person


def protect_same(person_id: UUID) -> None:
    """Protects whoever was found to be the same person as this protected one, in whatever case (R-DIS-01, R-DIS-09).

    The database does it: neither side learns of the other. Nothing happens when the person is not protected.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_protect_same(%s, %s)", [person_id, matching.BLOCKS_BY_PLACE])


def _hide(kept: ProtectedContact) -> None:
    """Tells the database what to hide in the texts of the case; what an unprotected person of it shows is no secret."""
    others = list(
        Person.objects.filter(case_id=kept.case_id, contact_is_protected=False).exclude(pk=kept.person_id)
    )
    shown = _told(others)
    before = list(kept.history.values())
    home = kept.address if keys.place_of(kept.address) not in shown else ""
    words = words_of(
        addresses=_secret([home, *(one["address"] for one in before)], shown, keys.place_of),
        home=home,
        phones=_secret(
            [kept.phone, kept.mobile, *(one[name] for one in before for name in ("phone", "mobile"))],
            shown,
            lambda text: "".join(keys.numbers_of(text)),
        ),
        emails=_secret([kept.email, *(one["email"] for one in before)], shown, str.lower),
        school=kept.school,
        workplace=kept.workplace,
        others=kept.words.splitlines(),
        municipality=_municipality(),
        names=set(Person.objects.filter(case_id=kept.case_id).values_list("family_name", flat=True)),
    )
    with connection.cursor() as cursor:
        told = json.dumps([{"sort": one.sort, "pattern": one.pattern} for one in words], ensure_ascii=False)
        cursor.execute("SELECT people_set_words(%s, %s)", [kept.person_id, told])


def _secret(texts: Iterable[str | None], shown: set[str], folded: Any) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text and folded(text) not in shown]


def _municipality() -> str:
    return Municipality.objects.values_list("name", flat=True).first() or ""


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


def _words_obstacles(told: Mapping[str, str]) -> list[Obstacle]:
    return rules.hidden_words_obstacles(
        word for name in WORDS for word in (told.get(name) or "").splitlines() if word.strip()
    )


def _contact(state: PersonState) -> dict[str, str | None]:
    return {name: str(value) if (value := getattr(state, name)) is not None else None for name in KEPT}


def _told(rows: Any) -> set[str]:
    """The addresses, numbers and mail addresses of some persons or states, folded."""
    return {
        folded
        for row in rows
        for folded in (keys.place_of(row.address), *keys.numbers_of(row.phone, row.mobile), row.email.lower())
        if folded
    }


def _show(row: Person, **values: object) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    _find_again(row)


def _find_again(row: Person) -> None:
    """What the person is found and compared by, anew."""
    states = PersonState.objects.filter(person=row, replaced_at__isnull=True)
    keys.refresh(row, [vars(state) for state in states])
    matching.refresh(row)
