"""The meetings and 日程調整 of today and of this week, as rows of 今日やること (R-CONF-06)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import fiscal_label, short_wareki
from kasane.conferences import api as conferences

AHEAD = timedelta(days=7)


def meeting_rows(by: Actor, *, on: date) -> list[dict[str, Any]]:
    """One row for each meeting of the week and each poll that waits for the viewer's answer. One query."""
    rows = conferences.waiting_rows(by, until=on + AHEAD)
    return [_poll(row, on) if row.is_poll else _meeting(row, on) for row in rows]


def _meeting(row: Any, on: date) -> dict[str, Any]:
    url = reverse("conferences:meeting", args=[row.id])
    waits = row.answer == "waiting"
    local = timezone.localtime(row.at)
    day = "きょう" if local.date() == on else short_wareki(local.date())
    return {
        "who": f"{row.body} {fiscal_label(row.year)} 第{row.number}回",
        "url": url,
        "what": f"{day} {local:%H:%M} {row.place or 'オンライン'}",
        "since": row.host,
        "act_label": "出欠を返す" if waits else "会議を開く",
        "act_url": url,
        **({"tone": "wait", "tone_word": "返事がまだ"} if waits else {}),
    }


def _poll(row: Any, on: date) -> dict[str, Any]:
    url = reverse("conferences:poll", args=[row.id])
    until = timezone.localdate(row.at)
    return {
        "who": f"{row.body}の日程調整",
        "url": url,
        "what": f"{row.host}が、候補の日に○△×の返事を待っています。",
        "since": f"返事は{short_wareki(until)}まで",
        "act_label": "日程を答える",
        "act_url": url,
        "tone": "wait",
        "tone_word": "期限をすぎています" if until < on else "返事がまだ",
    }
