"""Rows become cases: what is read, what is refused, what is doubtful; when an import may be made and undone (R-OPS-02)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from kasane.base.kinds import SHAREABLE_KINDS
from kasane.imports.rules import (
    Ground,
    ImportFacts,
    UndoFacts,
    check,
    gather,
    guess_columns,
    import_obstacles,
    undo_obstacles,
)

GROUND = Ground(today=date(2025, 7, 1))


def checked(headings, *rows, ground=GROUND):
    return check([headings, *rows], header=0, columns=guess_columns(headings), ground=ground)


def one(headings, *row, ground=GROUND):
    found = checked(headings, list(row), ground=ground)
    assert [f.reason for f in found.faults if f.is_error] == []
    return found.planned[0], found


def test_a_row_becomes_the_sheet_of_a_case():
    case, found = one(
        ["番号", "受付日", "氏名", "ふりがな", "性別", "生年月日", "住所", "電話", "受付方法", "本人との関係", "相談者氏名", "概要", "分類"],
        "7", "R6.4.1", "山形 ハル", "やまがた はる", "女", "S17.5.6", "打穴中1", "090-0000-0001", "電話", "長女", "山形 花", "介護の疲れ", "介護",
    )  # fmt: skip
    assert case.subject == {
        "family_name": "山形", "given_name": "ハル", "family_kana": "やまがた", "given_kana": "はる", "sex": "female",
        "birth_date": date(1942, 5, 6), "address": "打穴中1", "mobile": "090-0000-0001",
    }  # fmt: skip
    assert case.sheet == {
        "received_on": date(2024, 4, 1), "channel": "phone", "channel_note": "", "consulter_is": "family",
        "consulter_tie": "長女", "consulter_name": "山形 花", "consulter_contact": "", "household_note": "",
        "involved_note": "", "overview": "介護の疲れ", "topics": ["care"], "main_topic": "care", "is_urgent": False,
        "urgent_note": "", "kinds": int(SHAREABLE_KINDS),
    }  # fmt: skip
    assert (case.lines, found.faults, found.persons) == ({2: "7"}, [], 1)


def test_consent_is_unclear_where_the_ledger_says_nothing():
    """Nobody's silence opens a case to others (R-DIS-01)."""
    case, _ = one(["氏名", "受付日", "概要"], "山 川", "R6.4.1", "x")
    assert case.consent["answer"] == "unclear"
    assert case.consent["confirmed_on"] == date(2024, 4, 1)


def test_a_yes_needs_how_and_by_whom():
    headings = ["氏名", "受付日", "概要", "同意", "同意日", "同意の方法", "担当者"]
    case, _ = one(headings, "山 川", "R6.4.1", "x", "あり", "R6.4.3", "口頭", "包括 花子")
    assert case.consent == {
        "answer": "agree", "confirmed_on": date(2024, 4, 3), "method": "oral", "explained_by": "包括 花子",
        "note": "台帳の記載: あり",
    }  # fmt: skip
    for method, staff in (("", "包括 花子"), ("口頭", "")):
        case, found = one(headings, "山 川", "R6.4.1", "x", "あり", "R6.4.3", method, staff)
        assert case.consent["answer"] == "unclear"
        assert any("「不明」として" in fault.reason for fault in found.faults)


def test_the_way_of_asking_may_stand_in_the_answer_itself():
    case, _ = one(
        ["氏名", "受付日", "概要", "同意", "説明者"], "山 川", "R6.4.1", "x", "あり(書面)", "包括 花子"
    )
    assert (case.consent["answer"], case.consent["method"]) == ("agree", "paper")


