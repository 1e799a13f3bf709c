"""What several sheets are filled in with: the town, 本人, agencies by name, who signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from kasane.agencies import profile
from kasane.agencies.models import Agency, User
from kasane.base.choices import Sex
from kasane.base.dates import wareki
from kasane.coordination.choices import Signature
from kasane.people.models import Person
from kasane.sheets.document import Option
from kasane.sheets.paper.town import Town, of

_M = TypeVar("_M", bound=Model)

SEXES: tuple[Option, ...] = tuple(Sex.choices)
YES_NO: tuple[Option, ...] = (("yes", "あり"), ("no", "なし"))


def town() -> Town:
    """The town with its own words, names and numbers of the sheets."""
    return of(profile.current())


def wanted(rows: QuerySet[_M], row_id: UUID | None) -> _M | None:
    """The row that is asked for, or the first."""
    return (rows if row_id is None else rows.filter(pk=row_id)).first()


def subject_in(people: Iterable[Person]) -> Person | None:
    """本人 among the household."""
    return next((person for person in people if person.is_subject), None)


def birth_words(person: Person | None, on: date) -> str | None:
    """The birthday and the age on a day."""
    if person is None:
        return None
    age = person.age(on)
    words = f"({age}歳)" if age is not None else ""
    return f"{wareki(person.birth_date)}{words}" or None


def phone_words(person: Person | None) -> str | None:
    """The numbers to call."""
    return None if person is None else " / ".join(filter(None, [person.phone, person.mobile]))


def agency_names(ids: Iterable[UUID]) -> list[str]:
    """Agencies by name, in the order of the town."""
    found = list(ids)
    return list(Agency.objects.filter(pk__in=found).values_list("name", flat=True)) if found else []


def writer(agency: Agency, author: User) -> str:
    """「機関 氏名」"""
    return f"{agency.name} {author.name}"


def signed(signature: str, name: str, reason: str, subject: Person | None) -> dict[str, str | None]:
    """The signature block: 本人's own name, and who wrote it for them and why."""
    own = signature == Signature.SELF
    return {
        "signer": name if own else (subject.name if subject else None),
        "proxy": None if own or not signature else signature,
        "proxy_name": None if own else name,
        "proxy_reason": reason,
    }
