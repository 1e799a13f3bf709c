"""Who tells how a line of the plan goes, and by when (R-COOR-07)."""

from __future__ import annotations

from datetime import date, timedelta

from kasane.base.obstacles import Obstacle
from kasane.coordination.rules.application import Standing, standing_obstacles

BEFORE = timedelta(days=7)
"""So long before the monitoring the agencies are to have told; a week earlier it stands on 今日やること."""


def told_by(monitoring_on: date, *, on: date) -> date:
    """By which day the agencies are to tell, for a monitoring on this day; never before the day of asking."""
    return max(monitoring_on - BEFORE, on)


def report_obstacles(
    standing: Standing, *, plan_state: str, own_items: int, told: int, others: int = 0
) -> list[Obstacle]:
    """What forbids keeping a report: each agency tells of its own lines of a final plan, and of no other's (R-COOR-07)."""
    found = standing_obstacles(standing)
    if plan_state != "final":
        found.append(
            Obstacle("not_final", "進みぐあいを知らせるのは、確定しているプランについてです。", "R-COOR-07")
        )
    if not own_items:
        found.append(
            Obstacle("no_own_items", "このプランに、この機関が担当する支援内容はありません。", "R-COOR-07")
        )
    elif not told:
        found.append(Obstacle("nothing_told", "進みぐあいを一つ以上選んでください。", "R-COOR-07"))
    if others:
        found.append(
            Obstacle("not_own_items", "知らせられるのは、この機関が担当する支援内容だけです。", "R-COOR-07")
        )
    return found
