"""What a worker does to the members of a household: adding, changing from a day on, correcting (R-PEO-01)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.people import keys, matching, rules
from kasane.people.models import DATED, TIMELESS, ChangeReason, Person, PersonState, Standing
from kasane.people.timeline import Stretch, always, change, correct

FIELDS = (*DATED, *TIMELESS)
LEARNT = ("", ChangeReason.CORRECTED, ChangeReason.OTHER)
"""Without an event as the reason, what was empty before was not known yet; a move or a marriage begins something."""

CONTACT = ("address", "area_id", "phone", "mobile", "email")
"""What a protected person's row never holds, whatever a sheet says (R-DIS-09)."""


@transaction.atomic
def add_person(
    case_id: UUID, *, by: Actor, is_subject: bool = False, joined_on: date | None = None, **values: Any
) -> Person:
    """Adds 本人 (`is_subject=True`) or a household member to a case.

    `joined_on` is the first day on which they belong to it; without it they do on every past day.
    """
    person = Person(case_id=case_id, is_subject=is_subject, joined_on=joined_on, **_named(values))
    require(rules.day_obstacles(joined_on, today=today(), born=person.birth_date))
    person.save(force_insert=True)
    first = Stretch(joined_on, None, {name: getattr(person, name) for name in FIELDS})
    _write(person, [], [first], by=by, reason="")
    return person


@transaction.atomic
def correct_person(
    person: Person, *, by: Actor, version: int | None = None, on: date | None = None, **values: Any
) -> Person:
    """What the file said was wrong, or had not been known: replaced for all the days it was said to hold around `on`.

    What was thought before stays showable as it was known then (R-PEO-01). Raises StaleEdit when somebody else
    saved the person in between.
    """
    return _rewrite(person, by=by, version=version, day=on or today(), values=values, act=correct)


@transaction.atomic
def change_person(
    person: Person,
    *,
    by: Actor,
    since: date,
    version: int | None = None,
    reason: str = "",
    **values: Any,
) -> Person:
    """From the day `since` on these things are different; no day before it changes (R-PEO-01).

    What was empty before is taken as not known yet, not as having changed. Raises Forbidden for a day to come or
    before the person belonged to the household, StaleEdit as above.
    """
    row = Person.lock(person.pk, version=version)
    require(rules.day_obstacles(since, today=today(), born=row.birth_date, first=_first_day(row)))
    return _rewrite(row, by=by, version=None, day=since, values=values, act=change, reason=reason)


def timeline_of(person: Person) -> list[Stretch]:
    """What now holds of the person, stretch by stretch."""
    return [
        Stretch(row.since, row.until, {name: getattr(row, name) for name in FIELDS})
        for row in standing_states(person)
    ]


def standing_states(person: Person) -> list[PersonState]:
    return sorted(
        PersonState.objects.filter(person=person, replaced_at__isnull=True),
        key=lambda row: row.since or date.min,
    )


def _rewrite(
    person: Person,
    *,
    by: Actor,
    version: int | None,
    day: date,
    values: Mapping[str, Any],
    act: Any,
    reason: str = "",
) -> Person:
    row = Person.lock(person.pk, version=version)
    wanted = _named(values)
    if row.contact_is_protected:
        require(rules.protected_obstacles(told=any(wanted.get(name) for name in CONTACT)))
        wanted = {name: value for name, value in wanted.items() if name not in CONTACT}
    before = timeline_of(row)
    day = max(day, before[0].start or day)
    after = always(before, {name: wanted[name] for name in TIMELESS if name in wanted})
    known = next(one for one in after if one.holds_on(day)).values
    dated = {name: wanted[name] for name in DATED if name in wanted and wanted[name] != known[name]}
    learnt = {name: value for name, value in dated.items() if known[name] in ("", None) and reason in LEARNT}
    after = correct(after, day, learnt)
    after = act(after, day, {name: value for name, value in dated.items() if name not in learnt})
    if after == before:
        return row
    _write(row, before, after, by=by, reason=reason, at=day)
    return row


def _write(
    person: Person,
    before: Sequence[Stretch],
    after: Sequence[Stretch],
    *,
    by: Actor,
    reason: str,
    at: date | None = None,
) -> None:
    """Replaces the stretches that are no more, keeps the others, and shows the present on the person itself."""
    now = timezone.now()
    gone = [one for one in before if one not in after]
    rows = {row.valid.lower: row for row in standing_states(person)} if gone else {}
    for one in gone:
        PersonState.objects.filter(pk=rows[one.start].pk).update(replaced_at=now)
    PersonState.objects.bulk_create(
        _state(
            person,
            one,
            by=by,
            now=now,
            reason=(reason if at is not None and one.start == at else "") or _kept(rows, one),
        )
        for one in after
        if one not in before
    )
    present = next((one for one in after if one.holds_on(today())), after[-1])
    for name, value in present.values.items():
        setattr(person, name, value)
    if before:
        person.save_next()
    keys.refresh(person, [one.values for one in after])
    matching.refresh(person)


def _kept(rows: Mapping[date | None, PersonState], one: Stretch) -> str:
    """A stretch that begins where one began before keeps the reason of that beginning."""
    return rows[one.start].reason if one.start in rows else ""


def _state(person: Person, one: Stretch, *, by: Actor, now: datetime, reason: str) -> PersonState:
    return PersonState(
        person=person,
        case_id=person.case_id,
        kinds=person.kinds,
        valid=DateRange(one.start, one.end, "[)"),
        reason=reason,
        recorded_at=now,
        recorded_by=by.user,
        **one.values,
    )


def _named(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the names of the columns; sheets say 同居している as yes or no."""
    found = dict(values)
    if "area" in found:
        area = found.pop("area")
        found["area_id"] = area.pk if area else None
    if "lives_together" in found:
        together = found.pop("lives_together")
        found["standing"] = Standing.TOGETHER if together else Standing.APART
    return found


def _first_day(person: Person) -> date | None:
    states = standing_states(person)
    return states[0].since if states else None
