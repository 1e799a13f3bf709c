"""住民の入口: somebody asks in Vietnamese to be contacted, and the desk for the aged takes it up (R-INT-01, R-INT-06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.desk import PATIENCE, PHONE
from tests.site import Site

pytestmark = pytest.mark.browser

WORDS = "Mẹ tôi bị ngã, tôi không biết phải làm gì"


@pytest.fixture
def visitor(chromium: Browser, site: Site) -> Iterator[Page]:
    """Somebody with a telephone whose language is Vietnamese, without scripts."""
    context = chromium.new_context(
        base_url=site.url, viewport=dict(PHONE), locale="vi-VN", java_script_enabled=False
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_a_resident_writes_in_vietnamese_and_the_desk_for_the_aged_calls_back(visitor, desk):
    visitor.goto("/door/")
    assert visitor.url.endswith("/door/vi/")
    visitor.get_by_role("link", name="Người cao tuổi, chăm sóc").click()
    visitor.get_by_role("link", name="Nhờ nơi này liên lạc với tôi").first.click()
    visitor.get_by_role("button", name="Gửi").click()
    expect(visitor.get_by_role("alert")).to_contain_text("Hãy viết số điện thoại hoặc địa chỉ email.")
    visitor.get_by_label("Số điện thoại").fill("090-5550-1188")
    visitor.get_by_label("Bạn muốn nói với chúng tôi điều gì?").fill(WORDS)
    visitor.get_by_text("Buổi tối (sau 17 giờ)").click()
    visitor.get_by_role("button", name="Gửi").click()
    said = visitor.locator("main").inner_text()
    number = re.search(r"Số của bạn là (\d+)", said)
    assert number and WORDS not in said and "090" not in said

    worker = desk("houkatsu1")
    worker.reads(f"住民の入口 {number[1]}番", "ベトナム語")
    worker.follow(f"住民の入口 {number[1]}番")
    worker.reads(WORDS, "090-5550-1188", "夕方", "高齢・介護", "まだ連絡していません")
    expect(worker.page.locator("main").get_by_role("link", name="受付を始める")).to_be_visible()
    worker.write(**{"try-note": "呼び出しのみ。夕方にもう一度"})
    worker.press("つながらなかった")
    worker.reads("呼び出しのみ。夕方にもう一度", "井原 真由美")

    other = desk("egao1")
    assert other.open(worker.path) == 404
    assert other.open("/intake/door/") == 200
    other.reads("連絡を待っている人はいません")

    worker.page.get_by_text("別の窓口に渡す").click()
    worker.pick("pass-to", "津山地域障害者基幹相談支援センター")
    worker.write(**{"pass-why": "母に障害の手帳があり、担当しているため"})
    path = worker.path
    worker.press("この窓口に渡す")
    worker.reads("別の窓口に渡しました")
    assert worker.open(path) == 404

    receiver = desk("kikan1")
    receiver.open(path)
    receiver.reads(
        WORDS, "母に障害の手帳があり", "美咲町地域包括支援センター → 津山地域障害者基幹相談支援センター"
    )
    receiver.page.get_by_text("終える", exact=True).click()
    receiver.tick("end-result", "received")
    receiver.press("結果を残して終える")
    receiver.reads("結果を残して終えました", "受付をした")


@pytest.mark.parametrize(
    "path", ["/door/easy/", "/door/en/places/", "/door/vi/contact/", "/door/zh/thanks/7/"]
)
def test_the_door_stands_in_nobodys_way(chromium, site, path):
    context = chromium.new_context(base_url=site.url, viewport=dict(PHONE))
    page = context.new_page()
    answer = page.goto(path)
    assert answer is not None and answer.status == 200
    faults = Axe().run(page).response["violations"]
    assert not [f"{one['id']} {one['nodes'][0]['html'][:200]}" for one in faults]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
