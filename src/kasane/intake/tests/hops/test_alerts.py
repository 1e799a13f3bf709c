"""When a つなぎ stands still (R-INT-05): each reason, what ends it, and what is no reason at all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kasane.intake.hops.alerts import Hop, Limits, alerts, unaccepted_passes

DAY = date(2025, 5, 1)
TOWN = Limits(answer_days=7, follow_up_days=30, pass_limit=2)
GROUP = UUID(int=99)


def hop(number: int = 1, *, day: int = 0, state: str = "sent", **values: Any) -> Hop:
    """A hop sent `day` days after DAY."""
    known = {"case": "R7-0001", "sender": "甲", "receiver": "乙", "sent_on": DAY + timedelta(days=day)}
    return Hop(id=UUID(int=number), state=state, **{**known, **values})


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def reasons(hops: list[Hop], days: int) -> list[list[str]]:
    """The reasons of the alerts so many days after DAY."""
    return [[str(one) for one in alert.reasons] for alert in alerts(hops, TOWN, on=after(days))]


def test_a_つなぎ_within_the_days_is_no_alert():
    assert reasons([hop()], 7) == []


def test_a_つなぎ_unanswered_past_the_days_is_an_alert():
    assert reasons([hop()], 8) == [["unanswered"]]


def test_an_urgent_one_is_an_alert_after_one_day():
    assert reasons([hop(is_urgent=True)], 1) == []
    assert reasons([hop(is_urgent=True)], 2) == [["unanswered"]]


def test_a_person_passed_on_twice_without_anyone_accepting_is_an_alert_at_once():
    first = hop(1, state="returned", answered_on=after(1), followed_up_on=after(2))
    assert reasons([first, hop(2, day=2)], 2) == [["passed_on"]]


def test_who_was_taken_in_between_is_not_passed_around():
    first = hop(1, state="returned", answered_on=after(1), followed_up_on=after(1))
    taken = hop(2, day=2, state="accepted", answered_on=after(3), followed_up_on=after(4))
    assert unaccepted_passes([first, taken, hop(3, day=5)]) == 1
    assert reasons([first, taken, hop(3, day=5)], 5) == []


def test_a_sheet_sent_to_several_at_once_is_one_pass():
    assert unaccepted_passes([hop(1, group=GROUP), hop(2, group=GROUP)]) == 1


def test_a_sheet_taken_back_the_same_day_was_a_slip_of_the_pen():
    slip = hop(1, state="withdrawn", withdrawn_on=DAY)
    assert reasons([slip, hop(2)], 1) == []
    waited = hop(1, state="withdrawn", withdrawn_on=after(3))
    assert reasons([waited, hop(2, day=3)], 3) == [["passed_on"]]


@pytest.mark.parametrize("state", ["accepted", "joint"])
def test_a_follow_up_past_its_day_is_an_alert_until_it_is_written(state):
    taken = {"state": state, "answered_on": after(2), "follow_up_on": after(20)}
    assert reasons([hop(**taken)], 20) == []
    assert reasons([hop(**taken)], 21) == [["overdue"]]
    assert reasons([hop(**taken, followed_up_on=after(21))], 22) == []


def test_without_a_day_of_its_own_the_follow_up_is_due_after_the_towns_days():
    taken = hop(state="accepted", answered_on=after(2))
    assert reasons([taken], 32) == []
    assert reasons([taken], 33) == [["overdue"]]


def test_returned_and_nobody_decides_is_an_alert_after_three_days():
    back = hop(state="returned", answered_on=after(2))
    assert reasons([back], 5) == []
    assert reasons([back], 6) == [["undecided"]]


def test_whoever_sent_it_on_has_decided():
    back = hop(1, state="returned", answered_on=after(2))
    found = reasons([back, hop(2, day=3)], 6)
    assert ["undecided"] not in found


def test_returned_by_one_and_taken_by_another_of_the_same_sheet_is_decided():
    back = hop(1, state="returned", answered_on=after(2), group=GROUP)
    taken = hop(2, state="accepted", answered_on=after(2), follow_up_on=after(40), group=GROUP)
    assert reasons([back, taken], 10) == []


def test_a_step_keeps_the_alert_quiet_until_its_day_and_no_longer():
    quiet = hop(quiet_until=after(15), quiet_reasons=frozenset({"unanswered"}))
    assert alerts([quiet], TOWN, on=after(15))[0].is_quiet
    assert not alerts([quiet], TOWN, on=after(16))[0].is_quiet


def test_another_reason_is_not_quiet():
    quiet = hop(
        state="returned",
        answered_on=after(9),
        quiet_until=after(15),
        quiet_reasons=frozenset({"unanswered"}),
    )
    assert not alerts([quiet], TOWN, on=after(13))[0].is_quiet


def test_the_urgent_come_first_then_the_longest():
    rows = [
        hop(1, case="R7-0001", day=5),
        hop(2, case="R7-0002"),
        hop(3, case="R7-0003", day=10, is_urgent=True),
    ]
    assert [one.hop.case for one in alerts(rows, TOWN, on=after(20))] == ["R7-0003", "R7-0002", "R7-0001"]
