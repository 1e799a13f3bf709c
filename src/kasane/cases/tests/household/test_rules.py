"""What follows from death, leaving and moving out: each with a case where it applies and one where it does not."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from kasane.base.kinds import DataKind
from kasane.cases.household.rules import (
    Dependence,
    Facts,
    PlanFacts,
    PlanLine,
    Someone,
    StepKind,
    Waiting,
    follow_ups,
    names_in,
)

MOTHER = Someone(uuid4(), "本人 和子さん", "田中", "和子", "", is_subject=True, age=82)
SON = Someone(uuid4(), "長男 誠さん", "田中", "誠", "長男", age=55)
CHILD = Someone(uuid4(), "孫 拓也さん", "田中", "拓也", "孫", age=9)
APART = Someone(uuid4(), "長女 由美さん", "石原", "由美", "長女", age=57, together=False)
AGENCY, OTHER = uuid4(), uuid4()
PLAN = PlanFacts(
    "初回",
    (
        PlanLine(AGENCY, "地域包括支援センター", "長男と介護の分担を決める"),
        PlanLine(OTHER, "社会福祉協議会", "家計の相談"),
    ),
)
CARE = Dependence(
    SON.id, "care", "本人 和子さん", MOTHER.id, "買い物", kinds=int(DataKind.BASIC | DataKind.HEALTH)
)
SUBJECT_DIES = Facts(StepKind.DEATH, (MOTHER,), (SON,), with_coordination=True, agreed=True)
SON_DIES = Facts(StepKind.DEATH, (SON,), (MOTHER,), (CARE,))
SUBJECT_MOVES = Facts(StepKind.MOVED_OUT, (MOTHER,), (SON,), with_coordination=True, agreed=True, to="津山市")


def codes(facts):
    return [one.code for one in follow_ups(facts)]


def one(facts, code):
    return next(found for found in follow_ups(facts) if found.code == code)


def test_the_death_of_the_subject_asks_the_household_how_to_go_on_and_names_the_way_to_end():
    """R-PEO-01, R-COOR-08."""
    found = one(SUBJECT_DIES, "goes_on")
    assert "長男 誠さん" in found.what
    assert "重層的支援会議" in found.what
    assert found.requirement == "R-COOR-08"


def test_before_an_application_no_conference_is_named():
    """R-COOR-08 binds 多機関協働, not a reception."""
    found = one(replace(SUBJECT_DIES, with_coordination=False), "goes_on")
    assert "重層的支援会議" not in found.what
    assert found.requirement == "R-PEO-01"


@pytest.mark.parametrize(("with_coordination", "cited"), [(True, "R-CONF-04"), (False, "R-INT-03")])
def test_when_nobody_is_left_the_case_is_to_be_ended(with_coordination, cited):
    """R-CONF-04, R-INT-03."""
    facts = replace(SUBJECT_DIES, others=(), with_coordination=with_coordination)
    assert one(facts, "close").requirement == cited
    assert "goes_on" not in codes(facts)


def test_the_consent_of_the_dead_carries_no_new_sharing():
    """R-DIS-01."""
    assert one(SUBJECT_DIES, "consent_ended").requirement == "R-DIS-01"
    assert "consent_ended" not in codes(replace(SUBJECT_DIES, agreed=False))
    assert "consent_ended" not in codes(replace(SON_DIES, agreed=True))


def test_the_agencies_of_the_plan_are_to_be_told_by_name():
    """R-COOR-04."""
    found = one(replace(SUBJECT_DIES, plan=PLAN), "tell_agencies")
    assert "地域包括支援センター、社会福祉協議会" in found.what
    assert "tell_agencies" not in codes(SUBJECT_DIES)
    assert "tell_agencies" not in codes(replace(SON_DIES, plan=PLAN))


def test_each_agency_is_asked_about_its_own_visits():
    """R-PEO-01."""
    facts = replace(
        SUBJECT_DIES, waiting=(Waiting(AGENCY, "訪問"), Waiting(OTHER, "電話"), Waiting(AGENCY, "通院同行"))
    )
    found = [each for each in follow_ups(facts) if each.code == "stop_contact"]
    assert [each.agency_id for each in found] == [AGENCY, OTHER]
    assert "訪問、通院同行" in found[0].what
    assert "stop_contact" not in codes(replace(SON_DIES, waiting=facts.waiting))


@pytest.mark.parametrize(
    ("kind", "words"),
    [("care", "介護・世話を"), ("money", "お金の援助を"), ("key_person", "キーパーソンを")],
)
@pytest.mark.parametrize("step", list(StepKind))
def test_whoever_depended_on_them_is_named_with_what_is_missing(kind, words, step):
    """R-PEO-01."""
    found = one(replace(SON_DIES, kind=step, dependences=(replace(CARE, kind=kind),)), f"take_over_{kind}")
    assert "本人 和子さん" in found.what
    assert "長男 誠さん" in found.what
    assert words in found.what
    assert found.kinds == CARE.kinds


def test_nobody_takes_over_what_others_give_or_what_the_dead_received():
    """R-PEO-01."""
    assert not [c for c in codes(replace(SON_DIES, who=(CHILD,), others=(MOTHER, SON))) if "take_over" in c]
    together = replace(SON_DIES, kind=StepKind.MOVED_OUT, who=(SON, MOTHER), others=())
    assert not [c for c in codes(together) if "take_over" in c]


def test_a_plan_that_names_the_member_is_to_be_looked_at():
    """R-COOR-07."""
    found = one(replace(SON_DIES, plan=PLAN), "plan_check")
    assert "長男と介護の分担を決める" in found.what
    assert found.requirement == "R-COOR-07"
    silent = PlanFacts("初回", (PLAN.lines[1],))
    assert "plan_check" in codes(replace(SON_DIES, plan=silent)), "the plan stands on the care they gave"
    assert "plan_check" not in codes(replace(SON_DIES, plan=silent, dependences=()))
    assert "plan_check" not in codes(SON_DIES)


def test_a_minor_left_without_a_grown_up_comes_first_and_today():
    """R-PEO-01."""
    facts = Facts(StepKind.DEATH, (MOTHER,), (CHILD, APART))
    first = follow_ups(facts)[0]
    assert (first.code, first.days, first.urgent) == ("minor_alone", 0, True)
    assert "孫 拓也さん" in first.what


@pytest.mark.parametrize(
    "facts",
    [
        Facts(StepKind.DEATH, (MOTHER,), (CHILD, SON)),
        Facts(StepKind.DEATH, (MOTHER,), (APART,)),
        Facts(StepKind.DEATH, (APART,), (CHILD,)),
        Facts(StepKind.DEATH, (MOTHER,), (replace(CHILD, age=18),)),
        Facts(StepKind.DEATH, (MOTHER,), (replace(CHILD, together=False),)),
    ],
    ids=["a son stays", "no minor", "who died lived apart", "of age", "the child lives elsewhere"],
)
def test_no_minor_is_left_alone(facts):
    """R-PEO-01."""
    assert "minor_alone" not in codes(facts)


def test_moving_out_of_the_town_asks_for_consent_or_hands_over_within_it():
    """R-DIS-06."""
    assert "津山市" in one(SUBJECT_MOVES, "hand_over").what
    assert one(SUBJECT_MOVES, "hand_over").requirement == "R-DIS-06"
    without = replace(SUBJECT_MOVES, agreed=False)
    assert "hand_over" not in codes(without)
    assert one(without, "ask_consent").requirement == "R-DIS-06"


def test_a_member_who_moves_out_hands_nothing_over():
    """R-DIS-06 is about the person's own support."""
    found = codes(replace(SUBJECT_MOVES, who=(SON,), others=(MOTHER,)))
    assert found == []


