"""When a plan is final, who decides, and what follows it (R-COOR-06, R-COOR-07)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.rules.application import Standing, standing_obstacles
from kasane.coordination.rules.course import COORDINATION, SELF_RELIANCE, decided_services, words


class Pattern(StrEnum):
    """When a plan is final: the three patterns of R-COOR-06."""

    ONLY_DECIDED = "a"
    DECIDED_AND_OTHER = "b"
    NOTHING_DECIDED = "c"


PATTERN_WORDS: dict[Pattern, str] = {
    Pattern.ONLY_DECIDED: "② 参加支援・④ アウトリーチだけのプランです。市町村の支援決定で確定します。",
    Pattern.DECIDED_AND_OTHER: (
        "② 参加支援・④ アウトリーチと、ほかの支援があるプランです。"
        "②・④は市町村が支援決定し、ほかの支援は内容を確認します。決定で確定します。"
    ),
    Pattern.NOTHING_DECIDED: (
        "② 参加支援・④ アウトリーチを使わないプランです。"
        "重層的支援会議で適切と認められたときに確定し、市町村に報告します。"
    ),
}
"""What each pattern means, as the deciding desk reads it (R-COOR-06)."""

SELF_RELIANCE_WORDS: dict[Pattern, str] = {
    Pattern.ONLY_DECIDED: (
        "就労準備支援・家計改善支援・認定就労訓練だけのプランです。支援調整会議で了承されたあと、"
        "市町村の支援決定で確定します。"
    ),
    Pattern.DECIDED_AND_OTHER: (
        "就労準備支援・家計改善支援・認定就労訓練と、ほかの支援があるプランです。支援調整会議で了承されたあと、"
        "市町村が支援決定し、ほかの支援は内容を確認します。決定で確定します。"
    ),
    Pattern.NOTHING_DECIDED: (
        "支援決定の要るサービスがないプランです。支援調整会議で了承されたときに確定し、"
        "行政以外の機関がつくったプランは市町村に報告します。"
    ),
}
"""The same for 自立相談支援 (実施要綱 別記1の4の4(2)オ, R-SELF-01)."""

_WORDS = {COORDINATION: PATTERN_WORDS, SELF_RELIANCE: SELF_RELIANCE_WORDS}


def pattern_words(services: Sequence[str], course: str = COORDINATION) -> str:
    """How a plan with these lines becomes final, in words."""
    return _WORDS[course][pattern_of(services, course)]


def pattern_of(services: Sequence[str], course: str = COORDINATION) -> Pattern:
    """Which of the three patterns a plan with these lines follows (R-COOR-06, R-SELF-01)."""
    need = decided_services(course)
    decided = any(service in need for service in services)
    other = any(service not in need for service in services)
    if not decided:
        return Pattern.NOTHING_DECIDED
    return Pattern.DECIDED_AND_OTHER if other else Pattern.ONLY_DECIDED


def decide_obstacles(
    *,
    state: str,
    is_decider: bool,
    own_agency: bool,
    returns: bool,
    note: str,
    course: str = COORDINATION,
) -> list[Obstacle]:
    """What forbids 支援決定 or 差し戻し: who may, when, and a returned plan says why (R-COOR-06)."""
    found = _decider_obstacles(is_decider=is_decider, own_agency=own_agency) + state_obstacles(state, course)
    if returns and not note.strip():
        found.append(Obstacle("no_return_reason", "差し戻すときは、その理由を入れてください。", "R-COOR-06"))
    return found


def state_obstacles(state: str, course: str = COORDINATION) -> list[Obstacle]:
    """Only a plan that its conference found appropriate waits for the municipality (R-COOR-06)."""
    if state in ("draft", "submitted"):
        return [
            Obstacle(
                "not_judged",
                f"{words(course).conference}でまだ「適切」と判断されていません。",
                "R-COOR-06",
                (Mend("会議を見る", "conferences:list"),),
            )
        ]
    if state != "agreed":
        return [Obstacle("already_decided", "このプランの決定はもう済んでいます。", "R-COOR-06")]
    return []


def report_obstacles(*, is_decider: bool, own_agency: bool, waiting: bool) -> list[Obstacle]:
    """What forbids confirming the report of a plan that needed no decision (R-COOR-06 c)."""
    found = _decider_obstacles(is_decider=is_decider, own_agency=own_agency)
    if not waiting:
        found.append(Obstacle("nothing_reported", "確かめる報告はありません。", "R-COOR-06"))
    return found


def _decider_obstacles(*, is_decider: bool, own_agency: bool) -> list[Obstacle]:
    if is_decider and own_agency:
        return []
    return [Obstacle("not_decider", "支援決定と確認は、市町村の担当課の決裁者が行います。", "R-COOR-06")]


REPLANNED = ("final", "handed_on", "closed")
"""States a new version may follow. A plan handed on to 多機関協働 is one when the つなぎ came back (R-INT-04), one that ended
with the support when the case was reopened (R-COOR-10); of these only the newest."""


def replan_obstacles(
    standing: Standing, *, state: str, open_plan: UUID | None, waiting_evaluation: bool, newest: bool = True
) -> list[Obstacle]:
    """What forbids a new version: it follows a final plan, and only one is in the making (R-COOR-07)."""
    found = standing_obstacles(standing, coordinates=True)
    if state not in REPLANNED or not newest:
        found.append(Obstacle("not_final", "再プランは、確定しているプランからつくります。", "R-COOR-07"))
    if open_plan is not None:
        found.append(
            Obstacle(
                "plan_in_the_making",
                "つくりかけ、または会議や決定を待っている新しいプランがあります。",
                "R-COOR-07",
                (Mend("そのプランを開く", "coordination:plan", (("plan_id", open_plan),)),),
            )
        )
    if waiting_evaluation:
        found.append(
            Obstacle(
                "evaluation_waits",
                "終結または中断の評価が会議を待っています。会議の判断のあとに見直します。",
                "R-COOR-08",
                (
                    Mend(
                        "評価シートを開く",
                        words(standing.course).evaluation_url,
                        (("case_id", standing.case_id),),
                    ),
                ),
            )
        )
    return found
