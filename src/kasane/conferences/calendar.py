"""iCalendar of a meeting (R-CONF-06): day, place and name of the body; never a word about a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kasane.conferences.models import Meeting, MeetingState

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_WIDTH = 75


@dataclass(frozen=True)
class Guest:
    """Somebody with an address, as a calendar knows them: who organises, or who is invited."""

    name: str
    email: str
    answer: str = "waiting"


_ANSWERS = {"attends": "ACCEPTED", "online": "ACCEPTED", "absent": "DECLINED"}


def calendar_file(meeting: Meeting, *, now: datetime) -> str:
    """The event of one meeting after RFC 5545, lines folded at 75 octets and ended by CRLF."""
    return _file("PUBLISH", [_event(meeting, now=now, message=meeting.message)])


def invitation(meeting: Meeting, *, now: datetime, organizer: Guest, invited: Guest) -> str:
    """The event as it goes out by mail to one member: their calendar takes it over, changes it or strikes it out.

    Names nobody else, and none of the words written to go with the notice (RFC 5546).
    """
    method = "CANCEL" if meeting.state == MeetingState.CANCELLED else "REQUEST"
    people = [
        f"ORGANIZER;CN={_name(organizer.name)}:mailto:{organizer.email}" if organizer.email else "",
        f"ATTENDEE;CN={_name(invited.name)};ROLE=REQ-PARTICIPANT;"
        f"PARTSTAT={_ANSWERS.get(invited.answer, 'NEEDS-ACTION')};RSVP=TRUE:mailto:{invited.email}"
        if invited.email
        else "",
    ]
    return _file(method, [_event(meeting, now=now, people=[line for line in people if line])])


def feed(meetings: Iterable[Meeting], *, now: datetime) -> str:
    """All meetings of one user, for a calendar that follows them without signing in: the door of an online meeting is
    left out."""
    events = [_event(meeting, now=now, with_door=False) for meeting in meetings]
    return _file("PUBLISH", events, name="かさねの会議")


def _file(method: str, events: Iterable[list[str]], *, name: str = "") -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kasane//Conferences//JA",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *([f"X-WR-CALNAME:{_text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H"] if name else []),
        *(line for event in events for line in event),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(
    meeting: Meeting, *, now: datetime, message: str = "", people: Iterable[str] = (), with_door: bool = True
) -> list[str]:
    door = meeting.online_url if with_door else ""
    ends_at = meeting.starts_at + timedelta(minutes=meeting.length)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{meeting.id}@kasane",
        f"SEQUENCE:{meeting.version - 1}",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(meeting.starts_at)}",
        f"DTEND:{_utc(ends_at)}",
        f"SUMMARY:{_text(meeting.label)}",
        f"STATUS:{'CANCELLED' if meeting.state == MeetingState.CANCELLED else 'CONFIRMED'}",
        *people,
    ]
    if meeting.place or meeting.online_url:
        lines.append(f"LOCATION:{_text(meeting.place or 'オンライン')}")
    if door:
        lines.append(f"URL:{door}")
    description = "\n".join(part for part in (f"招集: {meeting.host.name}", door, message) if part)
    return [*lines, f"DESCRIPTION:{_text(description)}", "END:VEVENT"]


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _name(words: str) -> str:
    """A name as the parameter of a line: quoted, without what would end the quotation."""
    return '"' + words.replace('"', "").replace("\n", " ").replace("\r", "") + '"'


def _text(words: str) -> str:
    return words.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Continuation lines begin with a space; a character is never cut in two."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _WIDTH:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += octets
    return "\r\n".join(parts)
