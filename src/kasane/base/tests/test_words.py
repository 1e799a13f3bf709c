"""Days and times as people say them (issue 5, less typing)."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.dates import parse_date, today
from kasane.base.forms import MomentField, WarekiField
from kasane.base.words import read_clock, read_day, split_clock

FRIDAY = date(2025, 11, 21)
SUNDAY = date(2025, 11, 23)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("きょう", (11, 21)), ("今日", (11, 21)), ("昨日", (11, 20)), ("きのう", (11, 20)), ("おととい", (11, 19)),
        ("一昨日", (11, 19)), ("明日", (11, 22)), ("明後日", (11, 23)), ("しあさって", (11, 24)),
        ("3日前", (11, 18)), ("三日前", (11, 18)), ("３日前", (11, 18)), ("10日後", (12, 1)), ("1週間後", (11, 28)),
        ("2週前", (11, 7)), ("1か月前", (10, 21)), ("２ヶ月前", (9, 21)), ("先週の金曜", (11, 14)),
        ("先週金曜日", (11, 14)), ("今週の月曜", (11, 17)), ("来週の水曜", (11, 26)), ("先々週の火", (11, 4)),
        ("前の金曜", (11, 14)), ("前の日曜", (11, 16)), ("次の金曜", (11, 28)), ("次の月曜", (11, 24)),
        ("今度の土曜日", (11, 22)), ("先月の5日", (10, 5)), ("今月末", (11, 30)), ("来月1日", (12, 1)),
        ("11月3日", (11, 3)), ("11/3", (11, 3)), ("12/28", (12, 28)), ("今年の4月1日", (4, 1)),
    ],
)  # fmt: skip
def test_a_word_for_a_day_is_understood(said, day):
    assert read_day(said, on=FRIDAY) == date(2025, *day)


def test_a_word_reaches_over_the_turn_of_the_year():
    assert read_day("12/28", on=date(2026, 1, 5)) == date(2025, 12, 28)
    assert read_day("先月の31日", on=date(2026, 1, 5)) == date(2025, 12, 31)
    assert read_day("去年の12月1日", on=date(2026, 1, 5)) == date(2025, 12, 1)


def test_a_month_before_the_last_day_is_the_last_day():
    assert read_day("1か月前", on=date(2025, 3, 31)) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("said", "on", "words"),
    [
        ("今週の日曜", FRIDAY, "11月16日 と 11月23日"),
        ("先週の日曜", FRIDAY, "どちらにもなります"),
        ("先週の金曜", SUNDAY, "11月14日 と 11月21日"),
        ("金曜", FRIDAY, "いつの週か"),
        ("4/1", FRIDAY, "何年のことか"),
        ("2/30", FRIDAY, "ありません"),
        ("今月の31日", FRIDAY, "30日まで"),
        ("13月1日", FRIDAY, "ありません"),
    ],
)
def test_what_means_no_day_or_two_is_refused_in_words(said, on, words):
    with pytest.raises(ValueError, match=words):
        read_day(said, on=on)


@pytest.mark.parametrize("said", ["", "そのうち", "R7.4.1", "2025-04-01", "きのうの朝", "100000日前"])
def test_what_is_no_word_for_a_day_is_left_to_others(said):
    assert read_day(said, on=FRIDAY) is None


@pytest.mark.parametrize(
    ("said", "clock"),
    [
        ("10時", time(10)), ("10時半", time(10, 30)), ("10時5分", time(10, 5)), ("１４：３０", time(14, 30)),
        ("午後2時", time(14)), ("午前10時", time(10)), ("正午", time(12)), ("14時頃", time(14)), ("0時", time(0)),
        ("9:05", time(9, 5)), ("夜8時", time(20)), ("2:30", time(2, 30)),
    ],
)  # fmt: skip
def test_a_time_is_understood(said, clock):
    assert read_clock(said) == clock


@pytest.mark.parametrize("said", ["2時", "25時", "10:75", "午後12時", "夕方", "10", ""])
def test_a_time_that_is_none_or_two_is_refused(said):
    with pytest.raises(ValueError, match=r"時刻|午前|12時"):
        read_clock(said)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("昨日 10時", ("昨日", "10時")), ("昨日10時", ("昨日", "10時")), ("昨日の10時半", ("昨日", "10時半")),
        ("3日前 14:30", ("3日前", "14:30")), ("R7.4.1", ("R7.4.1", "")), ("令和7年4月1日 午後2時", ("令和7年4月1日", "午後2時")),
        ("2025-04-01 9:30", ("2025-04-01", "9:30")), ("10時", ("", "10時")), ("先週の金曜", ("先週の金曜", "")),
    ],
)  # fmt: skip
def test_a_day_and_its_time_are_told_apart(text, parts):
    assert split_clock(text) == parts


@given(st.integers(0, 999), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_days_away_go_back_and_forth(number, on):
    assert read_day(f"{number}日前", on=on) == on - timedelta(days=number)
    assert read_day(f"{number}日後", on=on) == on + timedelta(days=number)


@given(st.text(max_size=12), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_no_text_breaks_the_reader(text, on):
    try:
        read_day(text, on=on)
        split_clock(text)
    except ValueError as error:
        assert "「" in str(error)


def test_every_date_field_takes_words():
    assert WarekiField(required=False).clean("昨日") == today() - timedelta(days=1) == parse_date("昨日")


def test_a_moment_is_said_in_one_go():
    moment = MomentField().clean(["昨日 10時", "15:20"])
    assert (moment.date(), moment.time()) == (today() - timedelta(days=1), time(10))


@pytest.mark.parametrize("typed", [["昨日", "2時"], ["そのうち 10時", ""], ["10時", ""]])
def test_a_moment_that_is_not_clear_is_refused(typed):
    with pytest.raises(ValidationError):
        MomentField().clean(typed)


def test_a_time_alone_asks_for_the_day():
    with pytest.raises(ValidationError, match="日も入れてください"):
        MomentField().clean(["10時", ""])


def test_a_day_with_a_time_is_refused_where_only_a_day_is_asked():
    with pytest.raises(ValidationError, match="日だけ"):
        WarekiField().clean("昨日 10時")
