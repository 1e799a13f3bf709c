"""A case of 美咲町 on its way through 多機関協働, one step further with each fixture."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from kasane.base.choices import Timing
from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.cases import actions as cases
from kasane.cases.models import Case
from kasane.coordination import actions
from kasane.coordination.api import Judgement, record_judgement
from kasane.coordination.approval.actions import draft_decision
from kasane.coordination.approval.course import open_approval
from kasane.coordination.choices import (
    Achievement,
    Conclusion,
    Occasion,
    PartSection,
    Screening,
    Service,
    Signature,
)
from kasane.coordination.lines import GoalLine, ItemLine
from kasane.coordination.models import Evaluation, Plan
from kasane.coordination.tests.self_reliance import Way, begin, deliver_self_reliance
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person

DAY = date(2025, 5, 1)
APPLICATION: dict[str, Any] = {
    "rules_explained": True,
    "explained_by": "重層 明",
    "applies": True,
    "agrees_to_sharing": True,
    "signature": Signature.SELF,
    "signed_name": "田中 和子",
    "request": "息子のこれからが心配",
}
PLAN: dict[str, Any] = {
    "issues": "介護と息子の孤立",
    "wish": "二人でこの家で暮らしたい",
    "long_goal": "それぞれの居場所がある",
    "starts_on": date(2025, 6, 1),
    "ends_on": date(2025, 11, 30),
    "next_monitoring_on": date(2025, 8, 1),
    "person_agreed_on": DAY,
    "signature": Signature.SELF,
    "signed_name": "田中 和子",
}
GOALS = (GoalLine("月に1回外に出る", "8月まで"), GoalLine("介護サービスを使い始める"))


@dataclass
class Path:
    """The case with those who work on it, and the steps they take. Every step is the product's own action."""

    cast: Any
    case: Case
    people: list[Any] = field(default_factory=list)

    def reload(self) -> Case:
        with acting_as(self.cast.worker):
            self.case = Case.objects.select_related("responsible_agency").get(pk=self.case.pk)
        return self.case

    def apply(self, *, by: Any = None, kinds: int = int(SHAREABLE_KINDS), excluded: Any = (), **values: Any):
        by = by or self.cast.coordinator
        with acting_as(by):
            done = actions.apply(
                self.case, by=by, on=DAY, sharing_kinds=kinds, excluded=excluded, **(APPLICATION | values)
            )
        self.reload()
        return done

    def assess(self, section: PartSection = PartSection.SUMMARY, *, by: Any = None, **values: Any):
        by = by or self.cast.coordinator
        values.setdefault("answers", {"summary": "父の死後、家にこもっている。"})
        if section == PartSection.SUMMARY:
            values.setdefault("screening", Screening.PLAN)
        with acting_as(by):
            done = actions.save_part(self.case, section, by=by, on=DAY, **values)
        self.reload()
        return done

    def items(self, *services: str) -> list[ItemLine]:
        """Lines by shakyo (②, ④) and kikan (others)."""
        return [
            ItemLine(
                support=f"{Service(service).label}の支援",
                agency=(self.cast.disability if service == Service.OTHER else self.cast.participation).agency,
                staff="担当 一人",
                service=service,
            )
            for service in services
        ]

    def make(self, *services: str, by: Any = None, **values: Any) -> Plan:
        by = by or self.cast.coordinator
        services = services or (Service.PARTICIPATION, Service.OTHER)
        values = {
            "lead_agency": self.cast.disability.agency,
            "uses_participation": Service.PARTICIPATION in services,
            "participation_reason": "家の外のつながりをつくるため",
            "uses_outreach": Service.OUTREACH in services,
            "outreach_reason": "息子に会えていないため",
            "goals": GOALS,
            "items": self.items(*services),
            **PLAN,
            **values,
        }
        with acting_as(by):
            done = actions.make_plan(self.case, by=by, on=DAY, **values)
        self.reload()
        return done

    def submit(self, plan: Plan) -> Plan:
        with acting_as(self.cast.coordinator):
            return actions.submit_plan(plan, by=self.cast.coordinator, on=DAY)

    def judge(
        self,
        subject_id: UUID,
        judgement: Judgement,
        timing: Timing = Timing.PLAN,
        *,
        by: Any = None,
        on: date = DAY,
        **values: Any,
    ) -> None:
        by = by or self.cast.coordinator
        with acting_as(by):
            record_judgement(
                case_id=self.case.id,
                timing=timing,
                subject_id=subject_id,
                judgement=judgement,
                opinion=values.pop("opinion", "よく話し合われている"),
                on=on,
                by=by,
                meeting_id=uuid4(),
                **values,
            )
        self.reload()

    def draft(self, plan: Plan, *, by: Any = None, **values: Any) -> None:
        """起案 by the manager of the town, where there is none yet."""
        by = by or self.cast.manager
        with acting_as(by):
            if open_approval(plan) is None:
                draft_decision(plan, by=by, on=DAY, **values)

    def decide(self, plan: Plan, *, by: Any = None):
        by = by or self.cast.decider
        self.draft(plan)
        with acting_as(by):
            done = actions.decide(plan, by=by, on=DAY, number="福第12号")
        self.reload()
        return done

    def rate(self, occasion: Occasion, on: date = DAY, **scores: int):
        scores = (
            dict.fromkeys(("motivation", "self_esteem", "relations", "participation", "asking"), 2) | scores
        )
        with acting_as(self.cast.coordinator):
            return actions.rate(self.case, by=self.cast.coordinator, on=on, occasion=occasion, **scores)

    def evaluate(self, plan: Plan, conclusion: Conclusion = Conclusion.CLOSE, **values: Any) -> Evaluation:
        coordinator = self.cast.coordinator
        with acting_as(coordinator):
            results = {goal.id: (Achievement.ACHIEVED, "できた") for goal in plan.goals.all()}
            defaults = {
                "conclusion": conclusion,
                "lead_agency_after": self.cast.disability.agency,
                "follow_up_agency": self.cast.disability.agency,
                "follow_up_on": date(2026, 2, 1),
                "follow_up_how": "月に1回電話する",
                "contact_lost_on": DAY if conclusion == Conclusion.INTERRUPT else None,
                "contact_attempts": "訪問3回、近所への確認" if conclusion == Conclusion.INTERRUPT else "",
                "results": results,
            }
            return actions.evaluate(self.case, by=coordinator, on=DAY, **(defaults | values))

    def fresh(self, row: Any) -> Any:
        with acting_as(self.cast.coordinator):
            return type(row).objects.get(pk=row.pk)


