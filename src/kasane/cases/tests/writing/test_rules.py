"""Phrases, numbered templates, offers, and what one visit may leave in several cases (issue 5, less typing)."""

from __future__ import annotations

import pytest

from kasane.base.choices import ContactMethod
from kasane.cases.writing import rules
from kasane.cases.writing.rules import Entry, Name, Template, Written
from kasane.profiles import load
from kasane.profiles.vocabulary import Contact


@pytest.mark.parametrize(
    ("code", "taken", "codes"),
    [
        ("訪問", ["電話"], []),
        ("", ["", "電話"], []),
        ("訪 問", [], ["code_space"]),
        (";x", [], ["code_space"]),
        ("12", [], ["code_digits"]),
        ("ＡＢ", ["ab"], ["code_taken"]),
    ],
)
def test_a_code_can_be_typed_and_is_the_only_one(code, taken, codes):
    assert [one.code for one in rules.phrase_obstacles(code=code, taken=taken)] == codes


def test_another_persons_phrase_is_not_mine():
    found = rules.phrase_obstacles(code="", taken=(), same_person=False)
    assert [one.code for one in found] == ["not_yours"]


def test_who_comes_first_keeps_the_number_and_nobody_gets_the_same():
    own = [Template("うちの面接", "a", 1), Template("番号なし", "b")]
    town = [Template("初回面接", "c", 1), Template("訪問", "d", 3)]
    found = [(one.number, one.name) for one in rules.numbered([*own, *town])]
    assert found == [(1, "うちの面接"), (2, "番号なし"), (3, "訪問"), (4, "初回面接")]


def test_a_template_the_desk_wrote_anew_takes_the_towns_place():
    found = rules.numbered([Template("訪問", "新しい", 3), Template("訪問", "町の", 3)])
    assert [(one.number, one.text) for one in found] == [(3, "新しい")]


def test_more_templates_than_keys_are_still_offered():
    found = rules.numbered([Template(str(n), "x", 1) for n in range(12)])
    assert [one.number for one in found] == [*range(1, 10), None, None, None]


A = Written("R7-0001", "二人で話した。", (Name("田中", "和子"),))
B = Written("R7-0002", "二人で話した。", (Name("山本", "健"),))


def test_a_visit_that_names_nobody_may_stand_in_both():
    assert rules.visit_obstacles([A, B]) == []


@pytest.mark.parametrize(
    "words",
    ["山本 健と話した。", "山本健と話した。", "山本さんと話した。", "健くんも来た。", "山本宅へ行った。"],
)
def test_a_name_of_one_case_must_not_stand_in_the_other(words):
    found = rules.visit_obstacles([Written(A.label, words, A.people), B])
    assert [one.code for one in found] == ["names_other_case"]
    assert "山本 健" in found[0].sentence and "R7-0002" in found[0].sentence


def test_a_name_may_stand_in_its_own_case():
    assert rules.visit_obstacles([A, Written(B.label, "山本さんと話した。", B.people)]) == []


def test_who_belongs_to_both_households_may_be_named_in_both():
    mother = Name("田中", "和子")
    child = Written("R7-0002", "田中 和子さんと話した。", (Name("田中", "拓也"), mother))
    parent = Written("R7-0001", "田中さんと話した。", (mother,))
    assert rules.visit_obstacles([parent, child]) == []


def test_among_namesakes_the_given_name_tells():
    parent = Written("R7-0001", "田中さんと話した。", (Name("田中", "和子"),))
    child = Written("R7-0002", "田中さんと話した。", (Name("田中", "拓也"),))
    assert rules.visit_obstacles([parent, child]) == []
    named = Written("R7-0001", "拓也くんの話をした。", parent.people)
    assert [one.code for one in rules.visit_obstacles([named, child])] == ["names_other_case"]


def test_a_case_is_not_chosen_twice_nor_named_by_its_number():
    twice = [one.code for one in rules.visit_obstacles([A, B, B])]
    assert twice == ["case_twice"]
    told = Written(A.label, "R7-0002 と同じ日", A.people)
    assert [one.code for one in rules.visit_obstacles([told, B])] == ["names_case"]


def test_words_of_one_other_household_are_not_offered():
    mine = [
        Entry("x", "本人宅", "山本 健", "visit", 60),
        Entry("x", "山本宅", "山本 健", "visit", 60),
        Entry("y", "役場", "主治医", "phone", 15),
        Entry("z", "役場", "山本商店", "phone", None),
    ]
    here = [Entry("c", "田中宅", "和子", "visit", 30)]
    found = rules.offers(here, mine, case="c")
    assert (found.places, found.counterparts) == (["田中宅", "役場"], ["和子"])
    assert found.ways == [("visit", 60), ("phone", 15)]


def test_the_town_names_the_same_ways_as_the_record():
    assert [(one.value, one.label) for one in Contact] == [
        (v, str(label)) for v, label in ContactMethod.choices
    ]


def test_misaki_has_five_templates_for_each_of_four_fields():
    found = load("misaki").record_templates
    by_program: dict = {}
    for one in found:
        by_program.setdefault(one.programs, []).append(one.number)
    assert len(by_program) == 4
    assert all(numbers == [1, 2, 3, 4, 5] for numbers in by_program.values())
