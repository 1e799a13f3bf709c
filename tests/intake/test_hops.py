"""つなぎ to two at once, words, going along, a return after talk, the coordinator's alert, the way (R-INT-04, 05, 06)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from kasane.base.dates import today, wareki
from tests.desk import Desk
from tests.reception import agrees_that_all_are_told, take_in
from tests.steps import last_id

pytestmark = pytest.mark.browser

FAMILY = "継原"
WELFARE = "社会福祉法人美咲町社会福祉協議会"
DISABILITY = "津山地域障害者基幹相談支援センター"
LONG_AGO = wareki(today() - timedelta(days=9))


def received(worker: Desk, *, family: str = FAMILY, on: str = "") -> str:
    """A mother of 80 and her son; she agrees, that day, that other agencies are told."""
    case = take_in(
        worker, "care", "job_seeking", consulter="family", channel="phone",
        overview="母の通院に付き添えない。息子は働きたいが、続いたことがない。",
        family_name=family, given_name="とめ", stated_age="80",
    )  # fmt: skip
    agrees_that_all_are_told(worker, case, on=on)
    return case


def sent_to_both(worker: Desk, case: str) -> str:
    """One sheet to 社協 and the disability centre; sent nine days ago, written down today. Answers the case number."""
    worker.open(f"/intake/{case}/refer/")
    worker.reads("どこにつなぐとよいか分からないとき")
    worker.pick("receiver", WELFARE)
    worker.unfold("also")
    worker.page.locator('label:has(input[name="also"])', has_text=DISABILITY).first.click()
    worker.tick("requests", "consultation", "roles")
    worker.write(
        reason="介護と就労が重なり、家のなかで相談できる人がいない。",
        explained_what="社協と障害の相談窓口にも伝えて、いっしょに考えること",
        explained_on=LONG_AGO,
    )
    worker.tick("accompaniment", "goes_along")
    worker.unfold("more")
    worker.write(sent_on=LONG_AGO)
    worker.press("つなぎを送る")
    worker.reads("返事待ち", "同じシートを、ほかに", DISABILITY)
    return worker.page.title().split()[1]


def opened_from_inbox(worker: Desk) -> str:
    worker.open("/intake/inbox/")
    worker.reads(FAMILY, "9日待ち", "期限すぎ", "家のなかで相談できる人がいない")
    worker.page.locator("main tr", has_text=FAMILY).last.get_by_role("link").first.click()
    worker.page.wait_for_url(re.compile("/intake/referrals/"))
    return worker.path


def test_one_sheet_to_two_agencies_until_both_have_answered(desk):
    care, welfare, disability, centre = (desk(login) for login in ("houkatsu1", "shakyo1", "kikan1", "juso1"))
    case = received(care, on=LONG_AGO)
    number = sent_to_both(care, case)

    # R-INT-05: the coordinator, who does not see the case, is told; the step is kept.
    assert centre.open(f"/cases/{case}/") == 404
    centre.open("/")
    row = centre.page.locator("main .due", has_text=number).filter(has_text=f"{WELFARE}: 返事がありません")
    expect(row.first).to_be_visible()
    assert FAMILY not in centre.page.content()
    row.first.get_by_role("link", name="手を打つ").click()
    centre.page.wait_for_url(re.compile("/intake/stalled/"))
    centre.tick("act", "heard")
    centre.write(note="社協に電話。週明けに返事をするとのこと。")
    centre.press("残す")
    centre.reads("手を打って、待っているもの", "週明けに返事をするとのこと")
    assert FAMILY not in centre.page.content()

    # R-INT-04: a question waits on the other side's home until it is answered.
    sheet = opened_from_inbox(welfare)
    welfare.write(text="息子さんに会うなら、何曜日がよいですか。")
    welfare.page.locator("main label", has_text="返事がほしい").click()
    welfare.press("伝える")
    welfare.reads("返事を待っています", "推進員がしたこと")
    care.open("/")
    care.page.locator("main .due", has_text="問い合わせに返事をする").filter(has_text=FAMILY).get_by_role(
        "link", name="返事をする"
    ).click()
    care.page.wait_for_url(re.compile("#words"))
    care.write(text="木曜の午後です。")
    care.press("返事をする")
    care.reads("返事あり")

    # R-INT-04: somebody known goes along; it stands on both homes and becomes a record.
    care.open(f"{sheet}visit/")
    care.write(on=wareki(today()), at="14:00", meet_point="役場の玄関")
    care.press("同行を決める")
    welfare.open("/")
    expect(welfare.page.locator("main .due", has_text="同行: 14:00")).to_contain_text(FAMILY)
    care.open(sheet)
    care.follow("結果を書く")
    care.write(result="いっしょに窓口へ行き、担当者と話ができた。")
    care.press("結果を残す")
    care.open(f"/cases/{case}/")
    care.reads("いっしょに窓口へ行き", "訪問・同行")

    # R-INT-04: one takes it and leads; the other gives it back, but only after a talk.
    welfare.open(f"{sheet}answer/?answer=accepted")
    welfare.write(note="生活の相談から始めます。")
    welfare.press("返事を送る")
    welfare.reads("受けた")
    other = opened_from_inbox(disability)
    disability.open(f"{other}answer/?answer=returned")
    disability.reads("先に受けて、主担当になりました")
    disability.press("返事を送る")
    disability.is_blocked("戻す前に、つなぎ元と話し合ってください")
    disability.write(
        talk_on=wareki(today()), talk_with="井原 真由美", talk_note="手帳の話が出たら、もう一度入る。"
    )
    disability.press("返事を送る")
    disability.reads("戻した", "手帳の話が出たら")

    # R-INT-05: the way of the case, drawn and told, and on a phone.
    care.open(f"/intake/{case}/hops/")
    care.reads("2機関へ同時に", "受けました", "話し合って戻されました", f"いまの主担当: {WELFARE}")
    phone = desk("houkatsu1", viewport={"width": 390, "height": 844})
    phone.open(f"/intake/{case}/hops/")
    assert phone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    # 2-1-2 on paper and in Excel; strangers get nothing.
    paper = last_id(sheet)
    for end, start in (("pdf", b"%PDF-"), ("xlsx", b"PK")):
        answer = care.context.request.get(f"/sheets/referrals/{paper}.{end}")
        assert answer.status == 200 and answer.body().startswith(start)
    stranger = desk("egao1")
    for path in (sheet, f"/intake/{case}/hops/", f"/sheets/referrals/{paper}.pdf", "/intake/stalled/"):
        assert stranger.open(path) == 404, path


def test_who_does_not_know_where_to_goes_to_the_centre(desk):
    """R-INT-06, as a worker of the children's field."""
    worker = desk("kosodate1")
    case = received(worker, family="迷川")
    worker.open(f"/intake/{case}/refer/")
    worker.follow("重層支援センターにつなぐ")
    expect(worker.page.locator('select[name="receiver"] option:checked')).to_contain_text("重層支援センター")
    worker.write(explained_what="行き先をいっしょに考えてもらうこと")
    worker.tick("accompaniment", "not_offered")
    worker.press("つなぎを送る")
    worker.reads("返事待ち", "重層支援センター")