@pytest.fixture
def path(cast: Any) -> Path:
    """A reception at hokatsu, agreed to, handed to juso and accepted; mother and son."""
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=DAY)
        mother = add_person(
            case.id, by=cast.worker, family_name="田中", given_name="和子", is_subject=True, stated_age=82
        )
        son = add_person(case.id, by=cast.worker, family_name="田中", given_name="誠", relation="長男")
        disclosure.record_consent(
            case.id,
            by=cast.worker,
            level=disclosure.ConsentLevel.RECEPTION,
            answer="agree",
            confirmed_on=DAY,
        )
        centre = cast.coordinator.agency
        joined = disclosure.New(disclosure.EvidenceType.TEAM, centre.id, note="つなぎ", source="referral")
        disclosure.add_evidence(case.id, [joined], on=DAY)
        cases.hand_over(case, by=cast.worker, agency=centre)
    found = Path(cast, case, [mother, son])
    found.reload()
    return found


@pytest.fixture
def applied(path: Path) -> Path:
    path.apply()
    return path


@pytest.fixture
def assessed(applied: Path) -> Path:
    applied.assess()
    return applied


@pytest.fixture
def final(assessed: Path) -> tuple[Path, Plan]:
    """The plan with ② and another line is judged, decided and in force."""
    plan = assessed.submit(assessed.make())
    assessed.judge(plan.id, Judgement.APPROPRIATE)
    assessed.decide(plan)
    return assessed, assessed.fresh(plan)


LIMITED = int(DataKind.BASIC | DataKind.LIFE | DataKind.HEALTH)


@pytest.fixture
def way(cast: Any) -> Way:
    """A case at the desk of 自立相談支援, in a town that has one."""
    deliver_self_reliance(cast)
    return begin(cast)


@pytest.fixture
def screened(way: Way) -> Way:
    """Applied, assessed and screened for a plan."""
    way.apply()
    way.assess()
    return way


@pytest.fixture
def supported(screened: Way) -> tuple[Way, Plan]:
    """The plan with 就労準備支援 and 住居確保給付金 is judged, decided and in force."""
    plan = screened.submit(screened.make())
    screened.judge(plan.id, Judgement.APPROPRIATE)
    screened.decide(plan)
    return screened, screened.fresh(plan)
