"""One person met by two agencies, and a family that changes, in Chromium (R-PEO-01, R-PEO-02, R-PEO-04, R-DIS-01)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.desk import Desk
from tests.reception import take_in

pytestmark = pytest.mark.browser

PERSON = {
    "family_name": "齋藤", "given_name": "須磨代", "family_kana": "さいとう", "given_kana": "すまよ",
    "birth_date": "昭和19年3月1日", "phone": "0868-31-4159", "address": "美咲町原田1丁目2-3",
}  # fmt: skip
AS_OTHERS_WRITE = PERSON | {
    "family_name": "斉藤",
    "family_kana": "サイトウ",
    "birth_date": "S19.3.1",
    "address": "大字原田一丁目2番3号",
}


def received(worker: Desk, person: dict[str, str]) -> str:
    """Takes a short consultation; answers the address of the case."""
    return f"/cases/{take_in(worker, 'care', overview='物忘れが増えて心配だと話す。', **person)}/"


def test_one_person_of_two_agencies_is_found_to_be_one_by_the_coordinator_alone(desk):
    first, second, centre = desk("houkatsu1"), desk("kikan1"), desk("juso1")
    mine = received(first, PERSON)
    second.open_blank("/intake/new/")
    second.write(**AS_OTHERS_WRITE)
    with second.page.expect_response("**/people/likely/"):
        second.page.locator('[name="phone"]').press("Tab")
    assert "同じ人かもしれません" not in second.page.content()
    theirs = received(second, AS_OTHERS_WRITE)

    centre.open("/")
    centre.reads("同じ人かもしれない組が")
    centre.open("/people/same/")
    centre.follow("齋藤 須磨代") if centre.page.get_by_role(
        "link", name="齋藤 須磨代"
    ).count() else centre.follow("斉藤 須磨代")
    centre.reads("昭和19年3月1日", "美咲町原田1丁目2-3", "大字原田一丁目2番3号")
    centre.tick("decision", "same")
    centre.press("判断を残す")
    centre.is_blocked("何で確かめたか")
    centre.write(reason="二つの機関に電話で確かめた")
    centre.press("判断を残す")
    centre.reads("同じ人として結びました")

    for worker, own, other in ((first, mine, theirs), (second, theirs, mine)):
        assert worker.open(other) == 404
        worker.open(f"{own}household/")
        assert other not in worker.page.content()
    first.open_blank("/intake/new/")
    first.write(**AS_OTHERS_WRITE)
    first.page.locator('[name="phone"]').press("Tab")
    expect(first.page.get_by_text("同じ人かもしれません")).to_be_visible()
    expect(first.page.locator("aside").get_by_role("link", name="齋藤 須磨代")).to_have_attribute(
        "href", mine
    )
    assert not [fault for one in (first, second, centre) for fault in one.faults if "404" not in fault]


@pytest.mark.parametrize(
    "words", ["斎藤", "さいとう すまよ", "saito sumayo", "須磨代 1944年", "-4159", "S19.3.1 原田"]
)
def test_staff_find_by_whatever_they_know_and_strangers_do_not(desk, words):
    worker, stranger = desk("houkatsu1"), desk("egao1")
    worker.open("/")
    worker.page.keyboard.press("/")
    worker.page.keyboard.type(words)
    with worker.page.expect_navigation():
        worker.page.keyboard.press("Enter")
    worker.reads("齋藤 須磨代", "見つかったわけ")
    stranger.open(f"/search/?q={words}")
    assert "須磨代" not in stranger.page.locator("main table").all_inner_texts().__str__()


def test_a_family_is_drawn_and_told_and_any_past_day_stays(desk):
    worker = desk("houkatsu1")
    case = received(
        worker,
        PERSON | {"given_name": "梅乃", "given_kana": "うめの", "phone": "", "birth_date": "昭和12年5月5日"},
    )
    worker.open(f"{case}household/")
    worker.follow("世帯の人を加える")
    worker.write(family_name="齋藤", given_name="一郎", relation="長男", birth_date="昭和40年2月2日")
    worker.press("世帯に加える")
    worker.reads("齋藤 一郎")
    figures = worker.page.locator("svg [aria-label*='一郎']")
    expect(figures.first).to_be_attached()
    worker.open(f"{case}household/?day=R6.4.1")
    worker.reads("令和6年4月1日の世帯", "一郎")
    worker.open(f"{case}household/?day=S39.4.1")
    assert "齋藤 一郎" not in worker.page.locator("main table").first.inner_text()
    assert not worker.faults
