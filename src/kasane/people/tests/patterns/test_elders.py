"""8050, 9060, ひきこもりと高齢の親, 老老介護, 認認介護: what points to them and what must not (R-PEO-03)."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.base.choices import Issue, Topic
from kasane.people.tests.patterns.homes import DAY, home, one, person, seen, tie

MOTHER, SON = person("母", 83), person("本人", 52)


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        (home(MOTHER, SON, issues=[("本人", Issue.ISOLATION)]), "certain"),
        (home(MOTHER, person("本人", 52, "無職"), issues=[("本人", Issue.ISOLATION)]), "certain"),
        (home(MOTHER, person("本人", 52, "ひきこもり")), "certain"),
        (home(MOTHER, person("本人", 52, "無職")), "perhaps"),
        (home(MOTHER, SON, ties=[tie("money", "母", "本人")]), "perhaps"),
        (home(MOTHER, SON, issues=[("母", Issue.CARE)]), "perhaps"),
        (home(MOTHER, SON, issues=[("本人", Issue.MENTAL)]), "perhaps"),
        (home(MOTHER, SON, topics=[Topic.WITHDRAWAL]), "perhaps"),
        (home(MOTHER, person("本人", 52, "会社員"), issues=[("本人", Issue.ISOLATION)]), "perhaps"),
        (home(person("本人", 83), person("長男", 52, "無職"), issues=[("長男", Issue.ISOLATION)]), "certain"),
        (home(MOTHER, person("本人", 52, "就労継続支援B型")), "perhaps"),
        # not
        (home(MOTHER, SON), None),
        (home(MOTHER, person("本人", 52, "会社員(製造)")), None),
        (home(MOTHER, person("本人", 52, "会社員"), issues=[("母", Issue.CARE)]), None),
        (home(person("母", 83, together=False), SON, issues=[("本人", Issue.ISOLATION)]), None),
        (home(MOTHER, SON, person("妻", 50), issues=[("本人", Issue.ISOLATION)]), None),
        (home(person("母", 83, died_on=DAY), SON, issues=[("本人", Issue.ISOLATION)]), None),
        (home(person("母", 83, left=True), SON, issues=[("本人", Issue.ISOLATION)]), None),
        (home(person("母", 74), SON, issues=[("本人", Issue.ISOLATION)]), None),
        (home(MOTHER, person("本人", 44, "無職"), issues=[("本人", Issue.ISOLATION)]), None),
        (home(person("おば", 83), person("本人", 52, "無職"), issues=[("本人", Issue.ISOLATION)]), None),
        (home(person("母"), SON, issues=[("本人", Issue.ISOLATION)]), None),
    ],
)
def test_8050_is_pointed_out_where_a_dependent_child_lives_with_an_old_parent(household, expected):
    assert seen(household).get("8050") == expected


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        (home(person("母", 91), person("本人", 63, "無職"), issues=[("本人", Issue.ISOLATION)]), "certain"),
        (home(person("母", 91), person("本人", 63, "無職(年金)")), None),
        (home(person("母", 91), person("本人", 63, "無職(年金)"), issues=[("母", Issue.CARE)]), None),
        (
            home(person("母", 91), person("本人", 63, "無職(年金)"), ties=[tie("money", "母", "本人")]),
            "perhaps",
        ),
        (home(person("母", 98), person("本人", 75, "無職"), issues=[("本人", Issue.ISOLATION)]), None),
    ],
)
def test_9060_is_the_same_ten_years_later(household, expected):
    assert seen(household).get("9060") == expected
    assert "8050" not in seen(household)


def test_a_married_child_next_door_with_an_own_family_is_no_8050():
    household = home(
        person("本人", 80), person("長男", 45, "会社員", together=False), person("長男の妻", 43, sex="female", together=False),
        issues=[("本人", Issue.ILLNESS)], topics=[Topic.CARE],
    )  # fmt: skip
    assert "8050" not in seen(household)


def test_the_reasons_say_the_facts_and_what_is_missing_is_said():
    certain = one(
        home(MOTHER, person("長男", 52, id="c"), person("本人", 80), issues=[("c", Issue.ISOLATION)]), "8050"
    )
    assert certain.reasons == (
        "本人 80歳と長男 52歳が同居", "長男の課題に「社会的孤立(ひきこもり等)」",
    ) and not certain.missing  # fmt: skip
    perhaps = one(home(MOTHER, SON, issues=[("母", Issue.CARE)]), "8050")
    assert perhaps.reasons == ("母 83歳と本人 52歳が同居", "母の課題に「介護」")
    assert perhaps.missing == (
        "本人の仕事の状況が分かると確かめられます",
        "本人の外出や人とのつながりの様子が分かると確かめられます",
    )


def test_ages_are_those_of_the_day():
    mother, son = person("母", birth=date(1950, 6, 1)), person("本人", birth=date(1981, 1, 1))

    def on(day):
        return seen(home(mother, son, issues=[("本人", Issue.ISOLATION)], day=day))

    assert "8050" not in on(date(2025, 12, 31))
    assert on(date(2026, 1, 1))["8050"] == "certain"
    assert "8050" not in on(date(2025, 5, 31))
    stated = person("母", None, birth=None, stated_age=79, stated_on=date(2021, 11, 21))
    assert "母 83歳と" in one(home(stated, SON, issues=[("本人", Issue.ISOLATION)]), "8050").reasons[0]


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        (home(person("母", 66), person("本人", 30), issues=[("本人", Issue.ISOLATION)]), "certain"),
        (home(person("母", 66), person("本人", 30), topics=[Topic.WITHDRAWAL]), "perhaps"),
        (home(person("母", 66), person("本人", 30, "会社員"), topics=[Topic.WITHDRAWAL]), None),
        (home(person("母", 66), person("本人", 30, "会社員"), issues=[("本人", Issue.ISOLATION)]), "perhaps"),
        (home(person("母", 64), person("本人", 30), issues=[("本人", Issue.ISOLATION)]), None),
        (home(person("母", 66), person("本人", 17), issues=[("本人", Issue.ISOLATION)]), None),
        (home(person("母", 90), person("本人", 65), issues=[("本人", Issue.ISOLATION)]), None),
        (
            home(person("母", 66, together=False), person("本人", 30), issues=[("本人", Issue.ISOLATION)]),
            None,
        ),
        (home(person("母", 66), person("本人", 30), issues=[("母", Issue.ISOLATION)]), None),
    ],
)
def test_withdrawal_with_an_old_parent(household, expected):
    assert seen(household).get("withdrawn") == expected


COUPLE = (person("本人", 78), person("妻", 76))


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        (home(*COUPLE, ties=[tie("care", "妻", "本人")]), "certain"),
        (
            home(person("本人", 88), person("長女", 66, together=False), ties=[tie("care", "長女", "本人")]),
            "perhaps",
        ),
        (home(person("本人", 88), person("長女"), ties=[tie("care", "長女", "本人")]), "perhaps"),
        (home(*COUPLE, issues=[("本人", Issue.CARE)]), "perhaps"),
        (home(*COUPLE, levels=[("本人", "要介護2")]), "perhaps"),
        # not
        (home(*COUPLE), None),
        (home(*COUPLE, person("長女", 50), issues=[("本人", Issue.CARE)]), None),
        (home(person("本人", 78), issues=[("本人", Issue.CARE)]), None),
        (home(person("本人", 88), person("長女", 64), ties=[tie("care", "長女", "本人")]), None),
        (home(person("本人", 78), person("妻", 64), ties=[tie("care", "妻", "本人")]), None),
        (home(person("本人"), person("妻"), ties=[tie("care", "妻", "本人")]), None),
        (home(*COUPLE, ties=[tie("care", "妻", "本人", until=DAY)]), None),
        (home(*COUPLE, ties=[tie("care", "妻", "", label="近所の人")]), None),
        (home(person("本人", 78, died_on=DAY), person("妻", 76), ties=[tie("care", "妻", "本人")]), None),
    ],
)
def test_the_old_who_care_for_the_old(household, expected):
    assert seen(household).get("old_care") == expected


@pytest.mark.parametrize(
    ("carer", "cared", "expected"),
    [
        ("認知症の診断あり", "アルツハイマー型認知症", "perhaps"),
        ("認知症ではない", "アルツハイマー型認知症", None),
        ("認知症の疑いはない", "認知症", None),
        ("", "認知症", None),
        ("認知症", "", None),
    ],
)
def test_dementia_on_both_sides_is_never_certain_from_notes(carer, cared, expected):
    couple = person("妻", 76, note=carer), person("本人", 78, note=cared)
    assert seen(home(*couple, ties=[tie("care", "妻", "本人")])).get("dementia_care") == expected


def test_dementia_in_the_note_of_the_tie_is_of_the_one_who_is_cared_for():
    couple = person("妻", 76, note="認知症"), person("本人", 78)
    household = home(*couple, ties=[tie("care", "妻", "本人", note="認知症の夫の食事と服薬")])
    assert seen(household)["dementia_care"] == "perhaps"
