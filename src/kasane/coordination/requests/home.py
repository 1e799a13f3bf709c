"""情報提供依頼 on 今日やること: what waits for an answer here, and what came back or is late (R-COOR-03)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki, today
from kasane.coordination.models import InformationRequest
from kasane.coordination.requests.queries import open_at


def home_rows(by: Actor) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of 「待たせている」 and of 「今日・今週」. One query.

    They come from the requests themselves: the asked agency has no sight of the case a task would hang on.
    """
    rows = open_at(by)
    waiting = [_to_answer(row) for row in rows if row.receiver_id == by.agency.id and not _replied(row)]
    ours = [_of_ours(row) for row in rows if row.agency_id == by.agency.id]
    return waiting, ours


def _replied(row: InformationRequest) -> bool:
    return getattr(row, "reply", None) is not None


def _to_answer(row: InformationRequest) -> dict[str, Any]:
    day = today()
    found = {
        "who": row.about,
        "url": reverse("coordination:request", args=[row.id]),
        "what": f"情報提供依頼への回答({row.agency.name}から)",
        "since": f"期日 {short_wareki(row.due_on)}",
        "days": (day - row.asked_on).days,
        "act_label": "回答する",
        "act_url": reverse("coordination:request", args=[row.id]),
    }
    late = (day - row.due_on).days
    return found | ({"tone": "wait", "tone_word": f"{late}日すぎ"} if late > 0 else {})


def _of_ours(row: InformationRequest) -> dict[str, Any]:
    address = f"{reverse('coordination:requests', args=[row.case_id])}#r-{row.id}"
    found = {"who": row.about, "url": address, "act_url": address}
    if _replied(row):
        return found | {
            "what": f"{row.receiver.name}から情報提供の回答が届きました。",
            "since": f"回答 {short_wareki(row.reply.replied_on)}",
            "act_label": "取り込む",
        }
    late = (today() - row.due_on).days
    return found | {
        "what": f"{row.receiver.name}への情報提供依頼の返事がまだです。",
        "since": f"期日 {short_wareki(row.due_on)}",
        "tone": "wait",
        "tone_word": f"{late}日すぎ" if late > 0 else "今日まで",
        "act_label": "確かめる",
    }
