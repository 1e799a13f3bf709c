"""The meetings and 日程調整 of today and of this week, as rows of 今日やること (R-CONF-06)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki
from kasane.conferences import api as conferences

AHEAD = timedelta(days=7)


def meeting_rows(by: Actor, *, on: date) -> list[dict[str, Any]]:
    """One row for each meeting of the week and each poll that waits for the viewer's answer. Three queries."""
    return [
        *(_poll(poll, on) for poll in conferences.open_polls(by) if poll.own_seat.answered_at is None),
        *(_meeting(one, on) for one in conferences.coming_meetings(by, until=on + AHEAD) if one.own_place),
    ]


def _meeting(meeting: Any, on: date) -> dict[str, Any]:
    url = reverse("conferences:meeting", args=[meeting.id])
    waits = meeting.own_place.answer == "waiting"
    day = "きょう" if meeting.day == on else short_wareki(meeting.day)
    row: dict[str, Any] = {
        "who": meeting.label,
        "url": url,
        "what": f"{day} {timezone.localtime(meeting.starts_at):%H:%M} {meeting.place or 'オンライン'}",
        "since": meeting.host.name,
        "act_label": "出欠を返す" if waits else "会議を開く",
        "act_url": url,
    }
    return row | ({"tone": "wait", "tone_word": "返事がまだ"} if waits else {})


def _poll(poll: Any, on: date) -> dict[str, Any]:
    url = reverse("conferences:poll", args=[poll.id])
    late = poll.answer_until < on
    return {
        "who": f"{poll.body.name}の日程調整",
        "url": url,
        "what": f"{poll.host.name}が、候補の日に○△×の返事を待っています。",
        "since": f"返事は{short_wareki(poll.answer_until)}まで",
        "act_label": "日程を答える",
        "act_url": url,
        "tone": "wait",
        "tone_word": "期限をすぎています" if late else "返事がまだ",
    }
