"""When a case goes to the prefecture's 自立相談支援, and what is asked afterwards (R-INT-08, 別記1の5 3(1)エ). Pure."""

from __future__ import annotations

from datetime import date

from kasane.base.obstacles import Obstacle
from kasane.intake.rules.common import hand_obstacles

FOLLOW_UP_WITHIN_DAYS = 14


def passing_obstacles(
    *,
    has_welfare_office: bool,
    is_open: bool,
    writes: bool,
    recommended_by: str = "-",
    follow_up_on: date | None = None,
    on: date | None = None,
) -> list[Obstacle]:
    """What forbids to pass a case to the prefecture; the person's consent is asked where it is told outside (R-DIS-06)."""
    found = hand_obstacles(is_open=is_open, writes=writes)
    if has_welfare_office:
        sentence = (
            "福祉事務所のある市町村では、自立相談支援は市町村の機関が行います。つなぎで送ってください。"
        )
        found.append(Obstacle("own_office", sentence, "R-INT-08"))
    if not recommended_by.strip():
        sentence = "県の自立相談支援の利用を本人に勧めた人を書いてください。"
        found.append(Obstacle("recommended_by", sentence, "R-INT-08"))
    if on and follow_up_on and follow_up_on < on:
        sentence = "確かめる日は、引き継いだ日かそのあとの日にしてください。"
        found.append(Obstacle("follow_up", sentence, "R-INT-08"))
    return found


def arrival_obstacles(
    *, writes: bool, is_done: bool, arrival: str, result: str, on: date, today: date, next_on: date | None
) -> list[Obstacle]:
    """確実につながったか: how it went; while they have not arrived, there is a next date (R-INT-08)."""
    found = [] if writes else hand_obstacles(is_open=True, writes=False)
    if is_done:
        found.append(Obstacle("done", "この引き継ぎの結果は、もう残してあります。", "R-INT-08"))
    if on > today:
        found.append(Obstacle("not_yet", "確かめた日が、これからの日になっています。", "R-INT-08"))
    if not result.strip():
        found.append(Obstacle("result", "だれに確かめ、どうだったかを書いてください。", "R-INT-08"))
    if arrival == "not_yet" and (next_on is None or next_on < on):
        sentence = "まだつながっていないときは、次に確かめる日を入れてください。"
        found.append(Obstacle("next_on", sentence, "R-INT-08"))
    return found
