"""What may be put to 重層的支援会議 or 支援調整会議 and what they may say (R-CONF-03, R-CONF-04, R-SELF-01)."""

from __future__ import annotations

from uuid import UUID

from kasane.base.choices import Timing
from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.choices import Judgement
from kasane.coordination.rules.course import COORDINATION, SELF_RELIANCE, words
from kasane.coordination.rules.plan import no_consent

JUDGEMENTS: dict[str, tuple[Judgement, ...]] = {
    Timing.PLAN: (Judgement.APPROPRIATE, Judgement.REVISE),
    Timing.REPLAN: (Judgement.APPROPRIATE, Judgement.REVISE),
    Timing.CLOSURE: (Judgement.CLOSE, Judgement.CONTINUE),
    Timing.INTERRUPTION: (Judgement.INTERRUPT, Judgement.CONTINUE),
}
"""The judgements of each timing, the favourable one first (R-CONF-04)."""

PLAN_TIMINGS = (Timing.PLAN, Timing.REPLAN)
SUPPORT_CONFERENCE = "support_conference"
FUNCTIONS = {COORDINATION: "multi_tier", SELF_RELIANCE: "support_coordination"}
"""Under which function of a body the conference of each course sits."""


def function_for(timing: Timing, *, consented: bool, course: str = COORDINATION) -> str:
    """Under which function this is put on the agenda: the conference of the course; without a standing consent an end
    may be judged under 支援会議, which needs none (法106条の6, R-CONF-01, R-CONF-03). A plan never is.
    """
    if not consented and timing not in PLAN_TIMINGS:
        return SUPPORT_CONFERENCE
    return FUNCTIONS[course]


def function_obstacles(
    *, case_id: UUID, timing: Timing, function: str, consented: bool, course: str = COORDINATION
) -> list[Obstacle]:
    """What forbids judging under this function: a plan only before the conference of its course and with consent, an end
    there too while consent stands, else under 支援会議 (R-CONF-03, R-CONF-04, R-COOR-08, R-COOR-09).
    """
    if function == function_for(timing, consented=consented, course=course):
        return [] if consented or timing not in PLAN_TIMINGS else [no_consent(case_id, course)]
    if timing in PLAN_TIMINGS:
        sentence = f"プランは{words(course).conference}で検討します。支援会議では決められません。"
        return [Obstacle("not_for_support_conference", sentence, "R-CONF-03")]
    if consented:
        sentence = f"本人の同意があるので、{timing.label}は{words(course).conference}で判断します。"
        return [Obstacle("consent_stands", sentence, "R-CONF-04")]
    return [_only_support_conference(case_id, timing)]


def _only_support_conference(case_id: UUID, timing: Timing) -> Obstacle:
    return Obstacle(
        "no_consent",
        f"本人の同意がいまはないため、{timing.label}は支援会議(法106条の6)で判断します。",
        "R-CONF-03",
        (
            Mend("支援会議で扱う", "conferences:add_item_support", (("case_id", case_id),)),
            Mend("同意を確かめる", "intake:consent", (("case_id", case_id),)),
        ),
    )


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
    """What forbids putting the case to its conference at this timing (R-CONF-03, R-CONF-04, R-SELF-01). Which conference
    that is, `function_for` says."""
    found = [] if consented or timing not in PLAN_TIMINGS else [no_consent(case_id, course)]
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
