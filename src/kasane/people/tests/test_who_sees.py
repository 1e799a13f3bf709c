"""Who sees a protected contact, and that two persons may be one (R-DIS-09, R-PEO-02)."""

from __future__ import annotations

from uuid import UUID

import pytest

from kasane.people import rules

NAMED, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("user", "sees_case", "expected"),
    [(NAMED, True, True), (NAMED, False, False), (OTHER, True, False), (None, True, False)],
)
def test_a_protected_contact_is_for_the_named_staff_who_see_the_case(user, sees_case, expected):
    assert rules.sees_protected_contact([NAMED], user_id=user, sees_case=sees_case) is expected


@pytest.mark.parametrize("coordinates", [True, False])
def test_that_two_may_be_one_is_told_to_coordinators(coordinates):
    assert rules.sees_pair(coordinates=coordinates) is coordinates
