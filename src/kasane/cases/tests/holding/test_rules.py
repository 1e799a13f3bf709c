"""Who holds a case when the responsible agency may not work on it any more (R-INT-05)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from kasane.cases.holding.rules import (
    MOST_AT_ONCE,
    Chosen,
    giving_many_obstacles,
    giving_obstacles,
    next_holder,
)
from kasane.disclosure.rules import GrantRow

ON = date(2026, 4, 1)
DESK, RECEIVER, OTHER = uuid4(), uuid4(), uuid4()


def right(agency: UUID, *, consent: bool = False, writes: bool = True, until: date | None = None) -> GrantRow:
    return GrantRow(
        agency_id=agency,
        user_id=None,
        kinds=1,
        writes=writes,
        valid_from=date(2025, 4, 1),
        valid_until=until,
        basis="consent" if consent else "own_work",
        evidence_id=uuid4(),
        consent_id=uuid4() if consent else None,
        explanation="",
    )


def holder(*rows: GrantRow, staffed: tuple[UUID, ...] = (DESK, RECEIVER, OTHER)) -> UUID | None:
    return next_holder(rows, responsible=RECEIVER, staffed=staffed, on=ON)


def test_who_may_still_work_on_the_case_stays_responsible():
    assert holder(right(DESK), right(RECEIVER, consent=True)) is None


def test_without_consent_it_goes_back_to_the_desk_that_took_the_consultation():
    assert holder(right(OTHER, consent=True), right(DESK)) == DESK


def test_a_right_that_has_ended_or_only_reads_holds_nothing():
    assert holder(right(RECEIVER, until=ON), right(RECEIVER, writes=False), right(DESK)) == DESK


def test_nobody_without_staff_becomes_responsible():
    assert holder(right(DESK), right(OTHER, consent=True), staffed=(OTHER,)) == OTHER
    assert holder(right(DESK), staffed=()) is None


def obstacles(**given: object) -> list[str]:
    facts = {"oversees": True, "is_unheld": True, "holder": DESK, "possible": {DESK}, "reason": "異動のため"}
    return [one.code for one in giving_obstacles(**(facts | given))]


def test_an_overseer_gives_a_case_to_an_agency_with_a_right():
    assert obstacles() == []


def test_others_a_held_case_a_stranger_and_no_reason_are_refused():
    assert obstacles(oversees=False) == ["not_overseer"]
    assert obstacles(is_unheld=False) == ["held"]
    assert obstacles(holder=OTHER) == ["no_right"]
    assert obstacles(reason=" ") == ["reason"]


def many(*cases: Chosen, **given: object) -> list[tuple[str, str]]:
    facts = {"oversees": True, "holder": DESK, "reason": "異動のため"}
    found = giving_many_obstacles(cases, **(facts | given))
    return [(one.code, one.sentence.partition(":")[0]) for one in found]


GOOD, ELSEWHERE = Chosen("R7-0001", True, {DESK}), Chosen("R7-0002", True, {OTHER})


def test_several_cases_go_to_one_agency_that_has_a_right_to_each():
    assert many(GOOD, Chosen("R7-0003", True, {DESK, OTHER})) == []


def test_each_case_that_can_not_go_there_is_named():
    held = Chosen("", False, ())
    assert many(GOOD, ELSEWHERE, held) == [("no_right", "R7-0002"), ("held", "選んだケースのひとつ")]


def test_what_is_wrong_with_all_of_them_is_said_once():
    assert [code for code, _ in many(GOOD, GOOD, reason=" ", oversees=False)] == ["not_overseer", "reason"]


def test_none_and_too_many_are_refused():
    assert [code for code, _ in many()] == ["none_chosen"]
    assert [code for code, _ in many(*[GOOD] * (MOST_AT_ONCE + 1))] == ["too_many"]
