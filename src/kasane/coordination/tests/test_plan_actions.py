"""From application to the plan in force: what each act writes, and that a forbidden one writes nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kasane.agencies.models import Delivery
from kasane.base.choices import Timing
from kasane.base.kinds import DataKind
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Event, Stage, Task, TaskKind
from kasane.coordination import actions
from kasane.coordination.api import Judgement
from kasane.coordination.choices import (
    DecisionResult,
    PartSection,
    PlanState,
    Screening,
    Service,
    Signature,
)
from kasane.coordination.models import (
    Application,
    Assessment,
    AssessmentPart,
    ConferenceJudgement,
    Decision,
    PersonIssue,
    Plan,
    PlanItem,
)
from kasane.coordination.tests.conftest import DAY, LIMITED, PLAN
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import Consent, Evidence
from kasane.disclosure.viewer import acting_as


def sees(actor, model=Plan, **wanted) -> int:
    with acting_as(actor):
        return model.objects.filter(**wanted).count()


def forbidden(act, *codes):
    with pytest.raises(Forbidden) as caught:
        act()
    assert caught.value.codes == list(codes)


def open_tasks(path, by):
    with acting_as(by):
        return [
            (task.kind, task.agency.key) for task in Task.objects.filter(case=path.case, done_on=None).select_related("agency")
        ]  # fmt: skip


class TestApply:
    def test_it_starts_the_application_stage_and_the_retention_clock(self, applied):
        assert (applied.case.stage, applied.case.applied_on) == (Stage.APPLICATION, DAY)

    def test_it_records_the_consent_with_its_scope(self, path, cast):
        path.apply(excluded=[cast.stranger.agency.id], kinds=LIMITED)
        with acting_as(cast.coordinator):
            consent = Consent.objects.get(case_id=path.case.id, level="application")
        assert (consent.answer, consent.confirmed_on, consent.kinds) == ("agree", DAY, LIMITED)
        assert consent.excluded == [cast.stranger.agency.id]

    def test_the_deciding_division_sees_the_case_from_then_on(self, path, cast):
        assert sees(cast.decider, Case) == 0
        path.apply()
        assert sees(cast.decider, Case) == 1

    def test_the_deciding_division_is_that_of_the_delivery_of_coordination(self, path, cast):
        delivery = Delivery.objects.create(
            key="takikan", works=[5], fields=[], program="coordination", name="多機関協働事業", modes=[],
        )  # fmt: skip
        delivery.divisions.add(cast.stranger.agency)
        assert path.apply().deciding_agency == cast.stranger.agency

    @pytest.mark.parametrize(
        ("values", "code"),
        [
            ({"rules_explained": False}, "not_explained"),
            ({"agrees_to_sharing": False}, "no_sharing"),
            ({"signed_name": ""}, "not_signed"),
            ({"kinds": int(DataKind.BASIC)}, "needed_kinds_withheld"),
        ],
    )
    def test_what_is_missing_saves_nothing(self, path, cast, values, code):
        forbidden(lambda: path.apply(**values), code)
        assert sees(cast.coordinator, Application) == 0
        assert sees(cast.coordinator, Consent, level="application") == 0
        assert path.reload().stage == Stage.RECEPTION
        assert sees(cast.decider, Case) == 0

    def test_the_agencies_that_must_know_can_not_be_left_out(self, path, cast):
        for actor in (cast.coordinator, cast.decider):
            forbidden(lambda a=actor: path.apply(excluded=[a.agency.id]), "needed_agency_excluded")

    def test_what_the_sheet_says_of_the_person_goes_to_the_person(self, path, cast):
        path.apply(person={"mobile": "090-0000-0000"})
        with acting_as(cast.worker):
            path.people[0].refresh_from_db()
        assert path.people[0].mobile == "090-0000-0000"

    def test_a_correction_keeps_one_sheet_and_one_consent(self, applied, cast):
        applied.apply(version=1, request="こまっている")
        assert sees(cast.coordinator, Application) == 1
        assert sees(cast.coordinator, Consent, level="application") == 1
        assert sees(cast.coordinator, Event, code="applied") == 1

    def test_a_changed_scope_is_a_new_consent(self, applied, cast):
        applied.apply(excluded=[cast.stranger.agency.id])
        assert sees(cast.coordinator, Consent, level="application") == 2

    def test_two_people_at_once_lose_nothing(self, applied):
        with pytest.raises(StaleEdit):
            applied.apply(version=0)
        applied.apply(version=1)
        with pytest.raises(StaleEdit):
            applied.apply(version=1)

    def test_an_agent_signs_as_representative(self, path, cast):
        path.apply(signature=Signature.AGENT, signature_reason="成年後見人", signed_name="後見 太郎")
        with acting_as(cast.coordinator):
            assert Consent.objects.get(level="application").method == "representative"

    def test_the_assessment_waits_for_the_coordinator(self, applied, cast):
        assert (TaskKind.ASSESSMENT, "juso") in open_tasks(applied, cast.coordinator)


class TestAssessment:
    def test_before_the_application_nothing_is_saved(self, path, cast):
        forbidden(path.assess, "not_applied")
        assert sees(cast.coordinator, Assessment) == 0

    def test_each_section_has_its_author_its_source_and_its_kinds(self, applied, cast):
        part = applied.assess(
            PartSection.HEALTH, by=cast.worker, answers={"state": "腰が痛い"}, sources=["family"]
        )
        assert (part.author, part.agency, part.sources) == (
            cast.worker.user, cast.worker.agency, ["family"],
        )  # fmt: skip
        assert part.kinds == DataKind.BASIC | DataKind.HEALTH
        assert applied.case.stage == Stage.ASSESSMENT

    def test_sections_are_saved_side_by_side(self, applied, cast):
        applied.assess(PartSection.HEALTH, by=cast.worker, answers={"state": "腰が痛い"})
        applied.assess(PartSection.ECONOMY, answers={"debt": "あり"})
        assert sees(cast.coordinator, AssessmentPart) == 2
        assert sees(cast.coordinator, Event, code="assessment_started") == 1

    def test_a_kinds_limited_consent_hides_the_economy_section(self, path, cast):
        path.apply(kinds=LIMITED)
        path.assess(PartSection.ECONOMY, by=cast.worker, answers={"debt": "200万円"})
        path.assess(PartSection.HEALTH, by=cast.worker, answers={"state": "腰が痛い"})
        seen = {"section": PartSection.ECONOMY}
        assert sees(cast.worker, AssessmentPart, **seen) == 1
        assert sees(cast.coordinator, AssessmentPart, **seen) == 0
        assert sees(cast.coordinator, AssessmentPart, section=PartSection.HEALTH) == 1

    def test_who_may_not_know_of_a_kind_does_not_write_it(self, path, cast):
        path.apply(kinds=LIMITED)
        act = lambda: path.assess(PartSection.ECONOMY, answers={"debt": "?"})  # noqa: E731
        forbidden(act, "kinds_not_shared")
        assert sees(cast.worker, Assessment) == 0

    def test_the_screening_is_kept_with_the_summary(self, assessed, cast):
        with acting_as(cast.coordinator):
            assessment = Assessment.objects.get()
        assert (assessment.screening, assessment.has_summary) == (Screening.PLAN, True)
        assert (TaskKind.PLAN, "juso") in open_tasks(assessed, cast.coordinator)

    def test_two_people_at_the_same_section(self, assessed):
        with pytest.raises(StaleEdit):
            assessed.assess(version=0)

    def issues(self, path, by, chosen, **values):
        with acting_as(by):
            return actions.save_issues(path.case, chosen, by=by, on=DAY, **values)

    def test_issues_of_each_person_have_their_own_kinds(self, applied, cast):
        mother, son = applied.people
        self.issues(applied, cast.worker, {mother.id: ["care", "illness"], son.id: ["isolation", "debt"]})
        with acting_as(cast.worker):
            kinds = {(i.person_id, i.issue): i.kinds for i in PersonIssue.objects.all()}
        assert kinds[son.id, "debt"] == DataKind.BASIC | DataKind.ECONOMY
        assert kinds[mother.id, "illness"] == DataKind.BASIC | DataKind.HEALTH
        assert len(kinds) == 4

    def test_an_issue_that_one_may_not_see_survives_what_one_saves(self, path, cast):
        path.apply(kinds=LIMITED)
        mother, son = path.people
        self.issues(path, cast.worker, {son.id: ["debt", "isolation"]})
        assert sees(cast.coordinator, PersonIssue) == 1
        self.issues(path, cast.coordinator, {mother.id: ["care", "poverty"]})
        with acting_as(cast.worker):
            assert {i.issue for i in PersonIssue.objects.all()} == {"debt", "care"}


class TestPlan:
    def test_without_assessment_there_is_no_plan(self, applied, cast):
        forbidden(applied.make, "no_summary")
        assert sees(cast.coordinator, Plan) == 0
        assert applied.reload().stage == Stage.APPLICATION

    def test_a_worker_of_the_team_does_not_make_the_plan(self, assessed, cast):
        forbidden(lambda: assessed.make(by=cast.worker), "not_coordinator")

    def test_it_is_a_draft_with_its_lines(self, assessed, cast):
        plan = assessed.make()
        assert (plan.state, plan.number, plan.name) == (PlanState.DRAFT, 1, "初回")
        with acting_as(cast.coordinator):
            assert [g.text for g in plan.goals.all()] == ["月に1回外に出る", "介護サービスを使い始める"]
            assert [i.agency.key for i in plan.items.all()] == ["shakyo", "kikan"]
        assert assessed.case.stage == Stage.PLAN

    def test_changing_it_replaces_its_lines(self, assessed, cast):
        plan = assessed.make()
        with acting_as(cast.coordinator):
            changed = actions.change_plan(
                plan, by=cast.coordinator, version=1, wish="外に出たい", items=assessed.items("other")
            )
            assert changed.items.count() == 1
            assert (changed.wish, changed.version) == ("外に出たい", 2)
            with pytest.raises(StaleEdit):
                actions.change_plan(plan, by=cast.coordinator, version=1, wish="消えるはず")
            assert Plan.objects.get().wish == "外に出たい"

    def test_only_one_plan_is_in_the_making(self, assessed):
        assessed.make()
        forbidden(assessed.make, "plan_in_the_making")

    def test_an_incomplete_plan_is_not_handed_in(self, assessed, cast):
        plan = assessed.make(wish="", next_monitoring_on=None)
        forbidden(lambda: assessed.submit(plan), "no_wish", "no_monitoring")
        assert assessed.fresh(plan).state == PlanState.DRAFT
        assert sees(cast.coordinator, Event, code="plan_submitted") == 0

    def test_a_withdrawal_ends_what_stands_on_consent(self, assessed, cast):
        assessed.make()
        with acting_as(cast.worker):
            consent = Consent.objects.get(case_id=assessed.case.id, level="application")
            disclosure.withdraw_consent(consent, on=DAY, note="電話で")
        # Without consent the coordinator does not even see the plan any more.
        assert sees(cast.coordinator) == 0

    def test_an_agency_that_the_person_left_out_is_told(self, path, cast):
        path.apply(excluded=[cast.participation.agency.id])
        path.assess()
        forbidden(lambda: path.submit(path.make()), "agency_excluded")

    def test_a_submitted_plan_is_not_changed_but_can_be_taken_back(self, assessed, cast):
        plan = assessed.submit(assessed.make())
        with acting_as(cast.coordinator):
            forbidden(lambda: actions.change_plan(plan, by=cast.coordinator, wish="?"), "not_a_draft")
            actions.take_back_plan(plan, by=cast.coordinator, on=DAY)
        assert assessed.fresh(plan).state == PlanState.DRAFT
        assert (TaskKind.CONFERENCE, "juso") not in open_tasks(assessed, cast.coordinator)


class TestEarlyStart:
    early = {"early_start": True, "early_started_on": DAY, "early_start_reason": "食べていない"}

    def test_the_agency_of_participation_joins_before_the_decision(self, assessed, cast):
        plan = assessed.make(**self.early)
        assert plan.is_early
        assert sees(cast.participation) == 1
        assert sees(cast.disability) == 0

    def test_it_ends_when_the_plan_says_so_no_more(self, assessed, cast):
        plan = assessed.make(**self.early)
        with acting_as(cast.coordinator):
            actions.change_plan(
                plan, by=cast.coordinator, early_start=False, items=assessed.items("participation", "other")
            )
        assert sees(cast.participation) == 0

    def test_without_reason_nothing_is_saved(self, assessed, cast):
        act = lambda: assessed.make(**(self.early | {"early_start_reason": ""}))  # noqa: E731
        forbidden(act, "no_early_reason")
        assert sees(cast.coordinator) == 0
        assert assessed.reload().stage == Stage.ASSESSMENT

    def test_a_plan_in_force_is_early_no_more(self, assessed, cast):
        plan = assessed.submit(assessed.make(**self.early))
        assessed.judge(plan.id, Judgement.APPROPRIATE)
        assert assessed.fresh(plan).is_early
        assessed.decide(plan)
        assert not assessed.fresh(plan).is_early
        assert sees(cast.participation) == 1


class TestWhenAPlanIsFinal:
    def agreed(self, path, *services):
        plan = path.submit(path.make(*services))
        path.judge(plan.id, Judgement.APPROPRIATE)
        return plan

    @pytest.mark.parametrize(
        ("services", "result"),
        [
            ((Service.PARTICIPATION, Service.OUTREACH), DecisionResult.DECIDED),
            ((Service.PARTICIPATION, Service.OTHER), DecisionResult.CONFIRMED),
        ],
    )
    def test_with_participation_or_outreach_it_waits_for_the_decision(self, assessed, cast, services, result):
        plan = self.agreed(assessed, *services)
        assert assessed.fresh(plan).state == PlanState.AGREED
        assert (TaskKind.DECISION, "fukushi") in open_tasks(assessed, cast.decider)
        assert sees(cast.participation) == 0
        assert assessed.decide(plan).result == result
        assert assessed.fresh(plan).state == PlanState.FINAL
        assert (TaskKind.DECISION, "fukushi") not in open_tasks(assessed, cast.decider)
        assert assessed.case.stage == Stage.SUPPORT

    def test_without_them_it_is_final_at_once_and_reported(self, assessed, cast):
        plan = self.agreed(assessed, Service.OTHER)
        assert assessed.fresh(plan).state == PlanState.FINAL
        assert (TaskKind.DECISION, "fukushi") in open_tasks(assessed, cast.decider)
        with acting_as(cast.decider):
            actions.confirm_report(plan, by=cast.decider, on=DAY)
            forbidden(lambda: actions.confirm_report(plan, by=cast.decider, on=DAY), "nothing_reported")
        assert (TaskKind.DECISION, "fukushi") not in open_tasks(assessed, cast.decider)

    def test_the_team_sees_the_case_from_then_on_and_strangers_never(self, final, cast):
        for actor in (cast.participation, cast.disability):
            assert (sees(actor), sees(actor, PlanItem), sees(actor, Case)) == (1, 2, 1)
        assert (sees(cast.stranger), sees(cast.stranger, Case)) == (0, 0)

    def test_the_team_sees_only_the_kinds_that_the_person_shares(self, path, cast):
        path.apply(kinds=LIMITED)
        path.assess()
        path.assess(PartSection.ECONOMY, by=cast.worker, answers={"debt": "200万円"})
        path.assess(PartSection.HEALTH, by=cast.worker, answers={"state": "腰が痛い"})
        plan = self.agreed(path)
        path.decide(plan)
        with acting_as(cast.disability):
            seen = set(AssessmentPart.objects.values_list("section", flat=True))
        assert seen == {PartSection.SUMMARY, PartSection.HEALTH}
        assert sees(cast.disability) == 1

    def test_the_municipality_alone_decides(self, assessed, cast):
        plan = self.agreed(assessed)
        forbidden(lambda: assessed.decide(plan, by=cast.coordinator), "not_decider")
        forbidden(lambda: assessed.decide(plan, by=cast.manager), "not_decider", "own_draft")
        assert assessed.fresh(plan).state == PlanState.AGREED
        assert sees(cast.coordinator, Decision) == 0

    def test_nobody_decides_before_the_conference(self, assessed):
        forbidden(lambda: assessed.decide(assessed.submit(assessed.make())), "not_judged")

    def test_the_municipality_gives_it_back_with_its_reason(self, assessed, cast):
        plan = self.agreed(assessed)
        with acting_as(cast.decider):
            forbidden(
                lambda: actions.return_plan(plan, by=cast.decider, on=DAY, note=" "), "no_return_reason"
            )
            actions.return_plan(plan, by=cast.decider, on=DAY, note="期間を短く")
        returned = assessed.fresh(plan)
        assert (returned.state, returned.returned_note) == (PlanState.DRAFT, "期間を短く")
        assert (TaskKind.PLAN, "juso") in open_tasks(assessed, cast.coordinator)
        assert assessed.submit(returned).returned_note == ""

    def test_the_conference_asks_for_changes(self, assessed, cast):
        plan = assessed.submit(assessed.make())
        assessed.judge(plan.id, Judgement.REVISE, opinion="本人の言葉で")
        returned = assessed.fresh(plan)
        assert (returned.state, returned.returned_note) == (PlanState.DRAFT, "本人の言葉で")
        assert sees(cast.coordinator, ConferenceJudgement) == 1

    def test_the_next_monitoring_waits_for_the_coordinator(self, final, cast):
        path, plan = final
        with acting_as(cast.coordinator):
            task = Task.objects.get(kind=TaskKind.MONITORING, source="plan", done_on=None)
        assert (task.due_on, task.agency, task.source_id) == (
            PLAN["next_monitoring_on"], cast.coordinator.agency, plan.id,
        )  # fmt: skip


class TestReplan:
    def again(self, final, cast):
        path, plan = final
        with acting_as(cast.coordinator):
            return path, plan, actions.replan(plan, by=cast.coordinator, on=DAY + timedelta(days=60))

    def test_a_new_version_carries_over_and_asks_consent_anew(self, final, cast):
        path, plan, new = self.again(final, cast)
        assert (new.number, new.name, new.previous, new.state) == (2, "再1回", plan, PlanState.DRAFT)
        assert (new.wish, new.lead_agency) == (plan.wish, plan.lead_agency)
        assert (new.person_agreed_on, new.signature, new.next_monitoring_on) == (None, "", None)
        with acting_as(cast.coordinator):
            assert [g.text for g in new.goals.all()] == [g.text for g in plan.goals.all()]
            assert [i.support for i in new.items.all()] == [i.support for i in plan.items.all()]
        assert path.fresh(plan).state == PlanState.FINAL
        assert path.reload().stage == Stage.SUPPORT

    def test_when_it_is_final_the_version_before_is_kept_and_its_team_ends(self, final, cast):
        path, plan, new = self.again(final, cast)
        values = PLAN | {"lead_agency": cast.disability.agency, "uses_participation": False}
        values["next_monitoring_on"] = date(2025, 12, 1)
        with acting_as(cast.coordinator):
            actions.change_plan(new, by=cast.coordinator, goals=(), items=path.items("other"), **values)
        path.submit(new)
        path.judge(new.id, Judgement.APPROPRIATE, Timing.REPLAN)
        assert (path.fresh(plan).state, path.fresh(new).state) == (PlanState.SUPERSEDED, PlanState.FINAL)
        assert sees(cast.disability) == 2
        # shakyo is in the old version only: its right ends with this day.
        with acting_as(cast.coordinator):
            rows = Evidence.objects.filter(agency=cast.participation.agency, source="plan")
            assert [row.valid_until for row in rows] == [DAY + timedelta(days=1)]
            due = Task.objects.filter(kind=TaskKind.MONITORING, source="plan", done_on=None)
            assert [task.due_on for task in due] == [date(2025, 12, 1)]
