"""ダブルケア and ヤングケアラー: what points to them and what must not (R-PEO-03)."""

from __future__ import annotations

import pytest

from kasane.base.choices import Issue, Topic
from kasane.people.tests.patterns.homes import home, one, person, seen, tie

MOTHER, CHILD, GRANDMOTHER = person("本人", 42, sex="female"), person("長男", 5), person("母", 74)
THREE = (MOTHER, CHILD, GRANDMOTHER)


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        (home(*THREE, ties=[tie("care", "本人", "母")]), "certain"),
        (home(MOTHER, CHILD, person("母", 74, together=False), ties=[tie("care", "本人", "母")]), "certain"),
        (home(MOTHER, issues=[("本人", Issue.DOUBLE_CARE)]), "certain"),
        (home(MOTHER, CHILD, ties=[tie("care", "本人", label="実家の母")]), "perhaps"),
        (home(MOTHER, CHILD, person("母"), ties=[tie("care", "本人", "母")]), "perhaps"),
        (home(*THREE, issues=[("母", Issue.CARE)]), "perhaps"),
        (home(MOTHER, CHILD, issues=[("本人", Issue.CARE)]), "perhaps"),
        (home(MOTHER, CHILD, topics=[Topic.CARE, Topic.CHILD_REARING]), "perhaps"),
        (home(person("本人", 68), person("孫", 9), person("妻", 70), ties=[tie("care", "本人", "妻")]), "certain"),
        # not
        (home(*THREE), None),
        (home(MOTHER, CHILD, topics=[Topic.CARE]), None),
        (home(MOTHER, GRANDMOTHER, ties=[tie("care", "本人", "母")]), None),
        (home(MOTHER, person("長男", 18), GRANDMOTHER, ties=[tie("care", "本人", "母")]), None),
        (home(MOTHER, person("長男", 5, together=False), GRANDMOTHER, ties=[tie("care", "本人", "母")]), None),
        (home(MOTHER, CHILD, ties=[tie("care", "本人", "長男")]), None),
        (home(person("本人", 41), person("妻", 40), person("長男", 5), person("母", 74),
              ties=[tie("care", "母", "本人")]), None),
        (home(person("本人", 8), person("母", 40), person("弟", 3)), None),
    ],
)  # fmt: skip
def test_double_care_is_one_person_who_cares_and_raises(household, expected):
    assert seen(household).get("double_care") == expected


def test_who_is_known_to_be_cared_for_by_somebody_else_makes_no_double_care():
    household = home(*THREE, person("父", 76), issues=[("母", Issue.CARE)], ties=[tie("care", "父", "母")])
    assert "double_care" not in seen(household)


def test_the_reasons_of_double_care_name_both_sides():
    found = one(home(*THREE, ties=[tie("care", "本人", "母")]), "double_care")
    assert found.reasons == ("本人 42歳が長男 5歳を育てている", "本人 42歳が母 74歳を介護・世話している")
    assert set(found.persons) == {"本人", "長男", "母"}


SICK = [("母", Issue.MENTAL)]
GIRL, ILL_MOTHER = person("本人", 14, sex="female"), person("母", 44)


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        (home(GIRL, ILL_MOTHER, ties=[tie("care", "本人", "母")]), "certain"),
        (home(GIRL, person("弟", 4), ties=[tie("care", "本人", "弟")]), "certain"),
        (home(GIRL, ties=[tie("care", "本人", label="近くの祖母")]), "certain"),
        (home(GIRL, issues=[("本人", Issue.YOUNG_CARER)]), "certain"),
        (home(person("本人", 24), issues=[("本人", Issue.YOUNG_CARER)]), "certain"),
        (home(person("本人", 24), ILL_MOTHER, ties=[tie("care", "本人", "母")]), "perhaps"),
        (home(person("本人", 34), issues=[("本人", Issue.YOUNG_CARER)]), "perhaps"),
        (home(person("本人"), issues=[("本人", Issue.YOUNG_CARER)]), "perhaps"),
        (home(GIRL, ILL_MOTHER, issues=SICK), "perhaps"),
        (home(GIRL, ILL_MOTHER, person("祖母", 82), issues=SICK), "perhaps"),
        # not
        (home(GIRL, ILL_MOTHER, person("父", 46), issues=SICK), None),
        (home(GIRL, ILL_MOTHER, person("姉", 19), issues=SICK), None),
        (home(person("本人", 5), ILL_MOTHER, issues=SICK), None),
        (home(GIRL, person("弟", 10), ILL_MOTHER), None),
        (home(GIRL, person("母", 44, together=False), issues=SICK), None),
        (home(person("本人", 30), ILL_MOTHER, ties=[tie("care", "本人", "母")]), None),
        (home(person("本人", 40), issues=[("本人", Issue.YOUNG_CARER)]), None),
        (home(GIRL, ILL_MOTHER, issues=[("本人", Issue.TRUANCY)]), None),
    ],
)
def test_a_young_carer_cares_or_is_alone_beside_somebody_who_needs_care(household, expected):
    assert seen(household).get("young_carer") == expected


def test_the_weaker_sign_is_worded_weaker():
    found = one(home(GIRL, ILL_MOTHER, issues=SICK), "young_carer")
    assert found.reasons == (
        "母 44歳と本人 14歳が同居", "母の課題に「その他メンタルヘルス」", "ほかに世話をできそうな大人が同居していない",
    )  # fmt: skip
    assert found.missing == ("家事や世話をだれがしているか分かると確かめられます",)
