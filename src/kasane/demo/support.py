"""The plan (2-4), the meeting, and how it is watched over and evaluated (2-6, 2-7)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kasane.demo.calendar import workday
from kasane.demo.labels import (
    AGENCY_ROLE,
    AGENCY_SHORT,
    Agency,
    Body,
    Change,
    Conclusion,
    DecisionKind,
    GoalState,
    Judgement,
    ScoreTiming,
    Stage,
)
from kasane.demo.model import (
    DemoClosure,
    DemoDecision,
    DemoEvaluation,
    DemoFollowUp,
    DemoGoalResult,
    DemoMeeting,
    DemoMonitoring,
    DemoOpinion,
    DemoPlan,
    DemoPlanItem,
    DemoScores,
)
from kasane.demo.patterns import Pattern, ThemeUse
from kasane.demo.phrases import meetings as say
from kasane.demo.themes import THEMES, Theme
from kasane.demo.timeline import Timeline
from kasane.demo.words import Words

OUTREACH_ROLE = "アウトリーチ支援員"
PARTICIPATION_ROLE = "参加支援担当"


@dataclass(frozen=True, slots=True)
class Strand:
    """A theme at work in this household, with its words and the issue as the plan puts it."""

    theme: Theme
    use: ThemeUse
    words: Words
    issue: str


def _fits(use: ThemeUse, words: Words) -> bool:
    """Whether the people a theme speaks of are there, and of the right age."""
    if use.about not in words.ages or not use.ages[0] <= words.ages[use.about] <= use.ages[1]:
        return False
    return use.beside in words.ages or not THEMES[use.key].between_two


def strands(rng: Random, pattern: Pattern, words: Words) -> list[Strand]:
    """The themes that play a part here; two at least where they fit."""
    fitting = [use for use in pattern.themes if _fits(use, words)]
    likely = [use for use in fitting if rng.random() < use.chance]
    for use in fitting:
        if len(likely) < 2 and use not in likely:
            likely.append(use)
    chosen = []
    for use in likely[:4]:
        own = words.about(use.about, use.beside)
        issue = own.pick(rng, THEMES[use.key].issues)
        if issue:
            chosen.append(Strand(THEMES[use.key], use, own, issue))
    return chosen


def _items(
    rng: Random, threads: list[Strand], words: Words, intake: Agency, months: int, alone: bool
) -> list[DemoPlanItem]:
    rows: list[DemoPlanItem] = []
    for thread in threads:
        fitting = [
            i
            for i in thread.theme.items
            if i.agency not in thread.use.without and thread.words.usable(i.support)
        ]
        for item in rng.sample(fitting, min(len(fitting), 2 if len(threads) < 4 else rng.choice((1, 2)))):
            if any(r.support == thread.words.fill(item.support) for r in rows):
                continue
            rows.append(
                DemoPlanItem(
                    issue=thread.issue,
                    support=thread.words.fill(item.support),
                    agency=item.agency,
                    worker_role=item.role,
                    frequency=item.frequency,
                    period=rng.choice(("3か月", f"{months}か月", f"{months}か月", "はじめの1か月"))
                    if item.frequency != "随時"
                    else f"{months}か月",
                    own_effort=thread.words.fill(item.own),
                )
            )
    if all(r.agency is not Agency.JUSO for r in rows):
        support, role, often, own = say.COORDINATION_ITEM
        rows.append(
            DemoPlanItem(
                rng.choice(without_family(say.COORDINATION_ISSUES, alone)),
                support.replace("・家族", "" if alone else "・家族"),
                Agency.JUSO,
                role,
                often,
                f"{months}か月",
                own,
            )
        )
    if all(r.agency is not intake for r in rows):
        support, often, own = say.INTAKE_ITEM
        role = AGENCY_ROLE[intake]
        rows.append(
            DemoPlanItem(threads[0].issue, words.fill(support), intake, role, often, f"{months}か月", own)
        )
    return rows


def make_plan(
    rng: Random,
    pattern: Pattern,
    threads: list[Strand],
    words: Words,
    line: Timeline,
    intake: Agency,
    wish: str,
    alone: bool,
) -> DemoPlan:
    """A plan whose items come from the household's own strands (R-COOR-04)."""
    assert line.planned
    months = 12 if line.period_days > 200 else 6
    items = _items(rng, threads, words, intake, months, alone)
    goals = [t.words.pick(rng, t.theme.goals) for t in threads]
    outreach = next((i for i in items if i.worker_role == OUTREACH_ROLE), None)
    joining = next((i for i in items if i.worker_role == PARTICIPATION_ROLE), None)
    who = words.slots.get(threads[0].use.about, "本人")
    starts = line.decided or line.planned + timedelta(days=24)
    lead = intake if rng.random() < 0.6 else Counter(i.agency for i in items).most_common(1)[0][0]
    return DemoPlan(
        number=1,
        made_on=line.planned,
        issues="\n".join(f"・{t.issue}" for t in threads),
        wish=wish,
        long_goal=words.pick(rng, without_family(pattern.long_goals, alone)),
        short_goals=tuple(dict.fromkeys(g for g in goals if g))[:3],
        items=tuple(items),
        lead_agency=lead,
        uses_participation=joining is not None,
        participation_reason=_reason(rng, say.PARTICIPATION_REASONS, joining, threads, who),
        uses_outreach=outreach is not None,
        outreach_reason=_reason(rng, say.OUTREACH_REASONS, outreach, threads, who),
        starts_on=starts,
        ends_on=starts + timedelta(days=line.period_days),
        next_monitoring=line.monitored[0]
        if line.monitored
        else line.next_monitoring or starts + timedelta(days=90),
    )


