"""Gathers what the rules of the household ask about (R-PEO-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kasane.base.choices import ConsentAnswer
from kasane.base.dates import today
from kasane.cases.household.plans import plan_of
from kasane.cases.household.rules import Dependence, Facts, FollowUp, Someone, StepKind, Waiting, follow_ups
from kasane.cases.household.words import CARES, called, other_end
from kasane.cases.models import Case, Task, TaskKind
from kasane.disclosure.api import consents_of, said
from kasane.people.models import PersonState, Standing, Tie
from kasane.people.queries import household_on, ties_on

_CONTACTS = (TaskKind.CONTACT, TaskKind.MONITORING)


def expected(case: Case, kind: StepKind, who: Sequence[UUID], *, on: date, to: str = "") -> list[FollowUp]:
    """What would follow if these people died, left or moved out on this day. At most six queries."""
    return follow_ups(facts_of(case, kind, who, on=on, to=to))


def facts_of(case: Case, kind: StepKind, who: Sequence[UUID], *, on: date, to: str = "") -> Facts:
    """The household and its ties as they are on the day of the step, the plan and the tasks as they are now."""
    states = [s for s in household_on(case.id, on) if s.person_id in who or _alive(s, on)]
    names = {s.person_id: called(s, subject=s.person.is_subject) for s in states}
    here = [_someone(s, names[s.person_id], on) for s in states]
    return Facts(
        kind=kind,
        who=tuple(one for one in here if one.id in who),
        others=tuple(one for one in here if one.id not in who),
        dependences=tuple(
            _dependence(tie, names)
            for tie in ties_on(case.id, on)
            if tie.kind in CARES and _to_living(tie, names)
        ),
        plan=plan_of(case.id),
        waiting=tuple(
            Waiting(task.agency_id, task.what)
            for task in Task.objects.filter(case=case, done_on__isnull=True, kind__in=_CONTACTS)
        ),
        with_coordination=case.applied_on is not None,
        agreed=said(consents_of(case.id), on=today()) == ConsentAnswer.AGREE,
        to=to,
    )


def _alive(state: PersonState, on: date) -> bool:
    return state.is_alive(on) and state.standing != Standing.LEFT


def _to_living(tie: Tie, names: dict[UUID, str]) -> bool:
    """Nobody needs to take over for somebody who has died or left."""
    return tie.other_person_id is None or tie.other_person_id in names


def _someone(state: PersonState, words: str, on: date) -> Someone:
    return Someone(
        id=state.person_id,
        called=words,
        family=state.family_name,
        given=state.given_name,
        relation=state.relation,
        is_subject=state.person.is_subject,
        age=state.age(on),
        together=state.lives_together,
    )


def _dependence(tie: Tie, names: dict[UUID, str]) -> Dependence:
    return Dependence(
        giver=tie.person_id,
        kind=tie.kind,
        whom=other_end(tie, names),
        to=tie.other_person_id,
        words=tie.note,
        kinds=tie.kinds,
    )
