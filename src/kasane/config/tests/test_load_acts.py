"""Each act of `bench load` is answered as the bench expects, and its saves stand where the bench looks for them."""

from __future__ import annotations

import random

import pytest
from bench import _day
from bench._browser import Answer, Browser, values
from django.db import connection
from django.test import Client

from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.cases.alarm.actions import raise_alarm
from kasane.config.cast import PASSWORD
from kasane.disclosure.viewer import acting_as
from kasane.intake.models import Referral
from kasane.intake.tests.factories import case_of, receive, refer


@pytest.fixture
def at_desk():
    """`at_desk(actor)`: that person at a browser of the bench, without a network between."""

    def sit(actor=None, *, chance: int = 0) -> _day.Worker:
        client = Client(enforce_csrf_checks=True)
        if actor is not None:
            client.force_login(actor.user)

        def send(method, path, body, headers):
            del headers["Cookie"]
            answer = client.generic(
                method, path, body or b"", headers.pop("Content-Type", "text/plain"), headers=headers
            )
            told = {name.lower(): value for name, value in answer.headers.items()}
            cookies = [morsel.OutputString() for morsel in answer.cookies.values()]
            return Answer(answer.status_code, told, cookies, answer.content)

        return _day.Worker(7, Browser(send, "http://testserver"), random.Random(chance))

    return sit


@pytest.fixture
def case(cast):
    Agency.objects.filter(key="fukushi").update(key="fukushi-shiawase")
    with acting_as(cast.worker):
        return case_of(receive(cast.worker))


def kept(worker: _day.Worker) -> list[str]:
    """The kinds of what was saved, after looking that each stands in the database exactly once."""
    with connection.cursor() as cursor:
        for save in worker.saves:
            table, column = _day.WRITTEN[save.kind]
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} LIKE %s", [f"%{save.word}%"])
            assert cursor.fetchone() == (1,), save
            assert save.acknowledged
    return [save.kind for save in worker.saves]


def names(worker: _day.Worker) -> set[str]:
    return {one.name for one in worker.browser.asked}


def test_one_signs_in_as_on_the_page_for_it(cast, at_desk):
    browser = at_desk().browser
    _day.sign_in(browser, cast.worker.user.login, PASSWORD)
    assert browser.path == "/"


@pytest.mark.parametrize(
    ("story", "page"),
    [
        (_day.look_around, "home"),
        (_day.read_a_case, "case"),
        (_day.read_on_paper, "PDF summary"),
        (_day.search, "search"),
    ],
)
def test_reading_is_answered(cast, at_desk, case, story, page):
    worker = at_desk(cast.worker)
    with acting_as(cast.worker):
        list(story(worker))
        assert page in names(worker)
        assert kept(worker) == []


def test_every_list_is_answered(cast, at_desk, case):
    worker = at_desk(cast.worker)
    for name, path in _day.LISTS:
        assert worker.browser.get(name, path)


def test_a_record_is_written(cast, at_desk, case):
    worker = at_desk(cast.worker)
    list(_day.write_a_record(worker))
    with acting_as(cast.worker):
        assert kept(worker) == ["record"]


@pytest.mark.parametrize(
    ("chance", "saved"),
    [(5, ["reception", "triage", "referral"]), (1, ["reception", "triage"])],
)
def test_a_call_is_received_and_passed_on_or_kept(cast, at_desk, chance, saved):
    worker = at_desk(cast.worker, chance=chance)
    list(_day.receive(worker))
    with acting_as(cast.worker):
        assert kept(worker) == saved


def test_a_referral_is_answered_once(cast, at_desk, case):
    with acting_as(cast.worker):
        refer(case, by=cast.worker, to=cast.participation.agency, on=today(), explained_on=today())
    first, second = at_desk(cast.participation), at_desk(cast.participation)
    late = _day.answer(second)
    for _ in range(3):
        next(late)
    list(_day.answer(first))
    list(late)
    with acting_as(cast.participation):
        assert kept(first) == ["answer"]
        assert [save.acknowledged for save in second.saves] == [False]
        assert second.refused == 1
        assert Referral.objects.get().answer_note.startswith(first.saves[0].word)


def test_an_alarm_is_raised_and_received(cast, at_desk, case):
    raiser, officer = at_desk(cast.worker), at_desk(cast.decider)
    list(_day.raise_an_alarm(raiser))
    list(_day.receive_an_alarm(officer))
    with acting_as(cast.decider):
        assert kept(raiser) == ["alarm"]
        assert kept(officer) == ["receipt"]


def test_an_alarm_that_stands_already_is_refused_and_not_kept(cast, at_desk, case):
    with acting_as(cast.worker):
        for danger in _day.DANGERS:
            raise_alarm(case, by=cast.worker, danger=danger, facts=_day.TALK * 2, place="自宅")
    worker = at_desk(cast.worker)
    list(_day.raise_an_alarm(worker))
    assert [save.acknowledged for save in worker.saves] == [False]
    assert worker.refused == 1


def test_a_form_is_sent_as_a_browser_would():
    inside = """
      <input type="hidden" name="version" value="3"><input name="on" value="令和8年"><input type="text" name="who">
      <input type="radio" name="a" value="1"><input type="radio" name="a" value="2" checked>
      <input type="checkbox" name="b" value="x" checked><input type="checkbox" name="b" value="y">
      <select name="c"><option value="">(選ぶ)</option><option value="u" selected>う</option></select>
      <select name="d"><option value="first">一</option><option value="second">二</option></select>
      <textarea name="e">
a &amp; b</textarea><input name="off" value="1" disabled><button name="way" value="own">決める</button>"""
    assert values(inside) == [
        ("version", "3"),
        ("on", "令和8年"),
        ("who", ""),
        ("a", "2"),
        ("b", "x"),
        ("c", "u"),
        ("d", "first"),
        ("e", "a & b"),
    ]
