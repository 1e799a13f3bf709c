"""A meeting as a calendar knows it (R-CONF-06): day, place and name of the body; never a word about a case."""

from __future__ import annotations

from kasane.base.calendar import Event
from kasane.conferences.models import Meeting, MeetingState


def event_of(meeting: Meeting, *, message: str = "") -> Event:
    """`message`: the words written to go with the notice, which stay out of mails and feeds."""
    return Event(
        uid=f"{meeting.id}@kasane",
        sequence=meeting.version - 1,
        label=meeting.label,
        starts_at=meeting.starts_at,
        length=meeting.length,
        place=meeting.place,
        online_url=meeting.online_url,
        note=f"招集: {meeting.host.name}",
        message=message,
        cancelled=meeting.state == MeetingState.CANCELLED,
    )
