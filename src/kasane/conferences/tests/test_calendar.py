"""The calendar file of a meeting (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime

from kasane.base.calendar import published
from kasane.conferences.calendar import event_of
from kasane.disclosure.viewer import acting_as

NOW = datetime(2025, 5, 1, 3, 0, tzinfo=UTC)


def written(town, cast, **values):
    starts_at = datetime(2025, 5, 14, 4, 30, tzinfo=UTC)
    meeting = town.convene(starts_at=starts_at, **values)
    with acting_as(cast.coordinator):
        return published(event_of(meeting, message=meeting.message), now=NOW)


def test_times_are_in_utc_and_lines_end_as_the_standard_says(town, cast):
    file = written(town, cast, length=90, place="役場")
    assert file.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert file.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert "DTSTART:20250514T043000Z\r\n" in file
    assert "DTEND:20250514T060000Z\r\n" in file
    assert "LOCATION:役場\r\n" in file
    assert "STATUS:CONFIRMED\r\n" in file


def test_special_characters_can_not_leave_their_line(town, cast):
    file = written(town, cast, place="役場, 2階; 会議室\nSUMMARY:にせもの\\")
    assert "LOCATION:役場\\, 2階\\; 会議室\\nSUMMARY:にせもの\\\\\r\n" in file.replace("\r\n ", "")
    assert "\r\nSUMMARY:にせもの" not in file


def test_long_lines_are_folded_between_characters(town, cast):
    message = "駐車場は庁舎の北側をお使いください。" * 10
    file = written(town, cast, online_url="https://example.jp/room?meeting=1", message=message)
    assert all(len(line.encode()) <= 75 for line in file.split("\r\n"))
    assert message in file.replace("\r\n ", "")
    assert "URL:https://example.jp/room?meeting=1\r\n" in file
    assert "LOCATION:オンライン\r\n" in file
