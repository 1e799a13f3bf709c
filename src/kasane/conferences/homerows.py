"""What meetings put on 今日・今週: decisions without a case, and minutes to check (R-CONF-06)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki
from kasane.conferences.checking import queries as checking
from kasane.conferences.decisions import queries as decided
from kasane.conferences.models import MeetingDecision


def home_rows(by: Actor, *, on: date) -> list[dict[str, Any]]:
    """The rows, as the due_row component draws them. Two queries."""
    return [*_to_check(by), *_decided(by, on=on)]


def _to_check(by: Actor) -> list[dict[str, Any]]:
    """The minutes to check, as rows of 今日・今週. One query."""
    return [
        {
            "who": one.meeting.body.name,
            "number": one.meeting.label,
            "url": reverse("conferences:minutes", args=[one.meeting_id]),
            "what": "会議録の確認を頼まれています。",
            "since": f"{short_wareki(one.meeting.material_until)}に閉じます",
            "act_label": "会議録を開く",
            "act_url": reverse("conferences:minutes", args=[one.meeting_id]),
        }
        for one in checking.waiting_for(by)
    ]


def _decided(by: Actor, *, on: date) -> list[dict[str, Any]]:
    """The decisions without a case as rows of 今日・今週. One query."""
    return [_decision(row, on) for row in decided.waiting_for(by, until=on + timedelta(days=7))]


def _decision(row: MeetingDecision, on: date) -> dict[str, Any]:
    late = (on - row.due_on).days
    address = reverse("conferences:decision", args=[row.id])
    shown: dict[str, Any] = {
        "who": row.body.name,
        "number": "決定事項",
        "url": address,
        "what": row.what,
        "since": "期日 今日" if late == 0 else f"期日 {short_wareki(row.due_on)}",
        "act_label": "結果を書く",
        "act_url": address,
    }
    return shown | ({"tone": "wait", "tone_word": f"{late}日すぎ"} if late > 0 else {})
