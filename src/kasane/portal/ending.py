"""Consents that end soon, as rows of 今日やること: ask again before others lose sight (R-DIS-01)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki
from kasane.cases.models import Case, Stage
from kasane.disclosure.queries import ENDING_WITHIN, consents_ending

MOST = 10


def ending_cases(by: Actor, *, on: date) -> list[Case]:
    """The open cases the viewer's agency is responsible for whose consent ends within 30 days, soonest first.

    The last day of the consent is on each case as `.consent_until`. Two queries, one when no consent ends.
    """
    last_days = consents_ending(on + ENDING_WITHIN)
    if not last_days:
        return []
    rows = Case.objects.filter(pk__in=list(last_days), responsible_agency=by.agency)
    found = sorted(rows.exclude(stage=Stage.CLOSED), key=lambda case: last_days[case.id])[:MOST]
    for case in found:
        case.consent_until = last_days[case.id]  # type: ignore[attr-defined]
    return found


def ending_row(case: Any, who: str) -> dict[str, Any]:
    """One row: whose consent, until when, and the way to ask again."""
    return {
        "who": who,
        "number": case.label,
        "url": reverse("case_tab", args=[case.id, "sharing"]),
        "what": "情報共有への同意が、もうすぐ終わります。終わると、ほかの機関から見えなくなります。",
        "since": f"{short_wareki(case.consent_until)}まで",
        "tone": "wait",
        "tone_word": "同意の期限",
        "act_label": "聞き直す",
        "act_url": reverse("intake:consent", args=[case.id]),
    }
