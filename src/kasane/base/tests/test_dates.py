"""Dates in both calendars, shown as 令和7年4月1日 (DESIGN: Technique)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.dates import age_on, fiscal_label, fiscal_year, parse_date, short_wareki, today, wareki

DAYS = st.dates(min_value=date(1873, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    ["令和7年4月1日", "R7.4.1", "r7/4/1", "Ｒ７．４．１", "令和７年４月１日", "2025-04-01", "2025/4/1", "20250401",
     "2025年4月1日", " 令和7年4月1日 ", "R7-4-1"],
)  # fmt: skip
def test_a_date_is_read_however_it_is_written(text):
    assert parse_date(text) == date(2025, 4, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("平成31年4月30日", date(2019, 4, 30)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("S19.3.1", date(1944, 3, 1)),
        ("大正15年12月24日", date(1926, 12, 24)),
    ],
)
def test_eras_end_on_the_right_day(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["平成31年5月1日", "昭和64年1月8日", "令和元年4月30日", "2025-02-29", "きのうの朝", "7/4/1"]
)
def test_what_is_no_date_is_refused_in_words(text):
    with pytest.raises(ValueError, match=r"読めません|ありません"):
        parse_date(text)


def test_words_for_days():
    assert (today() - parse_date("昨日")).days == 1


@given(DAYS)
def test_every_day_comes_back_from_its_wareki(day):
    assert parse_date(wareki(day)) == day
    assert parse_date(short_wareki(day)) == day


@given(DAYS)
def test_the_fiscal_year_begins_in_april(day):
    year = fiscal_year(day)
    assert date(year, 4, 1) <= day < date(year + 1, 4, 1)


def test_the_fiscal_year_that_began_in_2025_is_r7():
    assert fiscal_label(fiscal_year(date(2026, 3, 31))) == "R7"


def test_age_counts_full_years():
    assert age_on(date(1970, 11, 22), date(2025, 11, 21)) == 54
    assert age_on(date(1970, 11, 22), date(2025, 11, 22)) == 55