def test_where_all_move_together_the_case_ends():
    """R-CONF-04."""
    found = codes(replace(SUBJECT_MOVES, who=(MOTHER, SON), others=()))
    assert "close" in found


@pytest.mark.parametrize(
    ("text", "person", "expected"),
    [
        ("田中 誠さんの就労", SON, True),
        ("長男の就労", SON, True),
        ("長男さんと話す", SON, True),
        ("次長男性の集い", SON, False),
        ("誠実に対応する", SON, False),
        ("母の通院", replace(MOTHER, relation="母", is_subject=False), True),
        ("母親の通院", replace(MOTHER, relation="母", is_subject=False), True),
        ("祖母の通院", replace(MOTHER, relation="母", given="", is_subject=False), False),
        ("母子手帳", replace(MOTHER, relation="母", given="", is_subject=False), False),
        ("拓也くんの登校", CHILD, True),
        ("家計の相談", CHILD, False),
    ],
)
def test_a_text_names_somebody_by_name_or_by_a_word_of_its_own(text, person, expected):
    """R-COOR-07: only then is the plan to be looked at."""
    assert names_in(text, person) is expected


def test_no_task_is_longer_than_its_column():
    """R-PEO-01."""
    many = tuple(replace(SON, id=uuid4(), called=f"とても長い続柄 とても長い名前{n}さん") for n in range(30))
    long = PlanFacts(
        "初回", tuple(PlanLine(uuid4(), f"とても長い名前の支援関係機関{n}", "長男" * 90) for n in range(30))
    )
    facts = replace(
        SUBJECT_DIES,
        others=many,
        plan=long,
        waiting=tuple(Waiting(AGENCY, f"訪問{n}" * 20) for n in range(9)),
    )
    assert all(len(each.what) <= 200 for each in follow_ups(facts))
