"""多機関協働に引き継ぐ: what 自立相談支援 hands on, and when (R-SELF-01, R-INT-07)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.rules.application import Standing, standing_obstacles
from kasane.coordination.rules.course import SELF_RELIANCE, words
from kasane.coordination.rules.plan import no_consent


@dataclass(frozen=True)
class HandOnFacts:
    """What is known of a course of 自立相談支援 that is to be handed on. What the つなぎ needs, intake asks."""

    applied: bool
    consented: bool
    has_centre: bool
    plan_id: UUID | None = None
    plan_state: str = ""
    evaluation_waits: bool = False
    coordination_runs: bool = False
    """多機関協働 goes on already; a draft that it has not begun with does not count."""


def hand_on_obstacles(standing: Standing, facts: HandOnFacts) -> list[Obstacle]:
    """What forbids handing a case on to 多機関協働: consent first, nothing half-decided behind (R-SELF-01, R-INT-07)."""
    case = (("case_id", standing.case_id),)
    found = standing_obstacles(standing, coordinates=True)
    if not facts.has_centre:
        found.append(
            Obstacle(
                "no_centre",
                "多機関協働事業の実施機関が、提供体制にありません。",
                "R-INT-07",
                (Mend("提供体制を見る", "agencies:structure"),),
            )
        )
    if not facts.applied:
        found.append(
            Obstacle(
                "not_applied",
                "自立相談支援の申込がまだありません。受付のままつなぐときは、つなぐシートを使います。",
                "R-INT-07",
                (Mend("つなぐシートを書く", "intake:refer", case),),
            )
        )
    elif not facts.consented:
        found.append(no_consent(standing.case_id, SELF_RELIANCE))
    if facts.plan_state in ("submitted", "agreed") and facts.plan_id:
        found.append(
            Obstacle(
                "plan_waits",
                "プランが支援調整会議か支援決定を待っています。取り下げるか、済んでから引き継ぎます。",
                "R-SELF-01",
                (Mend("プランを開く", "coordination:plan", (("plan_id", facts.plan_id),)),),
            )
        )
    if facts.evaluation_waits:
        found.append(
            Obstacle(
                "evaluation_waits",
                "終結または中断の評価が支援調整会議を待っています。会議のあとに引き継ぎます。",
                "R-SELF-01",
                (Mend("評価シートを開く", words(SELF_RELIANCE).evaluation_url, case),),
            )
        )
    if facts.coordination_runs:
        found.append(Obstacle("already_runs", "このケースの多機関協働は、もう進んでいます。", "R-SELF-01"))
    return found
