"""The rules of the desk's registers, as plain values."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from kasane.intake.desk import rules

TODAY = date(2026, 5, 8)
BEFORE = date(2026, 5, 1)
AFTER = date(2026, 5, 20)


def codes(found) -> list[str]:
    return [one.code for one in found]


@pytest.mark.parametrize(
    "words",
    ["山田さんの件", "タナカさんから", "080-1234-5678に電話", "0868661111", "原田1234番地の方", "山田様"],
)
def test_a_memo_that_names_somebody_is_asked_about(words):
    assert rules.name_hint(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "介護保険の申請のしかた",
        "娘さんから。民生委員さんに聞いたとのこと",
        "患者さん向けの冊子を渡した",
        "10時から30分、3回目",
        "奥さんの介護のこと",
    ],
)
def test_a_memo_without_names_is_left_in_peace(words):
    assert rules.name_hint(words) == ""


def test_whoever_says_that_it_is_no_name_is_believed():
    assert codes(rules.name_obstacles("田中さんの店の前", is_sure=False)) == ["named"]
    assert rules.name_obstacles("田中さんの店の前", is_sure=True) == []


def test_what_is_counted_has_happened():
    assert rules.counted_obstacles(on=TODAY, today=TODAY, minutes=15) == []
    assert codes(rules.counted_obstacles(on=AFTER, today=TODAY, minutes=None)) == ["not_yet"]
    assert codes(rules.counted_obstacles(on=TODAY, today=TODAY, minutes=0)) == ["minutes"]


@pytest.mark.parametrize(
    ("is_author", "is_struck", "made_on", "why", "expected"),
    [
        (True, False, TODAY, "", []),
        (True, False, BEFORE, "数え間違い", []),
        (True, False, BEFORE, " ", ["why"]),
        (False, False, TODAY, "", ["not_own"]),
        (True, True, TODAY, "", ["struck"]),
    ],
)
def test_a_line_is_corrected_by_its_writer_and_later_with_a_reason(
    is_author, is_struck, made_on, why, expected
):
    found = rules.changing_obstacles(
        is_author=is_author, is_struck=is_struck, made_on=made_on, today=TODAY, why=why
    )
    assert codes(found) == expected


def test_a_call_is_with_somebody_and_the_promise_not_before_it():
    good = {"on": TODAY, "today": TODAY, "party": "長女", "number": "", "call_back_until": TODAY}
    assert rules.call_obstacles(**good) == []
    assert codes(rules.call_obstacles(**good | {"party": " "})) == ["nobody"]
    assert codes(rules.call_obstacles(**good | {"call_back_until": BEFORE})) == ["call_back"]
    assert codes(rules.call_obstacles(**good | {"on": AFTER, "call_back_until": None})) == ["not_yet"]


def report(state="new", **values) -> rules.ReportFacts:
    return rules.ReportFacts(state=state, today=TODAY, reported_on=BEFORE, **values)


@pytest.mark.parametrize("state", ["new", "watching"])
def test_to_watch_is_asked_with_a_day_to_ask_how_it_goes(state):
    assert rules.watch_obstacles(report(state, note="声をかける", until=AFTER)) == []
    assert codes(rules.watch_obstacles(report(state, note="声をかける", until=TODAY))) == ["follow_up"]
    assert codes(rules.watch_obstacles(report(state, until=AFTER))) == ["note"]


@pytest.mark.parametrize("state", ["received", "done"])
def test_what_is_dealt_with_stays_so(state):
    assert "begun" in codes(rules.watch_obstacles(report(state, note="見守り", until=AFTER)))
    assert "begun" in codes(rules.finish_obstacles(report(state, note="訪ねた")))


def test_a_report_ends_only_with_what_was_done():
    assert rules.finish_obstacles(report(note="訪ねて話を聞いた")) == []
    assert codes(rules.finish_obstacles(report(note=" "))) == ["note"]


def test_the_volunteer_is_answered_once_and_within_the_time():
    assert rules.answer_obstacles(report("done", note="訪ねました"), on=TODAY) == []
    assert codes(rules.answer_obstacles(report(note="訪ねました", is_answered=True), on=TODAY)) == [
        "answered"
    ]
    assert codes(rules.answer_obstacles(report(note="訪ねました"), on=AFTER)) == ["day"]
    assert codes(rules.answer_obstacles(report(), on=TODAY)) == ["told"]


def test_a_report_tells_of_somebody_or_somewhere():
    assert (
        rules.report_obstacles(on=TODAY, today=TODAY, about="", address="駅前", noticed="戸が閉まったまま")
        == []
    )
    assert codes(rules.report_obstacles(on=TODAY, today=TODAY, about="", address="", noticed="変だ")) == [
        "about"
    ]
    assert codes(rules.report_obstacles(on=TODAY, today=TODAY, about="方", address="", noticed="")) == [
        "noticed"
    ]


def test_cases_go_to_a_colleague_of_the_agency_alone():
    colleague = uuid4()
    assert rules.handing_obstacles(chosen=2, to=colleague, staff=[colleague], writable=2) == []
    assert codes(rules.handing_obstacles(chosen=0, to=colleague, staff=[colleague], writable=0)) == [
        "none_chosen"
    ]
    assert codes(rules.handing_obstacles(chosen=1, to=uuid4(), staff=[colleague], writable=1)) == [
        "not_staff"
    ]
    assert codes(rules.handing_obstacles(chosen=2, to=colleague, staff=[colleague], writable=1)) == [
        "not_ours"
    ]
    assert "too_many" in codes(
        rules.handing_obstacles(chosen=51, to=colleague, staff=[colleague], writable=51)
    )


def test_a_reception_is_tied_to_the_day_it_was_taken():
    good = {"is_struck": False, "on": TODAY, "today": TODAY, "channel_day": TODAY}
    assert rules.outpost_obstacles(**good) == []
    assert codes(rules.outpost_obstacles(**good | {"channel_day": BEFORE})) == ["other_day"]
    assert codes(rules.outpost_obstacles(**good | {"is_struck": True})) == ["no_such_day"]


def test_extra_items_are_written_within_the_kinds_one_holds():
    assert rules.extra_obstacles(writable=3, kinds=2, missing=()) == []
    assert codes(rules.extra_obstacles(writable=1, kinds=2, missing=())) == ["not_writable"]
    assert codes(rules.extra_obstacles(writable=3, kinds=2, missing=["手帳"])) == ["missing"]
