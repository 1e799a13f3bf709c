"""The plan in Chromium: lines that name their goal, 起案 and 決裁, versions, and the own plan of ④ (R-COOR-04 to R-COOR-07)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import steps
from tests.desk import Desk
from tests.plans import write_plan
from tests.steps import Course, day

pytestmark = pytest.mark.browser


def applied(care: Desk, centre: Desk) -> Course:
    """A case that the centre has taken on and assessed."""
    course = steps.write_reception(care)
    steps.ask_for_consent(care, course)
    steps.triage(care, course)
    steps.refer(care, course)
    steps.accept(centre, course)
    steps.apply(centre, course)
    steps.assess(centre, course)
    return course


def judged(centre: Desk, town: Desk, course: Course) -> None:
    meeting = steps.convene(centre, course)
    item = steps.put_on_agenda(centre, course, meeting, "plan")
    for member in (centre, town):
        steps.acknowledge(member, meeting, item, works_on_it=True)
    steps.hold(centre, meeting)
    steps.judge(centre, item, "appropriate")
    steps.finish(centre, meeting)


def test_a_plan_is_written_decided_on_a_draft_and_written_anew(desk):
    """R-COOR-04, R-COOR-06, R-COOR-07 by the centre, and two of the town's division."""
    care, centre, town, drafter = desk("houkatsu1"), desk("juso1"), desk("fukushi1"), desk("fukushi2")
    course = applied(care, centre)
    write_plan(centre, course)
    judged(centre, town, course)
    steps.draft(drafter, course)
    drafter.open(f"/coordination/plans/{course.plan}/decision/")
    drafter.is_blocked("起案した人は、その起案を決裁できません")
    decision = f"/coordination/plans/{course.plan}/decision/"
    town.open(decision)
    refused = town.page.locator('input[type="radio"][value="no"]').nth(1).get_attribute("name") or ""
    town.tick(refused, "no")
    town.press("支援決定する")
    town.is_blocked("支援決定しない理由を入れてください")
    town.write(number="福第90号", **{refused.replace("item_", "reason_"): "担当できる人がいない"})
    town.press("支援決定する")
    town.reads("確定", "福第90号", "支援決定なし", "担当できる人がいない")

    centre.open(f"/coordination/plans/{course.plan}/")
    centre.press("再プランをつくる")
    expect(centre.page.locator('[name="items-0-goal"]')).to_have_value("1")
    centre.write(**{"items-0-frequency": "週2回"})
    centre.press("プランを保存する")
    centre.reads("前の版から変わったところ", "(なし) → 週2回")
    centre.follow("並べて見る")
    expect(centre.page.locator("main ins").filter(has_text="週2回").first).to_be_visible()


def test_outreach_is_planned_before_consent_and_put_to_the_support_conference(desk):
    """R-COOR-05 by the aged-care worker who came to know of somebody."""
    care = desk("houkatsu1")
    course = steps.write_reception(care)
    care.open(f"{course.coordination}/menus/outreach/new/")
    care.write(noticed="近所の人から", known="雨戸が閉まったまま(民生委員)", reaching="月に2回、声をかける")
    care.write(emergency="119番と保健師に連絡する", evaluate_on=day(90))
    care.tick("agreement", "not_yet")
    care.press("保存する")
    care.reads("同意の前", "支援会議で確かめます")
    care.press("会議に出す")
    care.reads("支援会議の判断を待っています")
    care.follow("会議にかける")
    care.reads("支援会議で扱う", "2-5② アウトリーチ等プラン(初回)")
