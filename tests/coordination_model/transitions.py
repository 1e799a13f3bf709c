"""Every transition of the course as a rule with its conditions, each ready; what is missing is made from their types.

A condition that is a plain "there or not" (True, a text, a day) is not listed with its opposite: `missing` makes it. Those
that go missing in another way (a wrong state, too many of something) say how.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from itertools import combinations
from typing import Any
from uuid import UUID

from kasane.base.choices import Timing
from kasane.base.obstacles import Obstacle
from kasane.cases import rules as cases
from kasane.coordination import rules
from kasane.coordination.approval import rules as approving
from kasane.coordination.approval.rules import Answerer
from kasane.coordination.progress import rules as progress
from kasane.coordination.reopening import rules as reopening
from kasane.coordination.rules import ClosureFacts, HandOnFacts, ItemFacts, PlanFacts, Standing

CASE, PLAN = UUID(int=1), UUID(int=2)
DAY, LATER = date(2025, 6, 1), date(2025, 7, 1)
COURSES = ("coordination", "self_reliance")


@dataclass(frozen=True)
class Transition:
    """One step: `ask` answers its obstacles for some values. `missing`: per condition, the values without it.

    `hides`: a condition that, missing, makes others moot (a case that is open can not be reopened for any other reason).
    """

    name: str
    ask: Callable[..., list[Obstacle]]
    ready: Mapping[str, Any]
    missing: Mapping[str, Mapping[str, Any]]
    hides: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def codes(self, *absent: str) -> list[str]:
        """The obstacles when just these conditions are missing."""
        values = dict(self.ready)
        for one in absent:
            for name, value in self.missing[one].items():
                values[name] = _both(values[name], value)
        return [obstacle.code for obstacle in self.ask(**values)]

    def subsets(self) -> Iterator[tuple[str, ...]]:
        names = list(self.missing)
        for size in range(len(names) + 1):
            yield from combinations(names, size)


def _both(before: Any, change: Any) -> Any:
    """A change of a few fields of a dataclass is laid upon what is changed there already."""
    return replace(before, **change) if is_dataclass(before) and isinstance(change, Mapping) else change


def nothing_of(value: Any) -> Any:
    """A value of this kind that is not there."""
    match value:
        case bool():
            return not value
        case str():
            return ""
        case date() | UUID():
            return None
        case list() | tuple():
            return []
    raise AssertionError(f"nobody said what is missing when {value!r} is")


def of_dataclass(facts: Any, *, besides: tuple[str, ...] = ()) -> dict[str, dict[str, Any]]:
    """Each field of the facts in turn, gone."""
    names = [one.name for one in fields(facts) if one.name not in besides]
    return {name: {"facts": {name: nothing_of(getattr(facts, name))}} for name in names}


def of_values(ready: Mapping[str, Any], *names: str) -> dict[str, dict[str, Any]]:
    return {name: {name: nothing_of(ready[name])} for name in names}


STANDING = {
    "is_open": {"standing": {"is_open": False}},
    "works_on_it": {"standing": {"kinds": 0}},
}
LEADS: dict[str, dict[str, dict[str, Any]]] = {
    "coordination": STANDING | {"leads": {"standing": {"is_coordinator": False}}},
    "self_reliance": STANDING | {"leads": {"standing": {"delivers": False}}},
}


def _standing(course: str) -> Standing:
    return Standing(CASE, course=course)


def _closure(facts: ClosureFacts) -> list[Obstacle]:
    return rules.closure_obstacles(facts)


def _closures() -> Iterator[Transition]:
    full = ClosureFacts(
        CASE, True, True, True, True, DAY, True, "電話", remaining_issues="なし", person_wish="終える",
        staff_opinion="よい",
    )  # fmt: skip
    of_own = ("remaining_issues", "person_wish", "staff_opinion")
    of_centre = ("first_score", "last_score", "lead_after", "follow_up_on", "follow_up_by", "follow_up_how")
    moot = {"coordination": of_own, "self_reliance": of_centre}
    for course in COURSES:
        facts = replace(full, course=course)
        absent = of_dataclass(facts, besides=("case_id", "course", *moot[course]))
        yield Transition(f"終結({course})", _closure, {"facts": facts}, absent)


def _interruptions() -> Iterator[Transition]:
    ready = {"case_id": CASE, "lost_on": DAY, "attempts": "訪問"}
    for course in COURSES:
        yield Transition(
            f"中断({course})", rules.interruption_obstacles, ready | {"course": course},
            of_values(ready, "lost_on", "attempts"),
        )  # fmt: skip


def _evaluations() -> Iterator[Transition]:
    for course in COURSES:
        ready = {
            "standing": _standing(course), "plan_state": "final", "conclusion": "close", "unrated_goals": 0,
        }  # fmt: skip
        absent = LEADS[course] | of_values(ready, "plan_state", "conclusion")
        absent |= {"goals": {"unrated_goals": 2}}
        yield Transition(f"評価({course})", rules.evaluate_obstacles, ready, absent)


def _plans() -> Iterator[Transition]:
    for course in COURSES:
        ready = {
            "standing": _standing(course), "applied": True, "has_summary": True, "screening": "plan", "open_plan": None,
        }  # fmt: skip
        absent = LEADS[course] | of_values(ready, "applied", "has_summary", "screening")
        yield Transition(
            f"プラン作成({course})", rules.make_plan_obstacles, ready, absent | {"free": {"open_plan": PLAN}},
            {"has_summary": frozenset({"screening"})},
        )  # fmt: skip
        again = {
            "standing": _standing(course), "state": "final", "open_plan": None, "waiting_evaluation": False,
            "newest": True,
        }  # fmt: skip
        wrong = {
            "state": {"state": "submitted"}, "newest": {"newest": False}, "free": {"open_plan": PLAN},
            "no_end": {"waiting_evaluation": True},
        }  # fmt: skip
        yield Transition(f"再プラン({course})", rules.replan_obstacles, again, LEADS[course] | wrong)


def _submission() -> Transition:
    facts = PlanFacts(
        PLAN, "draft", "孤立", "暮らしたい", True, DAY, LATER, LATER, False, "", False, "", True, True,
        [ItemFacts("other", "支える", True)],
    )  # fmt: skip
    ready = {"standing": _standing("coordination"), "facts": facts, "consented": True}
    return Transition(
        "会議に出す",
        lambda standing, facts, consented: rules.submit_obstacles(standing, facts, consented=consented),
        ready,
        LEADS["coordination"]
        | of_values(ready, "consented")
        | of_dataclass(
            facts,
            besides=(
                "plan_id", "uses_participation", "participation_reason", "uses_outreach", "outreach_reason",
                "has_evaluation", "starts_on", "ends_on", "state",
            ),
        )
        | {"state": {"facts": {"state": "submitted"}}},
    )  # fmt: skip


def _monitoring() -> Transition:
    ready = {
        "standing": _standing("coordination"), "state": "final", "next_on": DAY, "after": "keep", "unseen_items": 0,
    }  # fmt: skip
    absent = STANDING | of_values(ready, "state", "next_on") | {"items": {"unseen_items": 1}}
    return Transition("モニタリング", rules.monitor_obstacles, ready, absent)


def _progress() -> Transition:
    ready = {
        "standing": _standing("coordination"),
        "plan_state": "final",
        "own_items": 1,
        "told": 1,
        "others": 0,
    }
    absent = STANDING | of_values(ready, "plan_state")
    absent |= {"own_items": {"own_items": 0}, "told": {"told": 0}, "own": {"others": 1}}
    hides = {"own_items": frozenset({"told"})}
    return Transition("進みぐあい", progress.report_obstacles, ready, absent, hides)


def _scores() -> Transition:
    ready = {"standing": _standing("coordination"), "scores": [1, 2, 3, 4, 1]}
    return Transition(
        "つながり評価", rules.score_obstacles, ready, STANDING | {"scores": {"scores": [1, None]}}
    )


def _early_ends() -> Iterator[Transition]:
    for course in COURSES:
        ready = {
            "standing": _standing(course), "way": "information", "screening": "information", "plans": [],
            "told": "伝えた",
        }  # fmt: skip
        absent = LEADS[course] | of_values(ready, "told")
        absent |= {"screening": {"screening": "plan"}, "no_plan": {"plans": [("final", PLAN)]}}
        yield Transition(f"プランの前の終わり({course})", rules.end_by_screening_obstacles, ready, absent)


def _hand_on() -> Transition:
    facts = HandOnFacts(applied=True, consented=True, has_centre=True)
    absent = of_dataclass(facts, besides=("plan_id", "plan_state"))
    absent |= {"plan": {"facts": {"plan_id": PLAN, "plan_state": "submitted"}}}
    return Transition(
        "引き継ぎ", rules.hand_on_obstacles, {"standing": _standing("self_reliance"), "facts": facts},
        LEADS["self_reliance"] | absent, {"applied": frozenset({"consented"})},
    )  # fmt: skip


def _reopening() -> Iterator[Transition]:
    ready = {
        "is_open": False, "closed_on": DAY, "on": LATER, "today": LATER, "reason": "変わった", "leads": True,
        "stage": "plan",
    }  # fmt: skip
    absent = of_values(ready, "is_open", "reason", "leads") | {"stage": {"stage": "support"}}
    rest = frozenset({"reason", "leads", "stage", "after", "past"})
    late = {"after": {"on": date(2025, 5, 1)}}
    yield Transition("再開", cases.reopen_obstacles, ready, absent | late, {"is_open": rest})
    seen = {
        "case_id": CASE, "is_open": False, "closed_on": DAY, "writable": 63, "kinds": 17, "result": "same", "on": LATER,
        "next_on": None, "today": LATER,
    }  # fmt: skip
    wrong = of_values(seen, "is_open", "result") | {
        "works_on_it": {"writable": 0},
        "after": {"on": date(2025, 5, 1)},
        "next": {"next_on": date(2025, 4, 1)},
    }
    hides = {"is_open": frozenset({"result", "works_on_it", "after", "next"})}
    yield Transition("フォローアップ", reopening.follow_up_obstacles, seen, wrong, hides)


def _judgements() -> Iterator[Transition]:
    for timing in Timing:
        ready = {
            "timing": timing, "judgement": rules.JUDGEMENTS[timing][0], "subject_waits": True, "writes": True,
        }  # fmt: skip
        absent = of_values(ready, "subject_waits", "writes") | {"judgement": {"judgement": "x"}}
        yield Transition(f"会議の判断({timing})", rules.judge_obstacles, ready, absent)
        put = {"case_id": CASE, "timing": timing, "consented": True, "subject_id": PLAN, "submitted": True}
        if timing in rules.PLAN_TIMINGS:
            hides = {"subject_id": frozenset({"submitted"})}
            gone = of_values(put, "consented", "subject_id", "submitted")
            yield Transition(f"議題({timing})", rules.conference_obstacles, put, gone, hides)
        else:
            yield Transition(f"議題({timing})", rules.conference_obstacles, put, of_values(put, "subject_id"))


def _decisions() -> Iterator[Transition]:
    decide = {"state": "agreed", "is_decider": True, "own_agency": True, "returns": True, "note": "理由"}
    absent = of_values(decide, "note", "is_decider") | {"state": {"state": "final"}}
    yield Transition("差し戻し", rules.decide_obstacles, decide, absent)
    draft = {
        "plan_id": PLAN, "state": "agreed", "of_municipality": True, "open_draft": False, "text": "伺い",
    }  # fmt: skip
    absent = of_values(draft, "of_municipality", "open_draft", "text") | {"state": {"state": "submitted"}}
    yield Transition("起案", approving.draft_obstacles, draft, absent)
    yield from _answers()
    report = {"is_decider": True, "own_agency": True, "waiting": True}
    yield Transition("報告の確認", rules.report_obstacles, report, of_values(report, "own_agency", "waiting"))


def _answers() -> Iterator[Transition]:
    """支援決定 and 代決 at the last step of a 起案, passing it on at one before, and giving it back."""
    ready = {
        "plan_id": PLAN,
        "waiting": ["決裁"],
        "who": Answerer(own_agency=True, is_decider=True),
        "last": True,
    }
    drafted, division = {"who": {"drafted": True}}, {"who": {"own_agency": False}}
    decide = {
        "drafted": drafted,
        "decides": {"who": {"is_decider": False}},
        "before": {"waiting": ["係長", "決裁"]},
    }
    yield Transition("支援決定", approving.step_obstacles, ready, decide)
    manages = {"who": Answerer(own_agency=True, is_manager=True), "substitute": "決裁者が不在"}
    instead = {"draft": {"waiting": []}, "drafted": drafted, "reason": {"substitute": ""}}
    hides = {"draft": frozenset({"drafted", "reason"})}
    yield Transition("代決", approving.step_obstacles, ready | manages, instead, hides)
    one_before = {"waiting": ["係長", "決裁"], "who": Answerer(own_agency=True), "last": False}
    passing = {"drafted": drafted, "division": division, "last": {"waiting": ["決裁"]}}
    yield Transition("起案を回す", approving.step_obstacles, ready | one_before, passing)
    back = {name: value for name, value in ready.items() if name != "last"} | {"note": "金額がない"}
    gone = {"draft": {"waiting": []}, "drafted": drafted, "division": division, "note": {"note": ""}}
    hides = {"draft": frozenset({"drafted", "division"})}
    yield Transition("起案の差し戻し", approving.return_draft_obstacles, back, gone, hides)


TRANSITIONS: tuple[Transition, ...] = (
    *_closures(), *_interruptions(), *_evaluations(), *_plans(), _submission(), _monitoring(), _progress(), _scores(),
    *_early_ends(), _hand_on(), *_reopening(), *_judgements(), *_decisions(),
)  # fmt: skip
