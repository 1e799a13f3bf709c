"""One of each register on a case, for tests that ask about every page and table."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.intake.housing import actions as housing
from kasane.intake.maternity import actions as maternity
from kasane.intake.rights import actions as rights
from kasane.people.queries import subject_of


def registers_of(case: Case, *, by: Actor) -> dict[str, list[Any]]:
    """What names them in an address: a route with its steps, an entry with a plan, a benefit with its term."""
    person = subject_of(case.id)
    assert person is not None
    day = today()
    route = rights.start(
        case, by=by, person=person, kind="mayor_petition", on=day, reason="支払いができず、親族もいない。"
    )
    entry = maternity.enter(
        case,
        by=by,
        person=person,
        on=day,
        due_on=day + timedelta(weeks=20),
        need="continued",
        need_reason="ひとり",
    )
    plan = maternity.make_plan(
        entry, by=by, items=[{"what": "訪問", "who": "保健師", "when": "毎月"}], made_on=day, wishes="元気な子を",
        issues="夜がこわい", goals="眠れる", with_person=True, without_reason="", review_on=day + timedelta(days=30),
    )  # fmt: skip
    benefit = housing.receive(
        case, by=by, person=person, received_on=day, ground="left_work", lost_on=day, household_size=2, rent=45_000,
        income=0, savings=0, papers=list(housing.PAPERS),
    )  # fmt: skip
    housing.send(benefit, by=by, on=day, sent_to="県の福祉事務所")
    benefit = housing.decide(benefit, by=by, granted=True, decided_on=day, starts_on=day)
    return {
        "rights_route_id": [route.pk],
        "rights_step_id": [step.pk for step in route.steps.all()],
        "maternity_entry_id": [entry.pk],
        "maternity_talk_id": [talk.pk for talk in entry.talks.all()],
        "support_plan_id": [plan.pk],
        "housing_benefit_id": [benefit.pk],
        "housing_term_id": [term.pk for term in benefit.terms.all()],
    }
