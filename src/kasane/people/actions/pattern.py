"""What is pointed out is kept, and what a worker says to it (R-PEO-03)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.disclosure.access import writable_kinds
from kasane.people.models import Pattern
from kasane.people.patternfacts import read_households
from kasane.people.patterns import Household, patterns_by_kinds
from kasane.people.patterns import Pattern as Found
from kasane.people.patterns.reconcile import reconcile
from kasane.people.patterns.rules import answer_obstacles, take_back_obstacles

DERIVED = ("certainty", "persons", "reasons", "missing", "until", "checked_on")


_later: ContextVar[bool] = ContextVar("patterns_later", default=False)


@contextmanager
def all_at_once() -> Iterator[None]:
    """Within this block nothing is worked out case by case; who opens it works all cases out at its end."""
    token = _later.set(True)
    try:
        yield
    finally:
        _later.reset(token)


@transaction.atomic
def refresh(case_id: UUID, *, by: Actor, on: date | None = None) -> None:
    """Brings the patterns of a case up to date: called after its household, ties, issues or reception changed.

    As far as the actor works with its kinds of data; the rest follows in the night. Whoever only reads writes nothing.
    About eight statements.
    """
    known = 0 if _later.get() else writable_kinds(case_id, by=by)
    if known:
        keep(read_households([case_id], on=on or today()), [case_id], on=on or today(), known=known)


def keep(
    homes: Mapping[UUID, Household],
    case_ids: Sequence[UUID],
    *,
    on: date,
    known: int | None = None,
    using: str = "default",
) -> int:
    """Writes what the households show on a day; answers how many patterns they show. The caller holds the transaction.

    With `known`, rows beyond those kinds are neither worked out nor touched. At most six statements for any number
    of cases. `homes` may lack cases of which no person is left: what stood for them ends.
    """
    within = Q() if known is None else Q(kinds__in=_sets_within(known))
    rows = Pattern.objects.using(using).filter(within, case_id__in=case_ids)
    standing: dict[UUID, list[Pattern]] = {case_id: [] for case_id in case_ids}
    for row in rows.filter(Q(until__isnull=True) | Q(until=on)):
        standing[row.case_id].append(row)
    new, changed, same, dropped, count = [], [], [], [], 0
    for case_id in case_ids:
        found = patterns_by_kinds(homes[case_id], known=known) if case_id in homes else []
        count += len({one.code for one in found})
        changes = reconcile(standing[case_id], found, on)
        new += [_row(case_id, one, on) for one in changes.new]
        changed += [_renewed(row, one, on) for row, one in changes.changed]
        changed += [_ended(row, on) for row in changes.ended]
        same += [row.pk for row in changes.same if row.checked_on != on]
        dropped += [row.pk for row in changes.dropped]
    objects = Pattern.objects.using(using)
    if dropped:
        objects.filter(pk__in=dropped, answered_on__isnull=True).delete()
    if changed:
        objects.bulk_create(changed, update_conflicts=True, unique_fields=["id"], update_fields=DERIVED)
    if same:
        objects.filter(pk__in=same).update(checked_on=on)
    objects.bulk_create(new, ignore_conflicts=True)  # somebody else may have just found the same
    return count


@transaction.atomic
def answer(pattern: Pattern, *, by: Actor, why: str, is_open: bool, on: date | None = None) -> None:
    """A worker says that a pattern does not apply (R-PEO-03). It is kept, shown quietly, and counted no more.

    It holds for all that the pattern shows with fewer kinds of data too; there the reason is left out, for it may
    speak of what those who see less may not know. Raises Forbidden.
    """
    row = Pattern.objects.select_for_update().get(pk=pattern.pk)
    mine = writable_kinds(row.case_id, by=by)
    require(
        answer_obstacles(
            why=why,
            is_open=is_open,
            writes=not row.kinds & ~mine,
            ended=row.until is not None,
            answered=row.is_answered,
        )
    )
    values = {"answered_on": on or today(), "answered_by": by.user, "answered_for": by.agency}
    _faces(row).filter(answered_on__isnull=True, kinds__in=_sets_within(row.kinds)).exclude(pk=row.pk).update(
        **values
    )
    Pattern.objects.filter(pk=row.pk).update(answer=why.strip(), **values)


@transaction.atomic
def take_back(pattern: Pattern, *, by: Actor, is_open: bool) -> None:
    """The answer is taken back, on every face of the pattern it was given for; the log keeps it. Raises Forbidden."""
    row = Pattern.objects.select_for_update().get(pk=pattern.pk)
    mine = writable_kinds(row.case_id, by=by)
    require(
        take_back_obstacles(
            is_open=is_open,
            writes=not row.kinds & ~mine,
            ended=row.until is not None,
            answered=row.is_answered,
        )
    )
    same = _faces(row).filter(answered_on=row.answered_on, answered_by_id=row.answered_by_id)
    same.filter(kinds__in=_sets_within(mine)).update(
        answer="", answered_on=None, answered_by=None, answered_for=None
    )


def _faces(row: Pattern) -> QuerySet[Pattern]:
    """The rows in which the same pattern of the same case stands now."""
    return Pattern.objects.filter(case_id=row.case_id, code=row.code, until__isnull=True)


def _sets_within(kinds: int) -> list[int]:
    """Every set of kinds that `kinds` covers: at most 64."""
    return [one for one in range(kinds + 1) if not one & ~kinds]


def _row(case_id: UUID, one: Found, on: date) -> Pattern:
    return Pattern(case_id=case_id, code=one.code, kinds=one.kinds, since=on, **_values(one, on))


def _values(one: Found, on: date) -> dict[str, object]:
    return {
        "certainty": one.certainty,
        "persons": [UUID(person) for person in one.persons],
        "reasons": list(one.reasons),
        "missing": list(one.missing),
        "checked_on": on,
    }


def _renewed(row: Pattern, one: Found, on: date) -> Pattern:
    for name, value in {**_values(one, on), "until": None}.items():
        setattr(row, name, value)
    return row


def _ended(row: Pattern, on: date) -> Pattern:
    row.until, row.checked_on = max(on, row.since), on
    return row
