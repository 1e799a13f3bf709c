"""Who coordinates and who decides in disclosure, by the posts held that day (R-DEL-06, R-DIS-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from kasane.agencies.rules import coordinates, decides

DAY = date(2025, 5, 1)


@dataclass(frozen=True)
class Held:
    role: str
    until: date | None = None

    def is_on(self, day: date) -> bool:
        return self.until is None or day <= self.until


def test_a_coordinator_coordinates_until_the_post_ends():
    assert coordinates([Held("worker"), Held("coordinator", DAY)], day=DAY)
    assert not coordinates([Held("worker"), Held("coordinator", DAY - timedelta(1))], day=DAY)


@pytest.mark.parametrize(
    ("role", "is_municipality", "expected"),
    [
        ("manager", True, True),
        ("decider", True, True),
        ("manager", False, False),
        ("coordinator", True, False),
        ("administrator", True, False),
    ],
)
def test_managers_and_deciders_of_the_municipality_decide(role, is_municipality, expected):
    assert decides([Held(role)], is_municipality=is_municipality, day=DAY) is expected
