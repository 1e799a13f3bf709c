"""Typed text is kept as typed, apart from what can not stand on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.printable import clean
from kasane.sheets.text import LONGEST_UNBROKEN, estimated_lines, to_lines


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("あ\r\nい\rう\nえ", "あ\nい\nう\nえ"),
        ("あ\x00\x07\x1b[31mい", "あ[31mい"),
        ("あ\tい", "あ    い"),
        ("山田\u202e太郎\u202c", "山田太郎"),
        ("あ\ud800い", "あい"),
        ("か\u3099、ﾊﾟ、𠮷、髙﨑邉", "か\u3099、ﾊﾟ、𠮷、髙﨑邉"),
    ],
)
def test_clean_drops_only_what_paper_can_not_show(typed: str, printed: str) -> None:
    assert clean(typed) == printed


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_lines_hold_the_whole_cleaned_text(text: str) -> None:
    joined = "\n".join(
        "".join(run if isinstance(run, str) else "".join(run.values()) for run in line)
        for line in to_lines(text)
    )
    assert joined == clean(text)


def test_a_long_word_may_break_and_japanese_stays_one_run() -> None:
    word = "a" * (LONGEST_UNBROKEN + 1)
    assert to_lines(f"相談{word} 住まい") == [["相", {"word": "談" + word + " "}, "住まい"]]
    assert to_lines("住まいの相談" * 20) == [["住まいの相談" * 20]]


def test_a_row_of_signs_is_marked_apart_from_words() -> None:
    assert to_lines("a" * 20 + "「" * 20 + "b") == [[{"word": "a" * 20}, {"signs": "「" * 20}, {"word": "b"}]]


def test_estimate_counts_half_width_as_half() -> None:
    assert estimated_lines("あ" * 25, 10) == 3
    assert estimated_lines("a" * 25, 10) == 2
    assert estimated_lines("あ\n\nあ", 10) == 3
