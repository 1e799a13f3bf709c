"""Who must be found to be one person and who must not, as tables (R-PEO-02). All made up."""

from __future__ import annotations

import pytest

from kasane.people.linkage import Record, committed, score

HANAKO = {
    "name": "渡辺 和子",
    "kana": "ワタナベ カズコ",
    "sex": "女",
    "birth": "昭和19年5月3日",
    "address": "岡山県久米郡美咲町大字原田2144番地1",
    "phone": "0868-00-1111",
}
KENICHI = {
    "name": "春名 健一",
    "kana": "ハルナ ケンイチ",
    "sex": "男",
    "birth": "昭和47年3月21日",
    "address": "美咲町大字上梅谷12番地",
    "phone": "090-0000-2222、0868-00-2222",
}
SATO = {
    "name": "佐藤 由美",
    "kana": "サトウ ユミ",
    "sex": "女",
    "birth": "平成2年11月9日",
    "address": "美咲町中央二丁目10番5号 コーポ梅谷201号室",
    "phone": "080-0000-3333",
}

ONE = [
    ("nothing but the era's letter and dashes", HANAKO, {"birth": "S19.5.3", "address": "美咲町原田2144-1"}),
    ("variant characters", HANAKO, {"name": "渡邉 和子"}),
    ("half-width kana, western date", HANAKO, {"kana": "ﾜﾀﾅﾍﾞ ｶｽﾞｺ", "birth": "1944/5/3"}),
    ("hiragana and no space", HANAKO, {"name": "渡邊和子", "kana": "わたなべかずこ"}),
    ("kana only", HANAKO, {"name": "ワタナベ カズコ", "kana": ""}),
    ("Latin letters", HANAKO, {"name": "WATANABE Kazuko", "kana": ""}),
    ("a slip in the reading", HANAKO, {"kana": "ワタナベ カヅコ"}),
    ("one kana wrong", HANAKO, {"kana": "ワタナベ カスコ"}),
    ("read otherwise", HANAKO, {"kana": "ワタナベ ワコ"}),
    ("moved, telephone kept", HANAKO, {"address": "津山市山下9-1"}),
    ("moved, no telephone", KENICHI, {"address": "津山市山下9-1", "phone": ""}),
    (
        "married, moved, mobile kept",
        SATO,
        {"name": "三宅 由美", "kana": "ミヤケ ユミ", "address": "津山市山下9-1"},
    ),
    ("married, address kept", SATO, {"name": "三宅 由美", "kana": "ミヤケ ユミ", "phone": ""}),
    ("era mistaken", HANAKO, {"birth": "平成19年5月3日"}),
    ("era's year taken for a western one", HANAKO, {"birth": "1919-05-03"}),
    ("day and month crossed", HANAKO, {"birth": "1944-03-05"}),
    ("one digit of the day wrong", HANAKO, {"birth": "昭和19年5月8日"}),
    ("one digit of the year wrong", KENICHI, {"birth": "昭和42年3月21日"}),
    ("only the age is known", HANAKO, {"birth": "81歳"}),
    ("year and month only", KENICHI, {"birth": "昭和47年3月"}),
    ("no birth date", KENICHI, {"birth": ""}),
    ("no reading", SATO, {"kana": ""}),
    ("no sex, no address", SATO, {"sex": "", "address": ""}),
    ("no telephone, room left out", SATO, {"phone": "", "address": "美咲町中央2-10-5"}),
    ("one digit of the telephone wrong", KENICHI, {"phone": "090-0000-2223", "address": ""}),
    ("reading the same, characters others", KENICHI, {"name": "春名 賢一"}),
    (
        "several at once",
        HANAKO,
        {"name": "渡邉和子", "kana": "", "birth": "H19.5.3", "address": "原田2144の1", "sex": ""},
    ),
    (
        "a foreign name split otherwise",
        {**KENICHI, "name": "張 浩然", "kana": "チョウ コウゼン"},
        {"name": "張浩然", "kana": ""},
    ),
    ("wrong sex", HANAKO, {"sex": "男"}),
]

