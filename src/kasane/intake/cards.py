"""Large choices: the six ways after the first talk, the three answers to a つなぎ."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from kasane.intake.models import Outcome

_WAYS: tuple[tuple[Outcome, str, str], ...] = (
    (Outcome.OWN, "edit", "このまま支援を始め、支援経過を書いていきます。"),
    (Outcome.REFER, "refer", "つなぐシート(2-1-2)を書きます。本人の同意が要ります。"),
    (Outcome.COORDINATION, "people", "課題が重なっているとき。本人の同意が要ります。"),
    (Outcome.CONFERENCE, "conference", "同意がないとき、迷うとき(法106条の6)。"),
    (Outcome.OUTREACH, "visit", "会いに行くことから始めるとき。本人の同意が要ります。"),
    (Outcome.INFORMATION, "info", "窓口や制度を伝えて終わります。ケースは終結します。"),
)


def outcome_cards(chosen: str) -> list[dict[str, Any]]:
    """One submit button for each way; the one decided before is marked."""
    return [
        {
            "title": way.label,
            "icon": icon,
            "sentence": words,
            "name": "outcome",
            "value": way.value,
            "main": way == (chosen or Outcome.OWN),
        }
        for way, icon, words in _WAYS
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
