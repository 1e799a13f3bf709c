"""The profiles that come with the product: each loads, and says what its town's plan says (R-CONF-05, R-DEL-05)."""

from __future__ import annotations

import pytest

from kasane.profiles import ProfileError, load
from kasane.profiles.loader import available
from kasane.profiles.vocabulary import BodyFunction, ProgramCode, Timing, Work

BOTH = (BodyFunction.MULTI_TIER, BodyFunction.SUPPORT_CONFERENCE)


def test_four_towns_and_a_standard_come_with_the_product():
    assert available() == ["hokuei", "komaki", "mine", "misaki", "standard"]


@pytest.mark.parametrize("name", ["hokuei", "komaki", "mine", "misaki", "standard"])
def test_every_profile_loads_with_all_five_works_and_the_four_timings(name):
    profile = load(name)

    assert {work for delivery in profile.deliveries for work in delivery.works} == set(Work)
    assert [timing.code for timing in profile.timings] == list(Timing)
    assert profile.bodies_with(BodyFunction.MULTI_TIER)
    assert profile.bodies_with(BodyFunction.SUPPORT_CONFERENCE)


@pytest.mark.parametrize("name", ["hokuei", "komaki"])
def test_one_body_carries_both_conferences_where_the_plan_says_so(name):
    profile = load(name)

    assert [body.functions for body in profile.bodies_with(BodyFunction.MULTI_TIER)] == [BOTH]


def test_komaki_meets_four_times_a_year_and_when_needed_and_counts_three_fields():
    komaki = load("komaki")

    body = komaki.body("tsunagaru-kaigi")
    assert (body.times_per_year, body.regular, body.ad_hoc) == (4, True, True)
    assert komaki.rules.field_threshold == 3
    assert len([area for area in komaki.areas if area.kind == "日常生活圏域"]) == 6
    assert (
        len(next(one for one in komaki.deliveries if one.program == ProgramCode.SUPPORT_CENTER).agencies) == 5
    )


def test_mine_lets_the_town_convene_one_conference_and_the_council_the_other():
    mine = load("mine")

    assert mine.agency(mine.body("shien-kaigi").host or "").municipality
    assert not mine.agency(mine.body("juso-kaigi").host or "").municipality
    assert mine.body("renkei-kaigi").times_per_year == 12


def test_hokuei_entrusts_five_corporations_with_reaching_out():
    assert len(load("hokuei").delivery("outreach").agencies) == 5


def test_the_towns_write_disability_and_children_their_own_way_but_no_name_of_a_law():
    words = load("hokuei").words

    assert words.spell("健康・障害・介護") == "健康・障がい・介護"
    assert words.spell("こどもの様子") == "子どもの様子"
    assert (
        words.spell("身体障害者手帳・障害年金・障害者総合支援法")
        == "身体障害者手帳・障害年金・障害者総合支援法"
    )
    assert words.spell("こども家庭センター") == "こども家庭センター"


def _profile(folder, text):
    path = folder / "mura.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_town_file_states_only_what_is_its_own(tmp_path):
    path = _profile(
        tmp_path,
        'extends = "standard"\n[town]\nname = "見本村"\nkana = "みほんむら"\n[words]\nchild = "子ども"\n',
    )

    profile = load(path)

    assert profile.town.name == "見本村"
    assert (profile.words.child, profile.words.disability) == ("子ども", "障害")
    assert profile.agencies == load("standard").agencies


def test_a_sheet_of_the_same_code_is_replaced_and_the_others_stay(tmp_path):
    path = _profile(
        tmp_path, 'extends = "standard"\n[[sheet]]\ncode = "referral"\nnumber = "1"\nname = "連絡票"\n'
    )

    names = {sheet.code.value: sheet.name for sheet in load(path).sheets}

    assert names["referral"] == "連絡票"
    assert names["intake"] == "相談受付シート"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'extends = "hokuei"\n',
            "mura.toml の extends ＝ 「hokuei」：もとにするプロファイルを次から選んでください。misaki・standard",
        ),
        (
            'extends = "standard"\n[words]\nchild = ""\n',
            "mura.toml の words.child ＝ 「」：「子ども」か「こども」を文字で書いてください。",
        ),
        (
            'extends = "standard"\n[rules]\nsilence_days = 0\n',
            "mura.toml の rules.silence_days ＝ 0：記録のないケースを知らせるまでの日数を1から365までの整数で書いてください。",
        ),
    ],
)
def test_a_fault_is_told_with_the_file_and_the_place_it_stands_in(tmp_path, text, line):
    with pytest.raises(ProfileError) as error:
        load(_profile(tmp_path, text))

    assert [str(problem) for problem in error.value.problems] == [line]


def test_a_fault_in_what_is_taken_over_names_the_file_it_comes_from(tmp_path):
    text = """extends = "standard"
[[agency]]
key = "yakuba"
name = "役場"
kana = "やくば"
kind = "division"
municipality = true
"""
    with pytest.raises(ProfileError) as error:
        load(_profile(tmp_path, text))

    assert "mura.toml（standard.toml から） の rules.center" in str(error.value)
