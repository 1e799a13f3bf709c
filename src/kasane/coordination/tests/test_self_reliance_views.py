"""The pages of 自立相談支援: who gets them, what they offer, what they say when they can not (R-SELF-01)."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from kasane.coordination.choices import Course, PlanState, Screening
from kasane.coordination.models import Plan
from kasane.coordination.tests.self_reliance import Way, begin
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as

FILE_QUERIES = 10
"""Who is asking, the list, the names, one line of SQL for all entries of the log (R-DIS-08)."""


def url(name, *args):
    return reverse(f"coordination:{name}", args=args)


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def case_page(client, way) -> str:
    return text_of(client.get(reverse("case_page", args=[way.case.id])))


class TestTheTownWithoutIt:
    def test_the_ledger_says_why(self, cast, sign_in):
        shown = text_of(sign_in(cast.participation).get(url("self_ledger")))
        assert "自立相談支援事業」の実施機関がない" in shown
        assert "都道府県" in shown

    def test_the_application_says_why_and_the_case_page_does_not_offer_it(self, cast, sign_in):
        way = begin(cast)
        client = sign_in(cast.participation)
        assert "自立相談支援を行えません" in text_of(client.get(url("self_apply", way.case.id)))
        assert "自立相談支援の利用を申し込む" not in case_page(client, way)


class TestTheDesk:
    def test_the_case_page_offers_the_application_beside_multi_agency_work(self, way, sign_in):
        shown = case_page(sign_in(way.desk), way)
        assert "自立相談支援の利用を申し込む" in shown
        assert "多機関協働の利用を申し込む" in shown

    def test_the_application_speaks_of_its_own_course(self, way, sign_in):
        shown = text_of(sign_in(way.desk).get(url("self_apply", way.case.id)))
        assert "自立相談支援事業による支援" in shown
        assert "多機関協働事業の利用を申し込みます" not in shown

    def test_the_application_is_saved_from_its_page(self, way, sign_in):
        post = {
            "received_on": "R7.5.1", "family_name": "森", "given_name": "健太", "rules_explained": "on",
            "applies": "on", "agrees_to_sharing": "on", "shared_kinds": ["2", "4", "8", "16"], "applied_on": "R7.5.1",
            "signature": "self", "signed_name": "森 健太", "version": "0",
        }  # fmt: skip
        answer = sign_in(way.desk).post(url("self_apply", way.case.id), post)
        assert answer.status_code == 302
        assert "アセスメントを始める" in case_page(sign_in(way.desk), way)

    def test_the_plan_marks_what_is_decided_and_what_is_confirmed(self, screened, sign_in):
        shown = text_of(sign_in(screened.desk).get(url("self_plan_new", screened.case.id)))
        assert "就労準備支援(支援決定)" in shown
        assert "住居確保給付金(確認)" in shown
        assert "概ね3か月・6か月・1年" in shown
        assert "参加支援" not in shown.split("課題と望む姿")[1]

    def test_the_plan_is_saved_from_its_page(self, screened, sign_in):
        post = {
            "version": "", "issues": "失業", "wish": "働く", "made_on": "R7.5.1", "evaluation_months": "6",
            "lead_agency": str(screened.desk.agency.id), "kinds": ["16"],
            "goals-TOTAL_FORMS": "1", "goals-INITIAL_FORMS": "0", "goals-0-text": "面接に行く",
            "items-TOTAL_FORMS": "1", "items-INITIAL_FORMS": "0", "items-0-support": "通所して準備する",
            "items-0-service": "preparation", "items-0-agency": str(screened.desk.agency.id), "items-0-staff": "社協",
        }  # fmt: skip
        answer = sign_in(screened.desk).post(url("self_plan_new", screened.case.id), post)
        assert answer.status_code == 302, text_of(answer)
        with acting_as(screened.desk):
            plan = Plan.objects.get(case=screened.case)
            assert (plan.course, plan.evaluation_months) == (Course.SELF_RELIANCE, 6)
            assert plan.items.get().service == "preparation"

    def test_the_plan_leads_to_its_own_conference(self, screened, sign_in):
        plan = screened.submit(screened.make())
        shown = sign_in(screened.desk).get(url("plan", plan.id)).content.decode()
        assert reverse("conferences:add_item_coordination", args=[screened.case.id]) in shown
        assert "自立相談支援プラン(初回)" in shown
        page = sign_in(screened.desk).get(reverse("case_page", args=[screened.case.id])).content.decode()
        assert reverse("conferences:add_item_coordination", args=[screened.case.id]) in page
        assert f'href="{reverse("conferences:add_item", args=[screened.case.id])}"' not in page

    def test_the_decider_sees_what_is_decided_on(self, screened, sign_in):
        from kasane.coordination.api import Judgement

        plan = screened.submit(screened.make())
        screened.judge(plan.id, Judgement.APPROPRIATE)
        shown = text_of(sign_in(screened.cast.decider).get(url("decide", plan.id)))
        assert "支援調整会議の判断" in shown
        assert "確認。支給決定は別に行います" in shown

    @pytest.mark.parametrize(
        ("screening", "words"),
        [
            (Screening.INFORMATION, "情報提供で終える"),
            (Screening.REFER, "ふさわしい制度・機関につなぐ"),
            (Screening.TOWARDS_CONSENT, "同意に向けて働きかける"),
            (Screening.BROKEN_OFF, "判断前の中断として終える"),
        ],
    )
    def test_each_screening_leads_on(self, way, sign_in, screening, words):
        way.apply()
        way.assess(screening)
        client = sign_in(way.desk)
        assert words in case_page(client, way)
        assert words in text_of(client.get(url("assessment", way.case.id)))

    def test_it_ends_by_its_screening_on_its_page(self, way, sign_in):
        way.apply()
        way.assess(Screening.INFORMATION)
        client = sign_in(way.desk)
        assert (
            client.post(url("self_end", way.case.id), {"ended_on": "R7.5.2", "told": ""}).status_code == 422
        )
        typed = {"ended_on": "R7.5.2", "told": "窓口を伝えた", "way": "information"}
        answer = client.post(url("self_end", way.case.id), typed)
        assert answer.status_code == 302
        assert not way.reload().is_open

    def test_the_evaluation_is_of_its_course(self, supported, sign_in):
        way, _ = supported
        shown = text_of(sign_in(way.desk).get(url("self_evaluation", way.case.id)))
        assert "支援調整会議で確認します" in shown
        assert "重層的支援会議" not in shown
        assert "つながり評価" not in shown

    def test_the_case_page_stays_within_its_queries(self, supported, sign_in, django_assert_max_num_queries):
        way, _ = supported
        client = sign_in(way.desk)
        with django_assert_max_num_queries(24):
            client.get(reverse("case_page", args=[way.case.id]))


class TestHandingOn:
    def test_the_page_shows_what_moves_and_asks_only_for_the_rest(self, supported, sign_in):
        way, plan = supported
        client = sign_in(way.desk)
        assert "短期目標2件・支援内容2件" in text_of(client.get(url("hand_on", way.case.id)))
        post = {
            "handed_on": "R7.5.1", "requests": ["consultation"], "reason": "課題がからむ", "explained_by": "社協 参子",
            "explained_on": "R7.5.1", "explained_what": "一緒に考える", "accompaniment": "not_offered",
            "signature": "self", "signed_name": "森 健太",
        }  # fmt: skip
        answer = client.post(url("hand_on", way.case.id), post)
        assert answer.status_code == 302, text_of(answer)
        assert way.fresh(plan).state == PlanState.FINAL
        way.taken_up()
        assert way.fresh(plan).state == PlanState.HANDED_ON
        assert "引き継いだプランを開く" in text_of(client.get(url("plan", plan.id)))

    def test_the_other_plan_names_where_it_came_from(self, supported, sign_in):
        way, _ = supported
        way.hand_on()
        with acting_as(way.desk):
            new = Plan.objects.get(case=way.case, course=Course.COORDINATION)
        client = sign_in(way.cast.coordinator)
        shown = text_of(client.get(url("plan", new.id)))
        assert "自立相談支援から引き継いだプランです" in shown
        assert "就労準備支援" in text_of(client.get(url("plan_edit", new.id)))

    def test_before_its_conference_has_spoken_it_is_refused_with_the_reason(self, screened, sign_in):
        screened.submit(screened.make())
        shown = text_of(sign_in(screened.desk).get(url("hand_on", screened.case.id)))
        assert "支援調整会議か支援決定を待っています" in shown


class TestLedger:
    def test_it_shows_each_user_with_the_next_evaluation(self, supported, sign_in):
        way, _ = supported
        shown = text_of(sign_in(way.desk).get(url("self_ledger")))
        for words in ("森 健太", "支援中", "R7.6.1", "R7.9.1"):
            assert words in shown

    def test_it_is_empty_with_the_way_to_begin(self, way, sign_in):
        assert "まだだれもいません" in text_of(sign_in(way.desk).get(url("self_ledger")))

    def test_what_was_handed_on_has_its_own_list(self, supported, sign_in):
        way, _ = supported
        way.hand_on()
        client = sign_in(way.desk)
        assert "森 健太" in text_of(client.get(url("self_ledger")))
        way.taken_up()
        assert "森 健太" not in text_of(client.get(url("self_ledger")))
        assert "多機関協働に引き継ぎ" in text_of(client.get(url("self_ledger"), {"shown": "handed_on"}))

    def test_others_see_none_of_it(self, supported, sign_in):
        way, _ = supported
        shown = text_of(sign_in(way.cast.stranger).get(url("self_ledger")))
        assert "森 健太" not in shown
        assert "この機関の支援台帳はありません" in shown

    def test_a_long_list_costs_no_more_queries(self, way, sign_in, django_assert_max_num_queries):
        for _ in range(4):
            other = begin(way.cast)
            Way(way.cast, other.case).apply()
        client = sign_in(way.desk)
        client.get(url("self_ledger"))
        with django_assert_max_num_queries(18):
            client.get(url("self_ledger"))

    def test_the_file_holds_the_same_and_is_logged(self, supported, sign_in):
        way, _ = supported
        answer = sign_in(way.desk).get(url("self_ledger_file"))
        rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
        assert rows[1][1] == "森 健太"
        with acting_as(way.desk):
            looks = readings_of(way.case.id)
        assert any(look.exported for look in looks)

    @pytest.mark.parametrize("many", [1, 4])
    def test_the_file_takes_no_more_queries_for_more_users(
        self, way, sign_in, django_assert_max_num_queries, many
    ):
        for _ in range(many):
            Way(way.cast, begin(way.cast).case).apply()
        client = sign_in(way.desk)
        with django_assert_max_num_queries(FILE_QUERIES):
            answer = client.get(url("self_ledger_file"))
        assert load_workbook(BytesIO(answer.content)).active.max_row == many + 1


def test_a_stranger_finds_none_of_the_pages(supported, sign_in):
    way, plan = supported
    client = sign_in(way.cast.stranger)
    for name in ("self_apply", "self_plan_new", "self_evaluation", "self_end", "hand_on"):
        assert client.get(url(name, way.case.id)).status_code == 404
    assert client.get(url("plan", plan.id)).status_code == 404


def test_the_paper_is_headed_by_its_course(supported, sign_in):
    from kasane.sheets.fill import sheet_of

    way, _ = supported
    with acting_as(way.desk):
        sheet = sheet_of(way.case, "2-4")
    assert sheet.title == "自立相談支援事業のプラン兼事業等利用申込書"
