"""Pasted text becomes tidy, and no name is changed by it (issue 5, less typing)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.tidy import tidy_letters, tidy_paste


@pytest.mark.parametrize(
    ("pasted", "tidy"),
    [
        ("ﾀﾅｶ ｶｽﾞｺ", "タナカ カズコ"),
        ("電話０９０－１２３４", "電話090－1234"),
        ("ＡＢＣクリニック", "ABCクリニック"),
        ("見\u200bえ\ufeffない\u00ad字", "見えない字"),
        ("一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目"),
        ("日時\t場所", "日時 場所"),
        ("か\u3099っこう", "がっこう"),
        ("⽇本の⽥中", "日本の田中"),
        ("行の終わり  \n次", "行の終わり\n次"),
    ],
)
def test_letters_are_put_right(pasted, tidy):
    assert tidy_letters(pasted) == tidy


NAMES = "髙橋 﨑山 神田 福井 吉\U00020bb7 邊見 邉 渡邊 葛\U000e0100城 辻\ufe00 﨔 桒 栁 德 瀨 斎齋齊 凜 朗 隆 ㈱ ①"


def test_the_letters_of_names_are_left_as_they_are():
    assert tidy_letters(NAMES) == NAMES
    assert tidy_paste(NAMES) == NAMES


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), max_size=40))
def test_no_chinese_character_is_ever_changed(text):
    assert tidy_letters(text) == text


@given(st.text(st.characters(min_codepoint=0xF900, max_codepoint=0xFAFF), max_size=40))
def test_no_compatibility_character_is_ever_changed(text):
    assert tidy_paste(text) == text


def test_lines_broken_by_the_page_are_joined():
    pasted = (
        "本日10時ごろにご本人から電話があり、先週からの体調の不良がつづいて\n"
        "いるため、水曜日の通所を休みたいとのことでした。\n"
        "主治医には金曜日に行く予定です。"
    )
    assert tidy_paste(pasted) == (
        "本日10時ごろにご本人から電話があり、先週からの体調の不良がつづいているため、水曜日の通所を休みたいとのことでした。\n"
        "主治医には金曜日に行く予定です。"
    )


@pytest.mark.parametrize(
    "text",
    [
        "朝 トースト\n昼 うどん\n夜 なし",
        "・血圧の薬がなくなりそうなので受診を勧めたところ、明日行くとのこと\n・家賃は来月末まで待ってもらえることになった",
        "長い一行目がここにあって句点がないままで終わっている文です\n■ 次の見出し",
        "長い一行目がここにあって句点がないままで終わっている文です\n\n次の段落",
        "長い一行目がここにあって句点がないままで終わっている文です\n電話番号: 0868-00-0000",
        "　字下げの段落で始まる文章です。\n　次の段落です。",
    ],
)
def test_lines_that_somebody_ended_stay(text):
    assert tidy_paste(text) == text


@pytest.mark.parametrize(
    ("pasted", "tidy"),
    [
        ("> 先日の件です。\n> > 承知しました。", "先日の件です。\n承知しました。"),
        ("＞ 全角の引用", "全角の引用"),
        ("• 電話\n\uf0b7訪問\n- 面談\n* 同行", "・電話\n・訪問\n・面談\n・同行"),
        ("-5度だった", "-5度だった"),
        ("一\n\n\n\n二", "一\n\n二"),
        ("品名    数", "品名 数"),
        ("\n\n前と後ろの空行\n\n", "前と後ろの空行"),
    ],
)
def test_signs_of_mails_and_lists_become_ours(pasted, tidy):
    assert tidy_paste(pasted) == tidy


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_letters_are_tidied_once(text):
    tidy_paste(text)
    assert tidy_letters(tidy_letters(text)) == tidy_letters(text)
