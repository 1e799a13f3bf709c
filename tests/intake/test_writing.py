"""Less typing, at the desks of the aged and of families with children (issue 5; R-INT-01, R-DIS-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.desk import Desk

pytestmark = pytest.mark.browser

CASE = re.compile(r"/cases/[0-9a-f-]{36}/")


def writable_cases(worker: Desk, few: int) -> Iterator[str]:
    """Pages of open cases in which this desk may write."""
    worker.open("/cases/")
    hrefs = [one.get_attribute("href") or "" for one in worker.page.locator("main a[href^='/cases/']").all()]
    found = dict.fromkeys(match[0] for href in hrefs if (match := CASE.match(href)))
    for case in found:
        worker.open(f"{case}records/new/")
        if few and worker.page.locator("main .obstacle").count() == 0:
            few -= 1
            yield case


def test_a_record_is_written_with_a_template_a_phrase_and_a_word_for_the_day(desk):
    worker = desk("kosodate1")
    page = worker.page
    worker.open("/cases/phrases/?use=record")
    worker.reads("まだありません", "個人が分かることは書かないでください")
    worker.open("/cases/phrases/new/?use=record")
    worker.write("main", name="留守", text="留守のため、連絡票をポストに入れた。", code="留守")
    worker.press("定型句を保存する")
    worker.reads("定型句を保存しました", ";留守")

    case = next(writable_cases(worker, 1))
    worker.open(f"{case}records/new/")
    page.locator("main h1").click()
    page.keyboard.press("3")
    content = page.locator('[name="content"]')
    expect(content).to_have_value(re.compile("【家庭の様子】"))
    expect(page.locator('[name="method"][value="visit"]')).to_be_checked()
    expect(page.locator('[name="minutes"]')).to_have_value("45")

    content.press("Control+End")
    content.press_sequentially("\n;留守 ")
    expect(content).to_have_value(re.compile("留守のため、連絡票をポストに入れた。$"))
    page.get_by_role("button", name="元に戻す").first.click()
    expect(content).to_have_value(re.compile(";留守 $"))
    content.press_sequentially("だった。")

    day = page.locator('[name="at_day"]')
    day.fill("そのうち")
    expect(page.locator(".withdate__echo").first).to_contain_text("日付として読めません")
    day.fill("昨日 10時")
    expect(page.locator(".withdate__echo").first).to_contain_text("10:00")
    day.blur()
    expect(page.locator('[name="at_time"]')).to_have_value("10:00")
    expect(day).to_have_value(re.compile("^令和"))

    chip = page.locator('label:has(input[name="participants"])').first
    name = chip.inner_text().strip()
    chip.click()
    worker.press("記録する")
    worker.reads("支援経過を記録しました", "【家庭の様子】", name)

    worker.follow("引き継ぎまとめ")
    worker.reads("気をつけること", "最近のやりとり", "【家庭の様子】", "もと")


def test_one_visit_is_kept_in_two_cases_that_know_nothing_of_each_other(desk):
    worker = desk("houkatsu1")
    page = worker.page
    first, second = writable_cases(worker, 2)
    worker.open(second)
    label = re.search(r"R\d+-\d{4}", page.locator("main h1 + *, main .head").first.inner_text())
    assert label
    worker.open(f"{first}records/new/")
    worker.tick("method", "visit")
    worker.write(at_day="きょう 9時", content="同じ建物の廊下の雨もりを、二軒とも見た。")
    worker.unfold("also")
    page.get_by_role("button", name="ほかのケースを足す").click()
    worker.write(**{"also-0-case": label[0], "also-0-words": "台所の天井にも水のあとがある。"})
    worker.press("記録する")
    worker.reads("支援経過を記録しました", "二軒とも見た", f"{label[0]} にも")
    worker.open(first)
    worker.reads("二軒とも見た")
    expect(page.locator("main")).not_to_contain_text("台所の天井にも水のあとがある")
    expect(page.locator("main")).not_to_contain_text(label[0])
    worker.open(second)
    worker.reads("二軒とも見た", "台所の天井にも水のあとがある")


def test_pasted_text_is_tidied_and_can_be_had_back(desk):
    worker = desk("houkatsu1")
    worker.context.grant_permissions(["clipboard-read", "clipboard-write"])
    case = next(writable_cases(worker, 1))
    worker.open(f"{case}records/new/")
    worker.page.evaluate("navigator.clipboard.writeText('> ﾍﾙﾊﾟｰ\\u200bさんより\\r\\n• 髙橋様 １０時')")
    content = worker.page.locator('[name="content"]')
    content.fill("")
    content.press("Control+V")
    expect(content).to_have_value("ヘルパーさんより\n・髙橋様 10時")
    worker.page.get_by_role("button", name="元に戻す").first.click()
    expect(content).to_have_value(re.compile("^> ﾍﾙﾊﾟｰ"))
