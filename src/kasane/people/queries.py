"""What screens read about people. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kasane.base.dates import end_of_day
from kasane.people.models import Person, PersonState, Standing, Tie


def household(case_id: UUID) -> list[Person]:
    """本人 first, then the members as they are today: without those who left or died, by age."""
    return list(_present(Person.objects.filter(case_id=case_id)).select_related("area"))


def everyone(case_id: UUID) -> list[Person]:
    """本人 and all who ever belonged to the household."""
    return list(Person.objects.filter(case_id=case_id).select_related("area"))


def subject_of(case_id: UUID) -> Person | None:
    return Person.objects.filter(case_id=case_id, is_subject=True).first()


def households(case_ids: Iterable[UUID]) -> dict[UUID, list[Person]]:
    """The households of many cases in one query."""
    found: dict[UUID, list[Person]] = defaultdict(list)
    for person in _present(Person.objects.filter(case_id__in=list(case_ids))):
        found[person.case_id].append(person)
    return found


def household_on(
    case_id: UUID, day: date, *, known_on: date | None = None, with_left: bool = False
) -> list[PersonState]:
    """The household as it was on a day, 本人 first (R-PEO-01). One query.

    As now known, or with `known_on` as the file said at the end of that day. Who was not born yet is not there; the
    dead are, and `is_alive` tells. With `with_left` those who had left too.
    """
    rows = _known(PersonState.objects.filter(case_id=case_id, valid__contains=day), known_on)
    return on_day(rows.select_related("person", "area"), day, with_left=with_left)


def on_day(states: Iterable[PersonState], day: date, *, with_left: bool = False) -> list[PersonState]:
    """Of stretches of days those that hold on `day`, as `household_on` gives them. No query."""
    found = [
        state
        for state in states
        if (state.since is None or state.since <= day)
        and (state.until is None or day < state.until)
        and (state.birth_date is None or state.birth_date <= day)
        and (with_left or state.standing != Standing.LEFT or state.person.is_subject)
    ]
    return sorted(found, key=lambda s: (not s.person.is_subject, s.birth_date or date.max, s.person_id))


def history(case_id: UUID) -> dict[UUID, list[PersonState]]:
    """All that now holds of each person of a case, in order of time. One query."""
    found: dict[UUID, list[PersonState]] = defaultdict(list)
    rows = PersonState.objects.filter(case_id=case_id, replaced_at__isnull=True).select_related("recorded_by")
    for row in sorted(rows, key=lambda state: state.since or date.min):
        found[row.person_id].append(row)
    return found


def all_states(case_id: UUID) -> list[PersonState]:
    """Every stretch of everybody of a case, also those replaced since, in order of time. One query.

    With `known` and `on_day` a page that shows several days at once asks no more.
    """
    rows = PersonState.objects.filter(case_id=case_id).select_related("person", "area", "recorded_by")
    return sorted(rows, key=lambda state: (state.since or date.min, state.recorded_at))


def known(states: Iterable[PersonState], known_on: date | None = None) -> list[PersonState]:
    """Of all stretches those that stand now, or (with `known_on`) that stood at the end of that day. No query."""
    if known_on is None:
        return [state for state in states if state.replaced_at is None]
    moment = end_of_day(known_on)
    return [
        state
        for state in states
        if state.recorded_at <= moment and (state.replaced_at is None or state.replaced_at > moment)
    ]


def ties_on(case_id: UUID, day: date | None, *, known_on: date | None = None) -> list[Tie]:
    """The ties of a household that hold on a day (None: all that ever held), as now known or as known then."""
    rows = _known(Tie.objects.filter(case_id=case_id), known_on)
    if day is not None:
        rows = rows.filter(valid__contains=day)
    return list(rows.select_related("person", "other_person", "other_agency"))


def present(states: Iterable[PersonState], day: date) -> list[Person]:
    """The people `household` answers, out of the stretches that stand now. No query."""
    return [
        state.person
        for state in on_day(states, day)
        if state.person.is_subject or state.person.died_on is None
    ]


def _present(rows: QuerySet[Person]) -> QuerySet[Person]:
    return rows.filter(Q(is_subject=True) | ~Q(standing=Standing.LEFT) & Q(died_on__isnull=True))


def _known(rows: QuerySet, known_on: date | None) -> QuerySet:
    if known_on is None:
        return rows.filter(replaced_at__isnull=True)
    moment = end_of_day(known_on)
    return rows.filter(Q(replaced_at__isnull=True) | Q(replaced_at__gt=moment), recorded_at__lte=moment)
