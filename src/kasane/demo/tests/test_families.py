"""Ages, ties and names within families."""

from datetime import date

from kasane.demo.labels import Sex
from kasane.demo.model import DemoHousehold, DemoPerson

YEAR = 365.25


def _by_key(household: DemoHousehold) -> dict[str, DemoPerson]:
    return {person.key: person for person in household.members}


def test_parents_are_twenty_to_forty_five_years_older(everyone: tuple[DemoHousehold, ...]) -> None:
    for household in everyone:
        people = _by_key(household)
        for person in household.members:
            for key in person.parents:
                years = (person.birth - people[key].birth).days / YEAR
                assert 20 <= years <= 45, (household.key, person.relation, years)


def test_spouses_are_close_in_age_and_name_each_other(everyone: tuple[DemoHousehold, ...]) -> None:
    for household in everyone:
        people = _by_key(household)
        for person in household.members:
            if person.spouse:
                other = people[person.spouse]
                assert other.spouse == person.key
                assert abs((person.birth - other.birth).days) / YEAR <= 8, household.key


def test_brothers_and_sisters_are_born_a_year_apart(everyone: tuple[DemoHousehold, ...]) -> None:
    for household in everyone:
        births = sorted(p.birth for p in household.members if p.parents == household.subject.parents != ())
        assert all((b - a).days > 270 for a, b in zip(births, births[1:], strict=False)), household.key


def test_nobody_is_born_after_the_reception_or_too_old(everyone: tuple[DemoHousehold, ...]) -> None:
    for household in everyone:
        assert all(0 <= p.age(household.received_on) <= 104 for p in household.members), household.key


def test_there_is_one_subject_who_lives_at_home(everyone: tuple[DemoHousehold, ...]) -> None:
    for household in everyone:
        subjects = [p for p in household.members if p.is_subject]
        assert len(subjects) == 1 and subjects[0].relation == "本人" and subjects[0].lives_together
        assert all(p.relation != "その他の親族" for p in household.members), household.key


def test_keys_and_given_names_do_not_repeat(everyone: tuple[DemoHousehold, ...]) -> None:
    keys = [p.key for household in everyone for p in household.members]
    assert len(keys) == len(set(keys))
    for household in everyone:
        given = [p.given_kana for p in household.members]
        assert len(given) == len(set(given)), household.key


def test_the_word_for_the_tie_agrees_with_sex(everyone: tuple[DemoHousehold, ...]) -> None:
    female = {"母", "妻", "長女", "次女", "祖母", "姉", "妹", "義母"}
    male = {"父", "夫", "長男", "次男", "祖父", "兄", "弟", "義父"}
    for household in everyone:
        for person in household.members:
            if person.relation in female:
                assert person.sex is Sex.FEMALE
            if person.relation in male:
                assert person.sex is Sex.MALE


def test_pupils_are_of_school_age(sample: tuple[DemoHousehold, ...], today: date) -> None:
    for household in sample:
        for person in household.members:
            if "年生" in person.occupation:
                assert 5 < person.age(today) < 19, (household.key, person.occupation)
            elif 7 <= person.age(today) <= 14:
                raise AssertionError((household.key, person.age(today), person.occupation))
