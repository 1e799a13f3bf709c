"""A household in three fields of the town's list is a candidate for 多機関協働, at the children's desk (R-INT-10)."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.desk import Desk
from tests.reception import take_in
from tests.steps import CENTRE

pytestmark = pytest.mark.browser

WHY = ("相談: 介護", "相談: 債務", "相談: 子育て")


def received(worker: Desk, family: str, *topics: str) -> str:
    words = {"overview": "祖母の通院と借金の返済で、子どもの迎えに行けない。", "family_name": family}
    return take_in(worker, *topics, answer="agree", **words)


def test_three_fields_of_the_town_make_a_candidate_and_lead_to_the_centre(sit):
    young = sit("kodomo1")
    case = received(young, "三叉", "care", "debt", "child_rearing")
    young.reads("多機関協働の候補", "3つの分野にまたがっています(この町の目安は3つ)")
    expect(young.page.locator("aside")).to_contain_text(WHY[0])
    for why in WHY:
        young.reads(why)
    young.open(f"/cases/{case}/")
    young.reads("多機関協働の候補", "高齢", "生活困窮", "こども")
    young.open(f"/intake/{case}/triage/")
    young.tick("assistance", "no")
    young.tick("phrases", "専門の機関の支援が要る")
    young.press("多機関協働につなぐ")
    expect(young.page.locator('select[name="receiver"] option:checked')).to_contain_text(CENTRE)


def test_two_fields_make_none_however_many_topics(sit):
    young = sit("kosodate1")
    case = received(young, "二叉", "debt", "rent", "income", "child_rearing")
    expect(young.page.locator("h1")).to_have_text("これからどうしますか")
    expect(young.page.locator("main")).not_to_contain_text("多機関協働の候補")
    young.open(f"/cases/{case}/")
    expect(young.page.locator("main")).not_to_contain_text("多機関協働の候補")
