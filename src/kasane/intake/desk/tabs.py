"""The parts of a desk, in one order everywhere: as tabs, and as cards with today's numbers."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kasane.intake.desk.queries import Numbers

PARTS: tuple[tuple[str, str], ...] = (
    ("desk", "受付"),
    ("desk_shorts", "短い相談"),
    ("desk_calls", "電話"),
    ("desk_reports", "民生委員の報告"),
    ("desk_outposts", "出張相談"),
    ("desk_activities", "活動"),
    ("desk_caseload", "担当"),
)


def tabs(active: str) -> list[dict[str, Any]]:
    """The parts as the tabs component draws them; keys 1 to 7 go there."""
    return [
        {"label": label, "url": reverse(f"intake:{name}"), "active": name == active, "count": None}
        for name, label in PARTS
    ]


def cards(numbers: Numbers) -> list[dict[str, Any]]:
    """What each register holds today, in words; `waits` when somebody waits there."""
    told = (
        ("desk_shorts", "short", f"今日 {numbers.shorts}件", ""),
        (
            "desk_calls",
            "phone",
            f"今日 {numbers.calls}件",
            f"折り返しを待つ {numbers.waiting_calls}件" if numbers.waiting_calls else "",
        ),
        (
            "desk_reports",
            "person",
            "これからのものはありません" if not numbers.open_reports else "",
            f"終わっていない {numbers.open_reports}件" if numbers.open_reports else "",
        ),
        ("desk_outposts", "visit", f"この7日 {numbers.outposts}日", ""),
        ("desk_activities", "people", f"今月 {numbers.activities}件", ""),
        ("desk_caseload", "layers", f"支援中 {numbers.cases}ケース", ""),
    )
    labels = dict(PARTS)
    icons = {"short": "talk"}
    return [
        {
            "title": labels[name],
            "url": reverse(f"intake:{name}"),
            "icon": icons.get(icon, icon),
            "words": words,
            "waits": waits,
        }
        for name, icon, words, waits in told
    ]
