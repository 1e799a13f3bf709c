"""What is blacked out in the copy for one person, and what is not (R-DIS-08)."""

from __future__ import annotations

import pytest

from kasane.agencies.models import Role
from kasane.sheets.disclosure_request.mask import Concealed, Masker
from kasane.sheets.disclosure_request.people import concealed_person, concealed_third_party, own_names
from kasane.sheets.disclosure_request.rules import copy_obstacles

MOTHER = {
    "family_name": "田中",
    "given_name": "和子",
    "family_kana": "たなか",
    "given_kana": "かずこ",
    "address": "川口町1-2",
}
SON = {"family_name": "田中", "given_name": "誠", "family_kana": "たなか", "given_kana": "まこと", "birth_date": "1971-05-03",
       "phone": "090-1234-5678", "address": "大阪市北区梅田1-1"}  # fmt: skip
DAUGHTER = {
    "family_name": "渡邊",
    "given_name": "由美子",
    "family_kana": "わたなべ",
    "given_kana": "ゆみこ",
    "address": "川口町1-2",
}


def masked(text, *others, own=MOTHER):
    found = [concealed_person("だれか", [other], own=[own]) for other in others]
    return Masker(found, own=own_names([own])).mask(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("田中誠が電話に出た", "■■■が電話に出た"),
        ("田中 誠、田中　誠", "■■■、■■■"),
        ("誠さんと話す", "■■■さんと話す"),
        ("ｔａｎａｋａ", "ｔａｎａｋａ"),
        ("タナカマコト", "■■■"),
        ("ﾏｺﾄさん", "■■■さん"),
        ("まことくん", "■■■くん"),
        ("090-1234-5678 に電話", "■■■ に電話"),
        ("０９０１２３４５６７８", "■■■"),
        ("昭和46年5月3日生まれ", "■■■生まれ"),
        ("S46.5.3", "■■■"),
        ("1971/05/03", "■■■"),
        ("大阪市北区梅田１－１に住む", "■■■に住む"),
    ],
)
def test_a_member_of_the_household_is_blacked_out_however_written(text, expected):
    assert masked(text, SON) == expected


@pytest.mark.parametrize(
    "text",
    ["誠実な人柄", "田中和子さん", "田中さん宅", "川口町1-2", "令和7年5月3日", "090-1234-56789", "5月3日"],
)
def test_what_is_not_theirs_alone_stays(text):
    assert masked(text, SON) == text


def test_another_family_name_and_its_old_characters_are_blacked_out():
    assert masked("渡辺由美子、渡邉さん、渡邊家、わたなべさん", DAUGHTER) == "■■■、■■■さん、■■■家、■■■さん"


def test_an_address_that_is_also_ones_own_stays():
    assert masked("川口町1-2 で会う", DAUGHTER) == "川口町1-2 で会う"


def test_the_own_name_stays_even_when_another_name_is_part_of_it():
    own = {"family_name": "渡邊", "given_name": "真由美", "family_kana": "", "given_kana": ""}
    other = {"family_name": "渡邊", "given_name": "由美"}
    assert masked("真由美さんと由美さん", other, own=own) == "真由美さんと■■■さん"


def test_the_same_length_for_everybody():
    masker = Masker([Concealed("a", words=("甲乙", "大変に長い名前の人"))])
    assert masker.mask("甲乙と大変に長い名前の人")[0] == "■■■と■■■"


def test_each_place_is_told_with_what_stands_around_it():
    masker = Masker([Concealed("隣の人", words=("佐々木",))])
    _, places = masker.mask("隣の佐佐木さんから通報")
    assert [(p.label, p.word, p.before, p.after) for p in places] == [
        ("隣の人", "佐佐木", "隣の", "さんから通報")
    ]


def test_who_called_is_somebody_else_unless_it_was_the_person():
    row = {
        "consulter_is": "family",
        "consulter_name": "渡辺 由美子",
        "consulter_kana": "",
        "consulter_contact": "090-1111-2222",
    }
    found = concealed_third_party("intake_reception", row, own=own_names([MOTHER]))
    assert found is not None and found.phones == ("090-1111-2222",)
    assert concealed_third_party("intake_reception", row | {"consulter_is": "self"}, own=[]) is None
    mine = row | {"consulter_name": "田中和子"}
    assert concealed_third_party("intake_reception", mine, own=own_names([MOTHER])) is None


@pytest.mark.parametrize(
    ("role", "town", "may"),
    [
        (Role.COORDINATOR, True, True), (Role.COORDINATOR, False, True), (Role.MANAGER, True, True),
        (Role.MANAGER, False, False), (Role.WORKER, True, False), (Role.DECIDER, True, False), (Role.ADMINISTRATOR, True, False),
    ],
)  # fmt: skip
def test_only_a_coordinator_or_a_manager_of_the_town_makes_the_copy(role, town, may):
    assert (copy_obstacles(role=role, is_municipality=town) == []) is may
