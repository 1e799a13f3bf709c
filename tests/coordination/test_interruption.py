"""中断 in Chromium: contact is lost, what was tried is written, a conference says so (R-COOR-09)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import steps
from tests.desk import Desk
from tests.steps import Course, day, last_id

pytestmark = pytest.mark.browser

FAMILY = "NGUYEN"
"""A mother of the demo who raises her children alone; 教育総務課 and 社協 work on the plan, the centre leads."""
TRIED = "家を訪ねたが、だれもいなかった。表札がなくなっていた。"


def lost(centre: Desk) -> Course:
    """The household of the demo with its plan in force."""
    centre.open("/cases/?stage=support")
    row = centre.page.locator("main tbody tr", has_text=FAMILY).first
    course = Course(case=last_id(row.get_by_role("link").first.get_attribute("href") or ""))
    course.number = row.locator("text=/^R\\d+-\\d{4}$/").first.inner_text()
    return course


def tries(worker: Desk, course: Course) -> None:
    """The school social worker went there: 支援経過記録 with how."""
    worker.open_blank(f"/cases/{course.case}/records/new/")
    worker.tick("method", "visit")
    worker.write(content=TRIED)
    worker.press("記録する")


def evaluate(centre: Desk, course: Course, *, attempt: str = "", **words: str) -> None:
    """評価シート 2-6 that says 中断: every goal, when contact was lost, and which records tell of trying."""
    centre.open_blank(f"{course.coordination}/evaluation/")
    for box in centre.page.locator(
        'input[name^="achievement_"][value="not_yet"]:not([name="achievement_long"])'
    ).all():
        centre.tick(box.get_attribute("name") or "", "not_yet")
    centre.tick("conclusion", "interrupt")
    centre.unfold("lost")
    if attempt:
        centre.page.locator('label:has(input[name="attempt_records"])', has_text=attempt).first.click()
    centre.write(**words)
    centre.press("評価シートを保存する")


def convene(centre: Desk, course: Course) -> str:
    centre.open("/conferences/new/")
    centre.page.locator(".choice", has_text="みんなで支え愛会議").click()
    centre.write(starts_at_day=day(), starts_at_time="15:30", place="役場 2階会議室")
    centre.press("会議をひらく")
    course.meetings.append(last_id(centre.path))
    return course.meetings[-1]


def test_only_recorded_attempts_and_a_conference_interrupt_support(desk):
    """R-COOR-09 by the school social worker and the centre; the case keeps its course for the day it is reopened."""
    centre, school = desk("juso1"), desk("kyoiku1")
    course = lost(centre)
    evaluate(centre, course)
    centre.open(f"/conferences/cases/{course.case}/add/")
    centre.reads("連絡がまったく取れなくなった日を入れてください", "連絡を取ろうとした記録がありません")

    tries(school, course)
    evaluate(
        centre,
        course,
        attempt="家を訪ねたが",
        contact_lost_on=day(-40),
        contact_attempts="民生委員に聞いたが、行き先は分からない。",
    )

    meeting = convene(centre, course)
    item = steps.put_on_agenda(centre, course, meeting, "interruption")
    centre.open(f"/conferences/{meeting}/confidentiality/")
    centre.page.locator('[name="agreed"]').check()
    centre.press("確かめて、資料をひらく")
    steps.hold(centre, meeting)
    steps.judge(centre, item, "interrupt")
    steps.finish(centre, meeting)
    centre.open(course.page)
    centre.reads("中断", "支援を再開する")
    centre.open(f"{course.page}course/")
    expect(centre.page.locator("main")).to_contain_text(TRIED)
