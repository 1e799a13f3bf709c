"""The course of one case by the product's own actions, each as somebody would do it who may see the case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kasane.agencies.actors import Actor
from kasane.base import obstacles
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.cases.models import Case
from kasane.config.cast import Cast
from kasane.coordination import actions
from kasane.coordination.actions.plan import lines_of
from kasane.coordination.api import Judgement, conference_facts, record_judgement
from kasane.coordination.approval import actions as approval
from kasane.coordination.choices import Conclusion, Occasion, PlanState, Screening
from kasane.coordination.lines import GoalLine, ItemLine
from kasane.coordination.models import Assessment, Evaluation, Plan
from kasane.coordination.models.follow import SCORES
from kasane.coordination.reopening import actions as reopening
from kasane.coordination.tests.conftest import APPLICATION, PLAN
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import withdraw_answer
from kasane.people.actions import add_person
from tests.disclosure_model.session import DEFINER, as_role, rows

from .looking import Forbidden, Stuck, wrong_states

WHO = ("coordinator", "worker", "participation", "decider")
who = st.sampled_from(WHO)
ENDS = {
    Conclusion.CLOSE: (Timing.CLOSURE, Judgement.CLOSE),
    Conclusion.INTERRUPT: (Timing.INTERRUPTION, Judgement.INTERRUPT),
}
LOOK_AHEAD_EVERY = 4


class Course(RuleBasedStateMachine):
    """One run: random steps on one case, looked at after each, and rolled back."""

    cast: ClassVar[Cast]
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.story: list[str] = []
        self.steps = 0
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())

    def teardown(self) -> None:
        try:
            self.can_end()
        finally:
            transaction.set_rollback(True)
            self.stack.close()

    @initialize()
    def begin(self) -> None:
        """包括 took it, 重層 carries it, as after an accepted つなぎ."""
        worker, centre = self.cast.worker, self.cast.coordinator.agency
        with acting_as(worker):
            case = cases.open_case(by=worker, on=today())
            add_person(case.id, by=worker, family_name="田中", given_name="和子", is_subject=True)
            disclosure.record_consent(
                case.id,
                by=worker,
                level=disclosure.ConsentLevel.RECEPTION,
                answer="agree",
                confirmed_on=today(),
            )
            joined = disclosure.New(disclosure.EvidenceType.TEAM, centre.id, "つなぎ", "referral")
            disclosure.add_evidence(case.id, [joined], on=today())
            cases.hand_over(case, by=worker, agency=centre)
        self.case_id: UUID = case.id

    @invariant()
    def nothing_forbidden_stands(self) -> None:
        if not hasattr(self, "case_id"):
            return
        wrong = wrong_states()
        if wrong:
            raise Forbidden(self.told("\n→ ".join(wrong)))
        self.steps += 1
        if self.steps % LOOK_AHEAD_EVERY == 0:
            self.can_end()

    def told(self, words: str) -> str:
        story = "\n".join(f"{number}. {step}" for number, step in enumerate(self.story, 1))
        return f"{story}\n→ {words}"

    # Who does it, and what the rules say.

    def do(self, name: str, key: str, act: Callable[[Actor, Case], object]) -> bool:
        """Does it as this person would; answers whether it was done. Who does not see the case does nothing."""
        by: Actor = getattr(self.cast, key)
        try:
            with transaction.atomic(), acting_as(by):
                case = Case.objects.select_related("responsible_agency").filter(pk=self.case_id).first()
                if case is None:
                    return False
                act(by, case)
        except obstacles.Forbidden as refused:
            self.story.append(f"{key}: {name} (できない: {'、'.join(refused.codes)})")
            return False
        except (Plan.DoesNotExist, Evaluation.DoesNotExist, Assessment.DoesNotExist, Consent.DoesNotExist):
            return False
        self.done[name] += 1
        self.story.append(f"{key}: {name}")
        return True

    def plan(self, *states: str) -> Plan:
        found = Plan.objects.filter(case_id=self.case_id, state__in=states).order_by("-number").first()
        if found is None:
            raise Plan.DoesNotExist
        return found

    # The steps. Many of them go on as the work does, so that a run comes far; the others are what happens besides.

    @rule()
    def forward(self) -> None:
        self.natural_step()

    @rule()
    def go_on(self) -> None:
        self.natural_step()

    @rule(steps=st.integers(2, 6))
    def run_on(self, steps: int) -> None:
        for _ in range(steps):
            self.natural_step()

    def natural_step(self) -> None:
        """What the coordinator, or who decides, would do next."""
        waits = {state: self.count("coordination_plan", f"state = '{state}'") for state in PlanState.values}
        if self.stage() == "closed":
            self.reopen("coordinator")
        elif waits[PlanState.AGREED] and not self.count("coordination_approval", "state = 'open'"):
            self.draft("manager")
        elif waits[PlanState.AGREED]:
            self.decide(False)
        elif waits[PlanState.SUBMITTED]:
            self.judge_plan("coordinator", Judgement.APPROPRIATE)
        elif waits[PlanState.DRAFT]:
            self.submit("coordinator")
        elif self.count("coordination_evaluation", "state = 'waiting'"):
            self.judge_end("coordinator", False)
        elif waits[PlanState.FINAL]:
            self.evaluate("coordinator", Conclusion.INTERRUPT)
        elif not self.count("coordination_application", "ended_on IS NULL"):
            self.apply("coordinator")
        elif not self.count("coordination_assessment", "screening = 'plan'"):
            self.assess("coordinator", "plan")
        else:
            self.make("coordinator", ("participation", "other"))

    @rule(key=who)
    def apply(self, key: str) -> None:
        self.do("申込票を書く", key, lambda by, case: actions.apply(case, by=by, on=today(), **APPLICATION))

    @rule(key=who, screening=st.sampled_from(["plan", "plan", "plan", *Screening.values]))
    def assess(self, key: str, screening: str) -> None:
        self.do(f"スクリーニングを{screening}にする", key, partial(self._assess, screening))

    def _assess(self, screening: str, by: Actor, case: Case) -> None:
        values = {"answers": {"summary": "こもっている"}, "screening": screening}
        actions.save_part(case, "summary", by=by, on=today(), **values)

    @rule(key=who, services=st.sampled_from([("other",), ("participation", "other"), ("outreach",)]))
    def make(self, key: str, services: tuple[str, ...]) -> None:
        self.do(f"プランをつくる({'・'.join(services)})", key, partial(self._make, services))

    def _make(self, services: tuple[str, ...], by: Actor, case: Case) -> None:
        lines = [ItemLine("支える", self.cast.participation.agency, service=one) for one in services]
        actions.make_plan(
            case, by=by, on=today(), lead_agency=self.cast.disability.agency, goals=(GoalLine("外に出る"),), items=lines,
            uses_participation="participation" in services, participation_reason="つながり",
            uses_outreach="outreach" in services, outreach_reason="会えていない", **PLAN,
        )  # fmt: skip

    @rule(key=who)
    def submit(self, key: str) -> None:
        self.do("プランを会議に出す", key, self._submit)

    def _submit(self, by: Actor, case: Case) -> None:
        plan = self.plan(PlanState.DRAFT)
        goals, items = lines_of(plan)
        signed = {name: PLAN[name] for name in ("person_agreed_on", "signature", "signed_name")}
        days = {name: PLAN[name] for name in ("starts_on", "ends_on", "next_monitoring_on")}
        actions.change_plan(plan, by=by, goals=goals, items=items, **signed, **days)
        actions.submit_plan(plan, by=by, on=today())

    @rule(key=who)
    def take_back(self, key: str) -> None:
        self.do("会議から取り下げる", key, lambda by, case: actions.take_back_plan(
            self.plan(PlanState.SUBMITTED), by=by, on=today()))  # fmt: skip

    @rule(
        key=who, judgement=st.sampled_from([Judgement.APPROPRIATE, Judgement.APPROPRIATE, Judgement.REVISE])
    )
    def judge_plan(self, key: str, judgement: Judgement) -> None:
        self.do(f"会議がプランを{judgement.label}とする", key, partial(self._judge_plan, judgement))

    def _judge_plan(self, judgement: Judgement, by: Actor, case: Case) -> None:
        plan = self.plan(PlanState.SUBMITTED)
        timing = Timing.PLAN if plan.number == 1 else Timing.REPLAN
        self._judged(timing, plan.id, judgement, by)

    def _judged(self, timing: Timing, subject_id: UUID, judgement: Judgement, by: Actor) -> None:
        record_judgement(
            case_id=self.case_id, timing=timing, subject_id=subject_id, judgement=judgement, opinion="", on=today(),
            by=by, meeting_id=uuid4(), function=conference_facts(self.case_id, timing).function,
        )  # fmt: skip

    @rule(key=st.sampled_from(["manager", "manager", *WHO]))
    def draft(self, key: str) -> None:
        self.do("支援決定を起案する", key, lambda by, case: approval.draft_decision(
            self.plan(PlanState.AGREED), by=by, on=today()))  # fmt: skip

    @rule(key=st.sampled_from(["decider", "manager", "worker"]))
    def return_draft(self, key: str) -> None:
        self.do("起案を差し戻す", key, lambda by, case: approval.return_draft(
            self.plan(PlanState.AGREED), by=by, on=today(), note="金額がない"))  # fmt: skip

    @rule(returns=st.booleans())
    def decide(self, returns: bool) -> None:
        self.do("支援決定を返す" if returns else "支援決定する", "decider", partial(self._decide, returns))

    def _decide(self, returns: bool, by: Actor, case: Case) -> None:
        plan = self.plan(PlanState.AGREED)
        if returns:
            actions.return_plan(plan, by=by, on=today(), note="直してほしい")
        else:
            actions.decide(plan, by=by, on=today(), number="福第1号")

    @rule(key=who)
    def replan(self, key: str) -> None:
        states = (PlanState.FINAL, PlanState.CLOSED)
        self.do(
            "再プランをつくる", key, lambda by, case: actions.replan(self.plan(*states), by=by, on=today())
        )

    @rule(key=who, occasion=st.sampled_from(Occasion))
    def rate(self, key: str, occasion: Occasion) -> None:
        scores = dict.fromkeys(SCORES, 2)
        self.do(
            f"つながり評価({occasion.label})",
            key,
            lambda by, case: actions.rate(case, by=by, on=today(), occasion=occasion, **scores),
        )

    @rule(key=who, conclusion=st.sampled_from([Conclusion.CLOSE, Conclusion.INTERRUPT, Conclusion.REPLAN]))
    def evaluate(self, key: str, conclusion: Conclusion) -> None:
        self.do(f"評価シート({conclusion.label})", key, partial(self._evaluate, conclusion))

    def _evaluate(self, conclusion: Conclusion, by: Actor, case: Case) -> None:
        plan = self.plan(PlanState.FINAL)
        after = self.cast.worker.agency
        actions.evaluate(
            case, by=by, on=today(), conclusion=conclusion,
            results={goal.id: ("achieved", "") for goal in plan.goals.all()}, lead_agency_after=after,
            follow_up_agency=after, follow_up_on=today() + timedelta(days=90), follow_up_how="電話する",
            contact_lost_on=today() if conclusion == Conclusion.INTERRUPT else None,
            contact_attempts="訪問3回" if conclusion == Conclusion.INTERRUPT else "",
        )  # fmt: skip

    @rule(key=who, goes_on=st.booleans())
    def judge_end(self, key: str, goes_on: bool) -> None:
        self.do(
            "会議が支援継続とする" if goes_on else "会議が終わりとする",
            key,
            partial(self._judge_end, goes_on),
        )

    def _judge_end(self, goes_on: bool, by: Actor, case: Case) -> None:
        evaluation = Evaluation.objects.get(case=case, state="waiting")
        timing, judgement = ENDS[Conclusion(evaluation.conclusion)]
        self._judged(timing, evaluation.id, Judgement.CONTINUE if goes_on else judgement, by)

    @rule(key=who, way=st.sampled_from(["information", "refer", "broken_off", "back"]))
    def end(self, key: str, way: str) -> None:
        self.do(f"プランの前に終える({way})", key, partial(self._end, way))

    def _end(self, way: str, by: Actor, case: Case) -> None:
        actions.end_by_screening(case, by=by, on=today(), told="伝えた", course="coordination", way=way)

    @rule(key=who)
    def reopen(self, key: str) -> None:
        self.do(
            "支援を再開する",
            key,
            lambda by, case: reopening.reopen(case, by=by, on=today(), reason="変わった"),
        )

    @rule(key=who)
    def withdraw(self, key: str) -> None:
        self.do("同意が取り下げられる", key, self._withdraw)

    def _withdraw(self, by: Actor, case: Case) -> None:
        given = Consent.objects.filter(case_id=case.id, withdrawn_on__isnull=True, answer="agree")
        if not given:
            raise Consent.DoesNotExist
        for consent in given:
            row = Case.objects.get(pk=case.id)
            withdraw_answer(row, consent, by=by, on=today(), note="本人の申し出")

    # From every state support can be brought to an end.

    def can_end(self) -> None:
        """Tries, in a world that is thrown away, what somebody would do when contact is lost; raises Stuck when nobody can."""
        if not hasattr(self, "case_id") or self.stage() == "closed":
            return
        story, done = list(self.story), Counter(self.done)
        with self.thrown_away():
            ended = self._bring_to_an_end()
        tried = self.story[len(story) :]
        self.story[:] = story
        self.done.clear()
        self.done.update(done)
        if not ended:
            tries = "\n   ".join(dict.fromkeys(tried))
            raise Stuck(self.told(f"ここからは、だれも支援を終えられません。ためしたこと:\n   {tries}"))

    @contextmanager
    def thrown_away(self) -> Iterator[None]:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    def _bring_to_an_end(self) -> bool:
        steps: list[Callable[[str], Any]] = [
            self.take_back_if_waiting, self.end_early, self.interrupt, self.end_at_reception,
        ]  # fmt: skip
        for _ in range(2):
            self.decide_back()
            for step in steps:
                for key in WHO:
                    step(key)
                    if self.stage() == "closed":
                        return True
        return False

    def decide_back(self) -> None:
        self.do("支援決定を返す", "decider", partial(self._decide, True))

    def take_back_if_waiting(self, key: str) -> None:
        if self.count("coordination_plan", "state = 'submitted'"):
            self.do("会議から取り下げる", key, lambda by, case: actions.take_back_plan(
                self.plan(PlanState.SUBMITTED), by=by, on=today()))  # fmt: skip

    def end_early(self, key: str) -> None:
        if self.do("判断前の中断にする", key, partial(self._assess, "broken_off")):
            self.do("判断前に中断する", key, partial(self._end, "broken_off"))
        else:
            self.do("判断前に中断する", key, partial(self._end, "broken_off"))

    def interrupt(self, key: str) -> None:
        if not self.count("coordination_plan", "state = 'final'"):
            return
        self.do("中断の評価を書く", key, partial(self._evaluate, Conclusion.INTERRUPT))
        for judge in WHO:
            self.do("会議が中断とする", judge, partial(self._judge_end, False))

    def end_at_reception(self, key: str) -> None:
        """At 受付 the desk closes by its own rules (R-INT-03), which are asked elsewhere."""
        if self.stage() == "reception":
            self.do(
                "受付で終える",
                key,
                lambda by, case: cases.close(case, by=by, on=today(), closed_as="information"),
            )

    def stage(self) -> str:
        with as_role(DEFINER):
            return str(rows("SELECT stage FROM cases_case WHERE id = %s", [self.case_id])[0][0])

    def count(self, table: str, condition: str) -> int:
        with as_role(DEFINER):
            return int(
                rows(f"SELECT count(*) FROM {table} WHERE case_id = %s AND {condition}", [self.case_id])[0][0]
            )
