"""iCalendar (RFC 5545) of anything that is held on a day: a meeting, a training. Pure; no word of a person helped (R-CONF-06)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_WIDTH = 75
_ANSWERS = {"attends": "ACCEPTED", "online": "ACCEPTED", "absent": "DECLINED"}
CONTENT_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Guest:
    """Somebody with an address, as a calendar knows them: who organises, or who is invited."""

    name: str
    email: str
    answer: str = "waiting"


@dataclass(frozen=True)
class Event:
    """One entry. The same `uid` with a higher `sequence` changes it, `cancelled` strikes it out."""

    uid: str
    sequence: int
    label: str
    starts_at: datetime
    length: int
    place: str = ""
    online_url: str = ""
    note: str = ""
    message: str = ""
    cancelled: bool = False


def published(event: Event, *, now: datetime) -> str:
    """One event as a file to take into a calendar, lines folded at 75 octets and ended by CRLF."""
    return _file("PUBLISH", [_lines(event, now=now)])


def invitation(event: Event, *, now: datetime, organizer: Guest, invited: Guest) -> str:
    """The event as it goes out by mail to one: their calendar takes it over, changes it or strikes it out (RFC 5546).

    Names nobody else.
    """
    method = "CANCEL" if event.cancelled else "REQUEST"
    people = [
        f"ORGANIZER;CN={_name(organizer.name)}:mailto:{organizer.email}" if organizer.email else "",
        f"ATTENDEE;CN={_name(invited.name)};ROLE=REQ-PARTICIPANT;"
        f"PARTSTAT={_ANSWERS.get(invited.answer, 'NEEDS-ACTION')};RSVP=TRUE:mailto:{invited.email}"
        if invited.email
        else "",
    ]
    return _file(method, [_lines(event, now=now, people=[line for line in people if line])])


def feed(events: Iterable[Event], *, now: datetime, name: str) -> str:
    """All events of one user, for a calendar that follows them without signing in: the door of what is online is left
    out."""
    return _file("PUBLISH", [_lines(event, now=now, with_door=False) for event in events], name=name)


def _file(method: str, events: Iterable[list[str]], *, name: str = "") -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kasane//Calendar//JA",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *([f"X-WR-CALNAME:{_text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H"] if name else []),
        *(line for event in events for line in event),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _lines(event: Event, *, now: datetime, people: Iterable[str] = (), with_door: bool = True) -> list[str]:
    door = event.online_url if with_door else ""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(event.starts_at)}",
        f"DTEND:{_utc(event.starts_at + timedelta(minutes=event.length))}",
        f"SUMMARY:{_text(event.label)}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        *people,
    ]
    if event.place or event.online_url:
        lines.append(f"LOCATION:{_text(event.place or 'オンライン')}")
    if door:
        lines.append(f"URL:{door}")
    description = "\n".join(part for part in (event.note, door, event.message) if part)
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
