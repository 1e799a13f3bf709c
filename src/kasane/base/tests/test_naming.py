"""What in a few words looks like a person (R-DIS-01)."""

from __future__ import annotations

import pytest

from kasane.base.naming import parts_that_name


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("山田さんを訪問した", ["名前"]),
        ("タナカ様から", ["名前"]),
        ("０８６８-６６-１１１１に電話", ["電話番号"]),
        ("原田1234番地", ["住所"]),
        ("昭和25年3月4日", ["生年月日"]),
        ("S25.3.4", ["生年月日"]),
        ("平成2年5月6日生まれ", ["生年月日"]),
        ("生年月日 1950/3/4", ["生年月日"]),
        ("山田さん 昭和25年3月4日 090-1234-5678", ["名前", "電話番号", "生年月日"]),
    ],
)
def test_a_person_is_noticed(words, parts):
    assert parts_that_name(words) == parts


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ご本人の生年月日を確かめた。",
        "娘さんに同席してもらった",
        "令和7年4月1日から手当が変わります",
        "10月1日生活保護の説明",
        "昭和の町の集まり",
        "【食事・睡眠・服薬】",
    ],
)
def test_words_about_nobody_are_left_in_peace(words):
    assert parts_that_name(words) == []
