"""Staffing of a site against the standard of each program it holds (R-DEL-04): pure values."""

from __future__ import annotations

from typing import Any

import pytest

from kasane.agencies.credentials import Course, Job, Qualification, sorted_out
from kasane.agencies.sites.staffing import Check, Member, State, checks, overall
from kasane.agencies.sites.standards import standard_of
from kasane.profiles.vocabulary import ProgramCode

CENTER = ProgramCode.SUPPORT_CENTER
NURSE, WORKER, MANAGER = (
    Qualification.HEALTH_NURSE,
    Qualification.SOCIAL_WORKER,
    Qualification.LEAD_CARE_MANAGER,
)


def member(name: str, *qualifications: str, **facts: Any) -> Member:
    facts = {"dedicated": True, "full_time": True} | facts
    for key in ("jobs", "courses"):
        facts[key] = frozenset(facts.get(key, ()))
    return Member(name=name, qualifications=frozenset(qualifications), **facts)


def judged(
    members: list[Member], *programs: str, elders: int | None = 4000, direct: bool = False
) -> list[Check]:
    standards = [standard_of(program, elders=elders, is_direct=direct) for program in programs]
    return checks([one for one in standards if one is not None], members)


def state(members: list[Member], *programs: str, **facts: Any) -> State:
    return overall([check.state for check in judged(members, *programs, **facts)])


THREE = [member("保健", NURSE), member("社会", WORKER), member("主任", MANAGER)]


def test_a_centre_with_the_three_professions_meets_its_standard():
    (check,) = judged(THREE, CENTER)
    assert check.state is State.MET
    assert [filled.holder for filled in check.seats] == ["保健", "社会", "主任"]


@pytest.mark.parametrize("gone", range(3))
def test_a_centre_without_one_of_the_three_does_not_and_says_who_is_missing(gone):
    (check,) = judged(THREE[:gone] + THREE[gone + 1 :], CENTER)
    assert check.state is State.NOT_MET
    assert "がいません" in check.seats[gone].sentence
    assert "第140条の66" in check.standard.clause


def test_one_person_with_two_qualifications_fills_one_seat_alone():
    both = member("兼ねる", NURSE, WORKER)
    assert state([both, member("主任", MANAGER)], CENTER) is State.NOT_MET


def test_who_has_two_qualifications_takes_the_seat_nobody_else_can_fill():
    assert state([member("兼ねる", NURSE, WORKER), member("社会", WORKER), THREE[2]], CENTER) is State.MET


@pytest.mark.parametrize("facts", [{"dedicated": False}, {"full_time": False}, {"elsewhere": True}])
def test_somebody_not_dedicated_or_not_full_time_does_not_fill_a_whole_seat(facts):
    (check,) = judged([THREE[0], THREE[1], member("主任", MANAGER, **facts)], CENTER)
    assert check.state is State.NOT_MET
    assert "主任さんは" in check.seats[2].sentence


def test_somebody_whose_qualification_was_never_entered_leaves_it_unknown():
    (check,) = judged([THREE[0], THREE[1], member("未記入")], CENTER)
    assert check.state is State.UNKNOWN
    assert "未記入さん" in check.seats[2].sentence


def test_somebody_with_other_words_as_qualification_does_not():
    assert state([THREE[0], THREE[1], member("別", has_words=True)], CENTER) is State.NOT_MET


def test_somebody_not_placed_at_one_of_several_sites_leaves_it_unknown():
    (check,) = judged([THREE[0], THREE[1], member("主任", MANAGER, is_placed=False)], CENTER)
    assert check.state is State.UNKNOWN
    assert "どの拠点で" in check.seats[2].sentence


def test_without_the_number_of_elders_a_full_centre_is_unknown_and_a_lacking_one_not_met():
    assert state(THREE, CENTER, elders=None) is State.UNKNOWN
    assert state(THREE[:2], CENTER, elders=None) is State.NOT_MET


