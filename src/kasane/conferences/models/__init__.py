"""会議: 支援会議, 重層的支援会議 and the town's other bodies (R-CONF)."""

from kasane.conferences.models.after import DecisionState, MeetingDecision, MinutesCheck, Shortage
from kasane.conferences.models.agenda import AgendaItem, Outcome, Talk
from kasane.conferences.models.body import CASE_FUNCTIONS, Body, BodyRhythm, Function
from kasane.conferences.models.copies import CopyState, SheetCopy
from kasane.conferences.models.finding import (
    CalendarFeed,
    DatePoll,
    Mark,
    PollAnswer,
    PollDay,
    PollSeat,
    PollState,
)
from kasane.conferences.models.live import TalkField, TalkLine
from kasane.conferences.models.meeting import Answer, Meeting, MeetingState, Member, MemberRole

__all__ = [
    "AgendaItem",
    "Answer",
    "Body",
    "BodyRhythm",
    "CalendarFeed",
    "DatePoll",
    "Mark",
    "PollAnswer",
    "PollDay",
    "PollSeat",
    "PollState",
    "CASE_FUNCTIONS",
    "CopyState",
    "DecisionState",
    "Function",
    "Meeting",
    "MeetingState",
    "Member",
    "MeetingDecision",
    "MemberRole",
    "MinutesCheck",
    "Outcome",
    "SheetCopy",
    "Shortage",
    "Talk",
    "TalkField",
    "TalkLine",
]
