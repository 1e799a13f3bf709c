"""Where the headings stand, what each column becomes, what is remembered (R-OPS-02)."""

from __future__ import annotations

import pytest

from kasane.imports.rules import FIELDS, guess_columns, guess_header, headings_key, mapping_obstacles
from kasane.imports.rules.columns import guess_field, remember


@pytest.mark.parametrize(
    ("heading", "field"),
    [("氏名", "name"), ("氏　名", "name"), ("本人氏名", "name"), ("氏", "family_name"), ("名", "given_name"),
     ("フリガナ", "kana"), ("ﾌﾘｶﾞﾅ", "kana"), ("性別", "sex"), ("生年月日(西暦)", "birth_date"), ("※生年月日", "birth_date"),
     ("年齢", "stated_age"), ("住所", "address"), ("地区", "area"), ("電話番号", "phone"), ("携帯", "mobile"),
     ("受付日", "received_on"), ("初回相談日", "received_on"), ("受付方法", "channel"), ("相談内容", "overview"), ("概要", "overview"),
     ("相談分類", "topics"), ("緊急", "is_urgent"), ("世帯番号", "household_no"), ("世帯ID", "household_no"), ("続柄", "relation"),
     ("備考", "note"), ("旧番号", "ledger_no"), ("No.", "ledger_no"), ("同意", "consent_answer"), ("担当者", "staff"),
     ("終結日", "closed_on"), ("民生委員氏名", ""), ("緊急連絡先電話番号", ""), ("世帯主生年月日", ""), ("本人氏名(ふりがな)", "kana"), ("民生委員(カナ)", ""), ("氏名(漢字)", "name"), ("電話/携帯", "phone"), ("決裁印", ""), ("", "")],
)  # fmt: skip
def test_headings_as_offices_write_them(heading, field):
    assert guess_field(heading) == field


def test_every_field_is_known_by_its_own_name():
    assert {key: guess_field(field.label) for key, field in FIELDS.items()} == {key: key for key in FIELDS}


def test_titles_above_the_headings_are_passed_over():
    rows = [
        ["令和6年度 相談台帳"],
        [],
        ["作成", "福祉課"],
        ["No", "氏名", "受付日", "相談内容"],
        ["1", "山田 太郎", "R6.4.1", "x"],
    ]
    assert guess_header(rows) == 3


def test_without_known_headings_the_first_row_with_two_cells_counts():
    assert guess_header([["題"], ["あ", "い"], ["う", "え"]]) == 1
    assert guess_header([]) == 0


def test_a_field_is_given_once_but_topics_and_notes_often():
    assert guess_columns(["氏名", "名前", "備考", "メモ", "分類", "種別"]) == [
        "name",
        "",
        "note",
        "note",
        "topics",
        "topics",
    ]


def test_where_only_the_consulter_is_named_that_is_the_person():
    assert guess_columns(["相談日", "相談者氏名", "内容"]) == ["received_on", "name", "overview"]
    assert guess_columns(["相談日", "本人氏名", "相談者氏名"]) == ["received_on", "name", "consulter_name"]


def test_a_mapping_is_remembered_whatever_the_order_of_the_columns():
    headings = ["呼び名", "いつ", "いつ", "ことば"]
    kept = remember(headings, ["name", "received_on", "", "overview"])
    turned = ["ことば", "いつ", "呼び名", "いつ"]
    assert headings_key(headings) == headings_key(turned)
    assert guess_columns(turned, kept) == ["overview", "received_on", "name", ""]


def test_the_list_of_skipped_rows_comes_back_with_the_same_mapping():
    assert headings_key(["氏名", "受付日"]) == headings_key(["氏名", "受付日", "元の行", "とばした理由"])


def test_what_is_remembered_of_a_field_that_no_longer_exists_is_left_out():
    assert guess_columns(["氏名"], {"氏名": "gone"}) == [""]


@pytest.mark.parametrize(
    ("columns", "codes"),
    [
        (["name", "received_on"], []),
        (["family_name", "given_name", "received_on"], []),
        (["name", "received_on", "note", "note", "", ""], []),
        (["received_on"], ["no_name"]),
        (["name"], ["no_day"]),
        ([], ["no_name", "no_day"]),
        (["name", "family_name", "received_on"], ["twice"]),
        (["name", "received_on", "sex", "sex"], ["twice"]),
    ],
)
def test_what_a_mapping_lacks(columns, codes):
    assert [obstacle.code for obstacle in mapping_obstacles(columns)] == codes
