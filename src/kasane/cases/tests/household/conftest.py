"""A household the rules and screens of 世帯 are tried on: 8050 with a daughter apart and a grandchild."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.cases.models import Case
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person, add_tie
from kasane.people.models import Person


@dataclass
class Home:
    case: Case
    mother: Person
    son: Person
    daughter: Person
    grandchild: Person

    def fresh(self, person: Person) -> Person:
        return Person.objects.get(pk=person.pk)


@pytest.fixture
def home(cast) -> Home:
    """和子 (本人), 誠 who lives with and cares for her, 由美 apart, and a grandchild nobody says whose."""
    by = cast.worker
    with acting_as(by):
        case = cases.open_case(by=by, on=date(2025, 5, 1))
        mother = add_person(
            case.id, by=by, family_name="田中", given_name="和子", is_subject=True, sex="female",
            birth_date=date(1943, 2, 1), address="大字原田1",
        )  # fmt: skip
        son = add_person(
            case.id, by=by, family_name="田中", given_name="誠", relation="長男", sex="male",
            birth_date=date(1970, 6, 3), address="大字原田1", occupation="無職",
        )  # fmt: skip
        daughter = add_person(
            case.id, by=by, family_name="石原", given_name="由美", relation="長女", sex="female",
            birth_date=date(1968, 4, 9), standing="apart",
        )  # fmt: skip
        grandchild = add_person(
            case.id, by=by, family_name="田中", given_name="拓也", relation="孫", sex="male",
            birth_date=date(today().year - 9, 1, 1),
        )  # fmt: skip
        add_tie(
            son, by=by, kind="care", other_person=mother, strength="strong", since=date(2023, 4, 1),
            note="買い物と通院の付き添い",
        )  # fmt: skip
        add_tie(daughter, by=by, kind="key_person", other_person=mother)
        add_tie(mother, by=by, kind="contact", other_agency=by.agency, note="見守り")
    return Home(case, mother, son, daughter, grandchild)
