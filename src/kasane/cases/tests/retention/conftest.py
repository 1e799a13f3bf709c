"""Closed files whose time is up, and one whose time is not."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.cases.models import ClosedAs
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person

LONG_AGO = date(2019, 6, 3)


@pytest.fixture
def closed(cast):
    """`closed()` answers a file closed long ago; `closed(on=day)` one closed on a day."""

    def make(*, on: date = LONG_AGO, by=cast.worker):
        with acting_as(by):
            case = cases.open_case(by=by, on=date(2019, 4, 1))
            add_person(case.id, by=by, family_name="玖珂", given_name="名無", is_subject=True)
            return cases.close(case, by=by, on=on, closed_as=ClosedAs.CLOSED)

    return make


@pytest.fixture
def due(closed):
    return closed()


@pytest.fixture
def fresh(closed):
    return closed(on=today())
