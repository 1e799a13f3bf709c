"""What the desk does for 住居確保給付金, from the application to the end (R-SELF-01)."""

from kasane.intake.housing.actions.applying import (
    MOVING_PAPERS,
    PAPERS,
    change,
    papers_of,
    receive,
    send,
    sending_obstacles,
    withdraw,
)
from kasane.intake.housing.actions.common import SEND_DAYS, TALK_DAYS, desk_writes
from kasane.intake.housing.actions.giving import decide, end, extend, pause, resume, talk
from kasane.intake.housing.actions.moving import decide_move

__all__ = [
    "MOVING_PAPERS",
    "PAPERS",
    "SEND_DAYS",
    "TALK_DAYS",
    "change",
    "decide",
    "decide_move",
    "desk_writes",
    "end",
    "extend",
    "papers_of",
    "pause",
    "receive",
    "resume",
    "send",
    "sending_obstacles",
    "talk",
    "withdraw",
]