def _reason(
    rng: Random, bank: tuple[str, ...], item: DemoPlanItem | None, threads: list[Strand], who: str
) -> str:
    if item is None:
        return ""
    for thread in threads:
        if thread.issue == item.issue:
            who = thread.words.slots.get("p", who)
    return rng.choice(bank).format(w=who)


def without_family(bank: Sequence[str], alone: bool) -> tuple[str, ...]:
    """Sentences that speak of a family are no use for a person without one."""
    return tuple(t for t in bank if not (alone and ("家族" in t or "世帯の複数" in t)))


def plan_agencies(plan: DemoPlan) -> tuple[Agency, ...]:
    """Agencies that have a part in the plan, in the order of the list of agencies."""
    used = {i.agency for i in plan.items} | {plan.lead_agency, Agency.JUSO}
    return tuple(a for a in Agency if a in used)


def meeting(
    rng: Random, plan: DemoPlan, on: date, purpose: str, judgement: Judgement | None, alone: bool
) -> DemoMeeting:
    """みんなで支え愛会議; the municipality always takes part (R-CONF-02)."""
    members = tuple(a for a in Agency if a in {*plan_agencies(plan), Agency.FUKUSHI})
    opinions: tuple[DemoOpinion, ...] = ()
    conclusion = ""
    if judgement:
        texts = rng.sample(without_family(say.OPINIONS, alone), min(len(members), rng.choice((3, 4))))
        speakers = rng.sample(members, len(texts))
        opinions = tuple(DemoOpinion(a, t) for a, t in zip(speakers, texts, strict=True))
        if judgement is Judgement.CLOSE:
            opinions = opinions[:2]
        bank = say.CLOSE_CONCLUSIONS if judgement is Judgement.CLOSE else say.PLAN_CONCLUSIONS
        conclusion = rng.choice(bank).format(主=AGENCY_SHORT[plan.lead_agency])
    return DemoMeeting(Body.MULTI_TIER, on, purpose, members, opinions, judgement, conclusion)


def decision(rng: Random, plan: DemoPlan, on: date) -> DemoDecision:
    """支援決定 where ② or ④ is used, else 確認 (R-COOR-06)."""
    if plan.uses_participation or plan.uses_outreach:
        return DemoDecision(DecisionKind.DECIDE, on, rng.choice(say.DECISIONS))
    return DemoDecision(DecisionKind.CONFIRM, on, rng.choice(say.CONFIRMS))


