"""What a worker records about a household on the case page, and what it sets going (R-PEO-01)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden, require
from kasane.cases import actions as cases
from kasane.cases import rules as case_rules
from kasane.cases.household import obstacles
from kasane.cases.household.facts import expected
from kasane.cases.household.rules import FollowUp, StepKind
from kasane.cases.household.words import called
from kasane.cases.models import Case, Event, Task, TaskKind
from kasane.disclosure.access import writable_kinds
from kasane.people import actions as people
from kasane.people.actions.pattern import refresh
from kasane.people.models import TIE_DATA_KINDS, ChangeReason, Person, Standing, Tie

SOURCE = "household"
DIED = "person_died"
BASIC = int(DataKind.BASIC)


P = ParamSpec("P")
R = TypeVar("R")


def kept(act: Callable[P, R]) -> Callable[P, R]:
    """One transaction for an act on a case, after which the patterns of its household are read anew (R-PEO-03)."""

    @wraps(act)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        case, by = args[0], kwargs["by"]
        assert isinstance(case, Case) and isinstance(by, Actor)
        with transaction.atomic():
            answer = act(*args, **kwargs)
            refresh(case.id, by=by)
        return answer

    return done


def may_write(case: Case, *, by: Actor, kinds: int = BASIC) -> None:
    """Raises Forbidden for a closed case, for who does not work on it, and for kinds not shared (R-DIS-01, R-DIS-04)."""
    writable = writable_kinds(case.id, by=by)
    require(case_rules.write_obstacles(is_open=case.is_open, writable=writable, kinds=kinds, case_id=case.id))


@kept
def join(case: Case, *, by: Actor, joined_on: date | None, **values: Any) -> Person:
    """Somebody belongs to the household, from `joined_on` or as far back as is known (R-PEO-01)."""
    may_write(case, by=by)
    person = people.add_person(case.id, by=by, joined_on=joined_on, **values)
    _tell(case, person, by=by, code="person_joined", what="を世帯の人に加えた", on=joined_on)
    return person


@kept
def change(
    case: Case,
    person: Person,
    *,
    by: Actor,
    version: int | None,
    since: date,
    reason: str = "",
    values: Mapping[str, Any],
) -> list[FollowUp]:
    """From `since` on these things are different; answers what follows when somebody left (R-PEO-01).

    Raises Forbidden for a day that can not be, StaleEdit when somebody else saved the person in between.
    """
    may_write(case, by=by)
    before = person.standing
    after = str(values.get("standing", before))
    gone = _goes(before, after)
    follow = expected(case, StepKind.LEFT, [person.pk], on=since) if gone else []
    version = _at_home_before(person, by=by, version=version) if "address" in values else version
    row = people.change_person(person, by=by, version=version, since=since, reason=reason, **values)
    if gone:
        what = "が世帯を離れた" if after == Standing.LEFT else "が別に暮らすことになった"
        _set_going(
            case, follow, by=by, event=_tell(case, row, by=by, code="person_left", what=what, on=since)
        )
    elif _goes(after, before):
        _tell(case, row, by=by, code="person_returned", what="が世帯に戻った", on=since)
    elif reason in (ChangeReason.MOVED, ChangeReason.MOVED_IN, ChangeReason.FACILITY):
        word = ChangeReason(reason).label
        _tell(case, row, by=by, code="person_moved", what=f" — {word}", on=since)
    return follow


def leaves(person: Person, values: Mapping[str, Any]) -> bool:
    """Whether a change takes somebody out of the house or the household."""
    return _goes(person.standing, str(values.get("standing", person.standing)))


_ORDER = {Standing.TOGETHER.value: 0, Standing.APART.value: 1, Standing.LEFT.value: 2}


def _goes(before: str, after: str) -> bool:
    return _ORDER[after] > _ORDER[before]


@kept
def correct(
    case: Case,
    person: Person,
    *,
    by: Actor,
    version: int | None,
    on: date | None = None,
    values: Mapping[str, Any],
) -> Person:
    """What the file said was wrong. Taking a death back also takes back what it had set going (R-PEO-01)."""
    may_write(case, by=by)
    was_dead = person.died_on is not None
    row = people.correct_person(person, by=by, version=version, on=on, **values)
    if was_dead and row.died_on is None:
        for event in Event.objects.filter(case=case, code=DIED, subject_id=person.pk):
            cases.complete_tasks(case.id, by=by, on=today(), source_id=event.id)
        _tell(case, row, by=by, code="person_lives", what="が亡くなったという記録を取り消した", on=None)
    return row


@kept
def record_death(
    case: Case, person: Person, *, by: Actor, version: int | None, died_on: date
) -> list[FollowUp]:
    """Somebody has died; the tasks that follow go to 今日やること, nothing is decided (R-PEO-01)."""
    may_write(case, by=by)
    require(obstacles.death_obstacles(already=person.died_on is not None))
    follow = expected(case, StepKind.DEATH, [person.pk], on=died_on)
    row = people.change_person(
        person, by=by, version=version, since=died_on, reason=ChangeReason.DEATH, died_on=died_on
    )
    _set_going(case, follow, by=by, event=_tell(case, row, by=by, code=DIED, what="が亡くなった", on=died_on))
    return follow


@kept
def record_moving_out(
    case: Case,
    movers: Sequence[tuple[Person, int | None]],
    *,
    by: Actor,
    moved_on: date,
    to: str = "",
    address: str = "",
    standing: str = Standing.APART,
) -> list[FollowUp]:
    """One or several people move out of the town together (R-PEO-01). `movers`: each with the version on the screen.

    When all who live together go with 本人, they still live together; else `standing` says what the movers are to
    the household, 本人 always being part of it.
    """
    may_write(case, by=by)
    going = [person for person, _ in movers]
    if any(person.contact_is_protected for person in going):
        to = address = ""  # where a protected person went is told nowhere (R-DIS-09)
    follow = expected(case, StepKind.MOVED_OUT, [one.pk for one in going], on=moved_on, to=to)
    whole = moves_whole(case, going)
    # 本人 last: until then those without an address of their own still read theirs from 本人.
    for person, version in sorted(movers, key=lambda mover: mover[0].is_subject):
        values: dict[str, Any] = {
            "address": address or (f"{to}(転出先)" if to else person.address),
            "area": None,
        }
        if not whole:
            values["standing"] = Standing.APART if person.is_subject else standing
        version = _at_home_before(person, by=by, version=version)
        people.change_person(
            person, by=by, version=version, since=moved_on, reason=ChangeReason.MOVED_OUT, **values
        )
    event = None
    for person in going:
        event = _tell(case, person, by=by, code="person_moved_out", what="が町外へ転出した", on=moved_on)
    if event:
        _set_going(case, follow, by=by, event=event)
    return follow


def _at_home_before(person: Person, *, by: Actor, version: int | None) -> int | None:
    """Who lived together without an address of their own had that of 本人: said before they move, lest the new
    address be taken for one not known till now and held for earlier days (R-PEO-01). Answers the version to go on from.
    """
    is_home = person.standing == Standing.TOGETHER and not person.contact_is_protected
    if person.address or person.is_subject or not is_home:
        return version
    home = (
        Person.objects.filter(case=person.case_id, is_subject=True).values_list("address", flat=True).first()
    )
    if not home:
        return version
    return people.correct_person(person, by=by, version=version, address=home).version


def moves_whole(case: Case, going: Sequence[Person]) -> bool:
    """Whether everybody who lives with 本人 goes along with 本人."""
    ids = {person.pk for person in going}
    staying = Person.objects.filter(case=case, standing=Standing.TOGETHER, died_on__isnull=True).exclude(
        pk__in=ids
    )
    return any(person.is_subject for person in going) and not staying.exists()


@kept
def add_tie(case: Case, person: Person, *, by: Actor, kind: str, **values: Any) -> Tie:
    """A tie of somebody of the household. Raises Forbidden, among others for kinds of data not shared (R-DIS-04)."""
    may_write(case, by=by, kinds=tie_kinds(kind))
    other = {name: values.get(name) for name in ("other_person", "other_agency")}
    standing = Tie.objects.filter(
        case=case,
        person=person,
        kind=kind,
        replaced_at__isnull=True,
        valid__upper_inf=True,
        other_label=values.get("other_label", ""),
        **other,
    )
    require(obstacles.duplicate_obstacles(already=standing.exists()))
    return people.add_tie(person, by=by, kind=kind, **values)


@kept
def change_tie(case: Case, tie: Tie, *, by: Actor, since: date, strength: str, note: str) -> Tie:
    """From a day on the tie is stronger, weaker or about something else."""
    may_write(case, by=by, kinds=tie.kinds)
    try:
        return people.change_tie(tie, by=by, since=since, strength=strength, note=note)
    except StaleEdit:
        raise Forbidden(obstacles.moved_on_obstacles()) from None


@kept
def end_tie(case: Case, tie: Tie, *, by: Actor, on: date) -> Tie:
    """The tie holds no more from a day on."""
    may_write(case, by=by, kinds=tie.kinds)
    try:
        return people.end_tie(tie, by=by, on=on)
    except StaleEdit:
        raise Forbidden(obstacles.moved_on_obstacles()) from None


@kept
def withdraw_tie(case: Case, tie: Tie, *, by: Actor) -> None:
    """The tie was recorded by mistake."""
    may_write(case, by=by, kinds=tie.kinds)
    try:
        people.withdraw_tie(tie, by=by)
    except StaleEdit:
        raise Forbidden(obstacles.moved_on_obstacles()) from None


def tie_kinds(kind: str) -> int:
    return int(TIE_DATA_KINDS.get(kind, DataKind.BASIC))


def _tell(case: Case, person: Person, *, by: Actor, code: str, what: str, on: date | None) -> Event:
    """One step on the course, without any address: of a protected person it may say nothing (R-DIS-09)."""
    return cases.add_event(
        case.id,
        by=by,
        code=code,
        title=f"{called(person, subject=person.is_subject)}{what}",
        on=on,
        kinds=BASIC,
        subject="person",
        subject_id=person.pk,
    )


def _set_going(case: Case, follow: Sequence[FollowUp], *, by: Actor, event: Event) -> None:
    """Each follow-up once: what already waits is not asked for again."""
    waiting = set(Task.objects.filter(case=case, done_on__isnull=True).values_list("what", flat=True))
    for one in follow:
        if one.what in waiting:
            continue
        agency = _agency(case, one)
        cases.add_task(
            case.id,
            agency=agency,
            kind=TaskKind.OTHER,
            what=one.what,
            due_on=today() + timedelta(days=one.days),
            since=today(),
            is_urgent=one.urgent,
            kinds=one.kinds,
            source=SOURCE,
            source_id=event.id,
        )


def _agency(case: Case, one: FollowUp) -> Agency:
    if one.agency_id is None or one.agency_id == case.responsible_agency_id:
        return case.responsible_agency
    return Agency.objects.get(pk=one.agency_id)
