"""緊急の知らせ, the rules alone: who is told, who raises, acknowledges, acts, ends (R-INT-09, R-DIS-05)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from kasane.cases.alarm import rules
from kasane.cases.alarm.rules import Answer, Course, Place
from kasane.cases.exceptional.rules import LIFE_LAW, law_of
from kasane.disclosure.readers import Viewer, hears_alarm, sees_alarm

NOW = datetime(2025, 5, 1, 10, 0, tzinfo=UTC)
TOWN, CENTRE = uuid4(), uuid4()
ME, OTHER, RAISER = uuid4(), uuid4(), uuid4()
FACTS = "両腕に新しいあざがあり、本人がたたかれたと話した。"


def place(role, *, agency=TOWN, marked=False, user=None) -> Place:
    return Place(user or uuid4(), agency, role, marked)


def course(**values) -> Course:
    usual = {
        "raised_at": NOW,
        "ack_until": NOW + timedelta(minutes=30),
        "safety_due": NOW + timedelta(hours=48),
    }
    return Course(**(usual | values))


def answered(standing="officer", *, acknowledged=True, user=ME) -> tuple[Answer, ...]:
    return (Answer(user, standing, acknowledged),)


READY = course(acknowledged_at=NOW, safety_at=NOW, answers=answered())


# ── who is told ──


def test_marked_officers_go_before_everybody():
    marked = place("worker", marked=True)
    assert rules.officers_of([place("manager"), marked, place("worker")]) == [marked]


@pytest.mark.parametrize("role", ["decider", "manager", "coordinator"])
def test_without_a_mark_it_is_for_those_who_lead(role):
    leads = place(role)
    assert rules.officers_of([place("worker"), leads]) == [leads]


def test_an_agency_without_any_tells_everybody_there():
    staff = [place("worker"), place("worker")]
    assert rules.officers_of(staff) == staff


@pytest.mark.parametrize("marked", [True, False])
def test_an_administrator_is_never_told(marked):
    assert rules.officers_of([place("administrator", marked=marked)]) == []


def test_each_person_is_told_once_and_never_who_raises_it():
    both = place("manager", user=ME)
    rows = [both, place("worker", agency=CENTRE, marked=True, user=ME), place("manager", user=RAISER)]
    assert rules.told(rows, agencies=[TOWN, CENTRE], raiser=RAISER) == [both]


def test_other_agencies_are_not_told():
    assert rules.told([place("manager", agency=CENTRE)], agencies=[TOWN], raiser=RAISER) == []


# ── raising ──


def raising(**values) -> list[str]:
    usual = {"sees_case": True, "is_resident": False, "danger": "elder", "facts": FACTS, "place": "自宅"}
    return [one.code for one in rules.raising_obstacles(**(usual | values))]


@pytest.mark.parametrize("danger", ["elder", "disabled", "child", "life"])
def test_whoever_sees_the_case_may_raise(danger):
    assert raising(danger=danger) == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"sees_case": False}, "no_case"),
        ({"is_resident": True}, "no_case"),
        ({"danger": "fire"}, "danger"),
        ({"facts": "あぶない"}, "facts"),
        ({"place": "　"}, "place"),
        ({"same_open": [uuid4()]}, "same_open"),
    ],
)
def test_it_is_not_raised(values, code):
    assert raising(**values) == [code]


@pytest.mark.parametrize(
    ("danger", "suspect", "expected"),
    [
        ("elder", "carer", "高齢者虐待防止法第7条"),
        ("elder", "staff", "高齢者虐待防止法第21条"),
        ("elder", "unknown", "高齢者虐待防止法第7条・第21条"),
        ("elder", "employer", LIFE_LAW),
        ("disabled", "carer", "障害者虐待防止法第7条"),
        ("disabled", "staff", "障害者虐待防止法第16条"),
        ("disabled", "employer", "障害者虐待防止法第22条"),
        ("disabled", "unknown", "障害者虐待防止法第7条・第16条・第22条"),
        ("child", "carer", "児童虐待防止法第6条"),
        ("child", "staff", "児童福祉法第33条の12"),
        ("child", "unknown", "児童虐待防止法第6条"),
        ("life", "staff", LIFE_LAW),
    ],
)
def test_the_law_follows_from_who_is_suspected(danger, suspect, expected):
    assert law_of(danger, suspect) == expected


# ── hearing and acknowledging ──


@pytest.mark.parametrize(
    ("told", "coordinates", "decides", "late", "expected"),
    [
        (True, False, False, False, True),
        (False, True, False, False, True),
        (False, False, True, False, False),
        (False, False, True, True, True),
        (False, False, False, True, False),
    ],
)
def test_who_hears_it_without_the_case(told, coordinates, decides, late, expected):
    viewer = Viewer(ME, TOWN, coordinates=coordinates, decides=decides)
    escalated = course().is_escalated(NOW + timedelta(minutes=31 if late else 29))
    for fresh in (True, False):
        heard = hears_alarm(viewer, told=told, escalated=escalated, safety_late=False, fresh=fresh)
        assert heard is (expected and fresh)


def test_who_decides_hears_it_again_when_safety_is_late():
    viewer = Viewer(ME, TOWN, decides=True)
    assert hears_alarm(viewer, told=False, escalated=False, safety_late=True, fresh=True)


@pytest.mark.parametrize(
    ("told", "sees_case", "fresh", "expected"),
    [
        (True, False, True, True),
        (True, False, False, False),
        (False, True, False, True),
        (False, False, True, False),
    ],
)
def test_who_reads_what_was_seen(told, sees_case, fresh, expected):
    viewer = Viewer(ME, TOWN, coordinates=True, decides=True)
    assert sees_alarm(viewer, told=told, fresh=fresh, sees_case=sees_case) is expected


def test_an_acknowledgement_in_time_keeps_it_from_the_managers_for_good():
    one = course(acknowledged_at=NOW + timedelta(minutes=10))
    assert not one.is_escalated(NOW + timedelta(days=1))


def test_a_late_one_does_not():
    assert course(acknowledged_at=NOW + timedelta(minutes=40)).is_escalated(NOW + timedelta(days=1))


def acknowledging(one, *, hears_it=True, who="係長", next_step="訪問する") -> list[str]:
    found = rules.acknowledging_obstacles(one, user=ME, hears_it=hears_it, who=who, next_step=next_step)
    return [obstacle.code for obstacle in found]


@pytest.mark.parametrize(
    ("one", "values", "expected"),
    [
        (course(answers=answered(acknowledged=False)), {}, []),
        (course(answers=answered(user=OTHER)), {}, []),
        (course(), {}, []),
        (course(), {"hears_it": False}, ["not_told"]),
        (course(answers=answered()), {}, ["done"]),
        (course(answers=answered("raiser", acknowledged=False)), {}, ["own"]),
        (course(ended_at=NOW), {}, ["ended"]),
        (course(), {"who": ""}, ["who"]),
        (course(), {"next_step": " "}, ["next"]),
    ],
)
def test_who_acknowledges(one, values, expected):
    assert acknowledging(one, **values) == expected


# ── acting ──


@pytest.mark.parametrize(
    ("one", "works", "at", "expected"),
    [
        (course(), True, NOW, []),
        (course(), False, NOW, ["not_yours"]),
        (course(), True, NOW + timedelta(hours=1), ["future"]),
        (course(ended_at=NOW), True, NOW, ["ended"]),
    ],
)
def test_who_writes_what_was_done(one, works, at, expected):
    found = rules.stepping_obstacles(one, works=works, what="facts", at=at, now=NOW, content="会えた")
    assert [obstacle.code for obstacle in found] == expected


@pytest.mark.parametrize(
    ("what", "at", "expected"),
    [
        ("safety", NOW - timedelta(minutes=1), ["before"]),
        ("safety", NOW, []),
        ("facts", NOW - timedelta(days=1), []),
    ],
)
def test_safety_is_made_sure_after_the_alarm(what, at, expected):
    one = course(raised_at=NOW + timedelta(seconds=30))
    found = rules.stepping_obstacles(one, works=True, what=what, at=at, now=NOW, content="会えた")
    assert [obstacle.code for obstacle in found] == expected


def test_safety_is_late_after_its_time_until_somebody_made_sure():
    later = NOW + timedelta(hours=49)
    assert course().safety_is_late(later)
    assert not course(safety_at=NOW).safety_is_late(later)


# ── ending ──


def ending(one=READY, *, town=True, **values) -> list[str]:
    usual = {"finding": "found", "measure": "短期入所", "watch": "包括が訪問", "reason": FACTS}
    found = rules.ending_obstacles(one, user=ME, is_municipality=town, **(usual | values))
    return [obstacle.code for obstacle in found]


@pytest.mark.parametrize("standing", ["officer", "joined"])
def test_a_told_officer_of_the_municipality_ends_it(standing):
    assert ending(replace(READY, answers=answered(standing))) == []


@pytest.mark.parametrize(
    ("one", "town", "code"),
    [
        (READY, False, "not_officer"),
        (replace(READY, answers=answered("raiser")), True, "not_officer"),
        (replace(READY, answers=answered(user=OTHER)), True, "not_officer"),
        (replace(READY, answers=answered(acknowledged=False)), True, "not_acknowledged"),
        (replace(READY, safety_at=None), True, "not_safe"),
        (replace(READY, ended_at=NOW), True, "ended"),
    ],
)
def test_nobody_else_ends_it_and_not_before_its_time(one, town, code):
    assert ending(one, town=town) == [code]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"finding": "not_found", "measure": "", "watch": ""}, []),
        ({"finding": "undecided", "measure": ""}, []),
        ({"finding": "undecided", "measure": "", "watch": ""}, ["watch"]),
        ({"measure": ""}, ["measure"]),
        ({"finding": ""}, ["finding"]),
        ({"reason": "済み"}, ["reason"]),
    ],
)
def test_what_an_end_has_to_say(values, expected):
    assert ending(**values) == expected


def test_an_open_alarm_forbids_closing_and_leads_to_it():
    alarm = uuid4()
    (obstacle,) = rules.closing_obstacles([(alarm, "elder")])
    assert (obstacle.code, obstacle.requirement) == ("alarm_open", "R-INT-09")
    assert str(alarm) in obstacle.mends[0].url


def test_who_may_not_read_the_alarm_is_not_led_to_it():
    (obstacle,) = rules.closing_obstacles([(None, "elder")])
    assert obstacle.mends == ()


def test_without_an_open_alarm_nothing_forbids_closing():
    assert rules.closing_obstacles([]) == []
