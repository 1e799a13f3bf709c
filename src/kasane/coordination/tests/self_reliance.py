"""A case of 自立相談支援 on its way (R-SELF-01), for the tests of coordination and of the conferences."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from kasane.agencies.models import Delivery
from kasane.base.choices import Timing
from kasane.cases import actions as cases
from kasane.cases.models import Case
from kasane.coordination import actions
from kasane.coordination.api import Judgement, record_judgement
from kasane.coordination.approval.actions import draft_decision
from kasane.coordination.choices import (
    Achievement,
    Conclusion,
    Course,
    PartSection,
    Screening,
    Service,
    Signature,
)
from kasane.coordination.lines import GoalLine, ItemLine
from kasane.coordination.models import Evaluation, Plan
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answer
from kasane.intake.models import Referral
from kasane.people.actions import add_person

DAY = date(2025, 5, 1)
APPLICATION: dict[str, Any] = {
    "topics": ["income", "job_seeking"],
    "main_topic": "income",
    "request": "仕事をさがして、家賃をはらえるようになりたい",
    "visitor_name": "森 道子",
    "visitor_phone": "0868-00-0000",
    "visitor_relation": "母",
    "rules_explained": True,
    "explained_by": "社協 参子",
    "applies": True,
    "agrees_to_sharing": True,
    "signature": Signature.SELF,
    "signed_name": "森 健太",
    "note": "午後の連絡を希望",
}
PLAN: dict[str, Any] = {
    "issues": "失業と家賃の滞納",
    "wish": "働いて自分で暮らしたい",
    "long_goal": "半年後に週3日働いている",
    "lead_staff": "社協 参子",
    "starts_on": date(2025, 6, 1),
    "ends_on": date(2025, 11, 30),
    "next_monitoring_on": date(2025, 7, 1),
    "evaluation_months": 3,
    "person_agreed_on": DAY,
    "signature": Signature.SELF,
    "signed_name": "森 健太",
}
GOALS = (GoalLine("生活のリズムを整える", "7月まで"), GoalLine("職場を2か所見学する", "8月まで"))


def deliver_self_reliance(cast: Any) -> Delivery:
    """エ by shakyo, under the division that decides; 多機関協働 by juso."""
    centre, _ = Delivery.objects.get_or_create(
        key="takikan",
        defaults={"works": [5], "fields": [], "program": "coordination", "name": "多機関協働事業"},
    )
    centre.agencies.add(cast.coordinator.agency)
    delivery = Delivery.objects.create(
        key="jiritsu", works=[1], fields=["hardship"], program="self_reliance", name="自立相談支援事業", modes=["委託"]
    )  # fmt: skip
    delivery.agencies.add(cast.participation.agency)
    delivery.divisions.add(cast.decider.agency)
    return delivery


@dataclass
class Way:
    """The case at the desk of 自立相談支援, and the steps of its worker. Every step is the product's own action."""

    cast: Any
    case: Case
    people: list[Any] = field(default_factory=list)

    @property
    def desk(self) -> Any:
        return self.cast.participation

    def reload(self) -> Case:
        with acting_as(self.desk):
            self.case = Case.objects.select_related("responsible_agency").get(pk=self.case.pk)
        return self.case

    def apply(self, *, by: Any = None, **values: Any):
        by = by or self.desk
        with acting_as(by):
            done = actions.apply(
                self.case, by=by, on=DAY, course=Course.SELF_RELIANCE, **(APPLICATION | values)
            )
        self.reload()
        return done

    def assess(self, screening: Screening = Screening.PLAN):
        with acting_as(self.desk):
            actions.save_part(
                self.case, PartSection.WISHES, by=self.desk, on=DAY, answers={"wishes": "働きたい"}
            )
            done = actions.save_part(
                self.case,
                PartSection.SUMMARY,
                by=self.desk,
                on=DAY,
                answers={"summary": "失業して家賃を滞納している。"},
                screening=screening,
            )
        self.reload()
        return done

    def items(self, *services: str) -> list[ItemLine]:
        return [
            ItemLine(
                support=f"{Service(service).label}を使う",
                agency=self.desk.agency,
                staff="社協 参子",
                issue="収入がない",
                service=service,
                frequency="週1回",
                period="6月から",
                own_effort="記録をつける",
            )
            for service in services
        ]

    def make(self, *services: str, by: Any = None, **values: Any) -> Plan:
        by = by or self.desk
        services = services or (Service.PREPARATION, Service.HOUSING)
        with acting_as(by):
            done = actions.make_plan(
                self.case,
                by=by,
                on=DAY,
                course=Course.SELF_RELIANCE,
                lead_agency=self.desk.agency,
                goals=GOALS,
                items=self.items(*services),
                **(PLAN | values),
            )
        self.reload()
        return done

    def submit(self, plan: Plan) -> Plan:
        with acting_as(self.desk):
            return actions.submit_plan(plan, by=self.desk, on=DAY)

    def judge(
        self, subject_id: UUID, judgement: Judgement, timing: Timing = Timing.PLAN, *, on: date = DAY
    ) -> None:
        with acting_as(self.desk):
            record_judgement(
                case_id=self.case.id,
                timing=timing,
                subject_id=subject_id,
                judgement=judgement,
                opinion="目標は適切",
                on=on,
                by=self.desk,
                meeting_id=uuid4(),
            )
        self.reload()

    def decide(self, plan: Plan):
        with acting_as(self.cast.manager):
            draft_decision(plan, by=self.cast.manager, on=DAY)
        with acting_as(self.cast.decider):
            done = actions.decide(plan, by=self.cast.decider, on=DAY, number="福第20号")
        self.reload()
        return done

    def evaluate(self, plan: Plan, conclusion: Conclusion = Conclusion.CLOSE, **values: Any) -> Evaluation:
        defaults = {
            "conclusion": conclusion,
            "remaining_issues": "家賃の滞納は解消した",
            "person_wish": "このまま働きたい",
            "staff_opinion": "終結してよい",
        }
        with acting_as(self.desk):
            results = {goal.id: (Achievement.ACHIEVED, "できた") for goal in plan.goals.all()}
            return actions.evaluate(
                self.case,
                by=self.desk,
                on=DAY,
                course=Course.SELF_RELIANCE,
                results=results,
                **(defaults | values),
            )

    def hand_on(self, *, by: Any = None, **values: Any):
        by = by or self.desk
        defaults = {
            "agreed": actions.Agreed(Signature.SELF, "森 健太"),
            "reason": "介護と障害がからみ、役割の整理がいる",
            "explained_by": "社協 参子",
            "explained_what": "多機関協働でいっしょに考えること",
            "explained_on": DAY,
            "requests": ["consultation", "sharing"],
        }
        with acting_as(by):
            done = actions.hand_on(self.case, by=by, on=DAY, **(defaults | values))
        self.reload()
        return done

    def taken_up(self) -> Plan:
        """The coordinator takes the つなぎ and goes on writing the plan that was handed on."""
        coordinator = self.cast.coordinator
        with acting_as(coordinator):
            for referral in Referral.objects.filter(
                case=self.case, receiver=coordinator.agency, state="sent"
            ):
                answer(referral, by=coordinator, version=None, on=DAY, answer="accepted")
            handed_on = Plan.objects.get(case=self.case, course=Course.COORDINATION)
            done = actions.change_plan(
                handed_on, by=coordinator, issues="失業と介護", goals=GOALS, items=self.items("other")
            )
        self.reload()
        return done

    def fresh(self, row: Any) -> Any:
        with acting_as(self.desk):
            return type(row).objects.get(pk=row.pk)


def begin(cast: Any) -> Way:
    """Son and mother come to the desk of shakyo themselves."""
    desk = cast.participation
    with acting_as(desk):
        case = cases.open_case(by=desk, on=DAY)
        son = add_person(
            case.id, by=desk, family_name="森", given_name="健太", is_subject=True, stated_age=34
        )
        mother = add_person(case.id, by=desk, family_name="森", given_name="道子", relation="母")
    way = Way(cast, case, [son, mother])
    way.reload()
    return way
