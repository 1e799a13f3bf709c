"""What the two large pages show: the meeting before, during and after, and one item of its agenda."""

from kasane.conferences.pages.item import ItemPage, agencies_at, item_context, item_page
from kasane.conferences.pages.meeting import (
    WEEKDAYS,
    Due,
    MeetingPage,
    day_words,
    meeting_context,
    meeting_page,
    table_page,
)
from kasane.conferences.who import who_words

__all__ = [
    "Due",
    "ItemPage",
    "MeetingPage",
    "WEEKDAYS",
    "agencies_at",
    "day_words",
    "item_context",
    "item_page",
    "meeting_context",
    "meeting_page",
    "table_page",
    "who_words",
]
