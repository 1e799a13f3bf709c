"""Reception without a mouse (R-OPS-01, JIS X 8341-3 2.1.1)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

LONGEST_WAY = 160
HERE = """() => { const it = document.activeElement; return {
  tag: it.tagName, name: it.getAttribute('name') ?? '', value: it.value ?? '',
  words: (it.innerText ?? '').trim(), near: it.closest('details')?.id ?? '',
  seen: getComputedStyle(it).outlineStyle !== 'none'
    || getComputedStyle(it).boxShadow !== 'none'
    || getComputedStyle(it.closest('label') ?? it).outlineStyle !== 'none' }; }"""


def tab_to(page: Page, **wanted: str) -> None:
    """Presses Tab until the focus stands there; everything on the way must show that it has the focus."""
    for _ in range(LONGEST_WAY):
        here = page.evaluate(HERE)
        if all(text in here[key] if key == "words" else here[key] == text for key, text in wanted.items()):
            return
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        assert here["tag"] == "BODY" or here["seen"], f"the focus can not be seen on {here}"
    raise AssertionError(f"Tab does not lead to {wanted}")


def choose(page: Page, name: str, value: str) -> None:
    """Goes to a group of radio buttons and along it with the arrow keys."""
    tab_to(page, name=name)
    for _ in range(12):
        page.keyboard.press("Space")
        if page.evaluate(HERE)["value"] == value:
            break
        page.keyboard.press("ArrowRight")
    expect(page.locator(f'input[name="{name}"][value="{value}"]')).to_be_checked()


def test_a_reception_is_written_and_saved_with_the_keyboard_alone(desk):
    worker = desk("houkatsu2")
    worker.open_blank("/intake/new/")
    worker.open("/")
    page = worker.page
    tab_to(page, tag="A", words="新しい受付")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator('[name="overview"]')).to_be_focused()
    page.keyboard.type("夫の物忘れが増えて、夜も眠れない。")
    tab_to(page, name="topics", value="care")
    page.keyboard.press("Space")
    tab_to(page, name="family_name")
    page.keyboard.type("鍵野")
    page.keyboard.press("Tab")
    page.keyboard.type("美登里")
    choose(page, "consulter_is", "self")
    choose(page, "channel", "phone")
    tab_to(page, tag="SUMMARY", words="世帯")
    page.keyboard.press("Enter")
    tab_to(page, name="members-0-relation")
    page.keyboard.type("夫")
    choose(page, "consent_answer", "agree")
    choose(page, "consent_method", "oral")
    tab_to(page, tag="BUTTON", words="受付シートを保存する")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("これからどうしますか")
    tab_to(page, tag="A", words="あとで決める")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("鍵野")
    page.keyboard.press("3")
    page.wait_for_url("**/household/")
    expect(page.locator("main")).to_contain_text("夫")


def test_what_is_missing_is_reached_from_the_summary_by_keyboard(desk):
    worker = desk("houkatsu2")
    worker.open_blank("/intake/new/")
    page = worker.page
    page.keyboard.type("名前を聞きそびれた。")
    tab_to(page, tag="BUTTON", words="受付シートを保存する")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("[data-summary]")).to_be_focused()
    tab_to(page, tag="A", words="氏")
    page.keyboard.press("Enter")
    expect(page.locator('[name="family_name"]')).to_be_focused()


def test_a_slash_leads_to_the_search_box(desk):
    page = desk("houkatsu2").page
    page.keyboard.press("/")
    expect(page.locator("#search-all")).to_be_focused()
