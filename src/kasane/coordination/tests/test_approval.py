"""起案, 決裁, 代決, 差し戻し: who may, in which order, and what follows (R-COOR-06)."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kasane.agencies import profile
from kasane.agencies.models import Role
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Task, TaskKind
from kasane.config.cast import _actor
from kasane.coordination import actions
from kasane.coordination.api import Judgement, role_rows
from kasane.coordination.approval import rules
from kasane.coordination.approval.actions import draft_decision, pass_on, return_draft
from kasane.coordination.approval.rules import Answerer
from kasane.coordination.choices import ApprovalState, PlanState, Service
from kasane.coordination.models import Approval, ApprovalStep, Decision, ItemDecision, PlanItem
from kasane.coordination.queries import plan_in_full
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_plan_actions import sees
from kasane.coordination.tests.test_views import seen, text_of, url
from kasane.disclosure.viewer import acting_as

PLAN = UUID(int=1)
OWN = Answerer(own_agency=True)
DECIDER = Answerer(own_agency=True, is_decider=True)
MANAGER = Answerer(own_agency=True, is_manager=True)


def codes(found):
    return [one.code for one in found]


def refused(act) -> list[str]:
    with pytest.raises(Forbidden) as caught:
        act()
    return caught.value.codes


class TestRules:
    draft = {"plan_id": PLAN, "state": "agreed", "of_municipality": True, "open_draft": False, "text": "伺い"}

    @pytest.mark.parametrize(
        ("change", "wanted"),
        [
            ({}, []),
            ({"state": "draft"}, ["not_judged"]),
            ({"state": "submitted"}, ["not_judged"]),
            ({"state": "final"}, ["already_decided"]),
            ({"of_municipality": False}, ["not_municipality"]),
            ({"open_draft": True}, ["already_drafted"]),
            ({"text": " "}, ["no_draft_text"]),
            (
                {"state": "draft", "of_municipality": False, "text": ""},
                ["not_judged", "not_municipality", "no_draft_text"],
            ),
        ],
    )
    def test_the_draft_is_the_municipalitys_after_the_conference(self, change, wanted):
        assert codes(rules.draft_obstacles(**(self.draft | change))) == wanted

    @pytest.mark.parametrize(
        ("waiting", "who", "last", "substitute", "wanted"),
        [
            (["決裁"], DECIDER, True, "", []),
            ([], DECIDER, True, "", ["not_drafted"]),
            (["決裁"], MANAGER, True, "", ["not_decider"]),
            (["決裁"], MANAGER, True, "課長が出張のため", []),
            (["決裁"], OWN, True, "課長が出張のため", ["not_decider"]),
            (["決裁"], Answerer(own_agency=False, is_decider=True), True, "", ["not_decider"]),
            (["決裁"], replace(DECIDER, drafted=True), True, "", ["own_draft"]),
            (["係長", "課長"], DECIDER, True, "", ["steps_before"]),
            (["係長", "課長"], OWN, False, "", []),
            (["係長", "課長"], replace(OWN, drafted=True), False, "", ["own_draft"]),
            (["係長", "課長"], Answerer(own_agency=False), False, "", ["not_of_division"]),
            (["課長"], OWN, False, "", ["last_step"]),
            (["課長"], replace(DECIDER, answered=True), True, "", ["answered_before"]),
            (["部長", "課長"], replace(OWN, answered=True), False, "", ["answered_before"]),
        ],
    )
    def test_each_answers_in_turn_and_nobody_their_own_draft(self, waiting, who, last, substitute, wanted):
        found = rules.step_obstacles(plan_id=PLAN, waiting=waiting, who=who, last=last, substitute=substitute)
        assert codes(found) == wanted

    @pytest.mark.parametrize(
        ("waiting", "who", "note", "wanted"),
        [
            (["決裁"], DECIDER, "書き足す", []),
            (["決裁"], DECIDER, " ", ["no_return_reason"]),
            (["決裁"], OWN, "書き足す", ["not_decider"]),
            (["係長", "課長"], OWN, "書き足す", []),
            ([], DECIDER, "書き足す", ["not_drafted"]),
            (["決裁"], replace(DECIDER, drafted=True), "x", ["own_draft"]),
            (["決裁"], replace(DECIDER, answered=True), "x", []),
        ],
    )
    def test_a_draft_goes_back_with_a_reason(self, waiting, who, note, wanted):
        assert (
            codes(rules.return_draft_obstacles(plan_id=PLAN, waiting=waiting, who=who, note=note)) == wanted
        )

    @pytest.mark.parametrize(
        ("needing", "no", "wanted"),
        [
            ([], {}, []),
            (["a", "b"], {}, []),
            (["a", "b"], {"a": "空きがない"}, []),
            (["a", "b"], {"a": " "}, ["no_item_reason"]),
            (["a"], {"a": "空きがない"}, ["nothing_decided"]),
            (["a", "b"], {"a": "", "b": "x"}, ["no_item_reason", "nothing_decided"]),
        ],
    )
    def test_each_line_is_decided_by_itself(self, needing, no, wanted):
        assert codes(rules.item_obstacles(needing, no, {"a": "甲", "b": "乙"})) == wanted


@pytest.fixture
def agreed(assessed):
    """A plan with ②, ④ and another line that the conference found appropriate."""
    plan = assessed.submit(assessed.make(Service.PARTICIPATION, Service.OUTREACH, Service.OTHER))
    assessed.judge(plan.id, Judgement.APPROPRIATE)
    return assessed, assessed.fresh(plan)


def drafts(plan, by, **values):
    with acting_as(by):
        return draft_decision(plan, by=by, on=DAY, **values)


def decides(plan, by, **values):
    with acting_as(by):
        return actions.decide(plan, by=by, on=DAY, **values)


def asked(by) -> list[str]:
    with acting_as(by):
        return [task.what for task in Task.objects.filter(kind=TaskKind.DECISION, done_on=None)]


class TestDraft:
    def test_it_is_prefilled_with_the_lines_and_the_towns_words(self, agreed, cast):
        _, plan = agreed
        text = drafts(plan, cast.manager).text
        assert "支援決定する支援内容 2件" in text and "内容を確認する支援内容 1件" in text
        assert "美咲町の支援決定は不要" in text

    def test_the_entrusted_coordinator_does_not_draft(self, agreed, cast):
        _, plan = agreed
        for actor in (cast.disability, cast.participation):
            with acting_as(cast.coordinator):
                assert refused(lambda a=actor: draft_decision(plan, by=a, on=DAY)) == ["not_municipality"]
        assert seen(cast.coordinator, Approval) == []

    def test_nobody_drafts_twice(self, agreed, cast):
        _, plan = agreed
        drafts(plan, cast.manager)
        assert refused(lambda: drafts(plan, cast.manager)) == ["already_drafted"]

    def test_the_desk_has_it_and_after_that_the_decider(self, agreed, cast):
        _, plan = agreed
        assert asked(cast.decider) == ["プラン(初回)の支援決定を起案する"]
        drafts(plan, cast.manager)
        assert asked(cast.decider) == ["プラン(初回)の支援決定(決裁)"]

    def test_strangers_see_nothing_of_it(self, agreed, cast):
        path, plan = agreed
        drafts(plan, cast.manager)
        decides(plan, cast.decider)
        for model in (Approval, ApprovalStep, ItemDecision, Decision):
            assert sees(cast.stranger, model) == 0
            assert sees(cast.coordinator, model) > 0


class TestDecision:
    def test_without_a_draft_nothing_is_decided(self, agreed, cast):
        path, plan = agreed
        assert refused(lambda: decides(plan, cast.decider)) == ["not_drafted"]
        assert path.fresh(plan).state == PlanState.AGREED

    def test_whoever_drafts_does_not_decide(self, agreed, cast):
        path, plan = agreed
        drafts(plan, cast.decider)
        assert refused(lambda: decides(plan, cast.decider)) == ["own_draft"]
        assert path.fresh(plan).state == PlanState.AGREED

    def test_a_manager_decides_in_the_deciders_place_and_says_why(self, agreed, cast):
        path, plan = agreed
        drafts(plan, cast.decider)
        assert refused(lambda: decides(plan, cast.manager)) == ["not_decider"]
        decides(plan, cast.manager, substitute="課長が出張のため")
        (step,) = seen(cast.manager, ApprovalStep)
        assert (step.substitute_reason, step.result) == ("課長が出張のため", "decided")
        assert path.fresh(plan).state == PlanState.FINAL

    def test_every_line_of_two_and_four_has_its_answer(self, agreed, cast):
        path, plan = agreed
        drafts(plan, cast.manager)
        with acting_as(cast.decider):
            outreach = PlanItem.objects.get(plan=plan, service=Service.OUTREACH)
        decides(plan, cast.decider, refused={outreach.id: "担当できる人がいない"})
        answers = {one.item_id: one.decided for one in seen(cast.decider, ItemDecision)}
        assert len(answers) == 2 and answers[outreach.id] is False
        assert path.fresh(plan).state == PlanState.FINAL
        with acting_as(cast.coordinator):
            rows = role_rows(plan_in_full().get(pk=plan.pk))
        assert [row.service for row in rows if row.service] == ["② 参加支援"]

    def test_an_agency_whose_only_line_is_refused_does_not_join(self, assessed, cast):
        shakyo, egao = cast.participation.agency, cast.stranger.agency
        lines = assessed.items(Service.PARTICIPATION, Service.OUTREACH)
        lines = [replace(lines[0], agency=shakyo), replace(lines[1], agency=egao)]
        plan = assessed.submit(assessed.make(Service.PARTICIPATION, Service.OUTREACH, items=lines))
        assessed.judge(plan.id, Judgement.APPROPRIATE)
        drafts(plan, cast.manager)
        with acting_as(cast.decider):
            outreach = PlanItem.objects.get(plan=plan, service=Service.OUTREACH)
        decides(plan, cast.decider, refused={outreach.id: "担当できる人がいない"})
        assert (sees(cast.participation, PlanItem), sees(cast.stranger, PlanItem)) == (2, 0)

    def test_nothing_at_all_decided_is_no_decision(self, agreed, cast):
        path, plan = agreed
        drafts(plan, cast.manager)
        with acting_as(cast.decider):
            no = {one.id: "x" for one in PlanItem.objects.filter(plan=plan)}
        assert refused(lambda: decides(plan, cast.decider, refused=no)) == ["nothing_decided"]
        assert seen(cast.decider, Decision) == []

    def test_a_draft_goes_back_to_its_drafter_and_is_drafted_anew(self, agreed, cast):
        path, plan = agreed
        drafts(plan, cast.manager)
        with acting_as(cast.decider):
            return_draft(plan, by=cast.decider, on=DAY, note="期間の理由を足す")
        assert path.fresh(plan).state == PlanState.AGREED
        assert asked(cast.manager) == ["差し戻された起案(プラン(初回))を直す"]
        drafts(plan, cast.manager, text="直した")
        decides(plan, cast.decider)
        assert [one.state for one in seen(cast.manager, Approval)] == [
            ApprovalState.RETURNED, ApprovalState.DECIDED,
        ]  # fmt: skip

    def test_giving_the_plan_back_ends_its_draft(self, agreed, cast):
        path, plan = agreed
        drafts(plan, cast.manager)
        with acting_as(cast.decider):
            actions.return_plan(plan, by=cast.decider, on=DAY, note="期間を短く")
        assert [one.state for one in seen(cast.manager, Approval)] == [ApprovalState.RETURNED]
        assert path.fresh(plan).state == PlanState.DRAFT


class TestSteps:
    @pytest.fixture(autouse=True)
    def two_steps(self, monkeypatch):
        town = profile.current()
        rules_of_town = replace(town.rules, approval_steps=("係長", "課長"))
        monkeypatch.setattr(profile, "current", lambda: replace(town, rules=rules_of_town))

    def test_the_first_passes_it_on_to_the_last(self, agreed, cast):
        path, plan = agreed
        clerk = _actor("clerk", "福祉 係", cast.decider.agency, Role.WORKER)
        drafts(plan, clerk)
        assert refused(lambda: decides(plan, cast.decider)) == ["steps_before"]
        with acting_as(clerk):
            assert refused(lambda: pass_on(plan, by=clerk, on=DAY)) == ["own_draft"]
        with acting_as(cast.manager):
            pass_on(plan, by=cast.manager, on=DAY)
        assert asked(cast.decider) == ["プラン(初回)の支援決定(課長)"]
        decides(plan, cast.decider)
        assert [one.title for one in seen(cast.decider, ApprovalStep)] == ["係長", "課長"]
        assert path.fresh(plan).state == PlanState.FINAL

    def test_one_person_does_not_take_both_steps(self, agreed, cast, sign_in):
        _, plan = agreed
        drafts(plan, cast.manager)
        with acting_as(cast.decider):
            pass_on(plan, by=cast.decider, on=DAY)
        assert refused(lambda: decides(plan, cast.decider)) == ["answered_before"]
        page = sign_in(cast.decider).get(url("decide", plan.id))
        assert "この起案を前に確認した人は" in text_of(page)


class TestPage:
    def test_from_draft_to_decision(self, agreed, cast, sign_in):
        path, plan = agreed
        client = sign_in(cast.manager)
        page = client.get(url("decide", plan.id))
        assert "支援決定を起案する" in text_of(page)
        values = {"drafted_on": "R7.5.2", "number": "福起第1号", "text": "伺います"}
        assert client.post(url("decide", plan.id), values).status_code == 302
        assert "起案した人は、その起案を決裁できません" in text_of(client.get(url("decide", plan.id)))
        client = sign_in(cast.decider)
        form = client.get(url("decide", plan.id)).context["form"]
        (two, four) = form.lines
        values = {
            "decided_on": "R7.5.20", "number": "福第12号", "answer": "decide", f"item_{two}": "yes",
            f"item_{four}": "no",
        }  # fmt: skip
        answer = client.post(url("decide", plan.id), values)
        assert (answer.status_code, codes(answer.context["obstacles"])) == (409, ["no_item_reason"])
        assert (
            client.post(url("decide", plan.id), values | {f"reason_{four}": "人手がない"}).status_code == 302
        )
        shown = text_of(client.get(url("plan", plan.id)))
        assert "支援決定なし 人手がない" in shown and "福起第1号" in shown
        assert path.fresh(plan).state == PlanState.FINAL

    def test_a_decided_plan_shows_what_stands_in_the_way_alone(self, agreed, cast, sign_in):
        _, plan = agreed
        client = sign_in(cast.manager)
        assert 'name="drafted_on' in client.get(url("decide", plan.id)).content.decode()
        drafts(plan, cast.manager)
        decides(plan, cast.decider)
        page = client.get(url("decide", plan.id))
        assert "このプランの決定はもう済んでいます。" in text_of(page)
        assert 'name="drafted_on' not in page.content.decode()

    def test_the_sheet_of_a_line_not_decided_on_is_not_offered(self, agreed, cast, sign_in):
        _, plan = agreed
        drafts(plan, cast.manager)
        with acting_as(cast.decider):
            outreach = PlanItem.objects.get(plan=plan, service=Service.OUTREACH)
        decides(plan, cast.decider, refused={outreach.id: "担当できる人がいない"})
        client = sign_in(cast.coordinator)
        page = client.get(url("plan", plan.id)).content.decode()
        assert url("menu_new", plan.case_id, "participation") in page
        assert url("menu_new", plan.case_id, "outreach") not in page
        asked_for = client.get(url("menu_new", plan.case_id, "outreach"))
        assert codes(asked_for.context["obstacles"]) == ["not_decided"]

    def test_the_page_keeps_to_its_queries(self, agreed, cast, sign_in, django_assert_max_num_queries):
        _, plan = agreed
        drafts(plan, cast.manager)
        client = sign_in(cast.decider)
        with django_assert_max_num_queries(24):
            client.get(url("decide", plan.id))
