"""The pages of the time after the end (R-COOR-08, R-COOR-10)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.cases.models import Case, SupportRecord
from kasane.coordination.tests.reopening.test_actions import closed, look
from kasane.coordination.tests.test_plan_actions import sees

__all__ = ["closed"]


def url(name, *args):
    return reverse(f"coordination:{name}", args=args)


def test_the_page_of_a_closed_case_leads_to_the_reopening(closed, cast, sign_in):
    path, _ = closed
    client = sign_in(cast.coordinator)
    page = client.get(reverse("case_page", args=[path.case.id])).content.decode()
    assert url("reopen", path.case.id) in page
    shown = client.get(url("reopen", path.case.id)).content.decode()
    assert "再プランをつくります" in shown and "保存期間は次の終結から" in shown
    centre = str(cast.coordinator.agency.id)
    values = {"reopened_on": "R7.9.1", "reason": "息子がまた家を出られない", "agency": centre}
    answer = client.post(url("reopen", path.case.id), values)
    assert answer.status_code == 302
    assert path.reload().is_open


def test_a_reopening_without_its_reason_keeps_what_was_typed(closed, cast, sign_in):
    path, _ = closed
    answer = sign_in(cast.coordinator).post(url("reopen", path.case.id), {"reopened_on": "R7.9.1"})
    assert answer.status_code == 422
    assert "R7.9.1" in answer.content.decode()
    assert not path.reload().is_open


def test_a_case_that_is_open_shows_that_alone(closed, cast, sign_in):
    path, _ = closed
    client = sign_in(cast.coordinator)
    assert 'id="sheet-form"' in client.get(url("reopen", path.case.id)).content.decode()
    values = {"reopened_on": "R7.9.1", "reason": "また困っている", "agency": str(cast.coordinator.agency.id)}
    assert client.post(url("reopen", path.case.id), values).status_code == 302
    shown = client.get(url("reopen", path.case.id))
    assert shown.context["obstacles"] and 'id="sheet-form"' not in shown.content.decode()
    again = client.post(url("reopen", path.case.id), values)
    assert again.status_code == 409 and "また困っている" in again.content.decode()


def test_a_follow_up_is_written_and_asked_for_again(closed, cast, sign_in):
    path, _ = closed
    client = sign_in(cast.disability)
    values = {
        "at_day": "R7.8.1", "at_time": "10:00", "method": "phone", "counterpart": "本人", "result": "again",
        "content": "元気だった。", "next_on": "R8.1.5", "kinds": ["16"],
    }  # fmt: skip
    page = client.get(url("follow_up", path.case.id))
    assert page.status_code == 200 and "月に1回電話する" in page.content.decode()
    answer = client.post(url("follow_up", path.case.id), values)
    assert answer.status_code == 302, answer.content.decode()
    assert sees(cast.disability, SupportRecord, content="元気だった。") == 1
    assert "元気だった" in client.get(url("follow_up", path.case.id)).content.decode()


def test_what_was_found_may_lead_to_the_reopening(closed, cast, sign_in):
    path, _ = closed
    values = {
        "at_day": "R7.8.1", "at_time": "", "method": "visit", "result": "reopen", "content": "一人で困っていた。",
        "kinds": ["16"],
    }  # fmt: skip
    answer = sign_in(cast.disability).post(url("follow_up", path.case.id), values)
    assert answer["Location"] == url("reopen", path.case.id)


def test_the_list_tells_whom_to_look_in_on_and_strangers_nothing(closed, cast, sign_in):
    path, _ = closed
    page = sign_in(cast.coordinator).get(url("follow_ups")).content.decode()
    assert path.case.label in page and cast.disability.agency.name in page
    page = sign_in(cast.stranger).get(url("follow_ups")).content.decode()
    assert path.case.label not in page and "待っているフォローアップはありません" in page


@pytest.mark.parametrize("name", ["reopen", "follow_up"])
def test_a_stranger_finds_no_such_page(closed, cast, sign_in, name):
    path, _ = closed
    client = sign_in(cast.stranger)
    assert client.get(url(name, path.case.id)).status_code == 404
    assert client.post(url(name, path.case.id), {}).status_code == 404
    assert sees(cast.coordinator, Case) == 1


def test_the_list_takes_the_same_queries_for_one_and_for_many(
    closed, cast, sign_in, django_assert_max_num_queries
):
    path, _ = closed
    look(path, cast.disability, "again", next_on=path.case.closed_on.replace(year=2026))
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(9):
        client.get(url("follow_ups"))
