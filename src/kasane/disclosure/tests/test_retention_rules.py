"""The clock of a file, and what forbids each act on it (R-DIS-07). The database keeps the same clock."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kasane.disclosure.retention import rules

OPENED, APPLIED = date(2020, 4, 1), date(2020, 5, 1)
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("closed_on", "due"),
    [
        (date(2021, 6, 15), date(2026, 6, 16)),
        (date(2021, 12, 31), date(2027, 1, 1)),
        (date(2024, 2, 29), date(2029, 3, 1)),
        (date(2023, 2, 28), date(2028, 3, 1)),
        (date(2024, 2, 28), date(2029, 3, 1)),
        (date(2021, 3, 31), date(2026, 4, 1)),
    ],
    ids=["an ordinary day", "new year", "29 February", "leap day comes in", "29 February does not come", "year's end"],
)  # fmt: skip
def test_five_years_begin_on_the_day_after_the_closure(closed_on, due):
    assert rules.falls_due(APPLIED, OPENED, closed_on, 5) == due


@pytest.mark.parametrize(
    ("closed_on", "due"),
    [(date(2021, 3, 31), date(2026, 4, 1)), (date(2021, 4, 1), date(2027, 4, 1)), (date(2022, 1, 5), date(2027, 4, 1))],
)  # fmt: skip
def test_a_town_may_count_from_the_end_of_the_fiscal_year(closed_on, due):
    assert rules.falls_due(APPLIED, OPENED, closed_on, 5, from_fiscal_year_end=True) == due


def test_an_open_or_reopened_case_never_falls_due():
    assert rules.falls_due(APPLIED, OPENED, None, 5) is None


def test_keeping_begins_with_the_application_and_without_one_with_the_reception():
    assert rules.kept_from(APPLIED, OPENED) == APPLIED
    assert rules.kept_from(None, OPENED) == OPENED


def test_a_closure_noted_before_the_application_counts_from_it():
    assert rules.falls_due(date(2021, 5, 1), OPENED, date(2021, 4, 1), 5) == date(2026, 5, 2)


@pytest.mark.django_db
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.none() | DAYS, DAYS, st.none() | DAYS, st.integers(1, 30), st.booleans())
@example(None, date(2020, 1, 1), date(2024, 2, 28), 5, False)
@example(None, date(2020, 1, 1), date(2024, 2, 29), 4, False)
@example(None, date(2020, 1, 1), date(2023, 2, 28), 5, False)
def test_the_database_keeps_the_same_clock(applied_on, opened_on, closed_on, years, fiscal):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_falls_due(%s, %s, %s, %s, %s)",
            [applied_on, opened_on, closed_on, years, fiscal],
        )
        told = cursor.fetchone()[0]
    assert told == rules.falls_due(applied_on, opened_on, closed_on, years, from_fiscal_year_end=fiscal)


def codes(obstacles) -> list[str]:
    return [obstacle.code for obstacle in obstacles]


def test_a_hold_needs_a_reason_and_an_end_to_come():
    day = date(2026, 5, 1)
    assert codes(rules.hold_obstacles(is_held=False, reason="訴訟", until=day, on=day)) == []
    assert codes(rules.hold_obstacles(is_held=True, reason=" ", until=OPENED, on=day)) == [
        "held", "no_reason", "past_end",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (rules.File("R1-0001", date(2026, 5, 1)), []),
        (rules.File("R1-0001", date(2026, 5, 2)), ["not_due"]),
        (rules.File("R1-0001", None), ["open_again"]),
        (rules.File("R1-0001", date(2026, 5, 1), is_held=True), ["held"]),
        (rules.File("R1-0001", date(2026, 5, 1), in_batch="R8-廃1"), ["in_batch"]),
    ],
)
def test_only_a_file_that_is_due_and_free_is_proposed(file, code):
    assert codes(rules.propose_obstacles([file], on=date(2026, 5, 1))) == code


def test_nobody_decides_on_ones_own_proposal_nor_twice():
    assert codes(rules.decide_obstacles(state="proposed", is_proposer=False)) == []
    assert codes(rules.decide_obstacles(state="proposed", is_proposer=True)) == ["own_proposal"]
    assert codes(rules.decide_obstacles(state="approved", is_proposer=False)) == ["decided"]


def test_a_proposal_is_taken_back_by_its_proposer_before_it_is_carried_out():
    assert codes(rules.withdraw_obstacles(state="approved", is_proposer=True)) == []
    assert codes(rules.withdraw_obstacles(state="executed", is_proposer=False)) == [
        "not_the_proposer",
        "over",
    ]
