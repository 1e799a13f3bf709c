"""What may be put to 重層的支援会議 or 支援調整会議 and what they may say (R-CONF-03, R-CONF-04, R-SELF-01)."""

from __future__ import annotations

from uuid import UUID

from kasane.base.choices import Timing
from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.choices import Judgement
from kasane.coordination.rules.course import COORDINATION, words
from kasane.coordination.rules.plan import no_consent

JUDGEMENTS: dict[str, tuple[Judgement, ...]] = {
    Timing.PLAN: (Judgement.APPROPRIATE, Judgement.REVISE),
    Timing.REPLAN: (Judgement.APPROPRIATE, Judgement.REVISE),
    Timing.CLOSURE: (Judgement.CLOSE, Judgement.CONTINUE),
    Timing.INTERRUPTION: (Judgement.INTERRUPT, Judgement.CONTINUE),
}
"""The judgements of each timing, the favourable one first (R-CONF-04)."""

PLAN_TIMINGS = (Timing.PLAN, Timing.REPLAN)


def judgements_for(timing: Timing) -> list[Judgement]:
    """What the conference can say at this timing."""
    return list(JUDGEMENTS[timing])


def conference_obstacles(
    *,
    case_id: UUID,
    timing: Timing,
    consented: bool,
    subject_id: UUID | None,
    submitted: bool,
    course: str = COORDINATION,
) -> list[Obstacle]:
    """What forbids putting the case to the conference of its course at this timing (R-CONF-03, R-CONF-04, R-SELF-01)."""
    found = [] if consented else [no_consent(case_id, course)]
    if subject_id is None:
        found.append(_nothing_to_judge(case_id, timing, course))
    elif timing in PLAN_TIMINGS and not submitted:
        found.append(
            Obstacle(
                "not_submitted",
                "プランがまだ会議に出されていません。プランの画面で「会議に出す」を選んでください。",
                "R-CONF-04",
                (Mend("プランを開く", "coordination:plan", (("plan_id", subject_id),)),),
            )
        )
    return found


def _nothing_to_judge(case_id: UUID, timing: Timing, course: str) -> Obstacle:
    called = words(course)
    case = (("case_id", case_id),)
    if timing in PLAN_TIMINGS:
        return Obstacle(
            "no_plan",
            "会議にかけるプランがありません。",
            "R-CONF-04",
            (Mend("プランをつくる", called.plan_new_url, case),),
        )
    end = "終結" if timing == Timing.CLOSURE else "中断"
    return Obstacle(
        "no_evaluation",
        f"結論を「{end}」とした評価シート(2-6)がありません。",
        "R-COOR-08" if timing == Timing.CLOSURE else "R-COOR-09",
        (Mend("評価シートを書く", called.evaluation_url, case),),
    )


def judge_obstacles(*, timing: Timing, judgement: str, subject_waits: bool, writes: bool) -> list[Obstacle]:
    """What forbids keeping a judgement: it must fit the timing, and something must be waiting for it (R-CONF-04)."""
    found = []
    if judgement not in JUDGEMENTS[timing]:
        choices = "、".join(one.label for one in JUDGEMENTS[timing])
        found.append(
            Obstacle(
                "judgement_does_not_fit",
                f"「{timing.label}」の議題で選べる判断は、{choices}です。",
                "R-CONF-04",
            )
        )
    if not subject_waits:
        found.append(
            Obstacle(
                "nothing_waits",
                "会議を待っているプランや評価ではありません。もう判断されたか、取り下げられています。",
                "R-CONF-04",
            )
        )
    if not writes:
        found.append(Obstacle("reads_only", "会議の判断は、支援チームの機関が記録します。", "R-DIS-01"))
    return found
