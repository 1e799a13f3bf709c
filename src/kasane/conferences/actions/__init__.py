"""What is done at the conferences: `convening` a meeting, its `agenda`, `holding` it, `install` of the bodies."""

from kasane.conferences.actions.agenda import (
    add_item,
    facts_under,
    move_item,
    put_obstacles,
    remove_item,
    set_minutes,
)
from kasane.conferences.actions.convening import (
    Guest,
    acknowledge,
    answer,
    call_to,
    cancel,
    convene,
    invite,
    remove_member,
    reschedule,
)
from kasane.conferences.actions.holding import (
    allowed_outcomes,
    begin,
    finish,
    judge,
    judgement_obstacles,
    mark_attendance,
    may_judge,
    write_talk,
)
from kasane.conferences.actions.install import install_bodies, own_body, own_body_obstacles
from kasane.conferences.decisions.actions import answer as answer_decision
from kasane.conferences.decisions.actions import decide

__all__ = [
    "facts_under",
    "may_judge",
    "Guest",
    "acknowledge",
    "add_item",
    "allowed_outcomes",
    "answer",
    "answer_decision",
    "decide",
    "begin",
    "call_to",
    "cancel",
    "convene",
    "finish",
    "install_bodies",
    "invite",
    "judge",
    "judgement_obstacles",
    "mark_attendance",
    "move_item",
    "own_body",
    "own_body_obstacles",
    "put_obstacles",
    "remove_item",
    "remove_member",
    "reschedule",
    "set_minutes",
    "write_talk",
]