@pytest.mark.parametrize(
    ("headings", "row", "heading", "value", "why"),
    [
        (["氏名", "受付日"], ["", "R6.4.1"], "氏名", "", "氏名がありません"),
        (["氏名", "受付日"], ["山 川", ""], "受付日", "", "受付日がありません"),
        (["氏名", "受付日"], ["山 川", "4/1"], "受付日", "4/1", "年がありません"),
        (["氏名", "受付日"], ["山 川", "R9.4.1"], "受付日", "R9.4.1", "これから先"),
        (["氏名", "受付日"], ["山 川", "不明"], "受付日", "不明", "読めません"),
        (["氏名", "受付日", "性別"], ["山 川", "R6.4.1", "3"], "性別", "3", "男・女"),
        (["氏名", "受付日", "生年月日"], ["山 川", "R6.4.1", "S99.1.1"], "生年月日", "S99.1.1", "元号"),
        (["氏名", "受付日", "年齢"], ["山 川", "R6.4.1", "999"], "年齢", "999", "130まで"),
        (["氏名", "受付日", "住所"], ["山 川", "R6.4.1", "あ" * 201], "住所", "あ" * 201, "200字まで"),
        (["氏名", "受付日", "住所"], ["山 川", "R6.4.1", "#REF!"], "住所", "#REF!", "数式"),
        (["氏名", "受付日", "終了日"], ["山 川", "R6.4.1", "R6.3.1"], "終了日", "令和6年3月1日", "より前"),
        (["氏名", "受付日", "メールアドレス"], ["山 川", "R6.4.1", "x@"], "メールアドレス", "x@", "メール"),
    ],
)
def test_a_fault_names_row_column_value_and_reason(headings, row, heading, value, why):
    found = checked(headings, row)
    fault = next(fault for fault in found.faults if fault.is_error)
    assert (fault.row, headings[fault.column], fault.value) == (2, heading, value)
    assert why in fault.reason
    assert found.planned == []
    assert [(s.row, s.reasons) for s in found.skipped] == [(2, [fault.reason])]


@pytest.mark.parametrize(
    ("headings", "row", "why", "kept"),
    [
        (["氏名", "受付日"], ["山川花子", "R6.4.1"], "間に空白がない", ""),
        (["氏名", "受付日", "年齢"], ["山 川", "R6.4.1", "80代"], "およその年代", "年齢: 80代"),
        (
            ["氏名", "受付日", "電話"],
            ["山 川", "R6.4.1", "隣の家に"],
            "電話番号として読めない",
            "電話: 隣の家に",
        ),
        (["氏名", "受付日", "地区"], ["山 川", "R6.4.1", "月面"], "一覧にない", "地区: 月面"),
        (["氏名", "受付日", "担当者"], ["山 川", "R6.4.1", "昔の人"], "職員にない", "担当者: 昔の人"),
        (["氏名", "受付日", "分類"], ["山 川", "R6.4.1", "猫"], "16項目にない", "分類: 猫"),
        (
            ["氏名", "受付日", "備考"],
            ["山 川", "R6.4.1", "猫が好き"],
            "概要が書かれていません",
            "備考: 猫が好き",
        ),
    ],
)
def test_what_is_doubtful_is_told_and_nothing_of_it_lost(headings, row, why, kept):
    case, found = one(headings, *row)
    assert any(why in fault.reason and not fault.is_error for fault in found.faults)
    assert kept in case.sheet["household_note"]


def test_an_age_that_is_not_that_of_the_birth_date_is_told_and_the_date_counts():
    case, found = one(["氏名", "受付日", "生年月日", "年齢", "概要"], "山 川", "R6.4.1", "S17.5.6", "45", "x")
    assert ["81歳" in fault.reason for fault in found.faults] == [True]
    assert "stated_age" not in case.subject
    _, found = one(["氏名", "受付日", "生年月日", "年齢", "概要"], "山 川", "R6.4.1", "S17.5.6", "81", "x")
    assert found.faults == []


def test_areas_and_staff_are_known_by_name():
    area, person = uuid4(), uuid4()
    ground = Ground(today=GROUND.today, areas={"旭": area}, staff={"包括花子": person})
    case, found = one(
        ["氏名", "受付日", "地区", "担当", "概要"],
        "山 川",
        "R6.4.1",
        "旭地区",
        "包括　花子",
        "x",
        ground=ground,
    )
    assert (case.subject["area_id"], case.staff_id, found.faults) == (area, person, [])


