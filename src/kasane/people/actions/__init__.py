"""Whatever is written about people is written here: one function per thing a worker does."""

from kasane.people.actions.handover import agree_handover, propose_handover
from kasane.people.actions.match import decide_pair, propose_pair
from kasane.people.actions.person import add_person, change_person, correct_person
from kasane.people.actions.protection import (
    change_protected,
    protect_contact,
    protect_same,
    release_contact,
    sharing_contact,
)
from kasane.people.actions.tie import add_tie, change_tie, end_tie, withdraw_tie

__all__ = [
    "add_person",
    "add_tie",
    "agree_handover",
    "change_person",
    "change_protected",
    "change_tie",
    "correct_person",
    "decide_pair",
    "end_tie",
    "propose_handover",
    "propose_pair",
    "protect_contact",
    "protect_same",
    "release_contact",
    "sharing_contact",
    "withdraw_tie",
]
