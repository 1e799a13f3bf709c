"""What a message hands on: the 受付シート begun from it, and its row on 今日やること."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.base.choices import Channel
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.intake.door import actions, queries, rules
from kasane.intake.models import DoorMessage, DoorResult, DoorTopic


def reception_initial(message_id: UUID) -> dict[str, Any]:
    """The fields of the 受付シート that a message already answers, so that nobody is asked twice (R-INT-01).

    Empty for a message that another desk has, or that was dealt with. The reading is logged.
    """
    row = queries.open_message(message_id)
    if row is None or not row.is_waiting:
        return {}
    topics = list(rules.SHEET_TOPICS[DoorTopic(row.topic)])
    return {
        "overview": row.words,
        "topics": topics,
        "main_topic": topics[0] if topics else "",
        "area": row.area_id,
        "consulter_name": row.called,
        "consulter_contact": " ".join(filter(None, (row.phone, row.mail)))[:120],
        "channel": Channel.OTHER,
        "channel_note": f"住民の入口 {row.number}番({row.get_language_display()})",
    }


def begun_from(given: str | None) -> UUID | None:
    """The message a reception is begun from, as `?door=` names it; None for everything else."""
    try:
        return UUID(given or "")
    except ValueError:
        return None


def received_from(message_id: UUID | None, *, by: Actor) -> None:
    """The reception is saved: the message it was begun from ends with it (R-INT-01).

    Raises Forbidden when the desk has it no more, or somebody dealt with it meanwhile: one message is one reception.
    """
    if message_id is None:
        return
    row = DoorMessage.objects.filter(pk=message_id, result="").first()
    if row is None:
        require([rules.gone()])
    else:
        actions.end(row, by=by, on=today(), result=DoorResult.RECEIVED)
