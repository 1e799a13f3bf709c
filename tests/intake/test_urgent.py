"""緊急の知らせ, as workers of three fields raise it and the town answers for it (R-INT-09, R-DIS-05)."""

from __future__ import annotations

import pytest

from tests.desk import Desk
from tests.reception import take_in
from tests.steps import last_id

pytestmark = pytest.mark.browser

REASON = "訪問と面接で事実を確かめ、続けて見守る体制を決めたため。"


def raised(worker: Desk, danger: str, facts: str, *, family: str) -> tuple[str, str]:
    """Takes a consultation and raises an alarm about it; answers the addresses of case and alarm."""
    case = f"/cases/{take_in(worker, 'family', channel='phone', overview=facts, family_name=family)}/"
    worker.open(case)
    worker.follow("緊急の知らせを出す")
    worker.tick("danger", danger)
    worker.write(facts=facts, place="自宅")
    worker.press("緊急の知らせを出す")
    worker.reads("知らせを出しました", "だれも受け取っていません", "メールは設定されていません")
    return case, worker.path


def test_abuse_of_an_aged_person_is_told_taken_and_ended_by_the_town(desk):
    worker, decider = desk("houkatsu1"), desk("fukushi1")
    case, alarm = raised(
        worker, "elder", "両腕に新しいあざがあり、長男にたたかれたと本人が話した。", family="痣原"
    )
    worker.open(case)
    worker.reads("緊急の知らせ: 高齢者虐待の疑い", "終わるまで、このケースは終結できません")

    decider.open("/")
    decider.reads("緊急の知らせ: 高齢者虐待の疑い")
    assert "両腕に新しいあざ" not in decider.page.content()
    decider.open(alarm)
    decider.reads("両腕に新しいあざ")
    decider.write("#acknowledge", who="岡部と保健師", next_step="これから訪問する")
    decider.press("受け取りました")
    decider.reads("受け取りました。知らせた人に伝わります")
    decider.open(case)
    decider.reads("緊急の知らせ: 高齢者虐待の疑い")
    decider.open(alarm)
    decider.is_blocked("安全を確かめたことが、まだ書かれていません")
    decider.tick("what", "safety")
    decider.write("#step", content="本人に会い、けがの手当てを見た")
    decider.press("記録する")
    decider.tick("finding", "found")
    decider.write("#end", measure="短期入所で長男と離れる", watch="包括が週1回訪問する", reason=REASON)
    decider.press("結果を書いて終える")
    decider.reads("事実確認の結果", "虐待・危険があった")

    worker.open("/")
    worker.reads("知らせが終わりました: 虐待・危険があった")
    worker.open(alarm)
    worker.press("読みました")


def test_abuse_of_a_disabled_person_is_taken_by_another_officer(desk):
    worker, manager = desk("kikan1"), desk("fukushi2")
    _, alarm = raised(worker, "disabled", "作業所で、家族に食事を抜かれていると本人が話した。", family="絶川")
    manager.open(alarm)
    manager.write("#acknowledge", who="宮内", next_step="作業所に電話する")
    manager.press("受け取りました")
    worker.open("/")
    worker.reads("宮内が動いています")


def test_abuse_of_a_child_is_heard_by_the_coordinator_and_not_by_strangers(desk):
    worker, coordinator, stranger = desk("kodomo1"), desk("juso1"), desk("houkatsu2")
    case, alarm = raised(worker, "child", "園から、顔に手の形のあざがあると電話があった。", family="頬田")
    worker.reads("平田 美和", "児童相談所 189")
    coordinator.open("/")
    coordinator.reads("緊急の知らせ: 児童虐待の疑い")
    coordinator.open(alarm)
    assert "手の形" not in coordinator.page.content()
    coordinator.write("#acknowledge", who="推進員", next_step="児童相談所に電話する")
    coordinator.press("受け取りました")
    coordinator.reads("手の形のあざ")
    stranger.open("/cases/alarms/")
    stranger.reads("緊急の知らせ")
    assert "手の形" not in stranger.page.content()
    assert stranger.open(alarm) == 404


def test_danger_to_life_can_not_be_closed_by_giving_information(desk):
    """Raised by the welfare council; the coordinator has it on the home page and takes it."""
    worker, coordinator = desk("shakyo1"), desk("juso1")
    facts = "「もう終わりにする」と電話があり、その後つながらない。"
    case, alarm = raised(worker, "life", facts, family="岬口")
    worker.open(f"/intake/{last_id(case)}/triage/")
    worker.tick("phrases", "制度や窓口の案内で足りる")
    worker.press("情報提供で終わる")
    worker.tick("told_to", "self")
    worker.write(note="夜も話せる電話の番号を伝えた。")
    worker.press("伝えたことを残して、終わる")
    worker.is_blocked("緊急の知らせ", "終わっていません")
    coordinator.open("/")
    coordinator.reads("緊急の知らせ")
    coordinator.open(alarm)
    coordinator.reads(facts)
    coordinator.write("#acknowledge", who="神谷", next_step="社協と二人でこれから訪ねる")
    coordinator.press("受け取りました")
    worker.open("/")
    worker.reads("神谷が動いています")
