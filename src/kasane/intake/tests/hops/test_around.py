"""Words between both sides, going along, the way of a case, the inbox (R-INT-04, R-INT-05)."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import SupportRecord, Task
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions as intake
from kasane.intake.hops import actions
from kasane.intake.models import HopStep, Referral, ReferralComment, ReferralVisit, VisitState
from kasane.intake.tests.hops.conftest import days_ago, give

TABLES = (ReferralComment, ReferralVisit, HopStep)


def tasks(actor, source: str) -> list[Task]:
    with acting_as(actor):
        return list(Task.objects.filter(agency=actor.agency, source=source, done_on=None))


def ask(row: Referral, by, text: str = "訪問の日を教えてください。", asks: bool = True) -> ReferralComment:
    with acting_as(by):
        return actions.comment(row, by=by, on=today(), text=text, asks=asks)


def plan(row: Referral, by, **values) -> ReferralVisit:
    with acting_as(by):
        known = {"on": today(), "place": "社協の窓口", "at": time(10), "sender_goes": "包括 花子"}
        return actions.plan_visit(row, by=by, **{**known, **values})


def test_a_question_waits_at_the_other_side_until_it_is_answered(cast, both):
    ask(both[0], cast.participation)
    assert [task.someone_waits for task in tasks(cast.worker, "referral_question")] == [True]
    ask(both[0], cast.worker, "木曜の午後です。", asks=False)
    assert tasks(cast.worker, "referral_question") == []
    with acting_as(cast.participation):
        assert ReferralComment.objects.get(asks=True).replied_on == today()


def test_a_word_that_asks_nothing_keeps_nobody_waiting(cast, both):
    ask(both[0], cast.worker, asks=False)
    assert tasks(cast.participation, "referral_question") == []


def test_the_question_leads_from_home_to_the_sheet(cast, both, sign_in):
    asked = ask(both[0], cast.worker)
    home = sign_in(cast.participation).get(reverse("home")).content.decode()
    assert reverse("intake:question", args=[asked.id]) in home
    answer = sign_in(cast.participation).get(reverse("intake:question", args=[asked.id]))
    assert answer.url == reverse("intake:referral", args=[both[0].id]) + "#words"


def test_only_the_two_sides_write_and_not_after_a_take_back(cast, both):
    with pytest.raises(Forbidden) as refused:
        ask(both[0], cast.disability)
    assert refused.value.codes == ["not_party"]
    ask(both[0], cast.worker)
    visit = plan(both[0], cast.worker)
    with acting_as(cast.worker):
        intake.take_back(both[0], by=cast.worker, on=today(), note="本人が望まない")
        with pytest.raises(Forbidden) as refused:
            actions.comment(both[0], by=cast.worker, on=today(), text="もしもし")
        assert refused.value.codes == ["withdrawn"]
        assert ReferralVisit.objects.get(pk=visit.pk).state == VisitState.CANCELLED
        assert not Task.objects.filter(source__startswith="referral_", done_on=None).exists()


def test_a_visit_stands_on_both_homes_until_its_result_is_written(cast, both, sign_in):
    visit = plan(both[0], cast.worker)
    for actor in (cast.worker, cast.participation):
        assert [task.what for task in tasks(actor, "referral_visit")] == ["同行: 10:00 社協の窓口"]
        assert (
            reverse("intake:visit", args=[visit.id]) in sign_in(actor).get(reverse("home")).content.decode()
        )
    with acting_as(cast.worker):
        actions.end_visit(
            visit, by=cast.worker, version=None, on=today(), result="いっしょに申込みをした。", done=True
        )
    assert tasks(cast.worker, "referral_visit") == tasks(cast.participation, "referral_visit") == []


def test_a_visit_that_was_made_is_one_record_of_the_case(cast, both):
    visit = plan(both[0], cast.worker)
    with acting_as(cast.worker):
        actions.end_visit(visit, by=cast.worker, version=None, on=today(), result="申込みをした。", done=True)
        record = SupportRecord.objects.get()
        assert (record.method, record.place) == ("visit", "社協の窓口")
        assert "申込みをした。" in record.content
        with pytest.raises(Forbidden) as refused:
            actions.end_visit(visit, by=cast.worker, version=None, on=today(), result="もう一度", done=True)
        assert refused.value.codes == ["ended"]
        assert SupportRecord.objects.count() == 1


def test_a_visit_that_was_given_up_is_no_record(cast, both):
    visit = plan(both[0], cast.worker, on=today() + timedelta(days=3))
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            actions.end_visit(
                visit,
                by=cast.worker,
                version=None,
                on=today() + timedelta(days=3),
                result="行った",
                done=True,
            )
        assert refused.value.codes == ["future"]
        actions.end_visit(
            visit, by=cast.worker, version=None, on=today(), result="本人が体調をくずした。", done=False
        )
        assert not SupportRecord.objects.exists()


def test_an_agency_that_has_not_answered_yet_can_not_write_the_record(cast, both):
    visit = plan(both[0], cast.participation)
    with acting_as(cast.participation), pytest.raises(Forbidden) as refused:
        actions.end_visit(visit, by=cast.participation, version=None, on=today(), result="行った", done=True)
    assert refused.value.codes == ["reads_only"]


def test_another_day_moves_it_on_both_homes(cast, both):
    visit = plan(both[0], cast.worker)
    with acting_as(cast.worker):
        actions.change_visit(
            visit, by=cast.worker, version=visit.version, on=today() + timedelta(days=2), place="役場"
        )
    for actor in (cast.worker, cast.participation):
        assert [(task.what, task.due_on) for task in tasks(actor, "referral_visit")] == [
            ("同行: 10:00 役場", today() + timedelta(days=2))
        ]


def test_somebody_goes_and_somewhere(cast, both):
    with pytest.raises(Forbidden) as refused:
        plan(both[0], cast.worker, place=" ", sender_goes="")
    assert refused.value.codes == ["place", "nobody_goes"]


def test_a_stranger_sees_none_of_it(cast, both, sign_in):
    asked, visit = ask(both[0], cast.worker), plan(both[0], cast.worker)
    for actor in (cast.stranger, cast.administrator, None):
        with acting_as(actor):
            assert [table.objects.count() for table in TABLES] == [0, 0, 0]
    client = sign_in(cast.stranger)
    for name, key in (
        ("hops", both[0].case_id),
        ("comment", both[0].id),
        ("question", asked.id),
        ("visit_new", both[0].id),
        ("visit", visit.id),
        ("visit_edit", visit.id),
    ):
        assert client.get(reverse(f"intake:{name}", args=[key])).status_code == 404, name
    for name in ("referral_pdf", "referral_xlsx"):
        assert client.get(reverse(f"sheets:{name}", args=[both[0].id])).status_code == 404


def test_the_way_is_drawn_and_told(cast, both, sign_in, django_assert_max_num_queries):
    give(both[0], cast.participation)
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(16):
        words = client.get(reverse("intake:hops", args=[both[0].case_id])).content.decode()
    for said in ("2機関へ同時に", "返事待ち 9日", "返事を9日待っています", "受けました", "いまの主担当"):
        assert said in words
    tab = client.get(reverse("case_page", args=[both[0].case_id])).content.decode()
    assert "つなぎの道すじ" in tab


def test_the_inbox_is_narrowed_by_state_and_shows_the_reason(cast, both, sign_in):
    client = sign_in(cast.participation)
    words = client.get(reverse("intake:inbox")).content.decode()
    assert "介護だけでは解けず" in words and "9日待ち" in words and "期限すぎ" in words
    give(both[0], cast.participation)
    assert client.get(reverse("intake:inbox")).context["page"].rows == []
    for query in ("?state=accepted", "?state=all"):
        assert len(client.get(reverse("intake:inbox") + query).context["page"].rows) == 1
    sent = sign_in(cast.worker).get(reverse("intake:inbox") + "?box=sent&state=all")
    assert len(sent.context["page"].rows) == 2


def test_a_long_inbox_has_pages(cast, both, sign_in, monkeypatch):
    monkeypatch.setattr("kasane.agencies.paging.page_of.__kwdefaults__", {"per_page": 1})
    page = sign_in(cast.worker).get(reverse("intake:inbox") + "?box=sent").context["page"]
    assert (len(page.rows), page.total, page.next_url) == (1, 2, "?box=sent&page=2")


def test_the_page_of_a_つなぎ_asks_a_fixed_number_of_questions(
    cast, both, sign_in, django_assert_max_num_queries
):
    for number in range(4):
        ask(both[0], cast.worker, f"{number}回目")
        plan(both[0], cast.worker)
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(18):
        client.get(reverse("intake:referral", args=[both[0].id]))


def test_the_sheet_goes_on_paper_and_into_a_workbook(cast, both, sign_in):
    client = sign_in(cast.participation)
    give(both[0], cast.participation, note="木曜に訪ねます。", on=days_ago(1))
    paper = client.get(reverse("sheets:referral_pdf", args=[both[0].id]))
    assert paper.content[:5] == b"%PDF-"
    for name in ("blank", "blank_xlsx"):
        assert client.get(reverse(f"sheets:{name}", args=["2-1-2"])).status_code == 200
    assert client.get(reverse("sheets:referral_xlsx", args=[both[0].id])).content[:2] == b"PK"
