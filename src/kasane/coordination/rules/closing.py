"""Monitoring, evaluation, closure and interruption (R-COOR-07 to R-COOR-09)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.rules.application import Standing, standing_obstacles
from kasane.coordination.rules.course import COORDINATION, SELF_RELIANCE, words

StatedPlan = tuple[str, UUID]
"""The state of a plan, and which it is."""
NamedMenu = tuple[str, UUID]
"""The name of an own plan of ② or ④, and which it is."""
WAYS_OF_ENDING: dict[str, tuple[str, ...]] = {
    COORDINATION: ("information", "refer", "broken_off", "back"),
    SELF_RELIANCE: ("information", "broken_off"),
}
"""How a course ends before a plan is in force: as screened (FORMS 2-3 item 11), or back to 受付 (R-COOR-02)."""


@dataclass(frozen=True)
class ClosureFacts:
    """What stands ready for the end of support."""

    case_id: UUID
    evaluated: bool
    first_score: bool
    last_score: bool
    lead_after: bool
    follow_up_on: date | None
    follow_up_by: bool
    follow_up_how: str
    course: str = COORDINATION
    remaining_issues: str = ""
    person_wish: str = ""
    staff_opinion: str = ""


def monitor_obstacles(
    standing: Standing, *, state: str, next_on: date | None, after: str, unseen_items: int
) -> list[Obstacle]:
    """What forbids keeping a monitoring: it looks at every line of a final plan and names the next (R-COOR-07)."""
    found = standing_obstacles(standing)
    if state != "final":
        found.append(Obstacle("not_final", "モニタリングは、確定したプランについて行います。", "R-COOR-07"))
    if after == "keep" and next_on is None:
        found.append(Obstacle("no_next", "次回モニタリングの日を入れてください。", "R-COOR-07"))
    if unseen_items:
        found.append(
            Obstacle(
                "items_left",
                f"進みぐあいが選ばれていない支援内容が {unseen_items} 件あります。",
                "R-COOR-07",
            )
        )
    return found


def score_obstacles(standing: Standing, *, scores: Iterable[int | None]) -> list[Obstacle]:
    """What forbids keeping a つながり評価: all five scores, each 1 to 4 (R-COOR-08)."""
    found = standing_obstacles(standing)
    if any(score not in (1, 2, 3, 4) for score in scores):
        found.append(Obstacle("scores_missing", "5つの項目すべてに1から4の点をつけてください。", "R-COOR-08"))
    return found


def leader_obstacles(standing: Standing, *, consented: bool, responsible: bool) -> list[Obstacle]:
    """Who brings support to its end: who leads the course; once the person no longer agrees to sharing and the leader may
    not see the case, the agency that is responsible for it (R-COOR-08, R-COOR-09, R-DIS-01)."""
    if consented or not responsible:
        return standing_obstacles(standing, coordinates=True)
    return standing_obstacles(standing)


def evaluate_obstacles(
    standing: Standing,
    *,
    plan_state: str,
    conclusion: str,
    unrated_goals: int,
    consented: bool = True,
    responsible: bool = False,
) -> list[Obstacle]:
    """What forbids keeping an evaluation (2-6): it belongs to a final plan and looks at every goal (R-COOR-08)."""
    found = leader_obstacles(standing, consented=consented, responsible=responsible)
    if plan_state != "final":
        found.append(
            Obstacle(
                "not_final",
                "評価する確定したプランがありません。",
                "R-COOR-08",
                (Mend("プランを見る", "case_tab", (("case_id", standing.case_id), ("tab", "plan"))),),
            )
        )
    if not conclusion:
        found.append(Obstacle("no_conclusion", "結論(終結・再プラン・中断)を選んでください。", "R-COOR-08"))
    if unrated_goals:
        found.append(
            Obstacle(
                "goals_left", f"達成状況が選ばれていない目標が {unrated_goals} 件あります。", "R-COOR-08"
            )
        )
    return found


def closure_obstacles(facts: ClosureFacts) -> list[Obstacle]:
    """What closure needs beside the judgement of the conference, by the course (R-COOR-08, R-SELF-01)."""
    return _CLOSURE[facts.course](facts)


def _closure_of_self_reliance(facts: ClosureFacts) -> list[Obstacle]:
    """目標の達成状況, 現在の状況と残された課題, 本人の希望・支援員の意見 (実施要綱 別記1の4の4(3)ウ); follow-up as needed."""
    case = (("case_id", facts.case_id),)
    mends = (Mend("評価シートを開く", words(facts.course).evaluation_url, case),)
    wanted = (
        (facts.evaluated, "no_evaluation", "結論を「終結」とした評価シート(2-6)がありません。"),
        (facts.remaining_issues.strip(), "no_remaining", "いまの状況と残された課題が書かれていません。"),
        (facts.person_wish.strip(), "no_person_wish", "終結についての本人の希望が書かれていません。"),
        (facts.staff_opinion.strip(), "no_staff_opinion", "終結についての支援員の意見が書かれていません。"),
    )
    return [Obstacle(code, sentence, "R-SELF-01", mends) for ready, code, sentence in wanted if not ready]


def _closure_of_coordination(facts: ClosureFacts) -> list[Obstacle]:
    case = (("case_id", facts.case_id),)
    evaluation = (Mend("評価シートを開く", words(facts.course).evaluation_url, case),)
    scores = (Mend("つながり評価をつける", "coordination:connectedness", case),)
    wanted = (
        (facts.evaluated, "no_evaluation", "結論を「終結」とした評価シート(2-6)がありません。", evaluation),
        (facts.first_score, "no_first_score", "プラン作成時のつながり評価(2-7)がありません。", scores),
        (facts.last_score, "no_last_score", "終結時のつながり評価(2-7)がありません。", scores),
        (facts.lead_after, "no_lead_after", "終結後の主担当機関が決まっていません。", evaluation),
        (facts.follow_up_on, "no_follow_up_day", "フォローアップの日が決まっていません。", evaluation),
        (facts.follow_up_by, "no_follow_up_by", "フォローアップをする機関が決まっていません。", evaluation),
        (facts.follow_up_how.strip(), "no_follow_up_how", "フォローアップの方法が決まっていません。", evaluation),
    )  # fmt: skip
    return [
        Obstacle(code, sentence, "R-COOR-08", mends) for ready, code, sentence, mends in wanted if not ready
    ]


_CLOSURE = {COORDINATION: _closure_of_coordination, SELF_RELIANCE: _closure_of_self_reliance}


BACK = "back"
"""通常の連携で解決するため、受付・つなぎ元にもどす (R-COOR-02): a way of ending a course that no screening names."""


def end_by_screening_obstacles(
    standing: Standing,
    *,
    way: str,
    screening: str,
    plans: Iterable[StatedPlan],
    told: str,
    consented: bool = True,
    responsible: bool = False,
    supported: bool = False,
    menus: Iterable[NamedMenu] = (),
) -> list[Obstacle]:
    """What forbids ending a course before any plan is in force, as its screening says (R-SELF-01, R-COOR-02, FORMS 2-3
    item 11). A draft is closed with it; a plan that waits for its conference or decision is taken back first.

    Before anything was screened, contact may be lost already: 判断前に中断 then needs no screening. `supported` says that
    the case is in support by this course alone: a plan is in force then, also one the actor may not see.
    """
    plans = list(plans)
    found = leader_obstacles(standing, consented=consented, responsible=responsible)
    requirement = "R-SELF-01" if standing.course == SELF_RELIANCE else "R-COOR-02"
    if way not in WAYS_OF_ENDING[standing.course]:
        found.append(Obstacle("no_way", "終わり方を選んでください。", requirement))
    elif not (way in (BACK, screening) or (way == "broken_off" and not screening)):
        found.append(_screened_otherwise(standing, requirement))
    found += _plans_in_the_way(standing, plans, requirement, consented=consented)
    if supported and not any(state == "final" for state, _ in plans):
        found.append(_plan_not_seen(standing, requirement))
    found += menu_obstacles(menus if consented else (), requirement=requirement)
    if not told.strip():
        found.append(
            Obstacle("nothing_told", "伝えたこと、連絡を取ろうとしたことを書いてください。", requirement)
        )
    return found


def _plan_not_seen(standing: Standing, requirement: str) -> Obstacle:
    """Row-level security keeps from the actor the plan by which the case is in support (R-DIS-01)."""
    return Obstacle(
        "plan_not_seen",
        "支援に入っているケースには確定したプランがありますが、いま見られる情報の種類では開けません。"
        f"プランを見られる機関が評価シートを書き、{words(standing.course).conference}を経て終えます"
        "(本人の同意がないときは支援会議)。",
        requirement,
        (Mend("見られる機関を確かめる", "case_tab", (("case_id", standing.case_id), ("tab", "sharing"))),),
    )


def _screened_otherwise(standing: Standing, requirement: str) -> Obstacle:
    return Obstacle(
        "screened_otherwise",
        "スクリーニング(2-3の11)の判断が、選んだ終わり方と違います。",
        requirement,
        (
            Mend(
                "スクリーニングを見直す",
                "coordination:assessment",
                (("case_id", standing.case_id),),
                "summary",
            ),
        ),
    )


def _plans_in_the_way(
    standing: Standing, plans: Iterable[StatedPlan], requirement: str, *, consented: bool
) -> list[Obstacle]:
    """A plan in force, always. One that waits only while consent stands: without it no conference may judge it, and those
    it waits for do not see the case any more, so it ends with the course (R-CONF-03)."""
    found = []
    for state, plan_id in plans:
        mend = (Mend("プランを開く", "coordination:plan", (("plan_id", plan_id),)),)
        if state == "final":
            sentence = (
                f"確定したプランがあるときは、評価と{words(standing.course).conference}を経て終えます。"
            )
            evaluation = Mend(
                "評価シートを書く", words(standing.course).evaluation_url, (("case_id", standing.case_id),)
            )
            found.append(Obstacle("has_plan", sentence, requirement, (evaluation,)))
        elif state == "submitted" and consented:
            sentence = "プランが会議を待っています。会議から取り下げてから終えます。"
            found.append(Obstacle("plan_submitted", sentence, requirement, mend))
        elif state == "agreed" and consented:
            sentence = "プランが市町村の支援決定を待っています。差し戻しを受けてから終えます。"
            found.append(Obstacle("plan_agreed", sentence, requirement, mend))
    return found


def interruption_obstacles(
    *, case_id: UUID, lost_on: date | None, attempts: str, records: int = 0, course: str = COORDINATION
) -> list[Obstacle]:
    """中断 only when contact is wholly lost, after recorded attempts: in words, or `records` of 支援経過 (R-COOR-09)."""
    mends = (Mend("評価シートを開く", words(course).evaluation_url, (("case_id", case_id),)),)
    found = []
    if lost_on is None:
        found.append(
            Obstacle(
                "no_lost_day",
                "連絡がまったく取れなくなった日を入れてください。連絡が取れるあいだは中断にできません。",
                "R-COOR-09",
                mends,
            )
        )
    if not attempts.strip() and not records:
        found.append(
            Obstacle(
                "no_attempts",
                "訪問や周囲への確認など、連絡を取ろうとした記録がありません。",
                "R-COOR-09",
                mends,
            )
        )
    return found


def menu_obstacles(menus: Iterable[NamedMenu], *, requirement: str) -> list[Obstacle]:
    """An own plan of ② or ④ that runs or waits keeps its course from ending: a conference says how it ends (R-CONF-04).
    Asked while consent stands; without it they end with the course."""
    return [
        Obstacle(
            "menu_open",
            f"{name}が続いているか、会議を待っています。先に、会議を経て終えるか、取り下げてください。",
            requirement,
            (Mend("そのプランを開く", "coordination:menu", (("menu_id", menu_id),)),),
        )
        for name, menu_id in menus
    ]


def after_obstacles(*, case_id: UUID, unknowing: Iterable[str], course: str = COORDINATION) -> list[Obstacle]:
    """Who leads or looks in after the end must be allowed to know of the case: agencies the person does not let know
    (`unknowing`) can not be named (R-DIS-01)."""
    names = "、".join(unknowing)
    if not names:
        return []
    return [
        Obstacle(
            "after_not_covered",
            f"{names}には、本人の同意がなく、ケースのことを伝えられません。終結後の主担当・フォローアップは、"
            "いま関わっている機関から選ぶか、本人の同意を確かめてください。",
            "R-DIS-01",
            (
                Mend("評価シートを開く", words(course).evaluation_url, (("case_id", case_id),)),
                Mend("同意を確かめる", "intake:consent", (("case_id", case_id),)),
            ),
        )
    ]
