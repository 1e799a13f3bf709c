"""緊急の知らせ as people meet it: the form, the red blocks, the red count, the page (R-INT-09)."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kasane.cases.models import Alarm
from kasane.cases.tests.alarm.conftest import FACTS, REASON
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as

TYPED = {"danger": "elder", "facts": FACTS, "place": "自宅", "done": ""}


def text(answer) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode())))


def test_the_fields_raise_it_and_lead_to_its_page(case, cast, sign_in):
    answer = sign_in(cast.worker).post(f"/cases/{case.id}/alarms/new/", TYPED, follow=True)
    assert answer.status_code == 200
    assert "知らせを出しました" in text(answer)
    assert "福祉 決子" in text(answer) and "メールは設定されていません" in text(answer)


def test_what_is_missing_comes_back_with_all_that_was_typed(case, cast, sign_in):
    answer = sign_in(cast.worker).post(f"/cases/{case.id}/alarms/new/", TYPED | {"facts": "あざ"})
    assert answer.status_code == 409
    assert "15文字以上" in text(answer) and 'value="自宅"' in answer.content.decode()


def test_a_stranger_gets_nothing(case, cast, alarm, sign_in):
    client = sign_in(cast.stranger)
    for address in (f"/cases/{case.id}/alarms/new/", f"/cases/alarms/{alarm}/"):
        assert client.get(address).status_code == 404
    assert client.post(f"/cases/alarms/{alarm}/end/", {}).status_code == 404
    assert "続いている緊急の知らせはありません" in text(client.get("/cases/alarms/"))


@pytest.mark.parametrize("who", ["decider", "manager", "coordinator", "colleague"])
def test_it_stands_above_everything_on_the_home_page_of_the_told(cast, alarm, sign_in, who):
    page = text(sign_in(getattr(cast, who)).get("/"))
    assert "緊急の知らせ 1件" in page
    assert FACTS not in page and "自宅" not in page and "まだだれも受け取っていません" in page


@pytest.mark.parametrize("who", ["decider", "coordinator", "worker"])
def test_the_list_says_nothing_of_what_was_seen(cast, case, alarm, sign_in, who):
    page = text(sign_in(getattr(cast, who)).get("/cases/alarms/"))
    assert case.label in page and FACTS not in page


def test_who_only_hears_it_reads_what_was_seen_by_taking_it(case, cast, alarm, sign_in):
    client = sign_in(cast.coordinator)
    page = text(client.get(f"/cases/alarms/{alarm}/"))
    assert "高齢者虐待の疑い" in page and case.label in page and "110番" not in page
    assert FACTS not in page and "自宅" not in page and cast.decider.user.name not in page
    typed = {"who": "推進員", "next_step": "電話する"}
    page = text(client.post(f"/cases/alarms/{alarm}/acknowledge/", typed, follow=True))
    assert FACTS in page and cast.decider.user.name in page


@pytest.mark.parametrize("name", ["step", "end", "again", "read"])
def test_who_only_hears_it_does_nothing_else_before(cast, alarm, sign_in, name):
    assert sign_in(cast.coordinator).post(f"/cases/alarms/{alarm}/{name}/", {}).status_code == 404


def test_the_told_read_it_at_once(cast, alarm, sign_in):
    page = text(sign_in(cast.decider).get(f"/cases/alarms/{alarm}/"))
    assert FACTS in page and "高齢者虐待防止法第7条。" in page and "養護者・家族" in page


@pytest.mark.parametrize("who", ["stranger", "disability", "participation"])
def test_others_see_no_sign_of_it(cast, alarm, sign_in, who):
    assert "緊急の知らせ" not in text(sign_in(getattr(cast, who)).get("/"))


def test_the_count_stands_on_every_page_and_can_be_asked_for(cast, alarm, sign_in):
    client = sign_in(cast.decider)
    assert "緊急の知らせ 1件" in text(client.get("/structure/"))
    assert "緊急の知らせ 1件" in text(client.get("/cases/alarms/count/"))


def test_who_has_acknowledged_is_not_called_any_more(cast, alarm, sign_in):
    client = sign_in(cast.decider)
    typed = {"who": "岡部", "next_step": "訪問する"}
    assert client.post(f"/cases/alarms/{alarm}/acknowledge/", typed).status_code == 302
    page = text(client.get("/"))
    assert "緊急の知らせ 1件" not in page
    assert "岡部が動いています" in page


def test_the_raiser_sees_who_took_it(cast, alarm, answer, sign_in):
    answer(cast.decider, alarm, who="岡部課長")
    assert "岡部課長が動いています" in text(sign_in(cast.worker).get("/"))


def test_the_case_shows_it_to_all_who_work_on_it(case, cast, alarm, sign_in):
    page = text(sign_in(cast.colleague).get(f"/cases/{case.id}/"))
    assert "緊急の知らせ: 高齢者虐待の疑い" in page and "終わるまで、このケースは終結できません" in page


def test_the_told_open_the_case_from_it(case, cast, alarm, sign_in):
    client = sign_in(cast.decider)
    assert f"/cases/{case.id}/" in client.get(f"/cases/alarms/{alarm}/").content.decode()
    assert client.get(f"/cases/{case.id}/").status_code == 200


def test_opening_it_leaves_a_trace(case, cast, alarm, sign_in):
    sign_in(cast.coordinator).get(f"/cases/alarms/{alarm}/")
    with acting_as(cast.worker):
        assert "重層 明" in {one.who for one in readings_of(case.id, most=20)}


def test_ending_is_offered_with_what_forbids_it(cast, alarm, sign_in):
    page = text(sign_in(cast.worker).get(f"/cases/alarms/{alarm}/"))
    assert "終えるのは、知らせを受け取った市町村の職員です" in page


def test_the_end_is_read_by_everybody_and_then_leaves_the_home_page(cast, alarm, answer, safe, sign_in):
    answer(cast.decider, alarm)
    safe(cast.decider, alarm)
    client = sign_in(cast.decider)
    typed = {"finding": "not_found", "measure": "", "watch": "", "reason": REASON}
    assert client.post(f"/cases/alarms/{alarm}/end/", typed).status_code == 302
    client = sign_in(cast.worker)
    assert "知らせが終わりました: 虐待・危険はなかった" in text(client.get("/"))
    client.post(f"/cases/alarms/{alarm}/read/")
    assert "知らせが終わりました" not in text(client.get("/"))


def test_what_it_opened_is_reviewed_in_one_row_after_its_end(cast, alarm, answer, safe, end, sign_in):
    assert "緊急の閲覧" not in text(sign_in(cast.coordinator).get("/")).replace("例外と緊急に", "")
    answer(cast.decider, alarm)
    safe(cast.decider, alarm)
    end(cast.decider, alarm)
    assert "緊急の知らせで見せた2件を、あとから確かめます" in text(sign_in(cast.coordinator).get("/"))


@pytest.mark.parametrize(
    ("address", "most"), [("/", 17), ("/cases/alarms/", 8), ("/cases/alarms/{alarm}/", 14)]
)
def test_the_pages_ask_few_questions(cast, raised, sign_in, address, most):
    alarm = [raised(danger=danger) for danger in ("elder", "life", "disabled")][0]
    client = sign_in(cast.decider)
    client.get("/")
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address.format(alarm=alarm))
    assert answer.status_code == 200
    asked = [
        q["sql"]
        for q in captured
        if "SAVEPOINT" not in q["sql"] and "set_config('kasane.user_id', ''" not in q["sql"]
    ]
    assert len(asked) <= most, "\n".join(asked)


def test_nothing_is_kept_of_a_refused_form(case, cast, sign_in):
    sign_in(cast.worker).post(f"/cases/{case.id}/alarms/new/", TYPED | {"place": ""})
    with acting_as(cast.worker):
        assert not Alarm.objects.exists()
