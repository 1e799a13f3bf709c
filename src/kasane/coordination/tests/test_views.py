"""The pages: who gets them, what they save, what they say when they can not (R-DIS-01, R-OPS-03)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from kasane.base.choices import Timing
from kasane.base.kinds import DataKind
from kasane.cases.models import Draft, Stage
from kasane.coordination import actions, panels
from kasane.coordination.api import Judgement
from kasane.coordination.choices import Conclusion, Occasion, PartSection, PlanState
from kasane.coordination.models import (
    Application,
    AssessmentPart,
    Connectedness,
    Decision,
    Evaluation,
    Monitoring,
    PersonIssue,
    Plan,
)
from kasane.coordination.tests.conftest import DAY, LIMITED
from kasane.disclosure.api import EvidenceType, New, add_evidence, consents_of
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import correct_person
from kasane.people.models import Person

APPLY = {
    "received_on": "令和7年5月1日",
    "family_name": "田中",
    "given_name": "和子",
    "topics": ["care", "withdrawal"],
    "main_topic": "care",
    "rules_explained": "on",
    "applies": "on",
    "agrees_to_sharing": "on",
    "shared_kinds": ["2", "4", "8", "16"],
    "applied_on": "R7.5.1",
    "signature": "self",
    "signed_name": "田中 和子",
    "version": "0",
}


def url(name, *args):
    return reverse(f"coordination:{name}", args=args)


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def seen(actor, model, **wanted):
    with acting_as(actor):
        return list(model.objects.filter(**wanted))


def plan_post(path, **changes) -> dict:
    """A whole plan as the browser sends it: two lines, ② among them."""
    shakyo, kikan = path.cast.participation.agency, path.cast.disability.agency
    return {
        "version": "",
        "issues": "孤立",
        "wish": "家で暮らす",
        "made_on": "R7.5.1",
        "lead_agency": str(kikan.id),
        "uses_participation": "on",
        "participation_reason": "つながりをつくる",
        "starts_on": "R7.6.1",
        "ends_on": "R7.11.30",
        "next_monitoring_on": "R7.8.1",
        "person_agreed_on": "R7.5.1",
        "signature": "self",
        "signed_name": "田中 和子",
        "kinds": ["16"],
        "goals-TOTAL_FORMS": "2",
        "goals-INITIAL_FORMS": "0",
        "goals-0-text": "月に1回外に出る",
        "goals-1-text": "",
        "items-TOTAL_FORMS": "3",
        "items-INITIAL_FORMS": "0",
        "items-0-service": "participation",
        "items-0-support": "居場所に通う",
        "items-0-agency": str(shakyo.id),
        "items-0-staff": "社協 参子",
        "items-1-service": "other",
        "items-1-support": "通院に付きそう",
        "items-1-agency": str(kikan.id),
        "items-1-staff": "基幹 直人",
        "items-2-service": "other",
        "items-2-support": "",
        "items-2-agency": "",
        "items-2-staff": "",
    } | changes


class TestEveryPage:
    def addresses(self, path, plan):
        return [
            url("apply", path.case.id),
            url("assessment", path.case.id),
            *(
                url("assessment_part", path.case.id, section)
                for section in PartSection.values
                if section != PartSection.TAX
            ),
            url("plan_new", path.case.id),
            url("plan", plan.id),
            url("plan_edit", plan.id),
            url("decide", plan.id),
            url("monitoring", plan.id),
            url("connectedness", path.case.id),
            url("evaluation", path.case.id),
        ]

    def test_the_team_and_the_decider_see_every_page(self, final, cast, sign_in):
        path, plan = final
        for actor in (cast.coordinator, cast.worker, cast.participation, cast.decider):
            client = sign_in(actor)
            for address in self.addresses(path, plan):
                assert client.get(address).status_code == 200, address

    def test_a_stranger_and_the_administrator_find_nothing(self, final, cast, sign_in):
        path, plan = final
        for actor in (cast.stranger, cast.administrator):
            client = sign_in(actor)
            for address in self.addresses(path, plan):
                assert client.get(address).status_code == 404, address
            for act in ("plan_submit", "plan_take_back", "replan"):
                assert client.post(url(act, plan.id)).status_code == 404

    def test_who_only_reads_gets_the_page_with_its_obstacles(self, final, cast, sign_in):
        path, plan = final
        with acting_as(cast.coordinator):
            told = New(EvidenceType.INVOLVED, cast.stranger.agency.id, note="情報共有", source="test")
            add_evidence(path.case.id, [told], on=DAY)
        client = sign_in(cast.stranger)
        for address in (
            url("monitoring", plan.id),
            url("connectedness", path.case.id),
            url("apply", path.case.id),
        ):
            assert "支援チームに入っていません" in text_of(client.get(address))
        answer = client.post(url("monitoring", plan.id), {"held_on": "R7.6.1", "after": "replan"})
        assert answer.status_code == 409
        assert seen(cast.coordinator, Monitoring) == []

    @pytest.mark.parametrize("name", ["plan", "plan_edit", "decide", "monitoring"])
    def test_queries_do_not_grow_with_the_lines_of_the_plan(
        self, assessed, cast, sign_in, django_assert_max_num_queries, name
    ):
        plan = assessed.make(items=assessed.items(*["participation", "other"] * 6))
        client = sign_in(cast.coordinator)
        with django_assert_max_num_queries(22):
            client.get(url(name, plan.id))


class TestApplicationPage:
    def test_it_is_prefilled_with_the_person(self, path, cast, sign_in):
        page = sign_in(cast.coordinator).get(url("apply", path.case.id))
        assert page.context["form"]["family_name"].value() == "田中"

    def test_it_saves_and_leads_to_the_assessment(self, path, cast, sign_in):
        answer = sign_in(cast.coordinator).post(url("apply", path.case.id), APPLY)
        assert answer.url == url("assessment", path.case.id)
        (application,) = seen(cast.coordinator, Application)
        assert (application.applied_on, application.topics) == (date(2025, 5, 1), ["care", "withdrawal"])
        assert path.reload().stage == Stage.APPLICATION

    def test_what_is_missing_is_told_and_what_was_typed_stays(self, path, cast, sign_in):
        missing = {
            name: value for name, value in APPLY.items() if name not in ("rules_explained", "signed_name")
        }
        page = sign_in(cast.coordinator).post(
            url("apply", path.case.id), missing | {"request": "畑を続けたい"}
        )
        assert page.status_code == 409
        assert [o.code for o in page.context["obstacles"]] == ["not_explained", "not_signed"]
        assert "R-COOR-01" in text_of(page)
        assert "畑を続けたい" in page.content.decode()
        assert seen(cast.coordinator, Application) == []

    def test_two_people_at_once_see_both_versions(self, applied, cast, sign_in):
        client = sign_in(cast.coordinator)
        page = client.post(url("apply", applied.case.id), APPLY | {"request": "わたしの記入"})
        assert page.status_code == 409
        assert "息子のこれからが心配" in text_of(page)
        assert "わたしの記入" in text_of(page)
        again = APPLY | {"request": "わたしの記入", "version": str(page.context["form"].data["version"])}
        assert client.post(url("apply", applied.case.id), again).status_code == 302

    def test_somebody_else_changed_the_person_meanwhile(self, path, cast, sign_in):
        client = sign_in(cast.coordinator)
        on_screen = client.get(url("apply", path.case.id)).context["form"]["person_version"].value()
        with acting_as(cast.worker):
            correct_person(path.people[0], by=cast.worker, phone="0868-00-0000")
        values = APPLY | {"person_version": str(on_screen), "phone": "0868-11-1111"}
        page = client.post(url("apply", path.case.id), values)
        assert page.status_code == 409
        assert "0868-00-0000" in text_of(page)
        assert seen(cast.coordinator, Application) == []
        form = page.context["form"]
        again = values | {name: form.data[name] for name in ("version", "person_version")}
        assert client.post(url("apply", path.case.id), again).status_code == 302
        assert seen(cast.coordinator, Person, is_subject=True)[0].phone == "0868-11-1111"

    def test_a_draft_comes_back(self, path, cast, sign_in):
        client = sign_in(cast.coordinator)
        client.post(reverse("cases:draft", args=["application", path.case.id]), {"request": "書きかけ"})
        assert "書きかけ" in client.get(url("apply", path.case.id)).content.decode()
        client.post(url("apply", path.case.id), APPLY)
        assert seen(cast.coordinator, Draft) == []

    def test_agencies_left_out_are_kept(self, path, cast, sign_in):
        values = APPLY | {"left_out": [str(cast.stranger.agency.id)]}
        client = sign_in(cast.coordinator)
        client.post(url("apply", path.case.id), values)
        assert seen(cast.coordinator, Application)[0].excluded == [cast.stranger.agency.id]
        form = client.get(url("apply", path.case.id)).context["form"]
        assert form["left_out"].value() == [str(cast.stranger.agency.id)]


class TestAssessmentPages:
    def test_a_section_is_saved_with_what_was_answered(self, applied, cast, sign_in):
        answer = sign_in(cast.worker).post(
            url("assessment_part", applied.case.id, "health"),
            {"version": "0", "gathered_on": "R7.5.2", "state": "あまり良くない", "certificates": ["なし"],
             "sources": ["family"]},
        )  # fmt: skip
        assert answer.url == url("assessment", applied.case.id) + "#health"
        (part,) = seen(cast.worker, AssessmentPart)
        assert part.answers == {"state": "あまり良くない", "certificates": ["なし"]}
        page = text_of(sign_in(cast.coordinator).get(url("assessment", applied.case.id)))
        assert "あまり良くない" in page
        assert "家族から" in page

    def test_a_section_not_shared_is_simply_not_there(self, path, cast, sign_in):
        path.apply(kinds=LIMITED)
        path.assess(PartSection.ECONOMY, by=cast.worker, answers={"debts_note": "200万円"})
        client = sign_in(cast.coordinator)
        page = text_of(client.get(url("assessment", path.case.id)))
        assert "収入・公的給付・債務" not in page
        assert "200万円" not in page
        assert client.get(url("assessment_part", path.case.id, "economy")).status_code == 404
        assert "200万円" in text_of(sign_in(cast.worker).get(url("assessment", path.case.id)))

    def test_issues_of_the_household_stand_side_by_side(self, applied, cast, sign_in):
        mother, son = applied.people
        client = sign_in(cast.coordinator)
        page = client.get(url("assessment_part", applied.case.id, "issues"))
        assert "田中 誠: 社会的孤立(ひきこもり等)" in text_of(page)
        client.post(
            url("assessment_part", applied.case.id, "issues"),
            {"version": "0", "gathered_on": "R7.5.2", f"issues_{mother.id}": ["care"], f"issues_{son.id}": ["isolation"]},
        )  # fmt: skip
        assert {i.issue for i in seen(cast.coordinator, PersonIssue)} == {"care", "isolation"}
        checked = client.get(url("assessment_part", applied.case.id, "issues")).content.decode()
        assert checked.count("checked") == 2

    def test_the_summary_is_required(self, applied, cast, sign_in):
        answer = sign_in(cast.coordinator).post(
            url("assessment_part", applied.case.id, "summary"), {"version": "0", "gathered_on": "R7.5.2"}
        )
        assert answer.status_code == 422

    def test_summary_and_screening_open_the_way_to_the_plan(self, applied, cast, sign_in):
        client = sign_in(cast.coordinator)
        assert [o.code for o in client.get(url("assessment", applied.case.id)).context["plan_obstacles"]] == [
            "no_summary"
        ]
        client.post(
            url("assessment_part", applied.case.id, "summary"),
            {"version": "0", "gathered_on": "R7.5.2", "summary": "介護と孤立", "screening": "plan"},
        )
        assert client.get(url("assessment", applied.case.id)).context["plan_obstacles"] == []


class TestPlanPages:
    def test_it_is_prefilled_from_the_assessment(self, assessed, cast, sign_in):
        mother, son = assessed.people
        with acting_as(cast.coordinator):
            issues = {mother.id: ["care"], son.id: ["isolation"]}
            actions.save_issues(assessed.case, issues, by=cast.coordinator, on=DAY)
        assessed.assess(PartSection.WISHES, answers={"wishes": "二人で暮らしたい"})
        form = sign_in(cast.coordinator).get(url("plan_new", assessed.case.id)).context["form"]
        assert form["issues"].value() == (
            "本人: 介護\n長男: 社会的孤立(ひきこもり等)\n父の死後、家にこもっている。"
        )
        assert form["wish"].value() == "二人で暮らしたい"

    def test_it_saves_its_lines_and_leaves_empty_rows_out(self, assessed, cast, sign_in):
        answer = sign_in(cast.coordinator).post(url("plan_new", assessed.case.id), plan_post(assessed))
        (plan,) = seen(cast.coordinator, Plan)
        assert answer.url == url("plan", plan.id)
        with acting_as(cast.coordinator):
            assert [g.text for g in plan.goals.all()] == ["月に1回外に出る"]
            assert [(i.support, i.service) for i in plan.items.all()] == [
                ("居場所に通う", "participation"), ("通院に付きそう", "other"),
            ]  # fmt: skip

    def test_a_row_can_be_added_and_another_taken_out(self, assessed, cast, sign_in):
        client = sign_in(cast.coordinator)
        page = client.post(url("plan_new", assessed.case.id), plan_post(assessed, add_row="items"))
        assert len(page.context["items"].forms) == 4
        client.post(url("plan_new", assessed.case.id), plan_post(assessed, **{"items-1-DELETE": "on"}))
        (plan,) = seen(cast.coordinator, Plan)
        with acting_as(cast.coordinator):
            assert plan.items.count() == 1

    def test_a_changed_plan_keeps_what_is_saved_and_refuses_an_old_version(self, assessed, cast, sign_in):
        plan = assessed.make()
        client = sign_in(cast.coordinator)
        form = client.get(url("plan_edit", plan.id)).context["form"]
        assert form["wish"].value() == "二人でこの家で暮らしたい"
        one_goal = {"version": "1", "goals-TOTAL_FORMS": "1"}
        values = plan_post(assessed, wish="外に出たい", **one_goal)
        assert client.post(url("plan_edit", plan.id), values).status_code == 302
        stale = client.post(url("plan_edit", plan.id), plan_post(assessed, wish="ちがう願い", **one_goal))
        assert stale.status_code == 409
        assert "外に出たい" in text_of(stale)
        assert assessed.fresh(plan).wish == "外に出たい"

    def test_submitting_tells_every_obstacle_with_its_way(self, assessed, cast, sign_in):
        plan = assessed.make(wish="", person_agreed_on=None)
        client = sign_in(cast.coordinator)
        page = client.get(url("plan", plan.id))
        assert [o.code for o in page.context["page"].step.obstacles] == ["no_wish", "person_not_agreed"]
        refused = client.post(url("plan_submit", plan.id))
        assert refused.status_code == 409
        assert "本人・世帯の望む姿を入れてください" in text_of(refused)
        assert assessed.fresh(plan).state == PlanState.DRAFT

    def test_a_whole_plan_goes_to_the_conference_and_back(self, assessed, cast, sign_in):
        plan = assessed.make()
        client = sign_in(cast.coordinator)
        assert client.post(url("plan_submit", plan.id)).url == url("plan", plan.id)
        assert assessed.fresh(plan).state == PlanState.SUBMITTED
        assert (
            reverse("conferences:add_item", args=[assessed.case.id])
            in client.get(url("plan", plan.id)).content.decode()
        )
        client.post(url("plan_take_back", plan.id))
        assert assessed.fresh(plan).state == PlanState.DRAFT

    def test_early_start_is_visible_as_such(self, assessed, cast, sign_in):
        early = {"early_start": True, "early_started_on": DAY, "early_start_reason": "食べていない"}
        plan = assessed.make(**early)
        page = text_of(sign_in(cast.participation).get(url("plan", plan.id)))
        assert "② 参加支援・早期支援" in page

    def test_a_re_plan_opens_for_writing(self, final, cast, sign_in):
        path, plan = final
        answer = sign_in(cast.coordinator).post(url("replan", plan.id))
        new = seen(cast.coordinator, Plan, number=2)[0]
        assert answer.url == url("plan_edit", new.id)


class TestDecisionPage:
    def agreed(self, path):
        plan = path.submit(path.make())
        path.judge(plan.id, Judgement.APPROPRIATE)
        path.draft(plan)
        return plan

    def test_it_says_by_which_pattern_the_plan_is_final(self, assessed, cast, sign_in):
        plan = self.agreed(assessed)
        page = text_of(sign_in(cast.decider).get(url("decide", plan.id)))
        assert "②・④は市町村が支援決定し、ほかの支援は内容を確認します" in page
        assert "よく話し合われている" in page

    def test_the_decider_decides(self, assessed, cast, sign_in):
        plan = self.agreed(assessed)
        values = {"decided_on": "R7.5.20", "number": "福第12号", "answer": "decide"}
        sign_in(cast.decider).post(url("decide", plan.id), values)
        (decision,) = seen(cast.decider, Decision)
        assert (decision.number, decision.decided_on) == ("福第12号", date(2025, 5, 20))
        assert assessed.fresh(plan).state == PlanState.FINAL

    def test_giving_back_asks_for_the_reason(self, assessed, cast, sign_in):
        plan = self.agreed(assessed)
        client = sign_in(cast.decider)
        values = {"decided_on": "R7.5.20", "answer": "return"}
        assert client.post(url("decide", plan.id), values).status_code == 409
        assert client.post(url("decide", plan.id), values | {"note": "期間を短く"}).status_code == 302
        page = text_of(sign_in(cast.coordinator).get(url("plan", plan.id)))
        assert "直してほしいこと 期間を短く" in page

    def test_others_see_who_decides(self, assessed, cast, sign_in):
        plan = self.agreed(assessed)
        client = sign_in(cast.coordinator)
        assert "決裁者が行います" in text_of(client.get(url("decide", plan.id)))
        answer = client.post(url("decide", plan.id), {"decided_on": "R7.5.20", "answer": "decide"})
        assert answer.status_code == 409
        assert assessed.fresh(plan).state == PlanState.AGREED

    def test_a_report_is_confirmed_there_too(self, assessed, cast, sign_in):
        plan = assessed.submit(assessed.make("other"))
        assessed.judge(plan.id, Judgement.APPROPRIATE)
        client = sign_in(cast.decider)
        assert "報告を確かめました" in text_of(client.get(url("decide", plan.id)))
        client.post(url("decide", plan.id), {"decided_on": "R7.5.20", "answer": "confirm"})
        assert [d.result for d in seen(cast.decider, Decision)] == ["reported"]


class TestFollowPages:
    def test_monitoring_line_by_line(self, final, cast, sign_in):
        path, plan = final
        with acting_as(cast.participation):
            items = list(plan.items.all())
        values = {"held_on": "R7.6.1", "after": "keep", "next_on": "R7.9.1"}
        client = sign_in(cast.participation)
        assert client.post(url("monitoring", plan.id), values).status_code == 409
        values |= {f"progress_{item.id}": "as_planned" for item in items} | {
            f"note_{items[0].id}": "3回来られた"
        }
        assert client.post(url("monitoring", plan.id), values).status_code == 302
        assert "3回来られた" in text_of(client.get(url("plan", plan.id)))

    def test_the_course_of_connectedness_has_words_beside_its_picture(self, assessed, cast, sign_in):
        assessed.rate(Occasion.PLAN, asking=1)
        client = sign_in(cast.coordinator)
        scores = dict.fromkeys(("motivation", "self_esteem", "relations", "participation", "asking"), "3")
        values = {"rated_on": "R7.9.1", "occasion": "evaluation", **scores}
        assert client.post(url("connectedness", assessed.case.id), values).status_code == 302
        assert [r.with_person for r in seen(cast.coordinator, Connectedness)] == [True, False]
        page = client.get(url("connectedness", assessed.case.id))
        assert (
            'role="img" aria-label="つながり評価の推移。R7.5.1からR7.9.1まで。意欲 2から3'
            in page.content.decode()
        )
        assert "相談 1から3" in text_of(page)

    @pytest.mark.parametrize(
        ("conclusion", "day", "is_open"),
        [("close", "", False), ("interrupt", "", True), ("close", "いつか", True)],
    )
    def test_what_an_interruption_asks_for_opens_with_it_or_with_its_error(
        self, final, cast, sign_in, conclusion, day, is_open
    ):
        path, _ = final
        values = {"evaluated_on": "いつ", "conclusion": conclusion, "contact_lost_on": day, "version": "0"}
        answer = sign_in(cast.coordinator).post(url("evaluation", path.case.id), values)
        page = answer.content.decode()
        assert answer.status_code == 422 and 'data-opens-on="conclusion=interrupt"' in page
        assert ('id="sec-lost" data-opens-on="conclusion=interrupt" open>' in page) is is_open

    def test_an_evaluation_goal_by_goal_and_what_the_meeting_still_needs(self, final, cast, sign_in):
        path, plan = final
        with acting_as(cast.coordinator):
            goals = list(plan.goals.all())
        values = {"evaluated_on": "R7.9.1", "conclusion": "close", "changes": ["isolation"], "version": "0"}
        client = sign_in(cast.coordinator)
        assert client.post(url("evaluation", path.case.id), values).status_code == 409
        values |= {f"achievement_{goal.id}": "achieved" for goal in goals}
        assert client.post(url("evaluation", path.case.id), values).status_code == 302
        page = client.get(url("evaluation", path.case.id))
        assert [o.code for o in page.context["to_conference"]] == [
            "no_first_score", "no_last_score", "no_lead_after", "no_follow_up_day", "no_follow_up_by", "no_follow_up_how",
        ]  # fmt: skip
        assert page.context["form"][f"achievement_{goals[0].id}"].value() == "achieved"
        later = values | {"version": "1", "lead_agency_after": str(cast.disability.agency.id)}
        assert client.post(url("evaluation", path.case.id), later).status_code == 302
        assert [e.lead_agency_after for e in seen(cast.coordinator, Evaluation)] == [cast.disability.agency]


class TestCasePage:
    def steps(self, path, actor):
        with acting_as(actor):
            return panels.next_steps(path.reload(), by=actor, consents=consents_of(path.case.id))

    def first(self, path, actor):
        return next((step.label for step in self.steps(path, actor) if step.is_main), "")

    def test_the_next_step_follows_the_path(self, path, cast):
        coordinator = cast.coordinator
        assert self.first(path, coordinator) == "多機関協働の利用を申し込む"
        path.apply()
        assert self.first(path, coordinator) == "アセスメントを始める"
        path.assess()
        assert self.first(path, coordinator) == "プランをつくる"
        plan = path.make()
        assert self.first(path, coordinator) == "プラン(初回)を書き上げて会議に出す"
        path.submit(plan)
        assert self.first(path, coordinator) == ""
        path.judge(plan.id, Judgement.APPROPRIATE)
        assert self.first(path, cast.decider) == "プラン(初回)の支援決定をする"
        path.decide(plan)
        assert self.first(path, coordinator) == "モニタリングをする"
        path.rate(Occasion.PLAN)
        path.rate(Occasion.CLOSURE)
        evaluation = path.evaluate(path.fresh(plan), Conclusion.CLOSE)
        assert self.first(path, coordinator) == "終結を会議で確認する"
        path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE)
        steps = [step.label for step in self.steps(path, coordinator)]
        assert steps == ["終結後のフォローアップを書く", "支援を再開する"]

    def test_a_forbidden_plan_is_shown_with_its_obstacle(self, applied, cast):
        applied.assess(PartSection.HEALTH, answers={"state": "良い"})
        steps = {step.label: step for step in self.steps(applied, cast.worker)}
        assert [o.code for o in steps["プランをつくる"].obstacles] == ["not_coordinator", "no_summary"]

    def test_steps_and_panels_keep_to_their_queries(self, final, cast, django_assert_max_num_queries):
        path, plan = final
        path.rate(Occasion.PLAN)
        path.evaluate(plan)
        with acting_as(cast.coordinator):
            case = path.case
            with django_assert_max_num_queries(1):
                panels.next_steps(case, by=cast.coordinator, consents=[])
            for panel, most in ((panels.plan, 3), (panels.household, 2), (panels.documents, 2)):
                with django_assert_max_num_queries(most):
                    panel(case, by=cast.coordinator)

    def test_the_plan_tab_shows_lines_versions_and_the_course(self, final, cast):
        path, plan = final
        path.rate(Occasion.PLAN)
        with acting_as(cast.participation):
            shown = panels.plan(path.case, by=cast.participation)
        assert [panel.title for panel in shown] == ["プラン(初回)", "つながりの推移"]
        lines = shown[0].context["lines"]
        assert [(line["agency"], line["service"]) for line in lines] == [
            (cast.participation.agency.name, "② 参加支援"), (cast.disability.agency.name, ""),
        ]  # fmt: skip

    def test_the_papers_of_the_case_in_the_order_of_their_numbers(self, final, cast):
        path, plan = final
        path.rate(Occasion.PLAN)
        path.evaluate(plan)
        with acting_as(cast.coordinator):
            (panel,) = panels.documents(path.case, by=cast.coordinator)
        assert [paper["code"] for paper in panel.context["papers"]] == ["2-2", "2-3", "2-4", "2-6", "2-7"]
        assert panel.context["papers"][2]["title"] == "プラン(初回)"

    def test_a_stranger_gets_no_panel(self, final, cast):
        path, _ = final
        with acting_as(cast.stranger):
            for panel in (panels.plan, panels.household, panels.documents):
                assert panel(path.case, by=cast.stranger) == []

    def test_the_household_tab_shows_only_issues_shared(self, path, cast):
        path.apply(kinds=LIMITED)
        _, son = path.people
        with acting_as(cast.worker):
            actions.save_issues(path.case, {son.id: ["debt", "isolation"]}, by=cast.worker, on=DAY)
        with acting_as(cast.coordinator):
            (panel,) = panels.household(path.case, by=cast.coordinator)
        shown = {one["person"].id: [i.issue for i in one["issues"]] for one in panel.context["people"]}
        assert shown[son.id] == ["isolation"]


def test_kinds_of_a_plan_are_those_chosen(assessed, cast, sign_in):
    sign_in(cast.coordinator).post(url("plan_new", assessed.case.id), plan_post(assessed, kinds=["2", "16"]))
    (plan,) = seen(cast.coordinator, Plan)
    assert plan.kinds == DataKind.BASIC | DataKind.HEALTH | DataKind.LIFE
