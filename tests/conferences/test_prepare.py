"""Preparing a meeting in Chromium: the days of a year, finding a day, the notice and the calendar (R-CONF-01, 02, 05, 06)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.desk import PHONE
from tests.steps import last_id

pytestmark = pytest.mark.browser

OF_FOUR = re.compile(r"今年度(4回のうち\d+回|\d+回\(計画は年4回\))")
"""The year of a body with four months: how often it met depends on the other scenarios of the same town."""


def open_body(worker, name):
    worker.open("/conferences/")
    worker.follow("会議体と年間の予定")
    worker.follow(name)


def test_the_coordinator_settles_when_a_body_meets_and_calls_its_next_day(desk):
    """R-CONF-05, as the coordinator of 重層支援センター."""
    worker = desk("juso1")
    open_body(worker, "みんなで支え愛会議")
    worker.follow("月と曜日を決める")
    worker.tick("months", "5", "8", "11", "2")
    worker.tick("week", "2")
    worker.tick("weekday", "2")
    worker.write(starts="13:30", length="90", place="役場 2階会議室")
    worker.press("決める")
    worker.reads("5月・8月・11月・2月の第2水曜日 13:30", "これからの日の案")
    worker.reads(OF_FOUR)
    boxes = worker.page.locator('main input[name="day"]')
    for place in range(1, boxes.count()):
        boxes.nth(place).uncheck()
    worker.press("印をつけた日にひらく")
    worker.reads("今年度の会議", "開催前")
    assert not worker.faults


def test_a_day_is_found_and_everybody_is_told_without_a_word_about_a_case(desk):
    """R-CONF-02, R-CONF-06: the coordinator asks, 社協 answers on the telephone's screen, the day is fixed and told."""
    worker = desk("juso1")
    open_body(worker, "みんなで支え愛会議")
    worker.follow("日程をたずねる")
    worker.press("たずねる")
    worker.reads("みんなの返事", "返事待ち")
    poll = last_id(worker.path)

    member = desk("shakyo1", viewport=PHONE)
    member.open("/")
    member.reads("日程調整")
    member.open(f"/conferences/days/{poll}/")
    fields = member.page.locator('.panel input[type="radio"][value="yes"]')
    for place in range(fields.count()):
        name = fields.nth(place).get_attribute("name")
        member.tick(name, "yes" if place == 1 else "no")
    member.press("返事をする")
    member.reads("○1")

    worker.open(f"/conferences/days/{poll}/")
    worker.reads("いちばん集まれる")
    worker.write(place="役場 2階会議室")
    worker.press("この日に決める")
    worker.reads("議題はまだありません。")
    meeting = last_id(worker.path)
    worker.open(f"/conferences/{meeting}/notice/")
    worker.reads("メールのお知らせ", "会議の知らせ")
    assert not worker.faults + member.faults


def test_the_town_calls_a_support_conference_with_the_person_among_the_guests(desk):
    """R-CONF-01, as the manager of the division: no consent is needed, the person takes part without strain."""
    worker = desk("fukushi2")
    open_body(worker, "支援会議")
    worker.follow("会議をひらく")
    worker.write(place="役場", guests="見本 太郎、本人、30分ごとに休む")
    worker.press("会議をひらく")
    worker.reads("見本 太郎", "本人", "30分ごとに休む")
    worker.open(worker.path)
    worker.follow("カレンダーで購読する")
    worker.press("アドレスをつくる")
    address = worker.page.locator("#address").input_value()
    answer = worker.context.request.get(re.sub(r"^https?://[^/]+", worker.site_url, address))
    assert "BEGIN:VEVENT" in answer.text()
    assert "見本" not in answer.text()
    expect(worker.page.locator("main")).to_contain_text("人に渡さないでください")
    assert not worker.faults
