"""日程調整: offering days, answering, fixing one (R-CONF-06)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from kasane.agencies.models import OutgoingMail
from kasane.base.dates import short_wareki, today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.conferences.finding import actions, rules
from kasane.conferences.finding.queries import open_polls, polls_of, sheet
from kasane.conferences.models import DatePoll, Mark, Member, PollDay, PollSeat, PollState
from kasane.conferences.tests.conftest import soon
from kasane.disclosure.viewer import acting_as

NOW = datetime(2025, 5, 1, 9, 0)
A, B, C = UUID(int=1), UUID(int=2), UUID(int=3)


def codes(**changes):
    values = {
        "days": [NOW + timedelta(days=9), NOW + timedelta(days=10)],
        "asked": 2,
        "answer_until": (NOW + timedelta(days=5)).date(),
        "now": NOW,
        "on": NOW.date(),
    } | changes
    return [one.code for one in rules.ask_obstacles(values.pop("days"), **values)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"days": [NOW + timedelta(days=9)]}, ["few_days"]),
        ({"days": [NOW + timedelta(days=9)] * 2}, ["few_days"]),
        ({"days": [NOW - timedelta(days=1), NOW + timedelta(days=9)]}, ["past_day", "late_until"]),
        ({"answer_until": (NOW - timedelta(days=1)).date()}, ["past_until"]),
        ({"answer_until": (NOW + timedelta(days=20)).date()}, ["late_until"]),
        ({"asked": 0}, ["nobody"]),
    ],
)
def test_days_are_asked_for_only_with_a_choice_and_time_to_answer(changes, expected):
    assert codes(**changes) == expected


@pytest.mark.parametrize(
    ("marks", "day"),
    [
        ({}, None),
        ({(A, A): "no", (B, A): "no"}, None),
        ({(A, A): "yes", (B, A): "no", (A, B): "yes", (B, B): "maybe"}, B),
        ({(A, A): "yes", (B, A): "yes", (A, B): "yes", (B, B): "maybe"}, A),
        ({(A, A): "yes", (B, A): "no", (A, B): "yes"}, B),
    ],
)
def test_the_best_day_is_the_one_on_which_most_can_come(marks, day):
    assert rules.best({one: rules.tally(marks, one) for one in (A, B)}) == day


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ({"is_self": True, "is_host": False, "is_open": True}, []),
        ({"is_self": False, "is_host": True, "is_open": True}, []),
        ({"is_self": False, "is_host": False, "is_open": True}, ["other_seat"]),
        ({"is_self": True, "is_host": True, "is_open": False}, ["poll_over"]),
    ],
)
def test_each_answers_for_themselves_and_the_host_for_who_telephoned(who, expected):
    assert [one.code for one in rules.answer_obstacles(**who)] == expected


@pytest.fixture
def poll(town, cast):
    return asked(town, cast)


def asked(town, cast, *, key="sasaeai"):
    with acting_as(cast.coordinator):
        return actions.ask(
            town.bodies[key],
            by=cast.coordinator,
            on=today(),
            days=[soon(12), soon(10), soon(11)],
            posts=[cast.decider.post, cast.participation.post],
            answer_until=today() + timedelta(days=5),
            length=60,
        )


def marks(poll, *signs):
    days = PollDay.objects.filter(poll=poll).order_by("starts_at")
    return {day.id: Mark(sign) for day, sign in zip(days, signs, strict=True)}


def answered(poll, actor, *signs, by=None):
    by = by or actor
    with acting_as(by):
        seat = PollSeat.objects.select_related("poll").get(poll=poll, user=actor.user)
        return actions.answer(seat, by=by, marks=marks(poll, *signs))


def test_the_host_offers_days_and_everybody_asked_is_written_to_without_a_word_about_a_case(poll, cast):
    mails = OutgoingMail.objects.filter(about=poll.id, occasion="days")

    assert {mail.user_id for mail in mails} == {cast.decider.user.id, cast.participation.user.id}
    assert all("みんなで支え愛会議" in mail.text and "日程" in mail.subject for mail in mails)


def test_who_can_not_convene_the_body_can_not_ask(town, cast):
    with acting_as(cast.worker), pytest.raises(Forbidden):
        actions.ask(
            town.bodies["sasaeai"], by=cast.worker, on=today(), days=[soon(9), soon(10)],
            posts=[cast.decider.post], answer_until=today() + timedelta(days=3), length=60,
        )  # fmt: skip
    assert not DatePoll.objects.exists()


def test_the_answers_are_seen_and_counted(poll, cast):
    answered(poll, cast.decider, "yes", "no", "maybe")
    answered(poll, cast.participation, "yes", "maybe", "no")

    table = sheet(poll, cast.coordinator)

    assert [(one.tally.yes, one.tally.maybe, one.tally.no) for one in table.columns] == [
        (2, 0, 0), (0, 1, 1), (0, 1, 1),
    ]  # fmt: skip
    assert [one.is_best for one in table.columns] == [True, False, False]
    assert table.waiting == 1


def test_an_answer_can_be_changed_and_given_by_the_host_for_who_telephoned(poll, cast):
    answered(poll, cast.decider, "yes", "yes", "yes")
    answered(poll, cast.decider, "no", "yes", "maybe", by=cast.coordinator)

    line = next(one for one in sheet(poll, cast.decider).lines if one.seat.user_id == cast.decider.user.id)
    assert line.marks == ["×", "○", "△"]


def test_nobody_answers_for_another(poll, cast):
    with pytest.raises(Forbidden):
        answered(poll, cast.decider, "yes", "yes", "yes", by=cast.participation)


def test_the_host_fixes_a_day_and_everybody_asked_is_a_member(poll, cast):
    answered(poll, cast.decider, "yes", "no", "maybe")
    answered(poll, cast.participation, "no", "maybe", "no")
    day = PollDay.objects.filter(poll=poll).first()

    with acting_as(cast.coordinator):
        meeting = actions.fix(poll, day, by=cast.coordinator, on=today(), place="役場")
        replies = dict(Member.objects.filter(meeting=meeting).values_list("user_id", "answer"))

    assert meeting.starts_at == day.starts_at
    assert replies == {
        cast.coordinator.user.id: "attends",
        cast.decider.user.id: "attends",
        cast.participation.user.id: "waiting",
    }
    poll.refresh_from_db()
    assert (poll.state, poll.meeting_id) == (PollState.FIXED, meeting.id)


def test_a_day_is_fixed_once_and_by_the_host_alone(poll, cast):
    day = PollDay.objects.filter(poll=poll).first()
    with acting_as(cast.decider), pytest.raises(Forbidden):
        actions.fix(poll, day, by=cast.decider, on=today(), place="役場")
    with acting_as(cast.coordinator):
        actions.fix(poll, day, by=cast.coordinator, on=today(), place="役場", version=poll.version)
        with pytest.raises(StaleEdit):
            actions.fix(poll, day, by=cast.coordinator, on=today(), place="役場", version=poll.version)
        with pytest.raises(Forbidden):
            actions.fix(poll, day, by=cast.coordinator, on=today(), place="役場")


def test_who_has_not_answered_is_reminded(poll, cast):
    answered(poll, cast.decider, "yes", "no", "maybe")
    with acting_as(cast.coordinator):
        assert actions.remind(poll, by=cast.coordinator) == 1
    (mail,) = OutgoingMail.objects.filter(occasion="more")
    assert mail.user_id == cast.participation.user.id


def test_what_was_dropped_takes_no_answer_any_more(poll, cast):
    with acting_as(cast.coordinator):
        actions.drop(poll, by=cast.coordinator)
    with pytest.raises(Forbidden):
        answered(poll, cast.decider, "yes", "yes", "yes")
    assert open_polls(cast.decider) == []


def test_a_stranger_has_nothing_to_do_with_it(poll, cast, sign_in):
    assert not polls_of(cast.stranger).exists()
    client = sign_in(cast.stranger)
    for path in ("", "answer/", "remind/", "fix/", "drop/"):
        address = f"/conferences/days/{poll.id}/{path}"
        assert (client.post(address) if path else client.get(address)).status_code == 404


def test_the_page_shows_the_table_within_its_queries(poll, cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.decider)
    with django_assert_max_num_queries(11):
        page = client.get(f"/conferences/days/{poll.id}/").content.decode()
    assert "あなたの返事" in page
    assert "日を決める" not in page
    assert "日を決める" in sign_in(cast.coordinator).get(f"/conferences/days/{poll.id}/").content.decode()


def test_the_whole_way_on_screen(town, cast, sign_in):
    client = sign_in(cast.coordinator)
    body = town.bodies["sasaeai"]
    until = today() + timedelta(days=4)
    form = {"answer_until": until.isoformat(), "length": "60", "members": [str(cast.decider.post.id)]}
    for place, moment in enumerate((soon(8), soon(9)), start=1):
        form |= {f"day{place}_day": timezone.localdate(moment).isoformat(), f"day{place}_time": "13:30"}
    answer = client.post(f"/conferences/bodies/{body.id}/days/", form)
    assert answer.status_code == 302, [str(one) for one in answer.context["obstacles"]]
    poll = DatePoll.objects.get()
    first, second = (day.id.hex for day in PollDay.objects.filter(poll=poll))

    member = sign_in(cast.decider)
    assert "日程調整" in member.get("/conferences/").content.decode()
    assert (
        member.post(f"/conferences/days/{poll.id}/answer/", {first: "no", second: "yes"}).status_code == 302
    )
    assert member.post(f"/conferences/days/{poll.id}/answer/", {first: "no"}).status_code == 422
    host = sign_in(cast.coordinator)
    assert "いちばん集まれる" in host.get(f"/conferences/days/{poll.id}/").content.decode()
    assert (
        host.post(f"/conferences/days/{poll.id}/fix/", {"day": second, "version": poll.version}).status_code
        == 422
    )
    done = host.post(
        f"/conferences/days/{poll.id}/fix/", {"day": second, "place": "役場", "version": poll.version}
    )
    assert done.status_code == 302
    assert "日が決まりました" in host.get(f"/conferences/days/{poll.id}/").content.decode()


def test_one_is_asked_back_for_a_second_day(town, cast, sign_in):
    body = town.bodies["sasaeai"]
    day = timezone.localdate(soon(8)).isoformat()
    form = {
        "answer_until": (today() + timedelta(days=4)).isoformat(), "length": "60",
        "members": [str(cast.decider.post.id)], "day1_day": day, "day1_time": "13:30",
    }  # fmt: skip
    page = sign_in(cast.coordinator).post(f"/conferences/bodies/{body.id}/days/", form)
    assert page.status_code == 409
    assert "候補の日を二つ以上入れてください。" in page.content.decode()


def test_the_home_page_shows_the_week_and_what_waits_for_an_answer(poll, town, cast, sign_in):
    town.convene(members=[cast.decider], starts_at=soon(3), place="役場")
    page = sign_in(cast.decider).get("/").content.decode()
    assert "みんなで支え愛会議の日程調整" in page
    assert "出欠を返す" in page
    assert f"返事は{short_wareki(today() + timedelta(days=5))}まで" in page
    assert "日程調整" not in sign_in(cast.stranger).get("/").content.decode()
