"""The person's answer about sharing, and taking it back (R-INT-01, R-DIS-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.choices import ALL_PURPOSES, ConsentAnswer, ConsentMethod
from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.holding.actions import keep_held
from kasane.cases.models import Case
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import Consent
from kasane.disclosure.rules import Statement
from kasane.intake import rules
from kasane.intake.actions.hop import stop_uncovered
from kasane.people.queries import subject_of


@dataclass(frozen=True)
class Said:
    """What the person answered, and how it was asked. `agencies=None`: every agency that support needs.

    `agencies` holds also those that were named by a word (`groups`); `chosen` those named one by one. `valid_until` is
    the first day on which the answer no longer holds; `given_by` and `tie` are the representative who gave it.
    """

    answer: str
    confirmed_on: date
    method: str = ""
    explained_by: str = ""
    agencies: tuple[UUID, ...] | None = None
    excluded: tuple[UUID, ...] = field(default=())
    kinds: int = int(SHAREABLE_KINDS)
    note: str = ""
    groups: tuple[str, ...] = ()
    chosen: tuple[UUID, ...] = ()
    purposes: int = ALL_PURPOSES
    valid_until: date | None = None
    given_by: str = ""
    tie: str = ""

    @property
    def by_representative(self) -> bool:
        return self.method == ConsentMethod.REPRESENTATIVE

    def statement(self, level: str) -> Statement:
        """The answer as the rules take it."""
        return Statement(
            id=new_id(),
            answer=self.answer,
            level=level,
            confirmed_on=self.confirmed_on,
            all_agencies=self.agencies is None,
            agencies=frozenset(self.agencies or ()),
            excluded=frozenset(self.excluded),
            kinds=self.kinds,
            valid_until=self.valid_until,
            withdrawn_on=None,
            purposes=self.purposes,
        )

    @property
    def representative(self) -> str:
        """「山形 正樹(長男)」, as it is kept."""
        if not self.by_representative:
            return ""
        name, tie = self.given_by.strip(), self.tie.strip()
        return f"{name}({tie})" if name and tie else name or tie


def answer_obstacles(said: Said, *, by: Actor) -> list[Obstacle]:
    """What the answer still lacks, and what it can not say (R-INT-01, R-DIS-01). The scope is asked of a yes alone."""
    found = rules.consent_obstacles(
        answer=said.answer,
        method=said.method,
        explained_by=said.explained_by,
        names_agencies=said.agencies is None or bool(said.agencies),
    )
    if said.answer != ConsentAnswer.AGREE:
        return found
    scope = rules.Scope(
        confirmed_on=said.confirmed_on,
        today=today(),
        own_agency=by.agency.id,
        chosen=said.chosen,
        excluded=said.excluded,
        purposes=said.purposes,
        valid_until=said.valid_until,
        by_representative=said.by_representative,
        given_by=said.given_by,
        tie=said.tie,
    )
    return [*found, *rules.scope_obstacles(scope)]


@transaction.atomic
def record_answer(case: Case, *, by: Actor, said: Said) -> Consent:
    """Keeps the person's answer; rights follow at once, and a つなぎ the answer no longer covers is taken back.

    Raises Forbidden when the agency does not work on the case or the answer is incomplete (R-INT-01).
    """
    require(rules.worker_obstacles(writes=cases.writes_in(case.id, by=by)))
    return keep_answer(case, by=by, said=said)


def keep_answer(case: Case, *, by: Actor, said: Said) -> Consent:
    """The answer itself, as a part of receiving or of asking again.

    What follows from it for the case is written first: by the answer the writer may lose sight of the case.
    """
    require(answer_obstacles(said, by=by))
    subject = subject_of(case.id)
    level, id = disclosure.level_of(case.id), new_id()
    cases.add_event(
        case.id,
        by=by,
        on=said.confirmed_on,
        code="consent",
        title=f"情報共有への同意: {ConsentAnswer(said.answer).label}",
        subject="consent",
        subject_id=id,
    )
    after = [*disclosure.statements_of(case.id), said.statement(level)]
    stop_uncovered(case.id, after, by=by, on=today())
    keep_held(case.id, after, by=by)
    return disclosure.record_consent(
        case.id,
        id=id,
        by=by,
        level=level,
        person_id=subject.id if subject else None,
        answer=said.answer,
        confirmed_on=said.confirmed_on,
        method=said.method,
        given_by=said.representative,
        explained_by=said.explained_by,
        agencies=said.agencies,
        groups=said.groups,
        excluded=said.excluded,
        kinds=said.kinds,
        purposes=said.purposes,
        valid_until=said.valid_until,
        note=said.note,
    )


@transaction.atomic
def withdraw_answer(case: Case, consent: Consent, *, by: Actor, on: date, note: str) -> None:
    """The person takes a consent back: other agencies lose sight at once, the proof stays (R-DIS-01).

    Raises Forbidden when the agency does not work on the case or the consent can not be taken back.
    """
    require(
        [
            *rules.worker_obstacles(writes=cases.writes_in(case.id, by=by)),
            *rules.withdrawal_obstacles(
                answer=consent.answer,
                confirmed_on=consent.confirmed_on,
                withdrawn_on=consent.withdrawn_on,
                on=on,
                today=today(),
            ),
        ]
    )
    cases.add_event(
        case.id,
        by=by,
        on=on,
        code="consent_withdrawn",
        title="情報共有への同意の撤回",
        body=note,
        subject="consent",
        subject_id=consent.id,
    )
    after = without(disclosure.statements_of(case.id), consent.id, on=on)
    stop_uncovered(case.id, after, by=by, on=on)
    keep_held(case.id, after, by=by)
    disclosure.withdraw_consent(consent, on=on, note=note)


def without(statements: Sequence[Statement], consent_id: UUID, *, on: date) -> list[Statement]:
    """What the person said, when this consent is taken back on that day."""
    return [replace(one, withdrawn_on=on) if one.id == consent_id else one for one in statements]
