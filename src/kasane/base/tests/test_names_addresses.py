"""Addresses and telephone numbers in one form (R-PEO-02)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.names import digits, fold_address, phones, town_block

TEXT = st.text() | st.text(
    alphabet="岡山県美咲町大字原田一二十千丁目番地号の上ヶが市郡-ー－―１2 0コーポ〒澤棟室"
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("岡山県久米郡美咲町大字上堂ヶ市一丁目２番地の３", "美咲町上堂が市1-2-3"),
        ("美咲町原田2144番地1", "美咲町大字原田2144－1"),
        ("美咲町原田2144番地の1", "美咲町原田 2144 の 1"),
        ("美咲町原田二千百四十四番地の一", "美咲町原田２１４４ー１"),
        ("美咲町字滝の元12番地", "美咲町滝ノ元12"),
        ("〒709-3717 美咲町原田1", "美咲町原田1番地"),
        ("中央二丁目10番5号", "中央2-10-5"),
        ("中央2丁目10番5号 コーポ梅谷201号室", "中央2-10-5コーポ梅谷201"),
        ("町営住宅2号棟101号", "町営住宅2棟101"),
        ("澤1", "沢1"),
        ("一〇五番地", "105"),
    ],
)
def test_one_address_in_two_writings_folds_alike(left, right):
    assert fold_address(left) == fold_address(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("原田1-2", "原田12"),
        ("原田1番地", "原田2番地"),
        ("三番町5", "二番町5"),
        ("東京都中央1", "京都府中央1-1"),
        ("十文字1", "十文1"),
    ],
)
def test_different_addresses_stay_apart(left, right):
    assert fold_address(left) != fold_address(right)


def test_the_prefecture_can_be_kept():
    assert fold_address("岡山県美咲町原田1", keep_prefecture=True) == "岡山県美咲町原田1"
    assert fold_address("岡山県美咲町原田1") == "美咲町原田1"


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("岡山県久米郡美咲町大字原田2144番地1", "原田"),
        ("原田2144-1", "原田"),
        ("中央二丁目10番5号", "中央2丁目"),
        ("津山市中央2-10-5", "中央2丁目"),
        ("四日市市諏訪町1番5号", "諏訪町"),
        ("町営上梅谷住宅2号棟 101号", "町営上梅谷住宅"),
        ("美咲町", "美咲町"),
        ("", ""),
        ("不明", "不明"),
        ("千代田区三番町5", "三番町"),
    ],
)
def test_the_block_is_the_town_without_its_municipality(address, block):
    assert town_block(address) == block


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("０８６８－６６－１１１１", "0868661111"),
        ("0868(66)1111 内線12", "0868661111"),
        ("+81-90-1234-5678", "09012345678"),
        ("+81 (0)90 1234 5678", "09012345678"),
        ("なし", ""),
        ("", ""),
    ],
)
def test_a_number_is_its_digits(written, number):
    assert digits(written) == number


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("0868-66-1111、090 0000 1111", ("0868661111", "09000001111")),
        ("090-0000-1111 0868-66-1111", ("0868661111", "09000001111")),
        ("090-0000-1111・090-0000-1111", ("09000001111",)),
        ("自宅なし", ()),
        ("110", ()),
    ],
)
def test_a_field_may_hold_several_numbers(written, numbers):
    assert phones(written) == numbers


@given(TEXT)
def test_folding_an_address_twice_changes_nothing(text):
    for keep in (False, True):
        once = fold_address(text, keep_prefecture=keep)
        assert fold_address(once, keep_prefecture=keep) == once


@given(TEXT)
def test_no_text_makes_it_raise(text):
    assert "\n" not in town_block(text)
    assert digits(text).isascii()
    assert all(len(number) >= 6 for number in phones(text))


@given(st.lists(st.sampled_from(["0868-66-1111", "090-0000-1111", "０８６８６６２２２２"]), max_size=4))
def test_the_order_of_numbers_does_not_matter(numbers):
    assert phones("、".join(numbers)) == phones("、".join(reversed(numbers)))
