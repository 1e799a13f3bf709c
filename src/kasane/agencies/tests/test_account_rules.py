"""Truth tables of the rules on accounts and posts (R-DEL-06, R-DIS-01)."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.agencies import account_rules as rules
from kasane.agencies.account_rules import Term


def codes(obstacles: list) -> list[str]:
    return [obstacle.code for obstacle in obstacles]


def test_only_an_administrator_acts_on_accounts() -> None:
    assert rules.administrator_obstacles(is_administrator=True) == []
    (obstacle,) = rules.administrator_obstacles(is_administrator=False)
    assert (obstacle.code, obstacle.requirement) == ("not_administrator", "R-DIS-01")


@pytest.mark.parametrize(
    ("login", "name", "taken", "expected"),
    [
        ("hanako.k", "包括 花子", False, []),
        ("a1-", "花", False, []),
        ("ab", "花", False, ["bad_login"]),
        ("Hanako", "花", False, ["bad_login"]),
        ("はなこさん", "花", False, ["bad_login"]),
        ("-hanako", "花", False, ["bad_login"]),
        ("a" * 60, "花", False, []),
        ("a" * 61, "花", False, ["bad_login"]),
        ("hanako", "花", True, ["login_taken"]),
        ("hanako", "　", False, ["no_name"]),
        ("hanako", "", True, ["login_taken", "no_name"]),
    ],
)
def test_an_account_has_a_login_of_its_own_and_a_name(
    login: str, name: str, taken: bool, expected: list[str]
) -> None:
    assert codes(rules.account_obstacles(login=login, name=name, login_is_taken=taken)) == expected


@pytest.mark.parametrize(
    ("oneself", "active", "leaves", "expected"),
    [
        (False, True, True, []),
        (True, True, True, ["oneself"]),
        (False, True, False, ["last_administrator"]),
        (True, True, False, ["oneself", "last_administrator"]),
        (False, False, True, ["already_closed"]),
    ],
)
def test_an_account_is_closed_unless_it_is_ones_own_or_the_last(
    oneself: bool, active: bool, leaves: bool, expected: list[str]
) -> None:
    found = rules.closing_obstacles(is_oneself=oneself, is_active=active, leaves_administrator=leaves)

    assert codes(found) == expected


def test_only_a_closed_account_is_opened_again() -> None:
    assert rules.reopening_obstacles(is_active=False) == []
    assert codes(rules.reopening_obstacles(is_active=True)) == ["not_closed"]


@pytest.mark.parametrize(
    ("oneself", "active", "expected"),
    [
        (False, True, []),
        (True, True, ["oneself"]),
        (False, False, ["closed"]),
        (True, False, ["oneself", "closed"]),
    ],
)
def test_a_temporary_password_is_for_somebody_else_who_can_sign_in(
    oneself: bool, active: bool, expected: list[str]
) -> None:
    assert codes(rules.password_obstacles(is_oneself=oneself, is_active=active)) == expected


@pytest.mark.parametrize(
    ("oneself", "factor", "note", "expected"),
    [
        (False, True, "窓口で会って確かめた", []),
        (False, True, "　", ["no_note"]),
        (False, False, "窓口で", ["no_factor"]),
        (True, True, "窓口で", ["oneself"]),
        (True, False, "", ["oneself", "no_factor", "no_note"]),
    ],
)
def test_a_second_factor_is_taken_off_somebody_else_with_a_note(
    oneself: bool, factor: bool, note: str, expected: list[str]
) -> None:
    found = rules.second_factor_obstacles(is_oneself=oneself, has_factor=factor, note=note)

    assert codes(found) == expected


APRIL, MAY, JUNE = date(2025, 4, 1), date(2025, 5, 1), date(2025, 6, 1)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Term(APRIL, None), Term(JUNE, None), True),
        (Term(APRIL, MAY), Term(MAY, None), True),
        (Term(APRIL, MAY), Term(JUNE, None), False),
        (Term(JUNE, None), Term(APRIL, MAY), False),
        (Term(APRIL, APRIL), Term(APRIL, APRIL), True),
    ],
)
def test_terms_overlap_when_both_are_held_on_some_day(one: Term, other: Term, overlap: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"term": Term(MAY, APRIL)}, ["ends_before_start"]),
        ({"term": Term(MAY, MAY)}, []),
        ({"agency_is_active": False}, ["closed_agency"]),
        ({"user_is_active": False}, ["closed"]),
        ({"same_posts": [Term(APRIL, None)]}, ["same_post"]),
        ({"same_posts": [Term(APRIL, date(2025, 4, 30))]}, []),
        ({"is_administrator_role": True}, []),
        ({"has_coordinator_kind": True}, []),
        ({"is_administrator_role": True, "has_coordinator_kind": True}, ["administrator_coordinates"]),
        ({"leaves_administrator": False}, ["last_administrator"]),
    ],
)
def test_each_lack_of_a_post_is_the_one_obstacle(change: dict, expected: list[str]) -> None:
    complete = {
        "term": Term(MAY, None),
        "agency_is_active": True,
        "user_is_active": True,
        "same_posts": [],
        "is_administrator_role": False,
        "has_coordinator_kind": False,
    }

    assert codes(rules.post_obstacles(**{**complete, **change})) == expected


@pytest.mark.parametrize(
    ("ends_on", "on", "leaves", "expected"),
    [
        (None, MAY, True, []),
        (JUNE, MAY, True, []),
        (MAY, MAY, True, ["already_ended"]),
        (APRIL, MAY, True, ["already_ended"]),
        (None, date(2025, 3, 31), True, ["ends_before_start"]),
        (None, APRIL, True, []),
        (None, MAY, False, ["last_administrator"]),
    ],
)
def test_a_post_ends_on_a_day_of_its_term(
    ends_on: date | None, on: date, leaves: bool, expected: list[str]
) -> None:
    found = rules.ending_obstacles(starts_on=APRIL, ends_on=ends_on, on=on, leaves_administrator=leaves)

    assert codes(found) == expected
