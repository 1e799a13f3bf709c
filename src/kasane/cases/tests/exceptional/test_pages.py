"""The urgent door, the exceptions and 今日やること as people meet them (R-DIS-05, R-INT-09)."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from kasane.agencies import profile
from kasane.base.dates import today, wareki
from kasane.cases import actions as cases
from kasane.cases.exceptional import actions
from kasane.cases.exceptional.page import notices
from kasane.cases.tests.exceptional.conftest import REASON
from kasane.disclosure.models import LegalException
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as

KNOCK = {
    "name": "田中 和子",
    "birth_date": "昭和18年2月1日",
    "number": "",
    "danger": "elder",
    "reason": REASON,
    "considered": "on",
}


def text(answer) -> str:
    """What is read on the page, without the marks."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode())))


def address(case, rest="") -> str:
    return f"/cases/{case.id}/sharing/exceptions/{rest}"


@pytest.fixture
def page_of(sign_in):
    """The page as one of the cast reads it."""

    def read(actor, url, **follow):
        return sign_in(actor).get(url, **follow)

    return read


def test_the_urgent_door_leads_straight_to_the_case(case, cast, sign_in):
    answer = sign_in(cast.stranger).post("/urgent/", KNOCK, follow=True)
    assert answer.redirect_chain == [(f"/cases/{case.id}/", 302)]
    assert "田中" in text(answer)


def test_a_case_number_does_too(case, cast, sign_in):
    typed = KNOCK | {"birth_date": "", "number": case.label, "name": "田中"}
    assert sign_in(cast.stranger).post("/urgent/", typed).status_code == 302


def test_what_is_not_found_says_so_and_whom_to_phone_and_nothing_more(case, cast, sign_in):
    centre = cast.coordinator.agency
    centre.key, centre.phone = profile.current().rules.center, "0868-00-0000"
    centre.save()
    answer = sign_in(cast.stranger).post("/urgent/", KNOCK | {"birth_date": "昭和18年2月2日"})
    assert answer.status_code == 409
    words = text(answer)
    assert "見つかりませんでした。重層支援センター 0868-00-0000 に電話してください" in words
    assert case.label not in words
    assert cast.worker.agency.name not in words


def test_a_try_in_vain_stays_in_the_log(case, cast, sign_in):
    for _ in range(6):
        last = sign_in(cast.stranger).post("/urgent/", KNOCK | {"name": "田中 花子"})
    assert "24時間に5回までです" in text(last)
    words = text(sign_in(cast.manager).get("/cases/exceptions/"))
    assert "笑顔 他人 こども笑顔課見つからなかった5回" in words
    assert "花子" not in words


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "氏名を入れてください。"),
        ({"birth_date": ""}, "生年月日か、ケース番号を入れてください。"),
        ({"number": "12"}, "ケース番号は R7-0012 のように"),
        ({"danger": ""}, "危険の種類を選んでください。"),
        ({"considered": ""}, "連絡のしかたで本人が危険にならないか"),
        ({"reason": "緊急です"}, "15文字以上で書いてください"),
    ],
)
def test_the_form_says_what_is_missing_and_keeps_what_was_typed(case, cast, sign_in, wrong, sentence):
    answer = sign_in(cast.stranger).post("/urgent/", KNOCK | wrong)
    assert answer.status_code in (409, 422)
    assert sentence in text(answer)
    assert (wrong.get("reason") or REASON) in answer.content.decode()


def test_the_administrator_finds_no_door(cast, page_of):
    assert page_of(cast.administrator, "/urgent/").status_code == 404


def test_of_two_cases_of_one_person_both_are_shown(case, cast, sign_in):
    from kasane.cases.tests.exceptional.conftest import BORN
    from kasane.people.actions import add_person

    with acting_as(cast.disability):
        other = cases.open_case(by=cast.disability, on=today())
        add_person(
            other.id,
            by=cast.disability,
            family_name="田中",
            given_name="和子",
            is_subject=True,
            birth_date=BORN,
        )
    words = text(sign_in(cast.stranger).post("/urgent/", KNOCK))
    assert case.label in words
    assert other.label in words


@pytest.mark.parametrize("who", ["coordinator", "manager", "decider"])
def test_home_shouts_an_unreviewed_urgent_view_at_those_who_look_after_it(case, cast, urgent, page_of, who):
    words = text(page_of(getattr(cast, who), "/"))
    assert f"緊急の閲覧 {case.label}" in words
    assert "笑顔 他人(こども笑顔課)が" in words
    assert "高齢者虐待防止法第7条" in words
    assert REASON in words
    assert "田中" not in words


