"""相談の件数 in Chromium: a desk its own, the town's managers the town, nobody another's (R-INT-02, R-GRT-02)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.desk import Desk

pytestmark = pytest.mark.browser

HERE = "/structure/numbers/"


def test_each_reads_the_numbers_that_are_theirs(desk):
    care: Desk = desk("houkatsu1")
    care.open("/intake/")
    care.follow("件数")
    care.reads("美咲町地域包括支援センターの", "受付と短い相談", "はじめて連絡がつくまで", "つないだ回数")
    expect(care.page.locator("main")).not_to_contain_text("町全体")
    care.page.locator('select[name="period"]').select_option("any")
    care.write(since="R7.5.1", until="R7.4.1")
    care.press("表示する")
    care.reads("終わりの日が、はじめの日より前になっています")
    care.write(until="R7.9.30")
    care.press("表示する")
    care.reads("令和7年5月1日から令和7年9月30日まで")
    answer = care.context.request.get(f"{HERE}?period=last_year&as=excel")
    assert answer.body()[:2] == b"PK"
    assert care.open(f"{HERE}?scope=town") == 404

    town: Desk = desk("fukushi2")
    town.open(f"{HERE}?period=last_year")
    town.reads("町全体", "締めた月の数だけを出します")

    stranger: Desk = desk("egao1")
    stranger.open(HERE)
    stranger.reads("こども笑顔課")
    expect(stranger.page.locator("main")).not_to_contain_text("地域包括支援センター")
    assert stranger.open(f"{HERE}?scope=town") == 404