def monitorings(rng: Random, line: Timeline, by: Agency) -> tuple[DemoMonitoring, ...]:
    """The looks taken so far, each naming the next (R-COOR-07)."""
    days = line.monitored
    following = [*days, line.next_monitoring][1:]
    texts = rng.sample(say.MONITORING, len(days))
    return tuple(
        DemoMonitoring(day, by, text, then)
        for day, text, then in zip(days, texts, following, strict=True)
        if then
    )


def evaluate(
    rng: Random, plan: DemoPlan, threads: list[Strand], line: Timeline, stage: Stage
) -> DemoEvaluation:
    """評価シート (2-6)."""
    assert line.evaluated
    closing = stage is Stage.CLOSED or rng.random() < 0.6
    weights = (5, 4, 1) if closing else (2, 5, 3)
    banks = {
        GoalState.REACHED: say.GOAL_REACHED,
        GoalState.PARTLY: say.GOAL_PARTLY,
        GoalState.NOT_YET: say.GOAL_NOT_YET,
    }
    results = []
    for goal in plan.short_goals:
        state = rng.choices(tuple(GoalState), weights)[0]
        results.append(DemoGoalResult(goal, state, rng.choice(banks[state])))
    possible = list(dict.fromkeys(c for t in threads for c in t.theme.changes))
    seen = set(rng.sample(possible, min(len(possible), rng.randint(2, 4) if closing else rng.randint(1, 2))))
    slots = {"主": AGENCY_SHORT[plan.lead_agency]}
    opinions = say.EVALUATION_OPINIONS if closing else say.REPLAN_OPINIONS
    remaining = [t.words.pick(rng, t.theme.remaining) for t in threads]
    return DemoEvaluation(
        on=line.evaluated,
        goals=tuple(results),
        changes=tuple(c for c in Change if c in seen),
        remaining="。".join(r for r in remaining[:2] if r) + "。",
        wish=rng.choice(say.EVALUATION_WISHES),
        opinion=rng.choice(opinions).format_map(slots),
        conclusion=Conclusion.CLOSE if closing else Conclusion.REPLAN,
        lead_after=plan.lead_agency,
        follow_up=rng.choice(say.FOLLOW_UP_PLANS).format_map(slots),
    )


def scores(rng: Random, line: Timeline) -> tuple[DemoScores, ...]:
    """つながり評価 (2-7) at plan, evaluation and closure, mostly rising."""
    made = []
    values = [rng.choices((1, 2, 3), (4, 5, 2))[0] for _ in range(5)]
    steps = (
        (ScoreTiming.PLAN, line.planned, (1, 0, 0)),
        (ScoreTiming.EVALUATION, line.evaluated, (4, 6, 1)),
        (ScoreTiming.CLOSURE, line.closed, (8, 2, 0)),
    )
    for timing, on, weights in steps:
        if on:
            values = [min(4, v + rng.choices((0, 1, 2), weights)[0]) for v in values]
            will, esteem, relations, joining, consulting = values
            made.append(
                DemoScores(timing, on, will, esteem, relations, joining, consulting, rng.random() < 0.75)
            )
    return tuple(made)


def closure(rng: Random, line: Timeline, plan: DemoPlan) -> DemoClosure:
    """つなぎもどし and what was seen afterwards (R-COOR-11)."""
    assert line.closed and line.handed_back
    lead = plan.lead_agency
    found = [t for t in say.FOLLOW_UP_DONE if plan.uses_participation or "居場所" not in t]
    followed = []
    for days in (30, 90):
        day = workday(line.handed_back + timedelta(days=days))
        done = day <= line.today
        followed.append(DemoFollowUp(lead, day, day if done else None, rng.choice(found) if done else ""))
    text = rng.choice(say.HAND_BACK).format(主=AGENCY_SHORT[lead])
    return DemoClosure(line.closed, lead, line.handed_back, text, tuple(followed))
