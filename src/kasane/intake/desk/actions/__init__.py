"""What is done at a desk's registers. One function per act, one transaction each."""

from kasane.intake.desk.actions.caseload import hand_over_cases
from kasane.intake.desk.actions.counted import add_line, become_reception, change_line, strike_line
from kasane.intake.desk.actions.extra import keep_extra
from kasane.intake.desk.actions.outposts import tie_reception
from kasane.intake.desk.actions.told import (
    answer_report,
    ask_to_watch,
    called_back,
    change_call,
    change_report,
    finish_report,
    report_becomes_case,
    take_call,
    take_report,
)

__all__ = [
    "add_line",
    "answer_report",
    "ask_to_watch",
    "become_reception",
    "called_back",
    "change_call",
    "change_line",
    "change_report",
    "finish_report",
    "hand_over_cases",
    "keep_extra",
    "report_becomes_case",
    "strike_line",
    "take_call",
    "take_report",
    "tie_reception",
]
