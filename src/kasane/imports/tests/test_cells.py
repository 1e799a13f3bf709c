"""Each cell in the many ways offices write it (R-OPS-02)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.imports.rules import cells
from kasane.imports.rules.cells import Bad
from kasane.imports.rules.topics import read_topics

TODAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    "text",
    ["令和6年4月1日", "R6.4.1", "R6/4/1", "r6-4-1", "2024-04-01", "2024/4/1", "20240401", "Ｒ６．４．１", "令和6年4月1日(月)",
     "2024-04-01 10:30", "2024/4/1 9時", "45383", "45383.0", "㋿6年4月1日"],
)  # fmt: skip
def test_a_day_is_read_in_any_calendar(text):
    assert cells.read_date(text).value == date(2024, 4, 1)


def test_a_bare_number_of_excel_is_said_to_be_one():
    assert "令和6年4月1日" in cells.read_date("45383").warning
    assert cells.read_date("43921", serial_offset=1462).value == date(2024, 4, 1)


@pytest.mark.parametrize(
    ("text", "why"),
    [("4/1", "年がありません"), ("4月1日", "年がありません"), ("2024", "年だけ"), ("平成40年1月1日", "元号"), ("2024/2/30", "ありません"),
     ("春ごろ", "読めません"), ("昨日", "読めません"), ("24/4/1", "読めません")],
)  # fmt: skip
def test_what_is_no_day_says_how_to_mend_it(text, why):
    with pytest.raises(Bad, match=why):
        cells.read_date(text)


@pytest.mark.parametrize(("text", "why"), [("2030/1/1", "これから先"), ("明治20年1月1日", "130歳")])
def test_a_birth_date_must_be_possible(text, why):
    with pytest.raises(Bad, match=why):
        cells.read_birth(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "sex"),
    [("男", "male"), ("男性", "male"), ("M", "male"), ("1", "male"), ("♂", "male"), ("女", "female"), ("Ｆ", "female"),
     ("2", "female"), ("その他", "other"), ("不明", "unknown"), ("答えない", "unknown")],
)  # fmt: skip
def test_the_words_for_sex(text, sex):
    assert cells.read_sex(text).value == sex


def test_an_unknown_word_for_sex_is_not_guessed():
    with pytest.raises(Bad):
        cells.read_sex("3")


@pytest.mark.parametrize(
    ("text", "age"), [("82", 82), ("82歳", 82), ("満82才", 82), ("８２", 82), ("82.0", 82)]
)
def test_ages(text, age):
    assert cells.read_age(text).value == age


@pytest.mark.parametrize("text", ["80代", "131", "高齢", "-1"])
def test_what_is_no_age(text):
    with pytest.raises(Bad):
        cells.read_age(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0868-00-0001", [(False, "0868-00-0001")]),
        ("０９０−１２３４−５６７８", [(True, "090-1234-5678")]),
        ("0868(00)0001", [(False, "0868-00-0001")]),
        ("9012345678", [(True, "09012345678")]),
        ("868000001", [(False, "0868000001")]),
        ("0868-00-0001 / 090-1234-5678", [(False, "0868-00-0001"), (True, "090-1234-5678")]),
        ("090-1234-5678(長女)", [(True, "090-1234-5678")]),
    ],
)
def test_telephones(text, numbers):
    assert cells.read_phones(text).value == numbers


def test_a_lost_zero_and_words_beside_a_number_are_told():
    assert "0を補いました" in cells.read_phones("9012345678").warning
    assert "残します" in cells.read_phones("090-1234-5678(長女)").warning
    assert cells.read_phones("090-1234-5678").warning == ""


@pytest.mark.parametrize(
    ("text", "channel"),
    [("電話", "phone"), ("TEL", "phone"), ("来所", "window"), ("来庁", "window"), ("訪問", "visit"), ("LINE", "mail"),
     ("出張相談", "outpost"), ("他機関からの紹介", "introduced"), ("民生委員・児童委員", "volunteer"),
     ("近隣住民", "neighbour"), ("庁内の他課", "division"), ("関係機関", "agency"), ("その他", "other")],
)  # fmt: skip
def test_ways_of_reception(text, channel):
    read = cells.read_channel(text)
    assert (read.value, read.warning) == (channel, "")


def test_a_way_the_sheet_does_not_know_is_other_and_told():
    assert cells.read_channel("狼煙").value == "other"
    assert "狼煙" in cells.read_channel("狼煙").warning


@pytest.mark.parametrize(
    ("text", "who"),
    [("本人", "self"), ("長女", "family"), ("夫", "family"), ("民生委員", "volunteer"), ("近隣住民", "neighbour"),
     ("○○病院 相談室", "agency"), ("ケアマネジャー", "agency"), ("通りがかりの人", "other")],
)  # fmt: skip
def test_who_consulted(text, who):
    assert cells.read_consulter(text).value == who


@pytest.mark.parametrize("text", ["○", "有", "至急", "1", "緊急", "今夜泊まる所がない"])
def test_a_mark_of_urgency(text):
    assert cells.read_mark(text).value is True


@pytest.mark.parametrize("text", ["×", "無", "通常", "0", "-", "いまのところなし"])
def test_no_mark_of_urgency(text):
    assert cells.read_mark(text).value is False


@pytest.mark.parametrize("text", ["あり", "○", "同意する", "同意(書面)", "済", "書面", "有(口頭)"])
def test_a_clear_yes(text):
    assert cells.read_consent(text).value == "agree"


@pytest.mark.parametrize("text", ["なし", "×", "拒否", "同意しない", "不同意", "無"])
def test_a_clear_no(text):
    assert cells.read_consent(text).value == "disagree"


@pytest.mark.parametrize(
    "text", ["同意得られず", "未", "未確認", "△", "長男の同意のみ", "無回答", "同意書なし", "同意していない"]
)
def test_what_is_not_clear_is_never_a_yes(text):
    """A consent opens a case to others: only a clear yes counts (R-DIS-01)."""
    assert cells.read_consent(text).value == "unclear"


@given(st.text(min_size=1))
def test_no_text_that_holds_a_no_is_read_as_a_yes(text):
    for no in ("ない", "なし", "拒", "×", "未", "ず"):
        assert cells.read_consent(f"同意{text}{no}").value != "agree"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("介護", ["care"]),
        ("病気や健康、障害のこと", ["health"]),
        ("収入・生活費、債務", ["income", "debt"]),
        ("不登校・ひきこもり", ["withdrawal"]),
        ("介護/仕事", ["care", "job_seeking"]),
        ("DV・虐待 家族との関係", ["abuse", "family"]),
        ("生活困窮；ゴミ屋敷", ["income", "housing"]),
        ("1.介護\n2.障がい", ["care", "health"]),
    ],
)
def test_topics_in_the_words_of_the_office(text, topics):
    read = read_topics(text)
    assert (read.value, read.warning) == ((topics, []), "")


def test_a_topic_beyond_the_sixteen_is_other_and_its_word_kept():
    read = read_topics("介護、猫の多頭飼育")
    assert read.value == (["care", "other"], ["猫の多頭飼育"])
    assert "猫の多頭飼育" in read.warning


@pytest.mark.parametrize(
    ("text", "name"),
    [("山形 ハル", ("山形", "ハル")), ("山形　ハル", ("山形", "ハル")), ("山形ハル", ("山形ハル", "")),
     ("グエン ティ ラン", ("グエン", "ティ ラン"))],
)  # fmt: skip
def test_a_name_is_parted_at_its_first_space(text, name):
    assert cells.split_name(text).value == name


READERS = [cells.read_date, cells.read_age, cells.read_sex, cells.read_phones, cells.read_channel, cells.read_consulter,
           cells.read_mark, cells.read_consent, cells.read_email, cells.split_name, read_topics]  # fmt: skip


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_stands_in_a_cell_is_read_or_refused(text):
    """No cell brings the import down: a reader answers or says what is wrong (R-OPS-02)."""
    for reader in READERS:
        try:
            reader(text)
        except Bad as bad:
            assert str(bad)
