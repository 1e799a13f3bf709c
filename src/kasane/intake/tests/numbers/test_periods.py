"""Which days are counted and in which columns (R-INT-02)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.intake.numbers.bands import AGES, DAYS, HOPS, band
from kasane.intake.numbers.periods import Period, named, obstacles

ON = date(2026, 2, 10)


@pytest.mark.parametrize(
    ("key", "since", "until"),
    [
        ("month", date(2026, 2, 1), date(2026, 2, 28)),
        ("last_month", date(2026, 1, 1), date(2026, 1, 31)),
        ("quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("last_quarter", date(2025, 10, 1), date(2025, 12, 31)),
        ("year", date(2025, 4, 1), date(2026, 3, 31)),
        ("last_year", date(2024, 4, 1), date(2025, 3, 31)),
    ],
)
def test_a_period_by_its_name(key, since, until):
    assert named(key, on=ON) == Period(since, until)


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        (None, ON, "period_days"),
        (ON, None, "period_days"),
        (ON, date(2026, 2, 9), "period_turned"),
        (date(2016, 2, 10), ON, "period_long"),
    ],
)
def test_days_that_can_not_be_counted(since, until, code):
    assert [one.code for one in obstacles(since, until)] == [code]


@pytest.mark.parametrize(("since", "until"), [(ON, ON), (date(2016, 2, 11), ON)])
def test_one_day_and_ten_years_can(since, until):
    assert obstacles(since, until) == []


@pytest.mark.parametrize(
    ("period", "labels"),
    [
        (Period(date(2025, 4, 10), date(2025, 6, 2)), ["4月", "5月", "6月"]),
        (
            Period(date(2025, 2, 1), date(2026, 3, 31)),
            ["R6 1〜3月", "R7 4〜6月", "R7 7〜9月", "R7 10〜12月", "R7 1〜3月"],
        ),
        (Period(date(2020, 4, 1), date(2024, 4, 1)), ["R2年度", "R3年度", "R4年度", "R5年度", "R6年度"]),
    ],
)
def test_a_longer_period_is_told_in_longer_columns(period, labels):
    assert [column.label for column in period.columns()] == labels


DAYS_DRAWN = st.dates(date(2019, 1, 1), date(2028, 1, 1))


@given(DAYS_DRAWN, DAYS_DRAWN)
def test_each_day_of_a_period_lies_in_one_column(one, other):
    period = Period(min(one, other), max(one, other))
    columns = period.columns()
    assert (columns[0].first, columns[-1].last) == (period.since, period.until)
    assert all(
        a.last.toordinal() + 1 == b.first.toordinal() for a, b in zip(columns, columns[1:], strict=False)
    )
    assert len(columns) <= 13


def test_only_whole_fiscal_years_are_whole():
    assert Period(date(2023, 4, 1), date(2026, 3, 30)).whole_years == [2023, 2024]
    assert Period(date(2023, 4, 2), date(2024, 3, 31)).whole_years == []


def test_the_months_of_a_period_are_whole():
    assert Period(date(2025, 4, 10), date(2026, 2, 3)).whole_months == Period(
        date(2025, 4, 1), date(2026, 2, 28)
    )


@pytest.mark.parametrize(
    ("number", "bands", "key"),
    [(0, DAYS, "1"), (1, DAYS, "4"), (3, DAYS, "4"), (4, DAYS, "8"), (8, DAYS, "99999"), (None, DAYS, ""),
     (17, AGES, "18"), (18, AGES, "40"), (102, AGES, "200"), (0, HOPS, "1"), (2, HOPS, "3"), (9, HOPS, "99999")],
)  # fmt: skip
def test_the_edges_of_the_bands(number, bands, key):
    assert band(number, bands) == key


def test_the_days_to_come_are_no_columns():
    year = named("year", on=ON)
    assert [column.label for column in year.until_day(ON).columns()][-1] == "2月"
    ahead = Period(date(2027, 4, 1), date(2027, 4, 30))
    assert ahead.until_day(ON) == ahead
