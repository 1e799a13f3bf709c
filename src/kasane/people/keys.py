"""Folded forms of a person, written beside the person so that it can be found and compared (R-PEO-02)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kasane.base.names import digits, fold, fold_address, fold_kana, sound, town_block
from kasane.people.models import Person, PersonKey
from kasane.people.protectedwords import unmarked

_DERIVED = tuple(field.name for field in PersonKey._meta.fields if not field.primary_key)


def key_values(person: Any, states: Iterable[Mapping[str, Any]] = ()) -> dict[str, Any]:
    """The columns of the key of a person; `states` are all the values that ever held, for names borne before."""
    present = _names(vars(person))
    former = [one for one in map(_names, states) if one != present]
    return {
        "case_id": person.case_id,
        "kinds": person.kinds,
        "family": present[0],
        "given": present[1],
        "family_kana": fold_kana(person.family_kana),
        "given_kana": fold_kana(person.given_kana),
        "family_sound": present[2],
        "given_sound": present[3],
        "former": _once(one[0] + one[1] for one in former),
        "former_sound": _once(one[2] + one[3] for one in former),
        "sex": person.sex,
        "birth_date": person.birth_date,
        "birth_year": _birth_year(person),
        "address": place_of(person.address),
        "town": town_block(unmarked(person.address)),
        "phones": _once(numbers_of(person.phone, person.mobile)),
    }


def refresh(person: Person, states: Iterable[Mapping[str, Any]] = ()) -> None:
    """Writes the key anew. One statement."""
    PersonKey.objects.bulk_create(
        [PersonKey(person=person, **key_values(person, states))],
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=_DERIVED,
    )


def place_of(address: str) -> str:
    return fold_address(unmarked(address))


def numbers_of(*phones: str) -> list[str]:
    """The digits of each number that was given."""
    return [number for number in map(digits, phones) if number]


def _names(values: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return (
        fold(values["family_name"]),
        fold(values["given_name"]),
        sound(fold_kana(values["family_kana"])),
        sound(fold_kana(values["given_kana"])),
    )


def _birth_year(person: Any) -> int | None:
    if person.birth_date or person.stated_age is None:
        return None
    told_on = person.stated_age_on or person.created_at
    return told_on.year - person.stated_age


def _once(parts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))
