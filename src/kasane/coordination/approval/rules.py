"""Who drafts, who passes on and who decides 支援決定 (R-COOR-06). Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.rules.course import COORDINATION
from kasane.coordination.rules.finality import state_obstacles


@dataclass(frozen=True)
class Answerer:
    """The one who acts on a 起案: whether of the deciding division, with which right, and whether they drafted it."""

    own_agency: bool
    is_decider: bool = False
    is_manager: bool = False
    drafted: bool = False
    answered: bool = False
    """Passed it on at a step before."""


def draft_obstacles(
    *,
    plan_id: UUID,
    state: str,
    of_municipality: bool,
    open_draft: bool,
    text: str,
    course: str = COORDINATION,
) -> list[Obstacle]:
    """What forbids the 起案: it is the municipality's also where ⑤ is entrusted, and after the conference (R-COOR-06)."""
    found = state_obstacles(state, course)
    if not of_municipality:
        found.append(
            Obstacle(
                "not_municipality",
                "支援決定の起案は、支援決定をする市町村の課の職員が行います。多機関協働を委託しているときも同じです。",
                "R-COOR-06",
                (_plan(plan_id),),
            )
        )
    if open_draft:
        found.append(
            Obstacle(
                "already_drafted", "このプランはもう起案されています。", "R-COOR-06", (_decide(plan_id),)
            )
        )
    if not text.strip():
        found.append(Obstacle("no_draft_text", "伺いの内容を入れてください。", "R-COOR-06"))
    return found


def no_draft(plan_id: UUID) -> Obstacle:
    """Nobody decides on what was not put to them."""
    return Obstacle(
        "not_drafted",
        "まだ起案されていません。担当の課で起案すると決裁できます。",
        "R-COOR-06",
        (_decide(plan_id, "起案する"),),
    )


def step_obstacles(
    *, plan_id: UUID, waiting: Sequence[str], who: Answerer, last: bool, substitute: str = ""
) -> list[Obstacle]:
    """What forbids answering a 起案 (R-COOR-06). `waiting`: the steps still to come, first to last; none: nothing was
    drafted. `last`: the one who acts would decide. `substitute`: the reason of 代決.

    Whoever drafts does not answer, and nobody answers twice: each step is another person. The last step is the decider's; in their absence a manager of the same division
    decides and says why (代決).
    """
    if not waiting:
        return [no_draft(plan_id)]
    found = []
    if not _may_answer(who, last=last, substitute=substitute):
        found.append(not_decider() if last else _not_of_the_division())
    if who.drafted:
        found.append(
            Obstacle(
                "own_draft", "起案した人は、その起案を決裁できません。ほかの職員が決裁します。", "R-COOR-06"
            )
        )
    if who.answered:
        found.append(
            Obstacle(
                "answered_before",
                "この起案を前に確認した人は、次の確認と決裁をできません。ほかの職員が行います。",
                "R-COOR-06",
            )
        )
    if last and len(waiting) > 1:
        found.append(
            Obstacle(
                "steps_before",
                f"「{waiting[0]}」の確認がまだです。順に回してから決裁します。",
                "R-COOR-06",
                (_decide(plan_id, "確認の画面へ"),),
            )
        )
    if not last and len(waiting) == 1:
        found.append(Obstacle("last_step", "この起案は決裁だけが残っています。", "R-COOR-06"))
    return found


def _may_answer(who: Answerer, *, last: bool, substitute: str) -> bool:
    if not who.own_agency:
        return False
    return not last or who.is_decider or (who.is_manager and bool(substitute.strip()))


def not_decider() -> Obstacle:
    """Who decides, told to whoever does not."""
    return Obstacle("not_decider", "支援決定と確認は、市町村の担当課の決裁者が行います。", "R-COOR-06")


def _not_of_the_division() -> Obstacle:
    return Obstacle("not_of_division", "起案の確認は、支援決定をする課の職員が行います。", "R-COOR-06")


def return_draft_obstacles(
    *, plan_id: UUID, waiting: Sequence[str], who: Answerer, note: str
) -> list[Obstacle]:
    """What forbids giving a 起案 back to the one who drafted it: whoever may answer it may, with a reason."""
    found = step_obstacles(
        plan_id=plan_id, waiting=waiting[-1:], who=who, last=len(waiting) == 1, substitute=note
    )
    if not note.strip():
        found.append(Obstacle("no_return_reason", "差し戻すときは、その理由を入れてください。", "R-COOR-06"))
    return [one for one in found if one.code not in ("last_step", "answered_before")]


def item_obstacles(
    needing: Iterable[str], refused: dict[str, str], supports: dict[str, str]
) -> list[Obstacle]:
    """What forbids the answers to the lines: a line of ② or ④ not decided on says why; where none is left the plan goes
    back instead (R-COOR-06). `refused`: the reasons by line; `supports`: what each line says."""
    wanted = list(needing)
    found = [
        Obstacle("no_item_reason", f"「{supports[one]}」を支援決定しない理由を入れてください。", "R-COOR-06")
        for one in wanted
        if one in refused and not refused[one].strip()
    ]
    if wanted and all(one in refused for one in wanted):
        found.append(
            Obstacle(
                "nothing_decided",
                "支援決定する支援内容が一つもありません。プランを差し戻して、内容を見直してもらいます。",
                "R-COOR-06",
            )
        )
    return found


def _plan(plan_id: UUID) -> Mend:
    return Mend("プランを見る", "coordination:plan", (("plan_id", plan_id),))


def _decide(plan_id: UUID, label: str = "起案を見る") -> Mend:
    return Mend(label, "coordination:decide", (("plan_id", plan_id),))
