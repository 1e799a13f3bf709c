"""Two households of one desk, and a case of another agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from kasane.cases import actions as cases
from kasane.cases.models import Case
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person
from kasane.people.models import Person


@dataclass
class Doors:
    tanaka: Case
    son: Person
    yamamoto: Case
    foreign: Case


@pytest.fixture
def doors(cast) -> Doors:
    with acting_as(cast.worker):
        tanaka = cases.open_case(by=cast.worker, on=date(2025, 5, 1))
        add_person(tanaka.id, by=cast.worker, family_name="田中", given_name="和子", is_subject=True)
        son = add_person(tanaka.id, by=cast.worker, family_name="田中", given_name="誠", relation="長男")
        yamamoto = cases.open_case(by=cast.worker, on=date(2025, 5, 2))
        add_person(yamamoto.id, by=cast.worker, family_name="山本", given_name="健", is_subject=True)
    with acting_as(cast.stranger):
        foreign = cases.open_case(by=cast.stranger, on=date(2025, 5, 3))
    return Doors(tanaka, son, yamamoto, foreign)


@pytest.fixture
def typed():
    """A record as the form posts it."""
    return {
        "at_day": "昨日 10時", "at_time": "", "method": "visit", "counterpart": "", "content": "玄関先で話した。",
        "place": "集会所", "minutes": "40", "kinds": ["16"], "next_step": "", "next_on": "", "own_words": "",
        "also-TOTAL_FORMS": "0", "also-INITIAL_FORMS": "0",
    }  # fmt: skip
