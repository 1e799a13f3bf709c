"""What screens read about people. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from kasane.people.models import Person


def household(case_id: UUID) -> list[Person]:
    """本人 first, then the members by age."""
    return list(Person.objects.filter(case_id=case_id).select_related("area"))


def subject_of(case_id: UUID) -> Person | None:
    return Person.objects.filter(case_id=case_id, is_subject=True).first()


def households(case_ids: Iterable[UUID]) -> dict[UUID, list[Person]]:
    """The households of many cases in one query."""
    found: dict[UUID, list[Person]] = defaultdict(list)
    for person in Person.objects.filter(case_id__in=list(case_ids)):
        found[person.case_id].append(person)
    return found


def cases_named(words: Sequence[str], below: UUID | None, most: int) -> tuple[list[UUID], bool]:
    """Ids of the viewer's cases in which somebody's name holds every word, newest first below a key.

    With whether there may be more below them. A word is a part of a name in kanji or kana.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_cases_named(%s, %s, %s)", [list(words), below, most])
        found = [row[0] for row in cursor.fetchall()]
    return found, len(found) == most
