"""Who sees a disclosure without consent, and what follows from one (R-DIS-05); who may write (R-DIS-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.disclosure.readers import (
    Exceptional,
    Viewer,
    fact_of,
    is_own,
    is_own_right,
    of_own_agency,
    sees_exception,
)
from kasane.disclosure.rules import Fact, derive_grants, may_see

AGENCY, OTHER, ASKER, PERSON, THIRD = (UUID(int=n) for n in (1, 2, 7, 8, 9))
DAY = date(2025, 5, 1)
ONE = Exceptional(UUID(int=31), "approved", AGENCY, None, int(ALL_KINDS), DAY, DAY + timedelta(30), None)


def exception_is_seen(viewer, *, urgent=False, sees_case=False):
    return sees_exception(viewer, requested_by=ASKER, user_id=PERSON, urgent=urgent, sees_case=sees_case)


@pytest.mark.parametrize(
    ("viewer", "expected"),
    [
        (Viewer(ASKER, AGENCY), True),
        (Viewer(PERSON, AGENCY), True),
        (Viewer(THIRD, AGENCY, decides=True), True),
        (Viewer(THIRD, AGENCY, coordinates=True), False),
        (Viewer(THIRD, AGENCY), False),
        (Viewer(), False),
    ],
)
def test_an_exception_is_seen_by_who_asked_whom_it_is_for_and_who_decides(viewer, expected):
    assert exception_is_seen(viewer) is expected


def test_an_urgent_one_is_seen_by_coordinators_too():
    assert exception_is_seen(Viewer(THIRD, AGENCY, coordinates=True), urgent=True)
    assert not exception_is_seen(Viewer(THIRD, AGENCY), urgent=True)


def test_whoever_sees_the_case_sees_its_exceptions():
    assert exception_is_seen(Viewer(THIRD, AGENCY), sees_case=True)
    assert not exception_is_seen(Viewer(), sees_case=True)


@pytest.mark.parametrize("state", ["requested", "refused"])
def test_nothing_follows_from_an_exception_that_is_not_approved(state):
    assert fact_of(replace(ONE, state=state)) is None


@pytest.mark.parametrize(("state", "user"), [("approved", None), ("approved", PERSON), ("urgent", PERSON)])
def test_an_approved_or_urgent_exception_opens_its_kinds_without_tax_until_its_end(state, user):
    fact = fact_of(replace(ONE, state=state, user_id=user, ended_on=DAY + timedelta(10)))
    (right,) = derive_grants([fact], [])
    assert (right.agency_id, right.user_id) == ((None, user) if user else (AGENCY, None))
    assert right.kinds == ALL_KINDS & ~DataKind.TAX
    assert right.valid_until == DAY + timedelta(10)
    assert not right.writes


def test_an_exception_ended_on_its_first_day_opens_nothing():
    assert derive_grants([fact_of(replace(ONE, ended_on=DAY))], []) == []


def test_only_those_who_work_on_a_case_write():
    works = Fact(UUID(int=11), "own_work", AGENCY, None, int(ALL_KINDS), DAY, None)
    reads = Fact(UUID(int=12), "support_conference", OTHER, PERSON, 31, DAY, None, acknowledged_on=DAY)
    rights = derive_grants([works, reads], [])
    member = {"agency_id": OTHER, "user_id": PERSON, "kinds": 1, "day": DAY}
    assert may_see(rights, **member)
    assert not may_see(rights, **member, writing=True)
    assert may_see(rights, agency_id=AGENCY, user_id=None, kinds=63, day=DAY, writing=True)


def test_what_is_own_is_nobody_elses():
    me = Viewer(PERSON, AGENCY)
    assert is_own(PERSON, me)
    assert not is_own(THIRD, me)
    assert of_own_agency(AGENCY, me)
    assert not of_own_agency(OTHER, me)
    assert not is_own(PERSON, Viewer())


@pytest.mark.parametrize(
    ("agency", "user", "expected"),
    [(AGENCY, None, True), (None, PERSON, True), (OTHER, None, False), (None, THIRD, False)],
)
def test_a_right_is_read_by_whom_it_is_given_to(agency, user, expected):
    assert is_own_right(agency, user, Viewer(PERSON, AGENCY)) is expected
    assert not is_own_right(agency, user, Viewer())
