"""What of the course a coordinator must not overlook, as lines of 今日やること (R-COOR-07, R-COOR-08, R-COOR-12)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kasane.agencies import profile
from kasane.coordination.choices import OPEN_PLAN_STATES

WATCH = (
    "SELECT to_jsonb(w) || jsonb_build_object('early', (SELECT count(*) FROM coordination_plan p"
    " WHERE p.state = ANY(%s) AND p.early_start AND p.early_started_on <= kasane_today()))"
    " FROM coordination_watch(%s, %s) w"
)
"""With the plans under which ② or ④ goes on before anybody has decided (R-COOR-05)."""


def watch_values() -> list[Any]:
    rules = profile.current().rules
    return [[state.value for state in OPEN_PLAN_STATES], rules.load_per_worker, rules.load_per_agency]


def watch_rows(found: dict[str, int] | None) -> list[dict[str, Any]]:
    """One line for each thing of which there is any."""
    if not found:
        return []
    lines = (
        (
            found["workers"] + found["agencies"],
            "支援者の受け持ち",
            f"受け持ちが多い職員が{found['workers']}人、機関が{found['agencies']}か所あります。",
            "coordination:load",
        ),
        (
            found["follow_ups"],
            "終結後のフォローアップ",
            f"期日をすぎたものが{found['follow_ups']}件あります。",
            "coordination:follow_ups",
        ),
        (
            found["reports"],
            "進みぐあいの知らせ",
            f"期日をすぎても知らせのない機関が、のべ{found['reports']}件あります。",
            "coordination:progress_asked",
        ),
        (
            found["early"],
            "早期支援",
            f"決定の前に動いている支援が{found['early']}件あります。",
            "coordination:early",
        ),
    )
    return [
        {"who": who, "what": what, "url": reverse(url), "act_label": "見る", "act_url": reverse(url)}
        for number, who, what, url in lines
        if number
    ]