TWO = [
    ("twins", HANAKO, {"name": "渡辺 節子", "kana": "ワタナベ セツコ"}),
    ("twins named alike 和子/和美", HANAKO, {"name": "渡辺 和美", "kana": "ワタナベ カズミ"}),
    ("twins 健一/健二", KENICHI, {"name": "春名 健二", "kana": "ハルナ ケンジ"}),
    ("twins 一郎/二郎", {**KENICHI, "name": "春名 一郎", "kana": "ハルナ イチロウ"}, {"name": "春名 二郎", "kana": "ハルナ ジロウ"}),
    ("boy and girl twins", KENICHI, {"name": "春名 智子", "kana": "ハルナ トモコ", "sex": "女"}),
    ("twins who live apart", HANAKO, {"name": "渡辺 節子", "kana": "ワタナベ セツコ", "address": "津山市山下9-1", "phone": ""}),
    ("twins, one without reading", KENICHI, {"name": "春名 浩二", "kana": ""}),
    ("father and son 正/正一", {**KENICHI, "name": "春名 正", "kana": "ハルナ タダシ", "birth": "S22.4.1"},
     {"name": "春名 正一", "kana": "ハルナ ショウイチ", "birth": "S47.3.21"}),
    ("father and son 健一/健太, no reading", {**KENICHI, "kana": ""}, {"name": "春名 健太", "kana": "", "birth": "H12.8.8"}),
    ("mother and daughter 和子/和美, readings", HANAKO, {"name": "渡辺 和美", "kana": "ワタナベ カズミ", "birth": "S45.7.7"}),
    ("spouses with one telephone", KENICHI, {"name": "春名 由美", "kana": "ハルナ ユミ", "sex": "女", "birth": "S49.1.5"}),
    ("spouses, birth dates unknown", {**KENICHI, "birth": ""}, {"name": "春名 由美", "kana": "ハルナ ユミ", "sex": "女", "birth": ""}),
    ("spouses that sound alike", {**KENICHI, "name": "春名 薫", "kana": "ハルナ カオル"},
     {"name": "春名 香", "kana": "ハルナ カオル", "sex": "女", "birth": "S49.1.5"}),
    ("siblings born in one year", KENICHI, {"name": "春名 浩二", "kana": "ハルナ コウジ", "birth": "S47.12.30"}),
    ("namesakes in one block", SATO, {"birth": "S38.2.14", "address": "美咲町中央二丁目3番1号", "phone": "080-0000-4444"}),
    ("namesakes in one block, no telephone", SATO, {"birth": "S38.2.14", "address": "美咲町中央二丁目3番1号", "phone": ""}),
    ("namesakes in other towns", SATO, {"birth": "S38.2.14", "address": "津山市山下9-1", "phone": ""}),
    ("name only, a common one", {**SATO, "birth": "", "address": "", "phone": ""}, {}),
    ("name and town only", {**SATO, "birth": "", "address": "美咲町中央2丁目", "phone": ""}, {}),
    ("birth date only", HANAKO, {"name": "三宅 節子", "kana": "ミヤケ セツコ", "address": "津山市山下9-1", "phone": ""}),
    ("given name and birth date, nothing else alike", SATO, {"name": "三宅 由美", "kana": "ミヤケ ユミ", "address": "津山市山下9-1", "phone": "080-0000-4444"}),
    ("the family name and nothing else", SATO, {"name": "佐藤", "kana": "サトウ", "birth": "", "address": "", "phone": ""}),
    ("two family names and one telephone", {**SATO, "name": "佐藤", "kana": "サトウ", "birth": ""}, {"name": "佐藤", "kana": "サトウ", "birth": ""}),
    ("two family names of which we know nothing", {**SATO, "name": "角南", "kana": "スナミ", "birth": ""}, {"name": "角南", "kana": "スナミ", "birth": ""}),
    ("given name unknown, same home", HANAKO, {"name": "渡辺", "kana": "ワタナベ", "birth": ""}),
    ("neighbours in one apartment house", SATO, {"name": "難波 恵", "kana": "ナンバ メグミ", "birth": "H3.1.1", "address": "美咲町中央2-10-5", "phone": ""}),
    ("strangers", HANAKO, KENICHI),
    ("nothing known of either", {}, {}),
    ("nothing known of one", HANAKO, dict.fromkeys(HANAKO, "")),
]  # fmt: skip


def both(first, changes):
    return Record.of("1", **first), Record.of("2", **{**first, **changes})


@pytest.mark.parametrize(("first", "changes"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_person_in_two_records_is_found(first, changes):
    found = score(*both(first, changes))
    assert found.probability >= committed().threshold, found


@pytest.mark.parametrize(("first", "changes"), [row[1:] for row in TWO], ids=[row[0] for row in TWO])
def test_two_people_are_not_taken_for_one(first, changes):
    found = score(*both(first, changes))
    assert found.probability < committed().threshold, found


def test_the_tables_are_long_enough_to_mean_something():
    assert len(ONE) >= 20 and len(TWO) >= 20


def test_a_rare_name_says_more_than_a_common_one():
    common = score(*both({**SATO, "phone": ""}, {"address": ""}))
    rare = score(
        *both({**SATO, "name": "勅使河原 由美", "kana": "テシガワラ ユミ", "phone": ""}, {"address": ""})
    )
    assert rare.weight > common.weight + 2


def test_the_reasons_are_told_in_the_order_of_the_form():
    found = score(*both(HANAKO, {"name": "渡邉 和子", "birth": "H19.5.3", "sex": ""}))
    assert [reason.field for reason in found.reasons] == [
        "氏",
        "名",
        "生年月日",
        "性別",
        "住所",
        "電話",
        "世帯",
    ]
    told = {reason.field: reason.level for reason in found.reasons}
    assert told["生年月日"] == "月日が同じ、元号の取りちがえに見える"
    assert told["性別"] == "どちらかが空"
    assert found.weight == pytest.approx(committed().prior + sum(reason.weight for reason in found.reasons))