@pytest.mark.parametrize("who", ["worker", "colleague", "participation", "disability"])
def test_home_of_others_says_nothing_of_it(cast, urgent, page_of, who):
    assert "緊急の閲覧" not in text(page_of(getattr(cast, who), "/"))


def test_the_viewer_is_reminded_until_they_say_what_they_did(cast, urgent, sign_in):
    client = sign_in(cast.stranger)
    assert "緊急に見たあと、したことを書いてください" in text(client.get("/"))
    client.post(f"/cases/exceptions/{urgent.id}/outcome/", {"outcome": "救急を呼んだ。"})
    assert "したことを書いてください" not in text(client.get("/"))


def test_after_the_review_home_is_quiet_again(cast, urgent, sign_in):
    client = sign_in(cast.coordinator)
    answer = client.post(
        f"/cases/exceptions/{urgent.id}/review/",
        {"verdict": "proper", "note": "通報の直後だった。"},
        follow=True,
    )
    assert "適切だった — 重層 明" in text(answer)
    assert "緊急の閲覧" not in text(client.get("/"))


def test_an_overdue_review_stands_out(cast, urgent):
    from dataclasses import replace

    from kasane.cases.exceptional.page import Shown

    row = replace_created(urgent, days=5)
    one = Shown(row, "R7-0001")
    assert one.is_late
    assert (one.waiting_days, one.badge["word"]) == (5, "確認が期日をすぎています")
    assert not replace(one, row=replace_created(urgent, days=3)).is_late


def replace_created(row, *, days):
    """The row as it would stand had it been made some days ago; the database does not let it be moved."""
    from copy import copy

    from django.utils import timezone

    moved = copy(row)
    moved.created_at = timezone.now() - timedelta(days=days)
    return moved


def test_the_team_is_told_on_the_case_and_the_viewer_sees_the_banner(case, cast, urgent):
    with acting_as(cast.worker):
        told = notices(case, by=cast.worker)
        assert ([one.row.id for one in told.others], told.own) == ([urgent.id], [])
    with acting_as(cast.stranger):
        own = notices(case, by=cast.stranger)
        assert ([one.row.id for one in own.own], own.others) == ([urgent.id], [])
    with acting_as(cast.manager):
        actions.review(urgent, by=cast.manager, verdict="improper", note="知らせはなかった。")
    with acting_as(cast.worker):
        assert notices(case, by=cast.worker).others == []


def test_a_case_marked_as_urgent_is_told_on_home_by_its_number(cast, page_of):
    """R-INT-09."""
    with acting_as(cast.worker):
        row = cases.open_case(by=cast.worker, on=today(), is_urgent=True, urgent_note="自殺をほのめかす")
    words = text(page_of(cast.coordinator, "/"))
    assert f"{row.label} 美咲町地域包括支援センターで" in words
    assert "見る根拠がまだありません" in words
    assert "自殺" not in words
    assert row.label not in text(page_of(cast.stranger, "/"))


def test_the_worker_asks_and_the_manager_decides_without_seeing_the_case(case, cast, sign_in):
    client = sign_in(cast.worker)
    typed = {
        "ground": "law", "law": "児童福祉法第25条の3", "reason": "要対協への情報提供。親が同意を拒んでいる。",
        "receiver": str(cast.stranger.agency.id), "kinds": ["16"], "valid_from": wareki(today()),
        "last_day": wareki(today() + timedelta(days=29)),
    }  # fmt: skip
    answer = client.post(address(case, "new/"), typed, follow=True)
    assert "承認を求めました" in text(answer)
    with acting_as(cast.worker):
        row = LegalException.objects.get()
    assert row.valid_until == today() + timedelta(days=30)

    client = sign_in(cast.manager)
    home = text(client.get("/"))
    assert f"同意のない情報提供の承認: こども笑顔課に、{wareki(today() + timedelta(days=29))}まで" in home
    assert case.label in home
    page = text(client.get(f"/cases/exceptions/{row.id}/"))
    assert "このケースの中身は見られません" in page
    assert "田中" not in page
    done = client.post(f"/cases/exceptions/{row.id}/decide/", {"answer": "approve", "note": ""}, follow=True)
    assert "続いています" in text(done)
    assert sign_in(cast.stranger).get(f"/cases/{case.id}/").status_code == 200
    assert "例外が承認されました" in text(sign_in(cast.worker).get("/"))


def test_a_person_may_be_chosen_instead_of_their_agency(case, cast, sign_in):
    typed = {
        "ground": "life", "reason": "本人の意識がなく、同意を聞くことができない。", "kinds": [],
        "receiver": str(cast.stranger.post.id), "valid_from": "今日", "last_day": "明日",
    }  # fmt: skip
    assert sign_in(cast.worker).post(address(case, "new/"), typed).status_code == 302
    with acting_as(cast.worker):
        assert LegalException.objects.get().user == cast.stranger.user


