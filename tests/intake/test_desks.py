"""Each field's desk keeps its own way of working, in Chromium (R-INT-01, R-INT-02, R-INT-13)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.desk import Desk
from tests.steps import day
from tests.test_keyboard import tab_to

pytestmark = pytest.mark.browser

NOTICED = "回覧板が三日まえから玄関に置いたまま。"
WHO = "坂の上の一人暮らしの方"


def enter_short(page: Page, *, right: int, saves: bool = True) -> None:
    """One short consultation without the mouse: topic, channel, from whom, outcome, Enter."""
    for _ in range(right):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    for name in ("channel", "consulter_is", "outcome"):
        tab_to(page, name=name)
        page.keyboard.press("Space")
    tab_to(page, name="memo")
    page.keyboard.type("配食の申し込み方")
    if saves:
        with page.expect_navigation():
            page.keyboard.press("Enter")


def test_short_consultations_are_entered_in_a_row_without_a_mouse(desk):
    """R-INT-02, as the aged-care desk."""
    care: Desk = desk("houkatsu1")
    care.open("/intake/")
    with care.page.expect_navigation():
        care.page.keyboard.press("2")
    for right in (2, 11):
        expect(care.page.locator('input[name="topics"]').first).to_be_focused()
        enter_short(care.page, right=right)
        care.reads("1件入れました")
    care.reads("収入・生活費", "介護", "配食の申し込み方")
    enter_short(care.page, right=1, saves=False)
    care.write(memo="山田さんの件")
    care.press("保存して次を入れる")
    care.reads("名前が入っていませんか")


def test_a_call_is_promised_and_returned(desk):
    """R-INT-02, as the disability desk; the next desk reads nothing of it."""
    disability: Desk = desk("kikan1")
    disability.open("/intake/desk/calls/")
    disability.write(party="川向こうの父親", content="福祉サービスの手続き", call_back_until=day())
    disability.press("電話を記録する")
    other: Desk = desk("kosodate1")
    other.open("/intake/desk/calls/")
    expect(other.page.locator("main")).not_to_contain_text("川向こうの父親")
    disability.open("/")
    disability.reads("川向こうの父親", "電話を折り返す約束です。")
    with disability.page.expect_navigation():
        disability.page.get_by_role("button", name="川向こうの父親: 折り返した").click()
    expect(disability.page.locator("main")).not_to_contain_text("川向こうの父親")


def test_what_a_volunteer_noticed_becomes_a_case_with_the_desks_own_items(desk):
    """R-INT-01 and R-INT-02, as the aged-care desk: report, watch, reception, extra items, another worker."""
    care: Desk = desk("houkatsu1")
    care.open("/intake/desk/reports/new/")
    care.write(noticed=NOTICED, about=WHO, reporter_name="報告 道子")
    care.tick("reporter_role", "commissioner")
    care.page.locator('label:has(input[name="is_anonymous"])').click()
    care.press("報告を残す")
    care.page.locator("summary", has_text="見守りを頼む").click()
    care.write(**{"watch-words": "朝に声をかけてもらう", "watch-until": day(3)})
    care.press("見守りを頼む")
    care.reads("見守り中", "朝に声をかけてもらう")
    care.follow("受付を始める")
    expect(care.page.locator('[name="overview"]')).to_have_value(f"{NOTICED}\nだれのこと: {WHO}")
    expect(care.page.locator('[name="consulter_name"]')).to_have_value("")
    care.write(family_name="不明")
    care.tick("topics", "neighbours")
    care.tick("consent_answer", "unclear")
    care.press("受付シートを保存する")
    case = care.path.split("/")[2]
    care.open(f"/intake/{case}/extra/")
    care.pick("care-application", "申請中")
    care.write(**{"family-doctor": "坂下医院"})
    care.press("保存する")
    care.reads("窓口の項目", "申請中", "坂下医院")
    care.open("/intake/desk/caseload/")
    care.page.locator(f'label:has(input[name="case"][value="{case}"])').click()
    care.pick("to", "大垣 修")
    care.press("主担当者を替える")
    care.reads("1件の主担当者を替えました")
    care.open("/intake/desk/reports/?all=1")
    care.reads("受付にした")
    expect(care.page.locator("main")).not_to_contain_text(WHO)


def test_a_day_outside_is_planned_and_filled(desk):
    """R-INT-02, as the children's desk."""
    young: Desk = desk("kosodate1")
    young.open("/intake/desk/outposts/")
    young.write(on=day(), starts="10:00", ends="11:30", place="柵原の子育てひろば")
    young.press("この日を加える")
    young.open("/")
    young.reads("出張相談", "柵原の子育てひろば")
    young.open("/intake/desk/outposts/")
    young.follow("柵原の子育てひろば")
    young.follow("短い相談を入れる")
    young.tick("topics", "child_rearing")
    young.tick("consulter_is", "self")
    young.tick("outcome", "listened")
    young.press("保存して次を入れる")
    young.open("/intake/desk/outposts/")
    young.follow("柵原の子育てひろば")
    young.reads("この日の短い相談(1件)", "話を聴いた")


def test_work_beside_the_cases_is_counted_for_the_town(desk):
    """R-INT-13: entered at one desk, summed up for the centre, opened as Excel."""
    care: Desk = desk("houkatsu1")
    care.open("/intake/desk/activities/")
    care.tick("kind", "care_managers")
    care.write(what="圏域の勉強会", minutes="45")
    care.press("保存して次を入れる")
    care.reads("圏域の勉強会")
    centre: Desk = desk("juso1")
    centre.open("/intake/desk/activities/")
    expect(centre.page.locator("main")).not_to_contain_text("圏域の勉強会")
    centre.open("/intake/desk/activities/sums/")
    centre.reads("市町村のすべての機関", "美咲町地域包括支援センター", "45分")
    answer = centre.context.request.get("/intake/desk/activities/sums.xlsx")
    assert answer.status == 200
    assert answer.body()[:2] == b"PK"