HOUSE = ["世帯番号", "続柄", "氏名", "受付日", "概要"]


def test_rows_of_one_household_become_one_case():
    found = checked(
        HOUSE,
        ["1", "長男", "山形 正樹", "", "部屋から出ない"],
        ["2", "本人", "津島 一", "R6.5.1", "仕事"],
        ["1", "本人", "山形 ハル", "R6.4.1", "介護"],
    )
    assert [f for f in found.faults if f.is_error] == []
    first = found.planned[0]
    assert first.subject["given_name"] == "ハル"
    assert [(one["relation"], one["given_name"]) for one in first.household] == [("長男", "正樹")]
    assert first.sheet["overview"] == "介護\n\n部屋から出ない"
    assert sorted(first.lines) == [2, 4]
    assert (len(found.planned), found.persons) == (2, 3)


def test_without_the_word_for_the_subject_the_head_of_the_household_is_it_with_a_warning():
    found = checked(HOUSE, ["1", "妻", "山 花", "R6.4.1", "x"], ["1", "世帯主", "山 太郎", "", ""])
    assert found.planned[0].subject["given_name"] == "太郎"
    assert any("本人とします" in fault.reason for fault in found.faults)


def test_an_error_in_one_row_keeps_the_whole_household_out():
    found = checked(HOUSE, ["1", "本人", "山 花", "R6.4.1", "x"], ["1", "子", "", "R6.4.1", ""])
    assert found.planned == []
    assert [(s.row, s.reasons[0]) for s in found.skipped] == [
        (2, "同じ世帯の3行目に誤りがあります。"),
        (3, "氏名がありません。分からないときは「不明」と書いてください。"),
    ]


def test_two_subjects_and_the_same_name_twice_in_a_household_are_errors():
    found = checked(HOUSE, ["1", "本人", "山 花", "R6.4.1", "x"], ["1", "本人", "山 月", "", ""])
    assert any("二人います" in fault.reason and fault.is_error for fault in found.faults)
    found = checked(HOUSE, ["1", "本人", "山 花", "R6.4.1", "x"], ["1", "", "山 花", "R6.8.1", "y"])
    assert any("二度目の相談" in fault.reason and fault.is_error for fault in found.faults)


def test_blank_rows_and_repeated_headings_are_passed_over():
    found = checked(
        ["氏名", "受付日"], ["山 川", "R6.4.1"], ["", ""], ["氏名", "受付日"], ["川 山", "R6.4.2"]
    )
    assert [sorted(case.lines) for case in found.planned] == [[2], [5]]


def test_a_ledger_number_imported_before_is_an_error():
    ground = Ground(today=GROUND.today, numbers={"7": "R6-0001、令和6年5月1日"})
    found = checked(
        ["番号", "氏名", "受付日"], ["7", "山 川", "R6.4.1"], ["8", "川 山", "R6.4.1"], ground=ground
    )
    assert ["すでに取り込まれています(R6-0001" in f.reason for f in found.faults if f.is_error] == [True]
    assert [sorted(case.lines) for case in found.planned] == [[3]]


def test_the_same_ledger_number_twice_in_a_file_is_an_error_of_the_second():
    found = checked(["番号", "氏名", "受付日"], ["７", "山 川", "R6.4.1"], ["7", "川 山", "R6.4.2"])
    assert [(f.row, "2行目にもあります" in f.reason) for f in found.faults if f.is_error] == [(3, True)]


def test_without_numbers_the_same_consultation_is_known_again_by_what_it_says():
    headings = ["氏名", "受付日", "概要"]
    case, _ = one(headings, "山 川", "R6.4.1", "相談 した")
    ground = Ground(today=GROUND.today, prints={case.fingerprint: "R6-0001、令和6年5月1日"})
    found = checked(headings, ["山　川", "令和6年4月1日", "相談した"], ground=ground)
    assert ["すでに取り込まれています" in f.reason for f in found.faults if f.is_error] == [True]


