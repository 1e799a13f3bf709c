"""iCalendar of a meeting (R-CONF-06): day, place and name of the body; never a word about a case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kasane.conferences.models import Meeting, MeetingState

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_WIDTH = 75


def calendar_file(meeting: Meeting, *, now: datetime) -> str:
    """One event after RFC 5545, lines folded at 75 octets and ended by CRLF."""
    ends_at = meeting.starts_at + timedelta(minutes=meeting.length)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kasane//Conferences//JA",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:{meeting.id}@kasane",
        f"SEQUENCE:{meeting.version - 1}",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(meeting.starts_at)}",
        f"DTEND:{_utc(ends_at)}",
        f"SUMMARY:{_text(meeting.label)}",
        f"STATUS:{'CANCELLED' if meeting.state == MeetingState.CANCELLED else 'CONFIRMED'}",
    ]
    if meeting.place or meeting.online_url:
        lines.append(f"LOCATION:{_text(meeting.place or 'オンライン')}")
    if meeting.online_url:
        lines.append(f"URL:{meeting.online_url}")
    description = "\n".join(
        part for part in (f"招集: {meeting.host.name}", meeting.online_url, meeting.message) if part
    )
    lines.append(f"DESCRIPTION:{_text(description)}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


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
