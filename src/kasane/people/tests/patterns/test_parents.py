"""ひとり親と生活困窮: what points to it and what must not (R-PEO-03)."""

from __future__ import annotations

import pytest

from kasane.base.choices import Issue, Topic
from kasane.people.tests.patterns.homes import DAY, home, one, person, seen, tie

MOTHER, CHILD = person("本人", 35, sex="female"), person("長女", 8)
POOR = ("本人", Issue.POVERTY)
ALONE = ("本人", Issue.SINGLE_PARENT)
HUSBAND = person("夫", 37)


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        (home(MOTHER, CHILD, issues=[ALONE, POOR]), "certain"),
        (home(MOTHER, CHILD, issues=[ALONE, ("本人", Issue.DEBT)]), "certain"),
        (home(MOTHER, CHILD, person("夫", 37, died_on=DAY), issues=[POOR]), "certain"),
        (home(MOTHER, CHILD, person("夫", 37, left=True), ties=[tie("divorced", "夫", "本人")], issues=[POOR]),
         "certain"),
        (home(MOTHER, CHILD, person("前夫", 37, together=False), issues=[POOR]), "certain"),
        (home(MOTHER, CHILD, issues=[POOR]), "perhaps"),
        (home(MOTHER, CHILD, issues=[ALONE], topics=[Topic.RENT]), "perhaps"),
        (home(MOTHER, CHILD, issues=[ALONE, ("本人", Issue.HOUSEHOLD_MONEY)]), "perhaps"),
        (home(person("母", 35), person("本人", 8), issues=[("本人", Issue.SINGLE_PARENT), ("母", Issue.POVERTY)]),
         "certain"),
        (home(MOTHER, CHILD, person("夫", 37, together=False), ties=[tie("separated", "夫", "本人")], issues=[POOR]),
         "perhaps"),
        (home(MOTHER, person("長女", 19), issues=[ALONE, POOR]), "certain"),
        # not
        (home(MOTHER, CHILD, issues=[ALONE]), None),
        (home(MOTHER, CHILD, HUSBAND, issues=[POOR]), None),
        (home(MOTHER, CHILD, person("内縁の夫", 37), issues=[POOR]), None),
        (home(MOTHER, CHILD, person("夫", 37, together=False), issues=[POOR]), None),
        (home(MOTHER, person("長女", 20), issues=[ALONE, POOR]), None),
        (home(MOTHER, person("長女", 8, together=False), issues=[ALONE, POOR]), None),
        (home(MOTHER, issues=[ALONE, POOR]), None),
        (home(MOTHER, CHILD, person("夫", 37, together=False), issues=[("夫", Issue.POVERTY)]), None),
    ],
)  # fmt: skip
def test_a_parent_alone_with_a_child_in_want(household, expected):
    assert seen(household).get("single_parent") == expected


def test_what_is_missing_is_said():
    found = one(home(MOTHER, CHILD, topics=[Topic.INCOME]), "single_parent")
    assert found.reasons == ("本人 35歳と長女 8歳が同居", "受付シートの相談内容に「収入・生活費」")
    assert found.missing == (
        "本人の配偶者の有無が分かると確かめられます",
        "収入と支払いの状況が分かると確かめられます",
    )