def test_persons_that_look_the_same_are_warned_of():
    found = checked(
        ["氏名", "受付日", "生年月日", "概要"],
        ["山 川", "R6.4.1", "S20.1.1", "x"],
        ["山　川", "R6.9.1", "1945/1/1", "y"],
        ["山 川", "R6.9.1", "S50.1.1", "z"],
        ["不明", "R6.9.1", "", "a"],
        ["不明", "R6.9.2", "", "b"],
    )
    assert [(f.row, f.is_error) for f in found.faults if "同じです" in f.reason] == [(3, False)]


def test_urgency_and_its_words():
    case, _ = one(["氏名", "受付日", "緊急", "概要"], "山 川", "R6.4.1", "○", "x")
    assert (case.sheet["is_urgent"], case.sheet["urgent_note"]) == (True, "台帳で緊急とされた相談")
    case, _ = one(["氏名", "受付日", "緊急", "概要"], "山 川", "R6.4.1", "食べる物がない", "x")
    assert case.sheet["urgent_note"] == "食べる物がない"


def test_an_empty_table_has_nothing_to_import():
    assert checked(["氏名", "受付日"]).planned == []
    assert check([], header=0, columns=[], ground=GROUND).faults == []


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({}, []),
        ({"errors": 2}, ["errors"]),
        ({"errors": 2, "skips": True}, []),
        ({"cases": 0}, ["nothing"]),
        ({"cases": 0, "errors": 2, "skips": True}, ["nothing"]),
        ({"cases": 0, "errors": 2, "known": 2}, ["all_known"]),
        ({"cases": 0, "errors": 2, "known": 2, "skips": True}, ["all_known"]),
        ({"cases": 0, "errors": 3, "known": 2}, ["errors", "nothing"]),
        ({"errors": 2, "known": 2}, ["errors"]),
        ({"errors": 2, "known": 2, "skips": True}, []),
        ({"same_agency": False}, ["other_agency"]),
    ],
)
def test_all_or_nothing_unless_asked_otherwise(facts, codes):
    base = {"upload_id": str(uuid4()), "cases": 3, "errors": 0, "skips": False}
    assert [o.code for o in import_obstacles(ImportFacts(**{**base, **facts}))] == codes


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({}, []),
        ({"undone": True}, ["undone"]),
        ({"same_agency": False}, ["other_agency"]),
        ({"touched": [(str(uuid4()), "R6-0001")]}, ["touched"]),
    ],
)
def test_an_import_is_undone_only_while_nothing_else_happened(facts, codes):
    """R-DIS-08: what somebody wrote is not lost with an import."""
    found = undo_obstacles(UndoFacts(**{"undone": False, "same_agency": True, **facts}))
    assert [o.code for o in found] == codes


def test_the_cases_in_the_way_are_named_with_links_but_not_without_end():
    touched = [(str(uuid4()), f"R6-{n:04d}") for n in range(30)]
    (obstacle,) = undo_obstacles(UndoFacts(undone=False, same_agency=True, touched=touched))
    assert "30件" in obstacle.sentence and "はじめの20件" in obstacle.sentence
    assert len(obstacle.links) == 20
    assert touched[0][0] in obstacle.links[0].url


def test_the_same_doubt_on_the_same_value_is_told_once_with_its_count():
    rows = [[f"山 {n}", "R6.4.1", "昔の人", f"相談{n}"] for n in range(5)] + [
        ["川 山", "4/1", "昔の人", "x"]
    ] * 2
    found = checked(["氏名", "受付日", "担当者", "概要"], *rows)
    notices = gather(found.faults)
    assert [(n.fault.row, n.others) for n in notices if "職員にない" in n.fault.reason] == [(2, 6)]
    assert [(n.fault.row, n.others) for n in notices if n.fault.is_error] == [(7, 0), (8, 0)]
    assert found.warnings == sum(1 for n in notices if not n.fault.is_error)
