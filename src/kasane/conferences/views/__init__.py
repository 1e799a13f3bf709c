"""Pages of the conferences, thin: parse, act or query, render."""

from kasane.conferences.views.items import (
    add_general,
    add_item,
    add_item_coordination,
    add_item_support,
    assign,
    item,
    item_length,
    judge,
    move,
    remove_item,
    talk,
)
from kasane.conferences.views.meetings import (
    call,
    cancel,
    edit,
    invite,
    meeting,
    meeting_list,
    new,
    own_body,
    remove_member,
)
from kasane.conferences.views.papers import calendar, confidentiality, minutes, notice
from kasane.conferences.views.sitting import answer, attendance, begin, finish

__all__ = [
    "add_general",
    "add_item",
    "add_item_coordination",
    "add_item_support",
    "answer",
    "assign",
    "attendance",
    "begin",
    "calendar",
    "call",
    "cancel",
    "confidentiality",
    "edit",
    "finish",
    "invite",
    "item",
    "item_length",
    "judge",
    "meeting",
    "meeting_list",
    "minutes",
    "move",
    "new",
    "notice",
    "own_body",
    "remove_item",
    "remove_member",
    "talk",
]
