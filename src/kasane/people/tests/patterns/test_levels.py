"""No pattern tells more than its viewer may know, and nobody who may know more sees less (R-PEO-03, R-DIS-04)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasane.base.choices import Issue, Topic
from kasane.people.patterns import patterns, patterns_by_kinds, strongest
from kasane.people.patterns.work import Work, read_work
from kasane.people.tests.patterns.homes import BASIC, ECONOMY, HEALTH, LIFE, home, person, tie

WORDS = ("本人", "母", "父", "妻", "長男", "長女", "孫", "祖母", "兄")
JOBS = ("", "無職", "会社員", "無職(年金)", "小学3年生", "ひきこもり")


@st.composite
def households(draw):
    words = ["本人", *draw(st.lists(st.sampled_from(WORDS[1:]), unique=True, max_size=4))]
    people = [
        person(
            word, draw(st.none() | st.integers(0, 99)), draw(st.sampled_from(JOBS)),
            together=draw(st.integers(0, 4)) > 0, note=draw(st.sampled_from(("", "認知症"))),
        )
        for word in words
    ]  # fmt: skip
    ends = st.sampled_from(words)
    ties = draw(st.lists(st.tuples(st.sampled_from(("care", "money", "conflict")), ends, ends), max_size=4))
    issues = draw(st.lists(st.tuples(ends, st.sampled_from(Issue)), max_size=6, unique=True))
    topics = draw(st.lists(st.sampled_from(Topic), max_size=3, unique=True))
    return home(*people, ties=[tie(*one) for one in ties if one[1] != one[2]], issues=issues, topics=topics)


@given(households())
@settings(max_examples=300, deadline=None)
def test_what_rests_on_some_kinds_follows_from_the_facts_of_those_kinds_alone(household):
    for one in patterns_by_kinds(household):
        assert one in patterns(household.seen_with(one.kinds))


@given(households(), st.sampled_from([BASIC, HEALTH, LIFE, HEALTH | LIFE, ECONOMY | LIFE, 31, 63]))
@settings(max_examples=300, deadline=None)
def test_a_viewer_is_shown_what_they_could_work_out_and_nothing_else(household, may_see):
    stored = [one for one in patterns_by_kinds(household) if not one.kinds & ~may_see]
    own = patterns(household.seen_with(may_see))
    assert {one.code for one in stored} == {one.code for one in own}
    shown = {one.code: one.certainty for one in strongest(stored)}
    assert shown == {one.code: one.certainty for one in own}


@given(households())
@settings(max_examples=200, deadline=None)
def test_a_pattern_is_certain_exactly_when_nothing_is_missing(household):
    for one in patterns(household):
        assert (one.certainty == "certain") == (not one.missing)
        assert one.reasons and set(one.persons) <= set(household.present)


def test_one_household_shows_several_faces():
    household = home(
        person("母", 83), person("本人", 52), issues=[("母", Issue.CARE), ("本人", Issue.ISOLATION)]
    )
    found = {(one.code, one.kinds): one for one in patterns_by_kinds(household) if one.code == "8050"}
    assert {kinds: one.certainty for (_, kinds), one in found.items()} == {
        HEALTH: "perhaps", LIFE: "certain", HEALTH | LIFE: "certain",
    }  # fmt: skip
    assert "介護" not in "".join(found["8050", LIFE].reasons)
    assert "孤立" not in "".join(found["8050", HEALTH].reasons)


def test_several_patterns_at_once_stand_side_by_side():
    household = home(
        person("本人", 14), person("母", 40), person("祖母", 80),
        issues=[("母", Issue.SINGLE_PARENT), ("母", Issue.POVERTY), ("本人", Issue.YOUNG_CARER), ("祖母", Issue.CARE)],
    )  # fmt: skip
    assert [str(one.code) for one in patterns(household)] == ["double_care", "young_carer", "single_parent"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Work.UNKNOWN), ("不明", Work.UNKNOWN), ("休職中", Work.UNKNOWN), ("無職", Work.NOT_WORKING),
        ("無職(家族の介護)", Work.NOT_WORKING), ("求職中", Work.NOT_WORKING), ("元会社員", Work.NOT_WORKING),
        ("専業主婦", Work.NOT_WORKING), ("無職(年金)", Work.RETIRED), ("会社員(製造)", Work.WORKING),
        ("パート(短時間)", Work.WORKING), ("保育士", Work.WORKING), ("高校教員", Work.WORKING),
        ("大工", Work.WORKING), ("小学3年生", Work.SCHOOL), ("未就園", Work.SCHOOL), ("大学生", Work.SCHOOL),
        ("学校給食のパート", Work.WORKING), ("就労継続支援B型", Work.NOT_WORKING), ("ひきこもり", Work.NOT_WORKING),
    ],
)  # fmt: skip
def test_what_is_written_about_work_is_read(text, expected):
    assert read_work(text) == expected
