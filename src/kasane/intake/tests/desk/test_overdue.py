"""What waits at a desk past its day, told before it goes (R-INT-05, R-DIS-07)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from kasane.base.dates import today
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk import actions, overdue
from kasane.intake.desk.home import desk_rows
from kasane.intake.tests.desk.factories import call

DAY = date(2026, 4, 1)
PAGE = "intake:desk_overdue"


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (0, ""),
        (305, ""),
        (306, "あと60日で内容が消えます"),
        (365, "あと1日で内容が消えます"),
        (366, "今夜、内容が消えます"),
        (400, "今夜、内容が消えます"),
    ],
)
def test_the_end_is_told_two_months_before(waited, words):
    assert overdue.leaving_words(DAY - timedelta(days=waited), on=DAY, days=365) == words


def row(what: str, **values) -> dict:
    usual = {"id": "018f0000-0000-7000-8000-000000000001", "first": "隣の方", "second": "0868"}
    return usual | {"what": what, "due": None, "since": DAY - timedelta(days=350)} | values


@pytest.mark.parametrize(("what", "told"), [("call", True), ("case_call", False)])
def test_the_home_page_tells_it_of_a_call_of_no_case(what, told):
    [[line], _] = desk_rows([row(what, due=DAY - timedelta(days=350))], on=DAY, kept_days=365)
    assert (line["tone_word"] == "あと16日で内容が消えます") is told


def test_the_home_page_tells_it_of_an_open_report():
    [[line], _] = desk_rows([row("report", first="week", second="new")], on=DAY, kept_days=365)
    assert line["tone_word"] == "あと16日で内容が消えます"


@pytest.fixture
def late(cast):
    """A call promised 20 days ago, a report of 320 days ago, and a call promised for today, at hokatsu."""
    since = today() - timedelta(days=20)
    at = timezone.now() - timedelta(days=21)
    call(cast.worker, at=at, call_back_until=since)
    call(cast.worker, at=at, call_back_until=today())
    with acting_as(cast.worker):
        actions.take_report(
            by=cast.worker, on=today() - timedelta(days=320), about="角の家", address="", noticed="新聞がたまっている",
            haste="week", reporter_role="commissioner", reporter_area=None, reporter_name="", is_anonymous=False,
        )  # fmt: skip


@pytest.mark.django_db
class TestThePage:
    def test_the_desk_sees_its_own_with_the_way_to_them(self, cast, late, sign_in):
        html = sign_in(cast.worker).get(reverse(PAGE)).content.decode()
        assert html.count("1件<div") == 2
        assert "あと46日で内容が消えます" in html
        assert reverse("intake:desk_calls") + "?waiting=1" in html

    @pytest.mark.parametrize("who", ["coordinator", "manager", "decider"])
    def test_who_looks_after_the_town_sees_numbers_and_nothing_of_anybody(self, cast, late, sign_in, who):
        html = sign_in(getattr(cast, who)).get(reverse(PAGE)).content.decode()
        assert cast.worker.agency.name in html
        assert "角の家" not in html and "大山商店" not in html
        assert "一覧を開く" not in html

    @pytest.mark.parametrize("who", ["stranger", "participation"])
    def test_other_desks_see_nothing_of_it(self, cast, late, sign_in, who):
        html = sign_in(getattr(cast, who)).get(reverse(PAGE)).content.decode()
        assert "おくれているものはありません" in html

    def test_the_administrator_finds_nothing_here(self, cast, late, sign_in):
        assert sign_in(cast.administrator).get(reverse(PAGE)).status_code == 404

    def test_its_queries_do_not_grow(self, cast, late, sign_in, django_assert_max_num_queries):
        client = sign_in(cast.coordinator)
        with django_assert_max_num_queries(9):
            client.get(reverse(PAGE))

    def test_the_lists_say_it_beside_the_line(self, cast, late, sign_in):
        html = sign_in(cast.worker).get(reverse("intake:desk_reports")).content.decode()
        assert "あと46日で内容が消えます" in html
        assert "内容が消えます" not in sign_in(cast.worker).get(reverse("intake:desk_calls")).content.decode()

    @pytest.mark.parametrize("name", ["intake_forget_undone(now()::date)", "intake_drop_emptied_drafts()"])
    def test_the_web_role_can_not_empty_them(self, cast, name):
        with acting_as(cast.worker), pytest.raises(DatabaseError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {name}")
