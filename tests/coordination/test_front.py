"""Application and assessment of 多機関協働 in front of a browser (R-COOR-01, R-COOR-02, R-COOR-03)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.desk import PHONE, Desk
from tests.reception import agrees_that_all_are_told, take_in
from tests.steps import DISABILITY, day

pytestmark = pytest.mark.browser


def taken_in(centre: Desk, surname: str) -> str:
    """A consultation at the 重層支援センター whose person lets all be told; answers the case."""
    case = take_in(
        centre, "health", "rent", overview="通院が途切れ、家賃も払えていない。",
        family_name=surname, given_name="章", stated_age="51",
    )  # fmt: skip
    agrees_that_all_are_told(centre, case)
    return case


def apply(centre: Desk, case: str, surname: str, *, draws: bool) -> None:
    centre.open_blank(f"/coordination/cases/{case}/application/")
    for name in ("rules_explained", "applies", "agrees_to_sharing"):
        centre.page.locator(f'[name="{name}"]').check()
    centre.tick("signature", "self")
    centre.write(signed_name=f"{surname} 章", applied_on=day())
    if draws:
        draw(centre)
    centre.press("申込票を保存する")


def draw(centre: Desk) -> None:
    """Two strokes by mouse; a finger goes the same way."""
    pad = centre.page.locator("[data-sign-pad]")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    assert box["width"] > 280 and box["height"] > 100
    mouse = centre.page.mouse
    for left in (0.2, 0.5):
        mouse.move(box["x"] + box["width"] * left, box["y"] + box["height"] * 0.3)
        mouse.down()
        mouse.move(box["x"] + box["width"] * (left + 0.2), box["y"] + box["height"] * 0.7, steps=8)
        mouse.up()
    expect(centre.page.locator("[data-sign-status]")).to_have_text("署名が書かれています。")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["office", "phone"])
def test_the_person_signs_the_application_on_the_screen(desk, viewport):
    """R-COOR-01, at the 重層支援センター: drawn, taken back by one stroke, kept, shown."""
    centre = desk("juso1", viewport=viewport) if viewport else desk("juso1")
    case = taken_in(centre, "筆野")
    apply(centre, case, "筆野", draws=True)
    centre.open(f"/coordination/cases/{case}/application/")
    expect(centre.page.get_by_role("img", name="筆野 章さんの署名")).to_be_visible()


def test_an_agency_is_asked_answers_and_is_taken_over(desk):
    """R-COOR-03, between the centre and the desk for disabled people, which sees nothing else of the case."""
    centre, disability = desk("juso1"), desk("kikan1")
    case = taken_in(centre, "問田")
    apply(centre, case, "問田", draws=False)
    centre.open(f"/coordination/cases/{case}/assessment/")
    centre.follow("情報提供を依頼する")
    centre.page.locator("label", has_text=DISABILITY).click()
    centre.tick("sections_asked", "health")
    centre.write(reason="通院が途切れた時期を知りたい", due_on=day(7))
    centre.press("依頼を送る")
    centre.reads("返事待ち")

    assert disability.open(f"/cases/{case}/") == 404
    disability.open("/")
    disability.reads("問田", "情報提供依頼への回答")
    disability.page.locator("main .due", has_text="問田").get_by_role("link", name="回答する").first.click()
    expect(disability.page.locator('[name="health-treatment"]')).to_be_visible()
    expect(disability.page.locator('[name="work-history"]')).to_have_count(0)
    disability.write(**{"health-treatment": "去年の秋から通院していない", "known_on": day()})
    disability.press("回答を送る")
    disability.reads("回答済み", "去年の秋から通院していない")
    assert disability.open(f"/coordination/cases/{case}/assessment/") == 404

    centre.open("/")
    centre.reads("情報提供の回答が届きました")
    centre.open(f"/coordination/cases/{case}/requests/")
    centre.press("アセスメントに取り込む")
    centre.reads("去年の秋から通院していない", DISABILITY)


def test_a_screening_that_is_no_plan_leads_on(desk):
    """R-COOR-02, at the 重層支援センター: what ordinary cooperation solves goes another way."""
    centre = desk("juso1")
    case = taken_in(centre, "道端")
    apply(centre, case, "道端", draws=False)
    centre.open_blank(f"/coordination/cases/{case}/assessment/summary/")
    centre.write(summary="福祉課の手続きで足りる。")
    centre.tick("screening", "refer")
    centre.press("この項目を保存する")
    expect(
        centre.page.locator("main").get_by_role("link", name="ふさわしい制度・機関につなぐ")
    ).to_be_visible()
