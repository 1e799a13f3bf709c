"""What is found of a protected person's words, however they were typed (R-DIS-09). Pure."""

from __future__ import annotations

import re

import pytest

from kasane.people import protectedwords as words
from kasane.people.protectedwords import address_patterns, name_pattern, phone_patterns, words_of


def hides(patterns, text):
    for one in sorted(patterns, key=len, reverse=True):
        text = re.sub(one, "※", text, flags=re.IGNORECASE)
    return text


@pytest.mark.parametrize(
    "text",
    [
        "美咲町原田1-2", "岡山県久米郡美咲町原田1-2", "美咲町大字原田1番地2", "原田1ー2", "原田１－２", "原田一番地二",
        "原田1番地の2", "原田 1-2", "原田1番2号", "原田1-2-305号室",
    ],
)  # fmt: skip
def test_an_address_is_found_however_it_is_written(text):
    assert hides(address_patterns("美咲町原田1-2"), f"転居先は{text}です") == "転居先は※です"


@pytest.mark.parametrize("text", ["原田1-23", "原田11-2", "原田さん", "12月3日", "打穴中1-2"])
def test_another_address_stays(text):
    assert hides(address_patterns("美咲町原田1-2"), text) == text


def test_the_building_is_found_by_itself():
    assert (
        hides(address_patterns("津山市山下二丁目3番4号 コーポさくら201"), "コーポさくら201号室へ訪問")
        == "※へ訪問"
    )
    assert hides(address_patterns("津山市山下二丁目3番4号 コーポさくら201"), "山下2-3-4") == "※"


@pytest.mark.parametrize(
    "text",
    [
        "0868-12-3456",
        "0868123456",
        "０８６８−１２−３４５６",
        "(0868)12-3456",
        "+81-868-12-3456",
        "12-3456",
        "0868 12 3456",
    ],
)
def test_a_number_is_found_however_it_is_written(text):
    assert hides(phone_patterns("0868-12-3456"), f"電話{text}へ") == "電話※へ"


@pytest.mark.parametrize("text", ["0868-12-34567", "10868123456", "123456円", "0868-12-3457"])
def test_another_number_stays(text):
    assert hides(phone_patterns("0868-12-3456"), text) == text


@pytest.mark.parametrize("text", ["美咲北中学校", "美咲　北中学校", "美咲北中學校", "美咲北中学校2年"])
def test_a_school_is_found(text):
    assert "北中" not in hides([name_pattern("美咲北中学校")], text)


@pytest.mark.parametrize("text", ["美咲北中の2年", "美咲北中学校の2年"])
def test_a_school_is_found_as_people_say_it(text):
    assert hides(everything(school="美咲北中学校"), text) == "※の2年"


def everything(**values):
    usual = {
        "addresses": (), "home": "", "phones": (), "emails": (), "school": "", "workplace": "", "others": (),
        "municipality": "美咲町", "names": (),
    }  # fmt: skip
    return [one.pattern for one in words_of(**{**usual, **values})]


def test_the_town_one_fled_to_is_hidden_by_its_name_and_the_own_one_is_not():
    assert hides(everything(home="津山市山下1"), "津山市へ避難し山下に住む") == "※へ避難し※に住む"
    assert hides(everything(home="美咲町原田1-2"), "美咲町へ。原田に住む") == "美咲町へ。※に住む"


def test_somebody_called_like_the_town_keeps_the_name():
    assert hides(everything(home="美咲町原田1-2"), "原田さんと原田医院") == "原田さんと原田医院"
    assert hides(everything(home="美咲町原田1-2", names=["原田"]), "原田の父") == "原田の父"


def test_one_letter_is_no_word_and_empty_values_give_none():
    assert everything(others=["北"], school=" ", phones=["", "12"], addresses=["", "1-2"]) == []


def test_other_words_may_be_a_number_an_address_or_a_name():
    assert hides(everything(others=["090-1111-2222"]), "09011112222へ") == "※へ"
    assert hides(everything(others=["津山市山下3-4"]), "山下三番地4です") == "※です"
    assert hides(everything(others=["さくら荘"]), "さくら荘にいる") == "※にいる"


def test_a_mark_is_no_address():
    assert words.unmarked("〔住所秘匿〕") == "" and words.unmarked("〔秘匿〕の隣") == "の隣"


@pytest.mark.parametrize(
    ("word", "found", "not_found"),
    [
        ("1015", "10-15号", "21015"),
        ("1015", "1015です", "10150"),
        ("101号室", "101号室", "2101号室"),
        ("さくら荘10", "さくら荘10に", "さくら荘101"),
    ],
)
def test_a_number_is_no_part_of_a_longer_one(word, found, not_found):
    assert "※" in hides(everything(others=[word]), found)
    assert hides(everything(others=[word]), not_found) == not_found


@pytest.mark.parametrize("word", ["1", "12", "101", "１０１", "1-2", " 31 "])
def test_a_short_number_tells_no_place(word):
    assert words.tells_no_place(word)


@pytest.mark.parametrize("word", ["2025", "10-15", "さくら荘101", "101号室", "", "北"])
def test_any_other_word_may_tell_a_place(word):
    assert not words.tells_no_place(word)