def test_what_is_refused_comes_back_with_all_that_was_typed(case, cast, sign_in):
    typed = {
        "ground": "law", "law": "", "reason": "要対協への情報提供。親が同意を拒んでいる。",
        "receiver": str(cast.stranger.agency.id), "valid_from": "今日",
        "last_day": wareki(today() + timedelta(days=400)),
    }  # fmt: skip
    answer = sign_in(cast.worker).post(address(case, "new/"), typed)
    assert answer.status_code == 409
    words = text(answer)
    assert "法令の名前と条を書いてください" in words
    assert "90日までです" in words
    assert "親が同意を拒んでいる" in words


def test_the_page_of_ones_own_request_shows_why_one_can_not_decide(cast, ask, page_of):
    words = text(page_of(cast.worker, f"/cases/exceptions/{ask().id}/"))
    assert "承認するのは、自治体の管理職・決裁者です" in words
    assert "自分では決められません" in words


def test_a_refusal_without_a_reason_is_sent_back(cast, ask, sign_in):
    row = ask()
    answer = sign_in(cast.manager).post(f"/cases/exceptions/{row.id}/decide/", {"answer": "refuse"})
    assert answer.status_code == 409
    assert "不承認のときは、その理由を書いてください" in text(answer)


@pytest.mark.parametrize("who", ["stranger", "disability", "coordinator", "administrator"])
def test_a_stranger_finds_no_exception(case, cast, ask, page_of, who):
    row, actor = ask(), getattr(cast, who)
    for url in (
        f"/cases/exceptions/{row.id}/",
        f"/cases/exceptions/{row.id}/decide/",
        address(case),
        address(case, "new/"),
    ):
        assert page_of(actor, url).status_code == 404


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_the_list_is_for_those_who_look_after_disclosure(cast, page_of, who):
    assert page_of(getattr(cast, who), "/cases/exceptions/").status_code == 404


def test_the_coordinator_lists_urgent_views_alone(case, cast, ask, urgent, page_of):
    ask(agency=cast.disability.agency)
    words = text(page_of(cast.coordinator, "/cases/exceptions/?part=decide"))
    assert "承認待ち" not in words
    assert "緊急の閲覧" in words


@pytest.mark.parametrize("part", ["decide", "review", "open", "past"])
def test_an_empty_list_says_when_something_comes(cast, page_of, part):
    assert "ません。" in text(page_of(cast.manager, f"/cases/exceptions/?part={part}"))


def test_who_looks_at_an_exception_is_logged_on_the_case(case, cast, ask, page_of):
    page_of(cast.manager, f"/cases/exceptions/{ask().id}/")
    with acting_as(cast.worker):
        last = readings_of(case.id)[0]
    assert (last.who, last.subject) == ("福祉 長", "法令に基づく例外の確認")


def test_the_list_takes_the_same_number_of_queries_however_long(case, cast, ask, sign_in):
    ask()
    client = sign_in(cast.manager)
    client.get("/cases/exceptions/")

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/cases/exceptions/").status_code == 200
        return len(captured)

    before = asked()
    for other in (cast.disability, cast.participation, cast.coordinator):
        ask(agency=other.agency)
    assert asked() == before


def test_the_banner_of_a_case_says_until_when_and_what_is_left_to_do(case, cast, urgent):
    def drawn(actor) -> str:
        with acting_as(actor):
            page = render_to_string("cases/exceptional/banner.html", {"notices": notices(case, by=actor)})
        return re.sub(r"<[^>]+>", "", page)

    own = drawn(cast.stranger)
    assert f"緊急の閲覧中: {wareki(urgent.valid_until - timedelta(days=1))}まで" in own
    assert "したことを書いてください" in own
    assert "笑顔 他人(こども笑顔課)が" in drawn(cast.worker)


def test_a_case_opened_without_urgent_views_asks_nothing_for_the_banner(
    case, cast, django_assert_num_queries
):
    case.has_urgent = False
    with acting_as(cast.worker), django_assert_num_queries(0):
        assert notices(case, by=cast.worker).others == []


@pytest.mark.parametrize("who", ["coordinator", "manager"])
def test_home_asks_at_most_sixteen_times_with_all_of_it_on_it(cast, case, ask, urgent, sign_in, who):
    ask(agency=cast.disability.agency)
    client = sign_in(getattr(cast, who))
    client.get("/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    mine = [
        q["sql"]
        for q in captured
        if "SAVEPOINT" not in q["sql"] and "set_config('kasane.user_id', ''" not in q["sql"]
    ]
    assert len(mine) <= 16, "\n".join(mine)
