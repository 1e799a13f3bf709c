"""What a form or a file says becomes columns that compare (R-PEO-02)."""

from __future__ import annotations

from dataclasses import asdict
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.people.linkage import COLUMNS, Record
from kasane.people.linkage.birth import era_slips, read_birth
from kasane.people.linkage.splitting import split_name, split_reading

TEXT = st.text(max_size=30) | st.text(
    alphabet="渡邉和子昭平成元年月日-/.123４５６ SHsh歳番地電話\ufffd\0", max_size=20
)
FIELDS = ("name", "kana", "sex", "birth", "address", "phone")


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("昭和19年5月3日", (1944, 5, 3)),
        ("S19.5.3", (1944, 5, 3)),
        ("ｓ１９．５．３", (1944, 5, 3)),
        ("昭和十九年五月三日", (1944, 5, 3)),
        ("S190503", (1944, 5, 3)),
        ("3190503", (1944, 5, 3)),
        ("19440503", (1944, 5, 3)),
        ("1944/5/3", (1944, 5, 3)),
        ("平成元年1月1日", (1989, 1, 1)),
        ("昭和70年2月3日", (1995, 2, 3)),
        ("昭和19年5月", (1944, 5, 0)),
        ("昭和19年", (1944, 0, 0)),
        ("1944", (1944, 0, 0)),
        ("81歳", (0, 0, 0)),
        ("今日", (0, 0, 0)),
        ("不明", (0, 0, 0)),
        ("9999/1/1", (0, 0, 0)),
        ("1944/13/45", (1944, 0, 0)),
        ("", (0, 0, 0)),
    ],
)
def test_birth_dates_are_read_in_any_form(written, parts):
    assert read_birth(written) == parts


def test_slips_of_era_are_worked_out_from_the_eras():
    assert {63, 30, 14, 25, 12, 18} <= set(era_slips())
    assert not {0, 1, 2, 5, 10, 20} & set(era_slips())


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("渡邉　太郎", ("渡邉", "太郎")),
        ("渡邉太郎", ("渡邉", "太郎")),
        ("森和子", ("森", "和子")),
        ("林一", ("林", "一")),
        ("長谷川勇", ("長谷川", "勇")),
        ("佐々木小次郎", ("佐々木", "小次郎")),
        ("勅使河原由美", ("勅使河原", "由美")),
        ("佐藤", ("佐藤", "")),
        ("角南", ("角南", "")),
        ("NGUYEN THI HOA", ("NGUYEN", "THI HOA")),
        ("", ("", "")),
    ],
)
def test_a_name_is_split_where_the_family_name_ends(written, parts):
    assert split_name(written) == parts


def test_a_reading_without_a_space_is_split_by_the_list():
    assert split_reading("わたなべかずこ") == split_reading("ワタナベ カズコ") == ("ワタナベ", "カズコ")


def test_one_person_written_two_ways_is_one_record():
    one = Record.of(
        "1", name="渡邉　和子", kana="ﾜﾀﾅﾍﾞ ｶｽﾞｺ", sex="女性", birth="S19.5.3",
        address="岡山県久米郡美咲町大字原田２１４４番地の１", phone="０８６８（００）１１１１",
    )  # fmt: skip
    other = Record.of(
        "1", name="渡辺和子", kana="わたなべかずこ", sex="2", birth="1944-05-03",
        address="原田2144-1", phone="0868-00-1111",
    )  # fmt: skip
    assert one == other


@pytest.mark.parametrize(
    ("name", "kana"), [("酒井", "サカイ"), ("角南", "スナミ"), ("", "モリタ"), ("佐藤", ""), ("サトウ", "")]
)
def test_a_family_name_alone_is_no_whole_name(name, kana):
    record = Record.of("1", name=name, kana=kana)
    assert (record.given_key, record.given_sound, record.name_key, record.sound_key) == ("", "", "", "")


@given(st.tuples(*[TEXT] * len(FIELDS)))
def test_no_input_raises_and_no_column_is_ever_null(values):
    record = asdict(Record.of("1", **dict(zip(FIELDS, values, strict=True))))
    for name, kind in COLUMNS:
        assert isinstance(record[name], int if kind == "integer" else str)
        assert "\0" not in str(record[name])
    assert record["sex"] in ("", "F", "M")
    for sounds in ("family_sound", "given_sound", "sound_key"):
        assert all("ァ" <= c <= "ヺ" or c.isascii() for c in record[sounds])


def test_the_order_in_which_fields_come_does_not_matter():
    values = {"name": "髙橋 健一", "kana": "タカハシ ケンイチ", "birth": "S47.3.21", "phone": "090-0000-2222"}
    found = {Record.of("1", **dict(order)) for order in permutations(values.items())}
    assert len(found) == 1


def test_the_order_of_telephone_numbers_does_not_matter():
    assert Record.of("1", phone="090-0000-2222、0868-00-2222") == Record.of(
        "1", phone="0868-00-2222 / 090-0000-2222"
    )


@pytest.mark.parametrize("nothing", ["", "不明", "なし", "　", "?", "未記入"])
def test_words_for_nothing_are_nothing(nothing):
    assert Record.of("1", **dict.fromkeys(FIELDS, nothing)) == Record(id="1")
