"""The facts of many households, read for the rules of `people.patterns` (R-PEO-03).

Persons and ties are read here. What the works know (issues, topics, care levels) is brought by readers that they, or
portal for them, register once at start: people lies below the works and does not know their tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from kasane.people.models import KIN_KINDS, Person, Standing, TieKind
from kasane.people.models import Tie as TieRow
from kasane.people.patterns import CARE_LEVEL, Household, Mark, Member, Tie

MarkReader = Callable[[Sequence[UUID], str], Iterable[tuple[UUID, Mark]]]
"""From case ids and the database alias to marks, each with its case. As few queries as it can, however many cases."""

_readers: dict[str, MarkReader] = {}
_TIES = [*KIN_KINDS, TieKind.CARE, TieKind.MONEY]


def register(name: str, reader: MarkReader) -> None:
    """Makes a work's part of the facts known. Called when the program starts; the same name replaces."""
    _readers[name] = reader


def read_households(case_ids: Sequence[UUID], *, on: date, using: str = "default") -> dict[UUID, Household]:
    """The households of these cases as they are on a day, as far as the viewer of the connection may see them.

    Two queries and those of the readers. A case without a visible person is left out.
    """
    members: dict[UUID, list[Member]] = defaultdict(list)
    for person in Person.objects.using(using).filter(case_id__in=case_ids):
        members[person.case_id].append(_member(person))
    ties: dict[UUID, list[Tie]] = defaultdict(list)
    rows = TieRow.objects.using(using).filter(case_id__in=case_ids, kind__in=_TIES, replaced_at__isnull=True)
    for row in rows:
        ties[row.case_id].append(_tie(row))
    marks: dict[UUID, list[Mark]] = defaultdict(list)
    for reader in _readers.values():
        for case_id, mark in reader(case_ids, using):
            marks[case_id].append(mark)
    return {
        case_id: Household(on, tuple(people), tuple(ties[case_id]), _of_known(people, marks[case_id], on))
        for case_id, people in members.items()
    }


def _of_known(people: Sequence[Member], marks: Sequence[Mark], on: date) -> tuple[Mark, ...]:
    """Marks of present people, and of none. A care level without a person is that of 本人, of whom the sheet tells."""
    subject = next((one.id for one in people if one.subject), "")
    named = (
        replace(mark, person=subject) if mark.sheet == CARE_LEVEL and not mark.person else mark
        for mark in marks
    )
    known = {one.id for one in people if one.is_present(on)} | {""}
    return tuple(mark for mark in named if mark.person in known)


def _member(person: Person) -> Member:
    return Member(
        id=str(person.pk),
        relation=person.relation,
        sex=person.sex,
        birth=person.birth_date,
        stated_age=person.stated_age,
        stated_on=person.stated_age_on,
        died_on=person.died_on,
        subject=person.is_subject,
        together=person.standing == Standing.TOGETHER or person.is_subject,
        left=person.standing == Standing.LEFT,
        joined_on=person.joined_on,
        occupation=person.occupation,
        note=person.note,
        kinds=person.kinds,
    )


def _tie(row: TieRow) -> Tie:
    return Tie(
        kind=row.kind,
        left=str(row.person_id),
        right=str(row.other_person_id) if row.other_person_id else "",
        label=row.other_label,
        note=row.note,
        since=row.since,
        until=row.until,
        kinds=row.kinds,
    )
