"""自立相談支援 by its own desk in Chromium: the standard process to its end, and a passing to 多機関協働 (R-SELF-01)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import steps
from tests.desk import Desk
from tests.steps import CENTRE, SON, SURNAME, WELFARE, Course, day, last_id, write_reception

pytestmark = pytest.mark.browser


def begin(worker: Desk) -> Course:
    """受付, then 利用申込・同意 with the person."""
    course = write_reception(worker)
    worker.open(course.page)
    worker.follow("自立相談支援の利用を申し込む")
    expect(worker.page.locator('[name="family_name"]')).to_have_value(SURNAME)
    for box in ("rules_explained", "applies", "agrees_to_sharing"):
        worker.page.locator(f'[name="{box}"]').check()
    worker.write(explained_by="橋田 恵", signed_name=f"{SURNAME} {SON}")
    worker.tick("signature", "self")
    worker.press("申込票を保存する")
    return course


def assess(worker: Desk, course: Course) -> None:
    sheet = f"{course.coordination}/assessment"
    worker.open(f"{sheet}/wishes/")
    worker.write(wishes="働いて、家賃を自分で払いたい。")
    worker.press("この項目を保存する")
    worker.open(f"{sheet}/summary/")
    worker.write(summary="失業が長く、家賃と灯油代が足りない。生活のリズムから整える。")
    worker.tick("screening", "plan")
    worker.press("この項目を保存する")


def plan(worker: Desk, course: Course) -> None:
    """就労準備支援 (支援決定) and 住居確保給付金 (確認), the evaluation planned in three months."""
    worker.open(course.page)
    expect(worker.page.locator(".next__title")).to_contain_text("自立相談支援のプランをつくる")
    worker.follow("進む")
    expect(worker.page.locator('[name="wish"]')).to_have_value("働いて、家賃を自分で払いたい。")
    worker.write(**{"goals-0-text": "朝起きて通う", "goals-0-by_when": "3か月後"})
    lines = (("preparation", "就労準備の講座に通う"), ("housing", "住居確保給付金を申請する"))
    for place, (service, support) in enumerate(lines):
        if not worker.page.locator(f'[name="items-{place}-support"]').count():
            worker.page.get_by_role("button", name="支援内容を追加する").click()
        worker.tick(f"items-{place}-service", service)
        worker.write(**{f"items-{place}-support": support, f"items-{place}-staff": "橋田 恵"})
        worker.pick(f"items-{place}-agency", WELFARE)
    worker.pick("lead_agency", WELFARE)
    worker.page.locator('select[name="evaluation_months"]').select_option("3")
    worker.write(starts_on=day(), ends_on=day(180), person_agreed_on=day(), signed_name=f"{SURNAME} {SON}")
    worker.tick("signature", "self")
    worker.press("プランを保存する")
    course.plan = last_id(worker.path)
    worker.reads("就労準備支援・支援決定", "住居確保給付金・確認")
    worker.press("会議に出す")


def convene(worker: Desk, course: Course) -> str:
    """The desk sets up its 支援調整会議 the first time, and calls one with the town's decider."""
    worker.open(f"/conferences/new/?case={course.case}")
    if worker.page.get_by_role("button", name="支援調整会議をつくる").count():
        worker.press("支援調整会議をつくる")
    else:
        worker.page.locator(".choice", has_text="支援調整会議").click()
    worker.write(starts_at_day=day(), starts_at_time="13:30", place="社協 相談室")
    for chip in worker.page.locator('label:has(input[name="members"])').all():
        wanted = "永井 千春" in chip.inner_text()
        if chip.locator("input").is_checked() != wanted:
            chip.click()
    worker.press("会議をひらく")
    meeting = expect_meeting(worker)
    return meeting


def expect_meeting(worker: Desk) -> str:
    """From the case in mind the way leads to the agenda form, with the meeting chosen."""
    expect(worker.page.locator("h1")).to_have_text("支援調整会議にかける")
    return worker.page.locator('input[name="meeting"]:checked').get_attribute("value") or ""