@pytest.mark.parametrize(
    ("elders", "people", "expected"),
    [
        (999, [member("主任", MANAGER, dedicated=False)], State.MET),
        (999, [], State.NOT_MET),
        (1999, [member("主任", MANAGER), member("社会", WORKER, dedicated=False)], State.MET),
        (1999, [member("主任", MANAGER)], State.NOT_MET),
        (2999, [member("保健", NURSE), member("社会", WORKER)], State.MET),
        (2999, [member("主任", MANAGER), member("社会", WORKER)], State.NOT_MET),
        (3000, [member("保健", NURSE), member("社会", WORKER)], State.NOT_MET),
        (5999, THREE, State.MET),
        (6000, THREE, State.NOT_MET),
        (6000, THREE + THREE, State.MET),
    ],
)
def test_the_number_of_elders_says_how_many_a_centre_needs(elders, people, expected):
    assert state(people, CENTER, elders=elders) is expected


def test_an_integrated_site_needs_people_of_its_own_for_each_program():
    trained = {"jobs": [Job.USER_SUPPORTER], "courses": [Course.CHILDCARE_BASIC, Course.USER_SUPPORT_BASIC]}
    basic = ProgramCode.USER_SUPPORT_BASIC
    double = member("社会", WORKER, **trained)
    assert state([THREE[0], double, THREE[2]], CENTER, basic) is State.NOT_MET
    assert state([*THREE, member("子", **trained)], CENTER, basic) is State.MET


def test_a_dedicated_person_of_one_program_is_not_counted_in_another():
    people = [THREE[0], THREE[1], THREE[2]]
    found = judged(people, CENTER, ProgramCode.CORE_CONSULTATION_CENTER)
    assert [check.state for check in found] == [State.MET, State.NOT_MET]
    assert "もう一つの配置" in found[1].seats[0].sentence


def test_user_support_without_the_training_entered_is_unknown_and_with_another_is_not_met():
    basic = ProgramCode.USER_SUPPORT_BASIC
    assert state([member("子", jobs=[Job.USER_SUPPORTER])], basic) is State.UNKNOWN
    half = member("子", jobs=[Job.USER_SUPPORTER], courses=[Course.CHILDCARE_BASIC])
    assert state([half], basic) is State.NOT_MET


def test_user_support_without_its_type_is_unknown():
    (check,) = judged([], ProgramCode.USER_SUPPORT)
    assert check.state is State.UNKNOWN
    assert "型" in check.standard.open_question


def test_the_maternal_type_takes_a_midwife_who_is_not_dedicated_and_no_nursery_teacher():
    maternal = ProgramCode.USER_SUPPORT_MATERNAL
    assert state([member("助", Qualification.MIDWIFE, dedicated=False)], maternal) is State.MET
    assert state([member("保", Qualification.NURSERY)], maternal) is State.NOT_MET


def test_the_three_jobs_of_self_reliance_may_be_held_by_one_but_not_be_left_out():
    jobs = [Job.LEAD_SUPPORTER, Job.SUPPORTER, Job.WORK_SUPPORTER]
    assert state([member("一人", jobs=jobs)], ProgramCode.SELF_RELIANCE) is State.MET
    assert state([member("一人", jobs=jobs[:2])], ProgramCode.SELF_RELIANCE) is State.NOT_MET


def test_disability_consultation_asks_for_a_full_time_specialist_only_when_entrusted():
    consultation = ProgramCode.DISABILITY_CONSULTATION
    part = member("相談", Qualification.CONSULTATION, full_time=False)
    assert state([part], consultation) is State.NOT_MET
    assert state([member("相談", Qualification.CONSULTATION)], consultation) is State.MET
    assert state([], consultation, direct=True) is State.MET


def test_the_consultation_of_a_town_without_office_has_no_standard():
    assert state([], ProgramCode.NO_OFFICE_CONSULTATION) is State.MET


def test_a_town_s_own_program_has_no_national_standard():
    assert standard_of(ProgramCode.OWN, elders=None, is_direct=True) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("社会福祉士", (["social_worker"], "")),
        ("社会福祉士、精神保健福祉士", (["social_worker", "mental_health"], "")),
        ("社会福祉士・手話通訳士", (["social_worker"], "手話通訳士")),
        ("認定社会福祉士", ([], "認定社会福祉士")),
        ("", ([], "")),
    ],
)
def test_words_are_parted_into_the_closed_list_and_the_rest(words, expected):
    assert sorted_out(words) == expected
