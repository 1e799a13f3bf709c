"""What the works may use of a case. Their own models stay their own."""

from kasane.cases.actions import (
    add_event,
    add_task,
    advance,
    close,
    complete_tasks,
    hand_over,
    mark_applied,
    open_case,
    reopen,
    write_record,
)
from kasane.cases.ends import tell_end, when_support_ends
from kasane.cases.models import ClosedAs, Stage, TaskKind
from kasane.cases.queries import writes_in

__all__ = [
    "ClosedAs",
    "Stage",
    "TaskKind",
    "add_event",
    "add_task",
    "advance",
    "close",
    "complete_tasks",
    "hand_over",
    "mark_applied",
    "open_case",
    "reopen",
    "tell_end",
    "when_support_ends",
    "write_record",
    "writes_in",
]
