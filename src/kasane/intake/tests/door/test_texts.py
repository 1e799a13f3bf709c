"""Every language of the door says everything, with the same blanks to fill."""

from __future__ import annotations

import re

import pytest

from kasane.intake.door import texts
from kasane.intake.models import DoorLanguage, DoorTime, DoorTopic

KANJI = re.compile(r"[一-龠々]+")


def flat(language):
    found = {}
    for key, value in texts.written(language).items():
        found |= (
            {f"{key}.{name}": one for name, one in value.items()} if isinstance(value, dict) else {key: value}
        )
    return found


def blanks(sentence):
    return sorted(re.findall(r"{(\w*)}", sentence))


@pytest.mark.parametrize("language", DoorLanguage.values)
def test_every_language_has_every_text(language):
    said = flat(language)
    assert said.keys() == flat("ja").keys()
    assert [key for key, one in said.items() if not one.strip()] == []


@pytest.mark.parametrize("language", DoorLanguage.values)
def test_the_blanks_to_fill_are_the_same(language):
    japanese = {key: blanks(one) for key, one in flat("ja").items()}
    assert {key: blanks(one) for key, one in flat(language).items()} == japanese


@pytest.mark.parametrize("language", DoorLanguage.values)
def test_every_topic_and_hour_is_said(language):
    said = texts.words(language)
    assert set(said["topics"]) == set(DoorTopic.values)
    assert set(said["hours"]) == set(DoorTime.values)


@pytest.mark.parametrize("language", ["en", "vi", "pt", "tl"])
def test_nothing_is_left_in_japanese(language):
    assert {key: one for key, one in flat(language).items() if re.search(r"[ぁ-ヺ一-龠]", one)} == {}


def test_chinese_is_left_without_kana():
    assert {key: one for key, one in flat("zh").items() if re.search(r"[ぁ-ヺ]", one)} == {}


def test_no_two_languages_say_the_same_sentence_but_for_names():
    """A text that was copied and not translated."""
    foreign = [code for code in DoorLanguage.values if code not in ("easy", "ja")]
    every = [(code, key, one) for code in foreign for key, one in flat(code).items() if len(one) > 12]
    sentences = [one for _, _, one in every]
    assert [(code, key) for code, key, one in every if sentences.count(one) > 1] == []


def test_the_numbers_to_call_in_danger_stand_in_every_language():
    assert [
        c for c in DoorLanguage.values if not {"110", "119"} <= set(re.findall(r"\d+", flat(c)["danger"]))
    ] == []


def test_each_kanji_of_easy_japanese_has_its_reading():
    for key, one in flat("easy").items():
        if key != "name":
            assert len(KANJI.findall(one)) == len(re.findall(r"[一-龠々]+《[ぁ-ん]+》", one)), one


def test_readings_stand_above_the_kanji_and_not_in_plain_words():
    said = texts.Text.of("電話《でんわ》")
    assert said == "<ruby>電話<rt>でんわ</rt></ruby>"
    assert said.plain == "電話"


def test_what_is_filled_in_is_escaped():
    assert texts.Text.of("{number}").filled(number="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("vi-VN,vi;q=0.9,en;q=0.5", "vi"), ("pt-PT", "pt"), ("zh-CN,zh;q=0.9", "zh"), ("fil-PH", "tl"),
        ("ja,en;q=0.8", "ja"), ("ko,de;q=0.5", "easy"), ("ko,en;q=0.5", "en"), ("", "easy"), ("%%%", "easy"),
    ],
)  # fmt: skip
def test_the_browsers_language_is_followed_where_the_door_speaks_it(accepted, language):
    assert texts.asked_for(accepted) == language
