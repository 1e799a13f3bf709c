"""How a household is called on the pages of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from kasane.people.models import Person


def who_words(people: Sequence[Person]) -> str:
    """「田中 花子さん世帯」, or "" when the person is not known by name."""
    subject = next((person for person in people if person.is_subject), None)
    return f"{subject.name}さん世帯" if subject else ""
