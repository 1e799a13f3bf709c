"""The town as a whole in Chromium: its screens in groups, its numbers, and phrases that tell of nobody (R-GRT-02, R-INT-09, R-DIS-01)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.desk import PHONE, Desk

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("viewport", [None, PHONE])
def test_every_screen_of_the_structure_is_within_reach(desk, viewport):
    town: Desk = desk("fukushi2", **({"viewport": viewport} if viewport else {}))
    town.open("/structure/")
    town.follow("件数と点検")
    tabs = town.page.get_by_role("navigation", name="体制の画面")
    expect(tabs.locator('[aria-current="page"]')).to_contain_text("相談の件数")
    wide = town.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wide
    last = tabs.get_by_role("link", name="気になる閲覧")
    last.click()
    town.page.wait_for_url("**/structure/readings/**")
    expect(tabs.locator('[aria-current="page"]')).to_contain_text("気になる閲覧")


def test_the_number_keys_go_to_the_screens_of_the_open_group(desk):
    town: Desk = desk("fukushi2")
    town.open("/structure/numbers/")
    town.page.locator("h1").click()
    town.page.keyboard.press("2")
    town.page.wait_for_url("**/structure/counts/**")


def test_the_town_reads_of_alarms_and_answers_and_a_worker_does_not(desk):
    town: Desk = desk("fukushi2")
    town.open("/structure/counts/")
    for words in ("緊急の知らせ(受け取り)", "緊急の知らせ(安全確認)", "つなぎの回答(期限)"):
        expect(town.page.locator("select[name=table] option", has_text=words)).to_have_count(1)
    worker: Desk = desk("houkatsu1")
    answer = worker.context.request.get("/structure/counts/?table=alarm_kind")
    assert answer.status == 403


def test_a_phrase_for_all_is_asked_whether_it_tells_of_a_person(desk):
    care: Desk = desk("houkatsu1")
    care.open_blank("/cases/phrases/new/?use=record")
    care.write(name="見守りの電話", text="山田さん(昭和25年3月4日生)に電話した。")
    care.press("定型句を保存する")
    care.reads("文に名前・生年月日が入っていませんか")
    care.write(text="本人に電話した。変わりはない。")
    care.press("定型句を保存する")
    care.reads("定型句を保存しました")
