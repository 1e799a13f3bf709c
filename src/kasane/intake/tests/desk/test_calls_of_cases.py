"""A call that is tied to a case is in the history of that case, and in no other one's (R-INT-02, R-DIS-08)."""

from __future__ import annotations

import pytest
from django.db import connection

from kasane.cases.history.queries import changes_of
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.intake.api import calls_elsewhere
from kasane.intake.desk import actions
from kasane.intake.tests.desk.factories import call
from kasane.intake.tests.factories import DAY, case_of, receive


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        centre = disclosure.New(
            disclosure.EvidenceType.TEAM, cast.coordinator.agency.id, "つなぎ", "referral"
        )
        disclosure.add_evidence(case.id, [centre], on=DAY)
        return case


def acts(case, by) -> list[str]:
    with acting_as(by):
        return [one.act for one in changes_of(case.id, table="intake_phonecall").changes]


def test_a_call_of_a_case_and_its_correction_are_told_to_its_desk(case, cast):
    row = call(cast.worker, case=case)
    with acting_as(cast.worker):
        actions.change_call(row, by=cast.worker, version=1, at=row.at, party="隣の方", content="配食をやめた")
        newest = changes_of(case.id, table="intake_phonecall").changes[0]
    assert acts(case, cast.worker) == ["update", "insert"]
    assert ("話したこと", "配食のこと", "配食をやめた") in [
        (one.label, one.before, one.after) for one in newest.differences
    ]


def test_other_desks_that_see_the_case_and_strangers_are_told_nothing_of_it(case, cast):
    call(cast.worker, case=case)
    for other in (cast.coordinator, cast.stranger, cast.administrator):
        assert acts(case, other) == []


def test_a_call_of_no_case_leaves_no_entry(case, cast):
    row = call(cast.worker)
    with acting_as(cast.worker):
        actions.change_call(row, by=cast.worker, version=1, at=row.at, party="隣の方", content="別のこと")
    assert acts(case, cast.worker) == []


def test_tied_to_another_case_it_is_taken_out_of_the_first(case, cast):
    with acting_as(cast.worker):
        other = case_of(receive(cast.worker))
    row = call(cast.worker, case=case)
    with acting_as(cast.worker):
        actions.change_call(row, by=cast.worker, version=1, at=row.at, party="隣の方", case=other)
    assert (acts(case, cast.worker), acts(other, cast.worker)) == (["delete", "insert"], ["insert"])


def test_who_makes_a_copy_learns_which_desks_have_calls_and_nobody_else_does(case, cast):
    call(cast.worker, case=case)
    expected = {"coordinator": [(cast.worker.agency.name, 1)], "worker": [], "stranger": [], "manager": []}
    for name, found in expected.items():
        with acting_as(getattr(cast, name)):
            assert calls_elsewhere(case.id) == found


def test_the_web_role_does_not_drop_drafts(cast):
    with acting_as(cast.manager), connection.cursor() as cursor:
        cursor.execute("SELECT has_function_privilege('intake_drop_door_drafts(date)', 'EXECUTE')")
        assert cursor.fetchone() == (False,)
