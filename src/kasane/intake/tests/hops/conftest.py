"""A case at the desk of the worker, and a つなぎ to two at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions
from kasane.intake.models import Referral
from kasane.intake.tests.factories import case_of, receive, refer


@pytest.fixture
def case(cast) -> Case:
    with acting_as(cast.worker):
        return case_of(receive(cast.worker))


@pytest.fixture
def both(cast, case) -> tuple[Referral, Referral]:
    """One sheet to 社協 and to the disability centre, sent nine days ago."""
    with acting_as(cast.worker):
        first = refer(
            case,
            by=cast.worker,
            to=cast.participation.agency,
            also=[cast.disability.agency],
            on=days_ago(9),
        )
        second = Referral.objects.get(receiver=cast.disability.agency)
    return first, second


def days_ago(days: int) -> date:
    return today() - timedelta(days=days)


def give(row: Referral, by: Actor, answer: str = "accepted", **values) -> Referral:
    with acting_as(by):
        now = Referral.objects.get(pk=row.pk)
        on = values.pop("on", today())
        return actions.answer(now, by=by, version=now.version, on=on, answer=answer, **values)
