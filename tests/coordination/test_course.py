"""The course of support after its plan, by the hands that do it: progress, end, follow-up, reopening, load, study.

Each works on a case of its own or on one of the demo's, so that the order does not matter.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests import steps
from tests.desk import PHONE, Desk
from tests.steps import day

pytestmark = pytest.mark.browser

TELLS = re.compile("進みぐあいを知らせる")


def asked_case(centre: Desk, agency: str) -> str:
    """The plan about whose lines this agency is asked, from the coordinator's list."""
    centre.open("/coordination/progress/")
    row = centre.page.locator("main tbody tr", has_text=agency).first
    link = row.get_by_role("link", name="モニタリングへ")
    expect(link).to_be_visible()
    return (link.get_attribute("href") or "").split("/")[3]


def test_an_agency_tells_its_progress_in_a_minute_on_the_phone(desk):
    """R-COOR-07: one press per line and a word; the monitoring opens with it; nobody else's lines are there."""
    centre = desk("juso1")
    centre.open("/coordination/progress/")
    asked = centre.page.locator("main tbody tr", has_text="社会福祉協議会")
    if not asked.count():
        pytest.skip("nobody is asked in this demo today")
    plan = asked_case(centre, "社会福祉協議会")
    welfare = desk("shakyo1", viewport=PHONE)
    welfare.open_blank(f"/coordination/plans/{plan}/progress/")
    first = welfare.page.locator('input[name^="progress_"]').first.get_attribute("name") or ""
    assert first
    for box in welfare.page.locator('input[name^="progress_"][value="as_planned"]').all():
        welfare.tick(box.get_attribute("name") or "", "as_planned")
    welfare.write(**{first.replace("progress_", "note_"): "週に二回、休まず来ている。"})
    welfare.press("進みぐあいを知らせる")
    centre.open(f"/coordination/plans/{plan}/monitoring/")
    centre.reads("から知らせがありました")
    expect(centre.page.locator(f'[name="{first.replace("progress_", "note_")}"]')).to_have_value(
        "週に二回、休まず来ている。"
    )
    stranger = desk("egao1")
    assert stranger.open(f"/coordination/plans/{plan}/progress/") == 404


def test_a_course_goes_back_ends_and_is_reopened(desk):
    """R-COOR-02, R-COOR-10: what ordinary cooperation solves ends before a plan; when things change it is reopened."""
    centre = desk("juso1")
    course = steps.write_reception(centre)
    steps.apply(centre, course)
    centre.open(f"{course.coordination}/end/")
    centre.reads("受付・つなぎ元にもどす", "判断前の中断")
    centre.tick("way", "broken_off")
    centre.write(told="三度電話し、家を訪ねたが会えなかった。")
    centre.press("多機関協働を終える")
    centre.open(course.page)
    centre.reads("中断", "支援を再開する")
    centre.open(f"/cases/{course.case}/records/new/")
    centre.is_blocked("終結しています")
    centre.follow("支援を再開する")
    centre.reads("再開でもどること", "申込", "多機関協働")
    centre.press("支援を再開する")
    expect(centre.page.locator("main")).to_contain_text("再開する理由")
    centre.write(reason="本人から電話があり、会いたいと言われた。")
    centre.press("支援を再開する")
    centre.open(course.page)
    centre.reads("支援を再開しました", "アセスメントを始める")
    centre.open(f"{course.coordination}/end/")
    centre.tick("way", "back")
    centre.write(told="家計の相談だけで足りるため、受付の窓口で続ける。")
    centre.press("多機関協働を終える")
    centre.open(course.page)
    centre.reads("受付・つなぎ元へ")
    stranger = desk("egao1")
    assert stranger.open(f"{course.coordination}/reopen/") == 404


def test_after_the_end_somebody_looks_in_again(desk):
    """R-COOR-08: a closed case is looked at again and stays closed; the next day is asked for."""
    centre = desk("juso1")
    centre.open("/coordination/follow-ups/")
    centre.reads("終結後のフォローアップ")
    centre.open("/cases/?closed=on&stage=closed")
    ended = centre.page.locator("main tbody tr", has_text="終結").first.get_by_role("link").first
    case = (ended.get_attribute("href") or "").split("/")[2]
    centre.open_blank(f"/coordination/cases/{case}/follow-up/")
    centre.tick("result", "again")
    centre.write(content="電話で話した。変わりなく暮らしている。")
    centre.press("フォローアップを記録する")
    centre.is_blocked("次に会う日")
    centre.write(next_on=day(60))
    centre.press("フォローアップを記録する")
    centre.reads("フォローアップ: また会う")
    centre.open("/coordination/follow-ups/")
    expect(centre.page.get_by_role("link", name="ようすを書く").first).to_be_visible()


def test_the_coordinator_sees_who_carries_how_much(desk):
    """R-COOR-12: numbers per agency and worker; for others there is no such page."""
    centre = desk("juso1")
    centre.open("/coordination/load/")
    centre.reads("重層支援センター", "主担当のケース")
    assert desk("houkatsu1").open("/coordination/load/") == 404


def test_a_case_study_is_planned_held_and_answered_without_names(desk):
    """R-COOR-13."""
    centre = desk("juso1")
    centre.open_blank("/coordination/studies/new/")
    centre.tick("kind", "case_study")
    centre.write(title="8050世帯の支え方", starts_at_day=day(), starts_at_time="13:30", place="役場 会議室")
    care = centre.page.locator("label", has_text="美咲町地域包括支援センター").first
    care.click()
    centre.write(material="鷺坂さんの母82歳。息子は長く家にいる。")
    centre.press("計画を保存する")
    centre.is_blocked("名前のような言葉")
    centre.write(material="80代の母と50代の子の世帯。子は長く家にいる。")
    centre.press("計画を保存する")
    page = centre.path
    centre.reads("8050世帯の支え方", "開催を記録する")
    centre.follow("開催を記録する")
    centre.page.locator('input[name^="attended_"]').first.fill("6")
    centre.write(summary="母の相談のときに、子のことも聞く。")
    centre.press("開催を記録する")
    worker = desk("houkatsu1")
    worker.open(page)
    worker.follow("ふり返りを送る")
    worker.tick("rating", "4")
    worker.write(comment="次は、受診につなぐときの工夫を。")
    worker.press("ふり返りを送る")
    worker.reads("4 / 4", "受診につなぐとき")