def judged(worker: Desk, course: Course, timing: str, judgement: str) -> None:
    """議題に入れる, 会議をひらく, 判断."""
    meeting = convene(worker, course)
    worker.tick("timing", timing)
    worker.press("議題に入れる")
    row = worker.page.locator("#agenda tbody tr").filter(has_text=course.number)
    item = last_id(row.get_by_role("link").first.get_attribute("href") or "")
    worker.open(f"/conferences/{meeting}/")
    worker.follow("守秘義務を確かめる")
    worker.page.locator('[name="agreed"]').check()
    worker.press("確かめて、資料をひらく")
    worker.open(f"/conferences/{meeting}/")
    worker.press("会議をはじめる")
    worker.press("出席を記録する")
    worker.open(f"/conferences/items/{item}/")
    worker.reads("社会資源の充足状況")
    worker.tick("judgement", judgement)
    worker.write(opinion="異論なし。")
    worker.press("判断を記録する")
    worker.open(f"/conferences/{meeting}/finish/")
    worker.press("会議を終える")


def decide(decider: Desk, course: Course) -> None:
    decider.open(f"/coordination/plans/{course.plan}/decision/")
    decider.reads("支援決定", "確認。支給決定は別に行います")
    decider.write(number="福第31号")
    decider.press("支援決定する")
    decider.reads("確定", "福第31号")


def monitor(worker: Desk, course: Course) -> None:
    worker.open(f"/coordination/plans/{course.plan}/monitoring/")
    for name in worker.page.locator('input[name^="progress_"][value="as_planned"]').all():
        worker.tick(name.get_attribute("name") or "", "as_planned")
    worker.tick("after", "keep")
    worker.write(next_on=day(30))
    worker.press("モニタリングを記録する")


def evaluate(worker: Desk, course: Course) -> None:
    worker.open(f"{course.coordination}/self-reliance/evaluation/")
    for name in worker.page.locator('input[name^="achievement_"][value="achieved"]').all():
        if name.get_attribute("name") != "achievement_long":
            worker.tick(name.get_attribute("name") or "", "achieved")
    worker.write(
        remaining_issues="滞納は解消した。", person_wish="このまま働きたい。", staff_opinion="終結してよい。"
    )
    worker.tick("conclusion", "close")
    worker.press("評価シートを保存する")


def test_the_standard_process_from_reception_to_closure(sit):
    worker, decider = sit("shakyo1"), sit("fukushi1")
    course = begin(worker)
    assess(worker, course)
    plan(worker, course)
    judged(worker, course, "plan", "appropriate")
    steps.draft(sit("fukushi2"), course)
    decide(decider, course)
    monitor(worker, course)
    worker.open("/coordination/self-reliance/")
    worker.reads(SURNAME, "支援中")
    evaluate(worker, course)
    judged(worker, course, "closure", "close")
    worker.open(course.page)
    worker.reads("終結")
    worker.open("/coordination/self-reliance/?shown=ended")
    worker.reads(SURNAME)


def test_a_household_is_handed_on_to_multi_agency_work(sit):
    worker, coordinator = sit("shakyo1"), sit("juso1")
    course = begin(worker)
    assess(worker, course)
    plan_without_meeting(worker, course)
    worker.open(course.page)
    worker.follow("多機関協働に引き継ぐ")
    worker.reads("そのまま移るもの", "支援内容2件")
    worker.write(
        reason="母の介護と息子の障害がからみ、役割の整理がいる。", explained_what="重層支援センターと一緒に考えます。",
        signed_name=f"{SURNAME} {SON}",
    )  # fmt: skip
    worker.tick("signature", "self")
    worker.press("多機関協働に引き継ぐ")
    worker.open(course.page)
    worker.reads(f"{CENTRE}の返事を待っています")
    coordinator.open("/intake/inbox/")
    coordinator.reads(SURNAME)
    coordinator.open(f"{course.page}plan/")
    coordinator.reads("就労準備の講座に通う", "朝起きて通う")


def plan_without_meeting(worker: Desk, course: Course) -> None:
    """The plan is taken back from the conference: it is handed on instead."""
    plan(worker, course)
    worker.press("取り下げて直す")
