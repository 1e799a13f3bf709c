"""Whatever is written about people is written here: one function per thing a worker does."""

from kasane.people.actions.person import add_person, change_person, correct_person
from kasane.people.actions.tie import add_tie, change_tie, end_tie, withdraw_tie

__all__ = [
    "add_person",
    "add_tie",
    "change_person",
    "change_tie",
    "correct_person",
    "end_tie",
    "withdraw_tie",
]
