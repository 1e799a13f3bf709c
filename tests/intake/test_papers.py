"""Subsidies and papers of the desks in Chromium: 転居費用補助 (R-SELF-01), サポートプラン (R-INT-12), 権利擁護 (R-INT-11) as PDF."""

from __future__ import annotations

import pytest

from kasane.sheets.tests.reading import printed, squeezed
from tests.desk import Desk
from tests.intake.test_registers import come, papers_of
from tests.steps import day

pytestmark = pytest.mark.browser


def paper(worker: Desk, words: str) -> str:
    """What the PDF behind the link with these words says."""
    address = worker.page.locator("main").get_by_role("link", name=words).first.get_attribute("href")
    assert address is not None
    answer = worker.page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    return printed(answer.body())


def test_a_welfare_worker_takes_an_application_for_the_costs_of_a_move_to_its_end(desk):
    """R-SELF-01: nothing is sent before 家計改善支援 found the move to be needed; it is paid once and ends with the move."""
    welfare = desk("shakyo1")
    case = come(
        welfare, family="鶴見", given="浩一", age="68", overview="妻が亡くなり、年金だけでは家賃が払えない。"
    )
    papers_of(welfare, case)
    welfare.follow("転居費用補助を受け付ける")
    welfare.tick("ground", "member_died")
    welfare.write(lost_on=day(-40), household_size="1", rent="52,000", moving_cost="96,000円")
    welfare.tick("counsel", "running")
    welfare.press("受け付ける")
    welfare.reads(
        "住居確保給付金(転居費用)", "転居が必要かどうかがまだ決まっていません", "市町村の上限額が未登録です"
    )
    welfare.follow("決定する機関に送る")
    welfare.is_blocked(
        "家計改善支援で、転居が必要で", "まだそろっていない書類があります", "転居先を書いてください"
    )
    welfare.page.go_back()
    welfare.follow("書き足す・書類を受け取る")
    boxes = welfare.page.locator('input[name="papers"]')
    welfare.tick("papers", *(str(boxes.nth(at).get_attribute("value")) for at in range(boxes.count())))
    welfare.tick("counsel", "needed")
    welfare.write(
        counselled_on=day(), counselled_by="社協 家計相談", moving_to="美咲町原田2", new_rent="31,000",
        income="88,000", savings="90,000",
    )  # fmt: skip
    welfare.press("保存する")
    welfare.reads("家賃が月21,000円下がります")
    words = paper(welfare, "PDFを開く")
    for told in (
        "転居費用補助",
        "鶴見 浩一",
        "96,000円",
        "社協 家計相談",
        "☑世帯の人が亡くなった",
        "本人署名",
    ):
        assert squeezed(told) in words, told
    welfare.follow("決定する機関に送る")
    welfare.press("送ったことを残す")
    welfare.follow("決定を書く")
    welfare.tick("granted", "yes")
    welfare.press("決定を残す")
    welfare.is_blocked("支給額を入れてください")
    welfare.write(amount="96,000")
    welfare.press("決定を残す")
    welfare.reads("支給が決まった", "96,000円(転居費用)")
    page = welfare.path
    welfare.open("/intake/housing/")
    welfare.reads("転居費用補助", "96,000円")
    welfare.open(page)
    welfare.follow("転居したことを書く")
    welfare.tick("ended_as", "moved")
    welfare.write(note="原田に移った。家計の相談は続ける。")
    welfare.press("終了を残す")
    welfare.reads("転居・退去した")
    assert desk("egao1").open(page) == 404


def test_a_nurse_prints_the_plan_for_the_mother_to_sign(desk):
    """R-INT-12: ledger and plan on paper, both in the log of exports."""
    nurse = desk("kosodate1")
    case = come(nurse, family="雲雀", given="つばさ", age="24", overview="妊娠の届出。夜に眠れない。")
    papers_of(nurse, case)
    nurse.follow("妊産婦等の支援台帳にのせる")
    nurse.write(
        due_on=day(140), need_reason="眠れない日が続く。", situation_note="実家は遠い。𠮷﨑医院に通う。"
    )
    nurse.tick("need", "continued")
    nurse.press("台帳にのせる")
    assert "𠮷﨑医院" in paper(nurse, "PDFを開く")
    nurse.follow("サポートプランをつくる")
    nurse.write(wishes="夜に眠りたい", issues="お金と夜のこと", goals="頼れる人を二人つくる")
    nurse.write(**{"items-0-what": "産後ケアの申込み", "items-0-who": "永井と本人"})
    nurse.press("この内容でつくる")
    words = paper(nurse, "プランのPDF")
    assert squeezed("産後ケアの申込み") in words and "本人署名" in words


def test_a_care_worker_prints_a_route_for_the_division(desk):
    """R-INT-11."""
    care = desk("houkatsu1")
    case = come(care, family="鴫原", given="ミツ", age="88", overview="通帳をなくした。")
    papers_of(care, case)
    care.follow("権利擁護の道すじを始める")
    care.tick("kind", "mayor_petition")
    care.write(reason="親族がなく、支払いができない。")
    care.press("道すじを始める")
    words = paper(care, "PDFを開く")
    for told in ("市町村長申立て", "親族がなく、支払いができない。", "担当課が受け取った日", "鴫原 ミツ"):
        assert squeezed(told) in words, told
