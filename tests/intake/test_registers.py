"""The registers of the desks in Chromium: 権利擁護 (R-INT-11), 妊産婦等の支援台帳 (R-INT-12), 住居確保給付金 (R-SELF-01)."""

from __future__ import annotations

import re

import pytest

from tests.desk import Desk
from tests.reception import agrees_that_all_are_told, take_in
from tests.steps import day

pytestmark = pytest.mark.browser


def come(worker: Desk, *, family: str, given: str, overview: str, age: str) -> str:
    """Somebody who came themselves and lets the town's agencies know; answers the case."""
    case = take_in(
        worker, "other", channel="visit", overview=overview,
        family_name=family, given_name=given, stated_age=age, address="美咲町原田1",
    )  # fmt: skip
    agrees_that_all_are_told(worker, case)
    return case


def papers_of(worker: Desk, case: str) -> None:
    worker.open(f"/cases/{case}/documents/")


def test_a_care_worker_leads_an_old_woman_to_the_mayor_s_petition(desk):
    """R-INT-11: no relative files, nothing is skipped, the division has the report on its home page."""
    care = desk("houkatsu1")
    case = come(care, family="鴫原", given="トメ", age="86", overview="支払いができず、督促がたまっている。")
    papers_of(care, case)
    care.follow("権利擁護の道すじを始める")
    care.tick("kind", "family_petition")
    care.write(reason="通帳と印鑑をなくし、電気が止まりかけている。")
    care.press("道すじを始める")
    care.reads("診断書と本人情報シートをそろえる", "つぎ")
    route = care.path
    care.follow("家庭裁判所に申し立てる")
    care.write(done_on=day(), done_by="井原")
    care.press("保存する")
    care.is_blocked("飛ばすことはできません")
    care.open(route)
    care.follow("市町村長申立てに切りかえる")
    care.tick("relatives", "none")
    care.write(note="戸籍をたどったが、子も兄弟もいない。")
    care.press("切りかえる")
    care.reads("二親等内の親族を調べ")
    care.follow("申立てが要ることを確かめる")
    care.write(done_on=day(), done_by="井原 真由美")
    care.press("保存する")
    care.follow("担当課に報告する")
    care.pick("division", "福祉しあわせ課")
    care.press("報告する")
    care.reads("福祉しあわせ課", "市町村の担当課に報告する")
    route = care.path
    town = desk("fukushi1")
    town.open("/")
    town.reads("からの報告")
    assert town.open(route) == 200
    town.follow("二親等内の親族を調べ、意思を確かめる")
    town.write(done_on=day(), done_by="福祉しあわせ課")
    town.press("保存する")
    assert desk("egao1").open(route) == 404


def test_a_nurse_keeps_the_ledger_and_makes_a_plan_with_the_mother(desk):
    """R-INT-12: the talks follow from the expected day; the plan has versions; the ledger is a file too."""
    nurse = desk("kosodate1")
    case = come(nurse, family="雲雀", given="あかり", age="19", overview="妊娠の届出。ひとりで産むつもり。")
    papers_of(nurse, case)
    nurse.follow("妊産婦等の支援台帳にのせる")
    nurse.write(due_on=day(140), notified_on=day(), notified_weeks="20", need_reason="手伝う人がいない。")
    nurse.tick("situations", "young", "alone")
    nurse.tick("need", "intensive")
    nurse.press("台帳にのせる")
    nurse.reads("今日で妊娠20週", "妊娠8か月のころ", "手厚い支援が要る")
    nurse.follow("面談を記録する")
    nurse.tick("stage", "notice")
    nurse.write(note="夜に眠れない。母には話していない。")
    nurse.press("記録する")
    nurse.follow("サポートプランをつくる")
    nurse.write(wishes="自分で育てたい", issues="お金と夜のこと", goals="産む前に頼れる人を二人つくる")
    nurse.write(**{"items-0-what": "産後ケアの申込み", "items-0-who": "永井と本人"})
    nurse.press("この内容でつくる")
    nurse.reads("第1版", "産後ケアの申込み")
    nurse.follow("渡したことを残す")
    nurse.press("渡したことを残す")
    nurse.reads("本人に渡した")
    nurse.open("/intake/maternity/?need=intensive")
    nurse.reads("雲雀 あかり")
    with nurse.page.expect_download() as got:
        nurse.page.locator("main").get_by_role("link", name="Excelに出す").click()
    assert got.value.suggested_filename.endswith(".xlsx")
    stranger = desk("egao1")
    stranger.open("/intake/maternity/")
    assert "雲雀" not in stranger.page.content()


def test_a_welfare_worker_takes_an_application_in_until_it_is_granted(desk):
    """R-SELF-01: what is missing is named, the authority's word begins three months with their talks."""
    welfare = desk("shakyo1")
    case = come(
        welfare, family="鶴見", given="健太", age="41", overview="先月で仕事がなくなり、家賃が払えない。"
    )
    papers_of(welfare, case)
    welfare.follow("住居確保給付金を受け付ける")
    welfare.tick("ground", "left_work")
    welfare.write(lost_on=day(-40), household_size="1", rent="38,000")
    welfare.press("受け付ける")
    welfare.reads("市町村の基準額が未登録です", "まだ")
    welfare.follow("決定する機関に送る")
    welfare.is_blocked("まだそろっていない書類があります", "まだ書かれていません")
    welfare.page.go_back()
    welfare.follow("書き足す・書類を受け取る")
    boxes = welfare.page.locator('input[name="papers"]')
    welfare.tick("papers", *(str(boxes.nth(at).get_attribute("value")) for at in range(boxes.count())))
    welfare.tick("seeking", "employment_office")
    welfare.write(income="0", savings="52,000")
    welfare.press("保存する")
    welfare.follow("決定する機関に送る")
    assert "福祉事務所" in welfare.page.locator('[name="sent_to"]').input_value()
    welfare.press("送ったことを残す")
    welfare.follow("決定を書く")
    welfare.tick("granted", "yes")
    welfare.write(starts_on=day(), monthly_amount="38000")
    welfare.press("決定を残す")
    welfare.reads("はじめの支給", "受給中")
    welfare.follow("面接を書く")
    welfare.tick("result", "active")
    welfare.press("残す")
    welfare.reads("求職活動等を続けている")
    assert re.search("/intake/housing/[0-9a-f-]{36}/$", welfare.path)
    assert desk("egao1").open(welfare.path) == 404
