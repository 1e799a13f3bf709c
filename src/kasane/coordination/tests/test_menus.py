"""参加支援プラン (2-5①) and アウトリーチ等プラン (2-5②): who writes, which conference, how it ends (R-COOR-05, R-CONF-03, R-CONF-04)."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from kasane.base.choices import Timing
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Event, Stage, Task, TaskKind
from kasane.coordination import panels
from kasane.coordination.actions.ending import end_by_screening_obstacles
from kasane.coordination.api import Judgement, early_starts, record_judgement, service_plans_due
from kasane.coordination.choices import Course, Occasion, Screening, Service
from kasane.coordination.menus import actions, rules
from kasane.coordination.menus.choices import MenuSheet, MenuState, Table
from kasane.coordination.menus.rules import Ground
from kasane.coordination.models import MenuJudgement, MenuPlan
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_closing_actions import END
from kasane.coordination.tests.test_plan_actions import sees
from kasane.coordination.tests.test_views import seen, text_of, url
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import withdraw_answer

CASE, PLAN = UUID(int=1), UUID(int=2)
WRITES = rules.Standing(CASE, is_coordinator=False)
OUTREACH, PARTICIPATION = MenuSheet.OUTREACH, MenuSheet.PARTICIPATION
FULL = {
    OUTREACH: {
        "noticed": "母の相談から", "known": "10年家にいる(母)", "agreement": "not_yet", "reaching": "月2回の訪問",
        "emergency": "119番、保健師に連絡",
    },
    PARTICIPATION: {
        "ties": "母だけ", "wish": "人の役に立ちたい", "steps": "見学から", "menu": "帳面つけ", "staff": "社協 参子",
    },
}  # fmt: skip
EVALUATED = date(2025, 9, 1)


def codes(found):
    return [one.code for one in found]


def refused(act) -> list[str]:
    with pytest.raises(Forbidden) as caught:
        act()
    return caught.value.codes


class TestRules:
    @pytest.mark.parametrize(
        ("sheet", "ground", "standing", "wanted"),
        [
            (OUTREACH, Ground(), WRITES, []),
            (PARTICIPATION, Ground(), WRITES, ["no_line"]),
            (OUTREACH, Ground(any_plan=True), WRITES, ["no_line"]),
            (PARTICIPATION, Ground(PLAN, named=True, any_plan=True), WRITES, []),
            (PARTICIPATION, Ground(PLAN, named=False, any_plan=True), WRITES, ["not_the_agency"]),
            (PARTICIPATION, Ground(PLAN, any_plan=True), rules.Standing(CASE), []),
            (OUTREACH, Ground(), rules.Standing(CASE, kinds=0, is_coordinator=False), ["reads_only"]),
            (OUTREACH, Ground(), rules.Standing(CASE, is_open=False, is_coordinator=False), ["closed"]),
        ],
    )
    def test_who_writes(self, sheet, ground, standing, wanted):
        assert codes(rules.write_obstacles(standing, sheet, ground)) == wanted

    @pytest.mark.parametrize(
        ("sheet", "change", "wanted"),
        [
            (OUTREACH, {}, []),
            (OUTREACH, {"consented": False}, []),
            (PARTICIPATION, {}, []),
            (PARTICIPATION, {"consented": False}, ["no_consent"]),
            (OUTREACH, {"evaluate_on": None}, ["no_evaluation_day"]),
            (OUTREACH, {"state": "submitted"}, ["not_a_draft"]),
            (OUTREACH, {"answers": FULL[OUTREACH] | {"emergency": " "}}, ["no_emergency"]),
            (PARTICIPATION, {"answers": {}}, ["no_ties", "no_wish", "no_steps", "no_menu", "no_staff"]),
        ],
    )
    def test_what_the_conference_needs(self, sheet, change, wanted):
        values = {
            "menu_id": PLAN, "state": "draft", "answers": FULL[sheet], "evaluate_on": EVALUATED, "consented": True,
        } | change  # fmt: skip
        ground = Ground(PLAN, named=True, any_plan=True)
        assert codes(rules.submit_obstacles(WRITES, sheet, ground, **values)) == wanted

    @pytest.mark.parametrize("timing", list(Timing))
    @pytest.mark.parametrize("judgement", list(Judgement))
    def test_a_word_fits_its_timing(self, timing, judgement):
        found = rules.judge_obstacles(
            WRITES, state="submitted", timing=timing, judgement=judgement, table="multi_tier", consented=True, opinion=""
        )  # fmt: skip
        fits = judgement in rules.JUDGEMENTS[timing]
        assert codes(found) == ([] if fits else ["judgement_does_not_fit"])

    @pytest.mark.parametrize(
        ("table", "consented", "opinion", "wanted"),
        [
            ("multi_tier", True, "", []),
            ("multi_tier", False, "", ["no_consent"]),
            ("support_conference", False, "訪問は保健師から", []),
            ("support_conference", False, " ", ["nothing_confirmed"]),
            ("support_conference", True, "訪問は保健師から", ["consent_stands"]),
        ],
    )
    def test_before_consent_there_is_only_the_support_conference(self, table, consented, opinion, wanted):
        found = rules.judge_obstacles(
            WRITES, state="submitted", timing=Timing.PLAN, judgement="appropriate", table=table,
            consented=consented, opinion=opinion,
        )  # fmt: skip
        assert codes(found) == wanted

    @pytest.mark.parametrize(
        ("judgement", "wanted"), [("appropriate", ["no_consent"]), ("revise", []), ("continue", [])]
    )
    def test_participation_never_begins_without_consent(self, judgement, wanted):
        timing = Timing.CLOSURE if judgement == "continue" else Timing.PLAN
        found = rules.judge_obstacles(
            WRITES, state="submitted", timing=timing, judgement=judgement, table="support_conference",
            consented=False, opinion="確認した", sheet=PARTICIPATION,
        )  # fmt: skip
        assert codes(found) == wanted


def begins(path, by, sheet, **values):
    with acting_as(by):
        return actions.begin(
            path.case, sheet, by=by, on=DAY, **({"answers": FULL[sheet], "evaluate_on": EVALUATED} | values)
        )


def runs(path, by, sheet, table=Table.MULTI_TIER):
    row = begins(path, by, sheet)
    with acting_as(by):
        actions.submit(row, by=by, on=DAY)
        actions.judge(
            row,
            by=by,
            on=DAY,
            judgement="appropriate",
            table=table,
            meeting_id=uuid4(),
            opinion="保健師から訪ねる",
        )
        return MenuPlan.objects.get(pk=row.pk)


class TestOutreachBeforeConsent:
    def test_the_support_conference_confirms_it(self, path, cast):
        row = runs(path, cast.worker, OUTREACH, Table.SUPPORT_CONFERENCE)
        assert (row.state, row.answers["confirmed"]) == (MenuState.RUNNING, "保健師から訪ねる")
        with acting_as(cast.worker):
            assert Task.objects.filter(kind=TaskKind.EVALUATION, due_on=EVALUATED).count() == 1

    def test_the_multi_tier_conference_does_not_have_it(self, path, cast):
        assert refused(lambda: runs(path, cast.worker, OUTREACH)) == ["no_consent"]

    def test_it_is_due_before_the_support_conference(self, path, cast):
        row = begins(path, cast.worker, OUTREACH)
        with acting_as(cast.worker):
            actions.submit(row, by=cast.worker, on=DAY)
            (due,) = service_plans_due()
        assert (due.function, due.timing, due.subject_id) == (Table.SUPPORT_CONFERENCE, Timing.PLAN, row.id)

    def test_participation_waits_for_the_plan(self, path, cast):
        assert refused(lambda: begins(path, cast.worker, PARTICIPATION)) == ["no_line"]

    def test_strangers_see_nothing(self, path, cast):
        runs(path, cast.worker, OUTREACH, Table.SUPPORT_CONFERENCE)
        for model in (MenuPlan, MenuJudgement):
            assert (sees(cast.worker, model), sees(cast.stranger, model)) == (1, 0)


class TestUnderThePlan:
    def test_the_agency_of_the_line_writes_it(self, final, cast):
        path, plan = final
        row = begins(path, cast.participation, PARTICIPATION)
        assert row.plan_id == plan.id
        assert refused(lambda: begins(path, cast.disability, PARTICIPATION)) == ["not_the_agency"]
        assert refused(lambda: begins(path, cast.participation, PARTICIPATION)) == ["menu_in_the_making"]

    def test_an_early_start_is_enough(self, assessed, cast):
        assessed.make(early_start=True, early_started_on=DAY, early_start_reason="夏の予定に間に合わせる")
        row = begins(assessed, cast.participation, PARTICIPATION)
        assert row.state == MenuState.DRAFT
        with acting_as(cast.coordinator):
            assert [one.item.service for one in early_starts(on=DAY)] == [Service.PARTICIPATION]
        with acting_as(cast.stranger):
            assert early_starts(on=DAY) == []

    def test_a_line_not_decided_on_gives_no_sheet(self, assessed, cast):
        assert refused(lambda: begins(assessed, cast.coordinator, PARTICIPATION)) == ["no_line"]

    def test_all_four_timings_go_through_the_conference(self, final, cast):
        path, _ = final
        by = cast.participation
        first = runs(path, by, PARTICIPATION)
        with acting_as(by):
            second = actions.renew(first, by=by, on=DAY)
            assert second.answers == first.answers and second.timing == Timing.REPLAN
            actions.change(second, by=by, evaluate_on=EVALUATED)
            actions.submit(second, by=by, on=DAY)
            assert refused(
                lambda: actions.judge(
                    second, by=by, on=DAY, judgement="close", table="multi_tier", meeting_id=uuid4()
                )
            ) == ["judgement_does_not_fit"]
            record_judgement(
                case_id=path.case.id, timing=Timing.REPLAN, subject_id=second.id, judgement=Judgement.APPROPRIATE,
                opinion="", on=DAY, by=by, meeting_id=uuid4(),
            )  # fmt: skip
            assert MenuPlan.objects.get(pk=first.pk).state == MenuState.SUPERSEDED
            assert refused(lambda: actions.end(second, by=by, on=DAY, ending="closure", reason=" ")) == [
                "no_end_reason"
            ]
            actions.end(second, by=by, on=DAY, ending="closure", reason="通えるようになった")
            (due,) = service_plans_due()
            assert (due.timing, due.function) == (Timing.CLOSURE, Table.MULTI_TIER)
            actions.judge(second, by=by, on=DAY, judgement="continue", table="multi_tier", meeting_id=uuid4())
            assert MenuPlan.objects.get(pk=second.pk).state == MenuState.RUNNING
            actions.end(second, by=by, on=DAY, ending="interruption", reason="連絡がとれない")
            actions.judge(
                second, by=by, on=DAY, judgement="interrupt", table="multi_tier", meeting_id=uuid4()
            )
            ended = MenuPlan.objects.get(pk=second.pk)
        assert (ended.state, ended.ended_on) == (MenuState.INTERRUPTED, DAY)

    def test_a_conference_at_another_timing_says_nothing_to_it(self, final, cast):
        path, _ = final
        row = begins(path, cast.participation, PARTICIPATION)
        with acting_as(cast.participation):
            actions.submit(row, by=cast.participation, on=DAY)
            said = lambda: record_judgement(  # noqa: E731
                case_id=path.case.id, timing=Timing.CLOSURE, subject_id=row.id, judgement=Judgement.CLOSE,
                opinion="", on=DAY, by=cast.participation, meeting_id=uuid4(),
            )  # fmt: skip
            assert refused(said) == ["nothing_waits"]

    def test_revision_brings_it_back_with_the_words(self, final, cast):
        path, _ = final
        by = cast.participation
        row = begins(path, by, PARTICIPATION)
        with acting_as(by):
            actions.submit(row, by=by, on=DAY)
            actions.judge(
                row,
                by=by,
                on=DAY,
                judgement="revise",
                table="multi_tier",
                meeting_id=uuid4(),
                opinion="目標を小さく",
            )
            back = MenuPlan.objects.get(pk=row.pk)
            assert (back.state, back.returned_note) == (MenuState.DRAFT, "目標を小さく")
            assert Task.objects.filter(kind=TaskKind.PLAN, source_id=row.id, done_on=None).count() == 1


class TestTheEndOfItsCourse:
    def ready(self, final, cast):
        """The plan of ② runs, and the evaluation of the whole waits for its conference."""
        path, plan = final
        menu = runs(path, cast.participation, PARTICIPATION)
        path.rate(Occasion.PLAN)
        path.rate(Occasion.CLOSURE, on=END)
        desk = cast.worker.agency
        return path, menu, path.evaluate(plan, lead_agency_after=desk, follow_up_agency=desk)

    def test_while_consent_stands_it_is_ended_first(self, final, cast):
        path, menu, evaluation = self.ready(final, cast)
        close = lambda: path.judge(evaluation.id, Judgement.CLOSE, Timing.CLOSURE, on=END)  # noqa: E731
        assert refused(close) == ["menu_open"]
        by = cast.participation
        with acting_as(by):
            actions.end(menu, by=by, on=END, ending="closure", reason="通えるようになった")
            actions.judge(menu, by=by, on=END, judgement="close", table="multi_tier", meeting_id=uuid4())
        close()
        assert path.case.stage == Stage.CLOSED

    def test_without_consent_it_ends_with_the_course(self, final, cast):
        path, menu, evaluation = self.ready(final, cast)
        with acting_as(cast.worker):
            for consent in Consent.objects.filter(case_id=path.case.id):
                case = Case.objects.get(pk=path.case.id)
                withdraw_answer(case, consent, by=cast.worker, on=DAY, note="本人の申し出")
        path.reload()
        path.judge(
            evaluation.id, Judgement.CLOSE, Timing.CLOSURE, by=cast.worker, on=END, function="support_conference"
        )  # fmt: skip
        with acting_as(cast.worker):
            row = MenuPlan.objects.get(pk=menu.pk)
            assert (row.state, row.ended_on) == (MenuState.CLOSED, END)
            assert Event.objects.filter(code="menu_ended").count() == 1
            assert not Task.objects.filter(source_id=menu.id, done_on=None).exists()

    @pytest.mark.parametrize(("way", "wanted"), [("information", ["menu_open"]), ("back", [])])
    def test_a_course_that_ends_as_screened_asks_for_it_too(self, way, wanted, applied, cast):
        applied.assess(screening=Screening.INFORMATION)
        runs(applied, cast.worker, OUTREACH)
        with acting_as(cast.coordinator):
            found = end_by_screening_obstacles(
                applied.case, by=cast.coordinator, told="伝えた", course=Course.COORDINATION, way=way
            )
        assert codes(found) == wanted


class TestPages:
    def test_from_the_plan_to_a_running_sheet(self, final, cast, sign_in):
        path, plan = final
        client = sign_in(cast.participation)
        assert "参加支援プラン(2-5①)を書く" in text_of(client.get(url("plan", plan.id)))
        new = url("menu_new", path.case.id, "participation")
        assert client.get(new).status_code == 200
        answer = client.post(new, FULL[PARTICIPATION] | {"made_on": "R7.6.1", "kinds": ["16"]})
        (row,) = seen(cast.participation, MenuPlan)
        assert answer.url == url("menu", row.id)
        blocked = client.post(url("menu_submit", row.id))
        assert (blocked.status_code, codes(blocked.context["refused"])) == (409, ["no_evaluation_day"])
        typed = FULL[PARTICIPATION] | {
            "made_on": "R7.6.1",
            "kinds": ["16"],
            "evaluate_on": "R7.9.1",
            "version": "1",
        }
        assert client.post(url("menu_edit", row.id), typed).status_code == 302
        assert client.post(url("menu_submit", row.id)).status_code == 302
        page = client.get(url("menu", row.id)).content.decode()
        assert "会議待ち" in page and "人の役に立ちたい" in page and f"?subject={row.id}" in page

    def test_the_case_lists_it_among_plans_and_papers(self, final, cast):
        path, _ = final
        begins(path, cast.participation, PARTICIPATION)
        with acting_as(cast.coordinator):
            titles = [panel.title for panel in panels.plan(path.case, by=cast.coordinator)]
            (papers,) = panels.documents(path.case, by=cast.coordinator)
        assert "参加支援プラン・アウトリーチ等プラン" in titles
        assert [paper["code"] for paper in papers.context["papers"]] == ["2-2", "2-3", "2-4", "2-5①"]

    @pytest.mark.parametrize("name", ["menu", "menu_edit", "menu_end"])
    def test_strangers_find_no_sheet(self, path, cast, sign_in, name):
        row = begins(path, cast.worker, OUTREACH)
        assert sign_in(cast.stranger).get(url(name, row.id)).status_code == 404
        new = url("menu_new", path.case.id, "outreach")
        assert sign_in(cast.stranger).get(new).status_code == 404

    def test_an_unknown_sheet_is_not_found(self, path, cast, sign_in):
        assert sign_in(cast.worker).get(url("menu_new", path.case.id, "other")).status_code == 404

    def test_pages_keep_to_their_queries(self, final, cast, sign_in, django_assert_max_num_queries):
        path, _ = final
        row = begins(path, cast.participation, PARTICIPATION)
        client = sign_in(cast.participation)
        for address in (url("menu", row.id), url("menu_edit", row.id), url("early")):
            with django_assert_max_num_queries(24):
                client.get(address)
