"""The ways on that need the person's consent: 多機関協働 and アウトリーチ (R-INT-03, R-INT-07)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.desk import Desk
from tests.reception import agrees_that_all_are_told, take_in
from tests.steps import WELFARE, last_id

pytestmark = pytest.mark.browser

OVERVIEW = "作業所に行けなくなり、家賃と病院代が払えない。"


def on(worker: Desk, case: str, way: str) -> None:
    """One of the ways at triage, with its reason."""
    worker.open_blank(f"/intake/{case}/triage/")
    if worker.page.locator('[name="assistance"]').count():
        worker.tick("assistance", "no")
    worker.tick("phrases", "専門の機関の支援が要る")
    worker.press(way)


def test_without_consent_there_is_the_support_conference_and_with_it_the_application(desk):
    """R-INT-07, at the desk for disabled people: 2-2 asks for nothing that was typed already, and for the signature."""
    disability, centre = desk("kikan1"), desk("juso1")
    case = take_in(
        disability, "health", "rent", answer="disagree", overview=OVERVIEW,
        family_name="渡瀬", given_name="令二", stated_age="46",
    )  # fmt: skip
    on(disability, case, "多機関協働につなぐ")
    disability.is_blocked("本人が同意していません")
    on(disability, case, "支援会議で扱う")
    assert re.match(f"/conferences/cases/{case}/", disability.path)

    agrees_that_all_are_told(disability, case)
    on(disability, case, "多機関協働につなぐ")
    disability.write(explained_what="重層支援センターにも伝えて、いっしょに考えること")
    disability.tick("accompaniment", "goes_along")
    disability.press("つなぎを送る")
    centre.open(f"/intake/referrals/{last_id(disability.path)}/answer/?answer=accepted")
    centre.press("返事を送る")
    centre.open(f"/coordination/cases/{case}/plans/new/")
    centre.is_blocked("利用の申込(申込票 2-2)がまだありません")
    centre.open(f"/coordination/cases/{case}/application/")
    expect(centre.page.locator('[name="family_name"]')).to_have_value("渡瀬")
    expect(centre.page.locator('[name="given_name"]')).to_have_value("令二")
    centre.page.locator('[name="rules_explained"]').check()
    centre.press("申込票を保存する")
    centre.is_blocked("同意")


def test_who_must_be_visited_first_is_shared_with_outreach(desk):
    """R-INT-03, at the desk of families: the sheet asks the welfare council, which finds it in its box."""
    young, welfare = desk("kosodate1"), desk("shakyo1")
    case = take_in(
        young, "withdrawal", consulter="family", channel="visit", answer="agree",
        overview="弟が部屋から出ない。戸を開けない。", family_name="戸坂",
    )  # fmt: skip
    on(young, case, "アウトリーチと共有する")
    expect(young.page.locator('select[name="receiver"] option:checked')).to_contain_text(WELFARE)
    expect(young.page.locator('[name="requests"][value="outreach"]')).to_be_checked()
    young.write(explained_what="社協の人が、まず手紙を書くこと")
    young.tick("accompaniment", "goes_along")
    young.press("つなぎを送る")
    young.reads("返事待ち")
    welfare.open("/intake/inbox/")
    welfare.reads("戸坂", "専門の機関の支援が要る")
