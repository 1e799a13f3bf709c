"""Large choices: the ways after the first talk, the three answers to a つなぎ."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from kasane.intake.models import Outcome

UNCLEAR = "unclear"
"""「行き先が分からない」: a つなぎ to the town's centre, which takes what nobody can place (R-INT-06)."""

_WAYS: tuple[tuple[str, str, str, str], ...] = (
    (Outcome.OWN, Outcome.OWN.label, "edit", "このまま支援を始めます。次に会う日を決めます。"),
    (
        Outcome.REFER,
        Outcome.REFER.label,
        "refer",
        "つなぐシート(2-1-2)を書きます。本人の同意が要ります。",
    ),
    (UNCLEAR, "行き先が分からない", "help", "{center}につなぎ、いっしょに考えます。本人の同意が要ります。"),
    (
        Outcome.COORDINATION,
        Outcome.COORDINATION.label,
        "people",
        "課題が重なっているとき。本人の同意が要ります。",
    ),
    (
        Outcome.CONFERENCE,
        Outcome.CONFERENCE.label,
        "conference",
        "同意がないとき、迷うとき(法106条の6)。",
    ),
    (
        Outcome.OUTREACH,
        Outcome.OUTREACH.label,
        "visit",
        "会いに行くことから始めるとき。本人の同意が要ります。",
    ),
    (
        Outcome.INFORMATION,
        Outcome.INFORMATION.label,
        "info",
        "伝えたことを残して終わります。ケースは終結します。",
    ),
)


def outcome_cards(chosen: str, *, center: str) -> list[dict[str, Any]]:
    """One submit button for each way; the one decided before is marked. `center` is the town's centre (R-INT-06)."""
    return [
        {
            "title": title,
            "icon": icon,
            "sentence": words.format(center=center),
            "name": "outcome",
            "value": str(way),
            "main": way == (chosen or Outcome.OWN),
        }
        for way, title, icon, words in _WAYS
    ]


_ANSWERS: tuple[tuple[str, str, str, str], ...] = (
    ("accepted", "受ける", "check", "この機関が引き受けます。"),
    ("joint", "共に支援する", "people", "主担当はそのままで、いっしょに支援します。"),
    ("returned", "戻す", "refer", "つなぎ元と話し合ったうえで戻します。話し合いの記録が要ります。"),
)


def answer_cards(referral_id: UUID) -> list[dict[str, Any]]:
    """A link to the answer's form for each of the three answers."""
    url = reverse("intake:answer", args=[referral_id])
    return [
        {"title": title, "icon": icon, "sentence": words, "url": f"{url}?answer={value}", "main": not at}
        for at, (value, title, icon, words) in enumerate(_ANSWERS)
    ]
